"""The pre-review meeting is proposed, confirmed and recorded, and everyone concerned hears of it."""

import pytest

from bot.cards.model import Link
from tests.chat import World, error, filled
from tests.conversation.conftest import (
    BEN,
    CHANNEL,
    CHIDI,
    KATE,
    MARTIN,
    OFFICE,
    OWEN,
    PRIYA,
    SIAN,
    booked,
    number,
)
from tests.conversation.meeting import ASK, DAY, SHOW, TITLE, agreed, milestone, propose, proposed, stored

QUESTION = "Does Tuesday 28 November 2017, 14:30 suit you for the pre-review meeting?"
AGREED = "Pre-review meeting agreed: Tuesday 28 November 2017, 14:30"


def test_the_lead_reviewer_proposes_and_the_head_confirms(world: World) -> None:
    sian = proposed(world, place="The hall")
    assert sian.card.title == TITLE
    assert "Proposed. I have asked Priya Nair, and you will hear." in str(sian.card)
    priya = world.person(PRIYA)
    assert "Siân Whitcombe proposes that time" in str(priya.read(QUESTION))
    assert [b.label for b in priya.card.buttons] == ["Confirm", "Move", "Add focus"]
    assert "Confirmed by" in str(priya.click("Confirm"))
    assert (milestone(world).agreed, milestone(world).due, milestone(world).done_at) == (DAY, DAY, None)
    for email in (SIAN, BEN, MARTIN):
        assert world.person(email).titles().count(AGREED) == 1
    for email in (CHIDI, OWEN, KATE, OFFICE):
        assert not any("meeting" in title for title in world.person(email).titles())
    told = str(world.person(BEN).read(AGREED))
    assert "The hall" in told
    assert "Priya Nair, Siân Whitcombe, Ben Hartley and Martin Kowalczyk" in told
    # The question in the head's chat shows the answer.
    assert priya.titles().count(AGREED) == 1


def test_the_head_proposes_and_the_lead_reviewer_confirms(world: World) -> None:
    proposed(world, PRIYA)
    sian = world.person(SIAN)
    assert "Priya Nair proposes that time" in str(sian.read(QUESTION))
    assert "Confirmed by" in str(sian.click("Confirm"))
    assert world.person(PRIYA).titles().count(AGREED) == 1
    assert world.person(BEN).titles().count(AGREED) == 1


def test_a_second_press_changes_and_tells_nothing(world: World) -> None:
    proposed(world)
    priya = world.person(PRIYA)
    priya.read(QUESTION)
    other = priya.twin()
    priya.click("Confirm")
    assert "Confirmed by" in str(other.click("Confirm"))
    assert world.person(BEN).titles().count(AGREED) == 1


def test_nobody_confirms_their_own_proposal(world: World) -> None:
    sian = proposed(world)
    assert "Confirm" not in {button.label for button in sian.card.buttons}
    arranged = stored(world).arranged_id
    refused = sian.open(f"meeting.confirm?review=1&arranged={arranged}")
    assert "You proposed that time; Priya Nair has still to confirm it." in str(refused)
    assert milestone(world).agreed is None


def test_moved_by_the_one_who_was_asked_it_goes_back(world: World) -> None:
    proposed(world)
    priya = world.person(PRIYA)
    priya.read(QUESTION)
    priya.click("Move")
    assert filled(priya.card)["day"] == ("2017-11-28",)
    priya.click("Propose it", day="29 Nov")
    sian = world.person(SIAN)
    sian.read("Does Wednesday 29 November 2017, 14:30 suit you")
    assert priya.messages[-1].title == "This message is out of date"
    sian.click("Confirm")
    assert milestone(world).agreed == DAY.replace(day=29)


def test_an_agreed_time_that_moves_is_told_to_everyone(world: World) -> None:
    agreed(world)
    propose(world, PRIYA, day="4 Dec", time="9am")
    assert (milestone(world).agreed, milestone(world).due) == (None, DAY.replace(day=30))
    asked = str(world.person(SIAN).read("Does Monday 4 December 2017, 09:00 suit you"))
    assert "It had been agreed for Tuesday 28 November 2017, 14:30." in asked
    assert "The schedule asks for the meeting by Thursday 30 November 2017." in asked
    told = str(world.person(BEN).read("The pre-review meeting moves"))
    assert "Monday 4 December 2017, 09:00 is proposed now." in told
    assert not any("moves" in title for title in world.person(PRIYA).titles())
    sian = world.person(SIAN)
    sian.read("Does Monday 4 December")
    sian.click("Confirm")
    again = "Pre-review meeting agreed: Monday 4 December 2017, 09:00"
    assert world.person(BEN).titles().count(again) == 1


def test_the_to_do_lists_say_who_is_next(world: World) -> None:
    booked(world)
    agree = "Agree the time of the pre-review meeting: Oak Primary School"
    confirm = "Confirm the pre-review meeting: Oak Primary School"
    sian, priya = world.person(SIAN), world.person(PRIYA)
    assert agree in str(sian.type("/peer-review"))
    assert "By Thursday 30 November 2017" in str(sian.card)
    assert agree not in str(priya.type("/peer-review"))
    sian.click("Propose a time")
    sian.click("Propose it", day="28 Nov", time="14:30")
    assert agree not in str(sian.type("/peer-review"))
    assert confirm in str(priya.type("/peer-review"))
    priya.click_in(confirm, "Confirm")
    assert confirm not in str(priya.type("/peer-review"))
    assert "meeting" not in str(world.person(BEN).type("/peer-review")).lower()


def test_it_is_recorded_with_the_focus_and_who_was_there(world: World) -> None:
    agreed(world)
    world.wait(days=27, hours=6)
    sian = world.person(SIAN)
    sian.open(SHOW)
    sian.click("Record it")
    assert filled(sian.card)["day"] == ("2017-11-28",)
    everyone = filled(sian.card)["present"]
    assert len(everyone) == 4
    sian.click(
        "Record it", present=everyone[:3], others="Jo Bloggs\n\n Al Green ", focus="Reading in Key Stage 1"
    )
    shown = str(sian.card)
    assert "Held on Tuesday 28 November 2017" in shown
    assert "Priya Nair, Siân Whitcombe and Ben Hartley" in shown
    assert "Jo Bloggs, Al Green" in shown
    assert "Reading in Key Stage 1" in shown
    done = milestone(world)
    assert (done.done_at and done.done_at.date(), done.done_by_id is not None) == (DAY, True)
    priya = world.person(PRIYA)
    priya.open(SHOW)
    priya.click("Correct the record")
    assert filled(priya.card)["others"] == ("Jo Bloggs\nAl Green",)
    assert "Recorded" in str(priya.click("Record it", others=""))
    assert "Jo Bloggs" not in str(priya.card)
    assert "counts as not held" in str(priya.click("It was not held"))
    assert milestone(world).done_at is None
    assert milestone(world).agreed == DAY
    assert "Reading in Key Stage 1" in str(priya.card)
    history = str(world.person(KATE).open("review.history?review=1"))
    assert "recorded the pre-review meeting" in history
    assert "Reading" not in history
    assert "Bloggs" not in history


def test_a_meeting_that_nobody_had_agreed_can_be_recorded(world: World) -> None:
    booked(world)
    world.wait(days=20)
    sian = world.person(SIAN)
    sian.open(SHOW)
    sian.click("Record it")
    sian.click("Record it", day="20 Nov")
    assert "Held on Monday 20 November 2017" in str(sian.card)
    assert milestone(world).done_at is not None
    assert "has been held already" in str(sian.open(ASK))
    assert "Agree the time" not in str(sian.type("/peer-review"))


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("30 Nov", "Thursday 30 November 2017 is still to come."),
        ("8 Dec 2017", "still to come"),
        ("soonish", "I couldn't read “soonish” as a date"),
    ],
)
def test_it_is_recorded_once_it_has_been_held(world_on_sqlite: World, day: str, sentence: str) -> None:
    booked(world_on_sqlite)
    sian = world_on_sqlite.person(SIAN)
    sian.open("meeting.record?review=1")
    form = sian.click("Record it", day=day, focus="Reading")
    assert sentence in error(form, "day")
    assert filled(form)["focus"] == ("Reading",)
    assert milestone(world_on_sqlite).done_at is None


def test_it_is_not_recorded_after_the_review_or_without_anybody(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    world_on_sqlite.wait(days=38)
    sian = world_on_sqlite.person(SIAN)
    sian.open("meeting.record?review=1")
    form = sian.click("Record it", day="Fri 8 Dec", present=())
    assert "The review was on Thursday 7 December 2017" in error(form, "day")
    assert error(form, "present") == "Please say who was present."
    form = sian.click("Record it", day="Thurs 7 Dec", present=("999",))
    assert "Somebody chosen here is no longer in the team" in error(form, "present")
    form = sian.click(
        "Record it", present=filled(sian.open("meeting.record?review=1"))["present"], others="x" * 501
    )
    assert "500 characters; it has 501" in error(form, "others")


def test_the_focus_is_added_before_and_corrected_later(world: World) -> None:
    proposed(world)
    priya = world.person(PRIYA)
    priya.read(QUESTION)
    priya.click("Add focus")
    priya.click("Save it", focus="Reading")
    assert "Reading" in str(priya.card)
    sian = world.person(SIAN)
    sian.open(SHOW)
    sian.click("Change focus")
    assert filled(sian.card)["focus"] == ("Reading",)
    assert "2,000 characters" in error(sian.click("Save it", focus="x" * 2001), "focus")
    assert "Writing" in str(sian.click("Save it", focus="Writing"))


@pytest.mark.parametrize(
    "place",
    [
        "https://meet.example/oak",
        "Staff room, or https://meet.example/oak.",
        "Teams:\n<https://meet.example/oak>",
    ],
)
def test_an_online_meeting_has_its_link(world_on_sqlite: World, place: str) -> None:
    agreed(world_on_sqlite, place=place)
    shown = world_on_sqlite.person(BEN).open(SHOW)
    assert Link("Open the online meeting", "https://meet.example/oak") in shown.buttons
    propose(world_on_sqlite, SIAN, place="javascript:alert(1)")
    assert not any(isinstance(one, Link) for one in world_on_sqlite.person(BEN).open(SHOW).buttons)


def test_of_two_addresses_none_is_chosen_for_the_reader(world_on_sqlite: World) -> None:
    agreed(world_on_sqlite, place="https://meet.example/oak or https://meet.example/hall")
    assert not any(isinstance(one, Link) for one in world_on_sqlite.person(BEN).open(SHOW).buttons)


def test_it_is_found_by_the_schools_name(world: World) -> None:
    kate = booked(world)
    for typed in ("/peer-review meeting Oak", "/peer-review meeting", "pre-review meeting at oak primary"):
        assert world.person(SIAN).type(typed).title == TITLE
    kate.type("/schedule-review Holly Lane, 12 Dec", place=CHANNEL)
    kate.click("See the timetable", lead_reviewer=number(world, SIAN), reviewers=())
    kate.click("Book it", champions_reason="To be found")
    sian = world.person(SIAN)
    assert sian.type("/peer-review meeting").title == "Which review do you mean?"
    assert sian.click_in("Oak", "Open").title == TITLE
    assert sian.type("/peer-review meeting oak").title == TITLE
    asked = sian.type("/peer-review meeting Elm")
    assert asked.title == "Which review do you mean?"
    assert "I’m not sure which school you mean by “Elm”" in str(asked).replace("', '", "")
    nobody = world.person("carl.messer@stourview.example").type("/peer-review meeting Oak")
    assert "look after none, that I could show you" in str(nobody)


def test_the_review_has_a_button_to_it(world: World) -> None:
    booked(world)
    for email in (PRIYA, SIAN, BEN, CHIDI, KATE, OFFICE):
        someone = world.person(email)
        someone.open("review.show?review=1")
        assert someone.click("Meeting").title == TITLE
    amit = world.person("amit.desai@consortium.example").open("review.show?review=1")
    assert "Meeting" not in {button.label for button in amit.buttons}

"""The champions choose the day of the workshop, book their release and record that it was held."""

from datetime import UTC, date, datetime

import pytest

from bot.rules.milestones import Kind
from tests.chat import Chat, World, error, filled
from tests.conversation.afterwards import (
    AFTER,
    DAY,
    EVENING,
    WORKSHOP,
    WORKSHOP_TITLE,
    chosen,
    held,
    milestone,
    reviewed,
    stored,
)
from tests.conversation.conftest import BEN, CHIDI, KATE, MARTIN, OFFICE, OWEN, PRIYA, SIAN, booked
from tests.conversation.test_at_once import at_once, pressing

NEWS = "The workshop is on Tuesday 19 December 2017"


def labels(chat: Chat) -> list[str]:
    return [button.label for button in chat.card.buttons]


def test_a_champion_chooses_a_day_of_the_window_with_one_click(world: World) -> None:
    reviewed(world)
    chidi = world.person(CHIDI)
    chidi.open(WORKSHOP)
    assert chidi.card.title == WORKSHOP_TITLE
    assert "the schedule offers Thursday 14 December to Wednesday 20 December 2017" in str(chidi.card)
    days = [label for label in labels(chidi) if label.endswith("2017")]
    assert days[0] == "Thursday 14 December 2017"
    assert not any(label.startswith(("Saturday", "Sunday")) for label in days)
    chidi.click("Tuesday 19 December 2017")
    assert "It is on Tuesday 19 December 2017." in str(chidi.card)
    row = milestone(world)
    assert (row.agreed, row.due, row.done_at) == (DAY, DAY, None)
    # Five working days after it, with Christmas and the New Year between, then the first school day.
    assert milestone(world, Kind.PLAN).due > date(2017, 12, 28)
    assert "documents" not in str(chidi.card)
    for email in (PRIYA, OWEN, KATE):
        assert world.person(email).titles().count(NEWS) == 1
    for email in (CHIDI, BEN, MARTIN, OFFICE):
        assert NEWS not in world.person(email).titles()
    assert "Workshop" in str(world.person(KATE).open("review.more?review=1"))


def test_days_that_are_over_are_not_said_to_be_offered(world: World) -> None:
    reviewed(world)
    world.now = datetime(2018, 1, 8, 9, 0, tzinfo=UTC)
    chidi = world.person(CHIDI)
    assert "the schedule offered Thursday 14 December" in str(chidi.open(WORKSHOP))
    form = str(chidi.open("workshop.ask?review=1"))
    assert "The days that the schedule offers are over" in form
    assert "Choose one of them" not in form
    assert "The schedule offered Thursday 14 December" in str(chidi.type("home"))


@pytest.mark.parametrize(
    ("day", "remark"),
    [
        ("22 Jan 2018", "within 2–4 weeks"),
        ("4 Jan 2018", "1–2 weeks after the review"),
        ("20 Dec", ""),
    ],
)
def test_a_late_day_is_cautioned_with_the_document_and_never_refused(
    world: World, day: str, remark: str
) -> None:
    reviewed(world)
    chidi = world.person(CHIDI)
    chidi.open(WORKSHOP)
    chidi.click("Another day")
    chidi.click("Choose this day", day=day)
    assert not chidi.card.is_form
    assert milestone(world).agreed is not None
    assert ("weeks" in str(chidi.card)) is bool(remark)
    assert remark in str(chidi.card)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("7 Dec 2017", "The review is on Thursday 7 December 2017, and the workshop comes after it."),
        ("1 Dec 2017", "the workshop comes after it"),
        ("16 Dec 2017", "is closed on Saturday 16 December 2017."),
        ("27 Dec 2017", "The next school day is"),
        ("soonish", "I couldn't read “soonish” as a date"),
        ("4 Mar 2031", "no school year for that date"),
    ],
)
def test_a_day_that_will_not_do_says_why_and_keeps_what_was_typed(
    world_on_sqlite: World, day: str, sentence: str
) -> None:
    reviewed(world_on_sqlite)
    chidi = world_on_sqlite.person(CHIDI)
    chidi.open("workshop.ask?review=1")
    form = chidi.click("Choose this day", day=day, time="3.45pm")
    assert sentence in error(form, "day")
    assert filled(form)["time"] == ("3.45pm",)
    assert milestone(world_on_sqlite).agreed is None


def test_a_closed_day_offers_the_next_one_as_a_button(world_on_sqlite: World) -> None:
    reviewed(world_on_sqlite)
    chidi = world_on_sqlite.person(CHIDI)
    chidi.open("workshop.ask?review=1")
    chidi.click("Choose this day", day="16 Dec 2017", time="3.45pm")
    chidi.click("Monday 18 December 2017")
    assert "Monday 18 December 2017, 15:45" in str(chidi.card)


def test_a_past_day_is_recorded_and_not_chosen(world_on_sqlite: World) -> None:
    reviewed(world_on_sqlite)
    world_on_sqlite.now = AFTER
    chidi = world_on_sqlite.person(CHIDI)
    chidi.open("workshop.ask?review=1")
    assert "record it instead" in error(chidi.click("Choose this day", day="18 Dec 2017"), "day")


def test_the_day_moves_and_everyone_hears_from_when_to_when(world: World) -> None:
    chidi = chosen(world)
    chidi.open(WORKSHOP)
    chidi.click("Move the workshop")
    assert filled(chidi.card)["day"] == ("2017-12-19",)
    chidi.click("Wednesday 20 December 2017")
    assert milestone(world).agreed == date(2017, 12, 20)
    owen = world.person(OWEN)
    told = str(owen.read("The workshop moves to Wednesday 20 December 2017"))
    assert "It had been chosen for Tuesday 19 December 2017." in told
    assert NEWS not in owen.titles()


def test_the_second_of_two_champions_is_told_and_can_still_have_theirs(world: World) -> None:
    reviewed(world)
    chidi, owen = world.person(CHIDI), world.person(OWEN)
    chidi.open(WORKSHOP)
    owen.open("workshop.ask?review=1")
    chidi.click("Tuesday 19 December 2017")
    form = owen.click("Choose this day", day="20 Dec 2017", time="4pm")
    assert "Chidi Eze has chosen Tuesday 19 December 2017 while you were here." in str(form)
    assert filled(form)["time"] == ("4pm",)
    assert milestone(world).agreed == DAY
    owen.click("Choose this day")
    assert milestone(world).agreed == date(2017, 12, 20)


def test_a_second_press_changes_and_tells_nothing(world: World) -> None:
    reviewed(world)
    chidi = world.person(CHIDI)
    chidi.open(WORKSHOP)
    other = chidi.twin()
    chidi.click("Tuesday 19 December 2017")
    assert "That is the day that stands." in str(other.click("Tuesday 19 December 2017"))
    assert world.person(PRIYA).titles().count(NEWS) == 1


def test_a_move_of_the_review_that_makes_nonsense_of_the_day_is_said(world: World) -> None:
    booked(world)
    chidi = world.person(CHIDI)
    chidi.open(WORKSHOP)
    chidi.click("Thursday 14 December 2017")
    kate = world.person(KATE)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="18 Dec 2017")
    kate.click("Move it")
    assert milestone(world).agreed is None
    assert "To be chosen again: the review has moved" in str(chidi.open(WORKSHOP))
    assert "Another day" in labels(chidi)


def test_each_champion_says_for_themselves_that_their_release_is_booked(world: World) -> None:
    reviewed(world)
    chidi, owen = world.person(CHIDI), world.person(OWEN)
    chidi.open(WORKSHOP)
    chidi.click("My release is booked")
    assert "booked, said on Thu 7 Dec 2017" in str(chidi.card)
    assert "My release is not booked" in labels(chidi)
    assert "My release is booked" in [b.label for b in owen.open(WORKSHOP).buttons]
    assert "1 of 2" in str(world.person(KATE).open(WORKSHOP))
    chidi.click("My release is not booked")
    assert stored(world).releases == []
    assert "My release is booked" in labels(chidi)


def test_the_head_alone_decides_which_staff_attend(world: World) -> None:
    chosen(world)
    priya = world.person(PRIYA)
    priya.open(WORKSHOP)
    priya.click("Name the staff attending")
    priya.click("Save it", staff=" Tom Garrod \n\nEllie Fenwick")
    assert stored(world).staff == "Tom Garrod\nEllie Fenwick"
    chidi = world.person(CHIDI)
    chidi.read("Who attends the workshop")
    assert "Ellie Fenwick" in str(chidi.click("Open the workshop"))
    assert "Name the staff attending" not in labels(chidi)
    assert "Only the headteacher" in str(chidi.open("workshop.keep_staff?review=1", staff="Me"))
    priya.open(WORKSHOP)
    priya.click("Change the staff attending")
    assert "2,000 characters" in error(priya.click("Save it", staff="x" * 2001), "staff")
    priya.click("Save it", staff="")
    assert stored(world).staff == ""
    assert "Ellie" not in str(world.person(KATE).open("review.history?review=1"))


def test_it_is_recorded_by_a_champion_and_the_plan_counts_from_it(world: World) -> None:
    chidi = held(world)
    assert "Held on Tuesday 19 December 2017" in str(chidi.card)
    row = milestone(world)
    assert row.done_at
    assert row.done_at.date() == DAY
    due = milestone(world, Kind.PLAN).due
    assert "The workshop was held: Oak" in " ".join(world.person(PRIYA).titles())
    chidi.click("Correct the day")
    chidi.click("Record it", day="18 Dec")
    assert "Held on Monday 18 December 2017" in str(chidi.card)
    assert milestone(world, Kind.PLAN).due <= due
    assert "It counts as not held." in str(chidi.click("It was not held"))
    assert (milestone(world).done_at, milestone(world).agreed) == (None, DAY)


def test_a_workshop_for_which_no_day_was_chosen_can_be_recorded(world_on_sqlite: World) -> None:
    reviewed(world_on_sqlite)
    world_on_sqlite.now = AFTER
    chidi = world_on_sqlite.person(CHIDI)
    chidi.open(WORKSHOP)
    chidi.click("It was held")
    assert "still to come" in error(chidi.click("Record it", day="21 Dec 2017"), "day")
    assert "the workshop comes after it" in error(chidi.click("Record it", day="7 Dec 2017"), "day")
    assert "Held on Friday 15 December 2017" in str(chidi.click("Record it", day="15 Dec"))
    assert "has been held already" in str(chidi.open("workshop.ask?review=1"))


@pytest.mark.parametrize("email", [PRIYA, SIAN, BEN, KATE, OFFICE])
def test_nobody_else_chooses_or_records_it(world_on_sqlite: World, email: str) -> None:
    chosen(world_on_sqlite)
    world_on_sqlite.now = AFTER
    someone = world_on_sqlite.person(email)
    for token in (
        "workshop.choose?review=1&day=2017-12-21",
        "workshop.recorded?review=1&day=2017-12-19",
        "workshop.release?review=1",
        "workshop.unrecord?review=1",
    ):
        assert "Only the Improvement Champions" in str(someone.open(token))
    assert (milestone(world_on_sqlite).agreed, milestone(world_on_sqlite).done_at) == (DAY, None)


def test_the_list_asks_the_champions_from_the_day_of_the_review_on(world: World) -> None:
    booked(world)
    choose, record = "Choose the day of the workshop", "Was the workshop held?"
    write = "Write the action plan"
    chidi = world.person(CHIDI)
    assert choose not in str(chidi.type("/peer-review"))
    world.now = EVENING
    assert choose in str(chidi.type("/peer-review"))
    assert choose not in str(world.person(PRIYA).type("/peer-review"))
    chidi.click_in(choose, "Choose a day")
    chidi.click("Tuesday 19 December 2017")
    assert choose not in str(chidi.type("/peer-review"))
    world.now = AFTER
    assert write in str(chidi.type("/peer-review"))
    chidi.click_in(record, "It was held")
    assert record not in str(chidi.type("/peer-review"))
    assert write in str(chidi.card)
    chidi.click_in(write, "Add actions")
    assert chidi.card.is_form


def test_it_is_found_by_what_is_typed(world: World) -> None:
    reviewed(world)
    chidi = world.person(CHIDI)
    for typed in ("/peer-review workshop", "/peer-review workshop Oak", "/peer-review the workshop at Oak"):
        assert chidi.type(typed).title == WORKSHOP_TITLE
    assert "Workshop" in [b.label for b in chidi.open("review.show?review=1").buttons]


def test_of_a_postponed_review_no_day_is_chosen(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    kate = world_on_sqlite.person(KATE)
    kate.open("postpone.ask?review=1")
    kate.click("Postpone it", reason="Snow")
    chidi = world_on_sqlite.person(CHIDI)
    assert "postponed" in str(chidi.open(WORKSHOP))
    assert labels(chidi) == ["See the review"]
    assert "no date at the moment" in str(chidi.open("workshop.ask?review=1"))


def test_of_two_who_choose_at_the_same_moment_one_is_told(world: World) -> None:
    reviewed(world)
    chidi, owen = world.person(CHIDI), world.person(OWEN)
    chidi.open(WORKSHOP)
    owen.open(WORKSHOP)
    days = ((chidi, "Tuesday 19 December 2017"), (owen, "Wednesday 20 December 2017"))
    cards = at_once([pressing(chat, day) for chat, day in days])
    assert sorted(card.is_form for card in cards) == [False, True]
    assert milestone(world).agreed in {DAY, date(2017, 12, 20)}

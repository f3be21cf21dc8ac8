"""The headteacher hands the timetable of the day to somebody at the school, who has that and nothing else."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, update

from bot.cards.handing_over import WORDS
from bot.handlers.handing_over import HANDINGS
from storage.models import Change, HandedOver, Person, RoleAssignment
from tests import roster
from tests.chat import Chat, World, buttons
from tests.conversation.conftest import BEN, KATE, PRIYA, SIAN, booked, number
from tests.conversation.packing import DENISE, SHOW
from tests.conversation.test_at_once import at_once, pressing
from tests.conversation.test_day import ROWS, SENT, TYPED, field, heard, rows
from tests.conversation.test_leavers import leaves

YUSUF = "yusuf.demir@oak.example"
DAY = "day.show?review=1"
ASKED = "Can you do the timetable of the day? Oak Primary School, Thursday 7 December 2017"
OVER = "The timetable of the day is no longer with you: Oak Primary School, Thursday 7 December 2017"
REFUSED = "Sorry, I can’t do that"
NOT_THEIRS = "Only the headteacher of the reviewed school, or whoever they have asked"


def labels(chat: Chat) -> list[str]:
    return [button.label for button in buttons(chat.card)]


def handed(world: World, email: str = DENISE) -> Chat:
    booked(world)
    priya = world.person(PRIYA)
    priya.open(DAY)
    priya.click("Hand over")
    assert "has been asked to see to it" in str(priya.click("Ask them", person=number(world, email)))
    return priya


def test_every_part_has_its_words_and_its_way() -> None:
    assert WORDS.keys() == HANDINGS.keys()


def test_a_colleague_types_and_sends_it(world: World) -> None:
    priya = handed(world)
    denise = world.person(DENISE)
    assert "by Wednesday 6 December 2017, 16:00" in str(denise.read(ASKED))
    denise.click("Open the timetable")
    assert labels(denise) == ["Add timetable"]
    denise.click("Add timetable")
    assert rows(denise.click("Keep as draft", rows=TYPED)) == ROWS
    assert "A draft, kept by Denise Abbott" in str(priya.open(DAY))
    assert rows(denise.click("Send it to the team")) == ROWS
    assert labels(denise) == ["Change it", "Take it back"]
    assert heard(world, BEN) == [SENT]
    assert "Denise Abbott has sent you the timetable" in str(world.person(BEN).read(SENT))
    assert "Final: Denise Abbott sent it to the team" in str(priya.open(DAY))
    assert {"Change it", "Hand to someone else", "Do it myself again"} < set(labels(priya))


def test_it_is_typed_for_and_stands_in_the_list_of_what_is_to_do(world: World) -> None:
    handed(world)
    denise = world.person(DENISE)
    assert denise.type("/peer-review timetable Oak").title == SENT
    assert "look after none, that I could show you" in str(denise.type("papers"))
    assert SENT not in str(denise.type("/peer-review"))
    world.wait(days=16)
    assert SENT in str(denise.type("/peer-review"))
    assert "Confirm the date" not in str(denise.card)
    denise.click_in(SENT, "Add timetable")
    denise.click("Send to the team", rows=TYPED)
    assert heard(world, BEN) == [SENT]
    assert SENT not in str(denise.type("/peer-review"))


def test_it_is_the_timetable_and_nothing_else(world_on_sqlite: World) -> None:
    handed(world_on_sqlite)
    denise = world_on_sqlite.person(DENISE)
    for token in (
        "review.show?review=1",
        "review.history?review=1",
        "meeting.show?review=1",
        "date.confirm?review=1&day=2017-12-07",
        SHOW,
        "pack.link?review=1&item=sef",
        "longer.ask?review=1&part=pack",
        "longer.ask?review=1&part=timetable",
        *(f"hand.{does}?review=1&part={part}" for does in ("ask", "over", "back") for part in WORDS),
    ):
        refused = denise.open(token, person=number(world_on_sqlite, YUSUF))
        assert refused.title == REFUSED, token


def test_the_pack_gives_no_right_to_the_timetable(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    priya, denise = world_on_sqlite.person(PRIYA), world_on_sqlite.person(DENISE)
    priya.open(SHOW)
    priya.click("Hand over")
    priya.click("Ask them", person=number(world_on_sqlite, DENISE))
    assert denise.open(DAY).title == REFUSED
    assert NOT_THEIRS in str(denise.open("day.save?review=1&version=0", rows=TYPED))
    assert "look after none, that I could show you" in str(denise.type("timetable"))


def test_both_parts_can_be_with_two_people(world: World) -> None:
    priya = handed(world)
    priya.open(SHOW)
    assert "has been asked" not in str(priya.card)
    priya.click("Hand over")
    priya.click("Ask them", person=number(world, YUSUF))
    priya.click("Take it back")
    assert world.person(YUSUF).titles()[0].startswith("The paperwork is no longer with you")
    assert world.person(DENISE).titles() == [ASKED]
    assert world.person(DENISE).open("day.ask?review=1").is_form


def test_the_longer_time_is_the_packs_alone(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    priya = world_on_sqlite.person(PRIYA)
    for part in ("timetable", "meeting", ""):
        assert "damaged" in str(priya.open(f"longer.ask?review=1&part={part}"))


@pytest.mark.parametrize("part", ["meeting", "review", "PACK", "", "x"])
def test_no_other_part_can_be_handed_over(world_on_sqlite: World, part: str) -> None:
    booked(world_on_sqlite)
    priya = world_on_sqlite.person(PRIYA)
    for does in ("ask", "over", "back"):
        assert "damaged" in str(priya.open(f"hand.{does}?review=1&part={part}", person="1"))


@pytest.mark.parametrize("email", [SIAN, BEN, KATE, DENISE])
def test_only_the_headteacher_hands_it_over(world_on_sqlite: World, email: str) -> None:
    handed(world_on_sqlite)
    someone = world_on_sqlite.person(email)
    for does in ("ask", "over", "back"):
        token = f"hand.{does}?review=1&part=timetable"
        assert someone.open(token, person=number(world_on_sqlite, YUSUF)).title == REFUSED
    assert {"Hand over", "Hand to someone else", "Do it myself again"}.isdisjoint(
        [one.label for one in buttons(someone.open(DAY))]
    )


def test_taken_back(world: World) -> None:
    priya = handed(world)
    denise = world.person(DENISE)
    denise.open("day.ask?review=1")
    assert "It is with you again." in str(priya.click("Do it myself again"))
    assert denise.titles() == [OVER]
    assert NOT_THEIRS in str(denise.click("Send to the team", rows=TYPED))
    assert denise.open(DAY).title == REFUSED
    assert heard(world, BEN) == []
    priya.open("hand.back?review=1&part=timetable")
    history = str(world.person(KATE).open("review.history?review=1"))
    assert "handed over the timetable of the day" in history
    assert history.count("took the timetable of the day back") == 1
    assert "the paperwork" not in history
    assert "to Denise Abbott" in history


def test_handed_to_someone_else(world: World) -> None:
    priya = handed(world)
    priya.click("Hand to someone else")
    priya.click("Ask them", person=number(world, YUSUF))
    assert world.person(DENISE).titles() == [OVER]
    assert world.person(YUSUF).titles() == [ASKED]
    assert NOT_THEIRS in str(world.person(DENISE).open("day.ask?review=1"))
    assert world.person(YUSUF).open("day.ask?review=1").is_form


def test_the_same_click_eight_times_asks_once(world: World) -> None:
    booked(world)
    priya = world.person(PRIYA)
    priya.open(DAY)
    priya.click("Hand over")
    cards = at_once([pressing(priya.twin(), "Ask them", person=number(world, DENISE)) for _ in range(8)])
    assert all("Denise Abbott has been asked" in str(card) for card in cards)
    with world.sessions() as session:
        assert len(session.scalars(select(HandedOver.id)).all()) == 1
        assert session.scalars(select(Change.what).where(Change.what == "handed_over")).all() == [
            "handed_over"
        ]


def test_of_two_who_hand_it_over_at_once_the_second_sees_the_first(world: World) -> None:
    booked(world)
    priya = world.person(PRIYA)
    priya.open(DAY)
    priya.click("Hand over")
    twin, third = priya.twin(), priya.twin()
    priya.click("Ask them", person=number(world, DENISE))
    assert "Priya Nair has just asked Denise Abbott." in str(
        twin.click("Ask them", person=number(world, YUSUF))
    )
    priya.click("Do it myself again")
    card = third.twin().open("hand.over?review=1&part=timetable&was=7", person=number(world, YUSUF))
    assert "The timetable of the day has just been taken back." in str(card)
    assert "Yusuf Demir has been asked" in str(third.click("Ask them", person=number(world, YUSUF)))


def test_the_headteacher_and_whoever_she_asked_write_at_once(world: World) -> None:
    priya = handed(world)
    denise = world.person(DENISE)
    priya.open("day.ask?review=1")
    denise.open("day.ask?review=1")
    denise.click("Send to the team", rows=TYPED)
    card = priya.click("Send to the team", rows="9 Assembly, Hall")
    assert "Denise Abbott has just saved this timetable" in str(card)
    assert field(card).value == "9 Assembly, Hall"
    assert heard(world, BEN) == [SENT]


def test_whoever_has_no_role_at_the_school_any_more_or_has_left_has_lost_it(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    priya = handed(world)
    denise = world.person(DENISE)
    denise.open("day.ask?review=1")
    with world.sessions.begin() as session:
        person = session.scalars(select(Person.id).where(Person.email == DENISE)).one()
        gone = update(RoleAssignment).where(RoleAssignment.person_id == person)
        session.execute(gone.values(ends=date(2017, 10, 31)))
        roster.has_changed(session)
    assert NOT_THEIRS in str(denise.click("Send to the team", rows=TYPED))
    assert "Denise Abbott" not in str(priya.open(DAY))
    leaves(world, DENISE, date(2017, 11, 1))
    assert denise.open(DAY).title == "I don’t know you yet"


@pytest.mark.parametrize(("button", "say"), [("Cancel it", "cancelled"), ("Postpone it", "no date")])
def test_a_review_that_is_off_has_nothing_to_write_or_to_hand_over(
    world_on_sqlite: World, button: str, say: str
) -> None:
    priya = handed(world_on_sqlite)
    denise, kate = world_on_sqlite.person(DENISE), world_on_sqlite.person(KATE)
    denise.open("day.ask?review=1")
    kate.open("review.show?review=1")
    kate.click(button)
    kate.click(button, reason="Snow")
    assert say in str(denise.click("Send to the team", rows=TYPED))
    assert say in str(priya.click("Hand to someone else"))
    priya.open(DAY)
    assert labels(priya) == ["See the review"]


def test_after_the_day_it_is_read_and_after_thirty_days_no_longer(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    priya = handed(world)
    denise = world.person(DENISE)
    denise.open("day.ask?review=1")
    denise.click("Send to the team", rows=TYPED)
    old = priya.twin()
    world.now = datetime(2017, 12, 8, 9, tzinfo=UTC)
    assert rows(denise.open(DAY)) == ROWS
    assert labels(denise) == []
    assert "The day of that review is over" in str(denise.open("day.ask?review=1"))
    assert "The day of that review is over" in str(old.click("Do it myself again"))
    world.now = datetime(2018, 1, 7, 9, tzinfo=UTC)
    assert denise.open(DAY).title == REFUSED
    assert "look after none, that I could show you" in str(denise.type("timetable"))


def test_with_a_review_that_moves_it_goes_along(world_on_sqlite: World) -> None:
    handed(world_on_sqlite)
    kate = world_on_sqlite.person(KATE)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="12 Dec")
    kate.click("Move it")
    denise = world_on_sqlite.person(DENISE)
    denise.open("day.ask?review=1")
    card = denise.click("Send to the team", rows=TYPED)
    assert card.title == SENT.replace("Thursday 7", "Tuesday 12")

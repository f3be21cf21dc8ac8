"""What is asked about what is round the reviews: who leads the group, when the holidays are, taking back."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import delete

from storage.models import CalendarSpan, Membership
from tests import roster
from tests.asking.unchanged import counted
from tests.chat import Chat, World, buttons
from tests.conversation.conftest import BEN, CARL, KATE, LEILA, OFFICE, PRIYA, SIAN, booked

REVIEW = "Oak Primary School, Thursday 7 December 2017"
KATES = "Peer Review Lead: Kate Moore. Deputy: Siân Whitcombe."
CARLS = "Peer Review Lead: Carl Messer. Deputy: Bronwen Llewellyn-Hughes."


@pytest.fixture
def world(world_on_sqlite: World) -> World:
    return world_on_sqlite


def asked(world: World, email: str, typed: str) -> Chat:
    before, person = counted(world.sessions), world.person(email)
    person.type(typed)
    assert counted(world.sessions) == before
    return person


def labels(chat: Chat) -> list[str]:
    return [button.label for button in buttons(chat.card)]


@pytest.mark.parametrize(
    "typed",
    [
        "who leads our group?",
        "who's our Peer Review Lead",
        "who is the lead of our group?",
        "who leads the group",
        "who is the deputy lead?",
        "could you tell me who leads my group",
    ],
)
@pytest.mark.parametrize("email", [PRIYA, BEN, LEILA, KATE])
def test_who_leads_the_group_of_whoever_asks(world: World, email: str, typed: str) -> None:
    person = asked(world, email, typed)
    assert person.card.title == "Who leads the group"
    assert (KATES in str(person.card), "Carl" in str(person.card)) == (True, False)


def test_the_office_is_told_of_every_group_and_of_the_one_that_it_names(world: World) -> None:
    office = asked(world, OFFICE, "who leads our groups?")
    assert (KATES in str(office.card), CARLS in str(office.card)) == (True, True)
    office = asked(world, OFFICE, "who leads group 1?")
    assert (KATES in str(office.card), CARLS in str(office.card)) == (False, True)


def test_of_another_group_nobody_else_is_told(world: World) -> None:
    assert "who leads your own group" in str(asked(world, PRIYA, "who leads group 1?").card)
    assert CARLS in str(asked(world, CARL, "who leads group 1?").card)


def test_whoever_is_in_no_group_is_told_so(world: World) -> None:
    with world.sessions.begin() as session:
        session.execute(delete(Membership))
        roster.has_changed(session)
    assert asked(world, BEN, "who leads our group?").card.title == "You are in no group"


def test_who_leads_a_review_is_still_its_team(world: World) -> None:
    booked(world)
    assert world.person(PRIYA).type("who leads Oak?").title == REVIEW


SPRING = "The spring half term is Monday 12 February to Friday 16 February 2018."
CHRISTMAS = "The Christmas holiday is Thursday 21 December 2017 to Wednesday 3 January 2018."


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("when's half term?", SPRING),
        ("when is the next half-term", f"{SPRING} The last school day before it is Friday 9 February 2018."),
        ("when do we break up?", CHRISTMAS),
        ("when do we break up for Christmas", "The last school day before it is Wednesday 20 December 2017."),
        ("when do we go back?", "School starts again on Thursday 4 January 2018."),
        ("when does term end", CHRISTMAS),
        ("when are the Easter holidays?", "The Easter holiday is Thursday 29 March to Sunday 15 April 2018."),
        ("when do we break up for the summer", "The summer holiday is from Wednesday 25 July 2018 on."),
        ("term dates please", CHRISTMAS),
    ],
)
@pytest.mark.parametrize("email", [PRIYA, BEN, OFFICE])
def test_the_holidays_are_those_of_the_calendar(world: World, email: str, typed: str, says: str) -> None:
    card = asked(world, email, typed).card
    assert card.title == "School holidays"
    assert says in str(card)


def test_a_holiday_that_is_on_is_said_to_be_on(world: World) -> None:
    world.now = datetime(2018, 2, 13, 9, 0, tzinfo=UTC)
    card = asked(world, PRIYA, "when is half term?").card
    assert "is on now. School starts again on Monday 19 February 2018." in str(card)


def test_where_no_dates_are_known_that_is_said(world: World) -> None:
    world.now = datetime(2018, 6, 20, 9, 0, tzinfo=UTC)
    assert "its dates are not in the roster" in str(asked(world, PRIYA, "when is half term?").card)
    with world.sessions.begin() as session:
        session.execute(delete(CalendarSpan))
        roster.has_changed(session)
    assert "its dates are not in the roster" in str(asked(world, PRIYA, "when do we break up?").card)


@pytest.mark.parametrize(
    "typed", ["undo", "take that back", "please undo that", "can I undo that?", "undo the move"]
)
def test_nothing_is_undone_by_a_word_and_the_way_to_it_is_a_click_away(world: World, typed: str) -> None:
    kate = booked(world)
    kate = asked(world, KATE, typed)
    assert kate.card.title == "I have taken nothing back"
    assert {"See the review", "History"} <= set(labels(kate))
    assert kate.click("History").title == "History: Oak Primary School"


def test_the_nearest_is_what_was_done_last(world: World) -> None:
    booked(world)
    world.person(PRIYA).open("meeting.propose?review=1&arranged=0", day="28 Nov", time="2pm")
    priya = asked(world, PRIYA, "undo")
    assert "The last that you did: proposed a time for the pre-review meeting" in str(priya.card)
    assert priya.click("Meeting").title == f"Pre-review meeting: {REVIEW}"


def test_whoever_has_done_nothing_is_told_where_things_are_taken_back(world: World) -> None:
    booked(world)
    for email in (CARL, SIAN):
        card = asked(world, email, "take that back").card
        assert ("Answers for a date" in str(card), "Oak" in str(card)) == (True, False)


def test_what_they_may_not_see_any_more_is_not_named(world: World) -> None:
    booked(world)
    ben = world.person(BEN)
    ben.open("answer.accept?review=1&day=2017-12-07")
    assert "Oak" in str(asked(world, BEN, "undo").card)
    assert "History" not in labels(asked(world, BEN, "undo"))

"""The card of a review that was held: what is still to do comes first, all else is one click away."""

from collections.abc import Sequence

import pytest

from bot.cards.model import Card
from bot.rules.roles import Role
from tests.chat import World, buttons
from tests.conversation.afterwards import delivered, reviewed
from tests.conversation.conftest import BEN, CHIDI, KATE, OFFICE, PRIYA, SIAN, ZOE, booked
from tests.permissions.people import give_role

REVIEW, MORE = "review.show?review=1", "More about it"
# What a phone shows at once.
MOST = 6
DATES = ["All dates", "Calendar file"]
CALL_OFF = ["Postpone it", "Cancel it"]
BEFORE = ["Paperwork", "Meeting", "Timetable of the day"]


def labels(card: Card) -> list[str]:
    """The card's own come first."""
    return [one.label for one in buttons(card)]


@pytest.mark.parametrize(
    ("email", "first"),
    [
        (SIAN, ["Notes of the day", "Feedback", "Summary"]),
        (BEN, ["Notes of the day", "Summary"]),
        (CHIDI, ["Workshop", "Action plan"]),
        (PRIYA, ["Sent papers"]),
        (KATE, ["Sent papers"]),
    ],
)
def test_on_the_next_day_what_is_to_do_comes_first(
    world_on_sqlite: World, email: str, first: Sequence[str]
) -> None:
    reviewed(world_on_sqlite)
    world_on_sqlite.wait(days=1)
    offered = labels(world_on_sqlite.person(email).open(REVIEW))
    assert offered[: len(first)] == list(first)
    assert offered[-2:] == ["All dates", MORE]
    assert len(offered) <= MOST


@pytest.mark.parametrize(
    ("email", "first"),
    [
        (PRIYA, ["Audit proforma", "Sent papers"]),
        # The workshop was held and recorded.
        (CHIDI, ["Audit proforma", "Development visit", "Sent papers"]),
        (SIAN, ["Notes of the day", "Feedback", "Summary", "Audit proforma"]),
        (OFFICE, ["Sent papers"]),
    ],
)
def test_once_the_plan_was_sent_its_followers_come_first(
    world_on_sqlite: World, email: str, first: Sequence[str]
) -> None:
    delivered(world_on_sqlite)
    offered = labels(world_on_sqlite.person(email).open(REVIEW))
    assert offered[: len(first)] == list(first)
    assert len(offered) <= MOST


def test_what_comes_first_stands_out(world_on_sqlite: World) -> None:
    reviewed(world_on_sqlite)
    world_on_sqlite.wait(days=1)
    card = world_on_sqlite.person(SIAN).open(REVIEW)
    assert [one.label for one in buttons(card) if one.style == "primary"] == ["Notes of the day"]
    assert not [one for one in buttons(world_on_sqlite.person(KATE).open(REVIEW)) if one.style == "primary"]


def test_on_the_day_itself_the_timetable_is_at_hand(world_on_sqlite: World) -> None:
    reviewed(world_on_sqlite)
    for email in (SIAN, BEN, PRIYA):
        assert "Timetable of the day" in labels(world_on_sqlite.person(email).open(REVIEW))


def test_whoever_has_not_answered_by_the_day_does_so_first(world_on_sqlite: World) -> None:
    reviewed(world_on_sqlite)
    sian = world_on_sqlite.person(SIAN)
    work = ["Timetable of the day", "Notes of the day", "Feedback", "Summary"]
    assert labels(sian.open(REVIEW)) == ["Accept", *work, MORE]
    assert {"Accept", "Can’t do it", "Suggest another date"} < set(labels(sian.click(MORE)))


def test_a_lead_calls_it_off_on_the_morning_itself(world_on_sqlite: World) -> None:
    reviewed(world_on_sqlite)
    kate = world_on_sqlite.person(KATE)
    offered = labels(kate.open(REVIEW))
    assert set(CALL_OFF) < set(offered)
    assert len(offered) <= MOST
    world_on_sqlite.wait(days=1)
    assert not set(CALL_OFF) & set(labels(kate.open(REVIEW)))
    assert not set(CALL_OFF) & set(labels(world_on_sqlite.person(BEN).open(REVIEW)))


def test_nothing_is_out_of_reach(world_on_sqlite: World) -> None:
    delivered(world_on_sqlite)
    priya = world_on_sqlite.person(PRIYA)
    priya.open(REVIEW)
    card = priya.click(MORE)
    assert card.title == "More about Oak Primary School, Thursday 7 December 2017"
    found = labels(card)
    after = ["Feedback", "Summary", "Workshop", "Action plan", "Audit proforma", "Development visit"]
    shown = [*BEFORE, *after, "Sent papers", "Files of the papers", *DATES, "History"]
    assert found == ["See the review", *shown]
    assert priya.click("See the review").title == "Oak Primary School, Thursday 7 December 2017"


def test_whoever_leads_can_still_say_that_it_was_not_held(world_on_sqlite: World) -> None:
    booked(world_on_sqlite, "Fri 3 Nov")
    world_on_sqlite.wait(days=5)
    kate = world_on_sqlite.person(KATE)
    assert "Postpone it" not in labels(kate.open(REVIEW))
    assert labels(kate.click(MORE))[-3:] == ["Move it", "Postpone it", "Cancel it"]
    assert kate.click("Postpone it").is_form


def test_before_the_review_and_where_there_is_little_all_of_it_is_there_at_once(
    world_on_sqlite: World,
) -> None:
    booked(world_on_sqlite)
    kate = world_on_sqlite.person(KATE)
    assert {"Move it", "Cancel it"} < set(labels(kate.open(REVIEW)))
    assert MORE not in labels(kate.card)
    give_role(world_on_sqlite.sessions, ZOE, Role.HEAD, "holly-lane")
    world_on_sqlite.now = world_on_sqlite.now.replace(month=12, day=8)
    assert labels(world_on_sqlite.person(ZOE).open(REVIEW)) == ["Workshop", *DATES]


def test_more_is_open_to_those_who_see_the_review_and_to_nobody_else(world_on_sqlite: World) -> None:
    delivered(world_on_sqlite)
    give_role(world_on_sqlite.sessions, ZOE, Role.HEAD, "holly-lane")
    more = "review.more?review=1"
    assert labels(world_on_sqlite.person(ZOE).open(more)) == ["See the review", "Workshop", *DATES]
    assert "Move it" not in labels(world_on_sqlite.person(PRIYA).open(more))
    refused = world_on_sqlite.person("margaret.osei@oak.example")
    assert refused.open(more).title == refused.open(REVIEW).title != "Oak Primary School"

"""Who writes the summary, who is told only how it stands, and that its words stay with its writers."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.cards.model import Button
from bot.rules.findings import Strand
from bot.rules.milestones import Kind
from bot.rules.permissions import Paper
from storage.models import Change, Milestone, Person, SentPaper
from tests.chat import World
from tests.conversation.conftest import (
    BEN,
    CARL,
    CHANNEL,
    CHIDI,
    KATE,
    MARTIN,
    OFFICE,
    OWEN,
    PRIYA,
    SIAN,
    ZOE,
    booked,
    number,
)
from tests.conversation.summing_up import (
    IMPACT,
    NOTES,
    SHOW,
    TITLE,
    WRITE,
    added,
    kinds,
    noted,
    on_the_day,
    stored,
)

AMIT = "amit.desai@consortium.example"
WRITES = (
    WRITE,
    NOTES,
    IMPACT,
    "summary.add?review=1",
    "summary.take?review=1",
    "summary.save_impact?review=1&versions=0",
    "summary.read?review=1",
    "summary.read?review=1&point=1",
    "summary.change?review=1&point=1",
    "summary.save?review=1&point=1&version=1",
    "summary.place?review=1&point=1&to=1",
    "summary.remove?review=1&point=1&version=1",
    "summary.removed?review=1",
    "summary.put_back?review=1&point=1",
)


@pytest.fixture
def day(world_on_sqlite: World) -> World:
    return on_the_day(world_on_sqlite)


def sent(world: World, *, released: bool = False) -> None:
    """The summary was sent on the 12th."""
    at = datetime(2017, 12, 12, 9, 0, tzinfo=UTC)
    with world.sessions.begin() as session:
        sian = session.scalars(select(Person.id).where(Person.email == SIAN)).one()
        change = session.scalars(select(Change.id)).first()
        session.add(
            SentPaper(
                review_id=1,
                paper=Paper.SUMMARY,
                number=1,
                content={},
                by_id=sian,
                at=at,
                change_id=change,
                released_at=at if released else None,
            )
        )
        session.scalars(select(Milestone).where(Milestone.kind == Kind.SUMMARY)).one().done_at = at


def labels(world: World, email: str, route: str = SHOW) -> list[str]:
    return [one.label for one in world.person(email).open(route).buttons if isinstance(one, Button)]


def test_the_team_writes_it_and_only_the_lead_reviewer_is_offered_to_send_it(day: World) -> None:
    added(day, BEN, strengths="Calm corridors")
    assert "Preview and send" in labels(day, SIAN)
    for email in (BEN, MARTIN):
        assert "Calm corridors" in str(day.person(email).open(SHOW))
        assert "Preview" in labels(day, email)
        assert "Preview and send" not in labels(day, email)


def test_all_others_are_told_that_it_is_not_sent_and_none_of_its_words(day: World) -> None:
    added(day, strengths="Canary corridors")
    for email in (PRIYA, CHIDI, OWEN, KATE, OFFICE, AMIT):
        card = day.person(email).open(SHOW)
        assert card.title == TITLE
        assert "Not sent yet. It is due on Thursday 14 December 2017." in str(card)
        assert "Canary" not in str(card)
    for email in (CARL, ZOE):
        assert day.person(email).open(SHOW).title.startswith("Sorry")


def test_nobody_else_writes_it_or_reads_it_by_any_of_its_buttons(day: World) -> None:
    added(day, strengths="Canary corridors")
    noted(day, BEN, Strand.STRENGTH, "Canary note")
    for email in (PRIYA, CHIDI, KATE, OFFICE, AMIT, CARL, ZOE):
        for route in WRITES:
            card = day.person(email).open(route, strengths="Mine", text="Mine", strand="strength")
            assert card.title.startswith("Sorry"), (email, route)
            assert "Canary" not in str(card)
    assert stored(day)[Strand.STRENGTH] == ["Canary corridors"]
    assert kinds(day) == ["summary_points_added"]


def test_once_it_is_sent_those_who_may_read_it_are_led_to_what_was_sent(day: World) -> None:
    added(day, strengths="Canary corridors")
    sent(day)
    for email in (PRIYA, CHIDI, OFFICE):
        card = day.person(email).open(SHOW)
        assert "Sent on Tuesday 12 December 2017." in str(card)
        assert "paper.show" in str(card)
        assert "Canary" not in str(card)
    assert "paper.show" not in str(day.person(KATE).open(SHOW))
    assert "has still to release it" in str(day.person(AMIT).open(SHOW))
    assert "paper.show" not in str(day.person(AMIT).open(SHOW))


def test_the_management_group_reads_it_once_the_office_has_released_it(day: World) -> None:
    added(day, strengths="Canary corridors")
    sent(day, released=True)
    card = str(day.person(AMIT).open(SHOW))
    assert "paper.show" in card
    assert "still to release" not in card
    assert "Given" not in card
    assert "Feedback" in str(day.person(AMIT).open("feedback.show?review=1"))


def test_what_was_sent_can_still_be_changed_and_that_it_has_to_be_sent_again_is_said(day: World) -> None:
    added(day, strengths="Calm corridors")
    sent(day)
    card = str(day.person(SIAN).open(SHOW))
    assert "Sent on Tuesday 12 December 2017." in card
    assert "goes out once it is sent again" in card


def test_before_the_day_and_of_a_review_that_is_off_nothing_is_written(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    kate, sian = booked(world), world.person(SIAN)
    assert "from the day of the review on" in str(sian.open(WRITE))
    assert "Not sent yet" in str(sian.open(SHOW))
    assert "Summary" not in labels(world, SIAN, "review.show?review=1")
    world.now = datetime(2017, 12, 7, 10, 0, tzinfo=UTC)
    assert "Summary" in labels(world, SIAN, "review.show?review=1")
    assert "Summary" not in labels(world, ZOE, "review.show?review=1")
    kate.open("postpone.ask?review=1")
    kate.click("Postpone it", reason="Snow")
    assert "from the day of the review on" in str(sian.open("summary.add?review=1", strengths="Late"))
    kate.open("cancel.ask?review=1")
    kate.click("Cancel it", reason="Snow")
    assert "cancelled" in str(sian.open("summary.add?review=1", strengths="Late"))
    assert kinds(world) == ["postponed", "cancelled"]


def test_its_words_stand_in_no_history_and_no_channel(day: World) -> None:
    sian = added(day, strengths="Canary corridors")
    sian.click("Change")
    sian.click("Save it", text="Canary classrooms")
    sian.open(IMPACT)
    sian.click("Save it", impact="Canary impact")
    history = str(day.person(KATE).open("review.history?review=1"))
    assert "changed a point of the summary" in history
    day.send_waiting()
    assert "Canary" not in history + str(day.channel(CHANNEL)) + str(day.room.posts)


@pytest.mark.parametrize(
    "token",
    [
        "summary.show?review=9",
        "summary.add",
        "summary.change?review=1&point=9",
        "summary.place?review=1&point=1&to=x",
        "summary.read?review=1&item=9",
        "summary.read?review=1&point=9",
        "summary.put_back?review=1",
    ],
)
def test_damaged_buttons_change_nothing(day: World, token: str) -> None:
    added(day, strengths="Calm")
    assert day.person(SIAN).open(token, strengths="Mine").title.startswith("Sorry")
    assert kinds(day) == ["summary_points_added"]


def test_whoever_has_a_review_to_come_as_well_means_the_one_that_was_held(world_on_sqlite: World) -> None:
    kate = booked(world_on_sqlite)
    kate.type("/schedule-review St Anne's, Fri 15 Dec", place=CHANNEL)
    lead, reviewer = number(world_on_sqlite, BEN), number(world_on_sqlite, ZOE)
    kate.click("See the timetable", lead_reviewer=lead, reviewers=reviewer)
    assert kate.click("Book it", champions_reason="Nobody is free").title.startswith("Booked")
    ben = world_on_sqlite.person(BEN)
    assert "Which" in ben.type("summary").title
    world_on_sqlite.now = datetime(2017, 12, 8, 9, 0, tzinfo=UTC)
    for typed in ("summary", "summary Oak", "the peer review summary for Oak", "write the summary of Oak"):
        assert ben.type(typed).title == TITLE
    assert ben.type("feedback").title.startswith("Feedback: Oak Primary School")
    assert ben.type("summary St Anne's").title.startswith("Summary: St Anne")

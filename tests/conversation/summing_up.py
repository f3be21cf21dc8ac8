"""The summary of Oak's review on Thursday 7 December 2017, led by Siân with Ben and Martin."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from sqlalchemy import select

from bot.cards.model import Card, Listing
from bot.rules.findings import SUMMARY, Strand
from storage import summaries
from storage.models import Change, Person, PlanItem, Review, Summary, SummaryPoint, TeamNote
from tests.chat import Chat, World
from tests.conversation.conftest import SIAN, booked

SHOW, WRITE, NOTES = "summary.show?review=1", "summary.write?review=1", "summary.notes?review=1"
IMPACT = "summary.impact?review=1"
TITLE = "Summary: Oak Primary School, Thursday 7 December 2017"
DAY = datetime(2017, 12, 7, 10, 0, tzinfo=UTC)


def on_the_day(world: World) -> World:
    booked(world)
    world.now = DAY
    return world


def noted(world: World, by: str, strand: Strand, *texts: str) -> None:
    """Somebody of the team has jotted these down."""
    with world.sessions.begin() as session:
        person = session.scalars(select(Person.id).where(Person.email == by)).one()
        session.add_all(
            TeamNote(review_id=1, strand=strand, text=text, by_id=person, at=world.now) for text in texts
        )


def planned_before(world: World, *actions: str) -> None:
    """Oak has been reviewed a year ago, and its plan has these actions; the first of them is done."""
    with world.sessions.begin() as session:
        now = session.get_one(Review, 1)
        before = Review(
            school_id=now.school_id,
            group_id=now.group_id,
            year_id=now.year_id,
            number=9,
            day=date(2016, 12, 8),
            note="",
            champions_reason="",
            reason="",
            booked_by_id=now.booked_by_id,
            booked_at=now.booked_at,
            team_changes=0,
        )
        session.add(before)
        session.flush()
        for position, action in enumerate(actions, 1):
            item = PlanItem(review_id=before.id, position=position, action=action, by_id=now.booked_by_id)
            item.at, item.due = now.booked_at, date(2017, 5, 1)
            item.done_at = datetime(2017, 4, 3, 9, 0, tzinfo=UTC) if position == 1 else None
            session.add(item)


def added(world: World, by: str = SIAN, **typed: str) -> Chat:
    someone = world.person(by)
    someone.open(WRITE)
    someone.click("Add them", **typed)
    return someone


def rows(card: Card) -> Sequence[str]:
    return [row.title for part in card.blocks if isinstance(part, Listing) for row in part.rows]


def stored(world: World) -> Mapping[Strand, Sequence[str]]:
    with world.sessions() as session:
        found = summaries.points(session, 1)
        return {strand: [one.text for one in found if one.strand is strand] for strand in SUMMARY}


def point(world: World, text: str) -> int:
    with world.sessions() as session:
        return session.scalars(select(SummaryPoint.id).where(SummaryPoint.text == text)).one()


def impact(world: World) -> str:
    with world.sessions() as session:
        return session.scalars(select(Summary.impact)).one_or_none() or ""


def comments(world: World) -> Sequence[str]:
    with world.sessions() as session:
        found = summaries.comments(session, 1)
        return [found[number].text for number in sorted(found)]


def kinds(world: World) -> Sequence[str]:
    with world.sessions() as session:
        return [what for what in session.scalars(select(Change.what).order_by(Change.id)) if what != "booked"]

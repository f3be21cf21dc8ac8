"""A digest asks the database as often for three reviews as for three hundred."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.cards.model import Card
from bot.handlers.digest_weekly import write_digests
from bot.letters import TEMPLATES, Letter
from bot.platforms.playground.furnishing import give_accounts
from bot.rules.permissions import Paper
from storage.models import Change, DevelopmentVisit, Group, Outgoing, PlanItem, Review, SentPaper
from tests.benchmarks.past import store
from tests.chat import LINKS
from tests.conftest import with_sample
from tests.databases import Databases, Fill, copied, opened
from tests.queries import counting

MONDAY = datetime(2017, 11, 6, 8, 0, tzinfo=UTC)


def three(url: str) -> None:
    filled(url, 3)


def three_hundred(url: str) -> None:
    filled(url, 300)


def filled(url: str, number: int) -> None:
    """That many reviews in one group, all of this year or open still, each with a plan that was sent."""
    with_sample(url)
    with opened(url) as sessions:
        give_accounts(sessions)
        store(sessions, number)
        with sessions.begin() as session:
            group = session.scalars(select(Group.id).where(Group.name == "Collaborative Group 2")).one()
            session.execute(
                update(Review).values(
                    group_id=group, day=date(2017, 10, 12), cancelled_at=None, closed_at=None
                )
            )
            for review in session.scalars(select(Review)):
                with_plan(session, review)


def with_plan(session: Session, review: Review) -> None:
    by, at = review.booked_by_id, MONDAY
    change = Change(review_id=review.id, by_id=by, at=at, what="plan_sent", was={}, now={})
    session.add(change)
    session.flush()
    session.add_all(
        (
            PlanItem(review_id=review.id, position=1, action="Read", due=date(2017, 11, 9), by_id=by, at=at),
            SentPaper(
                review_id=review.id,
                paper=Paper.PLAN,
                number=1,
                content={},
                by_id=by,
                at=at,
                change_id=change.id,
            ),
            DevelopmentVisit(review_id=review.id, day=date(2017, 11, 8)),
        )
    )


def rendered(session: Session, key: str) -> Card:
    message = session.scalars(select(Outgoing).where(Outgoing.key.startswith(key))).one()
    card = TEMPLATES[message.template](Letter(session, None, MONDAY, message.args, LINKS))
    assert card is not None
    return card


def costs(databases: Databases, fill: Fill) -> dict[str, int]:
    with copied(databases, fill) as url, opened(url) as sessions:
        with sessions.begin() as session:
            # The roster is read into memory.
            write_digests(session, MONDAY.replace(hour=7))
        found: dict[str, int] = {}
        with counting(sessions) as asked, sessions.begin() as session:
            write_digests(session, MONDAY)
        found["tick"] = len(asked)
        with sessions() as session:
            keys = session.scalars(select(Outgoing.key).where(Outgoing.template.like("digest.%"))).all()
            reviews = session.scalar(select(func.count(Review.id))) or 0
        for key in keys:
            with counting(sessions) as asked, sessions() as session:
                card = rendered(session, key)
                has_them = not key.startswith(("digest.group:1", "digest.group:3"))
                assert (f"0 of {reviews} done" in str(card)) is has_them
            found[key] = len(asked)
        return found


@pytest.fixture(scope="module")
def few_and_many(sqlite_databases: Databases) -> tuple[dict[str, int], dict[str, int]]:
    return costs(sqlite_databases, three), costs(sqlite_databases, three_hundred)


def test_no_digest_asks_more_when_more_is_stored(
    few_and_many: tuple[dict[str, int], dict[str, int]],
) -> None:
    few, many = few_and_many
    assert few == many
    # Three groups, the Management Group, and the passing of the worker that writes them.
    assert len(few) == 5


def test_a_digest_asks_no_more_than_it_may(few_and_many: tuple[dict[str, int], dict[str, int]]) -> None:
    _, many = few_and_many
    written = many["tick"]
    assert written <= 20
    assert max(cost for key, cost in many.items() if key != "tick") <= 14, many

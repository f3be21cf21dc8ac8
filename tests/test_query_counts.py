"""No step of the conversation asks the database more often because more reviews are stored."""

from collections.abc import Mapping
from datetime import date

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.platforms.playground.furnishing import give_accounts
from bot.platforms.playground.room import PLATFORM
from bot.rules.roles import Answer, TeamPart
from storage.models import Group, Person, Review, TeamMember
from tests.benchmarks.past import store
from tests.benchmarks.steps import Stage, plan
from tests.conftest import with_sample
from tests.databases import Databases, Fill, copied, opened

# What each step may ask on SQLite; more has to be worth its time.
MOST: Mapping[str, int] = {
    # One of them only after the date of some review has changed.
    "/schedule-review Oak, Thurs 7 Dec": 3,
    "See the timetable": 9,
    "Book it": 49,
    # Some sixty of them, each read, sent and recorded; one is the card with all the papers, which looks at
    # the whole pack, and is looked at again after each change of the date.
    "Deliver all the messages": 902,
    # Four of them to ask for the papers: which change gave the date, who heads the school, whether they have
    # been asked, and the message.
    "Confirm": 19,
    "Accept": 14,
    "Can’t do it": 5,
    "Can’t do it: Yes, tell them": 15,
    "Choose someone else": 6,
    "Choose someone else: Ask them": 32,
    "Suggest another date": 5,
    "Suggest another date: Suggest it": 11,
    # One of them says that the date of a review has changed, as in all that change one.
    # Of this and of what moves or cancels a review: one for the requests for its timetable that stand.
    # Three have the card with the papers, and whoever helps, shown anew; so it is with the next two.
    "Use this date": 45,
    # One of them each for the paperwork that somebody owes, the meetings to arrange, the feedback and the
    # summaries, the papers to sign, the workshops and plans, what a headteacher owes since the plan, the
    # parts of proformas, and the actions that are due.
    "/peer-review": 20,
    # One of them for which of its papers have been sent.
    "Open a review": 9,
    "All dates": 6,
    "History": 8,
    "Move it": 6,
    "Move it: See what changes": 9,
    "Move it: Move it": 44,
    "Cancel it": 6,
    "Cancel it: Cancel it": 30,
}


def ten(url: str) -> None:
    filled(url, 10)


def three_hundred(url: str) -> None:
    filled(url, 300)


def filled(url: str, reviews: int) -> None:
    with_sample(url)
    with opened(url) as sessions:
        give_accounts(sessions)
        store(sessions, reviews)
        with sessions.begin() as session:
            near_the_lead(session)
            # Noting that somebody has come to another platform is one more, once.
            session.execute(update(Person).values(home_platform=PLATFORM))


def near_the_lead(session: Session) -> None:
    """Put every fifth review into the Lead's own group, half of them to come and short of a reviewer."""
    group = session.scalar(select(Group.id).where(Group.name == "Collaborative Group 2"))
    session.execute(update(Review).where(Review.id % 5 == 0).values(group_id=group))
    session.execute(update(Review).where(Review.id % 10 == 0).values(day=date(2018, 1, 9)))
    reviewer = (TeamMember.review_id % 10 == 0) & (TeamMember.part == TeamPart.REVIEWER)
    session.execute(update(TeamMember).where(reviewer).values(answer=Answer.DECLINED))


# What it takes to read the roster, and which schools have a review, in the first turn after a start.
FIRST = 9


@pytest.fixture(scope="module")
def asked(sqlite_databases: Databases) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """The queries of each step, with ten and with three hundred reviews stored."""
    return counts(sqlite_databases, ten), counts(sqlite_databases, three_hundred)


def counts(databases: Databases, fill: Fill) -> Mapping[str, int]:
    with copied(databases, fill) as url, opened(url) as sessions:
        stage = Stage(sessions)
        # The first time, the roster is read into memory.
        stage.play()
        return {step: cost.queries for step, cost in stage.play().items()}


def test_no_step_asks_more_when_more_is_stored(asked: tuple[Mapping[str, int], Mapping[str, int]]) -> None:
    few, many = asked
    assert few == many


@pytest.mark.parametrize("step", MOST)
def test_a_step_asks_no_more_than_it_may(
    asked: tuple[Mapping[str, int], Mapping[str, int]], step: str
) -> None:
    assert 0 < asked[1][step] <= MOST[step]


def test_every_step_has_its_bound(asked: tuple[Mapping[str, int], Mapping[str, int]]) -> None:
    assert asked[0].keys() == MOST.keys()


def test_the_first_turn_reads_what_is_kept_in_memory_and_no_other_does(sqlite_databases: Databases) -> None:
    with copied(sqlite_databases, ten) as url, opened(url) as sessions:
        stage = Stage(sessions)
        assert opens_the_form(stage) == opens_the_form(stage) + FIRST


def opens_the_form(stage: Stage) -> int:
    """How many queries it takes."""
    next(plan(stage))
    return stage.costs.pop("/schedule-review Oak, Thurs 7 Dec").queries

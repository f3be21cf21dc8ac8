"""One conversation on Slack, on Teams and in the practice room leaves the same behind.

What was posted (`posts`) is not compared: a question that has been overtaken by the time the worker comes to
it is withdrawn, and how soon that is differs. Nor are accounts, references and channels: they are the
platform's own names for things.
"""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

import pytest
from sqlalchemy import delete, select

from storage.database import Sessions
from storage.models import (
    Change,
    Channel,
    ChannelChange,
    Draft,
    Milestone,
    Outgoing,
    Review,
    Suggestion,
    TeamMember,
)
from storage.models.base import Base
from tests.chat import MORNING
from tests.conftest import with_sample
from tests.databases import Databases, copied, opened
from tests.everywhere import practice
from tests.patience import until
from tests.slack import running as on_slack
from tests.slack import test_conversation as slack_conversation
from tests.slack.relay import Slack
from tests.teams import running as on_teams
from tests.teams import test_conversation as teams_conversation
from tests.teams.relay import Teams

Rows = Sequence[Mapping[str, Any]]
TABLES: Sequence[type[Base]] = (
    Review,
    TeamMember,
    Milestone,
    Change,
    Suggestion,
    Draft,
    ChannelChange,
    Outgoing,
)
DELIVERY = "when a message goes, and so whether it is news by then, depends on how busy the worker is"
THEIRS = "the platform's own name for it"
LEFT_OUT = {
    Outgoing: {
        "id": "a refresh is written by whoever finds it first",
        "finished_at": DELIVERY,
        "withdrawn": DELIVERY,
        "attempts": DELIVERY,
        "problem": DELIVERY,
    },
    ChannelChange: {"platform": THEIRS, "workspace": THEIRS, "conversation": THEIRS},
}


@pytest.fixture
def three(sqlite_databases: Databases) -> Iterator[Sequence[Sessions]]:
    with ExitStack() as stack:
        urls = [stack.enter_context(copied(sqlite_databases, with_sample)) for _ in range(3)]
        found = [stack.enter_context(opened(url)) for url in urls]
        for sessions in found:
            with sessions.begin() as session:
                # The roster has linked channels of the practice room; here somebody says whose one is.
                session.execute(delete(Channel))
        yield found


@pytest.mark.slow
async def test_the_same_conversation_leaves_the_same_behind(
    three: Sequence[Sessions], slack: Slack, teams: Teams
) -> None:
    practised, slacked, teamed = three
    await asyncio.to_thread(practice.whole_conversation, practised)
    async with on_slack.running(slack, slacked) as at_slack:
        await slack_conversation.test_the_whole_conversation(at_slack)
        await all_gone(slacked)
    async with on_teams.running(teams, teamed) as at_teams:
        await teams_conversation.test_the_whole_conversation(at_teams)
        await all_gone(teamed)
    for table in TABLES:
        expected = rows(practised, table)
        assert expected, table
        assert rows(slacked, table) == expected, ("Slack", table)
        assert rows(teamed, table) == expected, ("Teams", table)


async def all_gone(sessions: Sessions) -> None:
    """Until every message that is due has been delivered."""
    await until(lambda: not waiting(sessions))


def waiting(sessions: Sessions) -> Sequence[int]:
    with sessions() as session:
        query = select(Outgoing.id).where(Outgoing.finished_at.is_(None), Outgoing.due <= MORNING)
        return session.scalars(query).all()


def rows(sessions: Sessions, table: type[Base]) -> Rows:
    columns = [one.name for one in table.__table__.columns if one.name not in LEFT_OUT.get(table, {})]
    with sessions() as session:
        found = [{name: getattr(one, name) for name in columns} for one in session.scalars(select(table))]
    return sorted(found, key=str)

"""The scheduling conversation on Slack, on Teams and in the practice room leaves the same behind."""

import asyncio
from collections.abc import Sequence

import pytest

from storage.database import Sessions
from storage.models import (
    Change,
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
from tests.everywhere import practice
from tests.everywhere.behind import same
from tests.patience import until
from tests.preparing.hours import waiting
from tests.slack import running as on_slack
from tests.slack import test_conversation as slack_conversation
from tests.slack.relay import Slack
from tests.teams import running as on_teams
from tests.teams import test_conversation as teams_conversation
from tests.teams.relay import Teams

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
    same(practised, slacked, teamed, TABLES)


async def all_gone(sessions: Sessions) -> None:
    """Until every message that is due has been delivered."""
    await until(lambda: not waiting(sessions, MORNING))

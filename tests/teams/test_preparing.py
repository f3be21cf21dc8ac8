"""The whole preparing of a review on Teams, through Microsoft's Agents Playground."""

import pytest

from storage.database import Sessions
from tests.conversation.conftest import KATE
from tests.preparing.play import prepared
from tests.teams.preparing import TeamsStage
from tests.teams.relay import Teams
from tests.teams.running import Running, running
from tests.teams.test_conversation import GROUP, link


@pytest.mark.slow
async def test_a_review_is_prepared(teams: Teams, consortium: Sessions) -> None:
    async with running(teams, consortium) as at_work:
        await whole_preparing(at_work)


async def whole_preparing(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    await kate.install(channel=GROUP)
    await link(kate)
    await prepared(TeamsStage(at_work))

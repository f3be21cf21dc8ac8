"""A whole review on Teams, through Microsoft's Agents Playground: from booked to the returned proforma."""

import pytest

from storage.database import Sessions
from tests.conversation.conftest import KATE
from tests.improving.play import reviewed
from tests.teams.preparing import TeamsStage
from tests.teams.relay import Teams
from tests.teams.running import Running, running
from tests.teams.test_conversation import GROUP, link


@pytest.mark.slow
async def test_a_review_from_booked_to_the_returned_proforma(teams: Teams, consortium: Sessions) -> None:
    async with running(teams, consortium) as at_work:
        await whole_review(at_work)


async def whole_review(at_work: Running) -> None:
    kate = await at_work.person(KATE)
    await kate.install(channel=GROUP)
    await link(kate)
    await reviewed(TeamsStage(at_work))

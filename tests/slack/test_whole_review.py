"""A whole review on Slack, over HTTP: from booked to the returned proforma."""

import pytest

from storage.database import Sessions
from tests.conversation.conftest import KATE
from tests.improving.play import reviewed
from tests.slack.preparing import SlackStage
from tests.slack.relay import Slack
from tests.slack.running import Running, running
from tests.slack.test_conversation import link


@pytest.mark.slow
async def test_a_review_from_booked_to_the_returned_proforma(slack: Slack, consortium: Sessions) -> None:
    async with running(slack, consortium) as at_work:
        await whole_review(at_work)


async def whole_review(at_work: Running) -> None:
    await link(await at_work.person(KATE), await at_work.slack.channel("group-2"))
    await reviewed(SlackStage(at_work))

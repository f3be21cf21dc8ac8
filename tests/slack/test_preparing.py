"""The whole preparing of a review on Slack, over HTTP."""

import pytest

from storage.database import Sessions
from tests.conversation.conftest import KATE
from tests.preparing.play import prepared
from tests.slack.preparing import SlackStage
from tests.slack.relay import Slack
from tests.slack.running import Running, running
from tests.slack.test_conversation import link


@pytest.mark.slow
async def test_a_review_is_prepared(slack: Slack, consortium: Sessions) -> None:
    async with running(slack, consortium) as at_work:
        await whole_preparing(at_work)


async def whole_preparing(at_work: Running) -> None:
    await link(await at_work.person(KATE), await at_work.slack.channel("group-2"))
    await prepared(SlackStage(at_work))

"""Thirty requests in plain sentences on Slack: after a command, to the bot alone, and by naming it."""

import pytest

from storage.database import Sessions
from tests.asking import play
from tests.asking.unchanged import counted
from tests.conversation.conftest import KATE
from tests.preparing.play import booked
from tests.preparing.words import OAK
from tests.slack.preparing import SlackStage
from tests.slack.relay import Slack
from tests.slack.running import running
from tests.slack.test_conversation import link


@pytest.mark.slow
async def test_thirty_requests_on_slack(slack: Slack, sqlite_consortium: Sessions) -> None:
    async with running(slack, sqlite_consortium) as at_work:
        kate, channel = await at_work.person(KATE), await at_work.slack.channel("group-2")
        await link(kate, channel)
        stage = SlackStage(at_work)
        await booked(stage)
        await stage.settled()
        before = counted(sqlite_consortium)
        await play.asked(stage)
        await play.not_understood(stage)
        await kate.mention(channel, "when is Oak’s review, please?")
        await kate.read(OAK, channel, also=("Where it stands",))
        assert counted(sqlite_consortium) == before
        await play.gone_on_with(stage)


async def test_a_form_that_was_asked_for_in_words_has_them_once_it_is_opened(
    slack: Slack, sqlite_consortium: Sessions
) -> None:
    async with running(slack, sqlite_consortium) as at_work:
        await booked(SlackStage(at_work))
        kate, channel = await at_work.person(KATE), await at_work.slack.channel("group-2")
        await kate.close(all_of_them=True)
        await kate.mention(channel, "can we move Oak to 12 December?")
        await kate.read(f"Move the review at {OAK}", channel)
        await kate.click("Open the form")
        form = await kate.sees(f"Move the review at {OAK}")
        assert "2017-12-12" in str(form.values)

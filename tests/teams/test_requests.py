"""Thirty requests in plain sentences on Teams: to the bot alone, and by naming it in a channel."""

import pytest

from storage.database import Sessions
from tests.asking import play
from tests.asking.unchanged import counted
from tests.conversation.conftest import BEN, KATE
from tests.preparing.play import booked
from tests.preparing.words import OAK
from tests.teams.preparing import TeamsStage
from tests.teams.relay import Teams
from tests.teams.running import running
from tests.teams.test_conversation import GROUP, link


@pytest.mark.slow
async def test_thirty_requests_on_teams(teams: Teams, sqlite_consortium: Sessions) -> None:
    async with running(teams, sqlite_consortium) as at_work:
        kate = await at_work.person(KATE)
        await kate.install(channel=GROUP)
        await link(kate)
        stage = TeamsStage(at_work)
        await booked(stage)
        await stage.settled()
        before = counted(sqlite_consortium)
        await play.asked(stage)
        await play.not_understood(stage)
        await kate.mention(GROUP, "can we move Oak to 12 December?")
        form = await kate.read(f"Move the review at {OAK}", GROUP)
        assert form.values["day.picked"] == "2017-12-12"
        ben = await at_work.person(BEN)
        await ben.mention(GROUP, "can we move Oak to 12 December?")
        assert "you can suggest another date" in await ben.read("Which date would suit you better?")
        assert [shown for shown in ben.messages(GROUP) if "suit you better" in str(shown)] == []
        assert counted(sqlite_consortium) == before
        await play.gone_on_with(stage)

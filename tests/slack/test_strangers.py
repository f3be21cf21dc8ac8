"""People of other workspaces, and accounts that take the place of others."""

from typing import Any

import pytest
from sqlalchemy import select

from bot.platforms.slack import posting
from bot.platforms.slack.posting import Posting
from storage import accounts, addresses
from storage.database import Sessions
from storage.models import ChatIdentity
from tests.conversation.conftest import KATE
from tests.slack import payloads
from tests.slack.relay import Slack
from tests.slack.running import running
from tests.slack.seed import BOT_TOKEN, TEAM

Fields = dict[str, Any]
THEIRS = "T0THEIRS"


@pytest.fixture
def elsewhere(slack: Slack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everyone is of another workspace, as Slack tells it of those who share a channel with us."""
    ask = slack.ask

    async def asked(method: str, token: str, fields: Fields, *, caller: str = "") -> Fields:
        answer = await ask(method, token, fields, caller=caller)
        if method in {"users.info", "users.lookupByEmail"}:
            answer["user"] |= {"team_id": THEIRS, "is_stranger": False}
        return answer

    slack.ask = asked  # type: ignore[method-assign]
    monkeypatch.setattr(payloads, "TEAM", THEIRS)


@pytest.mark.usefixtures("elsewhere")
async def test_an_address_of_ours_in_another_workspace_lets_nobody_in(
    slack: Slack, sqlite_consortium: Sessions
) -> None:
    async with running(slack, sqlite_consortium, delivers=False) as at_work:
        kate = await at_work.person(KATE)
        await kate.command("/peer-review")
        assert "I don’t know you yet" in kate.ephemerals()[0]
        with sqlite_consortium() as session:
            assert session.scalars(select(ChatIdentity)).all() == []


@pytest.mark.usefixtures("elsewhere")
async def test_nobody_is_written_to_in_another_workspace(slack: Slack) -> None:
    assert await Posting(posting.client(BOT_TOKEN, slack.api)).find(KATE) is None


async def test_whoever_has_another_account_is_written_to_there(
    slack: Slack, sqlite_consortium: Sessions
) -> None:
    with sqlite_consortium.begin() as session:
        before = accounts.by_email(session, KATE)
        assert before
        accounts.keep(session, before, "slack", TEAM, "U0BEFORE")
    async with running(slack, sqlite_consortium, delivers=False) as at_work:
        kate = await at_work.person(KATE)
        await kate.command("/peer-review")
        with sqlite_consortium() as session:
            to = addresses.of_person(session, before.id, ["slack"])
        assert to == addresses.Address("slack", TEAM, kate.id, personal=True)

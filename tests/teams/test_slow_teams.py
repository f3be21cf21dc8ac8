"""While Teams or Microsoft takes its time, whoever presses a button has their answer all the same."""

import asyncio
from collections.abc import Iterator
from threading import Event

import pytest
from aiohttp import ClientSession

from bot.cards.words import Json
from bot.platforms.playground.furnishing import give_accounts
from bot.platforms.teams import connector
from bot.platforms.teams.activities import PLATFORM
from bot.platforms.teams.answering import Answering
from bot.platforms.teams.connector import Connector, Written
from bot.platforms.teams.consents import Consents
from bot.platforms.teams.people import Accounts, Members
from bot.platforms.teams.posting import Posting
from bot.platforms.teams.requests import Away
from storage import accounts
from storage.database import Sessions
from tests.chat import LINKS, MORNING
from tests.conversation.conftest import KATE
from tests.teams import activities
from tests.teams.rooms import Message
from tests.teams.seed import BOT, KATES_CHAT, TENANT, people

URL = "https://teams.example/uk/"


class Slow(Connector):
    """Changes a message when it is let. `changed` has the titles of what it became, in order."""

    def __init__(self) -> None:
        super().__init__("app", "", TENANT, ClientSession)
        self.may, self.changed = asyncio.Event(), list[str]()

    async def update(
        self, service_url: str, conversation: str, activity_id: str, card: Written, said: str
    ) -> None:
        # The first takes longest: the second would overtake it.
        await self.may.wait()
        await asyncio.sleep(0 if self.changed else 0.05)
        self.changed.append(said.splitlines()[0])


@pytest.fixture
def slow(sqlite_consortium: Sessions) -> Slow:
    give_accounts(sqlite_consortium)
    with sqlite_consortium.begin() as session:
        kate = accounts.by_email(session, KATE)
        assert kate
        accounts.keep(session, kate, PLATFORM, TENANT, people()[KATE].entra)
    return Slow()


def at_work(sessions: Sessions, slow: Slow) -> Answering:
    posting = Posting(sessions, slow, Members(sessions, slow, TENANT))
    known = Accounts(sessions, slow, TENANT)
    consents = Consents(sessions, LINKS, lambda: MORNING, slow, {}, ClientSession)
    return Answering(sessions, LINKS, lambda: MORNING, slow, known, posting, consents)


def press(verb: str) -> Json:
    shown = Message("1511956800000", KATES_CHAT, BOT, {})
    return activities.pressed(people()[KATE], shown, URL, {"verb": verb, "data": {}})


async def test_the_answer_does_not_wait_for_the_message_to_change(
    sqlite_consortium: Sessions, slow: Slow
) -> None:
    """Of four presses in a row the message shows the first, whose turn had come, and then the last."""
    answering = at_work(sqlite_consortium, slow)
    for verb in ("schedule.ask", "leave") * 2:
        answer = await answering.take(press(verb))
        assert answer is not None
        assert answer["type"] == "application/vnd.microsoft.card.adaptive"
    assert slow.changed == []
    slow.may.set()
    await answering.close()
    assert slow.changed == ["Schedule a review", "All right, nothing was changed"]


@pytest.fixture
def microsoft() -> Iterator[Event]:
    """Gives tokens once it is set."""
    gives = Event()
    yield gives
    gives.set()


async def test_a_microsoft_that_does_not_answer_holds_up_nothing_else(
    monkeypatch: pytest.MonkeyPatch, microsoft: Event
) -> None:
    def waits() -> str:
        microsoft.wait()
        return "a token"

    monkeypatch.setattr(connector, "TOKEN_SECONDS", 0.1)
    asks = Connector("app", "", TENANT, ClientSession)
    asks._credentials = type("Credentials", (), {"get_access_token": staticmethod(waits)})()
    several = [asks.send(URL, KATES_CHAT, {}, "") for _ in range(40)]
    for failed in await asyncio.gather(*several, return_exceptions=True):
        assert isinstance(failed, Away)
        assert not failed.perhaps_done
    assert await asyncio.wait_for(asyncio.to_thread(lambda: "at once"), 5) == "at once"

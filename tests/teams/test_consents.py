"""Whether somebody wants a paper as a file on Teams, answered: by whom, for how long, and what they get."""

import logging
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.cards.model import Go
from bot.delivery import deliver
from bot.documents import word
from bot.links import File
from bot.platforms.teams import files
from bot.platforms.teams.activities import PLATFORM
from bot.platforms.teams.answering import Answering
from bot.platforms.teams.consents import Consents
from bot.platforms.teams.people import Accounts
from bot.router import Incoming, answer
from storage import accounts, outbox, references
from storage.addresses import Address
from storage.database import Sessions
from tests.chat import FILES, LINKS, World
from tests.conversation.conftest import KATE, PRIYA
from tests.conversation.paper_files import AFTER, AMIT, PLAN, papers_sent, release, words_in
from tests.databases import Databases, copied, opened
from tests.documents.reading import text_of
from tests.teams import activities
from tests.teams.booking import GROUP
from tests.teams.rooms import Message
from tests.teams.seed import BOT, TENANT, people
from tests.teams.stub import Stub, connector, error, posts, stubbed
from tests.teams.test_files import Store, storing

Fields = dict[str, Any]
NAME = "oak-primary-school-2017-12-07-action-plan.docx"
QUESTION = "1700"
THEIRS = "https://oak-my.sharepoint.com/personal/Documents/plan.docx"


@pytest.fixture
def papers(sqlite_databases: Databases) -> Iterator[Sessions]:
    with copied(sqlite_databases, papers_sent) as url, opened(url) as sessions:
        yield sessions


@dataclass
class AtWork:
    """Three people of the roster with their chats, and a store in place of Microsoft's."""

    sessions: Sessions
    stub: Stub
    store: Store
    answering: Answering

    async def asks(self, email: str) -> Fields:
        """They ask for the action plan; gives what the question says of itself."""
        go = Go.parse("files.send?sent=2")
        assert answer(self.sessions, Incoming(PLATFORM, TENANT, people()[email].entra, go), AFTER, LINKS)
        with self.sessions() as session:
            [message] = outbox.waiting(session, AFTER)
        platforms = {PLATFORM: posts(self.sessions)}
        assert await deliver(message, AFTER, self.sessions, platforms, LINKS, FILES)
        assert self.stub.asked[-1] == f"POST conversations/a:{email}/activities"
        [piece] = self.stub.bodies[-1]["attachments"]
        assert piece["name"] == NAME
        context: Fields = piece["content"]["acceptContext"]
        return context

    def says(self, email: str, context: Fields, *, yes: bool = True, thread: str = "") -> Fields:
        upload = {
            "uploadUrl": self.store.url,
            "contentUrl": THEIRS,
            "name": "plan 1.docx",
            "uniqueId": "1150D938",
            "fileType": "docx",
        }
        asked = Message(QUESTION, thread or f"a:{email}", BOT, {})
        to = upload if yes else None
        return activities.consented(people()[email], asked, self.stub.url, context, to)

    async def brings(self, activity: Fields) -> str:
        """The answer to it is empty; gives what stands in place of the question then, as it is drawn."""
        before = len(self.stub.asked)
        assert await self.answering.take(activity) is None
        assert self.stub.asked[before:] in (
            [],
            [f"PUT conversations/{activity['conversation']['id']}/activities/{QUESTION}"],
        )
        return str(self.stub.bodies[-1]) if self.stub.asked[before:] else ""


@pytest.fixture
async def at_work(papers: Sessions, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[AtWork]:
    async with stubbed() as stub, storing() as store:
        with papers.begin() as session:
            for email in (PRIYA, KATE, AMIT):
                person = accounts.by_email(session, email)
                assert person
                accounts.keep(session, person, PLATFORM, TENANT, people()[email].entra)
                to = Address(PLATFORM, TENANT, people()[email].entra, personal=True)
                reached = {"service_url": stub.url, "account": people()[email].id}
                references.keep(session, to, reached | {"conversation": f"a:{email}"})
        really = files.is_microsofts
        monkeypatch.setattr(files, "is_microsofts", lambda url: url == store.url or really(url))
        asks = connector()
        consents = Consents(papers, LINKS, lambda: AFTER, asks, FILES, ClientSession)
        known = Accounts(papers, asks, TENANT)
        answering = Answering(papers, LINKS, lambda: AFTER, asks, known, posts(papers), consents)
        yield AtWork(papers, stub, store, answering)
        await answering.close()


def read(store: Store) -> list[list[str]]:
    return [words_in(text_of(File(body, word.MEDIA_TYPE, NAME))) for body, _ in store.put]


async def test_whoever_says_yes_has_it_in_their_files_and_the_chat_shows_it(at_work: AtWork) -> None:
    context = await at_work.asks(PRIYA)
    await at_work.brings(at_work.says(PRIYA, context))
    assert read(at_work.store) == [[PLAN]]
    [piece] = at_work.stub.bodies[-1]["attachments"]
    assert piece == {
        "contentType": "application/vnd.microsoft.teams.card.file.info",
        "contentUrl": THEIRS,
        "name": "plan 1.docx",
        "content": {"uniqueId": "1150D938", "fileType": "docx"},
    }


async def test_whoever_says_no_is_told_so_and_nothing_is_put_anywhere(at_work: AtWork) -> None:
    context = await at_work.asks(PRIYA)
    said = await at_work.brings(at_work.says(PRIYA, context, yes=False))
    assert "The file was not put into your files" in said
    assert "files.show?sent=2" in said
    assert at_work.store.put == []


async def test_somebody_elses_question_gives_nobody_a_right(at_work: AtWork) -> None:
    context = await at_work.asks(PRIYA)
    said = await at_work.brings(at_work.says(KATE, context))
    assert "Only those whom a paper is meant for" in said
    assert at_work.store.put == []


async def test_an_account_that_nobody_knows_gets_nothing(at_work: AtWork) -> None:
    context = await at_work.asks(PRIYA)
    activity = at_work.says(PRIYA, context)
    activity["from"] = {"id": "29:somebody", "aadObjectId": "entra-of-somebody"}
    at_work.stub.at["members"] = error(404)
    assert await at_work.answering.take(activity) is None
    assert at_work.store.put == []


async def test_who_has_lost_the_right_between_gets_nothing(at_work: AtWork) -> None:
    world = World(at_work.sessions, now=AFTER)
    release(world)
    context = await at_work.asks(AMIT)
    release(world, at=None)
    said = await at_work.brings(at_work.says(AMIT, context))
    assert "Only those whom a paper is meant for" in said
    assert at_work.store.put == []


async def test_a_double_press_and_one_that_is_brought_twice_put_it_once(at_work: AtWork) -> None:
    context = await at_work.asks(PRIYA)
    first = at_work.says(PRIYA, context)
    for activity in (first, first, at_work.says(PRIYA, context), at_work.says(PRIYA, context, yes=False)):
        await at_work.brings(activity)
    assert len(at_work.store.put) == 1
    assert [one for one in at_work.stub.asked if one.startswith("PUT")] == [
        f"PUT conversations/a:{PRIYA}/activities/{QUESTION}"
    ]


async def test_an_answer_that_does_not_say_to_which_question_is_taken_once_and_shown_below(
    at_work: AtWork,
) -> None:
    activity = at_work.says(PRIYA, await at_work.asks(PRIYA))
    del activity["replyToId"]
    for _ in range(2):
        assert await at_work.answering.take(activity) is None
    assert len(at_work.store.put) == 1
    assert at_work.stub.asked[-1] == f"POST conversations/a:{PRIYA}/activities"


@pytest.mark.parametrize(
    "forged",
    [
        {"uploadUrl": "https://evil.example/upload"},
        {"uploadUrl": "http://127.0.0.1:9/canary"},
        {"contentUrl": "https://evil.example/plan.docx"},
        {"uploadUrl": None, "contentUrl": 7},
    ],
)
async def test_an_address_that_is_not_microsofts_gets_no_file(
    at_work: AtWork, caplog: pytest.LogCaptureFixture, forged: Mapping[str, object]
) -> None:
    activity = at_work.says(PRIYA, await at_work.asks(PRIYA))
    activity["value"]["uploadInfo"] |= forged
    with caplog.at_level(logging.DEBUG):
        said = await at_work.brings(activity)
    assert at_work.store.put == []
    assert f"{LINKS.public_url}/word/" in said
    assert "evil.example" not in f"{said}{caplog.text}"
    assert "canary" not in caplog.text


@pytest.mark.parametrize("status", [401, 404, 503])
async def test_what_microsoft_does_not_take_comes_as_a_link(
    at_work: AtWork, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    context = await at_work.asks(PRIYA)
    at_work.store.status = status
    with caplog.at_level(logging.DEBUG):
        said = await at_work.brings(at_work.says(PRIYA, context))
    assert f"{NAME}: in this chat it can’t be a file, so it comes as a link." in said
    assert f"{LINKS.public_url}/word/" in said
    # The address lets whoever has it write there.
    # What the tests' own store says of itself is none of ours.
    ours = [str(one.getMessage()) for one in caplog.records if one.name != "aiohttp.access"]
    assert "canary" not in str(ours)
    assert words_in(str(ours)) == []


async def test_where_the_question_cannot_be_changed_the_file_is_shown_below(at_work: AtWork) -> None:
    context = await at_work.asks(PRIYA)
    at_work.stub.at[f"activities/{QUESTION}"] = error(405)
    assert await at_work.answering.take(at_work.says(PRIYA, context)) is None
    assert at_work.stub.asked[-1] == f"POST conversations/a:{PRIYA}/activities"
    assert at_work.stub.bodies[-1]["attachments"][0]["contentUrl"] == THEIRS


async def test_in_a_channel_nothing_is_put_and_nothing_is_said(at_work: AtWork) -> None:
    context = await at_work.asks(PRIYA)
    assert await at_work.brings(at_work.says(PRIYA, context, thread=GROUP)) == ""
    assert at_work.store.put == []


@pytest.mark.parametrize(
    "context",
    [
        {},
        {"file": "file?purpose=word&subject=77"},
        {"file": "file?purpose=word&subject=" + "9" * 30},
        {"file": "file?purpose=print'--&subject=2"},
        {"file": ["file?purpose=word&subject=2"]},
        {"file": "\x00\ud800"},
    ],
    ids=str,
)
async def test_a_question_that_was_damaged_gives_nothing(at_work: AtWork, context: Fields) -> None:
    said = await at_work.brings(at_work.says(PRIYA, context))
    assert "Only those whom a paper is meant for" in said
    assert at_work.store.put == []

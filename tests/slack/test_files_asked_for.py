"""Asking for a paper's Word file on Slack: it comes into one's own chat, or its link where that can't be."""

from collections.abc import Iterator
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.cards.model import Go
from bot.delivery import deliver
from bot.documents import word
from bot.links import File
from bot.platforms.slack import posting
from bot.platforms.slack.posting import Posting
from bot.router import Incoming, answer
from storage import accounts, outbox
from storage.database import Sessions
from tests.chat import FILES, LINKS
from tests.conversation.conftest import PRIYA
from tests.conversation.paper_files import AFTER, PLAN, papers_sent, words_in
from tests.databases import Databases, copied, opened
from tests.documents.reading import text_of
from tests.slack.relay import Slack
from tests.slack.seed import BOT_TOKEN, BOT_USER, OLD_TOKEN, TEAM, person_token

NAME = "oak-primary-school-2017-12-07-action-plan.docx"


@pytest.fixture
def papers(sqlite_databases: Databases) -> Iterator[Sessions]:
    with copied(sqlite_databases, papers_sent) as url, opened(url) as sessions:
        yield sessions


@pytest.fixture
async def asked(slack: Slack, papers: Sessions) -> Sessions:
    """Priya has asked for the action plan."""
    user = await slack.person(PRIYA)
    with papers.begin() as session:
        priya = accounts.by_email(session, PRIYA)
        assert priya
        accounts.keep(session, priya, "slack", TEAM, user)
    go = Go.parse("files.send?sent=2")
    assert answer(papers, Incoming("slack", TEAM, user, go), AFTER, LINKS)
    return papers


async def delivered(sessions: Sessions, slack: Slack, token: str) -> list[dict[str, Any]]:
    """What Priya finds in the chat with the bot then."""
    with sessions() as session:
        waiting = outbox.waiting(session, AFTER)
    to_slack = Posting(posting.client(token, slack.api))
    assert waiting
    for message in waiting:
        assert await deliver(message, AFTER, sessions, {"slack": to_slack}, LINKS, FILES)
    priya = slack.as_person(PRIYA)
    chat = (await priya.conversations_open(users=[BOT_USER]))["channel"]["id"]
    found: list[dict[str, Any]] = (await priya.conversations_history(channel=chat))["messages"]
    return found


async def test_the_word_file_stands_in_their_own_chat(asked: Sessions, slack: Slack) -> None:
    [shown] = [one for said in await delivered(asked, slack, BOT_TOKEN) for one in said.get("files", ())]
    assert shown["name"] == NAME
    headers = {"Authorization": f"Bearer {person_token(PRIYA)}"}
    async with ClientSession() as http, http.get(shown["url_private"], headers=headers) as answered:
        body = await answered.read()
    assert words_in(text_of(File(body, word.MEDIA_TYPE, NAME))) == [PLAN]


async def test_a_workspace_without_the_permission_gets_the_link_at_once(
    asked: Sessions, slack: Slack
) -> None:
    [said] = await delivered(asked, slack, OLD_TOKEN)
    assert "files" not in said
    assert f"{NAME}: in this chat it can’t be a file, so it comes as a link." in said["text"]
    assert f"{LINKS.public_url}/word/" in str(said["blocks"])
    # It has been seen to, so nothing is tried for ever.
    with asked() as session:
        assert outbox.waiting(session, AFTER) == []

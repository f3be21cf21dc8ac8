"""`peer-review web` as it is run: it is let in at Slack, answers, and delivers."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.platforms.slack.manifest import PATH
from tests.conftest import with_sample
from tests.conversation.conftest import KATE
from tests.databases import Databases, copied
from tests.processes import Serving, bare, free_port, serving
from tests.slack.person import someone
from tests.slack.relay import Slack
from tests.slack.running import SECRET
from tests.slack.seed import APP_TOKEN, BOT_TOKEN
from tests.slack.wire import Http

WAYS = {"HTTP": {"SLACK_SIGNING_SECRET": SECRET}, "Socket Mode": {"SLACK_APP_TOKEN": APP_TOKEN}}


@asynccontextmanager
async def web(slack: Slack, url: str, folder: Path, way: str) -> AsyncIterator[Serving]:
    port = free_port()
    settings = {"DATABASE_URL": url, "PORT": str(port), "SECRET_KEY": "k" * 32, "SLACK_BOT_TOKEN": BOT_TOKEN}
    environ = bare(
        **settings, **WAYS[way], SLACK_API_URL=slack.api, PYTHONPATH=":".join(filter(None, sys.path))
    )
    command = [sys.executable, "-m", "bot", "web", "--host", "127.0.0.1"]
    started = serving(command, port=port, folder=folder, environ=environ)
    # Slack stands in this process, and must go on answering meanwhile.
    served = await asyncio.to_thread(started.__enter__)
    try:
        yield served
    finally:
        await asyncio.to_thread(started.__exit__, None, None, None)


@pytest.mark.parametrize("way", WAYS)
async def test_it_answers_delivers_and_ends_in_order(
    slack: Slack, sqlite_databases: Databases, tmp_path: Path, way: str
) -> None:
    with copied(sqlite_databases, with_sample) as url:
        async with web(slack, url, tmp_path, way) as served:
            wire = Http(served.address + PATH, SECRET) if way == "HTTP" else slack.sockets
            kate = await someone(slack, wire, KATE)
            channel = await slack.channel("group-2")
            await kate.command("/peer-review", "link group 2", channel=channel)
            await kate.read("This is now the channel of Collaborative Group 2", channel)
            # The engine under it takes a moment to find its feet.
            await kate.until(lambda: posted(slack, channel))
            assert "Connected: slack" in (await asyncio.to_thread(served.get, "/"))[1]
            said = await asyncio.to_thread(served.stop)
            assert served.process.returncode == 0
    assert "Traceback" not in said
    assert "Serving http://127.0.0.1" in said
    assert "No chat platform" not in said


def posted(slack: Slack, channel: str) -> bool:
    calls = [call for call in slack.by_the_bot() if call.method == "chat.postMessage"]
    return any(call.asked["channel"] == channel and call.answer["ok"] for call in calls)

"""The process stops in the middle of what people do."""

import asyncio
import threading
import time

import pytest

from bot.platforms.slack import answering
from bot.router import answer
from storage.database import Sessions
from tests.conversation.conftest import KATE
from tests.slack.relay import Slack
from tests.slack.running import running

BY_COMMAND = ("/schedule-review", "Oak Primary, Tues 28 Nov")


@pytest.mark.parametrize("socket", [False, True], ids=["HTTP", "Socket Mode"])
async def test_what_was_begun_is_answered_before_the_process_ends(
    slack: Slack, sqlite_consortium: Sessions, monkeypatch: pytest.MonkeyPatch, socket: bool
) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def slow(*asked: object) -> object:
        begun.set()
        may_end.wait(5)
        return answer(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(answering, "answer", slow)
    monkeypatch.setattr(answering, "ACK_SECONDS", 0.5)
    async with running(slack, sqlite_consortium, socket=socket, delivers=False) as at_work:
        kate = await at_work.person(KATE)
        acting = asyncio.create_task(kate.command(*BY_COMMAND))
        await asyncio.to_thread(begun.wait, 5)
        # Only once the process ends: by then it is acknowledged, and nothing is shown yet.
        await asyncio.sleep(0.7)
        asyncio.get_running_loop().call_later(0.5, may_end.set)
    await acting
    assert kate.modal is not None


async def test_what_is_not_acknowledged_yet_is_acknowledged_before_the_line_is_closed(
    slack: Slack, sqlite_consortium: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    def slow(*asked: object) -> object:
        begun.set()
        time.sleep(0.5)
        return answer(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(answering, "answer", slow)
    async with running(slack, sqlite_consortium, socket=True, delivers=False) as at_work:
        kate = await at_work.person(KATE)
        acting = asyncio.create_task(kate.command("/peer-review"))
        await asyncio.to_thread(begun.wait, 5)
    assert "Kate Moore" in str((await acting).body)


async def test_a_line_that_is_dead_holds_up_nothing(slack: Slack, sqlite_consortium: Sessions) -> None:
    slack.sockets.deaf = True
    async with running(slack, sqlite_consortium, socket=True, delivers=False):
        await slack.sockets.connected()
        began = time.monotonic()
    assert time.monotonic() - began < 5

"""The web process keeps its threads on one core, and goes where there is room."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.commands import cores
from tests.needs import lacking
from tests.processes import bare, free_port, serving

HERE = Path("/proc/self")


def places(process: Path) -> set[str]:
    """Where each of its threads may run."""
    return {
        line.split()[1]
        for thread in (process / "task").iterdir()
        for line in (thread / "status").read_text().splitlines()
        if line.startswith("Cpus_allowed_list:")
    }


@pytest.fixture(autouse=True)
def linux() -> None:
    if sys.platform != "linux":
        lacking("only Linux is told where to run")


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as pool:
        pool.submit(int).result()
        yield pool


async def running() -> AsyncIterator[None]:
    app = web.Application()
    app.cleanup_ctx.append(cores.kept_together)
    async with TestClient(TestServer(app)):
        await asyncio.sleep(0.05)
        yield


async def test_all_threads_are_kept_on_one_core_until_the_end(threads: ThreadPoolExecutor) -> None:
    assert threads
    before = places(HERE)
    async for _ in running():
        with ThreadPoolExecutor(1) as later:
            later.submit(int).result()
            (kept,) = places(HERE)
        assert int(kept) in os.sched_getaffinity(0)
    assert places(HERE) == before


async def test_every_so_often_the_system_may_choose_another_core(monkeypatch: pytest.MonkeyPatch) -> None:
    moved: list[set[int]] = []
    monkeypatch.setattr(cores, "STAY_SECONDS", 0.01)
    monkeypatch.setattr(cores, "move", moved.append)
    allowed = os.sched_getaffinity(0)
    async for _ in running():
        await asyncio.sleep(0.2)
    kept, chosen = moved[:-1:2], moved[1:-1:2]
    assert len(kept) > 1
    assert all(len(each) == 1 and each <= allowed for each in kept)
    assert all(each == allowed for each in (*chosen, moved[-1]))


async def test_a_machine_that_will_not_have_it_serves_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(thread: int, where: set[int]) -> None:
        raise PermissionError(thread, where)

    monkeypatch.setattr(os, "sched_setaffinity", refused)
    before = places(HERE)
    async for _ in running():
        assert places(HERE) == before


def test_the_web_process_is_kept_together(tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "bot", "demo", "--port", str(port)]
    with serving(command, port=port, folder=tmp_path, environ=bare()) as served:
        (kept,) = places(Path(f"/proc/{served.process.pid}"))
        assert kept.isdigit()
        assert "ended" not in served.stop()

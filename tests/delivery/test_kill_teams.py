"""The same over Teams: what is killed has an open request to Teams, which may arrive all the same."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from aiohttp import web

from bot.cards.model import Card
from storage import references
from storage.addresses import Address
from storage.database import Sessions
from tests.delivery.doomed import SENDING_SECONDS, Notebook
from tests.delivery.test_kill import CHANNELS, Scene, in_order, nothing_lost_nothing_twice, write

IN_TIME_SECONDS = 10


@contextmanager
def connector_service(file: Path) -> Iterator[str]:
    """A stub of Teams in a thread of its own, which notes what arrives; its address."""
    notebook, started, loop = Notebook(file, "teams"), threading.Event(), asyncio.new_event_loop()
    address: list[str] = []

    async def posted(request: web.Request) -> web.Response:
        said, channel = await request.json(), request.match_info["conversation"]
        await asyncio.sleep(SENDING_SECONDS / 2)
        number = said["summary"].splitlines()[0]
        notebook.note("arrives", Address("teams", "T1", channel, personal=False), Card(number))
        # A kill here finds the message posted and not recorded.
        await asyncio.sleep(SENDING_SECONDS / 2)
        return web.json_response({"id": number}, status=201)

    async def serve() -> web.AppRunner:
        app = web.Application()
        app.router.add_post("/v3/conversations/{conversation}/activities", posted)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        address.append(f"http://127.0.0.1:{runner.addresses[0][1]}/")
        started.set()
        return runner

    def run() -> None:
        runner = loop.run_until_complete(serve())
        loop.run_forever()
        loop.run_until_complete(runner.cleanup())
        loop.close()

    thread = threading.Thread(target=run)
    thread.start()
    assert started.wait(IN_TIME_SECONDS)
    try:
        yield address[0]
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


@pytest.fixture
def scene(sessions: Sessions, engine_url: str, tmp_path: Path) -> Iterator[Scene]:
    file = tmp_path / "sent.txt"
    write(sessions, "teams")
    with connector_service(file) as service_url, ExitStack() as stack:
        with sessions.begin() as session:
            for n in range(CHANNELS):
                to = Address("teams", "T1", f"C{n}", personal=False)
                references.keep(session, to, {"service_url": service_url})
        yield Scene(engine_url, sessions, file, stack, {}, "teams")


@pytest.mark.slow
def test_a_killed_process_that_comes_back_loses_nothing_on_teams(scene: Scene) -> None:
    in_hand = set()
    scene.start("worker.1")
    for _ in range(2):
        in_hand |= scene.kill_while_sending("worker.1")
        scene.start("worker.1")
    scene.until(lambda: scene.left() == 0)
    nothing_lost_nothing_twice(scene, in_hand)
    in_order(scene)

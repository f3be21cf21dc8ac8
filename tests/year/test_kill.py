"""A school year with three processes that are killed: no message lost, and none twice but one in flight.

The year as in `test_the_year.py`, by the moments at which something can be due.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.models import Outgoing
from tests.chat import World
from tests.databases import Databases, copied, opened
from tests.year import besides, moments
from tests.year.conftest import in_september
from tests.year.days import passes
from tests.year.expected import Reminder, reminders
from tests.year.facts import DOWN, VISITS
from tests.year.living import Living, utc
from tests.year.points import Folder
from tests.year.reading import Reader, by_day, differences
from tests.year.scene import WORKERS, Scene


class Unsent(World):
    """What people cause to be written goes by way of the processes."""

    def send_waiting(self) -> None:
        pass


@pytest.fixture
def scene(postgres_databases: Databases, tmp_path: Path) -> Iterator[Scene]:
    with copied(postgres_databases, in_september) as url, opened(url) as sessions, ExitStack() as stack:
        folder = Folder(tmp_path)
        folder.notes.touch()
        yield Scene(url, sessions, folder, stack)


def lived(scene: Scene) -> Iterator[Reminder]:
    living, reader = Living(Unsent(scene.sessions), scene.folder.path), Reader(scene.sessions)
    for stop in moments.stops():
        living.until(stop)
        if stop == DOWN[1]:
            scene.kill(*scene.running)
        if stop in moments.DIES:
            scene.let_one_die_at(moments.DIES[stop])
        scene.folder.set_clock(utc(stop))
        scene.start(*(name for name in WORKERS if name not in scene.running))
        kill(scene, stop)
        if stop not in moments.STAY_DEAD:
            scene.start(*(name for name in WORKERS if name not in scene.running))
        scene.settle(utc(stop))
        yield from reader.new(stop)
    assert not living.to_do


def kill(scene: Scene, stop: datetime) -> None:
    if stop in moments.DIES:
        scene.bury_one()
    if stop in moments.BEGINNING:
        scene.kill(WORKERS[1])
    if stop in moments.SENDING:
        scene.kill_while_sending()


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_three_processes_that_are_killed_lose_no_message_and_send_none_twice(scene: Scene) -> None:
    said = [*lived(scene)]
    assert scene.killed == moments.KILLS
    # Of every moment at which the bot looks: what was left out of them has changed nothing.
    listed = reminders([*passes()], VISITS)
    assert [*differences(said, listed)] == []
    assert len(said) == len(listed) > 250
    assert max(map(len, by_day(said).values())) == 1
    with scene.sessions() as session:
        assert besides.sent(session) == besides.listed()
    all_has_arrived_once(scene)


def all_has_arrived_once(scene: Scene) -> None:
    """All that was ever to be posted; what was in flight at a kill may have come a second time."""
    arrived = Counter(one.of for one in scene.noted() if one.what == "arrives")
    with scene.sessions() as session:
        posts = Outgoing.does == "post", Outgoing.withdrawn.is_(False), Outgoing.due <= scene.folder.now()
        assert set(session.scalars(select(Outgoing.key).where(*posts))) == set(arrived)
    twice = {key for key, times in arrived.items() if times > 1}
    assert twice <= scene.in_hand
    assert max(arrived.values()) <= 2

"""Where something goes wrong, nothing that was entered is in what is said of it, nor in the log."""

import sqlite3
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.cards.model import Card, Text
from bot.router import ROUTES, Turn
from tests.conversation.conftest import PRIYA
from tests.permissions.canaries import MINE, SAID, canaries
from tests.permissions.conftest import Fresh
from tests.permissions.moments import PROPOSED, When
from tests.permissions.paths import PATHS
from tests.permissions.paths.model import Column, Does
from tests.permissions.slack_door import on_slack
from tests.permissions.surfaces import Opens, practice_room
from tests.permissions.teams_door import on_teams

pytestmark = pytest.mark.usefixtures("everything_is_logged")
EDGES: dict[str, Opens] = {"practice room": practice_room, "Slack": on_slack, "Teams": on_teams}


class Telling(Exception):
    def __str__(self) -> str:
        return SAID


def by_itself(_: Turn) -> Card:
    try:
        raise ValueError(SAID)
    except ValueError as first:
        told = RuntimeError(SAID)
        told.add_note(SAID)
        raise told from first


def while_handled(_: Turn) -> Card:
    try:
        raise KeyError(SAID)
    except KeyError:
        raise Telling(SAID, {"link": SAID})  # noqa: B904 (as it happens by mistake)


def by_the_database(_: Turn) -> Card:
    why = sqlite3.IntegrityError(f"Key (link)=({SAID}) already exists")
    raise IntegrityError(f"INSERT {SAID}", {"link": SAID}, why)


def several_at_once(_: Turn) -> Card:
    raise ExceptionGroup(SAID, [ValueError(SAID), TypeError(SAID)])


def too_long_to_show(_: Turn) -> Card:
    return Card(SAID, tuple(Text(f"{SAID} {n} " * 200) for n in range(90)))


FAILING: tuple[Callable[[Turn], Card], ...] = (
    by_itself,
    while_handled,
    by_the_database,
    several_at_once,
    too_long_to_show,
)


@pytest.mark.parametrize("fails", FAILING)
@pytest.mark.parametrize("edge", EDGES)
async def test_a_handler_that_fails_tells_nothing_of_why(
    fresh: Fresh,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    edge: str,
    fails: Callable[[Turn], Card],
) -> None:
    for route in ROUTES:
        monkeypatch.setitem(ROUTES, route, fails)
    with fresh(When.PREPARING) as sessions:
        async with EDGES[edge](sessions, PROPOSED) as surface:
            for route in ROUTES:
                answer = await surface.press(PRIYA, f"{route}?said={MINE}", {"link": MINE})
                if fails is not too_long_to_show:
                    assert "Something went wrong on our side" in answer
                    assert canaries(answer) == set()
            assert canaries(surface.public) == set()
    assert canaries(caplog.text) == set()
    if fails is not too_long_to_show:
        assert f"a turn failed: {route}" in caplog.text
        # Whoever has to mend it finds where it happened.
        assert f"in {fails.__name__}" in caplog.text


@pytest.mark.parametrize("edge", EDGES)
async def test_a_database_that_fails_tells_nothing_of_what_was_to_be_kept(
    fresh: Fresh, caplog: pytest.LogCaptureFixture, edge: str
) -> None:
    with fresh(When.PREPARING) as sessions:
        with sessions.begin() as session:
            # Whatever is changed is written there as well.
            session.execute(text("ALTER TABLE changes RENAME TO gone"))
        async with EDGES[edge](sessions, PROPOSED) as surface:
            for path in PATHS:
                if path.does is Does.WRITES and path.column in {Column.PAPERS, Column.QUESTIONS, Column.DAY}:
                    token, fields = path.token, dict.fromkeys(path.fields, f"9.15 https://a.example/{MINE}")
                    answer = await surface.press(PRIYA, token, fields)
                    assert "Something went wrong on our side" in answer or canaries(answer) >= {MINE}
    assert "OperationalError" in caplog.text
    assert canaries(caplog.text) == set()

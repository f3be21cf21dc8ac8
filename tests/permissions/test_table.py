"""The table of who may see and do what, cell by cell, by every way there is, on every surface."""

from collections.abc import Mapping, Sequence

import pytest
from sqlalchemy.orm import sessionmaker

from bot.router import ROUTES
from storage.database import Sessions
from tests.permissions.conftest import Fresh
from tests.permissions.paths import DAY, MEETING, PAPERS, PATHS, TYPED, Column, Does, Path
from tests.permissions.prepared import OTHERS, PROPOSED, RECORDED, REVIEW_NOTE, TITLE, everything
from tests.permissions.sent import SENT_ROUTES
from tests.permissions.slack_door import on_slack
from tests.permissions.surfaces import Opens, Surface, following, neutral, practice_room
from tests.permissions.table import CELLS, UNKNOWN, WHO, become, may, sees
from tests.permissions.teams_door import on_teams
from tests.permissions.trying import canaries, fitted, ids, led_to

SURFACES: dict[str, Opens] = {
    "the turn": following(neutral),
    "practice room": following(practice_room),
    "Slack": following(on_slack),
    "Teams": following(on_teams),
}
REFUSED, NOT_KNOWN = "Sorry, I can’t do that", "I don’t know you yet"
# In a group's review: the members of its group know of it, and whoever takes part.
NAMES = ("Martin Kowalczyk", "Leila Haddad")
# What is said of the review itself is no part of what is prepared for it.
OF_THE_REVIEW = {REVIEW_NOTE, "canarysuggestion"}
LATER = [path for path in (*PAPERS, *DAY) if path.does is Does.SHOWS]


@pytest.fixture(params=SURFACES)
def opens(request: pytest.FixtureRequest) -> Opens:
    return SURFACES[request.param]


def test_every_route_is_in_the_table_or_said_to_be_elsewhere() -> None:
    assert {path.route for path in PATHS} | SENT_ROUTES == set(ROUTES)


def test_every_row_is_tried() -> None:
    assert CELLS.keys() == WHO.keys()
    named = {row for path in PATHS for row in path.only}
    assert named <= CELLS.keys()


@pytest.mark.parametrize("row", CELLS)
async def test_what_is_not_theirs_is_refused_and_what_is_theirs_is_shown(
    fresh: Fresh, opens: Opens, row: str
) -> None:
    with fresh(False) as sessions:
        email, before = become(row, sessions), everything(sessions)
        async with opens(sessions, PROPOSED) as surface:
            found = await tried(surface, email, row, [path for path in PATHS if not path.held], ids(sessions))
            found |= await typed(surface, email, row)
            assert canaries(surface.public) == set()
        assert everything(sessions) == before
    assert found - OF_THE_REVIEW == {word for word in sees(row) if word != OTHERS}


@pytest.mark.parametrize("row", CELLS)
async def test_once_the_meeting_was_held_the_same_see_its_record(
    fresh: Fresh, opens: Opens, row: str
) -> None:
    with fresh(True) as sessions:
        email, before = become(row, sessions), everything(sessions)
        paths = [path for path in (*MEETING, *LATER) if not path.ahead]
        async with opens(sessions, RECORDED) as surface:
            found = await tried(surface, email, row, paths, ids(sessions))
        assert everything(sessions) == before
    assert found - OF_THE_REVIEW == set(sees(row))


async def tried(
    surface: Surface, email: str, row: str, paths: Sequence[Path], known: Mapping[str, str]
) -> set[str]:
    """All ways but those that would change something; the canaries that were seen on them."""
    found: set[str] = set()
    for path in paths:
        allowed = may(row, path)
        if not allowed or (path.does is not Does.WRITES and not path.first):
            answer = await surface.press(email, *fitted(path, known))
            check(row, path, answer, allowed=allowed)
            found |= set(canaries(answer))
    return found


def check(row: str, path: Path, answer: str, *, allowed: bool) -> None:
    if allowed:
        assert REFUSED not in answer, (path, answer)
    elif path.column not in {Column.LED, Column.ANYBODY}:
        assert (NOT_KNOWN if row in UNKNOWN else REFUSED) in answer, (path, answer)
        assert not [name for name in NAMES if name in answer], (path, answer)
        assert canaries(answer) == set(), path


async def typed(surface: Surface, email: str, row: str) -> set[str]:
    found: set[str] = set()
    for column, lines in TYPED.items():
        for line in lines:
            for channel in (False, True):
                answer = await surface.type(email, line, channel=channel)
                assert (TITLE in answer) is (CELLS[row][column] != "–"), (line, answer)
                found |= set(canaries(answer))
    return found


@pytest.mark.parametrize("row", [row for row, cell in CELLS.items() if {"W", "own"} & set(cell.values())])
async def test_what_they_may_write_is_written(fresh: Fresh, opens: Opens, row: str) -> None:
    for held, now in ((False, PROPOSED), (True, RECORDED)):
        paths = [path for path in PATHS if path.held is held and is_written(row, path)]
        with fresh(held) as first:
            # The door stays open, and what is behind it is new for each way.
            behind = sessionmaker(first.kw["bind"], expire_on_commit=False)
            async with opens(behind, now) as surface:
                for path in paths:
                    with fresh(held) as sessions:
                        behind.configure(bind=sessions.kw["bind"])
                        await written(surface, sessions, row, path)


def is_written(row: str, path: Path) -> bool:
    return may(row, path) and (path.does is Does.WRITES or bool(path.first))


async def written(surface: Surface, sessions: Sessions, row: str, path: Path) -> None:
    email, known = become(row, sessions), ids(sessions)
    token, fields = led_to(sessions, email, path, known), fitted(path, known)[1]
    before = everything(sessions)
    answer = await surface.press(email, token, fields)
    assert REFUSED not in answer, path
    assert (everything(sessions) != before) is (path.does is Does.WRITES), (path, answer)

"""The table of who may see and do what, cell by cell, by every way there is, on every surface."""

from collections.abc import Mapping, Sequence

import pytest
from sqlalchemy.orm import sessionmaker

from bot.router import ROUTES
from storage.database import Sessions
from tests.conversation.afterwards import AFTER
from tests.permissions.conftest import Fresh
from tests.permissions.paths import (
    AFTERWARDS,
    DAY,
    MEETING,
    NOTES,
    PAPERS,
    PATHS,
    TYPED,
    TYPED_NOTE,
    TYPED_ON_THE_DAY,
    Column,
    Does,
    Path,
)
from tests.permissions.prepared import (
    FOUND,
    MOMENT,
    ON_THE_DAY,
    OTHERS,
    PROPOSED,
    RECORDED,
    REVIEW_NOTE,
    TITLE,
    When,
    everything,
)
from tests.permissions.slack_door import on_slack
from tests.permissions.surfaces import Opens, Surface, following, neutral, practice_room
from tests.permissions.table import CELLS, UNKNOWN, WHO, become, may, sees, sees_later
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
NOT_YET = {When.PREPARING: {OTHERS, FOUND}, When.MET: {FOUND}}
SHOWN = [path for path in PATHS if path.does is Does.SHOWS and path.when is When.PREPARING]
LATER = [path for path in (*PAPERS, *DAY) if path.does is Does.SHOWS]


@pytest.fixture(params=SURFACES)
def opens(request: pytest.FixtureRequest) -> Opens:
    return SURFACES[request.param]


def test_every_route_is_in_the_table_or_said_to_be_elsewhere() -> None:
    assert {path.route for path in PATHS} == set(ROUTES)


def test_every_row_is_tried() -> None:
    assert CELLS.keys() == WHO.keys()
    named = {row for path in PATHS for row in path.only}
    assert named <= CELLS.keys()


@pytest.mark.parametrize("row", CELLS)
async def test_what_is_not_theirs_is_refused_and_what_is_theirs_is_shown(
    fresh: Fresh, opens: Opens, row: str
) -> None:
    with fresh(When.PREPARING) as sessions:
        email, before = become(row, sessions), everything(sessions)
        async with opens(sessions, PROPOSED) as surface:
            paths = [path for path in PATHS if path.when is When.PREPARING]
            found = await tried(surface, email, row, paths, ids(sessions))
            found |= await typed(surface, email, row, TYPED)
            assert canaries(surface.public) == set()
        assert everything(sessions) == before
    assert found - OF_THE_REVIEW == set(sees(row)) - NOT_YET[When.PREPARING]


@pytest.mark.parametrize("row", CELLS)
async def test_once_the_meeting_was_held_the_same_see_its_record(
    fresh: Fresh, opens: Opens, row: str
) -> None:
    with fresh(When.MET) as sessions:
        email, before = become(row, sessions), everything(sessions)
        paths = [path for path in (*MEETING, *LATER) if not path.ahead]
        async with opens(sessions, RECORDED) as surface:
            found = await tried(surface, email, row, paths, ids(sessions))
        assert everything(sessions) == before
    assert found - OF_THE_REVIEW == set(sees(row)) - NOT_YET[When.MET]


@pytest.mark.parametrize("row", CELLS)
async def test_on_the_day_the_team_alone_sees_its_notes(fresh: Fresh, opens: Opens, row: str) -> None:
    with fresh(When.DAY) as sessions:
        email, before = become(row, sessions), everything(sessions)
        async with opens(sessions, ON_THE_DAY) as surface:
            found = await tried(surface, email, row, [*NOTES, *SHOWN], ids(sessions))
            found |= await typed(surface, email, row, TYPED_ON_THE_DAY)
            assert canaries(surface.public) == set()
        assert everything(sessions) == before
    assert found - OF_THE_REVIEW - {TYPED_NOTE} == set(sees(row))


@pytest.mark.parametrize("row", CELLS)
async def test_once_the_plan_is_sent_each_sees_what_is_theirs_of_it(
    fresh: Fresh, opens: Opens, row: str
) -> None:
    with fresh(When.AFTER) as sessions:
        email, before = become(row, sessions), everything(sessions)
        async with opens(sessions, AFTER) as surface:
            found = await tried(surface, email, row, AFTERWARDS, ids(sessions))
            assert canaries(surface.public) == set()
        assert everything(sessions) == before
    assert found == set(sees_later(row))


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


async def typed(surface: Surface, email: str, row: str, offered: Mapping[Column, Sequence[str]]) -> set[str]:
    found: set[str] = set()
    for column, lines in offered.items():
        for line in lines:
            for channel in (False, True):
                answer = await surface.type(email, line, channel=channel)
                assert (TITLE in answer) is (CELLS[row][column] != "–"), (line, answer)
                found |= set(canaries(answer))
    return found


@pytest.mark.parametrize("row", [row for row, cell in CELLS.items() if {"W", "own"} & set(cell.values())])
async def test_what_they_may_write_is_written(fresh: Fresh, opens: Opens, row: str) -> None:
    for when, now in MOMENT.items():
        paths = [path for path in PATHS if path.when is when and is_written(row, path)]
        with fresh(when) as first:
            # The door stays open, and what is behind it is new for each way.
            behind = sessionmaker(first.kw["bind"], expire_on_commit=False)
            async with opens(behind, now) as surface:
                for path in paths:
                    with fresh(when) as sessions:
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

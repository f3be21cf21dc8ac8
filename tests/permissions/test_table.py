"""Every cell of the table, by every way, at every moment of a review: what is theirs, and nothing else.

Whether somebody may is asked of the turn, behind every surface; there everybody tries everything. On each
surface everybody looks at all that is shown and types what can be typed, once it is prepared and once it
was sent; what is filled in there is tried in `test_surfaces`.
"""

from collections.abc import Mapping

import pytest

from bot.router import ROUTES
from storage.database import Sessions
from tests.permissions.acting import everything
from tests.permissions.canaries import OF_THE_REVIEW
from tests.permissions.conftest import Fresh
from tests.permissions.everybody import is_allowed, tries, typed
from tests.permissions.moments import MOMENT, When
from tests.permissions.paths import PATHS, SINCE, TYPED, tried
from tests.permissions.paths.model import Does, Path
from tests.permissions.paths.notes import TYPED_NOTE
from tests.permissions.people import WHO, become
from tests.permissions.surfaces import Following, Neutral
from tests.permissions.table import CELLS, held, may, sees, theirs
from tests.permissions.trying import fitted, ids, led_to, undone

ENDS = (When.PREPARING, When.RELEASED)
NOT_OF_IT = OF_THE_REVIEW | {TYPED_NOTE}


def test_every_route_is_tried() -> None:
    assert {path.route for path in PATHS} == set(ROUTES)


def test_every_row_is_tried() -> None:
    assert CELLS.keys() == WHO.keys()
    assert {row for path in PATHS for row in path.only | path.idle} <= CELLS.keys()


def test_whoever_may_write_has_a_way_to() -> None:
    for row, cells in CELLS.items():
        for column in cells:
            if {"W", "own", "sign", "forward"} & held(row, column, When.SENT):
                assert [
                    one
                    for one in PATHS
                    if one.column is column and one.is_written and may(row, one, one.when)
                ], (row, column)


# Of those who have no part in the review two moments tell, with every way that there is by then.
TRYING = [(when, row) for when in When for row in CELLS if theirs(row) or when in ENDS]


@pytest.mark.parametrize(("when", "row"), TRYING)
async def test_what_is_not_theirs_is_refused_and_what_is_theirs_is_shown(
    fresh: Fresh, when: When, row: str
) -> None:
    with fresh(when) as sessions:
        email = become(row, sessions, when)
        turn, known, before = at(sessions, when), ids(sessions), everything(sessions)
        ways = tried(when) if theirs(row) or when is When.PREPARING else SINCE
        found = await tries(turn, email, row, when, ways, known)
        found |= await typed(turn, email, row, when, TYPED[when])
        assert everything(sessions) == before
    assert found - NOT_OF_IT == set(sees(row, when))


WRITING = [
    (when, row)
    for when in When
    for row in CELLS
    if any(path.when is when and path.is_written and may(row, path, when) for path in PATHS)
]


@pytest.mark.parametrize(("when", "row"), WRITING)
async def test_what_they_may_write_is_written(fresh: Fresh, when: When, row: str) -> None:
    with fresh(when) as sessions:
        email, known = become(row, sessions, when), ids(sessions)
        for path in PATHS:
            if path.when is when and path.is_written and may(row, path, when):
                with undone(sessions) as behind:
                    await written(behind, email, row, path, known)


async def written(sessions: Sessions, email: str, row: str, path: Path, known: Mapping[str, str]) -> None:
    token, fields = led_to(sessions, email, path, known), fitted(path, known)[1]
    before = everything(sessions)
    answer = await at(sessions, path.when).press(email, token, fields)
    assert is_allowed(answer), (path, answer)
    changes = path.does is Does.WRITES and row not in path.idle
    assert (everything(sessions) != before) is changes, (path, answer)


def at(sessions: Sessions, when: When) -> Following:
    return Following(Neutral(sessions, MOMENT[when]), sessions, MOMENT[when])

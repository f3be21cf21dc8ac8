"""The same table as time goes by: R once nothing of it can be changed any more."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import pytest

from storage.database import Sessions
from tests.chat import World
from tests.conversation.conftest import KATE
from tests.permissions.acting import act, everything
from tests.permissions.canaries import WHY, canaries
from tests.permissions.conftest import Fresh
from tests.permissions.moments import When
from tests.permissions.paths import OF_THE_DAY
from tests.permissions.paths.feedback import GIVEN
from tests.permissions.paths.model import Column, Does, Path, writes
from tests.permissions.paths.preparing import PREPARING
from tests.permissions.people import become
from tests.permissions.surfaces import Following, Neutral
from tests.permissions.table import Cells, seen, words
from tests.permissions.trying import fitted, ids

# A review that has moved has its feedback then.
LATER = writes(Column.FEEDBACK, ("feedback.record?review=1&version=1", {**GIVEN, "day": "11 Dec 2017"}))
PATHS = (*PREPARING, *OF_THE_DAY, *LATER)
# The review is on 7 December; of what moves, to 11 December. "1st": the day that it was on first.
MOMENTS = {
    "the morning of the day": datetime(2017, 12, 7, 8, 0, tzinfo=UTC),
    "the day after": datetime(2017, 12, 8, 0, 0, tzinfo=UTC),
    "30 days after": datetime(2018, 1, 6, 23, 59, tzinfo=UTC),
    "31 days after": datetime(2018, 1, 7, 0, 0, tzinfo=UTC),
    "cancelled": datetime(2017, 11, 29, 9, 0, tzinfo=UTC),
    "cancelled, 31 days after": datetime(2018, 1, 7, 0, 0, tzinfo=UTC),
    "postponed": datetime(2018, 3, 1, 9, 0, tzinfo=UTC),
    "moved, 34 days after 1st": datetime(2018, 1, 10, 9, 0, tzinfo=UTC),
    "moved, 31 days after": datetime(2018, 1, 11, 9, 0, tzinfo=UTC),
}
BEFORE = (Column.PAPERS, Column.MEETING, Column.QUESTIONS, Column.DAY, Column.NOTES)
SINCE = (Column.FEEDBACK, Column.SUMMARY)
COLUMNS = (*BEFORE, *SINCE)
# In each cell: papers, meeting, questions, the day, notes.
TABLE = """
                          | head      | lead reviewer | reviewer      | champion          | Lead of that group
 the morning of the day   | W W W W – | R W W R W     | R R own R own | focus focus – S – | S S S S –
 the day after            | W W W R – | R W W R W     | R R own R own | focus focus – S – | S S S S –
 30 days after            | W W W R – | R W W R W     | R R own R own | focus focus – S – | S S S S –
 31 days after            | R R R R – | R R R R W     | – – – – own   | focus focus – S – | S S S S –
 cancelled                | R R R R – | R R R R –     | R R R R –     | focus focus – S – | S S S S –
 cancelled, 31 days after | R R R R – | R R R R –     | – – – – –     | focus focus – S – | S S S S –
 postponed                | W W W R – | R W W R –     | R R own R –   | focus focus – S – | S S S S –
 moved, 34 days after 1st | W W W R – | R W W R W     | R R own R own | focus focus – S – | S S S S –
 moved, 31 days after     | R R R R – | R R R R W     | – – – – own   | focus focus – S – | S S S S –
"""
# What comes of the review: feedback, summary.
AFTER = """
                          | head | lead reviewer | reviewer | champion | Lead of that group
 the morning of the day   | W S  | W W           | R W      | R S      | S S
 the day after            | W S  | W W           | R W      | R S      | S S
 30 days after            | W S  | W W           | R W      | R S      | S S
 31 days after            | W S  | W W           | R W      | R S      | S S
 cancelled                | R S  | R S           | R S      | R S      | S S
 cancelled, 31 days after | R S  | R S           | R S      | R S      | S S
 postponed                | W S  | R S           | R S      | R S      | S S
 moved, 34 days after 1st | W S  | W W           | R W      | R S      | S S
 moved, 31 days after     | W S  | W W           | R W      | R S      | S S
"""


def cells(table: str, columns: Sequence[Column]) -> Mapping[tuple[str, str], Cells]:
    heading, *lines = (line.split("|") for line in table.strip("\n").splitlines())
    rows = [name.strip() for name in heading[1:]]
    return {
        (moment.strip(), row): dict(zip(columns, map(words, found.split()), strict=True))
        for moment, *several in lines
        for row, found in zip(rows, several, strict=True)
    }


THEN = cells(AFTER, SINCE)
CELLS_IN_TIME = {where: {**found, **THEN[where]} for where, found in cells(TABLE, BEFORE).items()}


def test_every_moment_is_tried() -> None:
    assert {moment for moment, _ in CELLS_IN_TIME} == MOMENTS.keys()


def change_the_date(world: World, moment: str) -> None:
    day = "review=1&day=2017-12-07"
    version = ids(world.sessions)["version"]
    if moment.startswith("cancelled"):
        act(world, KATE, f"cancel.do?{day}", reason="Snow")
    elif moment.startswith("postponed"):
        act(world, KATE, f"postpone.do?{day}", reason="Snow")
    elif moment.startswith("moved"):
        act(world, KATE, f"move.check?review=1&version={version}", day="11 Dec")
        act(world, KATE, "move.do?draft=2")


@pytest.mark.parametrize(("moment", "row"), CELLS_IN_TIME)
async def test_what_each_sees_and_may_still_change(fresh: Fresh, moment: str, row: str) -> None:
    cell = CELLS_IN_TIME[moment, row]
    with fresh(When.DAY) as sessions:
        email, world = become(row, sessions), World(sessions, now=datetime(2017, 11, 29, 8, tzinfo=UTC))
        change_the_date(world, moment)
        neutral, known = at(sessions, moment), ids(sessions)
        found: set[str] = set()
        for path in PATHS:
            if path.does is Does.SHOWS:
                found |= set(canaries(await neutral.press(email, *fitted(path, known))))
        theirs = set(seen(cell, When.DAY)) - no_longer_said(moment)
        assert found == theirs
        refused = [path for path in PATHS if path.does is not Does.SHOWS and is_shut(path, cell)]
        before = everything(sessions)
        for path in refused:
            answer = await neutral.press(email, *fitted(path, known))
            assert "Sorry, I can’t do that" in answer, path
            assert canaries(answer) <= theirs, path
        assert everything(sessions) == before
        for column in COLUMNS:
            if cell[column] & {"W", "own"}:
                assert await something_is_written(fresh, moment, row, column), column


def at(sessions: Sessions, moment: str) -> Following:
    return Following(Neutral(sessions, MOMENTS[moment]), sessions, MOMENTS[moment])


def no_longer_said(moment: str) -> set[str]:
    """Until when more time was asked for goes with the date that it was asked for."""
    return {WHY} if moment.startswith(("cancelled", "postponed", "moved")) else set()


def is_shut(path: Path, cell: Cells) -> bool:
    return not cell[path.column] & {"W", "own"}


async def something_is_written(fresh: Fresh, moment: str, row: str, column: Column) -> bool:
    with fresh(When.DAY) as sessions:
        email, world = become(row, sessions), World(sessions, now=datetime(2017, 11, 29, 8, tzinfo=UTC))
        change_the_date(world, moment)
        neutral, known, before = at(sessions, moment), ids(sessions), everything(sessions)
        for path in PATHS:
            if path.column is column and path.does is Does.WRITES:
                await neutral.press(email, *fitted(path, known))
        return everything(sessions) != before

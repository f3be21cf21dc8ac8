"""The same on each surface: everybody looks and types there; and each form and button is tried there.

Who may fill in which of them is tried for everybody in `test_table`. Here each is sent once by somebody who
may and once by somebody who may not, one after another of those who do.
"""

from collections.abc import Iterator
from itertools import cycle

import pytest
from sqlalchemy.orm import sessionmaker

from storage.database import Sessions
from tests.conversation.conftest import KATE, PRIYA
from tests.permissions.acting import everything
from tests.permissions.canaries import (
    ACTION,
    COMMENT,
    DELIVERED,
    OF_THE_REVIEW,
    OWNER,
    TIMING,
    canaries,
)
from tests.permissions.conftest import Fresh
from tests.permissions.everybody import check, is_allowed, tries, typed
from tests.permissions.moments import MOMENT, When
from tests.permissions.paths import PATHS, TYPED, shown, tried
from tests.permissions.paths.model import Does, Path
from tests.permissions.paths.notes import TYPED_NOTE
from tests.permissions.people import AS_THEY_ARE, WHO, become
from tests.permissions.slack_door import on_slack
from tests.permissions.surfaces import Opens, Surface, following, practice_room
from tests.permissions.table import CELLS, may, sees, theirs
from tests.permissions.teams_door import on_teams
from tests.permissions.trying import fitted, ids, led_to

SURFACES: dict[str, Opens] = {
    "practice room": following(practice_room),
    "Slack": following(on_slack),
    "Teams": following(on_teams),
}
# Most is open once it is released; whoever has no part then has none before.
LOOKING = [(When.RELEASED, row) for row in CELLS] + [(When.PREPARING, row) for row in CELLS if theirs(row)]
FILLED_IN = [path for path in PATHS if path.does is not Does.SHOWS]
# These are tried one after another.
OTHERS = (*AS_THEY_ARE, "guest in the chat", "anyone not in the roster")


@pytest.fixture(params=SURFACES)
def opens(request: pytest.FixtureRequest) -> Opens:
    return SURFACES[request.param]


@pytest.mark.parametrize(("when", "row"), LOOKING)
async def test_each_sees_what_is_theirs(fresh: Fresh, opens: Opens, when: When, row: str) -> None:
    with fresh(when) as sessions:
        email, before = become(row, sessions, when), everything(sessions)
        async with opens(sessions, MOMENT[when]) as surface:
            found = await tries(surface, email, row, when, shown(tried(when)), ids(sessions))
            found |= await typed(surface, email, row, when, TYPED[when])
            assert canaries(surface.public) == set()
        assert everything(sessions) == before
    assert found - OF_THE_REVIEW - {TYPED_NOTE} == set(sees(row, when))


@pytest.mark.parametrize("when", When)
async def test_each_button_and_form_of_those_who_may_does_what_it_says(
    fresh: Fresh, opens: Opens, when: When
) -> None:
    turns = cycle(CELLS)
    with fresh(when) as first:
        # The door stays open, and what is behind it is new for each way.
        behind = sessionmaker(first.kw["bind"], expire_on_commit=False)
        async with opens(behind, MOMENT[when]) as surface:
            for path in FILLED_IN:
                if path.when is when and (row := next_who(turns, path, allowed=True)):
                    with fresh(when) as sessions:
                        behind.configure(bind=sessions.kw["bind"])
                        await filled_in(surface, sessions, row, path)


def next_who(turns: Iterator[str], path: Path, *, allowed: bool) -> str:
    """The next of the rows that may, or may not; "" where there are none."""
    looked = (next(turns) for _ in CELLS)
    return next((row for row in looked if may(row, path, path.when) is allowed and row not in path.idle), "")


async def filled_in(surface: Surface, sessions: Sessions, row: str, path: Path) -> None:
    email, known = become(row, sessions, path.when), ids(sessions)
    token, fields = led_to(sessions, email, path, known), fitted(path, known)[1]
    before = everything(sessions)
    answer = await surface.press(email, token, fields)
    assert is_allowed(answer), (path, answer)
    assert (everything(sessions) != before) is (path.does is Does.WRITES), (path, answer)


@pytest.mark.parametrize("when", When)
async def test_each_button_and_form_is_refused_to_the_others(fresh: Fresh, opens: Opens, when: When) -> None:
    turns = cycle(OTHERS)
    with fresh(when) as sessions:
        before, known = everything(sessions), ids(sessions)
        async with opens(sessions, MOMENT[when]) as surface:
            for path in FILLED_IN:
                if path.when is when and (row := next_who(turns, path, allowed=False)):
                    answer = await surface.press(WHO[row], *fitted(path, known))
                    check(row, path, answer, allowed=False)
        assert everything(sessions) == before


async def test_asked_for_in_a_channel_the_table_of_actions_is_seen_by_one(fresh: Fresh, opens: Opens) -> None:
    """A link is for whoever asked for it."""
    with fresh(When.SENT) as sessions:
        async with opens(sessions, MOMENT[When.SENT]) as surface:
            found = canaries(await surface.type(PRIYA, "all actions", channel=True))
            assert found == {ACTION, DELIVERED, OWNER, TIMING, COMMENT}
            assert canaries(await surface.type(KATE, "all actions", channel=True)) == set()
            assert canaries(surface.public) == set()

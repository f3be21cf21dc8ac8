"""Who may see and do what with a paper that was sent: every cell, by every way, on every surface."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager

import pytest
from sqlalchemy import select

from bot.cards.model import Go
from storage.database import Sessions
from storage.models import Outgoing
from tests.chat import World
from tests.conftest import with_sample
from tests.conversation.conftest import CARL, CHANNEL, KATE, MARTIN, OFFICE, PRIYA
from tests.databases import Databases, copied, opened
from tests.permissions.prepared import REVIEW_NOTE, act, everything
from tests.permissions.sent import (
    CELLS,
    DRAFT,
    SENT,
    SENT_AT,
    WORDS,
    SentPath,
    fitted,
    ids,
    may,
    now_is,
    play,
    sees,
    sent,
)
from tests.permissions.slack_door import on_slack
from tests.permissions.surfaces import STRANGER, Neutral, Opens, Surface, neutral, practice_room
from tests.permissions.table import UNKNOWN, WHO
from tests.permissions.teams_door import on_teams
from tests.permissions.test_canary import MINE, TYPED, hold_the_rest, tokens_of
from tests.permissions.test_table import NOT_KNOWN, REFUSED
from tests.permissions.trying import Heard, canaries

SURFACES: dict[str, Opens] = {
    "the turn": neutral,
    "practice room": practice_room,
    "Slack": on_slack,
    "Teams": on_teams,
}
OF_PAPERS = frozenset[str]().union(*WORDS.values()) | {DRAFT}
# In place of an id.
DAMAGED = ("", MINE, "-1", "999999999", "9" * 30, "1&review=2")
OUTSIDE = (CARL, STRANGER, "zoe.lindqvist@hollylane.example")
Fresh = Callable[[], AbstractContextManager[Sessions]]


@pytest.fixture
def fresh(sqlite_databases: Databases) -> Fresh:
    # People in a room have an event loop of their own, and so come before the test's.
    sqlite_databases.drop(sqlite_databases.copy(sent))

    @contextmanager
    def copy() -> Iterator[Sessions]:
        with copied(sqlite_databases, sent) as url, opened(url) as sessions:
            yield sessions

    return copy


def test_every_row_is_tried() -> None:
    assert CELLS.keys() == WHO.keys()
    assert {row for path in SENT for row in (*path.rows, *path.of)} <= CELLS.keys()


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("row", CELLS)
async def test_what_is_not_theirs_is_refused_and_what_is_theirs_is_shown(
    fresh: Fresh, surface: str, row: str
) -> None:
    with fresh() as sessions:
        email, before = now_is(row, sessions), everything(sessions)
        async with SURFACES[surface](sessions, SENT_AT) as opened_surface:
            found = await tried(opened_surface, email, row, ids(sessions))
            assert canaries(opened_surface.public) == set()
        assert everything(sessions) == before
    assert found & OF_PAPERS == sees(row)


async def tried(
    surface: Surface, email: str, row: str, known: Mapping[str, str], *, released: bool = False
) -> set[str]:
    """All ways but those that would change something; the canaries that were seen on them."""
    found: set[str] = set()
    for path in SENT:
        allowed = may(row, path, released=released)
        if allowed and path.writes:
            continue
        answer = await surface.press(email, *fitted(path, known))
        if allowed:
            assert REFUSED not in answer, (path, answer)
        else:
            assert (NOT_KNOWN if row in UNKNOWN else REFUSED) in answer, (path, answer)
            assert canaries(answer) == set(), path
        found |= canaries(answer)
    return found


async def test_once_it_is_released_the_management_group_reads_that_version(fresh: Fresh) -> None:
    with fresh() as sessions:
        for number in (2, 3):
            act(World(sessions, Heard(), SENT_AT), OFFICE, f"paper.release?sent={number}")
        async with practice_room(sessions, SENT_AT) as surface:
            email = now_is("management", sessions)
            found = await tried(surface, email, "management", ids(sessions), released=True)
    assert found & OF_PAPERS == sees("management", released=True)


@pytest.mark.parametrize(
    "row", [row for row in CELLS if any(path.writes and may(row, path) for path in SENT)]
)
async def test_what_they_may_do_is_done(fresh: Fresh, row: str) -> None:
    for path in [one for one in SENT if one.writes and may(row, one)]:
        with fresh() as sessions:
            email, known = now_is(row, sessions), ids(sessions)
            before_it(sessions, path, known)
            before = everything(sessions)
            answer = await Neutral(sessions, SENT_AT).press(email, *fitted(path, known))
            assert REFUSED not in answer, path
            assert (everything(sessions) != before) is (not path.of or row in path.of), (path, answer)


def before_it(sessions: Sessions, path: SentPath, known: Mapping[str, str]) -> None:
    if path.first:
        token, fields = path.first
        given = {name: value.format_map(known) for name, value in fields.items()}
        act(World(sessions, Heard(), SENT_AT), OFFICE, token, **given)


@pytest.mark.parametrize("path", SENT, ids=lambda path: path.token.split("&mark")[0][:60])
def test_nothing_gets_out_whatever_is_done(
    fresh: Fresh, caplog: pytest.LogCaptureFixture, path: SentPath
) -> None:
    with fresh() as sessions:
        world, known = World(sessions, Heard(), SENT_AT), ids(sessions)
        token, fields = fitted(path, known)
        for email in (PRIYA, MARTIN, OFFICE, KATE, *OUTSIDE):
            for bad, typed in (*damaged(token, fields), (token, dict(fields))):
                card = world.person(email).ask(Go.parse(bad), {**typed})
                assert canaries(tokens_of(card)) == set(), card
                if email in OUTSIDE:
                    assert canaries(str(card)) <= {MINE}, card
                if email == KATE:
                    assert canaries(str(card)) <= {MINE, REVIEW_NOTE}, card
        world.wait(days=3)
        hold_the_rest(world, caplog)


def damaged(token: str, fields: Mapping[str, str]) -> Sequence[tuple[str, Mapping[str, str]]]:
    """With each id and each field as whoever means harm would have it."""
    to = Go.parse(token)
    ways = [(str(Go(to.route, {**to.args, name: bad})), fields) for name in to.args for bad in DAMAGED]
    return [*ways, *((token, {**fields, name: typed}) for name in fields for typed in TYPED)]


def test_what_each_is_told_is_what_they_may_see(sqlite_databases: Databases) -> None:
    """The Lead hears that it was sent; in the channel stands nothing of it."""
    with copied(sqlite_databases, with_sample) as url, opened(url) as sessions:
        world = World(sessions)
        play(world)
        act(world, OFFICE, "paper.release?sent=2")
        act(world, MARTIN, "paper.answer_query?query=1&version=1", answer="canaryanswer")
        world.wait(days=3)
        for row, email in WHO.items():
            if row in UNKNOWN or "replaced" in row or row == "joint head":
                continue
            heard = canaries(str(world.person(email).messages)) & (OF_PAPERS | {"canaryanswer"})
            answer = {"canaryanswer"} if row in {"head", "lead reviewer"} else set()
            assert heard <= sees(row, released=True) | answer, row
        assert "version 2, sent on Friday 8 December 2017" in str(world.person(KATE).messages)
        assert canaries(str(world.channel(CHANNEL))) == set()
        with sessions() as session:
            rows = session.scalars(select(Outgoing)).all()
            assert {row.template for row in rows} >= {"paper.sent", "paper.queried", "paper.answered"}

"""The roster stands in memory; a turn never sees another one than is stored."""

import gc
import weakref
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.cards.model import Card, People
from bot.platforms.playground.furnishing import give_accounts
from storage import directory
from storage.database import Sessions
from storage.models import Consortium
from storage.roster import SAMPLE, Report, import_file
from tests.chat import Chat, World
from tests.conftest import SAMPLE_DAY, with_sample
from tests.conversation.conftest import KATE
from tests.databases import Databases, copied, opened

OAK, RENAMED = "Oak Primary School", "Great Oak Primary School"
MARTIN = """    email: martin.kowalczyk@stannes.example
    reviewer: """


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    return tmp_path / "roster.yaml"


def send(world: World, roster: Path, old: str, new: str, *, dry_run: bool = False) -> Report:
    """As `peer-review import` does it: in a process, and so with an engine, of its own."""
    text = SAMPLE.read_text("utf-8")
    assert old in text
    roster.write_text(text.replace(old, new), "utf-8")
    with opened(address(world.sessions)) as sessions:
        report = import_file(sessions, roster, SAMPLE_DAY, dry_run=dry_run)
    assert report.changes
    return report


def address(sessions: Sessions) -> str:
    url: str = sessions.kw["bind"].url.render_as_string(hide_password=False)
    return url


def form(kate: Chat) -> Card:
    return kate.type("/schedule-review")


def names(card: Card, field: str) -> list[str]:
    [asked] = [block for block in card.blocks if isinstance(block, People) and block.name == field]
    return [option.label for group in asked.groups for option in group.options]


def test_a_new_roster_is_seen_by_the_next_turn(world: World, roster: Path) -> None:
    kate = world.person(KATE)
    assert f"'{OAK}'" in str(form(kate))
    send(world, roster, f"name: {OAK}", f"name: {RENAMED}")
    shown = str(form(kate))
    assert f"'{RENAMED}'" in shown
    assert f"'{OAK}'" not in shown


def test_whoever_a_new_roster_leaves_out_is_unknown_to_the_next_turn(world: World, roster: Path) -> None:
    kate = world.person(KATE)
    form(kate)
    send(world, roster, KATE, "kate.moore@elsewhere.example")
    assert form(kate).title == world.person("a stranger").type("/schedule-review").title


def test_what_a_dry_run_would_change_is_not_seen(world: World, roster: Path) -> None:
    kate = world.person(KATE)
    before = form(kate)
    send(world, roster, f"name: {OAK}", f"name: {RENAMED}", dry_run=True)
    assert form(kate) == before


def test_a_role_ends_with_its_last_day_without_a_new_roster(world: World, roster: Path) -> None:
    send(world, roster, f"{MARTIN}st-annes", f"{MARTIN}{{school: st-annes, to: 2017-11-14}}")
    kate = world.person(KATE)
    world.now = datetime(2017, 11, 14, 9, tzinfo=UTC)
    assert "Martin Kowalczyk" in names(form(kate), "reviewers")
    world.now = datetime(2017, 11, 15, 9, tzinfo=UTC)
    assert "Martin Kowalczyk" not in names(form(kate), "reviewers")


def test_two_consortia_in_one_process_keep_their_own_rosters(
    world: World, databases: Databases, roster: Path
) -> None:
    send(world, roster, f"name: {OAK}", f"name: {RENAMED}")
    with copied(databases, with_sample) as url, opened(url) as sessions:
        give_accounts(sessions)
        other = World(sessions)
        with sessions.begin() as session:
            session.scalars(select(Consortium)).one().roster_version += 1
        for _ in range(2):
            assert f"'{RENAMED}'" in str(form(world.person(KATE)))
            assert f"'{OAK}'" in str(form(other.person(KATE)))


def test_an_old_roster_is_let_go(world: World, roster: Path) -> None:
    form(world.person(KATE))
    old = weakref.ref(held(world))
    send(world, roster, f"name: {OAK}", f"name: {RENAMED}")
    form(world.person(KATE))
    gc.collect()
    assert old() is None


def test_a_roster_goes_with_its_database(databases: Databases) -> None:
    with copied(databases, with_sample) as url:
        with opened(url) as sessions:
            give_accounts(sessions)
            world = World(sessions)
            form(world.person(KATE))
            known = weakref.ref(held(world))
        del world, sessions
        gc.collect()
        assert known() is None


def held(world: World) -> directory.Directory:
    with world.sessions() as session:
        return directory.current(session, session.scalar(select(Consortium.roster_version)))


def test_the_directory_knows_what_holds_on_a_day(world: World) -> None:
    known = held(world)
    year = known.year_of(date(2018, 8, 31))
    assert year is not None
    assert known.year_of(date(2018, 9, 1)) is None
    assert known.year_of(year.starts) == year
    assert known.schools_in(list(known.groups), date(1997, 1, 1)) == []
    assert known.person(None, SAMPLE_DAY) is None

"""A whole school year by the clock: what the bot reminds of, held against a list made without it."""

from collections import Counter
from collections.abc import Sequence
from datetime import time

import pytest

from storage.database import Sessions
from tests.chat import World
from tests.year.days import is_open, passes
from tests.year.expected import Reminder, Why, reminders
from tests.year.facts import VISITS
from tests.year.living import Living, QuietRoom
from tests.year.owed import WORKS_AT
from tests.year.reading import Reader, by_day, differences

# All but the list waits for the year to be lived, which takes a minute.
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="session")
def said(september: Sessions, tmp_path_factory: pytest.TempPathFactory) -> Sequence[Reminder]:
    """Every reminder of the year, as it was sent."""
    living = Living(World(september, QuietRoom()), tmp_path_factory.mktemp("rosters"))
    reader = Reader(september)
    found: list[Reminder] = []
    for now in passes():
        living.until(now)
        living.tick()
        found += reader.new(now)
    assert not living.to_do
    return found


def test_every_reminder_is_on_the_list_and_every_one_on_the_list_was_sent(said: Sequence[Reminder]) -> None:
    """To whom, when and why; the list is made from the message table, by plain date arithmetic."""
    listed = reminders([*passes()], VISITS)
    assert [*differences(said, listed)] == []
    assert len(said) == len(listed) > 250


def test_nobody_is_reminded_twice_in_a_day(said: Sequence[Reminder]) -> None:
    assert [one for one, times in by_day(said).items() if len(times) > 1] == []


def test_no_reminder_comes_outside_of_its_hours_or_on_a_closed_day(said: Sequence[Reminder]) -> None:
    assert [one for one in said if not time(8) <= one.at < time(17)] == []
    assert [one for one in said if not is_open(one.day, WORKS_AT.get(one.person, ""))] == []


def test_of_nothing_is_anybody_reminded_twice(said: Sequence[Reminder]) -> None:
    """In the same step, but for what they put off, and what came anew with a date that moved."""
    every = Counter((one.person, why) for one in said for why in one.why)
    assert {one: times for one, times in every.items() if times > 1 + anew(*one)} == {}


def anew(person: str, why: Why) -> int:
    did = [one for visit in VISITS if visit.school == why.school for one in visit.did]
    put_off = sum((one.what, one.who) == ("puts_off", person) for one in did)
    return put_off + sum(one.what in {"moves", "shifts"} for one in did)

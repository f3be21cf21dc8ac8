"""Microsoft's keys: fetched when they are wanted, and renewed when they change."""

from collections.abc import AsyncIterator

import jwt
import pytest

from storage.database import Sessions
from tests.teams.entrance import Entrance, entrance, signed, together
from tests.teams.keyserver import FIRST, key_server, published

MINUTE, DAY = 60.0, 24 * 3600.0
SECOND = "the second key"


@pytest.fixture
async def door(sqlite_consortium: Sessions) -> AsyncIterator[Entrance]:
    async with key_server() as keys, entrance(keys, sqlite_consortium) as door:
        yield door


async def test_keys_are_fetched_once_for_all_who_come(door: Entrance) -> None:
    assert door.keys.asked == 0
    assert await together(door, [signed(door, FIRST)] * 20) == {200}
    door.wait(DAY - 1)
    assert await door.bring(door.press()) == 200
    assert door.keys.asked == 1


async def test_a_new_key_is_good_as_soon_as_it_is_used(door: Entrance) -> None:
    assert await door.bring(door.press()) == 200
    door.keys.keys.append(published(SECOND))
    door.wait(MINUTE)
    assert await together(door, [signed(door, SECOND), signed(door, FIRST)] * 5) == {200}
    assert door.keys.asked == 2


async def test_a_key_that_was_withdrawn_is_good_no_longer(door: Entrance) -> None:
    assert await door.bring(door.press()) == 200
    door.keys.keys = [published(SECOND)]
    door.wait(MINUTE)
    assert await door.bring(door.press(), signed(door, SECOND)) == 200
    assert await door.bring(door.press(), signed(door, FIRST)) == 401


async def test_a_key_that_was_withdrawn_is_refused_when_the_first_comes_after_a_day(door: Entrance) -> None:
    assert await door.bring(door.press()) == 200
    door.keys.keys = [published(SECOND)]
    door.wait(DAY + 1)
    assert await door.bring(door.press(), signed(door, FIRST)) == 401


async def test_a_key_that_changed_under_its_name_is_taken_within_a_day(door: Entrance) -> None:
    assert await door.bring(door.press()) == 200
    door.keys.keys = [published(SECOND) | {"kid": FIRST}]
    changed = signed(door, SECOND, kid=FIRST)
    assert await door.bring(door.press(), changed) == 401
    door.wait(DAY + 1)
    assert await door.bring(door.press(), changed) == 200
    assert await door.bring(door.press()) == 401


async def test_made_up_keys_make_the_bot_ask_once_a_minute(door: Entrance) -> None:
    made_up = [signed(door, FIRST, kid=f"made up {number}") for number in range(100)]
    assert await together(door, made_up) == {401}
    assert door.keys.asked == 1
    door.wait(MINUTE - 1)
    assert await together(door, made_up) == {401}
    assert door.keys.asked == 1
    door.wait(1)
    assert await together(door, made_up) == {401}
    assert door.keys.asked == 2
    assert await door.bring(door.press()) == 200


async def test_each_key_is_read_once(door: Entrance, monkeypatch: pytest.MonkeyPatch) -> None:
    """To read one takes longer than to check a signature with it."""
    made: list[str] = []
    real = jwt.PyJWK.__init__

    def counted(key: jwt.PyJWK, data: dict[str, str], algorithm: str | None = None) -> None:
        made.append(data["kid"])
        real(key, data, algorithm)

    monkeypatch.setattr(jwt.PyJWK, "__init__", counted)
    assert await together(door, [signed(door, FIRST)] * 5) == {200}
    assert made == [FIRST]

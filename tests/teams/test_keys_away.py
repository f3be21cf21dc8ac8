"""While Microsoft is away, or says what is no use, the keys that are known go on being good."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from http import HTTPStatus

import pytest

from bot.platforms.teams import tokens
from storage.database import Sessions
from tests.teams.entrance import Entrance, entrance, signed, together
from tests.teams.keyserver import FIRST, key_server, published

MINUTE, DAY = 60.0, 24 * 3600.0
SECOND = "the second key"


@pytest.fixture
async def door(sqlite_consortium: Sessions) -> AsyncIterator[Entrance]:
    async with key_server() as keys, entrance(keys, sqlite_consortium) as door:
        yield door


RUBBISH = {
    "nothing": "",
    "no JSON": "<html>canary</html>",
    "a list": "[]",
    "a number": "3",
    "null": "null",
    "no keys": '{"jwks_uri": "", "keys": []}',
    "an address that is none": '{"jwks_uri": "no address"}',
    "an address that is no text": '{"jwks_uri": ["canary"]}',
    "brackets without end": "[" * 100_000,
}


@pytest.mark.parametrize("how", list(RUBBISH))
async def test_rubbish_from_microsoft_changes_nothing(
    door: Entrance, caplog: pytest.LogCaptureFixture, how: str
) -> None:
    assert await door.bring(door.press()) == 200
    door.keys.says = RUBBISH[how]
    door.wait(DAY + 1)
    caplog.set_level(logging.INFO)
    assert await together(door, [signed(door, FIRST)] * 3) == {200}
    assert await door.bring(door.press(), signed(door, SECOND)) == 401
    assert "Microsoft's keys could not be fetched" in caplog.text
    assert "canary" not in caplog.text
    await recovers(door)


@pytest.mark.parametrize(
    "keys",
    [
        [],
        "canary",
        [3, None, "canary", []],
        [{"kty": "EC", "kid": FIRST}],
        [{"kty": "RSA", "kid": FIRST}],
        [published(FIRST) | {"n": "é"}],
        [published(FIRST) | {"kid": 7}],
        [published(FIRST) | {"endorsements": 7}],
    ],
    # The keys are new in each process, and the tests' names must not be.
    ids=["none", "a text", "odd ones", "another kind", "no number", "a bad number", "a bad id", "no list"],
)
async def test_keys_that_cannot_be_used_are_no_keys(door: Entrance, keys: object) -> None:
    assert await door.bring(door.press()) == 200
    door.keys.says = json.dumps({"jwks_uri": f"{door.keys.address}/v1/.well-known/keys", "keys": keys})
    door.wait(DAY + 1)
    assert await door.bring(door.press()) == 200
    await recovers(door)


async def test_a_damaged_key_keeps_nobody_from_the_others(door: Entrance) -> None:
    door.keys.keys = [{"kty": "RSA", "kid": SECOND, "n": 3}, *door.keys.keys, {"kid": "no kind"}]
    assert await door.bring(door.press()) == 200


@pytest.mark.parametrize("status", [HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.NOT_FOUND])
async def test_what_comes_with_an_error_is_not_read(door: Entrance, status: HTTPStatus) -> None:
    assert await door.bring(door.press()) == 200
    door.keys.status, door.keys.keys = status, [published(SECOND)]
    door.wait(DAY + 1)
    assert await door.bring(door.press()) == 200
    assert await door.bring(door.press(), signed(door, SECOND)) == 401


async def recovers(door: Entrance) -> None:
    door.keys.says, door.keys.keys = None, [published(SECOND)]
    assert await door.bring(door.press(), signed(door, SECOND)) == 401
    door.wait(MINUTE)
    assert await door.bring(door.press(), signed(door, SECOND)) == 200


async def test_without_any_key_nobody_comes_in_until_microsoft_answers(door: Entrance) -> None:
    door.keys.status = HTTPStatus.SERVICE_UNAVAILABLE
    assert await together(door, [signed(door, FIRST)] * 10) == {401}
    assert door.keys.asked == 1
    door.keys.status = HTTPStatus.OK
    door.wait(MINUTE)
    assert await door.bring(door.press()) == 200


async def test_a_microsoft_that_hangs_holds_up_only_those_with_an_unknown_key(door: Entrance) -> None:
    assert await door.bring(door.press()) == 200
    door.keys.hang()
    door.keys.keys.append(published(SECOND))
    door.wait(MINUTE)
    waiting = asyncio.create_task(door.bring(door.press(), signed(door, SECOND)))
    await door.keys.heard.wait()
    assert await together(door, [signed(door, FIRST)] * 5) == {200}
    assert not waiting.done()
    door.keys.open.set()
    assert await waiting == 200


async def test_a_microsoft_that_hangs_holds_nobody_longer_than_a_moment(
    door: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tokens.ANSWER_SECONDS <= 5
    monkeypatch.setattr(tokens, "ANSWER_SECONDS", 0.2)
    assert await door.bring(door.press()) == 200
    door.keys.hang()
    door.wait(DAY + 1)
    # Twice the limit and what ten presses take; without a limit they would wait for as long as it hangs.
    async with asyncio.timeout(4):
        assert await together(door, [signed(door, FIRST)] * 5) == {200}
        assert await together(door, [signed(door, SECOND)] * 5) == {401}
    assert door.keys.asked == 2


async def test_whoever_hangs_up_does_not_stop_it_for_the_others(door: Entrance) -> None:
    door.keys.hang()
    first = asyncio.create_task(door.bring(door.press()))
    await door.keys.heard.wait()
    second = asyncio.create_task(door.bring(door.press()))
    first.cancel()
    await asyncio.sleep(0.05)
    door.keys.open.set()
    assert await second == 200
    assert door.keys.asked == 1


async def test_the_bot_ends_while_microsoft_hangs(sqlite_consortium: Sessions) -> None:
    async with key_server() as keys:
        keys.hang()
        async with entrance(keys, sqlite_consortium) as door:
            waiting = asyncio.create_task(door.bring(door.press()))
            await keys.heard.wait()
            waiting.cancel()

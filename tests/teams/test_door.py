"""The door from Teams: what cannot be read, and a bot that is tried out on its own machine."""

import json
import logging
import math
from collections.abc import AsyncIterator, Mapping
from io import BytesIO

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from bot.platforms.teams.credentials import Credentials
from bot.platforms.teams.door import PATH, is_from_here
from storage.database import Sessions
from tests.teams.entrance import Entrance, entrance
from tests.teams.keyserver import authorization, key_server
from tests.teams.seed import TENANT

LOCAL = Credentials("", "", TENANT, local=True)
MEGABYTE = 1024 * 1024


@pytest.fixture
async def door(sqlite_consortium: Sessions) -> AsyncIterator[Entrance]:
    async with key_server() as keys, entrance(keys, sqlite_consortium) as door:
        yield door


@pytest.fixture
async def at_home(sqlite_consortium: Sessions) -> AsyncIterator[Entrance]:
    async with key_server() as keys, entrance(keys, sqlite_consortium, LOCAL) as door:
        yield door


def padded(door: Entrance, size: int) -> bytes:
    """A genuine press of that many bytes."""
    activity = door.press() | {"padding": ""}
    return json.dumps(activity | {"padding": "x" * (size - len(json.dumps(activity)))}).encode()


async def brought(door: Entrance, body: bytes, **headers: str) -> int:
    named = {"Authorization": authorization(door.press()), "Content-Type": "application/json"} | headers
    async with door.client.post(PATH, data=BytesIO(body), headers=named) as answered:
        return answered.status


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"canary",
        b"[]",
        b'"canary"',
        b"3",
        b"null",
        b"\xff\xfe{}",
        b'{"text": "\xe9"}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"id": ' + b"9" * 5000 + b"}",
    ],
    ids=lambda body: repr(body[:12]),
)
async def test_what_cannot_be_read_is_refused(
    door: Entrance, caplog: pytest.LogCaptureFixture, body: bytes
) -> None:
    before = door.rows()
    with caplog.at_level(logging.DEBUG):
        assert await brought(door, body) == 400
    assert "canary" not in caplog.text
    assert (door.asked, door.rows(), door.keys.asked) == ([], before, 0)


async def test_a_press_may_be_as_large_as_a_megabyte_and_no_larger(door: Entrance) -> None:
    assert await brought(door, padded(door, MEGABYTE)) == 200
    before = door.rows()
    assert await brought(door, padded(door, MEGABYTE + 1)) == 413
    assert (door.asked, door.rows()) == ([], before)


async def test_the_kind_of_text_does_not_matter_where_there_is_a_token(door: Entrance) -> None:
    assert await brought(door, padded(door, 4000), **{"Content-Type": "text/plain; charset=utf-8"}) == 200


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
async def test_the_address_takes_what_is_brought_and_nothing_else(door: Entrance, method: str) -> None:
    async with door.client.request(method, PATH) as answered:
        assert answered.status == 405


@pytest.mark.parametrize("entity", [math.nan, math.inf, "\ud800", "\x00", 10**30, None, [], {"a": {"b": []}}])
async def test_what_is_odd_in_a_genuine_press_is_answered_all_the_same(
    door: Entrance, entity: object
) -> None:
    activity = door.press() | {"entities": entity, "locale": entity}
    assert await brought(door, json.dumps(activity).encode()) == 200


async def test_at_home_nobody_needs_a_token(at_home: Entrance) -> None:
    assert await at_home.bring(at_home.press(), "") == 200
    assert at_home.keys.asked == 0


# From elsewhere; through a tunnel or another's server; and what a web page in a browser here can send.
NOT_FROM_HERE: Mapping[str, Mapping[str, str]] = {
    "a tunnel": {"X-Forwarded-For": "203.0.113.7"},
    "another's server": {"Forwarded": "for=203.0.113.7"},
    "a page that knows no better": {"Content-Type": "text/plain"},
    "a form": {"Content-Type": "application/x-www-form-urlencoded"},
    "an address that leads here": {"Host": "rebound.example"},
}


@pytest.mark.parametrize("how", list(NOT_FROM_HERE))
async def test_at_home_only_programs_of_this_machine_come_in(at_home: Entrance, how: str) -> None:
    before = at_home.rows()
    assert await brought(at_home, padded(at_home, 4000), **NOT_FROM_HERE[how]) == 401
    assert (at_home.asked, at_home.rows()) == ([], before)


@pytest.mark.parametrize(
    ("address", "comes_in"),
    [
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("10.0.0.7", False),
        ("192.168.1.4", False),
        ("0.0.0.0", False),  # noqa: S104 (an address to refuse)
        ("203.0.113.7", False),
        ("::ffff:10.0.0.7", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("", False),
        ("localhost.example", False),
    ],
)
def test_at_home_another_machine_stays_out(address: str, comes_in: bool) -> None:
    assert is_from_here(request_from(address)) is comes_in


@pytest.mark.parametrize("host", ["localhost", "localhost:3978", "127.0.0.1:3978", "[::1]:3978"])
def test_at_home_the_machine_has_several_names(host: str) -> None:
    assert is_from_here(request_from("127.0.0.1", host))


@pytest.mark.parametrize("host", ["localhost.example", "127.0.0.1.example:3978", "10.0.0.7", "127.1", "["])
def test_at_home_other_names_are_not_this_machine(host: str) -> None:
    assert not is_from_here(request_from("127.0.0.1", host))


def request_from(address: str, host: str = "localhost") -> web.Request:
    headers = {"Host": host, "Content-Type": "application/json"}
    return make_mocked_request("POST", PATH, headers).clone(remote=address)

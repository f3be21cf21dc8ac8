"""Who is let in from Teams: those whose token Microsoft signed for this very bot, and nobody else."""

import logging
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import jwt
import pytest

from bot.platforms.teams.tokens import LEEWAY_SECONDS
from storage.database import Sessions
from tests.teams.entrance import Entrance, entrance
from tests.teams.forged import ANOTHER, HEADERS, TOKENS, later
from tests.teams.keyserver import (
    FIRST,
    LIFE_SECONDS,
    authorization,
    claims,
    key_server,
    pem,
    published,
    token,
)
from tests.teams.seed import APP, TENANT

Fields = dict[str, Any]
REFUSED = "a request to /api/messages was refused: it is not from Teams"


@pytest.fixture
async def door(sqlite_consortium: Sessions) -> AsyncIterator[Entrance]:
    async with key_server() as keys:
        keys.keys += [published("of another channel", ["directline"]), published("a third key")]
        async with entrance(keys, sqlite_consortium) as door:
            yield door


async def refused(
    door: Entrance, activity: Fields, header: str, caplog: pytest.LogCaptureFixture, status: int = 401
) -> None:
    """Nothing is done, and nothing is logged but the fact."""
    before = door.rows()
    caplog.clear()
    with caplog.at_level(logging.DEBUG):
        assert await door.bring(activity, header) == status
    ours = [one.getMessage() for one in caplog.records if one.name.startswith(("bot", "storage"))]
    assert ours == [REFUSED]
    assert "canary" not in caplog.text
    assert (door.asked, door.rows()) == ([], before)


async def test_a_genuine_press_is_answered_and_kept(door: Entrance) -> None:
    before = door.rows()
    assert await door.bring(door.press()) == 200
    assert door.rows() != before


@pytest.mark.parametrize("how", list(TOKENS))
async def test_a_token_that_microsoft_did_not_sign_for_this_bot_is_refused(
    door: Entrance, caplog: pytest.LogCaptureFixture, how: str
) -> None:
    await refused(door, door.press(), f"Bearer {TOKENS[how](claims(door.service_url))}", caplog)
    assert await door.bring(door.press()) == 200


@pytest.mark.parametrize("how", list(HEADERS))
async def test_a_header_that_brings_no_token_is_refused(
    door: Entrance, caplog: pytest.LogCaptureFixture, how: str
) -> None:
    await refused(door, door.press(), HEADERS[how](token(claims(door.service_url))), caplog)


async def test_a_header_too_long_for_any_token_does_not_come_in(door: Entrance) -> None:
    before = door.rows()
    assert await door.bring(door.press(), "Bearer " + "a" * 10_000) == 400
    assert (door.asked, door.rows()) == ([], before)


@pytest.mark.parametrize(
    "changed",
    [
        {"channelId": "directline"},
        {"channelId": None},
        {"channelId": ["msteams"]},
        {"serviceUrl": "https://smba.example/uk/"},
        {"serviceUrl": None},
        {"conversation": {"tenantId": ANOTHER}, "channelData": {"tenant": {"id": ANOTHER}}},
        {"conversation": {"tenantId": ANOTHER}},
        {"channelData": {"tenant": {"id": ANOTHER}}},
        {"conversation": {}, "channelData": {}},
        {"conversation": None, "channelData": "msteams"},
        {"conversation": [], "channelData": {"tenant": TENANT}},
        {"conversation": {"tenantId": [TENANT]}, "channelData": None},
    ],
    ids=str,
)
async def test_a_genuine_token_on_what_is_not_this_organisations_is_refused(
    door: Entrance, caplog: pytest.LogCaptureFixture, changed: Fields
) -> None:
    activity = door.press()
    await refused(door, activity | changed, authorization(activity), caplog)


@pytest.mark.parametrize(
    "written", [str.upper, lambda url: url.rstrip("/"), lambda url: f"{url}/"], ids=["case", "none", "two"]
)
async def test_letters_and_slashes_of_the_service_url_do_not_matter(
    door: Entrance, written: Callable[[str], str]
) -> None:
    assert await door.bring(door.press(), f"Bearer {token(claims(written(door.service_url)))}") == 200


@pytest.mark.parametrize("where", ["conversation", "channelData"])
async def test_to_say_once_whose_it_is_is_enough(door: Entrance, where: str) -> None:
    activity = door.press()
    activity[where].pop("tenantId" if where == "conversation" else "tenant")
    assert await door.bring(activity) == 200


@pytest.mark.parametrize("changed", [{"exp": -290, "nbf": -4000}, {"nbf": 290}, {"exp": 86_400}], ids=str)
async def test_clocks_may_differ_by_five_minutes(door: Entrance, changed: dict[str, int]) -> None:
    told = claims(door.service_url) | {name: later(seconds) for name, seconds in changed.items()}
    assert await door.bring(door.press(), f"Bearer {token(told)}") == 200


async def test_a_key_that_names_no_channels_may_sign_for_all(door: Entrance) -> None:
    door.keys.keys.append(published("for all", ()))
    assert await door.bring(door.press(), f"Bearer {token(claims(door.service_url), key='for all')}") == 200


def test_the_tokens_of_these_tests_are_what_the_library_reads() -> None:
    told = claims("https://smba.example/", exp=None)
    assert jwt.decode(token(told), pem(FIRST), ["RS256"], audience=APP) == told


async def test_a_token_that_was_good_is_good_no_longer_once_it_has_ended(
    door: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    header = authorization(door.press())
    assert await door.bring(door.press(), header) == 200
    ended = time.time() + LIFE_SECONDS + LEEWAY_SECONDS
    monkeypatch.setattr(time, "time", lambda: ended)
    assert await door.bring(door.press(), header) == 401


async def test_a_token_is_read_once_however_often_it_comes(
    door: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    real = jwt.decode

    def counted(token: str, *args: Any, **options: Any) -> Any:  # noqa: ANN401 (the library's own)
        read.append(token)
        return real(token, *args, **options)

    monkeypatch.setattr(jwt, "decode", counted)
    header = f"Bearer {token(claims(door.service_url) | {'jti': 'of this test'})}"
    for _ in range(3):
        assert await door.bring(door.press(), header) == 200
    assert len(read) == 1
    assert await door.bring(door.press() | {"serviceUrl": "https://smba.example/uk/"}, header) == 401

"""Who is let in from Teams: those whose token Microsoft signed for this very bot, and nobody else."""

import hmac
import logging
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import jwt
import pytest

from storage.database import Sessions
from tests.teams.entrance import Entrance, entrance
from tests.teams.keyserver import (
    FIRST,
    ISSUER,
    authorization,
    claims,
    encoded,
    key_server,
    part,
    pem,
    published,
    token,
)
from tests.teams.seed import APP, TENANT

Fields = dict[str, Any]
ANOTHER = "0f0f0f0f-0000-4000-8000-0f0f0f0f0f0f"
REFUSED = "a request to /api/messages was refused: it is not from Teams"
DEEP = b"[" * 5000


@pytest.fixture
async def door(sqlite_consortium: Sessions) -> AsyncIterator[Entrance]:
    async with key_server() as keys:
        keys.keys += [published("of another channel", ["directline"]), published("a third key")]
        async with entrance(keys, sqlite_consortium) as door:
            yield door


def later(seconds: float) -> int:
    return int(time.time() + seconds)


def by_hand(header: object, told: object, signature: bytes = b"") -> str:
    return f"{part(header)}.{part(told)}.{encoded(signature)}"


def with_the_public_key(told: Fields) -> str:
    """What everyone can make who reads the public key as the secret of another algorithm."""
    text = f"{part({'alg': 'HS256', 'typ': 'JWT', 'kid': FIRST})}.{part(told)}"
    return f"{text}.{encoded(hmac.digest(pem(FIRST), text.encode(), 'sha256'))}"


def signature_of_another(told: Fields) -> str:
    head, _, signature = token(told | {"jti": "1"}).split(".")
    return f"{head}.{part(told)}.{signature}"


TOKENS: dict[str, Callable[[Fields], str]] = {
    "expired": lambda c: token(c | {"exp": later(-301)}),
    "not yet valid": lambda c: token(c | {"nbf": later(330)}),
    "issued in the future": lambda c: token(c | {"iat": later(330)}),
    "without an end": lambda c: token({name: value for name, value in c.items() if name != "exp"}),
    "an end that is no number": lambda c: token(c | {"exp": "soon"}),
    "an end beyond all numbers": lambda c: token(c | {"exp": float("inf")}),
    "another bot's": lambda c: token(c | {"aud": ANOTHER}),
    "for several bots": lambda c: token(c | {"aud": [APP, ANOTHER]}),
    "for a list of this bot": lambda c: token(c | {"aud": [APP]}),
    "for no bot": lambda c: token({name: value for name, value in c.items() if name != "aud"}),
    "another issuer": lambda c: token(c | {"iss": "https://sts.windows.net/" + TENANT}),
    "an issuer among others": lambda c: token(c | {"iss": [ISSUER]}),
    "no issuer": lambda c: token({name: value for name, value in c.items() if name != "iss"}),
    "another service": lambda c: token(c | {"serviceurl": "https://smba.example/uk/"}),
    "a longer address": lambda c: token(c | {"serviceurl": f"{c['serviceurl']}more"}),
    "no service": lambda c: token({name: value for name, value in c.items() if name != "serviceurl"}),
    "a service that is no text": lambda c: token(c | {"serviceurl": {"is": c["serviceurl"]}}),
    "an unknown key": lambda c: token(c, key="made up"),
    "a key's name on another's signature": lambda c: token(c, key="made up", kid=FIRST),
    "one key's name on another's": lambda c: token(c, key=FIRST, kid="a third key"),
    "no key": lambda c: token(c, kid=None),
    "a blank key": lambda c: token(c, kid=""),
    "a key that is no text": lambda c: token(c, kid=[FIRST]),
    "a key that is a number": lambda c: token(c, kid=7),
    "a key for other channels": lambda c: token(c, key="of another channel"),
    "unsigned": lambda c: by_hand({"alg": "none", "typ": "JWT"}, c),
    "unsigned, with a key": lambda c: by_hand({"alg": "none", "kid": FIRST}, c),
    "unsigned, written otherwise": lambda c: by_hand({"alg": "None", "kid": FIRST}, c),
    "signed with the public key": with_the_public_key,
    "another algorithm named": lambda c: token(c, alg="PS256"),
    "a stronger algorithm named": lambda c: token(c, alg="RS512"),
    "no algorithm": lambda c: token(c, alg=None),
    "several algorithms": lambda c: token(c, alg=["RS256"]),
    "its own key": lambda c: token(c, key="made up", kid=FIRST, jwk=published("made up")),
    "its own key server": lambda c: token(c, key="made up", jku="https://keys.example/"),
    "an extension we don't know": lambda c: token(c, crit=["exp2"]),
    "another's signature": signature_of_another,
    "no signature": lambda c: token(c).rpartition(".")[0] + ".",
    "two parts": lambda c: token(c).rpartition(".")[0],
    "four parts": lambda c: token(c) + ".",
    "claims in a list": lambda c: token([c]),  # type: ignore[arg-type]
    "no JSON": lambda _: f"{encoded(b'{')}.{encoded(b'{')}.{encoded(b'x')}",
    "brackets without end": lambda c: f"{encoded(DEEP)}.{part(c)}.{encoded(b'x')}",
    "no base64": lambda _: "%%%.%%%.%%%",
    "dots": lambda _: "..",
    "one word": lambda _: "canary",
}

HEADERS: dict[str, Callable[[str], str]] = {
    "nothing": lambda _: "",
    "a scheme alone": lambda _: "Bearer",
    "a scheme and a blank": lambda _: "Bearer ",
    "no scheme": lambda token: token,
    "another scheme": lambda token: f"Basic {token}",
    "small letters": lambda _: "bearer x",
    "two blanks": lambda token: f"Bearer  {token}",
    "a tab": lambda token: f"Bearer\t{token}",
    "two tokens": lambda token: f"Bearer {token},Bearer {token}",
    "letters of elsewhere": lambda _: "Bearer été.été.été",
    "digits of elsewhere": lambda _: "Bearer ١٢٣.١٢٣.١٢٣",
    "very long": lambda _: "Bearer " + "a" * 8000,
}


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

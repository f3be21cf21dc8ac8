"""Tokens and headers that Microsoft did not make for this bot."""

import hmac
import time
from collections.abc import Callable
from typing import Any

from tests.teams.keyserver import FIRST, ISSUER, encoded, part, pem, published, token
from tests.teams.seed import APP, TENANT

Fields = dict[str, Any]
ANOTHER = "0f0f0f0f-0000-4000-8000-0f0f0f0f0f0f"
DEEP = b"[" * 5000


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

"""The mail server and the address that we write from, as SMTP_URL has them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.headerregistry import Address
from typing import Literal
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

NAME = "SMTP_URL"
Security = Literal["none", "starttls", "tls"]
# By scheme: how the connection is kept private, and the port that is usual then.
SCHEMES: Mapping[str, tuple[Security, int]] = {
    "smtp": ("none", 25),
    "smtp+starttls": ("starttls", 587),
    "smtps": ("tls", 465),
}
LOOKS_LIKE = (
    "It should look like smtps://user:password@mail.example.org?from=reviews@example.org, "
    "with smtp+starttls:// or smtp:// in place of smtps:// where the server wants that."
)


@dataclass(frozen=True, slots=True)
class Credentials:
    """Without a `user` nothing is said of who we are."""

    host: str
    port: int
    security: Security
    sender: str
    user: str = field(repr=False, default="")
    password: str = field(repr=False, default="")

    @property
    def domain(self) -> str:
        return self.sender.rpartition("@")[2]


def read(environ: Mapping[str, str]) -> Credentials | None:
    """None: e-mail is off. Only for an environment in which `mistakes_in` finds nothing."""
    url = environ.get(NAME, "").strip()
    if not url:
        return None
    parts = urlsplit(url)
    security, port = SCHEMES[parts.scheme]
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Credentials(parts.hostname or "", parts.port or port, security, sender_in(parts), user, password)


def mistakes_in(environ: Mapping[str, str]) -> Iterator[str]:
    """Never repeats what the setting holds: a password is in it."""
    url = environ.get(NAME, "").strip()
    if not url:
        return
    try:
        parts = urlsplit(url)
        usable = parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or not url.isprintable() or parts.path.strip("/") or parts.fragment:
        yield f"{NAME} is not the address of a mail server. {LOOKS_LIKE}"
    elif not is_address(sender_in(parts)):
        yield f"{NAME} does not say which address to write from, at its end, after ?from=. {LOOKS_LIKE}"
    elif bool(parts.username) != bool(parts.password):
        yield f"{NAME} has a user without a password, or the other way round. {LOOKS_LIKE}"


def sender_in(parts: SplitResult) -> str:
    return dict(parse_qsl(parts.query)).get("from", "")


def is_address(text: str) -> bool:
    """Whether it is an e-mail address, and one alone."""
    try:
        read = Address(addr_spec=text)
    except (ValueError, IndexError):
        return False
    return bool(read.username and "." in read.domain) and text.isascii()

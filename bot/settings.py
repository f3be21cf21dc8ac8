"""What the environment says, read once and handed down."""

import os
import secrets
import socket
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from bot.platforms.mail import credentials as by_mail
from bot.platforms.slack import credentials as at_slack
from bot.platforms.teams import credentials as at_teams

# Relative to the folder that the program is started in.
SQLITE = "sqlite:///peer-review.db"
PORT = "8000"
SCHEMES = {"sqlite", "postgres", "postgresql", "postgresql+psycopg"}
KEY_LENGTH = 32
THIS_MACHINE = "http://127.0.0.1"


class BadSettings(Exception):
    """One sentence for each setting that can't be used, with what to do."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("\n".join(sentences))


@dataclass(frozen=True, slots=True)
class Settings:
    """`executor` names this process among those that share a database, the same after each restart.

    `templates`: the folder of the office's own Word templates.
    """

    database_url: str = field(repr=False)
    port: int
    public_url: str
    secret_key: str = field(repr=False)
    key_is_temporary: bool
    executor: str
    templates: Path | None = None
    slack: at_slack.Credentials | None = None
    teams: at_teams.Credentials | None = None
    mail: by_mail.Credentials | None = None

    @property
    def on_sqlite(self) -> bool:
        return self.database_url.startswith("sqlite")

    @property
    def is_reached(self) -> bool:
        """Whether people come to the public URL from where they are."""
        return not self.public_url.startswith(THIS_MACHINE)


def from_environment() -> Settings:
    return read(os.environ)


def read(environ: Mapping[str, str]) -> Settings:
    """Raises BadSettings with every mistake at once."""
    mistakes = tuple(mistakes_in(environ))
    if mistakes:
        raise BadSettings(*mistakes)
    port = int(value(environ, "PORT", PORT))
    key = value(environ, "SECRET_KEY")
    return Settings(
        database_url=value(environ, "DATABASE_URL", SQLITE),
        port=port,
        public_url=value(environ, "PUBLIC_URL", f"{THIS_MACHINE}:{port}").rstrip("/"),
        secret_key=key or secrets.token_urlsafe(KEY_LENGTH),
        key_is_temporary=not key,
        executor=value(environ, "PEER_REVIEW_WORKER") or value(environ, "DYNO") or socket.gethostname(),
        templates=Path(folder) if (folder := value(environ, "TEMPLATES_DIR")) else None,
        slack=at_slack.read(environ),
        teams=at_teams.read(environ),
        mail=by_mail.read(environ),
    )


def mistakes_in(environ: Mapping[str, str]) -> Iterator[str]:
    """Never repeats what DATABASE_URL, SECRET_KEY or SMTP_URL holds: what is printed may stay in a log."""
    scheme, separator, _ = value(environ, "DATABASE_URL", SQLITE).partition("://")
    if scheme not in SCHEMES or not separator:
        yield (
            "DATABASE_URL isn't a database we can use. "
            "It should look like sqlite:///peer-review.db or postgresql://user:password@host/name."
        )
    port = value(environ, "PORT", PORT)
    if not (port.isascii() and port.isdigit() and 1 <= int(port[:6]) <= 65535):
        yield f"PORT is {port!r}. It should be a number from 1 to 65535."
    url = value(environ, "PUBLIC_URL", "http://127.0.0.1")
    if not is_web_address(url):
        yield f"PUBLIC_URL is {url!r}. It should be a whole web address, like https://reviews.example.org."
    yield from mistakes_in_key(value(environ, "SECRET_KEY"), shared=scheme.startswith("postgres"))
    yield from at_slack.mistakes_in(environ)
    yield from at_teams.mistakes_in(environ)
    yield from by_mail.mistakes_in(environ)


def mistakes_in_key(key: str, *, shared: bool) -> Iterator[str]:
    how = 'Make one with: python3 -c "import secrets; print(secrets.token_urlsafe(32))"'
    if shared and not key:
        yield f"SECRET_KEY is missing. With PostgreSQL every process needs the same one. {how}"
    if key and len(key) < KEY_LENGTH:
        yield f"SECRET_KEY is too short to be safe: it needs at least {KEY_LENGTH} characters. {how}"


def value(environ: Mapping[str, str], name: str, otherwise: str = "") -> str:
    """A setting that is empty counts as not set."""
    return environ.get(name, "").strip() or otherwise


def is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return (
            parts.scheme in {"http", "https"}
            and bool(parts.hostname)
            and (parts.port is None or parts.port > 0)
            and not parts.query
            and not parts.fragment
            and text.isprintable()
            and " " not in text
        )
    except ValueError:
        return False

"""Signed links to pages and papers: each says for whom it was made, and what it opens checks that person."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import Enum

from itsdangerous import BadData, URLSafeSerializer
from sqlalchemy.orm import Session

# (session, person_id, subject_id, now) to where something is kept; None when this person may not open it, or
# it is gone.
LeadsTo = Callable[[Session, int, int, datetime], str | None]


@dataclass(frozen=True, slots=True)
class File:
    """What a link opens. `name`: what it is saved as, "" for a page to be read; `style`: that page's own."""

    body: bytes
    media_type: str
    name: str = ""
    style: str = ""


# The same to a file.
Gives = Callable[[Session, int, int, datetime], File | None]
# For a link made in the chat at a click.
AN_HOUR = timedelta(hours=1)
# For a governor's, which is e-mailed or handed over.
A_FORTNIGHT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a sound link says: for whom it was made, and about what. It gives no right to anything."""

    person_id: int
    subject_id: int


class Closed(Enum):
    """Why a link opens nothing."""

    EXPIRED = "expired"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class Links:
    """Makes and reads links below `public_url`, signed with `secret`.

    `reached`: people come to `public_url` from where they are, and not from this machine alone. `mailed`:
    links to governors go to them by e-mail, and not only by way of the headteacher.
    """

    public_url: str
    secret: str = field(repr=False)
    reached: bool = True
    mailed: bool = False

    def make(
        self, purpose: str, person_id: int, subject_id: int, now: datetime, *, lasts: timedelta = AN_HOUR
    ) -> str:
        """The whole address, `<public_url>/<purpose>/<token>`; it is good until `now` (aware) + `lasts`."""
        token = self.seal(purpose, person_id, subject_id, now, lasts=lasts)
        return f"{self.public_url.rstrip('/')}/{purpose}/{token}"

    def seal(
        self, purpose: str, person_id: int, subject_id: int, now: datetime, *, lasts: timedelta = AN_HOUR
    ) -> str:
        """The token alone, for a form that comes back to us."""
        return str(self._signer(purpose).dumps([person_id, subject_id, _seconds(now + lasts)]))

    def read(self, purpose: str, token: str, now: datetime) -> Opened | Closed:
        """What the token opens at `now` (aware); one that was made for another purpose counts as altered."""
        try:
            person_id, subject_id, until = self._signer(purpose).loads(token)
        except (BadData, TypeError, ValueError):
            return Closed.ALTERED
        return Opened(person_id, subject_id) if _seconds(now) < until else Closed.EXPIRED

    def feed(self, purpose: str, subject_id: int, serial: int) -> str:
        """The address of a calendar, which does not run out: it is good as long as its serial is."""
        token = self._signer(purpose).dumps([subject_id, serial])
        return f"{self.public_url.rstrip('/')}/{purpose}/{token}.ics"

    def read_feed(self, purpose: str, token: str) -> tuple[int, int] | None:
        """Whose calendar it is, and its serial; None: it was not made here, or for another purpose."""
        try:
            subject_id, serial = self._signer(purpose).loads(token)
        except (BadData, TypeError, ValueError):
            return None
        return subject_id, serial

    def code(self, purpose: str, subject_id: int) -> str:
        """Six digits that go with a link: always the same, and known to nobody without the secret."""
        said = f"peer-review.code.{purpose}.{subject_id}".encode()
        digest = hmac.digest(self.secret.encode(), said, hashlib.sha256)
        return f"{int.from_bytes(digest) % 1_000_000:06}"

    def _signer(self, purpose: str) -> URLSafeSerializer:
        # The salt keeps a link for one purpose from opening another.
        return URLSafeSerializer(
            self.secret, salt=f"peer-review.{purpose}", signer_kwargs={"digest_method": hashlib.sha256}
        )


def _seconds(moment: datetime) -> int:
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return int(moment.astimezone(UTC).timestamp())

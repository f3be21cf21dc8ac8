"""Somebody goes several ways, and each answer is what the table says; what they have seen on them."""

from collections.abc import Mapping, Sequence

from tests.permissions.canaries import canaries
from tests.permissions.moments import When
from tests.permissions.paths.model import Column, Path, Typed
from tests.permissions.people import UNKNOWN
from tests.permissions.prepared import TITLE
from tests.permissions.surfaces import Surface
from tests.permissions.table import may
from tests.permissions.trying import fitted

REFUSED, NOT_KNOWN = "Sorry, I can’t do that", "I don’t know you yet"
# In a group's review: the members of its group know of it, and whoever takes part.
NAMES = ("Martin Kowalczyk", "Leila Haddad")


async def tries(
    surface: Surface,
    email: str,
    row: str,
    when: When,
    paths: Sequence[Path],
    known: Mapping[str, str],
) -> set[str]:
    """All these ways but those on which they would change something; the canaries that were seen."""
    found: set[str] = set()
    for path in paths:
        allowed = may(row, path, when)
        if not allowed or not path.is_written:
            answer = await surface.press(email, *fitted(path, known))
            check(row, path, answer, allowed=allowed)
            found |= canaries(answer)
    return found


def check(row: str, path: Path, answer: str, *, allowed: bool) -> None:
    if allowed:
        assert is_allowed(answer), (path, answer)
    elif path.column not in {Column.LED, Column.ANYBODY}:
        assert (NOT_KNOWN if row in UNKNOWN else REFUSED) in answer, (path, answer)
        assert not [name for name in NAMES if name in answer], (path, answer)
        assert canaries(answer) == set(), (path, answer)


def is_allowed(answer: str) -> bool:
    return REFUSED not in answer and NOT_KNOWN not in answer


async def typed(surface: Surface, email: str, row: str, when: When, lines: Sequence[Typed]) -> set[str]:
    """The same lines to the bot alone and in the group's channel."""
    found: set[str] = set()
    for one in lines:
        for channel in (False, True):
            answer = await surface.type(email, one.line, channel=channel)
            assert ((one.says or TITLE) in answer) is may(row, one.path, when), (one, answer)
            found |= canaries(answer)
    return found

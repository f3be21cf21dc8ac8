"""What somebody does in the practice room."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.cards.model import Go
from bot.cards.typed import asked
from bot.platforms.playground.room import PLATFORM, WORKSPACE, Entry, Place
from bot.router import Incoming


@dataclass(frozen=True, slots=True)
class Act:
    """Something one person did: a typed line, or a button of the entry `on` with its form.

    `event` is the page's own mark of this act; the same one twice acts once.
    """

    user: str
    place: Place
    event: str
    typed: str = ""
    token: str = ""
    on: Entry | None = None
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The entry that answers an act, if anything changed; `failed` means that it should be tried again."""

    entry: Entry | None = None
    failed: bool = False


def incoming(act: Act) -> Incoming:
    go = asked(act.typed) if act.typed else Go.parse(act.token)
    return Incoming(PLATFORM, WORKSPACE, act.user, go, act.fields, act.place.channel, act.event)

"""What the bot says of its own accord: a template's name to the card it becomes when it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from sqlalchemy.orm import Session

from bot.cards.model import Card
from bot.links import Links
from bot.rules import hours
from bot.rules.policy import Policy
from storage import consortium
from storage.models import Person


@dataclass(frozen=True)
class Letter:
    """One message being written: to `person`, or to a channel when there is none. `now` is in UTC.

    `stands`: it has been sent, and is being shown anew as things are now.
    """

    session: Session
    person: Person | None
    now: datetime
    args: Mapping[str, int | str]
    links: Links
    stands: bool = False

    @property
    def today(self) -> date:
        return hours.today(self.now)

    @cached_property
    def policy(self) -> Policy:
        return consortium.policy(self.session)

    def id(self, name: str) -> int:
        return int(self.args[name])


# None: there is nothing left to say, and the message is withdrawn.
Writer = Callable[[Letter], Card | None]

TEMPLATES: dict[str, Writer] = {}


def template(name: str) -> Callable[[Writer], Writer]:
    """Register what a template says. The name stands in stored messages: once used, it is kept."""

    def register(writer: Writer) -> Writer:
        if name in TEMPLATES:
            raise ValueError(f"two writers for {name}")
        TEMPLATES[name] = writer
        return writer

    return register

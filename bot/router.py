"""From something a person did to the card they get back."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from bot.cards import common as say
from bot.cards.model import Button, Card, Go
from bot.language.legible import legible
from bot.links import Links
from bot.rules import hours
from bot.rules.calendar import SchoolCalendar
from bot.rules.policy import Policy
from storage import consortium, directory, received
from storage.addresses import Address
from storage.database import Sessions
from storage.directory import Directory, GroupEntry, PersonEntry
from storage.models import Person
from storage.received import Source, Whereabouts

# Of eight people who press at once seven lose the race; each runs again and sees the winner's work.
TRIES = 5

log = logging.getLogger(__name__)


class Refused(Exception):
    """The person asked for something they may not do, or that is out of date; the card is shown to them."""

    def __init__(self, sentence: str, *ways_on: Button) -> None:
        super().__init__(sentence)
        self.card = say.refused(sentence, ways_on)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One click, submitted form or typed line, already stripped of its platform.

    `place` is the conversation it came from, "" in a personal chat. `event` is the platform's own id of
    what happened; the same one twice is acted on once.
    """

    platform: str
    workspace: str
    user: str
    go: Go
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    place: str = ""
    event: str = ""

    def legible(self) -> "Incoming":
        """The same without the characters that no database keeps; whoever sends them may be anyone."""
        args = {legible(name): legible(value) for name, value in self.go.args.items()}
        fields = {legible(name): tuple(map(legible, values)) for name, values in self.fields.items()}
        return Incoming(
            legible(self.platform),
            legible(self.workspace),
            legible(self.user),
            Go(self.go.route, args),
            fields,
            legible(self.place),
            legible(self.event),
        )


@dataclass(frozen=True)
class Turn:
    """What a handler works with. `now` is in UTC; `where` is the channel, None in a personal chat.

    `platform` is "" for whoever comes by a link.
    """

    session: Session
    platform: str
    asker: PersonEntry
    now: datetime
    args: Mapping[str, str]
    fields: Mapping[str, tuple[str, ...]]
    where: Address | None
    group: GroupEntry | None
    links: Links
    directory: Directory
    dates_version: int | None

    @property
    def in_channel(self) -> bool:
        return self.where is not None

    @property
    def today(self) -> date:
        # Just after midnight in summer, London is a day ahead of UTC.
        return hours.today(self.now)

    @cached_property
    def person(self) -> Person:
        """Whoever asks, where something is written about them."""
        return self.session.get_one(Person, self.asker.id)

    @property
    def policy(self) -> Policy:
        return self.directory.policy

    @property
    def calendar(self) -> SchoolCalendar:
        """The consortium's own; a school may differ."""
        return self.directory.calendar(None)

    @property
    def page(self) -> int:
        """Which page of a list is asked for, counted from 0."""
        return id_in(self.args.get("page", "")) or 0

    def id(self, name: str) -> int:
        """The id under `name` in the button's token, which anyone could have written."""
        number = id_in(self.args.get(name, ""))
        if number is None:
            raise Refused(say.DAMAGED)
        return number

    def day(self, name: str) -> date:
        """The date under `name` in the button's token."""
        try:
            return date.fromisoformat(self.args.get(name, ""))
        except ValueError:
            raise Refused(say.DAMAGED) from None

    def text(self, name: str) -> str:
        """What was typed or chosen in a field, without the blanks around it."""
        return next(iter(self.fields.get(name, ())), "").strip()

    def values(self, name: str) -> tuple[str, ...]:
        """What was chosen or typed in a field that takes several, each once, without blanks."""
        return tuple(dict.fromkeys(value.strip() for value in self.fields.get(name, ()) if value.strip()))


def id_in(text: str) -> int | None:
    # Longer numbers are no ids of ours, and PostgreSQL refuses them.
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


Done = TypeVar("Done")
Fields = Mapping[str, tuple[str, ...]]
Handler = Callable[[Turn], Card]
# Gives the moment in UTC.
Clock = Callable[[], datetime]

ROUTES: dict[str, Handler] = {}


def on(route: str) -> Callable[[Handler], Handler]:
    """Register the handler of a route. It checks itself, at every click, who may."""

    def register(handler: Handler) -> Handler:
        if route in ROUTES:
            raise ValueError(f"two handlers for {route}")
        ROUTES[route] = handler
        return handler

    return register


def answer(sessions: Sessions, incoming: Incoming, now: datetime, links: Links) -> Card | None:
    """Run one turn in its own transaction; a refusal undoes it. `now` is in UTC.

    Someone else's change in the same moment runs the turn again, on what they left. None: this event has
    been acted on before.
    """
    incoming = incoming.legible()

    def turn(session: Session) -> Card | None:
        found = _whereabouts(session, incoming, now)
        return found and _answer(session, incoming, found, now, links)

    try:
        return in_turn(sessions, incoming.go.route, turn)
    except Refused as refusal:
        return refusal.card


def in_turn(sessions: Sessions, route: str, work: Callable[[Session], Done]) -> Done:
    """Do it in a transaction of its own; again, where someone else changed the same thing meanwhile."""
    for attempt in range(1, TRIES + 1):
        try:
            with sessions.begin() as session:
                return work(session)
        except (IntegrityError, StaleDataError, OperationalError):
            if attempt == TRIES:
                raise
            log.info("turn %s runs again: someone else changed the same thing", route)
    raise AssertionError("the last try returns or raises")


def turn_by_link(
    session: Session, person_id: int, now: datetime, links: Links, fields: Fields
) -> Turn | None:
    """For somebody who comes to a page of ours; nobody, once they have left. `now` is in UTC."""
    roster = directory.newest(session)
    asker = roster.person(person_id, hours.today(now))
    if asker is None:
        return None
    return Turn(session, "", asker, now, {}, fields, None, None, links, roster, None)


def _whereabouts(session: Session, incoming: Incoming, now: datetime) -> Whereabouts | None:
    source = Source(incoming.platform, incoming.workspace, incoming.user, incoming.place)
    if not incoming.event:
        return received.whereabouts(session, source)
    return received.whereabouts_if_new(session, source, incoming.event, now)


def _answer(session: Session, incoming: Incoming, found: Whereabouts, now: datetime, links: Links) -> Card:
    today = hours.today(now)
    roster = directory.current(session, found.roster_version)
    asker = roster.person(found.person_id, today)
    if asker is None:
        return say.unknown_person(consortium.office_names(session, today))
    handler = ROUTES.get(incoming.go.route)
    if handler is None:
        return say.out_of_date()
    where = group = None
    if incoming.place:
        where = Address(incoming.platform, incoming.workspace, incoming.place, personal=False)
        group = roster.groups.get(found.group_id or 0)
    args, fields = incoming.go.args, incoming.fields
    held = roster, found.dates_version
    turn = Turn(session, incoming.platform, asker, now, args, fields, where, group, links, *held)
    card = handler(turn)
    if found.home_platform != incoming.platform:
        # Only now: people are always held after the review that they change.
        turn.person.home_platform = incoming.platform
    return card

"""Who looks at what is prepared for a review; without a turn, for links that are opened and for messages."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.handlers.access import papers_open
from bot.letters import Letter
from bot.router import Turn
from bot.rules import hours
from bot.rules.milestones import Kind
from bot.rules.permissions import WRITE, Paper, Part, Right, rights
from bot.rules.policy import Policy
from storage import consortium, handing_over, standing
from storage.directory import PersonEntry, entry_of
from storage.models import Person, Review


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody, and the moment at which they look (UTC)."""

    session: Session
    person: PersonEntry
    now: datetime
    policy: Policy

    @property
    def today(self) -> date:
        return hours.today(self.now)

    def parts(self, review: Review) -> frozenset[Part]:
        return standing.parts(self.session, self.person, review, self.today)


def reader_of(turn: Turn) -> Reader:
    return Reader(turn.session, turn.asker, turn.now, turn.policy)


def reader_by_id(session: Session, person_id: int, now: datetime) -> Reader | None:
    """Whoever a link was made for, as long as they are here; `now` is in UTC."""
    person = consortium.by_id(session, person_id, hours.today(now))
    return Reader(session, entry_of(person), now, consortium.policy(session)) if person else None


def reading(letter: Letter, person: Person) -> Reader:
    """The person to whom the letter is written, when they read it."""
    return Reader(letter.session, entry_of(person), letter.now, letter.policy)


def prepared(reader: Reader, review: Review, mine: frozenset[Part]) -> frozenset[Right]:
    """What is prepared for a review, its meeting and its day as well, is read and written like the pack."""
    return rights(mine, Paper.PACK, links_open=papers_open(review, reader.today, reader.policy))


def prepared_by(reader: Reader, review: Review, mine: frozenset[Part], part: Kind) -> frozenset[Right]:
    """The same of a part that can be handed over; whoever has it has the head’s rights."""
    held = prepared(reader, review, mine)
    if Right.WRITE in held or not papers_open(review, reader.today, reader.policy):
        return held
    helps = handing_over.helps(reader.session, review, part, reader.person, reader.today)
    return held | WRITE if helps else held

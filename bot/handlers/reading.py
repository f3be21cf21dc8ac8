"""Who looks at what is prepared for a review; without a turn, for links that are opened and for messages."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.handlers.access import papers_open
from bot.router import Turn
from bot.rules import hours
from bot.rules.milestones import Kind
from bot.rules.permissions import WRITE, Paper, Part, Right, rights
from bot.rules.policy import Policy
from storage import handing_over, standing
from storage.directory import PersonEntry, entry_of
from storage.models import HandedOver, Review


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


def prepared_by(reader: Reader, review: Review, mine: frozenset[Part], part: Kind) -> frozenset[Right]:
    """What this person may do with a part that can be handed over; whoever has it has the head’s rights."""
    is_open = papers_open(review, reader.today, reader.policy)
    held = rights(mine, Paper.PACK, links_open=is_open)
    if Right.WRITE in held or not is_open:
        return held
    helps = handing_over.helps(reader.session, review, part, reader.person, reader.today)
    return held | WRITE if helps else held


def helper_of(reader: Reader, review: Review, part: Kind) -> HandedOver | None:
    """To whom the part is handed over, as long as they are still at the school."""
    handed = handing_over.current(reader.session, review.id, part)
    if handed is None:
        return None
    here = handing_over.is_at(entry_of(handed.person), review.school_id, reader.today)
    return handed if here else None

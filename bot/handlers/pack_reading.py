"""What somebody may see of a review's pack; without a turn, for links that are opened and for messages."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.cards.pack import Sees
from bot.handlers.access import papers_open
from bot.rules import hours
from bot.rules.milestones import Kind
from bot.rules.permissions import WRITE, Paper, Part, Right, rights
from bot.rules.policy import Policy
from storage import handing_over, standing
from storage.directory import PersonEntry, entry_of
from storage.models import HandedOver, Review


@dataclass(frozen=True, slots=True)
class Reader:
    """Who looks at a pack, and when (UTC)."""

    session: Session
    person: PersonEntry
    now: datetime
    policy: Policy

    @property
    def today(self) -> date:
        return hours.today(self.now)

    def parts(self, review: Review) -> frozenset[Part]:
        return standing.parts(self.session, self.person, review, self.today)


def rights_of(reader: Reader, review: Review, mine: frozenset[Part]) -> frozenset[Right]:
    is_open = papers_open(review, reader.today, reader.policy)
    held = rights(mine, Paper.PACK, links_open=is_open)
    if Right.WRITE in held or not is_open:
        return held
    helps = handing_over.helps(reader.session, review, Kind.PACK, reader.person, reader.today)
    return held | WRITE if helps else held


def sight(reader: Reader, review: Review) -> Sees:
    mine = reader.parts(review)
    held = rights_of(reader, review, mine)
    is_open = papers_open(review, reader.today, reader.policy)
    writes = Right.WRITE in held and not review.cancelled_at and is_open
    return Sees(
        status=bool(held & {Right.READ, Right.STATUS}),
        links=Right.READ in held,
        areas=bool(held & {Right.READ, Right.FOCUS}),
        writes=writes,
        longer=writes and not review.postponed_at and reader.today <= review.day,
        hands=writes and Part.HOST_HEAD in mine,
        review=Right.READ in rights(mine, Paper.STATUS),
    )


def helper_of(reader: Reader, review: Review) -> HandedOver | None:
    """To whom the pack is handed over, as long as they are still at the school."""
    handed = handing_over.current(reader.session, review.id, Kind.PACK)
    if handed is None:
        return None
    here = handing_over.is_at(entry_of(handed.person), review.school_id, reader.today)
    return handed if here else None

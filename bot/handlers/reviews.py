"""Looking at one review: where it stands, its timetable, its calendar file, its history."""

from collections.abc import Collection

from bot.cards import history as changes
from bot.cards import review as say
from bot.cards.model import Card
from bot.cards.rooms import Room
from bot.handlers import feedback_access, impact_access, plan_access, summary_access, workshop_access
from bot.handlers.access import NOT_YOURS, going_ahead, parts, see, seen
from bot.handlers.audit_access import sees_audit
from bot.handlers.day_access import day_rights
from bot.handlers.pack_access import pack_rights
from bot.handlers.paper_files import address
from bot.handlers.paper_links import HISTORY
from bot.handlers.paper_reading import may_read_any
from bot.handlers.papers import has_papers
from bot.handlers.reading import prepared, reader_of
from bot.handlers.team_notes_access import may_note
from bot.handlers.visit_access import sees_visit
from bot.router import Refused, Turn, on
from bot.rules.permissions import Part, may_manage, may_read_history
from storage import milestones, reviews
from storage.models import Review


@on("review.show")
def show(turn: Turn) -> Card:
    return shown(turn, seen(turn))


def shown(turn: Turn, review: Review) -> Card:
    """For whoever may see where it stands."""
    mine = parts(turn, review)
    return say.in_full(review, turn.today, mine, turn.asker.id, rooms(turn, review, mine))


@on("review.more")
def more(turn: Turn) -> Card:
    """All that its card leads to; each asks again whose it is."""
    review = seen(turn)
    mine = parts(turn, review)
    return say.more(review, turn.today, mine, turn.asker.id, rooms(turn, review, mine))


def rooms(turn: Turn, review: Review, mine: frozenset[Part]) -> Collection[Room]:
    """What of the review there is for this person to see, whole or in part."""
    open_to_them = {
        Room.PACK: bool(pack_rights(turn, review, mine)),
        Room.MEETING: bool(prepared(reader_of(turn), review, mine)),
        Room.DAY: bool(day_rights(turn, review, mine)),
        Room.NOTES: may_note(turn, review, mine),
        Room.FEEDBACK: feedback_access.is_seen(turn, review, mine),
        Room.SUMMARY: summary_access.is_seen(turn, review, mine),
        Room.WORKSHOP: workshop_access.sees(mine),
        Room.PLAN: plan_access.sees(turn, review, mine),
        Room.AUDIT: sees_audit(turn, review, mine),
        Room.VISIT: sees_visit(mine) and review.day <= turn.today,
        Room.IMPACT: impact_access.is_seen(turn, review, mine),
        Room.PAPERS: has_papers(turn, review, mine),
        Room.FILES: may_read_any(turn.session, review, mine),
    }
    return [room for room, is_open in open_to_them.items() if is_open]


@on("review.timetable")
def timetable(turn: Turn) -> Card:
    review = seen(turn)
    return say.timetable(review, milestones.as_timetable(review), turn.policy)


@on("review.calendar")
def calendar(turn: Turn) -> Card:
    review = going_ahead(seen(turn))
    return say.calendar(review, turn.links.make("calendar", turn.asker.id, review.id, turn.now))


@on("review.history")
def history(turn: Turn) -> Card:
    review = seen(turn)
    mine = parts(turn, review)
    if not may_read_history(mine):
        raise Refused(NOT_YOURS, see(review))
    found = reviews.history(turn.session, review.id)
    table = address(turn, HISTORY, review.id)
    return changes.history(review, found, turn.page, table, leads=may_manage(mine))

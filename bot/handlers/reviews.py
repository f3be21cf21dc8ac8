"""Looking at one review: where it stands, its timetable, its calendar file, its history."""

from bot.cards import history as changes
from bot.cards import review as say
from bot.cards.model import Card
from bot.cards.review import Sees
from bot.handlers.access import NOT_YOURS, going_ahead, parts, see, seen
from bot.handlers.day_access import day_rights
from bot.handlers.pack_access import pack_rights
from bot.handlers.papers import has_papers
from bot.handlers.reading import prepared, reader_of
from bot.router import Refused, Turn, id_in, on
from bot.rules.permissions import may_manage, may_read_history
from storage import milestones, reviews


@on("review.show")
def show(turn: Turn) -> Card:
    review = seen(turn)
    mine = parts(turn, review)
    sees = Sees(
        pack=bool(pack_rights(turn, review, mine)),
        meeting=bool(prepared(reader_of(turn), review, mine)),
        day=bool(day_rights(turn, review, mine)),
        papers=has_papers(turn, review, mine),
    )
    return say.in_full(review, turn.today, mine, turn.asker.id, sees)


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
    page = id_in(turn.args.get("page", "")) or 0
    return changes.history(review, reviews.history(turn.session, review.id), page, leads=may_manage(mine))

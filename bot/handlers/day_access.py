"""Who may see and who may write the timetable of a review day, and the card that each of them sees."""

from bot.cards import day as say
from bot.cards.day import May
from bot.cards.model import Card
from bot.handlers.access import going_ahead, parts, review_in, see, to_come
from bot.handlers.reading import prepared_by, reader_of
from bot.router import Refused, Turn
from bot.rules.milestones import Kind
from bot.rules.permissions import Paper, Part, Right, rights
from storage import days, handing_over, reviews
from storage.models import DayTimetable, Review

NOT_YOURS = (
    "Only the headteacher and the review team see the timetable of the day; "
    "to reviewers it is open until some weeks after the review."
)
NOT_THE_HEAD = (
    "Only the headteacher of the reviewed school, or whoever they have asked, "
    "can change the timetable of the day."
)


def day_rights(turn: Turn, review: Review, mine: frozenset[Part]) -> frozenset[Right]:
    return prepared_by(reader_of(turn), review, mine, Kind.TIMETABLE)


def shown(turn: Turn, review: Review, said: str = "", warning: str = "") -> Card:
    """As much of it as this person may see."""
    mine = parts(turn, review)
    held = day_rights(turn, review, mine)
    kept = days.of_review(turn.session, review.id)
    if Right.READ in held:
        which = turn.args.get("which", "")
        return say.show(review, kept, may(turn, review, mine, held), which=which, said=said, warning=warning)
    if held & {Right.STATUS, Right.FOCUS}:
        return say.status(review, kept)
    raise Refused(NOT_YOURS, see(review))


def may(turn: Turn, review: Review, mine: frozenset[Part], held: frozenset[Right]) -> May:
    """Once the day is over, or the review is off, it stays as it was."""
    over = review.cancelled_at or review.postponed_at or review.day < turn.today
    writes = Right.WRITE in held and not over
    helper = handing_over.handed_to(turn.session, review, Kind.TIMETABLE, turn.today) if writes else None
    return May(
        writes=writes,
        author=Right.WRITE in held,
        over=review.day < turn.today and review.postponed_at is None,
        hands=writes and Part.HOST_HEAD in mine,
        helper=helper.name if helper else "",
        review=Right.READ in rights(mine, Paper.STATUS),
    )


def to_write(turn: Turn) -> Review:
    """The review, once nobody else is changing it, for someone who may write its timetable now."""
    review = review_in(turn, reviews.get_to_change)
    if Right.WRITE not in day_rights(turn, review, parts(turn, review)):
        raise Refused(NOT_THE_HEAD, see(review))
    return to_come(turn, going_ahead(review))


def written(turn: Turn) -> tuple[Review, DayTimetable | None]:
    review = to_write(turn)
    return review, days.of_review(turn.session, review.id)

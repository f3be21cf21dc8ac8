"""Who may see and do what with the pre-review meeting, and the card that each of them sees."""

from datetime import date

from bot.cards import meeting as say
from bot.cards.meeting import May, View
from bot.cards.model import Button, Card, go
from bot.handlers import news
from bot.handlers.access import going_ahead, papers_open, parts, review_in, see, to_come
from bot.handlers.reading import prepared, reader_of
from bot.router import Refused, Turn
from bot.rules.meeting import Frame, State
from bot.rules.milestones import Kind
from bot.rules.permissions import Part, Right
from storage import meetings, milestones, questions, reviews
from storage.models import Meeting, Review

Parts = frozenset[Part]
ARRANGERS: Parts = frozenset({Part.HOST_HEAD, Part.LEAD_REVIEWER})
READERS = (
    "Only the headteacher of the reviewed school and the review team see the pre-review meeting; "
    "the Improvement Champions see its focus."
)
ONLY_THEY = "Only the headteacher of the reviewed school and the lead reviewer can do that."
TOO_LATE = "The review was too long ago, so what was written about the meeting stays as it is."


def is_open(turn: Turn, review: Review) -> bool:
    return papers_open(review, turn.today, turn.policy)


def card(
    turn: Turn, review: Review, held: Parts | None = None, page: int = 0, *, said: str = "", warning: str = ""
) -> Card:
    """The meeting as far as this person may see it."""
    held = parts(turn, review) if held is None else held
    allowed = prepared(reader_of(turn), review, held)
    if Right.READ in allowed:
        return say.show(view(turn, review, held), page, said=said, warning=warning)
    if allowed & {Right.FOCUS, Right.STATUS}:
        counted = questions.count(turn.session, review.id)
        return say.in_part(view(turn, review, held, whole=False), allowed, counted)
    if Part.REVIEWER in held:
        days = turn.policy.links_days_after
        raise Refused(f"Reviewers see this until {days} days after the review.", see(review))
    raise Refused(READERS)


def view(turn: Turn, review: Review, held: Parts, *, whole: bool = True) -> View:
    meeting, row = meetings.get(turn.session, review.id), milestones.of(review, Kind.MEETING)
    state = meetings.state_of(review, meeting, row, turn.now)
    listed = questions.of_review(turn.session, review.id) if whole else ()
    heads = [head.name for head in news.heads(turn, review)]
    return View(review, meeting, state, row.due, listed, heads, may(turn, review, meeting, state, held))


def may(turn: Turn, review: Review, meeting: Meeting | None, state: State, held: Parts) -> May:
    changes = review.cancelled_at is None and is_open(turn, review)
    arranges = changes and bool(held & ARRANGERS)
    ahead = review.postponed_at is None and review.day >= turn.today and state is not State.HELD
    asked = meeting is not None and asked_part(meeting) in held
    return May(
        reader=turn.asker.id,
        arrange=arranges and ahead,
        confirm=arranges and ahead and state is State.PROPOSED and asked,
        record=arranges,
        add=changes and Right.READ in prepared(reader_of(turn), review, held),
    )


def asked_part(meeting: Meeting) -> Part:
    """The side that has to confirm what stands."""
    return Part.HOST_HEAD if meeting.by_lead_reviewer else Part.LEAD_REVIEWER


def back(review: Review) -> Button:
    return Button("Open the meeting", go("meeting.show", review=review.id))


def changing(turn: Turn) -> tuple[Review, Parts]:
    """The review, once nobody else is changing it, for someone who may read everything of its meeting."""
    review = review_in(turn, reviews.get_to_change)
    held = parts(turn, review)
    if Right.READ not in prepared(reader_of(turn), review, held):
        raise Refused(TOO_LATE if Part.REVIEWER in held else READERS)
    if review.cancelled_at:
        raise Refused("That review has been cancelled, so there is nothing to prepare.", see(review))
    if not is_open(turn, review):
        raise Refused(TOO_LATE, back(review))
    return review, held


def leading(turn: Turn) -> tuple[Review, Parts]:
    """As `changing`, for the headteacher and the lead reviewer."""
    review, held = changing(turn)
    if not held & ARRANGERS:
        raise Refused(ONLY_THEY, back(review))
    return review, held


def arranging(turn: Turn) -> tuple[Review, Parts]:
    """As `leading`, for a review to come whose meeting has not been held."""
    review, held = leading(turn)
    to_come(turn, going_ahead(review))
    meeting = meetings.get(turn.session, review.id)
    if meeting is not None and meeting.held_on:
        raise Refused("The meeting has been held already.", back(review))
    return review, held


def frame(turn: Turn, review: Review, due: date) -> Frame:
    return Frame(review.day, due, turn.directory.calendar(review.school_id))

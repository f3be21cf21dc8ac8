"""Who writes the summary of a review, and the card that each of them sees."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards import summary as say
from bot.cards import summary_reading as reading
from bot.cards.model import Button, Card, go
from bot.cards.summary import Draft, Due
from bot.documents import drafts
from bot.handlers.access import parts, review_in, see
from bot.handlers.paper_reading import may_read
from bot.router import Refused, Turn
from bot.rules.deadlines import working_days_late
from bot.rules.findings import SUMMARY, may_be_noted
from bot.rules.hours import today
from bot.rules.milestones import Kind
from bot.rules.papers import PreviousAction, may_read_draft
from bot.rules.permissions import Paper, Part, Right, rights
from bot.rules.summary import missing
from storage import milestones, plans, reviews, sent_papers, summaries, summary_points, team_notes
from storage.models import Review, SummaryPoint, TeamNote

Parts = frozenset[Part]
NOT_YOURS = "Only those who take part in the review, its Peer Review Lead and the Consortium Office see this."
NOT_WRITTEN_BY_YOU = "The lead reviewer and the review team write the summary."
CANCELLED = "That review has been cancelled, so it has no summary."
TOO_SOON = "The summary is written from the day of the review on."


def card(
    turn: Turn,
    review: Review,
    page: int = 0,
    *,
    said: str = "",
    warning: str = "",
    put_back: int = 0,
) -> Card:
    """To its writers the draft, to all others how it stands."""
    held = parts(turn, review)
    if may_read_draft(held, Paper.SUMMARY) and why_not(turn, review) is None:
        return say.show(draft(turn, review, held), page, said=said, warning=warning, put_back=put_back)
    return for_the_others(turn, review, held)


def is_seen(turn: Turn, review: Review, held: Parts) -> bool:
    """Whether the review's card offers it."""
    return why_not(turn, review) is None and bool(rights(held, Paper.SUMMARY, released=True))


def for_the_others(turn: Turn, review: Review, held: Parts) -> Card:
    """What was sent is opened; without it there is nothing to read, whoever asks."""
    if not rights(held, Paper.SUMMARY, released=True):
        raise Refused(NOT_YOURS)
    sent = sent_papers.latest(turn.session, review.id, Paper.SUMMARY)
    released = sent is not None and sent.released_at is not None
    reads = sent is not None and may_read(held, sent)
    waits = Right.READ not in rights(held, Paper.SUMMARY) and Part.MANAGEMENT in held
    number = sent.id if sent and reads else None
    return reading.not_for_them(review, due(turn, review), number, released=released or not waits)


def due(turn: Turn, review: Review) -> Due:
    row = milestones.of(review, Kind.SUMMARY)
    sent_on = today(row.done_at) if row.done_at else None
    calendar, policy = turn.directory.calendar(review.school_id), turn.policy
    late = working_days_late(row.due, sent_on or turn.today, calendar, policy)
    return Due(row.due, turn.today, sent_on, late, policy.count_school_days)


def draft(turn: Turn, review: Review, held: Parts) -> Draft:
    session = turn.session
    paper, found = drafts.summary(session, review), summaries.points(session, review.id)
    return Draft(
        review,
        due(turn, review),
        paper.impact,
        previous(turn, review),
        found,
        missing(paper),
        notes=len(untaken(turn, review, found)),
        removed=len(summary_points.removed(session, review.id)),
        sends=Right.WRITE in rights(held, Paper.SUMMARY),
    )


def previous(turn: Turn, review: Review) -> Sequence[tuple[int, PreviousAction]]:
    """The actions of the school's previous plan, by the ids of their rows."""
    before = plans.previous(turn.session, review)
    if before is None:
        return ()
    said = summaries.comments(turn.session, review.id)
    actions = [
        (one.id, PreviousAction(one.action, drafts.progress(one)))
        for one in plans.items(turn.session, before.id)
    ]
    return [
        (number, replace(one, comment=said[number].text) if number in said else one)
        for number, one in actions
    ]


def untaken(turn: Turn, review: Review, points: Sequence[SummaryPoint]) -> Sequence[TeamNote]:
    """The team's notes for the summary that do not stand in it yet, by heading."""
    taken = {one.note_id for one in points}
    notes = team_notes.of_review(turn.session, review.id)
    return [one for strand in SUMMARY for one in notes if one.strand is strand and one.id not in taken]


def why_not(turn: Turn, review: Review) -> str | None:
    """Why nobody writes the summary of this review now; None: it can be written."""
    if review.cancelled_at:
        return CANCELLED
    begun = may_be_noted(review.day, turn.today, postponed=review.postponed_at is not None)
    return None if begun else TOO_SOON


def drafting(turn: Turn) -> Review:
    """The review, once nobody else is changing it, for someone who writes its summary now."""
    review = review_in(turn, reviews.get_to_change)
    held = parts(turn, review)
    if not may_read_draft(held, Paper.SUMMARY):
        raise Refused(NOT_WRITTEN_BY_YOU if rights(held, Paper.SUMMARY, released=True) else NOT_YOURS)
    if why := why_not(turn, review):
        raise Refused(why, see(review))
    return review


def back(review: Review) -> Button:
    return Button("Open the summary", go("summary.show", review=review.id))

"""Who may see and do what with the audit proforma, and the card that each of them sees."""

from bot.cards import audit as say
from bot.cards import audit_part as part
from bot.cards.audit import Asked, Returned, View
from bot.cards.model import Button, Card, go
from bot.documents import audit_draft
from bot.handlers.access import parts, review_in, see
from bot.handlers.paper_reading import may_read
from bot.router import Refused, Turn
from bot.rules import audit as rules
from bot.rules.audit import Columns
from bot.rules.milestones import Kind
from bot.rules.permissions import Paper, Part, Right, rights
from storage import audits, milestones, reviews, sent_papers
from storage.models import Review

Parts = frozenset[Part]
NOT_YOURS = (
    "Only the headteacher of the reviewed school sees the audit proforma before it is returned; "
    "the review team and the Improvement Champions see their own part."
)
ONLY_THE_HEAD = "Only the headteacher of the reviewed school can do that."
ONLY_THEY = "Only the review team and the Improvement Champions have a part of their own to fill in."
CANCELLED = "That review has been cancelled, so there is nothing to fill in."


def audit_rights(mine: Parts) -> frozenset[Right]:
    return rights(mine, Paper.AUDIT)


def own_lines(mine: Parts) -> Columns:
    return rules.own_lines(mine) if Right.OWN_PART in audit_rights(mine) else {}


def sees_audit(turn: Turn, review: Review, mine: Parts) -> bool:
    """Whether the review's card offers it to this person."""
    held = audit_rights(mine)
    if held & {Right.WRITE, Right.OWN_PART, Right.STATUS}:
        return True
    return Right.READ in held and sent_papers.latest(turn.session, review.id, Paper.AUDIT) is not None


def shown(
    turn: Turn,
    review: Review,
    mine: Parts | None = None,
    page: int = 0,
    *,
    said: str = "",
    warning: str = "",
) -> Card:
    """The proforma as far as this person may see it."""
    mine = parts(turn, review) if mine is None else mine
    held = audit_rights(mine)
    if Right.WRITE in held:
        return say.show(view(turn, review), page, said=said, warning=warning)
    if Right.OWN_PART in held:
        return own_part(turn, review, mine, page, said=said, warning=warning)
    if Right.STATUS in held or (returned(turn, review, mine) and Right.READ in held):
        due = milestones.of(review, Kind.AUDIT).due
        return part.status(review, due, returned(turn, review, mine), reads=Right.READ in held)
    raise Refused(NOT_YOURS, see(review))


def view(turn: Turn, review: Review) -> View:
    """All of it, as the headteacher has it."""
    session = turn.session
    sent = returned(turn, review, frozenset({Part.HOST_HEAD}))
    waiting = audits.unanswered(session, review.id)
    names = {one.person_id: one.person.name for one in review.team}
    return View(
        review,
        audit_draft.lines(session, review),
        due=milestones.of(review, Kind.AUDIT).due,
        asked=[Asked(names[one], change.at) for one, change in waiting.items() if one in names],
        returned=sent,
        to_ask=review.day <= turn.today and review.cancelled_at is None,
        open=review.cancelled_at is None,
        own=frozenset(part.line for part in audits.parts(session, review.id) if part.by_id == turn.asker.id),
    )


def returned(turn: Turn, review: Review, mine: Parts) -> Returned | None:
    """The version that was returned last; it can be read where the table says so."""
    sent = sent_papers.latest(turn.session, review.id, Paper.AUDIT)
    if sent is None:
        return None
    reads = may_read(mine, sent)
    changed = sent_papers.as_data(Paper.AUDIT, audit_draft.audit(turn.session, review)) != sent.content
    return Returned(sent.id if reads else 0, sent.by.name, sent.at, sent.number, changed)


def own_part(
    turn: Turn, review: Review, mine: Parts, page: int, *, said: str = "", warning: str = ""
) -> Card:
    lines = own_lines(mine)
    written = audit_draft.written(turn.session, review)
    there = audit_draft.records(turn.session, review)
    person = turn.asker.id
    own = {line: rules.own_texts(there[line], written.get(line, ()), person) for line in lines}
    shown = {line: rules.stands(line, there[line], written.get(line, ())) for line in lines}
    return part.own_part(
        review,
        [row for line, columns in lines.items() for row in part.own(shown[line], columns, own[line])],
        returned(turn, review, mine),
        page,
        wrote=any(one.by == person for found in written.values() for one in found),
        visits=Part.CHAMPION in mine,
        open=review.cancelled_at is None,
        said=said,
        warning=warning,
    )


def changing(turn: Turn) -> tuple[Review, Parts]:
    """The review, once nobody else is changing it, for somebody who writes in its proforma."""
    review = review_in(turn, reviews.get_to_change)
    mine = parts(turn, review)
    if not audit_rights(mine) & {Right.WRITE, Right.OWN_PART}:
        raise Refused(NOT_YOURS, see(review))
    if review.cancelled_at:
        raise Refused(CANCELLED, see(review))
    return review, mine


def correcting(turn: Turn) -> tuple[Review, Parts]:
    """As `changing`, for the headteacher."""
    review, mine = changing(turn)
    if Right.WRITE not in audit_rights(mine):
        raise Refused(ONLY_THE_HEAD, back(review))
    return review, mine


def contributing(turn: Turn) -> tuple[Review, Parts]:
    """As `changing`, for somebody with a part of their own."""
    review, mine = changing(turn)
    if not own_lines(mine):
        raise Refused(ONLY_THEY, back(review))
    return review, mine


def back(review: Review) -> Button:
    return Button("Open the audit proforma", go("audit.show", review=review.id))

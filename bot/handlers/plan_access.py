"""Who may see and do what with the action plan, and the card that each of them sees."""

from collections.abc import Sequence

from bot.cards import actions as progress_say
from bot.cards import plan as say
from bot.cards.actions import Progress
from bot.cards.model import Button, Card, go
from bot.cards.plan import Counts, Draft
from bot.handlers.access import going_ahead, parts, review_in, see
from bot.handlers.paper_reading import may_read
from bot.router import Refused, Turn
from bot.rules.actions import is_overdue
from bot.rules.findings import may_be_noted
from bot.rules.milestones import Kind
from bot.rules.papers import may_read_draft, may_read_sent
from bot.rules.permissions import Paper, Part, Right, rights
from storage import actions, milestones, plans, reviews, sent_papers
from storage.actions import Sent
from storage.models import PlanItem, Review

Parts = frozenset[Part]
NOT_YOURS = (
    "This action plan is not open to you: those see it who write it, receive it or deliver an action of it."
)
ONLY_CHAMPIONS = "Only the Improvement Champions of this review write its action plan."
CANCELLED = "That review has been cancelled, so it has no action plan."
TOO_SOON = "The action plan can be begun on the day of the review, with the feedback."
NOT_SENT = "The action plan has not been sent, so nothing can be said of its progress yet."
NOT_THEIRS = "Only the headteacher and whoever delivers an action can say how far it has come."
NOT_THEIR_PASTE = "Only whoever added these actions can take them out together."
GONE = "That action is no longer in the plan, so nothing was changed."


def sees(turn: Turn, review: Review, held: Parts) -> bool:
    """Whether there is anything of the plan for this person to open, now or once it is sent."""
    found = rights(held, Paper.PLAN, released=True)
    return bool(found & {Right.READ, Right.STATUS}) and begun(turn, review)


def begun(turn: Turn, review: Review) -> bool:
    return may_be_noted(review.day, turn.today, postponed=review.postponed_at is not None)


def back(review: Review) -> Button:
    return Button("Open the action plan", go("plan.show", review=review.id))


def writing(turn: Turn) -> tuple[Review, Parts]:
    """The review, once nobody else is changing it, for its champions, from its day on."""
    review = review_in(turn, reviews.get_to_change)
    held = parts(turn, review)
    if not may_read_draft(held, Paper.PLAN):
        raise Refused(ONLY_CHAMPIONS)
    if review.cancelled_at:
        raise Refused(CANCELLED, see(review))
    going_ahead(review)
    if not begun(turn, review):
        raise Refused(TOO_SOON, see(review))
    return review, held


def item_in(turn: Turn, review: Review, *, removed_too: bool = False) -> PlanItem:
    item = plans.get(turn.session, turn.id("item"))
    if item is None or item.review_id != review.id or (item.removed_at and not removed_too):
        raise Refused(GONE, back(review))
    return item


def shown(turn: Turn, review: Review, held: Parts, page: int = 0) -> Card:
    """The plan as far as this person may see it."""
    if may_read_draft(held, Paper.PLAN):
        if review.cancelled_at:
            raise Refused(CANCELLED, see(review))
        if not begun(turn, review):
            raise Refused(TOO_SOON, see(review))
        return draft(turn, review, page)
    return progress(turn, review, held, page)


def draft(
    turn: Turn,
    review: Review,
    page: int = 0,
    *,
    said: str = "",
    warning: str = "",
    put_back: PlanItem | None = None,
    undo: Button | None = None,
) -> Card:
    every = plans.every(turn.session, review.id)
    sent = sent_papers.latest(turn.session, review.id, Paper.PLAN)
    found = Draft(
        review,
        [one for one in every if one.removed_at is None],
        milestones.of(review, Kind.PLAN).due,
        turn.today,
        sent,
        changed=sent is not None and plans.is_changed(turn.session, sent),
        out=sum(one.removed_at is not None for one in every),
    )
    return say.draft(found, page, said=said, warning=warning, put_back=put_back, undo=undo)


def progress(
    turn: Turn, review: Review, held: Parts, page: int = 0, *, said: str = "", warning: str = ""
) -> Card:
    """The plan as it was sent, with how far it has come: whole, their own of it, or where it stands."""
    paper = sent_papers.latest(turn.session, review.id, Paper.PLAN)
    every = actions.sent(turn.session, paper) if paper else ()
    if paper and may_read(held, paper):
        acts = acting_on(turn, held, every)
        return progress_say.show(
            Progress(review, paper, every, acts, turn.today), page, said=said, warning=warning
        )
    own = [one for one in every if one.entry.owner_id == turn.asker.id]
    if paper and own:
        acts = acting_on(turn, held, own)
        whole = Progress(review, paper, own, acts, turn.today, whole=False)
        return progress_say.show(whole, page, said=said, warning=warning)
    due = milestones.of(review, Kind.PLAN).due
    reads_it_once_sent = may_read_sent(held, Paper.PLAN, released=False)
    if Right.STATUS in rights(held, Paper.PLAN) and not reads_it_once_sent:
        return say.status(review, due, paper, counts(turn, every) if paper else None)
    if may_read_sent(held, Paper.PLAN, released=True):
        knows = rights(held, Paper.STATUS) & {Right.READ, Right.WRITE}
        return say.not_yet(review, due if knows else None, sent=paper is not None)
    raise Refused(NOT_YOURS)


def acting_on(turn: Turn, held: Parts, every: Sequence[Sent]) -> frozenset[int]:
    """Those of the actions whose progress this person may tell."""
    all_of_them = Right.PROGRESS in rights(held, Paper.PLAN)
    return frozenset(one.item.id for one in every if all_of_them or one.entry.owner_id == turn.asker.id)


def counts(turn: Turn, every: Sequence[Sent]) -> Counts:
    done = [one.item.done_at is not None for one in every]
    late = [is_overdue(one.entry.due, turn.today, done=one.item.done_at is not None) for one in every]
    wanted = [one.item.help_at is not None and one.item.done_at is None for one in every]
    return Counts(len(every), sum(done), sum(late), sum(wanted))


def acting(turn: Turn) -> tuple[Review, Parts, Sent]:
    """An action of the plan as it was sent, once nobody else is changing it, for those who may tell of it."""
    item = plans.get(turn.session, turn.id("item"))
    review = reviews.get_to_change(turn.session, item.review_id) if item else None
    if item is None or review is None:
        raise Refused(GONE)
    held = parts(turn, review)
    paper = sent_papers.latest(turn.session, review.id, Paper.PLAN)
    found = [one for one in (actions.sent(turn.session, paper) if paper else ()) if one.item.id == item.id]
    if Right.PROGRESS not in rights(held, Paper.PLAN):
        if not found or found[0].entry.owner_id != turn.asker.id:
            raise Refused(NOT_THEIRS)
    elif paper is None:
        raise Refused(NOT_SENT, see(review))
    elif not found:
        raise Refused(GONE, back(review))
    return review, held, found[0]

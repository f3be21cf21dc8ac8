"""Who may see and do what with the post-review workshop, and the card that each of them sees."""

from bot.cards import workshop as say
from bot.cards.model import Button, Card, go
from bot.cards.workshop import May, View
from bot.handlers.access import NOT_YOURS, going_ahead, parts, review_in, rules_for
from bot.router import Refused, Turn
from bot.rules.milestones import Kind
from bot.rules.permissions import Paper, Part, Right, rights
from bot.rules.timetable import workshop_remark
from bot.rules.workshop import State, offered
from storage import milestones, reviews, workshops
from storage.models import Review, Workshop

Parts = frozenset[Part]
READERS: Parts = frozenset({Part.HOST_HEAD, Part.CHAMPION, Part.LEAD_REVIEWER})
KNOWS = frozenset({Right.READ, Right.WRITE})
ONLY_CHAMPIONS = "Only the Improvement Champions of this review can do that."
ONLY_HEAD = "Only the headteacher of the reviewed school decides who attends the workshop."
CANCELLED = "That review has been cancelled, so there is no workshop."
HELD = "The workshop has been held already."


def sees(held: Parts) -> bool:
    """Whether somebody may see the workshop, whole or how it stands."""
    return bool(held & READERS) or bool(rights(held, Paper.STATUS) & KNOWS)


def card(turn: Turn, review: Review, held: Parts | None = None, *, said: str = "", warning: str = "") -> Card:
    held = parts(turn, review) if held is None else held
    if not sees(held):
        raise Refused(NOT_YOURS)
    found = view(turn, review, held)
    return say.show(found, said=said, warning=warning) if held & READERS else say.in_part(found)


def view(turn: Turn, review: Review, held: Parts) -> View:
    workshop, row = workshops.get(turn.session, review.id), milestones.of(review, Kind.WORKSHOP)
    state, rules = workshops.state_of(workshop, row), rules_for(turn, review)
    window = workshops.window(turn.session, review, rules)
    plan, plan_due = milestones.of(review, Kind.PLAN), None
    if state in {State.AGREED, State.HELD} and plan.done_at is None:
        plan_due = plan.due
    remark = ""
    if state is State.AGREED and workshop and workshop.day:
        remark = workshop_remark(workshop.day, review.day, turn.policy, offered_to=window[1])
    late = (row.due - review.day).days > turn.policy.workshop_warning
    return View(
        review,
        workshop,
        state,
        window,
        turn.today,
        offered(*window, rules.calendar, turn.today),
        remark,
        bool(remark) and late,
        workshops.last_id(turn.session, review.id, (workshops.CHOSEN,)),
        plan_due,
        may(turn, review, workshop, state, held),
    )


def may(turn: Turn, review: Review, workshop: Workshop | None, state: State, held: Parts) -> May:
    on = review.cancelled_at is None and review.postponed_at is None
    champion = on and Part.CHAMPION in held
    released = workshops.release_of(workshop, turn.asker.id) is not None
    return May(
        choose=champion and state is not State.HELD,
        release=champion and not released,
        unrelease=champion and released,
        staff=on and Part.HOST_HEAD in held,
        record=champion and review.day < turn.today,
    )


def back(review: Review) -> Button:
    return Button("Open the workshop", go("workshop.show", review=review.id))


def changing(turn: Turn, part: Part, refusal: str) -> tuple[Review, Parts]:
    """The review, once nobody else is changing it, for those with this part in it."""
    review = review_in(turn, reviews.get_to_change)
    held = parts(turn, review)
    if part not in held:
        raise Refused(refusal, back(review)) if sees(held) else Refused(NOT_YOURS)
    if review.cancelled_at:
        raise Refused(CANCELLED, back(review))
    return going_ahead(review), held


def championing(turn: Turn) -> tuple[Review, Parts]:
    return changing(turn, Part.CHAMPION, ONLY_CHAMPIONS)


def choosing(turn: Turn) -> tuple[Review, Parts]:
    """As `championing`, while it has not been held."""
    review, held = championing(turn)
    workshop = workshops.get(turn.session, review.id)
    if workshop is not None and workshop.held_on:
        raise Refused(HELD, back(review))
    return review, held


def heading(turn: Turn) -> tuple[Review, Parts]:
    return changing(turn, Part.HOST_HEAD, ONLY_HEAD)

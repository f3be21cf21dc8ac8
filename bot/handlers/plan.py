"""The action plan: looked at; its actions put in order, taken out, put back."""

from bot.cards import plan as say
from bot.cards.model import Card
from bot.handlers import finding
from bot.handlers.access import parts, review_in
from bot.handlers.plan_access import NOT_THEIR_PASTE, back, draft, item_in, progress, shown, writing
from bot.router import Refused, Turn, id_in, on
from bot.rules.permissions import Paper
from storage import plans
from storage.booking import By
from storage.models import PlanItem, Review


@on("plan.find")
def find(turn: Turn) -> Card:
    """Never a form: in a channel it would stand there for all to read."""
    found = finding.held(turn, "plan", Paper.PLAN)
    return shown(turn, found, parts(turn, found)) if isinstance(found, Review) else found


@on("plan.show")
def show(turn: Turn) -> Card:
    review = review_in(turn)
    return shown(turn, review, parts(turn, review), turn.page)


@on("plan.progress")
def show_progress(turn: Turn) -> Card:
    review = review_in(turn)
    return progress(turn, review, parts(turn, review), turn.page)


@on("plan.taken_out")
def show_taken_out(turn: Turn) -> Card:
    review, _ = writing(turn)
    return say.taken_out(review, plans.taken_out(turn.session, review.id), turn.page)


@on("plan.move")
def move(turn: Turn) -> Card:
    review, _ = writing(turn)
    item = item_in(turn, review)
    plans.move(turn.session, review, item, turn.id("to"), By(turn.person, turn.now))
    return draft(turn, review, page_of(turn, review, item))


@on("plan.remove")
def remove(turn: Turn) -> Card:
    review, _ = writing(turn)
    item = item_in(turn, review, removed_too=True)
    if item.removed_at:
        return draft(turn, review, said="The action is taken out.", put_back=item)
    page = page_of(turn, review, item)
    if id_in(turn.args.get("version", "")) != item.version:
        warning = "That action has been changed since, so it was not taken out. Please look at it again."
        return draft(turn, review, page, warning=warning)
    plans.remove(turn.session, review, item, By(turn.person, turn.now))
    return draft(turn, review, page, said="The action is taken out.", put_back=item)


@on("plan.put_back")
def put_back(turn: Turn) -> Card:
    review, _ = writing(turn)
    item = item_in(turn, review, removed_too=True)
    if item.removed_at:
        plans.put_back(turn.session, review, item, By(turn.person, turn.now))
    return draft(turn, review, page_of(turn, review, item), said="The action is in the plan again.")


@on("plan.undo")
def undo(turn: Turn) -> Card:
    """What somebody has added at once they take out at once, while it is as they left it."""
    review, _ = writing(turn)
    added = plans.addition(turn.session, review, turn.id("change"))
    if added is None or added.by_id != turn.person.id:
        raise Refused(NOT_THEIR_PASTE, back(review))
    pasted = plans.of_addition(turn.session, added)
    said = f"The {len(pasted)} actions are taken out again."
    if all(one.removed_at for one in pasted):
        return draft(turn, review, said=said)
    if not plans.are_as_added(pasted, added):
        warning = "Some of these actions have been changed since, so nothing was taken out."
        return draft(turn, review, page_of(turn, review, pasted[0]), warning=warning)
    plans.take_back(turn.session, review, pasted, By(turn.person, turn.now))
    return draft(turn, review, said=said)


def page_of(turn: Turn, review: Review, item: PlanItem) -> int:
    ids = [one.id for one in plans.items(turn.session, review.id)]
    return ids.index(item.id) // say.A_PAGE if item.id in ids else 0

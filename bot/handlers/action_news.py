"""Who hears what about the progress of an action, and what it says when it is sent."""

from collections.abc import Sequence

from bot.cards import actions as say
from bot.cards.model import Card
from bot.handlers import news
from bot.handlers.letters import about
from bot.handlers.paper_reading import may_read
from bot.letters import Letter, template
from bot.router import Turn
from bot.rules.permissions import Paper, Part
from bot.rules.roles import Role
from storage import actions, consortium, outbox, plans, sent_papers, standing
from storage.actions import Sent
from storage.models import Change, Person, Review

HELPING = frozenset({Part.GROUP_LEAD, Part.OFFICE})


def slot(one: Sent, person: Person) -> str:
    """The place of the news that help is wanted; it shows when it no longer is."""
    return f"help:{one.item.id}:{person.id}"


def helping(turn: Turn, review: Review) -> Sequence[Person]:
    """Whoever leads, and the office."""
    lead = news.lead_of(turn, review)
    office = consortium.people_with(turn.session, Role.OFFICE, turn.today)
    people = (*((lead,) if lead is not None else ()), *office)
    return list({one.id: one for one in people}.values())


def help_wanted(turn: Turn, review: Review, one: Sent, change: Change) -> None:
    for person in helping(turn, review):
        place = slot(one, person)
        outbox.refresh(turn.session, person, place, key=str(change.id), now=turn.now, retire=True)
        if person.id != turn.asker.id:
            news.tell(turn, person, "action.help_wanted", change, slot=place, item=one.item.id)


def refresh_help(turn: Turn, review: Review, one: Sent, change: Change) -> None:
    """Have what was said about help show whether it is still wanted."""
    for person in helping(turn, review):
        outbox.refresh(turn.session, person, slot(one, person), key=str(change.id), now=turn.now)


def moved(turn: Turn, review: Review, one: Sent, change: Change) -> None:
    """To the headteachers and to whoever delivers it, but for the one who has moved it."""
    owner = turn.session.get(Person, one.entry.owner_id) if one.entry.owner_id else None
    here = (owner,) if owner is not None and not consortium.has_left(owner, turn.today) else ()
    for person in {each.id: each for each in (*news.heads(turn, review), *here)}.values():
        if person.id != turn.asker.id:
            news.tell(turn, person, "action.moved", change, item=one.item.id)


def found(letter: Letter) -> tuple[Review, Change, Sent] | None:
    """The action as it was sent last, where it is still in the plan."""
    review, change = about(letter)
    paper = sent_papers.latest(letter.session, review.id, Paper.PLAN) if review else None
    if review is None or change is None or paper is None:
        return None
    wanted = letter.id("item")
    one = next((one for one in actions.sent(letter.session, paper) if one.item.id == wanted), None)
    return (review, change, one) if one else None


def parts_of(letter: Letter, review: Review) -> frozenset[Part]:
    return (
        standing.parts(letter.session, letter.person, review, letter.today) if letter.person else frozenset()
    )


@template("action.help_wanted")
def wanted(letter: Letter) -> Card | None:
    """That help is wanted; with what, to those alone who may read the plan."""
    said = found(letter)
    if said is None:
        return None
    review, change, one = said
    held = parts_of(letter, review)
    paper = sent_papers.latest(letter.session, review.id, Paper.PLAN)
    if not held & HELPING:
        return None
    if one.item.help_at is None or one.item.done_at is not None:
        return say.help_is_over(review) if letter.stands else None
    reads = paper is not None and may_read(held, paper)
    return say.help_wanted(review, change.by.name, one, reads=reads)


@template("action.moved")
def was_moved(letter: Letter) -> Card | None:
    """Only the last move of it, to those who may still see the action."""
    said = found(letter)
    if said is None or letter.person is None:
        return None
    review, change, one = said
    later = plans.last_change(letter.session, one.item, (actions.PUT_OFF,))
    theirs = one.entry.owner_id == letter.person.id or Part.HOST_HEAD in parts_of(letter, review)
    if later is None or later.id != change.id or not theirs:
        return None
    return say.date_moved(review, change.by.name, one)

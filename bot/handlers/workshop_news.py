"""Who hears what about the post-review workshop, and what it says when it is sent."""

from datetime import date

from bot.cards import workshop_news as say
from bot.cards.model import Card
from bot.handlers import news
from bot.handlers.letters import about
from bot.language.say import full
from bot.letters import Letter, template
from bot.router import Turn
from bot.rules.milestones import Kind
from bot.rules.permissions import Part
from bot.rules.roles import TeamPart
from bot.rules.workshop import State
from storage import milestones, outbox, reviews, standing, workshops
from storage.models import Change, Person, Review

CHAMPIONS = frozenset({TeamPart.CHAMPION})
PREPARING = frozenset({Part.HOST_HEAD, Part.CHAMPION})
ANSWERING = PREPARING | {Part.GROUP_LEAD, Part.OFFICE}


def slot(review: Review, person: Person) -> str:
    """The place of the news of the day; once it moves, that shows as out of date."""
    return f"workshop-day:{review.id}:{person.id}"


def chosen(turn: Turn, review: Review, change: Change) -> None:
    """To the headteachers, the other champions, and whoever leads."""
    days = [date.fromisoformat(said["day"]) for said in (change.was, change.now) if "day" in said]
    urgency = news.how_urgent(turn, *days)
    lead = news.lead_of(turn, review, but=turn.person)
    everyone = (
        *news.attending(turn.session, review, CHAMPIONS, turn.today),
        *((lead,) if lead is not None else ()),
    )
    for person in {one.id: one for one in everyone}.values():
        place = slot(review, person)
        outbox.refresh(turn.session, person, place, key=str(change.id), now=turn.now, retire=True)
        if person.id != turn.asker.id:
            news.tell(turn, person, "workshop.chosen", change, slot=place, urgency=urgency)


def held(turn: Turn, review: Review, change: Change) -> None:
    """To the headteachers and the other champions: from now on the action plan is owed."""
    for person in news.attending(turn.session, review, CHAMPIONS, turn.today):
        if person.id != turn.asker.id:
            news.tell(turn, person, "workshop.held", change)


def staff_named(turn: Turn, review: Review, change: Change) -> None:
    heads = {one.id for one in news.heads(turn, review)}
    for person in news.attending(turn.session, review, CHAMPIONS, turn.today):
        if person.id not in heads | {turn.asker.id}:
            news.tell(turn, person, "workshop.staff", change)


def as_it_stands(letter: Letter, concerned: frozenset[Part]) -> tuple[Review, Change, frozenset[Part]] | None:
    """What a letter is about, where it still concerns its reader."""
    review, change = about(letter)
    if review is None or change is None or letter.person is None:
        return None
    if review.cancelled_at or review.postponed_at:
        return None
    held = standing.parts(letter.session, letter.person, review, letter.today)
    return (review, change, held) if held & concerned else None


@template("workshop.chosen")
def day_chosen(letter: Letter) -> Card | None:
    """Nothing once another day has been chosen, or the review has moved before it."""
    found = as_it_stands(letter, ANSWERING)
    if found is None:
        return None
    review, change, held = found
    workshop = workshops.get(letter.session, review.id)
    if workshop is None or reviews.has_changed_since(letter.session, change, (workshops.CHOSEN,)):
        return None
    if workshops.state_of(workshop, milestones.of(review, Kind.WORKSHOP)) is not State.AGREED:
        return None
    was = full(date.fromisoformat(change.was["day"])) if "day" in change.was else ""
    return say.chosen(review, workshop, change.by.name, was=was, plays=Part.CHAMPION in held)


@template("workshop.held")
def was_held(letter: Letter) -> Card | None:
    """Nothing once it was taken back or corrected."""
    found = as_it_stands(letter, PREPARING)
    if found is None:
        return None
    review, change, held = found
    later = (workshops.RECORDED, workshops.UNRECORDED)
    if reviews.has_changed_since(letter.session, change, later):
        return None
    on, due = date.fromisoformat(change.now["held"]), milestones.of(review, Kind.PLAN).due
    return say.held(review, change.by.name, on, due, writes=Part.CHAMPION in held)


@template("workshop.staff")
def staff(letter: Letter) -> Card | None:
    """Who attends, as the headteacher has it by now."""
    found = as_it_stands(letter, frozenset({Part.CHAMPION}))
    if found is None or reviews.has_changed_since(letter.session, found[1], (workshops.STAFF,)):
        return None
    review, change, _ = found
    return say.staff(review, change.by.name)

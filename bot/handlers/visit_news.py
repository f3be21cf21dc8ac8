"""Who hears of the development visit, and what it says when it is sent."""

from collections.abc import Sequence
from datetime import date, time

from bot.cards import calling_off
from bot.cards import visit_news as say
from bot.cards.model import Card
from bot.cards.visit import when
from bot.handlers import news
from bot.handlers.letters import about
from bot.handlers.visit_access import sees_visit
from bot.letters import Letter, template
from bot.router import Turn
from bot.rules.roles import TeamPart
from storage import outbox, reviews, standing, visits
from storage.models import Change, DevelopmentVisit, Person, Review

DAYS = (visits.ARRANGED, visits.DROPPED, visits.RECORDED)


def slot(review: Review, person: Person) -> str:
    """The place of the news of the visit's day; of an earlier day it shows as out of date."""
    return f"visit:{review.id}:{person.id}"


def concerned(turn: Turn, review: Review) -> Sequence[Person]:
    """The headteachers and the champions, but for whoever acts."""
    people = news.attending(turn.session, review, (TeamPart.CHAMPION,), turn.today)
    return [person for person in people if person.id != turn.asker.id]


def chosen(turn: Turn, review: Review, change: Change) -> None:
    """Everyone hears of the day, in place of what they heard before."""
    days = [date.fromisoformat(one["day"]) for one in (change.was, change.now) if "day" in one]
    for person in concerned(turn, review):
        place = slot(review, person)
        outbox.refresh(turn.session, person, place, key=str(change.id), now=turn.now, retire=True)
        urgency = news.how_urgent(turn, *days)
        news.tell(turn, person, "visit.chosen", change, slot=place, urgency=urgency)


def dropped(turn: Turn, review: Review, change: Change) -> None:
    for person in concerned(turn, review):
        place = slot(review, person)
        outbox.refresh(turn.session, person, place, key=str(change.id), now=turn.now, retire=True)
        urgency = news.how_urgent(turn, date.fromisoformat(change.was["day"]))
        news.tell(turn, person, "visit.dropped", change, urgency=urgency)


def held(turn: Turn, review: Review, change: Change, *, first: bool) -> None:
    """The headteachers hear of it once; a correction shows where they read it."""
    for head in news.heads(turn, review):
        if first:
            news.tell(turn, head, "visit.held", change)


def not_held(turn: Turn, review: Review, change: Change) -> None:
    for head in news.heads(turn, review):
        news.tell(turn, head, "visit.not_held", change)


def as_it_stands(letter: Letter) -> tuple[Review, Change, DevelopmentVisit] | None:
    """None where this person has nothing to do with the visit by now."""
    review, change = about(letter)
    if review is None or change is None or letter.person is None:
        return None
    visit = visits.get(letter.session, review)
    sees = sees_visit(standing.parts(letter.session, letter.person, review, letter.today))
    return (review, change, visit) if visit and sees else None


@template("visit.chosen")
def told_of_day(letter: Letter) -> Card | None:
    found = as_it_stands(letter)
    if found is None:
        return None
    review, change, visit = found
    if review.cancelled_at:
        return calling_off.is_off(review) if letter.stands else None
    if visit.day is None or reviews.has_changed_since(letter.session, change, DAYS):
        return None
    return say.chosen(review, change.by.name, visit, day_in(change))


def day_in(change: Change) -> str:
    """The day that had been chosen before this change; "" where none was."""
    was = change.was
    if "day" not in was:
        return ""
    at = time.fromisoformat(was["at"]) if was.get("at") else None
    return when(date.fromisoformat(was["day"]), at)


@template("visit.dropped")
def told_of_no_day(letter: Letter) -> Card | None:
    found = as_it_stands(letter)
    if found is None:
        return None
    review, change, _ = found
    if review.cancelled_at or reviews.has_changed_since(letter.session, change, DAYS):
        return None
    return say.called_off(review, change.by.name, day_in(change))


@template("visit.held")
def told_of_visit(letter: Letter) -> Card | None:
    found = as_it_stands(letter)
    if found is None:
        return None
    review, change, visit = found
    return say.held(review, change.by.name, visit.held_on) if visit.held_on else None


@template("visit.not_held")
def told_that_it_was_not(letter: Letter) -> Card | None:
    found = as_it_stands(letter)
    if found is None:
        return None
    review, change, visit = found
    return None if visit.held_on else say.not_held(review, change.by.name)

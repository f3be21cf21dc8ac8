"""That the development visit was held, with words of what was seen."""

from datetime import date

from bot.cards import visit_forms as say
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.handlers.proposals import LONGEST_NOTE, day_typed, too_long
from bot.handlers.visit import meanwhile, overtaken, version
from bot.handlers.visit_access import changing, shown
from bot.handlers.visit_news import held, not_held
from bot.router import Turn, on
from bot.rules.visit import refused_as_held
from storage import visits
from storage.booking import By
from storage.models import Review

Problems = dict[str, Problem]


@on("visit.record")
def ask(turn: Turn) -> Card:
    """With what is recorded; the first time, with the chosen day."""
    review, _, visit = changing(turn)
    day = (visit.held_on or visit.day) if visit else None
    return say.ask_record(
        review,
        day=day.isoformat() if day and day <= turn.today else "",
        words=visit.words if visit else "",
        version=version(visit),
    )


@on("visit.recorded")
def record(turn: Turn) -> Card:
    review, mine, visit = changing(turn)
    typed, words = turn.text("day"), turn.text("words")
    day, problems = understood(turn, review, words)
    typed = day.isoformat() if day else typed
    if visit and day and not problems and (visit.held_on, visit.words) == (day, words):
        return shown(turn, review, mine, said="That is recorded already.")
    said = meanwhile(turn, review, visit)
    if day is None or problems or said:
        return say.ask_record(
            review, day=typed, words=words, version=version(visit), problems=problems, said=said
        )
    visit = visits.to_change(turn.session, review)
    first = visit.held_on is None
    change = visits.record(turn.session, review, visit, day, words, By(turn.person, turn.now))
    held(turn, review, change, first=first)
    return shown(turn, review, mine, said="Recorded. Its line in the audit proforma is filled in.")


@on("visit.unrecord")
def take_back(turn: Turn) -> Card:
    review, mine, visit = changing(turn)
    if visit is None or visit.held_on is None:
        return shown(turn, review, mine)
    if overtaken(turn, visit):
        return shown(turn, review, mine, warning=meanwhile(turn, review, visit))
    change = visits.take_back(turn.session, review, visit, By(turn.person, turn.now))
    not_held(turn, review, change)
    return shown(turn, review, mine, said="It counts as not held. What was written about it is kept.")


def understood(turn: Turn, review: Review, words: str) -> tuple[date | None, Problems]:
    day, unread = day_held(turn)
    problems = {"day": unread} if unread else {}
    if day and (why := refused_as_held(day, visits.follows(turn.session, review), turn.today)):
        problems["day"] = say.refused(why, review.school.name)
    if error := too_long(words, LONGEST_NOTE):
        problems["words"] = Problem(error)
    return day, problems


def day_held(turn: Turn) -> tuple[date | None, Problem | None]:
    """A date that could be of this year or the next is the one on which a visit can have been."""
    day, unread = day_typed(turn, record=True)
    past = [one for one in unread.dates if one <= turn.today] if unread else []
    return (past[0], None) if len(past) == 1 else (day, unread)

"""The development visit: looked at, its day chosen by the champions, or taken back."""

from datetime import date, time

from bot.cards import visit_forms as say
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.handlers import finding, part_said
from bot.handlers.access import parts, see
from bot.handlers.proposals import day_typed
from bot.handlers.visit_access import NOT_YOURS, changing, sees_visit, shown, to_read
from bot.handlers.visit_news import chosen, dropped
from bot.language import time_field
from bot.router import Refused, Turn, id_in, on
from bot.rules.visit import refusal
from storage import reviews, visits
from storage.booking import By
from storage.models import DevelopmentVisit, Review
from storage.visits import Time

Problems = dict[str, Problem]
HELD_ALREADY = "The visit has been held already. If that is wrong, correct the record first."


@on("visit.find")
def find(turn: Turn) -> Card:
    """With the day that was said of it in the form."""
    said = part_said.apart(turn)
    found = finding.held(said.turn, "visit", keep=said.kept)
    return part_said.opened(said, found, ask, seen) if isinstance(found, Review) else found


@on("visit.look")
def look(turn: Turn) -> Card:
    """Whatever day is said."""
    found = finding.held(part_said.apart(turn).turn, "visit")
    return seen(turn, found) if isinstance(found, Review) else found


def seen(turn: Turn, review: Review) -> Card:
    mine = parts(turn, review)
    if not sees_visit(mine):
        raise Refused(NOT_YOURS, see(review))
    return shown(turn, review, mine)


@on("visit.show")
def show(turn: Turn) -> Card:
    return shown(turn, *to_read(turn))


@on("visit.ask")
def ask(turn: Turn) -> Card:
    review, mine, visit = changing(turn)
    if visit and visit.held_on:
        return shown(turn, review, mine, warning=HELD_ALREADY)
    day = visit.day.isoformat() if visit and visit.day and visit.day >= turn.today else ""
    at = f"{visit.at:%H:%M}" if visit and visit.at else ""

    def wrong(day: date) -> Problem | None:
        return wrong_with(turn, review, day)

    said = part_said.filled(turn, day, at, visit.day if visit else None, wrong)
    return say.ask_day(review, day=said.day, at=said.time, version=version(visit), problems=said.problems)


@on("visit.arrange")
def arrange(turn: Turn) -> Card:
    review, mine, visit = changing(turn)
    wanted, day, at, problems = understood(turn, review)
    if visit and visit.held_on:
        return shown(turn, review, mine, warning=HELD_ALREADY)
    if visit and wanted and (visit.day, visit.at) == (wanted.day, wanted.at):
        return shown(turn, review, mine, said="That is the day that stands.")
    if problems or wanted is None:
        return say.ask_day(review, day=day, at=at, version=version(visit), problems=problems)
    if said := meanwhile(turn, review, visit):
        return say.ask_day(review, day=day, at=at, version=version(visit), said=said)
    visit = visits.to_change(turn.session, review)
    change = visits.arrange(turn.session, review, visit, wanted, By(turn.person, turn.now))
    chosen(turn, review, change)
    return shown(turn, review, mine, said="Chosen. The headteacher is told.")


@on("visit.drop")
def drop(turn: Turn) -> Card:
    review, mine, visit = changing(turn)
    if visit is None or visit.day is None:
        return shown(turn, review, mine)
    if visit.held_on:
        return shown(turn, review, mine, warning=HELD_ALREADY)
    if overtaken(turn, visit):
        return shown(turn, review, mine, warning=meanwhile(turn, review, visit))
    dropped(turn, review, visits.drop(turn.session, review, visit, By(turn.person, turn.now)))
    return shown(turn, review, mine, said="The day is taken back. The headteacher is told.")


def version(visit: DevelopmentVisit | None) -> int:
    return visit.version if visit else 0


def overtaken(turn: Turn, visit: DevelopmentVisit | None) -> bool:
    return id_in(turn.args.get("version", "")) != version(visit)


def meanwhile(turn: Turn, review: Review, visit: DevelopmentVisit | None) -> str:
    """What somebody else has changed since the form was shown, "" where nothing."""
    if visit is None or not overtaken(turn, visit):
        return ""
    latest = reviews.latest_change(turn.session, review.id, visits.CHANGES)
    return say.changed_meanwhile(latest.by.name if latest else "Someone", visit)


def understood(turn: Turn, review: Review) -> tuple[Time | None, str, str, Problems]:
    """The day that is wanted, where nothing is wrong with it; and what was typed, as far as it is plain."""
    typed_day, typed_time = turn.text("day"), turn.text("time")
    day, unread = day_typed(turn)
    problems = {"day": unread} if unread else {}
    at = hour(typed_time)
    if isinstance(at, Problem):
        problems["time"] = at
    if day:
        typed_day = day.isoformat()
        if problem := wrong_with(turn, review, day):
            problems["day"] = problem
    if day is None or isinstance(at, Problem) or problems:
        return None, typed_day, typed_time, problems
    return Time(day, at), typed_day, f"{at:%H:%M}" if at else "", {}


def hour(typed: str) -> time | Problem | None:
    """It may be left out."""
    read = time_field.read(typed) if typed else None
    return Problem(read) if isinstance(read, str) else read


def wrong_with(turn: Turn, review: Review, day: date) -> Problem | None:
    calendar = turn.directory.calendar(review.school_id)
    why = refusal(day, visits.follows(turn.session, review), turn.today, calendar)
    return say.refused(why, review.school.name) if why else None

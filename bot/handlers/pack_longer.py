"""The paperwork needs longer: until when, and the review team is told."""

from datetime import date

from bot.cards import pack_forms as say
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.handlers.pack_access import shown, waited_for, who_has
from bot.handlers.pack_asked import keep_current
from bot.handlers.pack_news import refresh_longer, tell_longer
from bot.handlers.proposals import LONGEST_LINE, day_typed, too_long
from bot.language.dates import asked
from bot.language.say import full
from bot.router import Turn, on
from bot.rules.milestones import Kind
from bot.rules.pack import last_open_day
from storage import milestones, packs
from storage.booking import By
from storage.models import Milestone, Review


@on("longer.ask")
def ask(turn: Turn) -> Card:
    review = waited_for(turn)
    row = milestones.of(review, Kind.PACK)
    until = milestones.longer(row, review.day)
    if until is None:
        return say.ask_longer(review)
    return say.ask_longer(review, value=until.isoformat(), why=row.longer_why)


@on("longer.give")
def give(turn: Turn) -> Card:
    review = waited_for(turn)
    row, why = milestones.of(review, Kind.PACK), turn.text("why")
    day, unread = day_typed(turn)
    typed = day.isoformat() if day else turn.text("day")
    problems = {"day": possible(turn, review, row, unread)} if unread else {}
    if day and (problem := unsuitable(turn, review, row, day)):
        problems["day"] = problem
    if error := too_long(why, LONGEST_LINE):
        problems["why"] = Problem(error)
    if day is None or problems:
        return say.ask_longer(review, value=typed, why=why, problems=problems)
    if (day, why) == (row.longer_until, row.longer_why):
        return shown(turn, review)
    if turn.args.get("was", "") != (row.longer_until.isoformat() if row.longer_until else ""):
        return say.ask_longer(review, value=typed, why=why, said=changed_meanwhile(turn, row))
    was = milestones.longer(row, review.day)
    change = packs.give_longer(turn.session, review, day, why, By(turn.person, turn.now))
    (tell_longer if was is None else refresh_longer)(turn, review, change)
    keep_current(turn, review, change)
    return shown(turn, review, f"The review team is told that you need until {full(day)}.")


@on("longer.off")
def take_back(turn: Turn) -> Card:
    """They don't need longer after all."""
    review = waited_for(turn)
    if milestones.of(review, Kind.PACK).longer_until:
        keep_current(turn, review, packs.no_longer(turn.session, review, By(turn.person, turn.now)))
    return shown(turn, review, "Then the date is the usual one again.")


def possible(turn: Turn, review: Review, row: Milestone, unread: Problem) -> Problem:
    """Of the days that may have been meant only those that will do are offered."""
    found = tuple(day for day in unread.dates if unsuitable(turn, review, row, day) is None)
    if found == unread.dates:
        return unread
    return Problem(asked(found).reason, found) if found else none_of(turn, review, row, unread)


def none_of(turn: Turn, review: Review, row: Milestone, unread: Problem) -> Problem:
    return unsuitable(turn, review, row, max(unread.dates)) or unread


def unsuitable(turn: Turn, review: Review, row: Milestone, day: date) -> Problem | None:
    if day < turn.today:
        return Problem(f"{full(day)} is past. Please give a day from today on.")
    if day <= row.due:
        return Problem(f"It is due by {full(row.due)} anyway. Please give a later day.")
    calendar = turn.directory.calendar(review.school_id)
    why = say.not_before(review, day) or say.not_open(day, calendar.why_closed(day))
    if not why:
        return None
    last = last_open_day(max(row.due, turn.today), min(day, review.day), calendar)
    return Problem(say.latest_is(why, last), (last,) if last else ())


def changed_meanwhile(turn: Turn, row: Milestone) -> str:
    if row.longer_until is None or row.longer_by is None:
        return "That has been taken back meanwhile, so nothing of yours is saved yet."
    return say.longer_changed(full(row.longer_until), who_has(turn, row.longer_by))

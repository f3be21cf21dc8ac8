"""Which staff attend the workshop, by the headteacher; and that it was held, by a champion."""

from datetime import date

from bot.cards import workshop_forms as say
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.cards.workshop_words import not_then
from bot.handlers import news, workshop_news
from bot.handlers.access import rules_for
from bot.handlers.proposals import LONGEST_NOTE, day_typed, too_long
from bot.handlers.workshop_access import card, championing, heading
from bot.language.say import full
from bot.router import Turn, id_in, on
from bot.rules.workshop import can_have_been
from storage import reviews, workshops
from storage.booking import By
from storage.models import Review


@on("workshop.staff")
def ask_staff(turn: Turn) -> Card:
    review, _ = heading(turn)
    workshop = workshops.get(turn.session, review.id)
    since = workshops.last_id(turn.session, review.id, (workshops.STAFF,))
    return say.ask_staff(review, value=workshop.staff if workshop else "", since=since)


@on("workshop.keep_staff")
def keep_staff(turn: Turn) -> Card:
    review, held = heading(turn)
    workshop, typed = workshops.get(turn.session, review.id), turn.text("staff")
    staff = "\n".join(line.strip() for line in typed.splitlines() if line.strip())
    if staff == (workshop.staff if workshop else ""):
        return card(turn, review, held, said="Saved.")
    latest = reviews.latest_change(turn.session, review.id, (workshops.STAFF,))
    since = latest.id if latest else 0
    if error := too_long(typed, LONGEST_NOTE):
        return say.ask_staff(review, value=typed, since=since, problems={"staff": Problem(error)})
    if latest and (id_in(turn.args.get("since", "")) or 0) != since:
        said = say.staff_meanwhile(latest.by.name, ", ".join(workshop.staff.splitlines()) if workshop else "")
        return say.ask_staff(review, value=typed, since=since, said=said)
    workshop = workshops.to_change(turn.session, review)
    change = workshops.write_staff(turn.session, review, workshop, staff, By(turn.person, turn.now))
    workshop_news.staff_named(turn, review, change)
    return card(turn, review, held, said="Saved. The Improvement Champions are told.")


@on("workshop.record")
def ask_held(turn: Turn) -> Card:
    """With the day that is recorded, else the one that was chosen."""
    review, _ = championing(turn)
    workshop = workshops.get(turn.session, review.id)
    day = (workshop.held_on or workshop.day) if workshop else None
    return say.ask_held(review, value=day.isoformat() if day and day <= turn.today else "")


@on("workshop.recorded")
def record(turn: Turn) -> Card:
    review, held = championing(turn)
    day, problem = day_held(turn, review)
    if day is None or problem:
        value = day.isoformat() if day else turn.text("day")
        return say.ask_held(review, value=value, problems={"day": problem} if problem else {})
    workshop = workshops.to_change(turn.session, review)
    if workshop.held_on == day:
        return card(turn, review, held, said="That is recorded already.")
    by, rules = By(turn.person, turn.now), rules_for(turn, review)
    change = workshops.record(turn.session, review, workshop, day, rules, by)
    workshop_news.held(turn, review, change)
    news.show_in_channel(turn, review, change)
    return card(turn, review, held, said=f"Recorded: held on {full(day)}.")


@on("workshop.unrecord")
def take_back(turn: Turn) -> Card:
    review, held = championing(turn)
    workshop = workshops.get(turn.session, review.id)
    if workshop is None or workshop.held_on is None:
        return card(turn, review, held)
    by, rules = By(turn.person, turn.now), rules_for(turn, review)
    change = workshops.take_back(turn.session, review, workshop, rules, by)
    news.show_in_channel(turn, review, change)
    return card(turn, review, held, said="It counts as not held.")


def day_held(turn: Turn, review: Review) -> tuple[date | None, Problem | None]:
    """A date that could be of several years is the one on which a workshop can have been held."""
    day, unread = day_typed(turn, record=True)
    past = [one for one in unread.dates if can_have_been(one, review.day, turn.today)] if unread else []
    if len(past) == 1:
        return past[0], None
    if day and not can_have_been(day, review.day, turn.today):
        return day, Problem(not_then(day, review.day, turn.today))
    return day, unread

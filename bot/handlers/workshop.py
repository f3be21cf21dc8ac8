"""The post-review workshop: looked at, its day chosen by the champions, their release booked."""

from datetime import date, time

from bot.cards import workshop_forms as say
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.cards.workshop_forms import Typed
from bot.cards.workshop_words import refused, when
from bot.handlers import finding, news, part_said, workshop_news
from bot.handlers.access import review_in, rules_for
from bot.handlers.proposals import day_typed, no_year_for
from bot.handlers.workshop_access import card, championing, choosing, view
from bot.language import time_field
from bot.language.say import full
from bot.router import Turn, id_in, on
from bot.rules.milestones import Kind
from bot.rules.permissions import Paper
from bot.rules.workshop import State, refusal
from storage import milestones, reviews, workshops
from storage.booking import By
from storage.models import Review, Workshop

Problems = dict[str, Problem]


@on("workshop.find")
def find(turn: Turn) -> Card:
    """With the day that was said of it in the form."""
    said = part_said.apart(turn)
    found = finding.held(said.turn, "workshop", Paper.STATUS, keep=said.kept)
    return part_said.opened(said, found, ask, card) if isinstance(found, Review) else found


@on("workshop.look")
def look(turn: Turn) -> Card:
    """Whatever day is said."""
    found = finding.held(part_said.apart(turn).turn, "workshop", Paper.STATUS)
    return card(turn, found) if isinstance(found, Review) else found


@on("workshop.show")
def show(turn: Turn) -> Card:
    return card(turn, review_in(turn))


@on("workshop.ask")
def ask(turn: Turn) -> Card:
    review, held = choosing(turn)
    workshop = workshops.get(turn.session, review.id)
    agreed = milestones.of(review, Kind.WORKSHOP).agreed
    at = f"{workshop.at:%H:%M}" if workshop and workshop.at and agreed else ""

    def wrong(day: date) -> Problem | None:
        return not_then(turn, review, day)

    said = part_said.filled(turn, agreed.isoformat() if agreed else "", at, agreed, wrong)
    return say.ask_day(view(turn, review, held), Typed(said.day, said.time), problems=said.problems)


@on("workshop.choose")
def choose(turn: Turn) -> Card:
    """A day of those offered, in the button; or the one that was typed."""
    review, held = choosing(turn)
    workshop, seen = workshops.get(turn.session, review.id), view(turn, review, held)
    typed, wanted, problems = understood(turn, review)
    if workshop and wanted and seen.state is State.AGREED and (workshop.day, workshop.at) == wanted:
        return card(turn, review, held, said="That is the day that stands.")
    if (id_in(turn.args.get("since", "")) or 0) != seen.since:
        return say.ask_day(seen, typed, problems=problems, said=meanwhile(turn, review, workshop))
    if wanted is None:
        return say.ask_day(seen, typed, problems=problems)
    workshop = workshops.to_change(turn.session, review)
    by, rules = By(turn.person, turn.now), rules_for(turn, review)
    change = workshops.choose(turn.session, review, workshop, *wanted, rules, by)
    workshop_news.chosen(turn, review, change)
    news.show_in_channel(turn, review, change)
    return card(
        turn, review, held, said=f"It is on {full(wanted[0])}. The headteacher and the others are told."
    )


def meanwhile(turn: Turn, review: Review, workshop: Workshop | None) -> str:
    latest = reviews.latest_change(turn.session, review.id, (workshops.CHOSEN,))
    chosen = when(workshop) if workshop else "another day"
    return say.chosen_meanwhile(latest.by.name if latest else "Someone", chosen)


def understood(turn: Turn, review: Review) -> tuple[Typed, tuple[date, time | None] | None, Problems]:
    """What was typed, as far as it is plain; the day only where nothing is wrong with it."""
    typed = Typed(turn.text("day"), turn.text("time"))
    day, unread = day_typed(turn)
    problems = {"day": unread} if unread else {}
    at = time_field.read(typed.time) if typed.time else None
    if isinstance(at, str):
        problems["time"] = Problem(at)
    if day:
        typed = Typed(day.isoformat(), typed.time)
        if problem := not_then(turn, review, day):
            problems["day"] = problem
    if day is None or problems or isinstance(at, str):
        return typed, None, problems
    return typed, (day, at), {}


def not_then(turn: Turn, review: Review, day: date) -> Problem | None:
    """Why it can't be on that day, if it can't."""
    if why := refusal(day, review.day, turn.directory.calendar(review.school_id), turn.today):
        return refused(why, review.school.name)
    no_year = no_year_for(turn, day)
    return Problem(no_year) if no_year else None


@on("workshop.release")
def release(turn: Turn) -> Card:
    """“My release is booked”: of whoever says so."""
    review, held = championing(turn)
    workshop = workshops.to_change(turn.session, review)
    if workshops.release_of(workshop, turn.asker.id) is None:
        workshops.book_release(turn.session, review, workshop, By(turn.person, turn.now))
    return card(turn, review, held, said="Noted: your half day of release is booked.")


@on("workshop.unrelease")
def unrelease(turn: Turn) -> Card:
    review, held = championing(turn)
    workshop = workshops.get(turn.session, review.id)
    mine = workshops.release_of(workshop, turn.asker.id)
    if workshop and mine:
        workshops.drop_release(turn.session, review, workshop, mine, By(turn.person, turn.now))
    return card(turn, review, held, said="Noted: your half day of release is not booked.")

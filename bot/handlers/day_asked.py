"""The request for the timetable of a day: a message that has the form in it, some days before the review."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import cache

from sqlalchemy.orm import Session

from bot.cards import day_form as form
from bot.cards import day_news as say
from bot.cards.model import Card
from bot.handlers import news, reminders
from bot.letters import Letter, template
from bot.router import Turn
from bot.rules import hours
from bot.rules.hours import Urgency
from bot.rules.milestones import Kind
from bot.rules.mornings import days_without_timetable, in_time_to_ask
from storage import calendars, days, handing_over, outbox, reviews
from storage.models import Change, Person, Review


def ask_for_timetables(session: Session, now: datetime) -> None:
    if in_time_to_ask(now):
        # Looked through once, and only where a request would go.
        owing_more = cache(lambda: reminders.with_more_due(session, now))
        for number in days.without(session, *days_without_timetable(now)):
            ask_for(session, number, now, owing_more)


def ask_for(session: Session, number: int, now: datetime, owing_more: Callable[[], Collection[int]]) -> None:
    """`owing_more`: those who have another reminder to come today, in which the timetable stands too."""
    # Held, so that of two workers the second sees what the first has written.
    review = reviews.get_to_change(session, number)
    if review is None:
        return
    dated = reviews.dated_by(session, review.id)
    people = {key_of(review, dated, person): person for person in owing(session, review, now)}
    calendar = calendars.school_calendar(session, review.school_id)
    keys = people.keys() - outbox.written(session, people)
    if not keys or not calendar.is_school_day(hours.today(now)):
        return
    had_one = outbox.written(session, {key_of_day(people[key], now) for key in keys})
    for key in sorted(keys):
        if key_of_day(people[key], now) in had_one or people[key].id in owing_more():
            continue
        args: dict[str, int | str] = {"review": review.id, "day": review.day.isoformat()}
        message = outbox.News("day.asked", args, key, slot_of(review, people[key]), Urgency.NUDGE)
        outbox.tell(session, people[key], message, now=now, calendar=calendar)


def key_of_day(person: Person, now: datetime) -> str:
    """The reminder of today, in which the timetable stands too where it was due with something else."""
    return reminders.key_of(person.id, hours.today(now))


def key_of(review: Review, dated: int, person: Person) -> str:
    """It names the change that gave the date: moved there and back, they are asked again."""
    return f"day.asked:{review.id}:{dated}:person:{person.id}"


def slot_of(review: Review, person: Person) -> str:
    """The place of the request, which is kept as things stand."""
    return f"{slots_of(review)}:{person.id}"


def slots_of(review: Review) -> str:
    return f"day.ask:{review.id}"


def owing(session: Session, review: Review, now: datetime) -> Sequence[Person]:
    """Whoever was asked to see to it, else the headteachers."""
    today = hours.today(now)
    helper = handing_over.handed_to(session, review, Kind.TIMETABLE, today)
    return [helper] if helper else news.heads_at(session, review.school_id, today)


def show_how_it_stands(turn: Turn, review: Review, change: Change) -> None:
    """Have the requests that stand in the chats show whether they still hold."""
    kept = outbox.to_keep_under(turn.session, slots_of(review), turn.now)
    for slot, whose in kept.items():
        person = turn.session.get(Person, whose)
        outbox.refresh(turn.session, person, slot, key=str(change.id), now=turn.now)


@template("day.asked")
def asked(letter: Letter) -> Card | None:
    """While they may send it: the form; once it is sent, and this stands, that it is."""
    session, person = letter.session, letter.person
    review = reviews.get(session, letter.id("review"))
    if review is None or person is None or letter.args["day"] != review.day.isoformat():
        return None
    if review.cancelled_at or review.postponed_at or review.day < letter.today:
        return None
    helper = handing_over.handed_to(session, review, Kind.TIMETABLE, letter.today)
    heads = news.heads_at(session, review.school_id, letter.today)
    if person not in heads and person is not helper:
        return None
    kept = days.of_review(session, review.id)
    if kept and kept.final_by:
        return say.has_it(review, kept.final_by.name, days.given(kept)) if letter.stands else None
    return form.please(review, kept.version if kept else 0, value=kept.typed if kept else "")

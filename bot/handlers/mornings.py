"""What comes up by itself with the time, derived from how things stand: the details of the day, at 07:30.

The worker calls `tick` again and again; a unique key lets each message be written once.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.cards import day_news as say
from bot.cards.model import Card
from bot.handlers import news
from bot.handlers.day_asked import ask_for_timetables
from bot.handlers.day_news import may_read
from bot.letters import Letter, template
from bot.rules import hours
from bot.rules.mornings import day_of_details
from bot.rules.roles import Role, TeamPart
from storage import calendars, consortium, days, outbox, reviews
from storage.models import Person, Review

# Writes what is due at a moment (UTC) and has not been written.
Writes = Callable[[Session, datetime], None]


def tick(session: Session, now: datetime) -> None:
    for write in DUE:
        write(session, now)


def tell_details(session: Session, now: datetime) -> None:
    """On the day of a review, from 07:30: where it is, who comes, and how the day goes."""
    today = day_of_details(now)
    for number in days.on(session, today) if today else ():
        tell_of_review(session, number, now)


def tell_of_review(session: Session, number: int, now: datetime) -> None:
    # Held, so that of two workers the second sees what the first has written.
    review, today = reviews.get_to_change(session, number), hours.today(now)
    if review is None or not takes_place(review, today):
        return
    people = {key_of(review, person): person for person in taking_part(session, review, today)}
    calendar = calendars.school_calendar(session, review.school_id)
    for key in people.keys() - outbox.written(session, people):
        news = outbox.News("day.details", {"review": review.id, "day": today.isoformat()}, key)
        outbox.tell(session, people[key], news, now=now, calendar=calendar)


def key_of(review: Review, person: Person) -> str:
    return f"day.details:{review.id}:{review.day.isoformat()}:person:{person.id}"


def takes_place(review: Review, day: date) -> bool:
    return review.day == day and not (review.cancelled_at or review.postponed_at)


def heads(session: Session, review: Review, today: date) -> Sequence[Person]:
    return consortium.people_with(session, Role.HEAD, today, school_id=review.school_id)


def taking_part(session: Session, review: Review, today: date) -> Sequence[Person]:
    return news.attending(session, review, tuple(TeamPart), today)


@template("day.details")
def details(letter: Letter) -> Card | None:
    """As things stand when it goes; nothing, where the day has moved or is over by then."""
    session, today = letter.session, day_of_details(letter.now)
    review = reviews.get(session, letter.id("review"))
    if review is None or today is None or letter.args["day"] != today.isoformat():
        return None
    here = takes_place(review, today) and letter.person in taking_part(session, review, today)
    if letter.person is None or not here:
        return None
    names = [head.name for head in heads(session, review, today)]
    rows = days.given(days.of_review(session, review.id)) if may_read(letter, review) else None
    return say.details(review, names, rows)


# Each with a key of its own for what it writes. Reminders join here.
DUE: tuple[Writes, ...] = (tell_details, ask_for_timetables)

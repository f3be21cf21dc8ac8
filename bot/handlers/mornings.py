"""What comes up by itself with the time, derived from how things stand: the details of the day, at 07:30.

The worker calls `tick` again and again; a unique key lets each message be written once.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.cards import day_news as say
from bot.cards.day_news import Morning
from bot.cards.model import Card
from bot.handlers import news
from bot.handlers.day_asked import ask_for_timetables
from bot.handlers.day_news import details_slot, rights_of
from bot.handlers.digest_weekly import write_digests
from bot.handlers.reminders import remind
from bot.letters import Letter, template
from bot.rules import hours
from bot.rules.day import feedback
from bot.rules.mornings import day_of_details
from bot.rules.permissions import Right
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
    people = {details_slot(review, person): person for person in taking_part(session, review, today)}
    calendar = calendars.school_calendar(session, review.school_id)
    for key in people.keys() - outbox.written(session, people):
        news = outbox.News("day.details", {"review": review.id, "day": today.isoformat()}, key, slot=key)
        outbox.tell(session, people[key], news, now=now, calendar=calendar)


def takes_place(review: Review, day: date) -> bool:
    return review.day == day and not (review.cancelled_at or review.postponed_at)


def heads(session: Session, review: Review, today: date) -> Sequence[Person]:
    return consortium.people_with(session, Role.HEAD, today, school_id=review.school_id)


def taking_part(session: Session, review: Review, today: date) -> Sequence[Person]:
    return news.attending(session, review, tuple(TeamPart), today)


@template("day.details")
def details(letter: Letter) -> Card | None:
    """As things stand when it goes; nothing, where the day has moved or is over by then."""
    day = date.fromisoformat(str(letter.args["day"]))
    review = reviews.get(letter.session, letter.id("review"))
    # Once it stands it is kept right for as long as the timetable can change.
    if review is None or not (letter.stands or day == day_of_details(letter.now)):
        return None
    if not takes_place(review, day) or letter.person not in taking_part(letter.session, review, day):
        return None
    names = [head.name for head in heads(letter.session, review, day)]
    return say.details(review, names, known_to(letter, review))


def known_to(letter: Letter, review: Review) -> Morning:
    """As much of the day as this person may know: of the Improvement Champions, when the feedback is."""
    kept = days.of_review(letter.session, review.id)
    rows, mine = days.given(kept), rights_of(letter, review)
    if Right.READ not in mine:
        return Morning(feedback=feedback(rows))
    writes = Right.WRITE in mine
    return Morning(rows, writes=writes, draft=kept if writes and days.draft(kept) else None)


# Each with a key of its own for what it writes. The digests first: they hold the consortium, which whoever
# holds a review must not wait for. Whoever is reminded today is not asked for a timetable too.
DUE: tuple[Writes, ...] = (write_digests, tell_details, remind, ask_for_timetables)

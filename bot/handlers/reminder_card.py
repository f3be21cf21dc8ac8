"""A reminder as it is drawn: the lines that still are somebody's, and how it may be put off."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from bot.cards import reminders as say
from bot.cards.model import Card
from bot.cards.reminders import Shown
from bot.handlers.matters import Looking, Matter
from bot.handlers.matters_of_year import of_the_year
from bot.handlers.matters_open import looking_now, open_matters
from bot.handlers.reminders import TEMPLATE
from bot.letters import Letter, template
from bot.rules.reminders import To, until, wanted
from storage import reminders as kept
from storage.models import Reminder


@template(TEMPLATE)
def reminder(letter: Letter) -> Card | None:
    """What is still theirs of that day's reminder, as things stand now."""
    if letter.person is None:
        return None
    day = date.fromisoformat(str(letter.args["day"]))
    looking = looking_now(letter.session, letter.now)
    lines = lines_of(looking, kept.of_day(letter.session, letter.person.id, day))
    if lines:
        return card(looking, letter.person.id, day, lines)
    return say.nothing() if letter.stands else None


class Line(NamedTuple):
    reminder: Reminder
    matter: Matter
    shown: Shown


def lines_of(looking: Looking, rows: Sequence[Reminder]) -> Sequence[Line]:
    """A line for each of these that is still somebody's: not done, not moved, not another's by now."""
    reviews = kept.these(looking.session, {one.review_id for one in rows if one.review_id})
    every = [*open_matters(looking, reviews)]
    if any(one.review_id is None for one in rows):
        every += of_the_year(looking)
    matters = {one.name: one for one in every}
    found = []
    for one in rows:
        matter = matters.get(one.matter)
        row = matter.row_of(one.step) if matter else None
        if matter and row and any(step.name == one.step for step in matter.steps_of(one.person_id)):
            mine = matter.answerable and one.person_id in matter.whom.get(To.OWER, ())
            ended = one.why if one.ended_at else ""
            found.append(Line(one, matter, Shown(one.id, row, mine, ended, matter.missing)))
    return found


def card(looking: Looking, person_id: int, day: date, lines: Sequence[Line], said: str = "") -> Card:
    shown = [one.shown for one in lines]
    back = comes_back(lines, looking.today)
    return say.card(day, shown, ways(looking, person_id, lines), said, back)


def comes_back(lines: Sequence[Line], today: date) -> date | None:
    """The day on which what was put off comes up again; None where nothing is put off."""
    put_off = {one.reminder.until for one in lines if not one.reminder.ended_at}
    return min((day for day in put_off if day and day > today), default=None)


WAYS = {"tomorrow": "Remind me tomorrow", "monday": "On Monday", "holiday": "After the holiday"}


def ways(looking: Looking, person_id: int, lines: Sequence[Line]) -> Mapping[str, str]:
    """How it may be put off, or put off again: two ways that come to the same day are one.

    None that would be too late, and not the one that stands.
    """
    days: dict[date, str] = {}
    for choice in WAYS:
        if not is_too_late(looking, person_id, lines, choice):
            days.setdefault(put_off_to(looking, person_id, lines, choice), choice)
    days.pop(comes_back(lines, looking.today) or looking.today, None)
    return {choice: WAYS[choice] for choice in days.values()}


def put_off_to(looking: Looking, person_id: int, lines: Sequence[Line], choice: str) -> date:
    calendar = looking.calendar_of(person_id)
    last = [one.matter.latest for one in lines if one.matter.latest and not one.reminder.ended_at]
    latest = calendar.previous_school_day(min(last)) if last else None
    return until(choice, looking.today, calendar, latest)


def is_too_late(looking: Looking, person_id: int, lines: Sequence[Line], choice: str) -> bool:
    """Whether the day that is asked for is later than it can be put off to."""
    day = wanted(choice, looking.today, looking.calendar_of(person_id))
    return day > put_off_to(looking, person_id, lines, choice)

"""What is typed to the bot: which command it is, and which school and day it names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.language import dates, names
from bot.language.dates import Reading, Unreadable
from bot.language.names import Exact, Likely, Match, Names, Nobody
from bot.language.patterns import GAP, SPOKEN, Spoken
from bot.language.when.reader import NO_CALENDAR
from bot.rules.calendar import SchoolCalendar

COMMANDS = tuple((one.command, one.does.format(one.command)) for one in SPOKEN)
IN_TEAMS = tuple((one.offered, one.does.format(one.offered)) for one in SPOKEN)
TEAMS = "teams"

NAMED = re.compile(rf"[/@]?peer{GAP}reviews?\b\s*", re.IGNORECASE)
PATTERNS = tuple(
    (one, re.compile(pattern, re.IGNORECASE | re.DOTALL)) for one in SPOKEN for pattern in one.patterns
)
# Said out of politeness after what is asked for.
POLITE = re.compile(r"(?:^|(?<![\s,])[\s,]+)(?:(?:please|thanks|thank\s+you)[\s,.!?]*)+$", re.IGNORECASE)
JOINING = re.compile(r"^(?:(?:at|for|in|on|with)\b\s*)+|(?:\s+(?:at|for|in|on))+$", re.IGNORECASE)
# What is left of "14 Nov at 10am" beside its day.
NO_SCHOOL = re.compile(r"[\W\d]*(?:[ap]\.?m\.?)?", re.IGNORECASE)
CUT = re.compile(r"\s*,\s*|\s+")
LONGEST = 400
# A day in words is no longer than "on Tuesday the 14th of November 2017".
MOST_DAY_WORDS = 7


@dataclass(frozen=True, slots=True)
class Request:
    """A school and a day as typed and as understood; None for what was not given."""

    school: Match | None
    day: Reading | None
    school_text: str
    day_text: str


@dataclass(frozen=True, slots=True)
class On:
    """From when a day is reckoned."""

    today: date
    calendar: SchoolCalendar

    def plain(self, text: str) -> Reading | None:
        return dates.plain(text, today=self.today, calendar=self.calendar)

    def read(self, text: str) -> Reading:
        return dates.read(text, today=self.today, calendar=self.calendar)


def linking(platform: str) -> str:
    """What links a channel, typed in it; in one of Teams the bot reads only what names it."""
    return "@Peer Review link" if platform == TEAMS else "/peer-review link"


def command(text: str) -> tuple[Spoken | None, str]:
    """The command, and what was typed after it; None with all that was typed where it is none."""
    typed = text.strip()
    asked = without_name(typed)
    for one, pattern in PATTERNS:
        action = pattern.fullmatch(asked)
        if action:
            rest = action["rest"].strip()
            asked_for = POLITE.sub("", rest)
            return one, rest if asked_for and one.as_typed else asked_for
    return None, typed


def without_name(typed: str) -> str:
    """What follows the bot's name."""
    named = NAMED.match(typed)
    return typed[named.end() :] if named else typed


def bare(typed: str) -> str:
    """What is left without the bot's name, politeness and punctuation; "" of what is too long for a name."""
    left = POLITE.sub("", without_name(typed.strip())).strip(" \t\r\n,.!?")
    return left if len(left) <= LONGEST else ""


def split(text: str, schools: Names, *, today: date, calendar: SchoolCalendar = NO_CALENDAR) -> Request:
    """The school and the day in what follows a command, in either order, with or without a comma."""
    typed, on = text.strip(" \t\r\n,"), On(today, calendar)
    if not typed:
        return Request(None, None, "", "")
    if len(typed) > LONGEST:
        return Request(names.match(typed, schools), None, typed, "")
    exact, day = names.exact(typed, schools), on.plain(typed)
    if day and not exact and not (isinstance(day, Unreadable) and _is_likely(typed, schools)):
        return Request(None, day, "", typed)
    if exact:
        return Request(exact, None, typed, "")
    return (
        _with_plain_day(typed, schools, on)
        or _with_doubtful_day(typed, schools, on)
        or Request(names.match(typed, schools), None, typed, "")
    )


def _is_likely(typed: str, schools: Names) -> bool:
    return isinstance(names.match(typed, schools), Likely)


def _with_plain_day(typed: str, schools: Names, on: On) -> Request | None:
    """The division that leaves the longest text which is a date and nothing else."""
    by_length = sorted(_divisions(typed), key=lambda division: len(division[1].split()), reverse=True)
    readings = ((*division, on.plain(division[1])) for division in by_length)
    found = next((each for each in readings if each[2]), None)
    if found is None:
        return None
    school_text, day_text, day = found
    if NO_SCHOOL.fullmatch(school_text):
        return Request(None, on.read(typed), "", typed)
    return Request(names.match(school_text, schools), day, school_text, day_text)


def _with_doubtful_day(typed: str, schools: Names, on: On) -> Request | None:
    """A division at a comma, or else after the longest name of a school, for a day to be asked about."""
    if "," in typed:
        found = list(_requests(_at_comma(typed), schools, on))
        return next((each for each in found if not isinstance(each.school, Nobody)), found[0])
    asked = [each for each in _requests(_divisions(typed), schools, on) if _worth_asking(each)]
    return max(asked, key=lambda each: len(each.school_text), default=None)


def _requests(divisions: Iterable[tuple[str, str]], schools: Names, on: On) -> Iterator[Request]:
    for school_text, day_text in divisions:
        day = on.read(day_text)
        yield Request(names.match(school_text, schools), day, school_text, day_text)


def _worth_asking(request: Request) -> bool:
    return isinstance(request.school, Exact) and not isinstance(request.day, Unreadable)


def _divisions(typed: str) -> Iterator[tuple[str, str]]:
    """Every cut that leaves few enough words for a day: the school's part, then the day's."""
    cuts = list(CUT.finditer(typed))
    for cut in cuts[-MOST_DAY_WORDS:]:
        yield _school_part(typed[: cut.start()]), _day_part(typed[cut.end() :])
    for cut in cuts[:MOST_DAY_WORDS]:
        yield _school_part(typed[cut.end() :]), _day_part(typed[: cut.start()])


def _at_comma(typed: str) -> Iterator[tuple[str, str]]:
    first, _, rest = typed.partition(",")
    yield _school_part(first), _day_part(rest)
    before, _, last = typed.rpartition(",")
    yield _school_part(last), _day_part(before)


def _school_part(part: str) -> str:
    """Without the words that join a school to a day."""
    return JOINING.sub("", part.strip())


def _day_part(part: str) -> str:
    return part.strip().removeprefix("on ").strip()

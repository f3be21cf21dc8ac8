"""The school and the day in a plain sentence: “Oak’s review back to the 21st”."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.language import names
from bot.language.commands import On, Request, split
from bot.language.dates import Reading
from bot.language.names import Exact, Likely, Match, Names
from bot.language.when.reader import NO_CALENDAR
from bot.rules.calendar import SchoolCalendar

# The longest name of a school is about "St Mary and St John Church of England Primary School".
LONGEST_NAME = 9
TOKEN = re.compile(r"[^\W_]+(?:[&.'’-]+[^\W_]+)*['’]?")
POSSESSIVE = re.compile(r"['’]s?$")
# These stand in the names of many schools, and alone in many sentences that mean none.
ORDINARY = names.COMMON | frozenset(
    names.words(
        "end lane road street view hill park green long may march church village new old high north south"
        " east west first field fields house bridge top great little upper lower hall court way close wood"
        " water town a at in on to and our my all"
    )
)
# What is said round a school and a day, and is neither.
NEITHER = re.compile(
    r"\b(?:(?:our|my|the|a|an|this|that|their|its)\s+)?(?:peer[ -]+)?"
    r"(?:review|reveiw|revew|reviw|reivew)s?\b(?:['’]s)?"
    r"|\b(?:school|primary|yet|as a (?:word|pdf)(?: file| document)?|as (?:word|pdf))\b",
    re.IGNORECASE,
)
EDGE = (
    "at|for|in|on|to|until|till|by|from|with|of|our|my|be|is|it|its|the date|date|day|please|instead|and"
    "|is there|(?:back|forward|earlier|later) (?:to|until)"
)
BEFORE = re.compile(rf"^(?:(?:{EDGE})\b[\s,]*)+", re.IGNORECASE)
AFTER = re.compile(rf"(?:[\s,]*\b(?:{EDGE}|the|a))+$", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:to|until|till)\b", re.IGNORECASE)
FROM = re.compile(r"\bfrom\s+(\S.{0,60}?)\s+(?=to\b)", re.IGNORECASE)
POINTS = " \t\r\n,.!?;:–-"

MANY = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "a couple of": 2, "couple of": 2}
SPAN = r"(?P<many>a couple of|couple of|an?|one|two|three|four|\d)?\s*(?P<unit>days?|weeks?|fortnights?)"
BEHIND = SPAN.replace("?P<", "?P<other_")
LATER = re.compile(rf"(?:back|later|on)\s+(?:by\s+)?{SPAN}|(?:by\s+)?{BEHIND}\s+(?:later|back)")
EARLIER = re.compile(rf"(?:forward|earlier)\s+(?:by\s+)?{SPAN}|(?:by\s+)?{BEHIND}\s+(?:earlier|forward)")
# "Delay it by a fortnight": whoever would have it earlier says so.
ALONE = re.compile(rf"(?:by\s+)?(?=a|one|two|three|four|couple|\d){SPAN}")
NEXT = re.compile(
    r"(?:the\s+)?(?:(?P<unit>day|week)\s+(?P<way>after|before)|(?:following|next)\s+(?P<one>day))"
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = re.compile(rf"(?:the\s+)?({'|'.join(WEEKDAYS)})")
WEEKDAY_NEAR = re.compile(rf"(?:the\s+)?({'|'.join(WEEKDAYS)})\s+(after|before)")
UNITS = {"day": 1, "week": 7, "fortnight": 14}


def read(said: str, schools: Names, *, today: date, calendar: SchoolCalendar = NO_CALENDAR) -> Request:
    """The school and the day that are named; where several schools are, each of them."""
    text, on = said.strip(POINTS), On(today, calendar)
    found = dict(within(text, schools))
    if not found:
        return without_name(text, schools, on)
    numbers = tuple(dict.fromkeys(found.values()))
    school: Match = Exact(numbers[0]) if len(numbers) == 1 else Likely(numbers[: names.MOST_OFFERED])
    left = text
    for start, end in sorted(found, reverse=True):
        left = f"{left[:start]} {left[end:]}"
    # As it was typed, with what joins two of them.
    named = text[min(start for start, _ in found) : max(end for _, end in found)]
    day_text = bare(left)
    return Request(school, reading(day_text, on), named, day_text)


def without_name(text: str, schools: Names, on: On) -> Request:
    """What may be a school that is misspelt, and a day; or a day alone."""
    if not bare(text):
        return Request(None, None, "", "")
    alone = on.plain(bare(text))
    if alone or shifted(bare(text), on.today):
        return Request(None, alone, "", bare(text))
    request = split(text, schools, today=on.today, calendar=on.calendar)
    typed = bare(request.school_text)
    if not typed:
        return Request(None, request.day, "", request.day_text)
    return Request(names.match(typed, schools), request.day, typed, request.day_text)


def school_in(said: str, schools: Names) -> Match:
    """Whom the words name that are a school's, whatever else is said; else whom all of it may mean."""
    numbers = tuple(dict.fromkeys(dict(within(said, schools)).values()))
    if numbers:
        return Exact(numbers[0]) if len(numbers) == 1 else Likely(numbers[: names.MOST_OFFERED])
    return names.match(bare(said), schools)


def within(text: str, schools: Names) -> Iterator[tuple[tuple[int, int], int]]:
    """Where a school's name stands in the text, and whose it is: the longest runs of words first."""
    known = {word for every in schools.values() for name in every for word in names.words(name)}
    tokens = list(TOKEN.finditer(text[: names.LONGEST * 2]))
    fits = [
        bool(known.intersection(spellings(token[0]))) or token[0].casefold() in names.UNSPOKEN
        for token in tokens
    ]
    taken = [False] * len(tokens)
    for size in range(min(LONGEST_NAME, len(tokens)), 0, -1):
        for first in range(len(tokens) - size + 1):
            run = slice(first, first + size)
            if not all(fits[run]) or any(taken[run]):
                continue
            start, end = tokens[first].start(), tokens[first + size - 1].end()
            if number := meant(text[start:end], schools):
                taken[run] = [True] * size
                yield (start, end), number


def spellings(word: str) -> frozenset[str]:
    return frozenset((*names.words(word), *names.words(POSSESSIVE.sub("", word))))


def meant(run: str, schools: Names) -> int:
    """The school of that name, or whose name it is with an s after it; 0 where it is none's beyond doubt."""
    if all(word in ORDINARY for word in names.words(run)):
        return 0
    found = names.exact(run, schools) or names.exact(POSSESSIVE.sub("", run), schools)
    return found.id if found else 0


def bare(text: str) -> str:
    """Without the words that stand round a school or a day."""
    left = NEITHER.sub(" ", text).strip(POINTS)
    left = BEFORE.sub("", " ".join(left.split()))
    if any(pattern.fullmatch(left.casefold()) for pattern in (LATER, EARLIER, ALONE)):
        return left
    return AFTER.sub("", left).strip(POINTS)


def reading(day_text: str, on: On) -> Reading | None:
    """None as well of what is reckoned from another day, which is not known here."""
    return on.read(day_text) if day_text and not shifted(day_text, on.today) else None


def shifted(text: str, day: date) -> date | None:
    """The day from which "back a week" or "two days earlier" is reckoned, so moved; None of anything else."""
    line = " ".join(text.casefold().split())
    if near := WEEKDAY_NEAR.fullmatch(line):
        return weekday_near(day, *near.groups())
    if near := NEXT.fullmatch(line):
        return day + timedelta(
            days=UNITS[near["unit"] or near["one"]] * (-1 if near["way"] == "before" else 1)
        )
    for pattern, sign in ((LATER, 1), (EARLIER, -1), (ALONE, 1)):
        if found := pattern.fullmatch(line):
            given = found.groupdict()
            many = given["many"] or given.get("other_many") or "a"
            unit = (given["unit"] or given["other_unit"]).rstrip("s")
            return day + sign * timedelta(days=UNITS[unit] * (MANY.get(many) or int(many)))
    return None


def weekday_near(day: date, named: str, way: str) -> date:
    """The first of that weekday after a day, or the last before it."""
    ahead = (WEEKDAYS.index(named) - day.weekday()) % 7
    return day + timedelta(days=ahead or 7) if way == "after" else day - timedelta(days=7 - ahead)


def weekdays_meant(text: str, day: date, today: date) -> tuple[date, ...]:
    """What a bare weekday may mean of a review on a day: in its week, in the next, or the coming one."""
    found = WEEKDAY.fullmatch(" ".join(text.casefold().split()))
    if found is None:
        return ()
    number = WEEKDAYS.index(found[1])
    own = day + timedelta(days=number - day.weekday())
    coming = weekday_near(today, found[1], "after")
    some = {coming, own, own + timedelta(days=7)}
    return tuple(sorted(one for one in some if one > today and one != day))

"""A time with its day: Tues 14 Nov at 10, tomorrow morning, at 5 tomorrow afternoon."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from bot.language.when import clock as clocks
from bot.language.when.clock import (
    BARE,
    BEGINS,
    JOINS,
    LATE_HOUR,
    NO_SUCH_HALF,
    ROUGHLY,
    SHARP,
    placed,
)
from bot.language.when.moments import PARTS
from bot.language.when.values import (
    MOST_CHOICES,
    Asked,
    Hours,
    No,
    Reading,
    Stretch,
    Sure,
    Value,
    merged,
    spread,
    values_of,
    which,
)
from bot.language.when.vocabulary import DAY_NAMES
from bot.rules.hours import LONDON

JOIN = re.compile(r" (?:-|to|until) ")


# "Friday 10.12" and "Mon 13 15" may be other days.
DOUBTFUL = re.compile(r"[0-9]{1,2}\.[0-9][1-46-9]|[0-9]{1,2} [0-9]{2}")
# Nobody says a day with its time in more.
MOST_WORDS = 16
# Said of no hours in particular.
VAGUE = frozenset(
    {
        "evening",
        "night",
        "tonight",
        "before lunch",
        "before school",
        "breaktime",
        "break",
        "1st thing",
        "all day",
    }
)


def with_day(words: tuple[str, ...], asked: Asked) -> Reading | None:
    """A day and a time in one phrase, in either order."""
    if len(words) > MOST_WORDS:
        return None
    # What is sure comes first, where there are more than anybody can choose from.
    found = sorted(dict.fromkeys(_divided(words, asked)), key=lambda each: not isinstance(each, Sure))
    values = list(dict.fromkeys(value for each in found for value in values_of(each)))
    if len(values) > MOST_CHOICES:
        return which(values[:MOST_CHOICES])
    return merged(found) or _in_a_part(words, asked) or _between_the_day(words, asked)


def stretch(phrase: str, asked: Asked) -> Reading | None:
    """From a time on one day to a time on another: "9 on Tues 14th until 12 on Weds 15th"."""
    opened = phrase.removeprefix("from ")
    if opened.count(" ") > MOST_WORDS:
        return None
    for join in JOIN.finditer(opened):
        ends = (opened[: join.start()], opened[join.end() :])
        starts, closes = (with_day(tuple(words.split()), asked) for words in ends)
        if isinstance(starts, Sure) and isinstance(closes, Sure):
            return _between(starts.value, closes.value)
    return None


def _between(starts: Value, closes: Value) -> Reading | None:
    if not isinstance(starts, datetime) or not isinstance(closes, datetime) or starts >= closes:
        return None
    if starts.date() == closes.date():
        return Sure(Hours(starts.time(), closes.time(), starts.date()))
    return Sure(Stretch(starts, closes))


def _in_a_part(words: tuple[str, ...], asked: Asked) -> Reading | None:
    """ "At 5 tomorrow afternoon": the part of the day stands apart from the time."""
    part = next((word for word in words if word in ("morning", "afternoon", "evening", "night")), None)
    if part is None:
        return None
    rest = tuple(word for word in words if word != part)
    if any(word.endswith("pm" if part == "morning" else "am") and word[0].isdigit() for word in rest):
        return No(NO_SUCH_HALF)
    if part == "morning" and any(LATE_HOUR.match(word) and ":" in word for word in rest):
        return No(NO_SUCH_HALF)
    # "Tuesday afternoon, the 14th": a bare 14 may be an hour.
    told = rest and not BARE.fullmatch(rest[-1]) and words[words.index(part) - 1] in DAY_NAMES
    if told and type(day := _sure_day(" ".join(rest), asked)) is date:
        return Sure(Hours(*PARTS[part], day)) if part in PARTS else which((day,))
    # "Friday morning 10" may be of the 10th.
    told = "at" in rest or (rest[:1] and rest[0][0].isdigit())
    found = merged(list(dict.fromkeys(_divided(rest, asked, bare=bool(told)))))
    return spread(found, lambda value: _placed_on_day(value, part))


def _between_the_day(words: tuple[str, ...], asked: Asked) -> Reading | None:
    """ "Tuesday at 2 next week": the time stands within the day."""
    if "at" not in words[1:-2]:
        return None
    cut = words.index("at", 1)
    for end in range(len(words) - 1, cut + 1, -1):
        hours, day = clocks.read(" ".join(words[cut:end])), (*words[:cut], *words[end:])
        if isinstance(hours, Sure) and isinstance(found := asked.read(" ".join(day)), Sure):
            return _at(found.value, hours.value)
    return None


def _sure_day(words: str, asked: Asked) -> Value | None:
    found = asked.read(words)
    return found.value if isinstance(found, Sure) else None


def _placed_on_day(value: Value, part: str) -> Reading | None:
    if not isinstance(value, datetime):
        return None
    return spread(
        placed(value.time(), part),
        lambda at: moment(datetime.combine(value, at)) if isinstance(at, time) else None,
    )


def _divided(words: tuple[str, ...], asked: Asked, *, bare: bool = False) -> Iterator[Reading]:
    for cut in range(1, len(words)):
        before, after = " ".join(words[:cut]), " ".join(words[cut:])
        for day, clock in ((before, after), (after, before)):
            if _timed(clock) or (_is_hour(clock) and (bare or (clock == before and words[cut] == "at"))):
                reading = _joined(day, clock, asked)
                if reading:
                    yield reading


def _is_hour(clock: str) -> bool:
    """ "10 on Tuesday"."""
    return BARE.fullmatch(clock) is not None and int(clock) < 24


def _timed(clock: str) -> bool:
    """Whether it can be a time here: a bare figure after a day is not, without "at"."""
    bare = JOINS.sub("", clock)
    if not BEGINS.match(SHARP.sub("", bare)) and bare not in VAGUE and not ROUGHLY.match(bare):
        return False
    return clock.startswith(("at ", "from ")) or not BARE.fullmatch(bare)


def _joined(day: str, clock: str, asked: Asked) -> Reading | None:
    if clock == "all day":
        return _day(day, asked)
    if JOINS.sub("", clock) in VAGUE:
        return spread(_day(day, asked), lambda value: which((value,)) if type(value) is date else None)
    hours = clocks.read(clock)
    if hours is None:
        return None
    days = _day(day, asked)
    if days is None or isinstance(days, No):
        return days
    bare = JOINS.sub("", clock)
    if bare in {"midnight", "12am"}:
        # At which end of the day?
        return spread(days, _midnights)
    found = spread(days, lambda value: spread(hours, lambda at: _at(value, at)))
    doubtful = bare == clock and not day.endswith(" at") and DOUBTFUL.fullmatch(bare)
    return which(values_of(found)) if found and doubtful and values_of(found) else found


def _midnights(day: Value) -> Reading | None:
    if type(day) is not date:
        return None
    start = datetime.combine(day, time())
    return which((start, start + timedelta(days=1)))


def _day(words: str, asked: Asked) -> Reading | None:
    """ "This morning" is today's."""
    day = re.sub(r"^(?:on|at)\b ?| (?:at|on|in|-)$", "", words)
    return asked.read({"this": "today", "later": "today", "later today": "today"}.get(day, day))


def _at(day: Value, at: Value) -> Reading | None:
    if type(day) is not date:
        return None
    match at:
        case Hours(starts, ends, None):
            return Sure(Hours(starts, ends, day))
        case time():
            return moment(datetime.combine(day, at))
    return None


def moment(at: datetime) -> Reading:
    """What London's clocks show; an hour that they leave out in March is none."""
    there = at.replace(tzinfo=LONDON)
    if there.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) != at:
        return No(f"The clocks go forward that night, so there is no {at:%H:%M}.", True)
    return Sure(at)

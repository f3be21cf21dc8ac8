"""The days of the school year 2017-18 in Essex, written down by hand: which are closed, and to whom."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from tests.year.facts import DOWN, FIRST, LAST

TERMS = (
    (date(2017, 9, 4), date(2017, 12, 20)),
    (date(2018, 1, 4), date(2018, 3, 28)),
    (date(2018, 4, 16), date(2018, 7, 24)),
)
HALF_TERMS = (
    (date(2017, 10, 23), date(2017, 10, 27)),
    (date(2018, 2, 12), date(2018, 2, 16)),
    (date(2018, 5, 28), date(2018, 6, 1)),
)
INSET = (date(2017, 9, 4), date(2018, 7, 23))
# Those of Queen's Meadow alone.
OWN_INSET = {"queens-meadow": (date(2017, 11, 24),)}
BANK_HOLIDAYS = (
    date(2017, 12, 25),
    date(2017, 12, 26),
    date(2018, 1, 1),
    date(2018, 3, 30),
    date(2018, 4, 2),
    date(2018, 5, 7),
    date(2018, 5, 28),
    date(2018, 8, 27),
)
# Summer time ends and begins on these days.
CLOCKS_CHANGE = (date(2017, 10, 29), date(2018, 3, 25))
ROUNDS = (time(8), time(10), time(15), time(16))
# When the day's news begin.
DETAILS = time(7, 30)
# Besides these: when no reminder may come any more.
PASSES = (DETAILS, *ROUNDS, time(17, 30))
DAY = timedelta(days=1)


def is_open(day: date, school: str = "") -> bool:
    """Whether there is school; without one, for most schools and for those who work at none."""
    if day.weekday() >= 5 or day in BANK_HOLIDAYS or day in INSET or day in OWN_INSET.get(school, ()):
        return False
    # Nobody knows the next year's terms yet.
    in_term = day > LAST or any(first <= day <= last for first, last in TERMS)
    return in_term and not any(first <= day <= last for first, last in HALF_TERMS)


def is_working(day: date) -> bool:
    return day.weekday() < 5 and day not in BANK_HOLIDAYS


def next_open(day: date, school: str = "") -> date:
    """That day, or the first school day after it."""
    while not is_open(day, school):
        day += DAY
    return day


def last_open(day: date, school: str = "") -> date:
    """That day, or the last school day before it."""
    while not is_open(day, school):
        day -= DAY
    return day


def counted(start: date, days: int, counts: Callable[[date], bool]) -> date:
    """That many days later, of those that count; the first is day zero."""
    day = start
    while days:
        day += DAY
        days -= counts(day)
    return day


def working_days(start: date, days: int) -> date:
    return counted(start, days, is_working)


def months(day: date, many: int) -> date:
    years, month = divmod(day.month - 1 + many, 12)
    return day.replace(year=day.year + years, month=month + 1)


def passes(first: date = FIRST, last: date = LAST) -> Iterator[datetime]:
    """The moments, London's, at which the bot looks whether something has come up."""
    nights = [datetime.combine(day, time(1, 30)) for day in CLOCKS_CHANGE]
    days = [first + n * DAY for n in range((last - first).days + 1)]
    moments = [datetime.combine(day, at) for day in days for at in passes_of(day)]
    yield from sorted(
        one for one in (*moments, *nights, DOWN[1]) if is_up(one) and first <= one.date() <= last
    )


def passes_of(day: date) -> Sequence[time]:
    return PASSES if is_open(day) else ROUNDS[:2]


def is_up(moment: datetime) -> bool:
    return not DOWN[0] <= moment < DOWN[1]

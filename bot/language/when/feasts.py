"""Religious and bank holidays, and other days that have a name."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from bot.language.when.feast_days import NAMED, InYear, easter, fixed, kept
from bot.language.when.near import monday_of
from bot.language.when.stated import JUST_PASSED
from bot.language.when.values import MOST_CHOICES, Asked, Days, No, Reading, merged, one_of, values_of, which
from bot.language.when.written import Form, Match, form

FAR = 3


YEAR = "(?: (?P<year>[0-9]{4}))?"


LASTING = re.compile(r"advent|hanukkah|chanukah|hannukah|passover|pesach")
EACH = tuple((re.compile(name), days) for name, days in NAMED.items())


def _feast(match: Match, asked: Asked) -> Reading:
    days = next(days for name, days in EACH if name.fullmatch(match["name"]))
    if match["year"]:
        return one_of(days(int(match["year"])))
    if match["which"] in {"next", "coming", "last"}:
        found = [day for year in range(asked.today.year - FAR, asked.today.year + FAR) for day in days(year)]
        coming = sorted(day for day in found if day > asked.today)
        gone = sorted(day for day in found if day < asked.today)
        return one_of(gone[-1:] if match["which"] == "last" else coming[:1])
    reading = nearest(days, asked)
    # Of what lasts for days, its first.
    return which(values_of(reading)) if LASTING.fullmatch(match["name"]) and values_of(reading) else reading


def nearest(days: InYear, asked: Asked) -> Reading:
    """The next such day and the one just gone; of a record, the other way round."""
    today = asked.today
    every = [days(year) for year in range(today.year - FAR, today.year + FAR) if days(year)]
    coming = [each for each in every if max(each) >= today]
    gone = [each for each in reversed(every) if min(each) <= today]
    likely, other = (gone, coming) if asked.record else (coming, gone)
    if not likely:
        return No("I don’t know when that is. Please give the date, for example Tues 14 Nov.")
    near = [
        day for day in (other[0] if other else ()) if abs(day - today) < JUST_PASSED and day not in likely[0]
    ]
    return one_of((*likely[0], *near)[:MOST_CHOICES])


def _bank_holiday(match: Match, asked: Asked) -> Reading:
    """The next one of England's, or the last."""
    every = sorted(asked.calendar.bank_holidays)
    if match["which"] == "last" or (asked.record and not match["which"]):
        return one_of([day for day in reversed(every) if day <= asked.today][:1])
    coming = [day for day in every if day >= asked.today]
    # Christmas and Easter have more than one.
    together = [day for day in coming if not match["which"] and day - coming[0] < timedelta(days=7)]
    return one_of(together or coming[:1])


def _christmas(_match: Match, asked: Asked) -> Reading | None:
    return _or_holidays(fixed(12, 25), "christmas holidays", asked)


def _easter_time(_match: Match, asked: Asked) -> Reading | None:
    return _or_holidays(easter(0), "easter holidays", asked)


def _feast_of_year(match: Match, asked: Asked) -> Reading:
    """The day itself, for which the holidays around it may stand."""
    year = int(match["year"])
    return which((date(year, 12, 25),) if match["name"] == "christmas" else easter(0)(year))


def _easter_weekend(_match: Match, asked: Asked) -> Reading:
    """With and without its bank holidays."""
    friday = next(day for day in _easters(asked) if day + timedelta(days=3) >= asked.today)
    days = [friday + timedelta(days=more) for more in range(4)]
    return which((Days(days[0], days[3]), Days(days[1], days[2])))


def _or_holidays(days: InYear, holidays: str, asked: Asked) -> Reading | None:
    """The day, or the school holidays around it."""
    found = [reading for reading in (nearest(days, asked), asked.read(holidays)) if reading]
    return merged(found)


def _in_holy_week(_match: Match, asked: Asked) -> Reading:
    weeks = [Days(monday_of(day), day + timedelta(days=1)) for day in _easters(asked)]
    return one_of([week for week in weeks if week.last >= asked.today][:1])


def _easters(asked: Asked) -> Sequence[date]:
    return [day for year in range(asked.today.year - 1, asked.today.year + FAR) for day in easter(-2)(year)]


def _eid(_match: Match, asked: Asked) -> Reading | None:
    """There are two in a year."""
    found = [nearest(kept(name, "IN", "SG"), asked) for name in ("Eid al-Fitr", "Eid al-Adha")]
    return which([value for each in found for value in values_of(each)][:MOST_CHOICES])


FORMS: tuple[Form, ...] = (
    form(
        rf"(?:(?P<which>this|next|last|coming) )?(?P<name>{'|'.join(NAMED)})(?: bank holiday)?{YEAR}", _feast
    ),
    form("(?:(?P<which>next|last) )?bank holiday", _bank_holiday),
    form("(?:at )?christmas", _christmas),
    form("(?:at )?easter", _easter_time),
    form("(?:at )?(?P<name>christmas|easter) (?P<year>[0-9]{4})", _feast_of_year),
    form("(?:at |over )?easter weekend", _easter_weekend),
    form("holy week", _in_holy_week),
    form("eid", _eid),
)

"""On which days of a year a feast or a bank holiday falls."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache

from bot.language.when.near import next_weekday

DAY = timedelta(days=1)
# Of these the calendars by the moon are known.
KNOWN_YEARS = range(2001, 2036)
InYear = Callable[[int], Sequence[date]]


def fixed(month: int, day: int) -> InYear:
    return lambda year: (date(year, month, day),)


def easter(days: int) -> InYear:
    """So many days after Easter Sunday."""
    return lambda year: tuple(day + timedelta(days=days - 1) for day in kept("Easter Monday", "GB")(year))


def nth(count: int, weekday: int, month: int) -> InYear:
    """The nth such weekday of a month; the last where `count` is 0."""

    def found(year: int) -> Sequence[date]:
        if not count:
            following = date(year + month // 12, month % 12 + 1, 1)
            return (following - timedelta(days=(following.weekday() - weekday - 1) % 7 + 1),)
        return (
            next_weekday(weekday, date(year, month, 1) - timedelta(days=1)) + timedelta(days=7 * (count - 1)),
        )

    return found


def advent(sundays: int) -> InYear:
    """Advent begins four Sundays before Christmas Day."""

    def found(year: int) -> Sequence[date]:
        fourth = date(year, 12, 25) - timedelta(days=date(year, 12, 25).weekday() + 1)
        return (fourth - timedelta(days=7 * (4 - sundays)),)

    return found


def remembrance(year: int) -> Sequence[date]:
    """Remembrance Sunday; the 11th itself where "day" could mean it."""
    return nth(2, 6, 11)(year)


@cache
def _kept_in(country: str, year: int) -> Sequence[tuple[date, str]]:
    """What a country keeps in a year; GB is England, which has bank holidays of its own."""
    from holidays import country_holidays

    if country == "GB":
        return sorted(country_holidays("GB", subdiv="ENG", years=year, language="en_GB").items())
    categories = country_holidays(country).supported_categories
    return sorted(country_holidays(country, years=year, language="en_US", categories=categories).items())


def kept(name: str, *countries: str) -> InYear:
    """Calendars that go by the moon may differ by a day, and then it is asked."""

    def found(year: int) -> Sequence[date]:
        fits = re.compile(rf"(?:^|; ){name}(?:;|$)")
        return tuple(dict.fromkeys(day for country in countries for day in _first_days(country, year, fits)))

    return found


def _first_days(country: str, year: int, fits: re.Pattern[str]) -> Sequence[date]:
    """The first day of the feast in a year, which may have begun in the year before."""
    if year not in KNOWN_YEARS:
        return ()
    days = {
        day
        for y in (year - 1, year)
        if y in KNOWN_YEARS
        for day, name in _kept_in(country, y)
        if fits.search(name)
    }
    return sorted(day for day in days if day.year == year and day - DAY not in days)[:1]


CHRISTIAN: dict[str, InYear] = {
    "epiphany": fixed(1, 6),
    # On the evening before Epiphany to some.
    "12th night": lambda year: (date(year, 1, 5), date(year, 1, 6)),
    "candlemas": fixed(2, 2),
    "(?:shrove tuesday|pancake (?:day|tuesday))": easter(-47),
    "ash wednesday": easter(-46),
    "(?:mothering sunday|mothers day)": easter(-21),
    "palm sunday": easter(-7),
    "(?:maundy|holy) thursday": easter(-3),
    "good friday": easter(-2),
    "holy saturday": easter(-1),
    # Before Easter to some, and after it to others.
    "easter saturday": lambda year: (*easter(-1)(year), *easter(6)(year)),
    "easter friday": lambda year: (*easter(-2)(year), *easter(5)(year)),
    "easter (?:sunday|day)": easter(0),
    "easter monday": easter(1),
    # There are two.
    "easter bank holiday": lambda year: (*easter(-2)(year), *easter(1)(year)),
    "easter tuesday": easter(2),
    "ascension (?:day|thursday)": easter(39),
    "(?:pentecost|whit sunday|whitsunday)": easter(49),
    "whit monday": easter(50),
    "trinity sunday": easter(56),
    "corpus christi": lambda year: (*easter(60)(year), *easter(63)(year)),
    "(?:all saints(?: day)?|all hallows)": fixed(11, 1),
    "all souls(?: day)?": fixed(11, 2),
    "(?:advent|advent sunday|1st sunday (?:in )?advent)": advent(1),
    "2nd sunday (?:in )?advent": advent(2),
    "3rd sunday (?:in )?advent": advent(3),
    "4th sunday (?:in )?advent": advent(4),
    "christmas evening": fixed(12, 24),
    "christmas day": fixed(12, 25),
    "(?:boxing day|st stephens day)": fixed(12, 26),
}


ENGLISH: dict[str, InYear] = {
    "new years(?: day)?(?: bank holiday)?": fixed(1, 1),
    "(?:new years? evening|nye|hogmanay)": fixed(12, 31),
    "burns night": fixed(1, 25),
    "(?:valentines|valentine)(?: day)?": fixed(2, 14),
    "st davids(?: day)?": fixed(3, 1),
    "world book day": nth(1, 3, 3),
    "st patricks(?: day)?": fixed(3, 17),
    "(?:april fools|april fool)(?: day)?": fixed(4, 1),
    "st georges(?: day)?": fixed(4, 23),
    "(?:early may|may day) bank holiday(?: monday)?": kept("May Day", "GB"),
    # There are two in May.
    "may bank holiday(?: monday)?": lambda year: (
        *kept("May Day", "GB")(year),
        *kept("Spring Bank Holiday", "GB")(year),
    ),
    "may day": lambda year: (*kept("May Day", "GB")(year), date(year, 5, 1)),
    "(?:late may|spring|whitsun|whit) bank holiday(?: monday)?": kept("Spring Bank Holiday", "GB"),
    "fathers day": nth(3, 6, 6),
    "(?:late )?(?:summer|august) bank holiday(?: monday)?": kept(r"(?:Late )?Summer Bank Holiday", "GB"),
    "(?:halloween|hallowe en)": fixed(10, 31),
    "(?:bonfire night|guy fawkes(?: night| day)?|fireworks night)": fixed(11, 5),
    "armistice day": fixed(11, 11),
    "remembrance sunday": remembrance,
    "(?:remembrance day|poppy day)": lambda year: (*fixed(11, 11)(year), *remembrance(year)),
    "st andrews(?: day)?": fixed(11, 30),
}


OTHER_FAITHS: dict[str, InYear] = {
    "(?:diwali|deepavali|divali)": kept("Diwali", "IN", "SG"),
    "holi": kept("Holi", "IN"),
    "(?:vaisakhi|baisakhi)": fixed(4, 14),
    "(?:guru nanaks? (?:birthday|jayanti|gurpurab)|gurpurab)": kept("Guru Nanak's Birthday", "IN"),
    "raksha bandhan|rakhi": kept("Raksha Bandhan", "IN"),
    "(?:eid al fitr|eid ul fitr|end ramadan)": kept("Eid al-Fitr", "IN", "SG"),
    "(?:eid al adha|eid ul adha|bakrid)": kept("Eid al-Adha", "IN", "SG"),
    "(?:rosh hashanah|jewish new year)": kept("Rosh Hashanah", "IL"),
    "yom kippur": kept("Yom Kippur", "IL"),
    "(?:hanukkah|chanukah|hannukah)": kept("Hanukkah", "IL"),
    "(?:passover|pesach)": kept("Pesach", "IL"),
    "sukkot": kept("Sukkot", "IL"),
    "shavuot": kept("Shavuot", "IL"),
    "purim": kept("Purim", "IL"),
    "(?:wesak|vesak)(?: day)?": kept("Vesak Day", "SG"),
    "(?:chinese|lunar) new year": kept("Chinese New Year", "SG"),
}


NAMED: dict[str, InYear] = CHRISTIAN | ENGLISH | OTHER_FAITHS

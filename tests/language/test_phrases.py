"""The table of phrases, and what holds for all of them."""

from datetime import date, datetime, time

import pytest

from bot.language.when import reader
from bot.language.when.printed import printed
from bot.language.when.values import Days, No, Sure, Which
from tests.language.table import CALENDAR, TODAY, Line, lines, read

ALL = list(lines())


def test_the_table_is_large_and_covers_the_families() -> None:
    assert len(ALL) >= 400
    assert len({(line.family, line.phrase) for line in ALL}) == len(ALL)
    assert len({line.family for line in ALL}) >= 16


@pytest.mark.parametrize("line", ALL, ids=lambda line: f"{line.family}: {line.phrase}")
def test_a_phrase_is_read_as_a_school_secretary_would(line: Line) -> None:
    assert read(line) == line.reading


@pytest.mark.parametrize("line", ALL, ids=lambda line: f"{line.family}: {line.phrase}")
def test_what_is_not_sure_says_why(line: Line) -> None:
    reading = reader.read(line.phrase, today=TODAY, calendar=CALENDAR, record=line.family == "record")
    if isinstance(reading, Sure):
        assert printed(line.phrase, reading)["reason"] == ""
    else:
        assert reading.reason.endswith(("?", "."))
        assert not isinstance(reading, Which) or 1 <= len(reading.values) <= 3


# What is said without a place for it in a date is passed over only where it changes nothing.
DANGEROUS = (
    "not {}",
    "any day but {}",
    "before {}",
    "after {}",
    "by {}",
    "until {}",
    "except {}",
    "the week before {}",
    "I can’t do {}",
    "{} is no good",
    "{} or maybe not",
    "every {}",
    "a day after {}",
    "never on {}",
    "{} does not suit",
    "ill on {}",
    "around {}",
    "{}ish",
)


@pytest.mark.parametrize("around", DANGEROUS)
@pytest.mark.parametrize("said", ["14 Nov", "Tuesday", "the 14th", "Tues 14 November 2017", "Tuesday week"])
def test_words_that_change_the_day_are_never_passed_over(around: str, said: str) -> None:
    day = reader.read(said, today=TODAY, calendar=CALENDAR)
    reading = reader.read(around.format(said), today=TODAY, calendar=CALENDAR)
    assert reading != day


@pytest.mark.parametrize(
    ("phrase", "today", "value"),
    [
        ("half term", date(2017, 10, 10), Days(date(2017, 10, 23), date(2017, 10, 27))),
        ("first Monday after half term", date(2017, 10, 10), date(2017, 10, 30)),
        ("when we go back", date(2018, 2, 14), date(2018, 2, 19)),
        ("next week", date(2017, 11, 5), Days(date(2017, 11, 6), date(2017, 11, 10))),
        ("a week on Monday", date(2017, 11, 5), date(2017, 11, 13)),
        ("the 31st", date(2018, 2, 10), date(2018, 3, 31)),
        ("tomorrow at 9", date(2018, 3, 24), datetime(2018, 3, 25, 9)),
        ("end of term", date(2017, 12, 21), date(2018, 3, 28)),
        ("last day of the month", date(2018, 2, 10), date(2018, 2, 28)),
    ],
)
def test_the_day_of_asking_counts(phrase: str, today: date, value: object) -> None:
    assert reader.read(phrase, today=today, calendar=CALENDAR) == Sure(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("phrase", "today"),
    [
        ("a month today", date(2018, 1, 31)),
        ("in a year", date(2020, 2, 29)),
        ("this week", date(2017, 11, 5)),
        ("this Friday", date(2017, 11, 4)),
        ("last Friday", date(2017, 11, 4)),
        ("Friday", date(2017, 11, 3)),
        ("a week on Monday", date(2017, 11, 6)),
        ("when we break up", date(2018, 2, 1)),
        ("first Monday of the month", date(2017, 11, 20)),
        ("first Monday of November", date(2017, 11, 20)),
    ],
)
def test_a_day_on_which_it_could_be_either_is_asked_about(phrase: str, today: date) -> None:
    assert isinstance(reader.read(phrase, today=today, calendar=CALENDAR), Which)


@pytest.mark.parametrize(
    "phrase", ["half term", "end of term", "first Monday after half term", "when we go back"]
)
def test_without_term_dates_school_time_is_not_guessed(phrase: str) -> None:
    assert isinstance(reader.read(phrase, today=TODAY), No)


@pytest.mark.parametrize(
    ("phrase", "at"), [("half 2", time(14, 30)), ("after lunch", time(13)), ("quarter to 4", time(15, 45))]
)
def test_a_time_alone_is_a_time(phrase: str, at: time) -> None:
    assert reader.read(phrase, today=TODAY) == Sure(at)

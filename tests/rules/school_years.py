"""The sample consortium's 2017-18, made-up years beside it, and any day or hour in them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from bot.rules.calendar import SchoolCalendar, SchoolYear, Span
from bot.rules.hours import moment
from bot.rules.policy import Policy

BANK_HOLIDAYS: Mapping[date, str] = {
    date(2017, 8, 28): "Summer Bank Holiday",
    date(2017, 12, 25): "Christmas Day",
    date(2017, 12, 26): "Boxing Day",
    date(2018, 1, 1): "New Year's Day",
    date(2018, 3, 30): "Good Friday",
    date(2018, 4, 2): "Easter Monday",
    date(2018, 5, 7): "Early May Bank Holiday",
    date(2018, 5, 28): "Spring Bank Holiday",
    date(2018, 8, 27): "Summer Bank Holiday",
}

YEAR = SchoolYear(
    starts=date(2017, 9, 1),
    ends=date(2018, 8, 31),
    terms=(
        Span(date(2017, 9, 4), date(2017, 12, 20), "autumn"),
        Span(date(2018, 1, 4), date(2018, 3, 28), "spring"),
        Span(date(2018, 4, 16), date(2018, 7, 24), "summer"),
    ),
    holidays=(
        Span(date(2017, 10, 23), date(2017, 10, 27), "autumn half term"),
        Span(date(2018, 2, 12), date(2018, 2, 16), "spring half term"),
        Span(date(2018, 5, 28), date(2018, 6, 1), "summer half term"),
    ),
)

SAMPLE = SchoolCalendar((YEAR,), BANK_HOLIDAYS)


def utc(year: int, month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def _day(offset: int) -> date:
    return YEAR.starts + timedelta(days=offset)


OFFSETS = st.integers(0, 364)


@st.composite
def spans(draw: st.DrawFn, most: int) -> tuple[Span, ...]:
    """Up to `most` spans that neither touch nor overlap."""
    ends = sorted(draw(st.sets(OFFSETS, max_size=2 * most)))
    pairs = zip(ends[::2], ends[1::2], strict=False)
    return tuple(Span(_day(a), _day(b), f"made-up {n}") for n, (a, b) in enumerate(pairs, 1))


@st.composite
def calendars(draw: st.DrawFn) -> SchoolCalendar:
    """The sample, or a year cut up at random: terms of a day, holidays of months, no terms at all."""
    if draw(st.booleans()):
        return SAMPLE
    year = SchoolYear(YEAR.starts, YEAR.ends, draw(spans(6)), draw(spans(4)), draw(spans(2)))
    closed = draw(st.dictionaries(OFFSETS.map(_day), st.just("Made-up Day"), max_size=12))
    return SchoolCalendar((year,), closed)


def review_days(calendar: SchoolCalendar) -> st.SearchStrategy[date]:
    return st.integers(-30, 364).map(_day).map(calendar.on_or_after)


def instants_to(day: date) -> st.SearchStrategy[datetime]:
    """Any minute of the nine weeks that end with London's midnight after `day`."""
    last = moment(day, time(23, 59))
    return st.integers(0, 63 * 24 * 60).map(lambda minutes: last - timedelta(minutes=minutes))


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    if draw(st.booleans()):
        return Policy()
    meeting, opens = draw(st.integers(1, 20)), draw(st.integers(1, 20))
    closes = opens + draw(st.integers(0, 20))
    return Policy(
        pack_days_before=meeting + draw(st.integers(0, 20)),
        meeting_days_before=meeting,
        workshop_from=opens,
        workshop_to=closes,
        workshop_caution=closes,
        workshop_warning=closes + 14,
        summary_working_days=draw(st.integers(1, 15)),
        plan_working_days=draw(st.integers(1, 15)),
        count_school_days=draw(st.booleans()),
        audit_school_days=draw(st.integers(1, 40)),
        impact_months=draw(st.integers(1, 18)),
    )

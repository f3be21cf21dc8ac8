"""Samples of the timetable before anything is booked, and of the answer when it is."""

from datetime import UTC, datetime

from bot.cards import booking as say
from bot.cards import remarks
from bot.rules.checks import ShortNotice, TeamSize
from bot.rules.policy import Policy
from tests.rules.school_years import SAMPLE
from tests.samples import made
from tests.samples.registry import Three, samples
from tests.samples.schedule import every_remark


@samples(say.preview)
def preview() -> Three:
    known = remarks.sentences([ShortNotice(9, 14), TeamSize(5, 3, 4)])
    all_known = remarks.sentences(every_remark())
    plans = (
        made.plan(made.tiny(), (), (), SAMPLE),
        made.plan(made.usual(), [made.PRIYA], known, SAMPLE),
        made.plan(made.longest(), made.LONG_TEAM[:3], all_known, made.LONG_CALENDAR),
    )
    tiny, usual, longest = plans
    return Three(
        say.preview(tiny, Policy(), 1),
        say.preview(usual, Policy(), 7),
        say.preview(longest, Policy(), made.BIG, reason=made.TYPED, error="Please keep this short."),
    )


MORNING = datetime(2017, 11, 2, 7, 30, tzinfo=UTC)


@samples(say.booked)
def booked() -> Three:
    heads = [one.name for one in made.LONG_TEAM]
    return Three(
        say.booked(made.tiny(), (), 0),
        say.booked(made.usual(), ["Priya Nair"], 5),
        say.booked(made.longest(), heads, 11, MORNING),
    )


@samples(say.already_booked)
def already_booked() -> Three:
    return Three(
        say.already_booked(made.tiny(), "Jo"),
        say.already_booked(made.usual(), "Kate Moore"),
        say.already_booked(made.longest(), made.LONG_PERSON.name),
    )

"""Samples of what is said when a review gets another date."""

from bot.cards import moving as say
from bot.cards import remarks
from bot.cards.problems import Problem
from bot.rules import timetable
from bot.rules.milestones import Kind, Timetable
from bot.rules.policy import Policy
from storage.models import Change, Review
from tests.rules.school_years import SAMPLE
from tests.samples import made
from tests.samples.common import all_booked_elsewhere
from tests.samples.registry import Three, of_a_review, samples
from tests.samples.schedule import every_remark

POLICY = Policy()

of_a_review(say.moved)


def moved_to(review: Review, reason: str = "") -> Change:
    day = made.OTHER_DAY.isoformat()
    now = {"day": review.day.isoformat(), **({"reason": reason} if reason else {})}
    return made.change(review, "moved", review.booked_by, was={"day": day}, now=now)


@samples(say.ask_day)
def ask_day() -> Three:
    longest = made.longest(postponed_at=made.NOW)
    problems = {
        "day": Problem(all_booked_elsewhere(), made.days_of(4)),
        "reason": Problem("Please keep it short."),
    }
    said = say.changed_meanwhile(longest, moved_to(longest))
    return Three(
        say.ask_day(made.tiny(), made.LATE_DAY),
        say.ask_day(
            made.usual(),
            made.LATE_DAY,
            value="31 Nov",
            reason="Ofsted",
            problems={"day": Problem("November has 30 days.")},
        ),
        say.ask_day(
            longest, made.LATE_DAY, value=made.TYPED, reason=made.TYPED, problems=problems, said=said
        ),
    )


@samples(say.preview)
def preview() -> Three:
    usual, longest = made.usual(), made.longest()
    known = remarks.sentences(every_remark())
    planned = timetable.plan(made.OTHER_DAY, SAMPLE, made.NOW, POLICY)
    last = timetable.plan(made.LATE_DAY, made.LONG_CALENDAR, made.NOW, POLICY)
    last = Timetable(last.milestones, (Kind.MEETING, Kind.WORKSHOP))
    usual.milestones[1].agreed = usual.milestones[1].due
    return Three(
        say.preview(made.tiny(), made.OTHER_DAY, planned, POLICY, (), 1),
        say.preview(usual, made.OTHER_DAY, planned, POLICY, ["The review is 8 days away."], 7),
        say.preview(longest, made.LATE_DAY, last, POLICY, known, made.BIG),
    )


@samples(say.what_changed)
def what_changed() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    moved_again = moved_to(longest, made.REASON)
    longest.day = made.LATE_DAY
    return Three(
        say.what_changed(tiny, moved_to(tiny)),
        say.what_changed(usual, moved_to(usual, "Ofsted")),
        say.what_changed(longest, moved_again),
    )

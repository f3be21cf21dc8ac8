"""Samples of what is said when a review moves, is put off, is called off or comes back."""

from bot.cards import moving as say
from bot.cards import remarks
from bot.cards.schedule import Problem
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
of_a_review(say.is_off)
of_a_review(say.brought_back)
of_a_review(say.note_saved)


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
        say.ask_day(made.tiny()),
        say.ask_day(
            made.usual(), value="31 Nov", reason="Ofsted", problems={"day": Problem("November has 30 days.")}
        ),
        say.ask_day(longest, value=made.TYPED, reason=made.TYPED, problems=problems, said=said),
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


@samples(say.ask_suggestion)
def ask_suggestion() -> Three:
    problems = {
        "day": Problem(all_booked_elsewhere(), made.days_of(4)),
        "note": Problem("Please keep it short."),
    }
    return Three(
        say.ask_suggestion(made.tiny()),
        say.ask_suggestion(made.usual(), value="2017-12-12", note="The nativity play is on the 7th."),
        say.ask_suggestion(made.longest(), value=made.TYPED, note=made.TYPED, problems=problems),
    )


@samples(say.suggested)
def suggested() -> Three:
    return Three(
        say.suggested(made.tiny(), made.OTHER_DAY),
        say.suggested(made.usual(), made.OTHER_DAY),
        say.suggested(made.longest(), made.LATE_DAY),
    )


@samples(say.suggestion)
def suggestion() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    against = [all_booked_elsewhere(), f"Schools are closed: {made.TERMS[0].name}."]
    return Three(
        say.suggestion(tiny, made.suggestion(tiny, made.PRIYA, ""), ()),
        say.suggestion(usual, made.suggestion(usual, made.PRIYA, "Nativity on the 7th"), ()),
        say.suggestion(longest, made.suggestion(longest, made.LONG_PERSON, made.NOTE), against),
    )


@samples(say.decided)
def decided() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    settled = made.suggestion(longest, made.LONG_PERSON, made.NOTE)
    settled.decided_by = made.LONG_PERSON
    used = made.suggestion(usual, made.PRIYA, "", used=True)
    used.decided_by = made.KATE
    return Three(
        say.decided(tiny, made.suggestion(tiny, made.PRIYA, "")),
        say.decided(usual, used),
        say.decided(longest, settled),
    )


@samples(say.kept)
def kept() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    return Three(*(say.kept(one, made.suggestion(one, made.PRIYA, "")) for one in (tiny, usual, longest)))


@samples(say.ask_reason)
def ask_reason() -> Three:
    return Three(
        say.ask_reason(made.tiny(), postpone=True),
        say.ask_reason(made.usual(), postpone=False, error="Please give the reason in a few words."),
        say.ask_reason(
            made.longest(), postpone=True, value=made.TYPED, error="Please keep this to 300 characters."
        ),
    )


@samples(say.called_off)
def called_off() -> Three:
    return Three(
        say.called_off(made.tiny(postponed_at=made.NOW, reason="Snow")),
        say.called_off(made.usual(cancelled_at=made.NOW, reason="The headteacher is ill")),
        say.called_off(made.longest(cancelled_at=made.NOW)),
    )


@samples(say.off)
def off() -> Three:
    return Three(
        say.off(made.tiny(postponed_at=made.NOW, reason="Snow"), "Jo"),
        say.off(made.usual(cancelled_at=made.NOW, reason="The headteacher is ill"), "Kate Moore"),
        say.off(made.longest(cancelled_at=made.NOW), made.LONG_PERSON.name),
    )


@samples(say.goes_ahead)
def goes_ahead() -> Three:
    return Three(
        say.goes_ahead(made.tiny(), "Jo"),
        say.goes_ahead(made.usual(), "Kate Moore"),
        say.goes_ahead(made.longest(), made.LONG_PERSON.name),
    )


@samples(say.ask_note)
def ask_note() -> Three:
    longest = made.longest()
    said = say.changed_meanwhile(longest, moved_to(longest))
    error = f"{said} The note now says: “{longest.note}”. Save again to replace it."
    return Three(
        say.ask_note(made.tiny(), value=""),
        say.ask_note(made.usual(), value="Please park in Mill Lane."),
        say.ask_note(longest, value=made.TYPED, error=error),
    )

"""Samples of what is said while the time of the pre-review meeting is arranged."""

from bot.cards import meeting_time as say
from bot.cards.meeting_time import Typed
from bot.cards.problems import Problem
from bot.language.say import full
from tests.samples import made, meetings
from tests.samples.registry import Three, samples


@samples(say.ask_time)
def ask_time() -> Three:
    view = meetings.longest()
    assert view.meeting
    problems = {
        "day": Problem("Which day do you mean?", made.days_of(3)),
        "time": Problem("Please give it as 14:30 or 2.30pm."),
        "place": Problem("Please keep this to 200 characters."),
    }
    said = say.proposed_meanwhile(made.LONG_PERSON.name, view.meeting, agreed=True)
    typed = Typed(made.TYPED, made.TYPED, made.TYPED)
    return Three(
        say.ask_time(made.tiny(), Typed(), meetings.DUE, arranged=0),
        say.ask_time(
            made.usual(), Typed("2017-11-28", "06:00", "The hall"), meetings.DUE, arranged=7, sure="06:00"
        ),
        say.ask_time(
            view.review, typed, meetings.DUE, arranged=made.BIG, problems=problems, said=said, sure="06:00"
        ),
    )


@samples(say.please_confirm)
def please_confirm() -> Three:
    tiny, usual, longest = made.tiny(), meetings.usual(), meetings.longest()
    assert usual.meeting
    assert longest.meeting
    return Three(
        say.please_confirm(tiny, meetings.meeting(tiny, tiny.booked_by), meetings.DUE),
        say.please_confirm(usual.review, usual.meeting, meetings.DUE),
        say.please_confirm(longest.review, longest.meeting, made.TODAY, was=full(made.LONG_DAY)),
    )


@samples(say.agreed)
def agreed() -> Three:
    tiny, usual, longest = made.tiny(), meetings.usual(), meetings.longest()
    assert usual.meeting
    assert longest.meeting
    return Three(
        say.agreed(tiny, meetings.meeting(tiny, tiny.booked_by), ()),
        say.agreed(usual.review, usual.meeting, ["Priya Nair", "Siân Whitcombe"]),
        say.agreed(longest.review, longest.meeting, longest.heads),
    )


@samples(say.moved)
def moved() -> Three:
    tiny, usual, longest = made.tiny(), meetings.usual(), meetings.longest()
    return Three(
        say.moved(tiny, "Jo", full(meetings.DUE), None),
        say.moved(usual.review, "Priya Nair", full(meetings.DUE), usual.meeting),
        say.moved(longest.review, made.LONG_PERSON.name, full(made.LONG_DAY), longest.meeting),
    )

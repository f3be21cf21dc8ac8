"""Samples of what is said about another date that somebody suggests."""

from bot.cards import suggestions as say
from bot.cards.problems import Problem
from tests.samples import made
from tests.samples.common import all_booked_elsewhere
from tests.samples.registry import Three, samples


@samples(say.ask_suggestion)
def ask_suggestion() -> Three:
    problems = {
        "day": Problem(all_booked_elsewhere(), made.days_of(4)),
        "note": Problem("Please keep it short."),
    }
    return Three(
        say.ask_suggestion(made.tiny()),
        say.ask_suggestion(made.usual(), value="2017-12-12", note="The nativity play is on the 7th."),
        say.ask_suggestion(
            made.longest(), value=made.TYPED, note=made.TYPED, problems=problems, wanted_to_move=True
        ),
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

"""Samples of what is said about changing a review's team."""

from bot.cards import remarks
from bot.cards import team as say
from bot.rules.roles import Answer, TeamPart
from tests.samples import made
from tests.samples.registry import Three, of_a_review, samples
from tests.samples.schedule import every_remark


@samples(say.show)
def show() -> Three:
    usual, longest = made.usual(), made.longest()
    known = remarks.sentences(every_remark())
    return Three(
        say.show(made.tiny()),
        say.show(usual, say.asked(usual, "Leila Haddad"), ["The review team would be 5 people."]),
        say.show(longest, say.asked(longest, made.LONG_PERSON.name), known),
    )


@samples(say.choose)
def choose() -> Three:
    usual, longest = made.usual(), made.longest()
    return Three(
        say.choose(made.tiny(), TeamPart.REVIEWER, ()),
        say.choose(usual, TeamPart.REVIEWER, made.small_picker(), place=usual.team[1]),
        say.choose(
            longest,
            TeamPart.CHAMPION,
            made.pickers(),
            place=made.champion(longest),
            value=str(made.PEOPLE),
            error=f"{made.LONG_PERSON.name} is in this team already. Please choose someone else.",
        ),
    )


@samples(say.no_longer_needed)
def no_longer_needed() -> Three:
    return Three(
        say.no_longer_needed(made.tiny(), TeamPart.REVIEWER),
        say.no_longer_needed(made.usual(), TeamPart.REVIEWER),
        say.no_longer_needed(made.longest(), TeamPart.CHAMPION),
    )


@samples(say.declined)
def declined() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    martin = usual.team[2]
    martin.answer, martin.reason = Answer.DECLINED, "I am at a wedding"
    return Three(
        say.declined(tiny, made.lead(tiny)),
        say.declined(usual, martin),
        say.declined(longest, made.champion(longest)),
    )


of_a_review(say.place_filled)


@samples(say.no_gap)
def no_gap() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    replaced = made.champion(longest)
    replaced.ended_at = made.NOW
    return Three(
        say.no_gap(tiny, made.lead(tiny)),
        say.no_gap(usual, usual.team[2]),
        say.no_gap(longest, replaced),
    )

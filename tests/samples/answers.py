"""Samples of what is asked of the headteacher and the team."""

from bot.cards import answers as say
from tests.samples import made
from tests.samples.moving import moved_to
from tests.samples.registry import Three, of_a_review, samples

of_a_review(say.confirmed)
of_a_review(say.declined)
of_a_review(say.everyone_accepted)


@samples(say.head_confirmed)
def head_confirmed() -> Three:
    return Three(
        say.head_confirmed(made.tiny()),
        say.head_confirmed(made.usual(confirmed_by=made.PRIYA)),
        say.head_confirmed(made.longest()),
    )


@samples(say.please_confirm)
def please_confirm() -> Three:
    longest = made.longest()
    return Three(
        say.please_confirm(made.tiny()),
        say.please_confirm(made.usual()),
        say.please_confirm(longest, why=say.asked_again(longest, moved_to(longest, made.REASON))),
    )


@samples(say.please_accept)
def please_accept() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    why = say.asked_again(longest, moved_to(longest, made.REASON))
    heads = [one.name for one in made.LONG_TEAM[:2]]
    return Three(
        say.please_accept(tiny, made.lead(tiny), ()),
        say.please_accept(usual, made.champion(usual), ["Priya Nair"]),
        say.please_accept(longest, made.lead(longest), heads, why=why),
    )


@samples(say.accepted)
def accepted() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    return Three(
        say.accepted(tiny, made.lead(tiny)),
        say.accepted(usual, made.lead(usual)),
        say.accepted(longest, made.champion(longest)),
    )


@samples(say.why_not)
def why_not() -> Three:
    return Three(
        say.why_not(made.tiny()),
        say.why_not(made.usual(), value="I am at a wedding"),
        say.why_not(made.longest(), value=made.TYPED, error="Please keep this to 300 characters."),
    )

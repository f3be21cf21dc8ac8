"""Samples of the dates for which somebody may answer."""

from bot.cards import open_answers as say
from bot.cards.home import Mine, to_do
from tests.samples import made, meetings
from tests.samples.registry import Three, samples


@samples(say.show)
def show() -> Three:
    usual, longest = made.usual(), made.longest()
    asked = Mine(to_confirm=[usual], to_answer=[(usual, made.champion(usual))])
    many = Mine(
        to_confirm=[longest] * 10,
        to_answer=[(longest, made.champion(longest))] * 10,
        to_confirm_meeting=[(longest, meetings.meeting(longest, made.LONG_PERSON))] * 10,
    )
    answered = (
        say.confirmed(longest),
        say.accepted(longest, made.lead(longest)),
        say.declined(longest, made.champion(longest)),
    )
    return Three(
        say.show((), ()),
        say.show(to_do(asked), (say.accepted(usual, made.lead(usual)),)),
        say.show(to_do(many), answered * 10, 3),
    )

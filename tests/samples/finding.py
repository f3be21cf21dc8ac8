"""Samples of the question which review is meant."""

from bot.cards import finding as say
from tests.samples import made
from tests.samples.registry import Three, samples


@samples(say.which_review)
def which_review() -> Three:
    opens, again = "meeting.show", "meeting.find"
    many = [made.longest() for _ in range(made.REVIEWS)]
    return Three(
        say.which_review([made.tiny()], opens, again),
        say.which_review([made.usual(), made.usual(postponed_at=made.NOW)], opens, again, said="Ok"),
        say.which_review(many, opens, again, 2, made.TYPED),
    )

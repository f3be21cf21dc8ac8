"""Samples of what is said when a review is cancelled, put off or brought back."""

from bot.cards import calling_off as say
from storage.models import Change, Review
from tests.samples import made
from tests.samples.registry import Three, of_a_review, samples

of_a_review(say.is_off)
of_a_review(say.brought_back)


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


def called_off_by(review: Review, reason: str) -> Change:
    return made.change(review, "cancelled", review.booked_by, was={}, now={"reason": reason})


@samples(say.off)
def off() -> Three:
    tiny, usual = made.tiny(postponed_at=made.NOW), made.usual(cancelled_at=made.NOW)
    longest = made.longest(cancelled_at=made.NOW)
    return Three(
        say.off(tiny, called_off_by(tiny, "Snow")),
        say.off(usual, called_off_by(usual, "The headteacher is ill")),
        say.off(longest, called_off_by(longest, made.REASON)),
    )


@samples(say.goes_ahead)
def goes_ahead() -> Three:
    return Three(
        say.goes_ahead(made.tiny(), "Jo"),
        say.goes_ahead(made.usual(), "Kate Moore"),
        say.goes_ahead(made.longest(), made.LONG_PERSON.name),
    )

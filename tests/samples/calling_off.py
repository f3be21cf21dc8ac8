"""Samples of what is said when a review is cancelled, put off or brought back."""

from bot.cards import calling_off as say
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

"""Samples of the impact of a review: nothing yet, recorded, as much as there can be."""

from bot.cards import impact as say
from bot.cards import impact_forms as forms
from bot.cards import impact_news as told
from bot.cards.impact import View
from bot.cards.problems import Problem
from bot.rules.impact import LONGEST
from storage.models import Impact, Person, Review
from tests.samples import made, plans
from tests.samples.registry import Three, samples

USUAL = (
    "Reading in Year 3 is a pleasure again: 24 of 30 children read at home each day, 9 did in December. "
    "Two more teachers use paired reading. Writing has not caught up yet, and is next."
)
LONG = made.filled(made.HOSTILE + "Every child reads to an adult each week. ", LONGEST)


def impact(review: Review, by: Person, words: str, **state: object) -> Impact:
    found = Impact(id=review.id, review=review, words=words, recorded_at=made.NOW, by=by, version=review.id)
    found.at = made.NOW
    for name, value in state.items():
        setattr(found, name, value)
    return found


@samples(say.show)
def show() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest(cancelled_at=made.NOW)
    many = [plans.sent(one) for one in plans.longest(longest)]
    kept = impact(usual, made.PRIYA, USUAL)
    most = impact(longest, made.LONG_PERSON, LONG)
    some = [plans.sent(one) for one in plans.usual(usual)]
    return Three(
        say.show(View(tiny, made.DAY, made.TODAY)),
        say.show(View(usual, made.DAY, plans.AFTER, kept, some, writes=True, again=True)),
        say.show(
            View(longest, made.LONG_DAY, plans.AFTER, most, many, writes=True, again=True),
            said=made.REASON,
            warning=made.REASON,
        ),
    )


@samples(say.status)
def status() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest(cancelled_at=made.NOW)
    return Three(
        say.status(tiny, made.DAY, None),
        say.status(usual, made.DAY, impact(usual, made.PRIYA, USUAL), waits=True),
        say.status(longest, made.LONG_DAY, impact(longest, made.LONG_PERSON, LONG), waits=True),
    )


@samples(forms.ask)
def ask() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    some = [plans.sent(one) for one in plans.usual(usual)]
    many = [plans.sent(one) for one in plans.longest(longest)]
    said = forms.changed_meanwhile(made.LONG_PERSON.name, LONG)
    return Three(
        forms.ask(tiny, (), made.TODAY, words="", version=0),
        forms.ask(usual, some, plans.AFTER, words=USUAL, version=0, brought=True),
        forms.ask(
            longest,
            many,
            plans.AFTER,
            words=made.TYPED,
            version=made.BIG,
            stands=True,
            problems={"impact": Problem("Please keep this to 2,000 characters.")},
            said=said,
        ),
    )


@samples(told.recorded)
def recorded() -> Three:
    return Three(
        told.recorded(made.tiny(), "Al", reads=False),
        told.recorded(made.usual(), "Priya Nair", reads=True),
        told.recorded(made.longest(), made.LONG_PERSON.name, reads=True),
    )


@samples(told.taken_back)
def taken_back() -> Three:
    return Three(
        told.taken_back(made.tiny(), "Al"),
        told.taken_back(made.usual(), "Priya Nair"),
        told.taken_back(made.longest(), made.LONG_PERSON.name),
    )

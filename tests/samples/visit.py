"""Samples of the development visit."""

from datetime import date, time

from bot.cards import visit as say
from bot.cards import visit_forms as forms
from bot.cards import visit_news as told
from bot.cards.problems import Problem
from bot.cards.visit import View, when
from storage.models import DevelopmentVisit, Person, Review
from tests.samples import made
from tests.samples.registry import Three, samples

DAY, AT = date(2018, 2, 6), time(14, 0)


def visit(review: Review, by: Person, **state: object) -> DevelopmentVisit:
    found = DevelopmentVisit(id=review.id, review=review, day=DAY, at=AT, words="", version=review.id)
    found.arranged_by, found.arranged_at = by, made.NOW
    for name, value in state.items():
        setattr(found, name, value)
    return found


def held(review: Review, by: Person, words: str) -> DevelopmentVisit:
    return visit(review, by, held_on=DAY, held_at=made.NOW, held_by=by, words=words)


def long_one() -> DevelopmentVisit:
    return held(made.longest(), made.LONG_PERSON, made.NOTE)


@samples(say.show)
def show() -> Three:
    usual, chidi = made.usual(), made.USUAL_CHAMPIONS[0]
    people = [one.name for one in made.LONG_CHAMPIONS]
    stands = View(usual, visit(usual, chidi), ["Chidi Eze"], stands=True, writes=True)
    most = View(made.longest(cancelled_at=made.NOW), long_one(), people, stands=True, writes=True)
    return Three(
        say.show(View(made.tiny(), None)),
        say.show(stands, said="Chosen. The headteacher is told."),
        say.show(most, said=made.REASON, warning=made.REASON),
    )


@samples(forms.ask_day)
def ask_day() -> Three:
    problems = {
        "day": Problem("Which day do you mean?", made.days_of(3)),
        "time": Problem("Please give a time, for example 14:30 or 2.30pm."),
    }
    said = forms.changed_meanwhile(made.LONG_PERSON.name, long_one())
    typed = made.filled(made.HOSTILE, 200)
    return Three(
        forms.ask_day(made.tiny(), day="", at="", version=0),
        forms.ask_day(made.usual(), day="2018-02-06", at="14:00", version=7),
        forms.ask_day(made.longest(), day=typed, at=typed, version=made.BIG, problems=problems, said=said),
    )


@samples(forms.ask_record)
def ask_record() -> Three:
    problems = {
        "day": Problem("Which day do you mean?", made.days_of(3)),
        "words": Problem("Please keep this to 2,000."),
    }
    said = forms.changed_meanwhile(made.LONG_PERSON.name, long_one())
    typed = made.filled(made.HOSTILE, 200)
    return Three(
        forms.ask_record(made.tiny(), day="", words="", version=0),
        forms.ask_record(made.usual(), day="2018-02-06", words="Books are read daily", version=7),
        forms.ask_record(
            made.longest(), day=typed, words=made.TYPED, version=made.BIG, problems=problems, said=said
        ),
    )


@samples(told.chosen)
def chosen() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    long = made.LONG_PERSON
    return Three(
        told.chosen(tiny, "Al", visit(tiny, made.KATE, at=None)),
        told.chosen(usual, "Chidi Eze", visit(usual, made.KATE), when(DAY, None)),
        told.chosen(longest, long.name, visit(longest, long, day=made.LONG_DAY), when(made.LONG_DAY, AT)),
    )


@samples(told.called_off)
def called_off() -> Three:
    return Three(
        told.called_off(made.tiny(), "Al", when(DAY, None)),
        told.called_off(made.usual(), "Chidi Eze", when(DAY, AT)),
        told.called_off(made.longest(), made.LONG_PERSON.name, when(made.LONG_DAY, AT)),
    )


@samples(told.held)
def was_held() -> Three:
    return Three(
        told.held(made.tiny(), "Al", DAY),
        told.held(made.usual(), "Chidi Eze", DAY),
        told.held(made.longest(), made.LONG_PERSON.name, made.LONG_DAY),
    )


@samples(told.not_held)
def not_held() -> Three:
    return Three(
        told.not_held(made.tiny(), "Al"),
        told.not_held(made.usual(), "Chidi Eze"),
        told.not_held(made.longest(), made.LONG_PERSON.name),
    )

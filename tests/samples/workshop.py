"""Samples of what is said about the post-review workshop."""

from bot.cards import workshop as say
from bot.cards import workshop_forms as forms
from bot.cards import workshop_news as news
from bot.cards.problems import Problem
from bot.cards.workshop_forms import Typed
from bot.rules.workshop import State
from tests.samples import made, workshops
from tests.samples.registry import Three, samples

SAID = "It is on Tuesday 19 December 2017. The headteacher and the others are told."


@samples(say.show)
def show() -> Three:
    return Three(
        say.show(workshops.tiny()),
        say.show(workshops.usual(), said=SAID),
        say.show(workshops.longest(), said=SAID, warning=made.REASON),
    )


@samples(say.in_part)
def in_part() -> Three:
    return Three(
        say.in_part(workshops.chosen()),
        say.in_part(workshops.usual(State.OPEN)),
        say.in_part(workshops.longest(State.LAPSED)),
    )


@samples(forms.ask_day)
def ask_day() -> Three:
    problems = {"day": Problem("Which day do you mean?", made.days_of(3)), "time": Problem("Please see.")}
    said = forms.chosen_meanwhile(made.LONG_PERSON.name, "Wednesday 13 December 2017, 14:30")
    return Three(
        forms.ask_day(workshops.tiny(), Typed()),
        forms.ask_day(workshops.usual(), Typed("2017-12-19", "15:45")),
        forms.ask_day(workshops.longest(), Typed(made.TYPED, made.TYPED), problems=problems, said=said),
    )


@samples(forms.ask_staff)
def ask_staff() -> Three:
    said = forms.staff_meanwhile(made.LONG_PERSON.name, workshops.LONG_STAFF)
    problems = {"staff": Problem("Please keep this to 2,000 characters.")}
    return Three(
        forms.ask_staff(made.tiny(), value="", since=0),
        forms.ask_staff(made.usual(), value="Tom Garrod\nEllie Fenwick", since=7),
        forms.ask_staff(made.longest(), value=made.TYPED, since=made.BIG, problems=problems, said=said),
    )


@samples(forms.ask_held)
def ask_held() -> Three:
    problems = {"day": Problem("Which day do you mean?", made.days_of(3))}
    return Three(
        forms.ask_held(made.tiny(), value=""),
        forms.ask_held(made.usual(), value="2017-12-19"),
        forms.ask_held(made.longest(), value=made.TYPED, problems=problems),
    )


@samples(news.chosen)
def chosen() -> Three:
    tiny, usual, longest = made.tiny(), workshops.usual(), workshops.longest()
    assert usual.workshop
    assert longest.workshop
    first = workshops.workshop(tiny, tiny.booked_by)
    was = "Wednesday 13 December 2017"
    return Three(
        news.chosen(tiny, first, "Jo", plays=False),
        news.chosen(usual.review, usual.workshop, "Chidi Eze", plays=True),
        news.chosen(longest.review, longest.workshop, made.LONG_PERSON.name, was=was, plays=True),
    )


@samples(news.held)
def held() -> Three:
    return Three(
        news.held(made.tiny(), "Jo", made.DAY, made.OTHER_DAY, writes=False),
        news.held(made.usual(), "Chidi Eze", made.DAY, made.OTHER_DAY, writes=True),
        news.held(made.longest(), made.LONG_PERSON.name, made.LONG_DAY, made.LONG_DAY, writes=True),
    )


@samples(news.staff)
def staff() -> Three:
    return Three(
        news.staff(made.tiny(), "Jo"),
        news.staff(made.usual(), "Priya Nair"),
        news.staff(made.longest(), made.LONG_PERSON.name),
    )

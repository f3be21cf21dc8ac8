"""Samples of what is said about the progress of actions."""

from bot.cards import actions as say
from bot.cards.actions import Progress
from bot.cards.problems import Problem
from tests.samples import made, plans
from tests.samples.registry import Three, samples

LONG_WAS = (made.LONG_DAY, made.LONG_DAY, made.filled(made.HOSTILE, 100), made.LONG_DAY)


@samples(say.show)
def show() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    mine = [plans.sent(plans.short(tiny))]
    some = [plans.sent(one) for one in plans.usual(usual)]
    many = [plans.sent(one, *LONG_WAS) for one in plans.longest(longest)]
    every = frozenset(one.item.id for one in many)
    return Three(
        say.show(Progress(tiny, plans.paper(tiny), mine, frozenset(), made.TODAY, whole=False)),
        say.show(Progress(usual, plans.paper(usual), some, frozenset({1, 3}), plans.AFTER)),
        say.show(
            Progress(longest, plans.paper(longest, made.BIG), many, every, plans.AFTER),
            2,
            said="Moved. The old date is kept.",
            warning=made.REASON,
        ),
    )


@samples(say.ask_move)
def ask_move() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    problems = {"day": Problem("Which day do you mean?", made.days_of(3))}
    said = say.moved_meanwhile(made.LONG_PERSON.name, "Wednesday 13 December 2017")
    long = plans.sent(plans.long(1, longest))
    return Three(
        say.ask_move(tiny, plans.sent(plans.short(tiny)), value="", was=""),
        say.ask_move(usual, plans.sent(plans.usual(usual)[0]), value="", was="2018-03-30"),
        say.ask_move(longest, long, value=made.TYPED, was="2018-03-30", problems=problems, said=said),
    )


@samples(say.ask_help)
def ask_help() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    problems = {"help": Problem("Please keep this to 250 characters.")}
    said = say.asked_meanwhile(made.LONG_PERSON.name, plans.LONG_HELP)
    long = plans.sent(plans.long(1, longest))
    return Three(
        say.ask_help(tiny, plans.sent(plans.short(tiny)), value="", since=0),
        say.ask_help(usual, plans.sent(plans.usual(usual)[0]), value="A day at Holly Lane", since=4),
        say.ask_help(longest, long, value=made.TYPED, since=made.BIG, problems=problems, said=said),
    )


@samples(say.help_wanted)
def help_wanted() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    return Three(
        say.help_wanted(tiny, "Jo", plans.sent(plans.short(tiny)), reads=False),
        say.help_wanted(usual, "Tom Garrod", plans.sent(plans.usual(usual)[0]), reads=False),
        say.help_wanted(longest, made.LONG_PERSON.name, plans.sent(plans.long(1, longest)), reads=True),
    )


@samples(say.help_is_over)
def help_is_over() -> Three:
    return Three(*(say.help_is_over(one) for one in (made.tiny(), made.usual(), made.longest())))


@samples(say.date_moved)
def date_moved() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    return Three(
        say.date_moved(tiny, "Jo", plans.sent(plans.short(tiny), "asap")),
        say.date_moved(usual, "Tom Garrod", plans.sent(plans.usual(usual)[0], plans.LATER)),
        say.date_moved(longest, made.LONG_PERSON.name, plans.sent(plans.long(1, longest), *LONG_WAS)),
    )

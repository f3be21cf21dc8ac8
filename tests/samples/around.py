"""Samples of what is said of the groups' Leads, of holidays, and of taking back."""

from datetime import date

from bot.cards import around as say
from bot.cards.around import Holiday, Holidays, Led
from bot.cards.model import Button, go
from bot.rules.calendar import Span
from tests.samples import made
from tests.samples.registry import Three, samples

NAMES = tuple(one.name for one in made.LONG_TEAM[:3])


@samples(say.leads)
def leads() -> Three:
    usual = Led("Collaborative Group 2", ["Kate Moore"], ["Siân Whitcombe"])
    longest = Led(made.longest().group.name, NAMES, NAMES)
    smallest = Led("Group 2", ["Kate Moore"], ())
    return Three(say.leads([smallest]), say.leads([usual]), say.leads([longest] * 5))


@samples(say.no_group)
def no_group() -> Three:
    return Three(say.no_group(), say.no_group(), say.no_group())


@samples(say.holidays)
def holidays() -> Three:
    half_term = Span(date(2018, 2, 12), date(2018, 2, 16), "spring half term")
    summer = Span(date(2018, 7, 25), date(2018, 8, 31), "summer holiday")
    usual = Holiday(half_term, date(2018, 2, 9), date(2018, 2, 19))
    open_ended = Holiday(summer, date(2018, 7, 24), None)
    long_name = Span(made.LONG_DAY, made.LONG_DAY, made.filled("between & ", 300))
    longest = Holiday(long_name, made.LONG_DAY, made.LONG_DAY)
    schools = [made.school(made.BIG - number).name for number in range(3)]
    return Three(
        say.holidays([Holidays(["Oak"], None, ())], made.TODAY),
        say.holidays([Holidays(["Oak Primary School"], usual, (usual, open_ended))], made.TODAY),
        say.holidays([Holidays(schools, longest, [longest, open_ended, usual] * 3)] * 2, made.LONG_DAY),
    )


@samples(say.undo)
def undo() -> Three:
    see = Button("See the review", go("review.show", review=made.BIG))
    room = Button("Development visit", go("visit.show", review=made.BIG), "primary")
    history = Button("History", go("review.history", review=made.BIG))
    return Three(
        say.undo(),
        say.undo("confirmed the date (Oak Primary School)", (see,)),
        say.undo(f"took an action out of the plan ({made.school(made.BIG).name})", (room, see, history)),
    )

"""Samples of reminders: one thing, several, the most and longest."""

from datetime import date

from bot.cards import impact, reminder_lines
from bot.cards import reminders as say
from bot.cards.model import Card, Row
from bot.cards.reminders import Shown
from bot.handlers.reminder_card import WAYS
from bot.rules.milestones import Kind
from bot.rules.roles import TeamPart
from storage import milestones, teams
from storage.models import Review
from tests.samples import made
from tests.samples.registry import Three, samples

DAY = date(2017, 11, 23)


def lines(review: Review) -> list[Row]:
    place = next(one for one in teams.present(review) if one.part is TeamPart.LEAD_REVIEWER)
    row = milestones.of(review, Kind.MEETING)
    return [
        reminder_lines.pack(review, DAY, DAY, 2, 6, because=made.TERMS[0].name),
        reminder_lines.meeting(review, row, None, DAY),
        reminder_lines.no_timetable(review),
        reminder_lines.has_not_answered(review, place, DAY),
        reminder_lines.late(review, Kind.SUMMARY, DAY, made.LATE_DAY),
        reminder_lines.out_of_reach(review, place.person.name, made.REASON),
        impact.to_do(review, DAY),
    ]


@samples(say.card)
def card() -> Three:
    usual, long = lines(made.usual()), lines(made.longest()) * 6
    ended = [Shown(1, usual[0]), Shown(2, usual[1], ended=say.NOT_MINE), Shown(3, usual[3], mine=False)]
    return Three(
        say.card(DAY, [Shown(1, lines(made.tiny())[0])], WAYS),
        say.card(DAY, ended, WAYS, "You said that it isn’t yours to do."),
        say.card(
            DAY, [Shown(made.BIG - n, row) for n, row in enumerate(long[:40])], WAYS, until=made.LATE_DAY
        ),
    )


@samples(say.nothing)
def nothing() -> Three:
    return Three(say.nothing(), say.nothing(), say.nothing())


@samples(say.said)
def said() -> Three:
    def one(review: Review, who: str, matter: str) -> Card:
        return say.said(review, who, matter, done=True)

    return Three(
        one(made.tiny(), "Jo", "pack"),
        say.said(made.usual(), made.PRIYA.name, "part", done=False, others=0),
        one(made.longest(), made.LONG_PERSON.name, "invitation"),
    )

"""Samples of the list of what is mine to do, and of the help."""

from datetime import date

from bot.cards import afterwards, audit, feedback, helping, impact, summary
from bot.cards import home as say
from bot.cards.channels import LINK_YOURS
from bot.cards.home import Mine
from bot.cards.model import Row
from bot.language.say import listed
from bot.rules.roles import Role
from storage.models import Review, SentPaper
from tests.samples import made, meetings, papers, plans, workshops
from tests.samples.day import ROWS, kept
from tests.samples.registry import Three, samples

EACH = 10
LINK_LONG = LINK_YOURS.format("@Peer Review link")


def everything() -> Mine:
    """Much to do in every one of somebody's roles."""
    waiting = [made.longest() for _ in range(EACH)]
    return Mine(
        to_confirm=waiting,
        to_answer=[(one, made.champion(one)) for one in waiting],
        to_decide=[made.suggestion(one, made.LONG_PERSON, made.NOTE, number=made.BIG) for one in waiting],
        to_send=waiting,
        to_fill=[(one, made.lead(one)) for one in waiting],
        to_meet=[(one, made.LONG_DAY) for one in waiting],
        to_confirm_meeting=[(one, meetings.meeting(one, made.LONG_PERSON)) for one in waiting],
        to_plan=[(one, kept(one, draft=ROWS)) for one in waiting],
        afterwards=after_the_review(),
    )


def after_the_review() -> list[Row]:
    longest, sent = made.longest(), papers.longest().sent
    actions = [afterwards.deliver(longest, plans.sent(one), plans.AFTER) for one in plans.longest(longest)]
    return [
        *rows(longest, sent, made.LONG_DAY) * EACH,
        afterwards.record_workshop(longest, made.LONG_DAY),
        afterwards.write_plan(longest, made.LONG_DAY),
        *actions,
    ]


def rows(review: Review, sent: SentPaper, due: date) -> list[Row]:
    return [
        feedback.to_do(review),
        summary.to_do(review, due, made.TODAY),
        afterwards.sign(sent),
        afterwards.release(sent),
        afterwards.choose_workshop(review, workshops.WINDOW, made.DAY),
        audit.to_return(review, due),
        impact.to_do(review, due),
        audit.to_fill_in(review),
    ]


@samples(say.show)
def show() -> Three:
    usual = made.usual()
    mine = Mine(
        to_confirm=[usual],
        to_answer=[(usual, made.champion(usual))],
        to_send=[usual],
        to_plan=[(usual, None)],
        afterwards=rows(usual, papers.usual().sent, made.OTHER_DAY),
    )
    groups = listed([made.school(n).name for n in range(10)])
    many = [made.longest(cancelled_at=made.NOW) for _ in range(made.REVIEWS)]
    return Three(
        say.show("Jo", Mine(), "", (), made.TODAY, 0, False),
        say.show("Kate Moore", mine, "Collaborative Group 2", [usual], made.TODAY, 0, True),
        say.show(made.LONG_PERSON.name, everything(), groups, many, made.LONG_DAY, 4, True, LINK_LONG),
    )


@samples(helping.help_card)
def help_card() -> Three:
    return Three(
        helping.help_card((), in_teams=True),
        helping.help_card({Role.HEAD}),
        helping.help_card(set(Role), True),
    )


@samples(helping.every_command)
def every_command() -> Three:
    return Three(helping.every_command(in_teams=True), helping.every_command(), helping.every_command())


@samples(say.left)
def left() -> Three:
    return Three(say.left(), say.left(), say.left())

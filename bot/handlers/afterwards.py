"""What waits for one person once a review was held: its workshop, its papers, the actions of its plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import afterwards as say
from bot.cards import audit, feedback, impact, summary
from bot.cards.model import Row
from bot.handlers.access import parts, rules_for
from bot.handlers.paper_signers import own_places
from bot.router import Turn
from bot.rules.actions import NEAR
from bot.rules.milestones import Kind
from bot.rules.roles import Role
from storage import actions, audits, consortium, finding, papers_waiting, standing, workshops
from storage.models import Milestone, Review, SentPaper
from storage.reviews import A_YEAR

SUMMED_UP = (Kind.FEEDBACK, Kind.SUMMARY)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A review in which this person is a champion, with two of its milestones."""

    review: Review
    workshop: Milestone
    plan: Milestone


def to_do(turn: Turn) -> tuple[Row, ...]:
    held = (Waiting(*found) for found in workshops.waiting(turn.session, turn.asker.id, turn.today))
    return (
        *lead_reviewer(turn),
        *(say.sign(sent) for sent in papers_to_sign(turn)),
        *office(turn),
        *(row for one in held for row in champions(turn, one)),
        *headteacher(turn),
        *proformas(turn),
        *to_deliver(turn),
    )


def lead_reviewer(turn: Turn) -> Iterator[Row]:
    """The feedback until it is recorded, the summary until it is sent."""
    for review, row in finding.owed_after(turn.session, turn.asker.id, SUMMED_UP, turn.today):
        if row.kind is Kind.FEEDBACK:
            yield feedback.to_do(review)
        else:
            yield summary.to_do(review, row.due, turn.today)


def office(turn: Turn) -> Iterator[Row]:
    """What the Management Group waits for."""
    if standing.led_groups(turn.asker, turn.today) is None:
        waiting = papers_waiting.to_release(turn.session, turn.today - A_YEAR)
        yield from (say.release(sent) for sent in waiting)


def headteacher(turn: Turn) -> Iterator[Row]:
    """The proforma until it is returned, and the impact once it is asked for."""
    schools = standing.headed_schools(turn.asker, turn.today)
    found = finding.owed_since_the_plan(turn.session, schools, turn.today) if schools else ()
    for review, row in found:
        if row.kind is Kind.AUDIT:
            yield audit.to_return(review, row.due)
        else:
            yield impact.to_do(review, row.due)


def proformas(turn: Turn) -> Iterator[Row]:
    """Those in which a part is this person's to fill in."""
    yield from (
        audit.to_fill_in(review) for review in audits.to_fill_in(turn.session, turn.asker.id, turn.today)
    )


def papers_to_sign(turn: Turn) -> Sequence[SentPaper]:
    """Those on which a place waits for this person."""
    held = consortium.roles_on(turn.asker, turn.today)
    schools = [one.school_id for one in held if one.role in {Role.HEAD, Role.GOVERNOR} and one.school_id]
    found = papers_waiting.perhaps_to_sign(turn.session, turn.asker.id, schools, turn.today - A_YEAR)
    return [one for one in found if own_places(parts(turn, one.review), one, turn.asker.id)]


def champions(turn: Turn, one: Waiting) -> tuple[Row, ...]:
    """The workshop until it was held, then the plan until it is sent; the plan need not wait for a record."""
    review, agreed, held = one.review, one.workshop.agreed, one.workshop.done_at is not None
    rules = rules_for(turn, review)
    if not held and agreed is None:
        return (say.choose_workshop(review, workshops.window(turn.session, review, rules), turn.today),)
    record = not held and agreed is not None and agreed <= turn.today
    write = held or (agreed is not None and agreed < turn.today)
    return (
        *((say.record_workshop(review, agreed),) if record and agreed else ()),
        *((say.write_plan(review, one.plan.due),) if write else ()),
    )


def to_deliver(turn: Turn) -> tuple[Row, ...]:
    """The actions due within the week, and those overdue."""
    headed = standing.headed_schools(turn.asker, turn.today)
    near = actions.near(turn.session, turn.asker.id, headed, turn.today + NEAR, since(turn.today))
    return tuple(say.deliver(review, one, turn.today) for review, one in near)


def since(today: date) -> date:
    """What is left of older plans is asked after when the next review looks at them."""
    return today - 2 * A_YEAR

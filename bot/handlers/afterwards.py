"""What waits for one person once a review was held: its workshop, its action plan, the actions of it."""

from dataclasses import dataclass
from datetime import date

from bot.cards import afterwards as say
from bot.cards.model import Row
from bot.router import Turn
from bot.rules.actions import NEAR
from storage import actions, standing, workshops
from storage.meetings import Rules
from storage.models import Milestone, Review
from storage.reviews import A_YEAR


@dataclass(frozen=True, slots=True)
class Waiting:
    """A review in which this person is a champion, with two of its milestones."""

    review: Review
    workshop: Milestone
    plan: Milestone


def to_do(turn: Turn) -> tuple[Row, ...]:
    held = (Waiting(*found) for found in workshops.waiting(turn.session, turn.asker.id, turn.today))
    return (*(row for one in held for row in champions(turn, one)), *to_deliver(turn))


def champions(turn: Turn, one: Waiting) -> tuple[Row, ...]:
    """The workshop until it was held, then the plan until it is sent; the plan need not wait for a record."""
    review, agreed, held = one.review, one.workshop.agreed, one.workshop.done_at is not None
    rules = Rules(turn.directory.calendar(review.school_id), turn.policy)
    if not held and agreed is None:
        return (say.choose_workshop(review, workshops.window(turn.session, review, rules)),)
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

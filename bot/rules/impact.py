"""What a review has led to, months after it: who records it, and whose it is to read."""

from collections.abc import Collection

from bot.rules.audit import LONGEST_WORDS
from bot.rules.papers import may_read_sent
from bot.rules.permissions import Paper, Part, Right, rights

# It goes into a line of the audit proforma, which takes no more.
LONGEST = LONGEST_WORDS


def may_record(parts: Collection[Part]) -> bool:
    """Five-stage schedule: impact is "reviewed by school"; whoever tells how far its plan has come."""
    return Right.PROGRESS in rights(parts, Paper.PLAN)


def may_read(parts: Collection[Part], *, released: bool) -> bool:
    """Like the plan, of which it tells what came; `released`: the plan was, to the Management Group."""
    return may_read_sent(parts, Paper.PLAN, released=released)


def may_know(parts: Collection[Part]) -> bool:
    """That it was recorded, and by whom; not what it says."""
    return may_read(parts, released=True) or Right.STATUS in rights(parts, Paper.PLAN)

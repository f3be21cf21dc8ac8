"""Made-up action plans: none yet, a usual one, the longest that the forms allow."""

from datetime import date

from bot.rules.actions import LONGEST, LONGEST_HELP, LONGEST_NAME, LONGEST_TIMING
from bot.rules.permissions import Paper
from storage import plans
from storage.actions import Sent
from storage.models import Person, PlanItem, Review, SentPaper
from tests.samples import made

MANY = 40
DUE, LATER = date(2018, 3, 30), date(2018, 4, 20)
AFTER = date(2018, 4, 2)
LONG_ACTION = made.filled(made.HOSTILE + "Pair reading for all in Year 3. ", LONGEST)
LONG_HELP = made.filled(made.HOSTILE + "A day at Holly Lane. ", LONGEST_HELP)


def item(number: int, of: Review, by: Person, action: str, **state: object) -> PlanItem:
    found = PlanItem(id=number, review=of, review_id=of.id, position=number, action=action, version=1)
    found.timing, found.owner, found.support, found.comments, found.help_words = "", "", "", "", ""
    found.by, found.by_id, found.at = by, by.id, made.NOW
    for name, value in state.items():
        setattr(found, name, value)
    return found


def short(of: Review) -> PlanItem:
    return item(1, of, of.booked_by, "Train all staff")


def usual(of: Review) -> list[PlanItem]:
    tom = made.person(8, "Tom Garrod")
    named = {"owner": "Tom", "owned_by": tom, "owner_id": tom.id}
    first = item(1, of, made.USUAL_CHAMPIONS[0], "Pair reading in Year 3", due=DUE, support="a", **named)
    second = item(2, of, made.USUAL_CHAMPIONS[0], "Visit Holly Lane", timing="ongoing", support="bc")
    third = item(3, of, made.USUAL_CHAMPIONS[1], "Train all staff", done_at=made.NOW)
    return [first, second, third]


def long(number: int, of: Review) -> PlanItem:
    """One that wants help; another whose timing is in words."""
    words = {
        "owner": made.filled(made.HOSTILE, LONGEST_NAME),
        "owned_by": made.LONG_PERSON,
        "support": "abc",
        "comments": LONG_ACTION,
        "help_at": made.NOW,
        "help_words": LONG_HELP,
        "timing": made.filled(made.HOSTILE, LONGEST_TIMING),
    }
    return item(made.BIG - number, of, made.LONG_PERSON, LONG_ACTION, **words)


def longest(of: Review) -> list[PlanItem]:
    return [long(number, of) for number in range(MANY)]


def sent(found: PlanItem, *was: date | str) -> Sent:
    return Sent(found, plans.entry_of(found), was)


def paper(of: Review, number: int = 1) -> SentPaper:
    return SentPaper(id=of.id, review=of, review_id=of.id, paper=Paper.PLAN, number=number, at=made.NOW)

"""Made-up workshops: none yet, a usual one, the longest that the forms allow."""

from datetime import date

from bot.cards.workshop import May, View
from bot.handlers.proposals import LONGEST_NOTE
from bot.rules.policy import Policy
from bot.rules.timetable import workshop_remark
from bot.rules.workshop import MOST_OFFERED, State
from storage.models import Person, Release, Review, Workshop
from tests.samples import made

DAY, WINDOW = date(2017, 12, 19), (date(2017, 12, 14), date(2017, 12, 21))
AFTER = date(2017, 12, 15)
LONG_STAFF = made.filled(f"{made.HOSTILE}\n", LONGEST_NOTE)
CHAMPION = May(choose=True, release=True, record=True)
EVERYTHING = May(choose=True, release=True, unrelease=True, staff=True, record=True)


def workshop(of: Review, by: Person, **state: object) -> Workshop:
    found = Workshop(id=of.id, review=of, review_id=of.id, day=DAY, version=of.id, staff="", releases=[])
    found.arranged_by, found.arranged_at = by, made.NOW
    for name, value in state.items():
        setattr(found, name, value)
    return found


def tiny() -> View:
    return View(made.tiny(), None, State.OPEN, WINDOW, made.TODAY)


def chosen() -> View:
    """A day, and nothing more."""
    review = made.tiny()
    return View(review, workshop(review, review.booked_by), State.AGREED, WINDOW, made.TODAY)


def usual(state: State = State.AGREED) -> View:
    review, chidi = made.usual(), made.USUAL_CHAMPIONS[0]
    booked = [Release(person=chidi, person_id=chidi.id, at=made.NOW)]
    found = workshop(review, chidi, staff="Tom Garrod\nEllie Fenwick", releases=booked)
    return View(
        review, found, state, WINDOW, AFTER, (date(2017, 12, 20),), plan_due=date(2018, 1, 3), may=CHAMPION
    )


def longest(state: State = State.OPEN) -> View:
    review, by = made.longest(postponed_at=made.NOW), made.LONG_PERSON
    booked = [Release(person=one, person_id=one.id, at=made.NOW) for one in made.LONG_CHAMPIONS]
    held = {"held_on": DAY, "held_at": made.NOW, "held_by": by} if state is State.HELD else {}
    found = workshop(review, by, staff=LONG_STAFF, releases=booked, **held)
    remark = workshop_remark(date(2018, 3, 30), review.day, Policy())
    return View(
        review,
        found,
        state,
        (made.LONG_DAY, made.LATE_DAY),
        AFTER,
        made.days_of(MOST_OFFERED),
        remark,
        True,
        made.BIG,
        made.LONG_DAY,
        EVERYTHING,
    )

"""The moments of the year at which something can be due, and those at which processes are killed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from tests.year.besides import details_at
from tests.year.days import CLOCKS_CHANGE, DETAILS, ROUNDS, is_open, passes
from tests.year.expected import reminders
from tests.year.facts import DOWN, VISITS, happenings
from tests.year.points import Point

# A process dies at a point of its own work, on these mornings; on the first school day of a week, for then
# there are digests to write and to send.
DIES: Mapping[datetime, Point] = {
    datetime(2017, 9, 11, 8): Point.TICK,
    # The first school day after half term and after the clocks have gone back.
    datetime(2017, 10, 30, 8): Point.COMMIT,
    datetime(2017, 11, 20, 8): Point.ARRIVAL,
    # The first after Christmas.
    datetime(2018, 1, 4, 8): Point.TICK,
    datetime(2018, 1, 29, 8): Point.RECORD,
    # The first since the week in which all were down.
    DOWN[1]: Point.COMMIT,
    # The first after the clocks have gone forward.
    datetime(2018, 3, 26, 8): Point.TICK,
    datetime(2018, 4, 16, 8): Point.DELIVERY,
    # After a bank holiday.
    datetime(2018, 5, 8, 8): Point.COMMIT,
    datetime(2018, 6, 4, 8): Point.RECORD,
    datetime(2018, 7, 2, 8): Point.ARRIVAL,
}
# One is killed while it sends, and one as soon as it may have begun: wherever it stands.
SENDING = {datetime(2017, 11, 17, 8), datetime(2017, 12, 14, 8), datetime(2018, 2, 19, 8)}
BEGINNING = {
    datetime(2017, 10, 29, 1, 30),
    datetime(2017, 11, 16, 8),
    datetime(2017, 12, 11, 8),
    datetime(2018, 3, 25, 1, 30),
    datetime(2018, 6, 11, 8),
}
# These stay dead until everything of that morning has gone.
STAY_DEAD = {datetime(2017, 11, 20, 8), datetime(2018, 3, 26, 8)}
# With the outage, which ends all three.
KILLS = len(DIES) + len(SENDING) + len(BEGINNING) + 3


def stops() -> Sequence[datetime]:
    """London's; what is left out are moments at which nothing is owed to anybody and nothing was done.

    Should something be due there all the same, the next stop finds it, and it comes too late.
    """
    every = [*passes()]
    listed = {datetime.combine(one.day, one.at) for one in reminders(every, VISITS)}
    after = set(after_what_is_done(every))
    return [one for one in every if one in listed or one in after or is_looked_at(one)]


def after_what_is_done(every: Sequence[datetime]) -> Iterator[datetime]:
    for _, did in happenings():
        yield next(one for one in every if one >= did.at)


def is_looked_at(moment: datetime) -> bool:
    """The first round of a school day, on Mondays whatever they are, and where there is something besides."""
    day, at = moment.date(), moment.time()
    if day in CLOCKS_CHANGE or moment == DOWN[1]:
        return True
    if at == ROUNDS[0]:
        return is_open(day) or day.weekday() == 0
    return at == DETAILS and any(details_at(moment))

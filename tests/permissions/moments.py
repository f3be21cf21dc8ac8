"""The moments of Oak's review at which everybody tries every way, from preparing to what was released."""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum


class When(StrEnum):
    PREPARING = "preparing"
    MET = "the meeting was held"
    DAY = "on the day"
    DRAFTED = "everything is drafted"
    SENT = "everything was sent"
    RELEASED = "the office has released it"


PROPOSED = datetime(2017, 11, 21, 9, 0, tzinfo=UTC)
RECORDED = datetime(2017, 11, 28, 18, 0, tzinfo=UTC)
ON_THE_DAY = datetime(2017, 12, 7, 10, 0, tzinfo=UTC)
DAY_AFTER = datetime(2017, 12, 8, 10, 0, tzinfo=UTC)
# The morning after the workshop; what comes of it is sent on that day.
DRAFTED_AT = datetime(2017, 12, 20, 9, 0, tzinfo=UTC)
SENT_AT = datetime(2017, 12, 20, 14, 0, tzinfo=UTC)

MOMENT: Mapping[When, datetime] = {
    When.PREPARING: PROPOSED,
    When.MET: RECORDED,
    When.DAY: ON_THE_DAY,
    When.DRAFTED: DRAFTED_AT,
    When.SENT: SENT_AT,
    When.RELEASED: SENT_AT,
}
BEFOREHAND = frozenset({When.PREPARING, When.MET})
# Of what was sent there is something only by then.
ONCE_SENT = frozenset({When.SENT, When.RELEASED})

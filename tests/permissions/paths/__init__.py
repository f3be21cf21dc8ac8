"""Every route of the bot with ids and fields that fit Oak's review, by what it shows or changes.

A button's token could have been written by anyone, so each of these is tried by everybody.
"""

from collections.abc import Mapping, Sequence

from tests.permissions.moments import When
from tests.permissions.paths import (
    audit,
    digest,
    feedback,
    files,
    impact,
    notes,
    plan,
    preparing,
    requests,
    summary,
    visit,
    workshop,
)
from tests.permissions.paths.model import Does, Path, Typed
from tests.permissions.paths.review import ANYBODY, CALENDARS, LED, OWN, REMINDERS, STATUS, YEAR
from tests.permissions.paths.sent import SENT

OF_THE_DAY = (*notes.NOTES, *feedback.FEEDBACK, *summary.SUMMARY)
DRAFTED = (*workshop.WORKSHOP, *plan.PLAN, *audit.AUDIT, *visit.VISIT, *impact.IMPACT)
SINCE = (*OF_THE_DAY, *DRAFTED, *plan.PROGRESS, *SENT, *files.FILES)
PATHS = (
    *preparing.PREPARING,
    *SINCE,
    *STATUS,
    *OWN,
    *REMINDERS,
    *LED,
    *digest.DIGEST,
    *ANYBODY,
    *CALENDARS,
    *YEAR,
    *requests.REQUESTS,
)
# Wherever they lead, they are the same for the whole life of a review.
ALWAYS = tuple(path for path in (*STATUS, *ANYBODY, *requests.FINDS) if path.does is Does.SHOWS)

TYPED_OF_THE_DAY = (*notes.TYPED, *feedback.TYPED, *summary.TYPED)
TYPED_SINCE = (*TYPED_OF_THE_DAY, *workshop.TYPED, *plan.TYPED, *audit.TYPED, *visit.TYPED, *impact.TYPED)
TYPED: Mapping[When, Sequence[Typed]] = {
    When.PREPARING: (*preparing.TYPED, *digest.TYPED, *requests.SAYING),
    When.MET: (),
    When.DAY: TYPED_OF_THE_DAY,
    When.DRAFTED: TYPED_SINCE,
    When.SENT: (*TYPED_SINCE, *files.TYPED),
    When.RELEASED: (*TYPED_SINCE, *files.TYPED),
}


def shown(paths: Sequence[Path]) -> Sequence[Path]:
    return [path for path in paths if path.does is Does.SHOWS]


def tried(when: When) -> Sequence[Path]:
    """All ways that there are by then; what was shown before still is."""
    held = [path for path in preparing.MEETING if not path.ahead]
    begun = [path for path in PATHS if path.when is (When.SENT if when is When.RELEASED else when)]
    earlier: Mapping[When, Sequence[Path]] = {
        When.PREPARING: (),
        When.MET: [*held, *shown((*preparing.PAPERS, *preparing.DAY))],
        When.DAY: [*shown(preparing.PREPARING), *ALWAYS],
        When.DRAFTED: [*shown(OF_THE_DAY), *ALWAYS],
        When.SENT: [*shown((*OF_THE_DAY, *DRAFTED)), *ALWAYS],
        When.RELEASED: [*shown((*OF_THE_DAY, *DRAFTED)), *ALWAYS],
    }
    return [*begun, *(path for path in earlier[when] if path not in begun)]

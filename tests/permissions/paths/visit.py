"""The champions' development visit: its day is chosen when all is drafted, and it is held when it is sent."""

from tests.permissions.moments import When
from tests.permissions.paths.model import Column, at, opens, shows, typed, writes

VISIT_DAY = {"day": "10 Jan 2018"}
HELD = {"day": "20 Dec 2017", "words": "They read"}
VISIT = (
    *at(
        When.DRAFTED,
        (
            *shows(Column.VISIT, "visit.show?review=1", "visit.find?said=Oak", "visit.find"),
            *shows(Column.VISIT, "visit.find?said=Oak to 10 Jan", "visit.look?said=Oak", "visit.look"),
            *opens(Column.VISIT, "visit.ask?review=1", "visit.record?review=1"),
            *writes(
                Column.VISIT,
                ("visit.arrange?review=1&version={visit}", VISIT_DAY),
                ("visit.recorded?review=1&version={visit}", HELD),
                "visit.drop?review=1&version={visit}",
            ),
        ),
    ),
    *at(
        When.SENT,
        (
            *opens(Column.VISIT, "visit.record?review=1"),
            *writes(Column.VISIT, "visit.unrecord?review=1&version={visit}"),
        ),
    ),
)
TYPED = typed(VISIT, "visit.find", "visit Oak", "development visit", "move the visit at Oak to 10 Jan")

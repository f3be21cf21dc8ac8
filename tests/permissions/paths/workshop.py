"""The post-review workshop: its day by the champions, who attends by the head."""

from tests.permissions.moments import When
from tests.permissions.paths.model import CHAMPIONS, HEADS, KNOWING, Column, at, opens, shows, typed, writes

BOOKED, WAS_HELD = "workshop.release?review=1", "workshop.recorded?review=1&day=2017-12-19"
WORKSHOP = at(
    When.DRAFTED,
    (
        *shows(Column.WORKSHOP, "workshop.show?review=1"),
        *shows(Column.WORKSHOP, "workshop.find?said=Oak", "workshop.find", only=KNOWING | {"management"}),
        *shows(
            Column.WORKSHOP,
            "workshop.find?said=Oak to 9 Jan",
            "workshop.look?said=Oak",
            only=KNOWING | {"management"},
        ),
        *opens(Column.WORKSHOP, "workshop.ask?review=1", "workshop.record?review=1", only=CHAMPIONS),
        *opens(Column.WORKSHOP, "workshop.staff?review=1", only=HEADS),
        *writes(Column.WORKSHOP, ("workshop.keep_staff?review=1&since={staff}", {"staff": "Jo"}), only=HEADS),
        *writes(
            Column.WORKSHOP,
            "workshop.choose?review=1&day=2018-01-09&since={chosen}",
            BOOKED,
            WAS_HELD,
            only=CHAMPIONS,
        ),
        *writes(Column.WORKSHOP, "workshop.unrelease?review=1", only=CHAMPIONS, first=((BOOKED, {}),)),
        *writes(Column.WORKSHOP, "workshop.unrecord?review=1", only=CHAMPIONS, first=((WAS_HELD, {}),)),
    ),
)
TYPED = typed(WORKSHOP, "workshop.find", "workshop Oak", "workshop", "can the workshop at Oak be on 9 Jan?")

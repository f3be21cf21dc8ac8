"""The feedback at the end of the review."""

from tests.permissions.moments import When
from tests.permissions.paths.model import HEADS, LEADS, Column, at, opens, rows, shows, typed, writes

GIVEN = {"day": "7 Dec 2017", "others": "The chair"}
RECORDED = (("feedback.record?review=1&version=1", GIVEN),)
FEEDBACK = at(
    When.DAY,
    (
        *shows(Column.FEEDBACK, "feedback.show?review=1", "feedback.find?said=Oak", "feedback.find"),
        *shows(Column.FEEDBACK, "feedback.find?said=Oak on 7 Dec", "feedback.look?said=Oak", "feedback.look"),
        *opens(Column.FEEDBACK, "feedback.ask?review=1", only=rows(LEADS)),
        *writes(Column.FEEDBACK, ("feedback.record?review=1&version=1", GIVEN), only=rows(LEADS)),
        *writes(Column.FEEDBACK, "feedback.take_back?review=1", only=rows(LEADS), first=RECORDED),
        *opens(Column.FEEDBACK, "feedback.invite?review=1", only=HEADS),
        *writes(
            Column.FEEDBACK, ("feedback.invited?review=1&version=1", {"others": "Jo Bloggs"}), only=HEADS
        ),
    ),
)
TYPED = typed(FEEDBACK, "feedback.find", "feedback", "feedback Oak", "feedback was given at Oak on 7 Dec")

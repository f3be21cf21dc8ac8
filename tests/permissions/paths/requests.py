"""What is asked for in plain sentences: each leads where a button would, and is as open to everybody."""

from tests.permissions.paths.model import (
    HEADS,
    KNOWING,
    LEADERS,
    MANAGEMENT,
    TEAM,
    Column,
    Typed,
    opens,
    rows,
    shows,
    typed,
)
from tests.permissions.paths.preparing import PAPERS

HELPER = rows("whom the head has asked to see to it")
# Whoever takes part may suggest another day, where the Lead moves the review.
MOVES = shows(Column.OWN, "move.find?said=Oak to 11 Dec", only=LEADERS | TEAM | HEADS)
CALLS_OFF = opens(Column.STATUS, "postpone.find?said=Oak", "cancel.find?said=Oak", "team.find?said=Oak")
FINDS = shows(Column.STATUS, "review.find?said=Oak’s review")
OWED = shows(Column.OWN, "owed.show?said=Oak", "owed.remind?said=Oak", only=KNOWING | HELPER)
ANSWERS = shows(Column.OWN, "owed.answers?said=Oak", only=KNOWING)
ALL_OWED = shows(Column.OWN, "owed.show", only=KNOWING | HELPER | rows(MANAGEMENT))
SCHEDULES = shows(Column.LED, "schedule.find?said=Oak")
ANYBODYS = shows(
    Column.ANYBODY,
    "review.next",
    "answer.open",
    "answer.open?page=1",
    "hello.show?said=thanks",
    "nudge.about",
    "group.leads",
    "holidays.show",
    "holidays.show?said=half+term",
    "undo.show",
)
REQUESTS = (*MOVES, *CALLS_OFF, *FINDS, *OWED, *ALL_OWED, *ANSWERS, *SCHEDULES, *ANYBODYS)

SAYING: tuple[Typed, ...] = (
    *typed(FINDS, "review.find", "When is Oak’s review?", "who is on the team at Oak"),
    *typed(PAPERS, "pack.find", "could you show me the paperwork for Oak, please?"),
)

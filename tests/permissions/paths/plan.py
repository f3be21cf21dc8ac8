"""The draft of the action plan, by the champions; and its progress, once it was sent."""

from tests.permissions.moments import When
from tests.permissions.paths.model import (
    DELIVERS,
    HEADS,
    READING,
    REVIEWER,
    Column,
    at,
    opens,
    shows,
    typed,
    writes,
)

PASTED = ("plan.add?review=1", {"actions": "Buy books\nBuy pens"})
GONE = "plan.remove?review=1&item=2&version=1"
FINISHED, WANTED = "action.done?item=1", ("action.help?item=1&since=0", {"help": "Cover"})
PLAN = at(
    When.DRAFTED,
    (
        *shows(Column.PLAN, "plan.show?review=1", "plan.progress?review=1"),
        *shows(Column.PLAN, "plan.find?said=Oak", "plan.find", only=(READING | {DELIVERS}) - {REVIEWER}),
        *opens(Column.PLAN, "plan.ask?review=1", "plan.ask_one?review=1", "plan.change?review=1&item=1"),
        *opens(Column.PLAN, "plan.taken_out?review=1"),
        *writes(
            Column.PLAN,
            ("plan.add?review=1", {"actions": "Buy books | 12 Jan 2018"}),
            ("plan.add_one?review=1", {"action": "Buy books"}),
            ("plan.save?review=1&item=2&since=0", {"action": "Buy books"}),
            "plan.move?review=1&item=1&to=2",
            GONE,
        ),
        *writes(Column.PLAN, "plan.undo?review=1&change=1", first=(PASTED,)),
        *writes(Column.PLAN, "plan.put_back?review=1&item=2", first=((GONE, {}),)),
    ),
)
TYPED = typed(PLAN, "plan.find", "plan Oak", "the action plan of Oak")
# Of the two actions the second is delivered by somebody of the roster, who has asked for help.
PROGRESS = at(
    When.SENT,
    (
        *opens(Column.PROGRESS, "action.ask_move?item=1", "action.ask_help?item=1", only=HEADS),
        *writes(
            Column.PROGRESS,
            FINISHED,
            ("action.move?item=1&was=2018-01-12", {"day": "19 Jan 2018"}),
            WANTED,
            only=HEADS,
        ),
        *writes(Column.PROGRESS, "action.not_done?item=1", only=HEADS, first=((FINISHED, {}),)),
        *writes(Column.PROGRESS, "action.no_help?item=1", only=HEADS, first=(WANTED,)),
        *opens(Column.PROGRESS, "action.ask_move?item=2", "action.ask_help?item=2"),
        *writes(
            Column.PROGRESS,
            "action.done?item=2",
            "action.no_help?item=2",
            ("action.move?item=2&was=2018-01-26", {"day": "19 Jan 2018"}),
        ),
    ),
)

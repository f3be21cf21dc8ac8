"""The review itself: where it stands, its date and its people; and what is no review's."""

from tests.permissions.paths.model import (
    ANSWERABLE,
    DELIVERS,
    HEADS,
    LEADERS,
    MANAGEMENT,
    TEAM,
    Column,
    opens,
    rows,
    shows,
    writes,
)

THAT_DAY = "day=2017-12-07"
OFF = {"reason": "Snow"}
MOVED = {"day": "11 Dec", "reason": "Snow"}
MOVING = (("move.check?review=1&version={version}", MOVED),)
STATUS = (
    *shows(Column.STATUS, "review.show?review=1", "review.timetable?review=1", "review.calendar?review=1"),
    *shows(Column.STATUS, "review.more?review=1"),
    *shows(Column.STATUS, "review.history?review=1", "review.history?review=1&page=1", only=ANSWERABLE),
    *opens(Column.STATUS, "move.ask?review=1", "cancel.ask?review=1", "postpone.ask?review=1"),
    *opens(Column.STATUS, "note.ask?review=1", "team.show?review=1", "team.add?review=1&part=reviewer"),
    *opens(Column.STATUS, "team.replace?review=1&member=2", "suggestion.show?suggestion=1"),
    *opens(Column.STATUS, "cancel.undo?review=1"),
    *writes(
        Column.STATUS,
        ("move.check?review=1&version={version}", MOVED),
        (f"cancel.do?review=1&{THAT_DAY}", OFF),
        (f"postpone.do?review=1&{THAT_DAY}", OFF),
        ("note.save?review=1&version={version}", {"note": "Park in Mill Lane"}),
        ("team.added?review=1&part=reviewer", {"person": "Daniel Achterberg"}),
        ("team.replaced?review=1&member=2", {"person": "Daniel Achterberg"}),
        "team.remove?review=1&member=2",
        "suggestion.use?suggestion=1&sure=yes",
        "suggestion.keep?suggestion=1",
    ),
    *opens(Column.STATUS, "move.change?draft=1", first=MOVING),
    *writes(Column.STATUS, "move.do?draft=1", first=MOVING),
    *writes(Column.STATUS, "cancel.undo?review=1", first=((f"cancel.do?review=1&{THAT_DAY}", OFF),)),
)

OWN = (
    *writes(Column.OWN, f"date.confirm?review=1&{THAT_DAY}", only=HEADS),
    *writes(
        Column.OWN,
        f"date.unconfirm?review=1&{THAT_DAY}",
        only=HEADS,
        first=((f"date.confirm?review=1&{THAT_DAY}", {}),),
    ),
    *writes(Column.OWN, f"answer.accept?review=1&{THAT_DAY}", only=TEAM),
    *opens(Column.OWN, f"answer.decline?review=1&{THAT_DAY}", only=TEAM),
    *writes(Column.OWN, (f"answer.declined?review=1&{THAT_DAY}", {"reason": "A course"}), only=TEAM),
    *opens(Column.OWN, "suggest.ask?review=1", only=TEAM | HEADS),
    *writes(Column.OWN, ("suggest.send?review=1", {"day": "13 Dec", "note": "A course"}), only=TEAM | HEADS),
)
REMINDED = "reminder=1&day=2017-11-21"
NUDGED = frozenset({"head"})
REMINDERS = writes(
    Column.OWN,
    "nudge.later?day=2017-11-21&choice=tomorrow",
    f"nudge.done?{REMINDED}",
    f"nudge.not_mine?{REMINDED}",
    only=NUDGED,
) + writes(Column.OWN, f"nudge.again?{REMINDED}", only=NUDGED, first=((f"nudge.done?{REMINDED}", {}),))

ANNES = {
    "school": "{st_annes}",
    "day": "12 Dec",
    "lead_reviewer": "Tom Garrod",
    "reviewers": "Ben Hartley",
    "champions": "Yusuf Demir",
}
LEADS = "group=2&season=2017-09-01"
NAMING = LEADERS | {MANAGEMENT}
PREVIEW = (("schedule.check", ANNES),)
LED = (
    *shows(Column.LED, "schedule.ask?said=Oak", "schedule.ask"),
    *writes(Column.LED, ("schedule.check", ANNES), only=LEADERS),
    *opens(Column.LED, "schedule.change?draft=1", only=LEADERS, first=PREVIEW),
    *writes(Column.LED, ("schedule.book?draft=1", {"champions_reason": "One"}), only=LEADERS, first=PREVIEW),
    *shows(Column.LED, "channel.link?said=Group 2", "channel.which", "channel.choose?group=2"),
    *shows(Column.LED, "channel.unlink?change=1"),
    *shows(Column.LED, f"leads.ask?{LEADS}", only=NAMING),
    *writes(
        Column.LED,
        f"leads.confirm?{LEADS}",
        (f"leads.replace?{LEADS}", {"person": "Daniel Achterberg"}),
        only=NAMING,
    ),
    *writes(Column.LED, "leads.take_back?check=1", only=NAMING, first=((f"leads.confirm?{LEADS}", {}),)),
)
ANYBODY = shows(
    Column.ANYBODY, "home.show", "home.show?page=1", "help.show?said=what", "help.show", "help.all", "leave"
)
CALENDARS = (
    *shows(Column.ANYBODY, "feeds.show", "feeds.show?page=1"),
    *writes(Column.ANYBODY, "feeds.renew?serial=0"),
    *writes(Column.LED, "feeds.renew_group?group=2&serial=0", only=LEADERS),
)
# Governors have no part in how the groups stand.
EVERYONE_ELSE = (
    HEADS
    | TEAM
    | LEADERS
    | rows(DELIVERS, MANAGEMENT)
    | rows("whom the head has asked to see to it", "other head of the group", "Lead of another group")
    | rows("reviewer of another group", "reviewer of the school, not in this team")
    | rows("reviewer who has been replaced", "champion who has been replaced")
)
YEAR = shows(Column.OWN, "year.show", "year.show?year=1", only=EVERYONE_ELSE)

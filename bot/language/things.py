"""What the bot can do, as it is offered to somebody who was not understood, and the words that mean it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.language.patterns import SPOKEN


@dataclass(frozen=True, slots=True)
class Thing:
    """`label`: as a button; `does`: a sentence with an example at {}; `about_school`: it may name one.

    `leads`: for those alone who schedule; `command`: how it is typed as a command, if it is one.
    """

    name: str
    label: str
    route: str
    example: str
    does: str
    about_school: bool = True
    leads: bool = False
    command: str = ""


# What can be asked for and has no command of its own.
UNCOMMANDED = (
    Thing("move", "Move a review", "move.find", "move Oak to the 21st", "Give a review another date"),
    Thing(
        "postpone",
        "Postpone a review",
        "postpone.find",
        "postpone Oak",
        "Put a review off without a new date",
        leads=True,
    ),
    Thing("cancel", "Cancel a review", "cancel.find", "cancel Oak", "Call a review off", leads=True),
    Thing(
        "owed",
        "What is still owed",
        "owed.show",
        "who still owes papers?",
        "See which papers are late or due soon",
    ),
    Thing(
        "find",
        "See a review",
        "review.find",
        "when is Oak’s review?",
        "See when a review is and who takes part",
    ),
    Thing(
        "answer",
        "Answer for a date",
        "answer.open",
        "I can make it",
        "Say whether a date suits you",
        about_school=False,
    ),
    Thing(
        "reminders",
        "Fewer reminders",
        "nudge.about",
        "too many reminders",
        "Put reminders off, or end one",
        about_school=False,
    ),
)
LABELS: Mapping[str, str] = {
    "schedule": "Schedule a review",
    "home": "What is mine to do",
    "papers": "Paperwork",
    "meeting": "Pre-review meeting",
    "day": "Timetable of the day",
    "note": "Notes of the day",
    "all actions": "All actions",
    "plan": "Action plan",
    "audit": "Audit proforma",
    "visit": "Development visit",
    "year": "Year at a glance",
    "calendar": "My calendar",
    "link": "Link this channel",
}
NO_SCHOOL = frozenset({"home", "digest", "year", "calendar", "link", "all actions", "note"})
# By which words each is meant, besides those with which it is described; a new command needs none.
WORDS: Mapping[str, str] = {
    "schedule": "schedule book plan arrange organise date new review reviews booking set up pencil diary",
    "home": "mine todo do next task tasks jobs list waiting home start today",
    "papers": "paper papers paperwork pack document documents sef data sdp sip ofsted siams report link "
    "upload file attach share folder drive",
    "meeting": "meeting meet pre focus enquiry question questions agenda call zoom",
    "day": "timetable day times programme lunch lesson lessons assembly agenda hours morning",
    "note": "note notes jot strength strengths development finding findings observation evidence",
    "feedback": "feedback given findings told",
    "summary": "summary strengths areas write report sign overview",
    "workshop": "workshop staff training inset half champions release",
    "plan": "plan action actions deadline targets priorities",
    "audit": "audit proforma form pro forma return fill",
    "visit": "visit follow development champion",
    "all actions": "actions action spreadsheet excel csv export table",
    "digest": "digest week weekly group news happening",
    "year": "year glance poster print picture overview planner",
    "calendar": "calendar outlook google diary feed subscribe ics",
    "link": "link channel group this",
    "impact": "impact difference progress evaluate improved",
    "move": "move change reschedule date day later earlier instead shift swap rearrange",
    "postpone": "postpone delay off ofsted snow hold later",
    "cancel": "cancel off stop scrap call abandon",
    "owed": "owe owes owed missing late overdue outstanding who chase remind sent waiting papers",
    "find": "when who where team leads reviewer reviewers status progress review school",
    "answer": "yes no accept decline confirm cannot busy free available suit suits",
    "reminders": "reminder reminders stop fewer less messages email emails notification mute off snooze",
}


@cache
def things() -> Sequence[Thing]:
    commands = (
        Thing(
            one.name,
            LABELS.get(one.name, one.name.capitalize()),
            one.route,
            one.offered,
            one.does.split(", for example")[0].removesuffix(": {}"),
            about_school=one.name not in NO_SCHOOL,
            leads=one.name in {"schedule", "link"},
            command=one.command,
        )
        for one in SPOKEN
        if one.name != "help"
    )
    # Where not a word is near, what is theirs to do is a good beginning.
    return tuple(sorted((*commands, *UNCOMMANDED), key=lambda one: one.name != "home"))

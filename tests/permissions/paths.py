"""Every route of the bot with ids and fields that fit Oak's review, by what it shows or changes.

A button's token could have been written by anyone, so each of these is tried by everybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.cards.model import Go

Fields = Mapping[str, str]
Given = str | tuple[str, Fields]


class Column(StrEnum):
    """What of a review a path leads to. The first four are the pack of domain.md: all that is prepared."""

    PAPERS = "papers"
    MEETING = "meeting"
    QUESTIONS = "questions"
    DAY = "the day"
    AUDIT = "audit"
    """The audit proforma and the development visit: of the rows that are named."""
    STATUS = "group status"
    OWN = "own answer"
    """Asked of those who take part alone."""
    LED = "what they lead"
    """Of the groups, their schools and channels that somebody leads: not of this review."""
    ANYBODY = "anybody"


class Does(StrEnum):
    SHOWS = "shows"
    OPENS = "opens"
    """A form, for those alone who may send it."""
    WRITES = "writes"


@dataclass(frozen=True)
class Path:
    """`held`: it fits once the meeting was held, `ahead`: only before.

    `only`: of those who may, the rows of the table whose it is.
    `first`: what the same person does before, for a token with the id of what they have begun.
    """

    token: str
    column: Column
    does: Does
    fields: Fields = field(default_factory=dict)
    held: bool = False
    ahead: bool = False
    only: frozenset[str] = frozenset()
    first: tuple[tuple[str, Fields], ...] = ()

    @property
    def route(self) -> str:
        return Go.parse(self.token).route


def shows(column: Column, *tokens: str, only: frozenset[str] = frozenset()) -> tuple[Path, ...]:
    return tuple(Path(token, column, Does.SHOWS, only=only) for token in tokens)


def opens(
    column: Column,
    *tokens: str,
    only: frozenset[str] = frozenset(),
    ahead: bool = False,
    first: tuple[tuple[str, Fields], ...] = (),
) -> tuple[Path, ...]:
    return tuple(Path(token, column, Does.OPENS, ahead=ahead, only=only, first=first) for token in tokens)


def writes(
    column: Column,
    *given: Given,
    only: frozenset[str] = frozenset(),
    held: bool = False,
    first: tuple[tuple[str, Fields], ...] = (),
) -> tuple[Path, ...]:
    pairs = ((one, {}) if isinstance(one, str) else one for one in given)
    return tuple(
        Path(token, column, Does.WRITES, fields, held=held, only=only, first=first) for token, fields in pairs
    )


def rows(*names: str) -> frozenset[str]:
    return frozenset(names)


HEAD, JOINT_HEAD, LEADS, CHAMPION = "head", "joint head", "lead reviewer", "champion"
REVIEWER, MANAGEMENT, LEAD = "reviewer", "management", "Lead of that group"
DEPUTY, OFFICE = "deputy of the Lead", "Consortium Office"
HEADS = rows(HEAD, JOINT_HEAD)
LEADING = HEADS | {LEADS}
TEAM = rows(LEADS, REVIEWER, CHAMPION)
ANSWERABLE = HEADS | {LEAD, DEPUTY, OFFICE, MANAGEMENT}

LINK, DAY_ROWS = "https://docs.oak.example/another", "10.15 Assembly, Hall"
TIME = {"day": "5 Dec", "time": "3pm", "place": "Library"}
THAT_DAY = "day=2017-12-07"

PAPERS = (
    *shows(Column.PAPERS, "pack.show?review=1", "pack.find?said=Oak", "pack.find"),
    *opens(Column.PAPERS, "pack.link?review=1&item=sef", "pack.reason?review=1&item=ofsted"),
    *opens(Column.PAPERS, "longer.ask?review=1&part=pack", "focus.ask?review=1", "links.ask?review=1"),
    *writes(
        Column.PAPERS,
        ("pack.add?review=1&item=sef&version=1", {"link": LINK}),
        ("pack.skip?review=1&item=sef&version=1", {"reason": "We have none"}),
        ("links.add?review=1&versions=1.0.0.0.0.0", {"data": LINK}),
        "pack.first?review=1&version=0",
        "pack.remove?review=1&item=sef&version=1",
        ("longer.give?review=1&part=pack&was=2017-11-28", {"day": "29 Nov"}),
        "longer.off?review=1&part=pack&was=2017-11-28",
        ("focus.save?review=1&version=1", {"areas": "Reading"}),
    ),
    *opens(Column.PAPERS, "hand.ask?review=1&part=pack", only=HEADS),
    *writes(
        Column.PAPERS,
        ("hand.over?review=1&part=pack&was=1", {"person": "Tom Garrod"}),
        "hand.back?review=1&part=pack",
        only=HEADS,
    ),
)

MEETING = (
    *shows(Column.MEETING, "meeting.show?review=1", "meeting.find?said=Oak", "meeting.find"),
    *opens(Column.MEETING, "meeting.focus?review=1", "meeting.record?review=1"),
    # While it has still to be held.
    *opens(Column.MEETING, "meeting.ask?review=1", ahead=True),
    *writes(
        Column.MEETING,
        ("meeting.propose?review=1&arranged={arranged}", TIME),
        ("meeting.recorded?review=1&version={meeting}", {"day": "20 Nov", "others": "The chair"}),
        ("meeting.keep_focus?review=1&version={meeting}", {"focus": "Reading"}),
    ),
    # The lead reviewer has proposed the time.
    *writes(Column.MEETING, "meeting.confirm?review=1&arranged={arranged}", only=HEADS),
    *writes(Column.MEETING, "meeting.unrecord?review=1", held=True),
)

QUESTIONS = (
    *opens(Column.QUESTIONS, "questions.ask?review=1", "questions.several?review=1"),
    *opens(Column.QUESTIONS, "question.change?review=1&question=1"),
    *writes(
        Column.QUESTIONS,
        ("questions.added?review=1", {"question": "How is phonics taught?", "sources": "A lesson"}),
        ("questions.added?review=1&several=yes", {"questions": "How is phonics taught? | A lesson"}),
        # A reviewer's own.
        ("question.save?review=1&question=1&version=1", {"question": "How is it taught?"}),
        "question.remove?review=1&question=1&version=1",
    ),
    *opens(Column.QUESTIONS, "question.change?review=1&question=2", only=LEADING),
    *writes(
        Column.QUESTIONS,
        ("question.save?review=1&question=2&version=1", {"question": "How is it taught?"}),
        "question.remove?review=1&question=2&version=1",
        "question.move?review=1&question=1&to=2",
        only=LEADING,
    ),
)

DAY = (
    *shows(Column.DAY, "day.show?review=1", "day.show?review=1&which=final", "day.find?said=Oak", "day.find"),
    *opens(Column.DAY, "day.ask?review=1"),
    *writes(
        Column.DAY,
        ("day.save?review=1&version=2", {"rows": DAY_ROWS}),
        ("day.keep?review=1&version=2", {"rows": DAY_ROWS}),
        "day.send?review=1&version=2",
        "day.drop?review=1&version=2",
        "day.take_back?review=1&version=2",
    ),
    *opens(Column.DAY, "hand.ask?review=1&part=timetable", only=HEADS),
    *writes(
        Column.DAY,
        ("hand.over?review=1&part=timetable&was=0", {"person": "Tom Garrod"}),
        only=HEADS,
    ),
)

CHAMPIONS = rows(CHAMPION)
LINE = "audit.line?review=1&line=improvement"
CORRECTED = (("audit.correct?review=1&line=improvement&version=0.0", {"improvement": "They read"}),)
OWN_PART = (("audit.write?review=1&version=0.0", {"key_areas": "Reading", "visit": "In the spring"}),)
VISIT_DAY = (("visit.arrange?review=1&version=0", {"day": "12 Dec"}),)
# Before the review nobody is asked for anything, and nothing can have been held.
AUDIT = (
    *shows(
        Column.AUDIT,
        "audit.show?review=1",
        "audit.show?review=1&page=1",
        "audit.find?said=Oak",
        "audit.find",
        only=TEAM | HEADS | rows(LEAD, DEPUTY),
    ),
    *opens(Column.AUDIT, "audit.mine?review=1", only=TEAM),
    *writes(Column.AUDIT, *OWN_PART, only=TEAM),
    *writes(Column.AUDIT, "audit.withdraw?review=1", only=TEAM, first=OWN_PART),
    *opens(Column.AUDIT, LINE, only=HEADS),
    *writes(Column.AUDIT, *CORRECTED, only=HEADS),
    *writes(Column.AUDIT, "audit.restore?review=1&line=improvement", only=HEADS, first=CORRECTED),
    *writes(Column.AUDIT, "audit.ask?review=1"),
    *shows(
        Column.AUDIT,
        "visit.show?review=1",
        "visit.find?said=Oak",
        "visit.find",
        only=CHAMPIONS | HEADS,
    ),
    *shows(Column.AUDIT, "visit.unrecord?review=1&version=0", only=CHAMPIONS),
    *opens(Column.AUDIT, "visit.ask?review=1", "visit.record?review=1", only=CHAMPIONS),
    *opens(Column.AUDIT, "visit.recorded?review=1&version=0", only=CHAMPIONS),
    *writes(Column.AUDIT, *VISIT_DAY, only=CHAMPIONS),
    *writes(Column.AUDIT, "visit.drop?review=1&version=2", only=CHAMPIONS, first=VISIT_DAY),
)

OFF = {"reason": "Snow"}
MOVED = {"day": "11 Dec", "reason": "Snow"}
MOVING = (("move.check?review=1&version={version}", MOVED),)
STATUS = (
    *shows(Column.STATUS, "review.show?review=1", "review.timetable?review=1", "review.calendar?review=1"),
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

ANNES = {
    "school": "{st_annes}",
    "day": "12 Dec",
    "lead_reviewer": "Tom Garrod",
    "reviewers": "Ben Hartley",
    "champions": "Yusuf Demir",
}
LEADERS = rows(LEAD, DEPUTY, OFFICE)
PREVIEW = (("schedule.check", ANNES),)
LED = (
    *shows(Column.LED, "schedule.ask?said=Oak", "schedule.ask"),
    *writes(Column.LED, ("schedule.check", ANNES), only=LEADERS),
    *opens(Column.LED, "schedule.change?draft=1", only=LEADERS, first=PREVIEW),
    *writes(Column.LED, ("schedule.book?draft=1", {"champions_reason": "One"}), only=LEADERS, first=PREVIEW),
    *shows(Column.LED, "channel.link?said=Group 2", "channel.which", "channel.choose?group=2"),
    *shows(Column.LED, "channel.unlink?change=1"),
)
ANYBODY = shows(Column.ANYBODY, "home.show", "home.show?page=1", "help.show?said=what", "help.show", "leave")

PATHS = (*PAPERS, *MEETING, *QUESTIONS, *DAY, *AUDIT, *STATUS, *OWN, *LED, *ANYBODY)
TYPED = {
    Column.PAPERS: ("papers Oak", "papers", "the paperwork for Oak Primary"),
    Column.MEETING: ("meeting Oak", "meeting", "the pre-review meeting at Oak"),
    Column.DAY: ("timetable Oak", "timetable", "the timetable for the day at Oak"),
}

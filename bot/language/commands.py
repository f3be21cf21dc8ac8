"""What is typed to the bot: which command it is, and which school and day it names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.language import dates, names
from bot.language.dates import Reading, Unreadable
from bot.language.names import Exact, Likely, Match, Names, Nobody

# Each as a command, as it is written to the bot in Teams, which has no commands of ours, and what it does.
OFFERED = (
    ("/schedule-review", "schedule review", "Schedule a review, for example {} Oak Primary, Tues 14 Nov"),
    (
        "/peer-review",
        "what is mine",
        "See what is yours to do, and your group’s reviews. Open one to move it or change its team",
    ),
    ("/peer-review papers", "papers", "See or send the paperwork of a review, for example {} Oak"),
    (
        "/peer-review meeting",
        "meeting",
        "Arrange the pre-review meeting and its questions, for example {} Oak",
    ),
    ("/peer-review timetable", "timetable", "See or write the timetable of a review day, for example {} Oak"),
    ("/peer-review workshop", "workshop", "Choose the day of a workshop, or see it, for example {} Oak"),
    ("/peer-review plan", "plan", "See or write the action plan of a review, for example {} Oak"),
    (
        "/peer-review note",
        "note",
        "On the day: jot down what the team finds, for example {} strength: calm corridors",
    ),
    (
        "/peer-review all actions",
        "all actions",
        "Get all action items that you can read, as a table for a spreadsheet",
    ),
    (
        "/peer-review feedback",
        "feedback",
        "Record that the feedback was given, or see who was there, for example {} Oak",
    ),
    ("/peer-review summary", "summary", "Write or see the summary of a review, for example {} Oak"),
    ("/peer-review audit", "audit", "See or fill in the audit proforma of a review, for example {} Oak"),
    ("/peer-review visit", "visit", "Choose or record the development visit, for example {} Oak"),
    ("/peer-review link", "link", "In a group’s channel: say whose it is, for example {} Group 2"),
    ("/peer-review help", "help", "See what you can type"),
)
COMMANDS = tuple((typed, does.format(typed)) for typed, _, does in OFFERED)
IN_TEAMS = tuple((typed, does.format(typed)) for _, typed, does in OFFERED)
TEAMS = "teams"

GAP = r"[\s_\u2010-\u2015-]*"
NAMED = re.compile(rf"[/@]?peer{GAP}reviews?\b\s*", re.IGNORECASE)
SCHEDULE = rf"/?schedule(?:{GAP}(?:a\s+)?review)?(?![\w-])[\s,:]*(?P<rest>.*)"
LINK = (
    r"/?link(?![\w-])(?:\s+(?:this|the)\b)?(?:\s+(?:channel|here)\b)?(?:\s+(?:to|as|with)\b)?"
    r"[\s,:]*(?P<rest>.*)"
)
PAPERS = (
    r"/?(?:(?:please|can|could|may|i|you|we|show|see|send|open|me|us|the|my|our)\s+)*"
    r"(?:papers|paperwork|pack)(?![\w-])(?:\s+(?:for|of|at|from)\b)?"
    r"[\s,:]*(?P<rest>.*)"
)
MEETING = (
    rf"/?(?:(?:the\s+)?pre{GAP}review\s+)?meetings?(?![\w-])(?:\s+(?:at|for|of|with)\b)?[\s,:]*(?P<rest>.*)"
)
THIS_IS = r"this(?:\s+channel)?(?:\s+is|['’]s)\s+(?P<rest>(?=.*\b(?:group|channel)\b).*)"
DAY = (
    r"/?(?:(?:the|my|our|add|show|see)\s+)*(?:day\s+)?timetable(?![\w-])"
    r"(?:\s+(?:(?:for|of|at|in)\b|the\s+(?:review\s+)?day\b))*[\s,:?]*(?P<rest>.*)"
)
WORKSHOP = (
    r"/?(?:(?:the|our|my|show|see|post)[\s-]+)*(?:review[\s-]+)?workshops?(?![\w-])"
    r"(?:\s+(?:at|for|of|with)\b)?[\s,:]*(?P<rest>.*)"
)
PLAN = (
    r"/?(?:(?:the|our|my|show|see|open)\s+)*(?:action[\s-]*)?plans?(?![\w-])"
    r"(?:\s+(?:at|for|of|from)\b)?[\s,:]*(?P<rest>.*)"
)
NOTE = (
    r"/?(?:(?:add|make)\s+(?:a\s+)?)?notes?(?![\w-])(?:\s+(?:for|of|at)\b(?:\s+the\s+day\b)?)?"
    r"[\s,:]*(?P<rest>.*)"
)
# Of one review alone they stand with its plan.
ALL_ACTIONS = (
    r"/?(?:(?:please|can|could|i|we|get|show|see|have|download|export|me|us|a|the|list|table|of)\s+)*"
    r"all\s+(?:(?:of|the|my|our)\s+)*action(?:s|\s+items)(?![\w-])"
    r"(?:\s+(?:as|in)\b(?:\s+(?:a|an))?\s+(?:table|csv|excel|spreadsheet|list))?[\s!?.]*(?P<rest>)"
)
FEEDBACK = (
    r"/?(?:(?:please|can|could|i|we|record|show|see|add|the|that|my|our)\s+)*"
    r"feedback(?![\w-])(?:\s+(?:(?:for|of|at|from|to)\b|(?:was\s+)?given\b))*[\s,:?]*(?P<rest>.*)"
)
SUMMARY = (
    rf"/?(?:(?:please|can|could|i|we|write|show|see|open|send|add|to|the|my|our|(?:peer{GAP})?review)\s+)*"
    r"summary(?![\w-])(?:\s+(?:for|of|at|from)\b)?[\s,:?]*(?P<rest>.*)"
)
AUDIT = (
    r"/?(?:(?:an?|the|my|our|show|see|open|return|fill\s+in)\s+)*(?:audit(?:\s+pro[\s-]?forma)?|pro[\s-]?forma)s?(?![\w-])"
    r"(?:\s+(?:for|of|at|from)\b)?[\s,:?]*(?P<rest>.*)"
)
VISIT = (
    r"/?(?:(?:a|the|my|our|show|see|book|choose|record)\s+)*(?:follow[\s-]?up\s+)?(?:development\s+)?visits?(?![\w-])"
    r"(?:\s+(?:for|of|at|to)\b)?[\s,:?]*(?P<rest>.*)"
)
ACTIONS = (
    ("schedule", re.compile(SCHEDULE, re.IGNORECASE | re.DOTALL)),
    ("link", re.compile(LINK, re.IGNORECASE | re.DOTALL)),
    ("link", re.compile(THIS_IS, re.IGNORECASE | re.DOTALL)),
    ("papers", re.compile(PAPERS, re.IGNORECASE | re.DOTALL)),
    ("meeting", re.compile(MEETING, re.IGNORECASE | re.DOTALL)),
    ("day", re.compile(DAY, re.IGNORECASE | re.DOTALL)),
    ("workshop", re.compile(WORKSHOP, re.IGNORECASE | re.DOTALL)),
    ("plan", re.compile(PLAN, re.IGNORECASE | re.DOTALL)),
    ("note", re.compile(NOTE, re.IGNORECASE | re.DOTALL)),
    ("all actions", re.compile(ALL_ACTIONS, re.IGNORECASE)),
    ("feedback", re.compile(FEEDBACK, re.IGNORECASE | re.DOTALL)),
    ("summary", re.compile(SUMMARY, re.IGNORECASE | re.DOTALL)),
    ("audit", re.compile(AUDIT, re.IGNORECASE | re.DOTALL)),
    ("visit", re.compile(VISIT, re.IGNORECASE | re.DOTALL)),
    ("help", re.compile(r"/?help\b[\s!?.]*(?P<rest>)", re.IGNORECASE)),
    ("home", re.compile(r"(?:/?what(?:\s+is|['’]s)\s+mine(?:\s+to\s+do)?[\s?]*)?(?P<rest>)", re.IGNORECASE)),
)
# Said out of politeness after what is asked for.
POLITE = re.compile(r"(?:^|(?<![\s,])[\s,]+)(?:(?:please|thanks|thank\s+you)[\s,.!?]*)+$", re.IGNORECASE)
JOINING = re.compile(r"^(?:(?:at|for|in|on|with)\b\s*)+|(?:\s+(?:at|for|in|on))+$", re.IGNORECASE)
# What is left of "14 Nov at 10am" beside its day.
NO_SCHOOL = re.compile(r"[\W\d]*(?:[ap]\.?m\.?)?", re.IGNORECASE)
CUT = re.compile(r"\s*,\s*|\s+")
LONGEST = 400
# A day in words is no longer than "on Tuesday the 14th of November 2017".
MOST_DAY_WORDS = 7


@dataclass(frozen=True, slots=True)
class Request:
    """A school and a day as typed and as understood; None for what was not given."""

    school: Match | None
    day: Reading | None
    school_text: str
    day_text: str


def linking(platform: str) -> str:
    """What links a channel, typed in it; in one of Teams the bot reads only what names it."""
    return "@Peer Review link" if platform == TEAMS else "/peer-review link"


def command(text: str) -> tuple[str, str]:
    """The command's name, as in ACTIONS, or "unknown"; and what was typed after it."""
    typed = text.strip()
    named = NAMED.match(typed)
    asked = typed[named.end() :] if named else typed
    for name, pattern in ACTIONS:
        action = pattern.fullmatch(asked)
        if action:
            rest = action["rest"].strip()
            asked_for = POLITE.sub("", rest)
            # What somebody has seen may end in thanks, and is kept as it is.
            return name, rest if asked_for and name == "note" else asked_for
    return "unknown", typed


def split(text: str, schools: Names, *, today: date) -> Request:
    """The school and the day in what follows a command, in either order, with or without a comma."""
    typed = text.strip(" \t\r\n,")
    if not typed:
        return Request(None, None, "", "")
    if len(typed) > LONGEST:
        return Request(names.match(typed, schools), None, typed, "")
    exact, day = names.exact(typed, schools), dates.plain(typed, today=today)
    if day and not exact and not (isinstance(day, Unreadable) and _is_likely(typed, schools)):
        return Request(None, day, "", typed)
    if exact:
        return Request(exact, None, typed, "")
    return (
        _with_plain_day(typed, schools, today)
        or _with_doubtful_day(typed, schools, today)
        or Request(names.match(typed, schools), None, typed, "")
    )


def _is_likely(typed: str, schools: Names) -> bool:
    return isinstance(names.match(typed, schools), Likely)


def _with_plain_day(typed: str, schools: Names, today: date) -> Request | None:
    """The division that leaves the longest text which is a date and nothing else."""
    by_length = sorted(_divisions(typed), key=lambda division: len(division[1].split()), reverse=True)
    readings = ((*division, dates.plain(division[1], today=today)) for division in by_length)
    found = next((each for each in readings if each[2]), None)
    if found is None:
        return None
    school_text, day_text, day = found
    if NO_SCHOOL.fullmatch(school_text):
        return Request(None, dates.read(typed, today=today), "", typed)
    return Request(names.match(school_text, schools), day, school_text, day_text)


def _with_doubtful_day(typed: str, schools: Names, today: date) -> Request | None:
    """A division at a comma, or else after the longest name of a school, for a day to be asked about."""
    if "," in typed:
        found = list(_requests(_at_comma(typed), schools, today))
        return next((each for each in found if not isinstance(each.school, Nobody)), found[0])
    asked = [each for each in _requests(_divisions(typed), schools, today) if _worth_asking(each)]
    return max(asked, key=lambda each: len(each.school_text), default=None)


def _requests(divisions: Iterable[tuple[str, str]], schools: Names, today: date) -> Iterator[Request]:
    for school_text, day_text in divisions:
        day = dates.read(day_text, today=today)
        yield Request(names.match(school_text, schools), day, school_text, day_text)


def _worth_asking(request: Request) -> bool:
    return isinstance(request.school, Exact) and not isinstance(request.day, Unreadable)


def _divisions(typed: str) -> Iterator[tuple[str, str]]:
    """Every cut that leaves few enough words for a day: the school's part, then the day's."""
    cuts = list(CUT.finditer(typed))
    for cut in cuts[-MOST_DAY_WORDS:]:
        yield _school_part(typed[: cut.start()]), _day_part(typed[cut.end() :])
    for cut in cuts[:MOST_DAY_WORDS]:
        yield _school_part(typed[cut.end() :]), _day_part(typed[: cut.start()])


def _at_comma(typed: str) -> Iterator[tuple[str, str]]:
    first, _, rest = typed.partition(",")
    yield _school_part(first), _day_part(rest)
    before, _, last = typed.rpartition(",")
    yield _school_part(last), _day_part(before)


def _school_part(part: str) -> str:
    """Without the words that join a school to a day."""
    return JOINING.sub("", part.strip())


def _day_part(part: str) -> str:
    return part.strip().removeprefix("on ").strip()

"""Actions typed one a line: the action, its deadline, who delivers it, where support comes from, comments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.language import action_timing, dates
from bot.language.action_timing import Timed, Vague, Wrong
from bot.language.dates import Unreadable
from bot.language.question_lines import BULLET
from bot.language.when.reader import NO_CALENDAR
from bot.rules.actions import LONGEST, LONGEST_NAME, MOST_AT_ONCE
from bot.rules.calendar import SchoolCalendar
from bot.rules.papers import Support

ORDER = ("action", "timing", "owner", "support", "comments")
# The columns of the form, and what people call them.
CALLED = {
    "action": ("action", "actions", "action required", "what"),
    "timing": ("timings and deadlines", "timing", "timings", "deadline", "deadlines", "when", "by when"),
    "owner": ("who will deliver this action", "who", "owner", "lead", "led by", "by whom", "responsible"),
    "support": ("support", "support from", "where support comes from", "source of support"),
    "comments": ("comments / further support", "comments", "comment", "further support", "notes"),
}
COLUMN_OF = {name: column for column, names in CALLED.items() for name in names}
BRACKETS = re.compile(r"\([^)]*\)")
LETTERS = re.compile(r"[abc]{1,3}")
OUTSIDE = re.compile(r"\b(?:from\s+)?outside(?:\s+(?:of\s+)?(?:the\s+)?(?:partnership|consortium))?\b")
PARTNERS = re.compile(r"\b(?:within\s+)?(?:the\s+)?(?:partnership|consortium)\b")
SCHOOL = re.compile(
    r"\b(?:with)?in\s*(?:-\s*)?(?:the\s+)?(?:reviewed\s+|own\s+)?school(?:\s+itself)?\b|\bown school\b"
)
NO_SUPPORT = "support comes from a (within the school), b (within the partnership) or c (outside it)"
# As much of a cell as shows which one is meant.
QUOTED = 60


@dataclass(frozen=True, slots=True)
class Row:
    """`timing` is settled; `support` holds letters in their order."""

    action: str
    timing: Timed
    owner: str = ""
    support: str = ""
    comments: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """`problems`: a sentence for each line that won’t do; `vague`: the deadlines that are asked about."""

    rows: tuple[Row, ...]
    problems: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()


def read(
    text: str,
    *,
    today: date,
    review_day: date,
    calendar: SchoolCalendar = NO_CALENDAR,
    asked: str = "",
) -> Lines:
    """`asked`: the marks of the deadlines that were asked about before, see `action_timing.settled`."""
    lines = [line.rstrip() for line in text.splitlines() if any(map(str.isalnum, line))]
    columns: Sequence[str] = ORDER
    rows: list[Row] = []
    if lines and (found := header(lines[0])):
        columns, lines = found, lines[1:]
    if len(lines) > MOST_AT_ONCE:
        return Lines((), (f"Please add {MOST_AT_ONCE} actions at most at once; this has {len(lines):,}.",))
    problems, vague = [], []
    for number, line in enumerate(lines, 1):
        said = _by_column(cells(line, today), columns)
        timing = action_timing.settled(
            action_timing.read(said["timing"], today=today, review_day=review_day, calendar=calendar), asked
        )
        found_support = support(said["support"])
        reasons = _wrong(said, timing, found_support)
        problems += [f"Line {number}: {reason}" for reason in reasons]
        if isinstance(timing, Vague):
            vague.append(timing.words)
        if isinstance(timing, Timed):
            rows.append(Row(said["action"], timing, said["owner"], found_support or "", said["comments"]))
    return Lines(tuple(rows), tuple(problems), tuple(vague))


def _wrong(said: dict[str, str], timing: action_timing.Timing, found_support: str | None) -> list[str]:
    reasons = []
    if not said["action"]:
        reasons.append("the action itself is missing.")
    for name, most in (("action", LONGEST), ("owner", LONGEST_NAME), ("comments", LONGEST)):
        if len(said[name]) > most:
            called = {"action": "the action", "owner": "the name", "comments": "the comment"}[name]
            reasons.append(f"please keep {called} to {most} characters; it has {len(said[name]):,}.")
    if found_support is None:
        reasons.append(f"{NO_SUPPORT}, not from “{_quoted(said['support'])}”.")
    if isinstance(timing, Wrong):
        reasons.append(timing.reason)
    if isinstance(timing, Vague):
        reasons.append(timing.asks)
    return reasons


def _quoted(cell: str) -> str:
    return cell if len(cell) <= QUOTED else f"{cell[: QUOTED - 1].rstrip()}…"


def cells(line: str, today: date) -> list[str]:
    """The cells of a line; a semicolon inside a sentence divides nothing."""
    bare = BULLET.sub("", line.strip(" "))
    if "\t" in bare:
        return [cell.strip() for cell in bare.split("\t")]
    if "|" in bare:
        inside = bare[1:-1] if bare.startswith("|") and bare.endswith("|") else bare
        return [cell.strip() for cell in inside.split("|")]
    said = [cell.strip() for cell in bare.split(";")]
    return said if len(said) != 2 or not said[1] or _is_day(said[1], today) else [bare.strip()]


def _is_day(typed: str, today: date) -> bool:
    """Whether it is meant for a day, even for one that there is not."""
    reading = dates.read(typed, today=today)
    return not isinstance(reading, Unreadable) or reading.impossible


def _by_column(said: Sequence[str], columns: Sequence[str]) -> dict[str, str]:
    """Without a header, a fourth cell that names no support is a comment; what is left over is one too."""
    if columns is ORDER and len(said) == 4 and support(said[3]) is None:
        columns = ("action", "timing", "owner", "comments")
    kept: dict[str, list[str]] = {name: [] for name in ORDER}
    for at, cell in enumerate(said):
        if cell:
            kept[columns[at] if at < len(columns) else "comments"].append(cell)
    return {name: "; ".join(found) for name, found in kept.items()}


def header(line: str) -> tuple[str, ...] | None:
    """The columns that a pasted table names, where its first line says nothing else."""
    separator = next((one for one in ("\t", "|", ";") if one in line), "")
    if not separator:
        return None
    names = [BRACKETS.sub("", cell).strip(" *_.:?").casefold() for cell in line.strip(" |").split(separator)]
    known = tuple(COLUMN_OF.get(" ".join(name.split()), "") for name in names)
    return known if "action" in known and all(known) and len(known) > 1 else None


def support(typed: str) -> str | None:
    """The letters of the form, from letters or from its words; None for what is neither."""
    said, found = typed.casefold(), set[Support]()
    # The longest first: "outside of the partnership" names the partnership too.
    for pattern, one in (
        (OUTSIDE, Support.OUTSIDE),
        (PARTNERS, Support.PARTNERSHIP),
        (SCHOOL, Support.SCHOOL),
    ):
        said, times = pattern.subn(" ", said)
        found |= {one} if times else set()
    rest = re.sub(r"\b(?:and|or)\b|[^\w]", " ", said).split()
    if any(not LETTERS.fullmatch(word) for word in rest):
        return None
    found |= {Support(letter) for word in rest for letter in word}
    return "".join(one.value for one in Support if one in found)

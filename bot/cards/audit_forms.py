"""What is asked for the audit proforma: somebody's own part, or one line from the headteacher."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Block, Button, Card, Confirm, Day, Field, Heading, Prose, Text, go
from bot.cards.problems import NO_PROBLEMS, Problems, days_meant, error
from bot.cards.review import title
from bot.language.audit import HEADINGS
from bot.rules.audit import Column, Columns
from bot.rules.papers import AuditLine
from storage.models import Review

PRESENT, DAY = "present", "day"
WHOSE_WORDS: Mapping[AuditLine, str] = {
    AuditLine.KEY_AREAS: "Your notes of the day stand here already, if you made any.",
    AuditLine.ACTIVITIES: "Your notes of the day stand here already, if you made any.",
    AuditLine.PRIORITIES: "The actions of the plan stand there already: add only what is missing.",
    AuditLine.VISIT: "Its day and what was seen come from the visit itself: add only what is missing.",
}
TOO_LONG = "What stands there is too long to be shown here; it stays if you leave this empty."
REPLACES = "This takes the place of what stands there. Leave it empty to have what the records say."


@dataclass(frozen=True, slots=True)
class Typed:
    """As it stands in the form; the words by their lines. `hidden`: where more stands than has room here."""

    day: str = ""
    present: str = ""
    words: Mapping[AuditLine, str] = field(default_factory=dict)
    hidden: frozenset[AuditLine] = frozenset()


def ask_mine(
    review: Review,
    lines: Columns,
    typed: Typed,
    *,
    version: str,
    problems: Problems = NO_PROBLEMS,
    said: str = "",
) -> Card:
    """`version` tells what was written when the form was shown; `said`: what has been written since."""
    to = {"review": review.id, "version": version}
    return Card(
        f"Your part of the audit proforma: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            Text("What the bot knows stands here already. Save it as it is if there is nothing to add."),
            *(part for line, columns in lines.items() for part in _own_line(line, columns, typed, problems)),
        ),
        (
            Button("Save it", go("audit.write", **to), "primary"),
            *days_meant(problems, lambda day: go("audit.write", day=day, **to)),
            Button("Go back", go("audit.show", review=review.id)),
        ),
    )


def _own_line(
    line: AuditLine, columns: Sequence[Column], typed: Typed, problems: Problems
) -> tuple[Block, ...]:
    fields = fields_of(line, columns, typed, problems, WHOSE_WORDS.get(line, ""))
    # Words alone have the line's name as their label.
    return fields if tuple(columns) == (Column.WORDS,) else (Heading(HEADINGS[line]), *fields)


def ask_line(
    review: Review,
    line: AuditLine,
    columns: Sequence[Column],
    typed: Typed,
    *,
    version: str,
    own: bool = False,
    problems: Problems = NO_PROBLEMS,
    said: str = "",
) -> Card:
    """`own`: the reader has written at this line, and can take it back."""
    to = {"review": review.id, "line": line, "version": version}
    sure = Confirm(
        "Take back what you wrote at this line?",
        "What the records say stays.",
        "Yes, take it back",
        "Keep it",
    )
    back = Button("Take back what I wrote", go("audit.restore", **to), confirm=sure)
    return Card(
        f"{HEADINGS[line]}: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            *fields_of(line, columns, typed, problems, REPLACES),
        ),
        (
            Button("Save it", go("audit.correct", **to), "primary"),
            *days_meant(problems, lambda day: go("audit.correct", day=day, **to)),
            *((back,) if own else ()),
            Button("Go back", go("audit.show", review=review.id)),
        ),
    )


def fields_of(
    line: AuditLine, columns: Sequence[Column], typed: Typed, problems: Problems, hint: str
) -> tuple[Field, ...]:
    each: Mapping[Column, Field] = {
        Column.PRESENT: Prose(
            name=PRESENT,
            label="Sent by" if line is AuditLine.DATA else "Present",
            hint="Names are enough.",
            value=typed.present,
            error=error(problems, PRESENT),
            required=False,
        ),
        Column.DATED: Day(
            name=DAY,
            label="Date",
            hint="Type it, for example 7 Dec, or pick it.",
            value=typed.day,
            error=error(problems, DAY),
            required=False,
        ),
        Column.WORDS: Prose(
            name=line.value,
            label=HEADINGS[line] if tuple(columns) == (Column.WORDS,) else "In words",
            hint=" ".join(filter(None, (TOO_LONG if line in typed.hidden else "", hint, SAFEGUARDING))),
            value=typed.words.get(line, ""),
            error=error(problems, line.value),
            required=False,
        ),
    }
    return tuple(each[column] for column in columns)


def changed_meanwhile(by: str, stands: str) -> str:
    """The second of two savers sees what the first left, and keeps their own words."""
    now = f" It says now: “{stands}”." if stands else ""
    return (
        f"{by} has changed this while you were here, so nothing is saved yet.{now} Save again to replace it."
    )

"""The audit proforma: who fills in which line, and what stands at a line where several have written."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.rules.papers import AuditLine
from bot.rules.permissions import Part

LONGEST_WORDS = 2000
LONGEST_PRESENT = 500
# What a form can show of several people's words: as much as Slack takes in a box.
LONGEST_SHOWN = 3000


class Column(StrEnum):
    """Of one line."""

    PRESENT = "present"
    DATED = "dated"
    WORDS = "words"


Columns = Mapping[AuditLine, Sequence[Column]]
WHO_AND_WHEN = (Column.PRESENT, Column.DATED)
IN_WORDS = (Column.WORDS,)

COLUMNS: Columns = {
    AuditLine.DATA: WHO_AND_WHEN,
    AuditLine.MEETING: (*WHO_AND_WHEN, Column.WORDS),
    AuditLine.REVIEW: WHO_AND_WHEN,
    AuditLine.KEY_AREAS: IN_WORDS,
    AuditLine.ACTIVITIES: IN_WORDS,
    AuditLine.FEEDBACK: WHO_AND_WHEN,
    AuditLine.GOVERNORS: WHO_AND_WHEN,
    AuditLine.WORKSHOP: (*WHO_AND_WHEN, Column.WORDS),
    AuditLine.PLAN_AGREED: WHO_AND_WHEN,
    AuditLine.PRIORITIES: IN_WORDS,
    AuditLine.VISIT: (*WHO_AND_WHEN, Column.WORDS),
    AuditLine.IMPROVEMENT: IN_WORDS,
}
OF_THE_TEAM: Columns = {
    AuditLine.REVIEW: WHO_AND_WHEN,
    AuditLine.KEY_AREAS: IN_WORDS,
    AuditLine.ACTIVITIES: IN_WORDS,
}
OF_THE_CHAMPIONS: Columns = {
    AuditLine.WORKSHOP: WHO_AND_WHEN,
    AuditLine.PRIORITIES: IN_WORDS,
    # Its day and who was there are said where the visit itself is.
    AuditLine.VISIT: IN_WORDS,
}
# Audit proforma: the host headteacher asks "the reviewers and improvement champions to complete any relevant
# section"; which of the lines are whose it does not say.
ASKED_OF: Mapping[Part, Columns] = {
    Part.LEAD_REVIEWER: OF_THE_TEAM,
    Part.REVIEWER: OF_THE_TEAM,
    Part.CHAMPION: OF_THE_CHAMPIONS,
}
# Audit proforma: it "will follow at a later date on an updated form".
LATER = frozenset({AuditLine.IMPROVEMENT})


def own_lines(parts: Collection[Part]) -> Columns:
    """What somebody who takes part is asked for."""
    mine = [ASKED_OF[part] for part in Part if part in parts and part in ASKED_OF]
    return {line: columns for found in mine for line, columns in found.items()}


@dataclass(frozen=True, slots=True)
class Said:
    """Words at a line, of somebody, or without `by` from the records that `name` names."""

    text: str
    by: int | None = None
    name: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the review's own records say at a line; words with `by` are somebody's notes of the day."""

    present: str = ""
    dated: date | None = None
    words: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody has written at a line. `order` tells what was written later, whatever the clock says."""

    by: int
    name: str
    at: datetime
    order: int
    present: str = ""
    dated: date | None = None
    words: str = ""
    whole: bool = False

    @property
    def is_empty(self) -> bool:
        return not (self.present or self.dated or self.words)


@dataclass(frozen=True, slots=True)
class Line:
    """What stands at one line of the proforma."""

    line: AuditLine
    present: str = ""
    dated: date | None = None
    words: tuple[Said, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.present or self.dated or self.words)


def stands(line: AuditLine, recorded: Recorded, written: Collection[Written]) -> Line:
    """What the records say, overlaid by what people wrote.

    Who was there and when: as it was written last. Of words everyone's own stand, in place of that person's
    notes; the headteacher's in place of all that stood there when they wrote them.
    """
    ordered = sorted(written, key=lambda one: one.order)
    present = next((one.present for one in reversed(ordered) if one.present), recorded.present)
    dated = next((one.dated for one in reversed(ordered) if one.dated), recorded.dated)
    return Line(line, present, dated, _words(recorded, [one for one in ordered if one.words]))


def _words(recorded: Recorded, ordered: Sequence[Written]) -> tuple[Said, ...]:
    whole = next((one for one in reversed(ordered) if one.whole), None)
    own = [one for one in ordered if not one.whole and (whole is None or one.order > whole.order)]
    put_anew = {one.by for one in ordered if not one.whole}
    kept = [one for one in recorded.words if one.by not in put_anew and _is_after(one, whole)]
    first = [whole] if whole else []
    return (
        *(Said(one.words, one.by, one.name, one.at) for one in first),
        *kept,
        *(Said(one.words, one.by, one.name, one.at) for one in own),
    )


def _is_after(one: Said, whole: Written | None) -> bool:
    return whole is None or (one.at is not None and one.at > whole.at)


def own_texts(recorded: Recorded, written: Collection[Written], person: int) -> Sequence[str]:
    """What this person has at a line: their own words, else each of their notes of the day."""
    mine = [one.words for one in written if one.by == person and one.words and not one.whole]
    return mine or [one.text for one in recorded.words if one.by == person]


def own_words(recorded: Recorded, written: Collection[Written], person: int) -> str:
    return "\n".join(own_texts(recorded, written, person))


def may_be_asked(missing: Collection[AuditLine], part: Part) -> bool:
    """Whether somebody with that part could fill in something that is missing."""
    return any(line in missing for line in ASKED_OF.get(part, ()))

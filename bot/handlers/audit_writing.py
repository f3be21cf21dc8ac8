"""What somebody has typed for the audit proforma, and what of it is theirs beside what stood there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.cards.audit_forms import DAY, PRESENT, Typed
from bot.cards.problems import Problem
from bot.documents import audit_draft
from bot.handlers.proposals import day_typed, too_long
from bot.language.say import full
from bot.router import Turn
from bot.rules import audit as rules
from bot.rules.audit import (
    LONGEST_PRESENT,
    LONGEST_SHOWN,
    LONGEST_WORDS,
    Column,
    Columns,
    Line,
    Recorded,
    Written,
)
from bot.rules.papers import AuditLine
from storage import audits, impacts
from storage.audits import Words
from storage.models import Review

Problems = dict[str, Problem]
# These may still be to come.
AHEAD = frozenset({AuditLine.WORKSHOP, AuditLine.VISIT})
NEAR = timedelta(days=180)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Some lines of a proforma, as one person fills them in. `whole`: in place of what all others wrote."""

    columns: Columns
    records: Mapping[AuditLine, Recorded]
    written: Mapping[AuditLine, Sequence[Written]]
    person: int
    whole: bool
    version: str

    def stands(self, line: AuditLine) -> Line:
        return rules.stands(line, self.records[line], self.written.get(line, ()))

    def without_me(self, line: AuditLine) -> Line:
        others = [one for one in self.written.get(line, ()) if one.by != self.person]
        return rules.stands(line, self.records[line], others)

    def words(self, line: AuditLine) -> str:
        """What is theirs to change: of all that is said at the line, or of their own words."""
        if self.whole:
            return text(self.stands(line))
        return rules.own_words(self.records[line], self.written.get(line, ()), self.person)

    def shown(self, line: AuditLine) -> str:
        """The same, where a form has room for it."""
        found = self.words(line)
        return found if len(found) <= LONGEST_SHOWN else ""

    def words_without_me(self, line: AuditLine) -> str:
        if self.whole:
            return text(self.without_me(line))
        return rules.own_words(self.records[line], (), self.person)

    def mine(self, line: AuditLine) -> Words:
        found = (one for one in self.written.get(line, ()) if one.by == self.person)
        return next((Words(one.present, one.dated, one.words) for one in found), Words())


def text(line: Line) -> str:
    return "\n".join(one.text for one in line.words)


def sheet(turn: Turn, review: Review, columns: Columns, *, whole: bool) -> Sheet:
    written = audit_draft.written(turn.session, review)
    records = audit_draft.records(turn.session, review)
    return Sheet(columns, records, written, turn.asker.id, whole, version(turn, review, columns, whole=whole))


def version(turn: Turn, review: Review, columns: Columns, *, whole: bool) -> str:
    """Which version of its rows the form shows: of what it would take the place of, and no more.

    Two reviewers' words stand beside each other, and who was there and when does not. The impact stands at a
    line too.
    """
    rows = [part for part in audits.parts(turn.session, review.id) if part.line in columns]
    mine = sum(part.version for part in rows if part.by_id == turn.asker.id)
    shared = [part for part in rows if part.by_id != turn.asker.id]
    if not whole:
        shared = [part for part in shared if Column.DATED in columns[part.line]]
    impact = impacts.get(turn.session, review.id) if AuditLine.IMPROVEMENT in columns else None
    return f"{mine}.{sum(part.version for part in shared) + (impact.version if impact else 0)}"


def as_it_stands(filled: Sheet) -> Typed:
    day, present = "", ""
    for line, columns in filled.columns.items():
        if Column.DATED in columns:
            stands = filled.stands(line)
            day, present = stands.dated.isoformat() if stands.dated else "", stands.present
    return Typed(day, present, {line: filled.shown(line) for line in with_words(filled)}, hidden(filled))


def with_words(filled: Sheet) -> Sequence[AuditLine]:
    return [line for line, columns in filled.columns.items() if Column.WORDS in columns]


def hidden(filled: Sheet) -> frozenset[AuditLine]:
    """Where more stands than a form can show."""
    return frozenset(line for line in with_words(filled) if filled.words(line) != filled.shown(line))


def understood(turn: Turn, review: Review, filled: Sheet) -> tuple[Typed, dict[AuditLine, Words], Problems]:
    """What was typed, and what each line has of this person then."""
    said = {line: turn.text(line.value) for line in with_words(filled)}
    typed = Typed(turn.text(DAY), turn.text(PRESENT), said, hidden(filled))
    problems: Problems = {}
    dated = [line for line, columns in filled.columns.items() if Column.DATED in columns]
    day = None
    if dated:
        day, problems = day_meant(turn, review, typed, dated[0])
        typed = replace(typed, day=day.isoformat()) if day else typed
        if error := too_long(typed.present, LONGEST_PRESENT):
            problems[PRESENT] = Problem(error)
    for line, words in said.items():
        # What stands there may be longer: several people's words.
        if (error := too_long(words, LONGEST_WORDS)) and words != filled.shown(line):
            problems[line.value] = Problem(error)
    return typed, {line: theirs(filled, line, typed, day) for line in filled.columns}, problems


def day_meant(turn: Turn, review: Review, typed: Typed, line: AuditLine) -> tuple[date | None, Problems]:
    """Of two years the past one; of what may still be to come the one near the review."""
    if not typed.day and DAY not in turn.args:
        return None, {}
    day, unread = day_typed(turn, record=line not in AHEAD)
    if unread:
        last = review.day + NEAR if line in AHEAD else turn.today
        near = [one for one in unread.dates if one <= last]
        if len(near) != 1:
            return None, {DAY: unread}
        [day] = near
    if day and day > turn.today and line not in AHEAD:
        return None, {DAY: Problem(f"{full(day)} is still to come. Please check the day.")}
    return day, {}


def theirs(filled: Sheet, line: AuditLine, typed: Typed, day: date | None) -> Words:
    """Only what would not stand there without them: what is merely left as it was is nobody's word."""
    columns, mine, others = filled.columns[line], filled.mine(line), filled.without_me(line)
    present, dated, words = mine.present, mine.dated, mine.words
    if Column.DATED in columns:
        present = "" if typed.present == others.present else typed.present
        dated = None if day == others.dated else day
    if Column.WORDS in columns:
        words = their_words(filled, line, typed.words[line])
    return Words(present, dated, words)


def their_words(filled: Sheet, line: AuditLine, said: str) -> str:
    if said == filled.shown(line):
        # Beside a new date the words stand as they did: those, too, that others have added since.
        return filled.words(line) if filled.mine(line).words else ""
    return "" if said == filled.words_without_me(line) else said


def is_as_before(filled: Sheet, given: Mapping[AuditLine, Words]) -> bool:
    return all(words == filled.mine(line) for line, words in given.items())


def is_overtaken(shown: str, filled: Sheet, given: Mapping[AuditLine, Words]) -> bool:
    """Whether the form was shown before something was written that it would take the place of."""
    if shown == filled.version:
        return False
    mine, _, others = shown.partition(".")
    mine_now, _, others_now = filled.version.partition(".")
    if filled.whole or mine != mine_now:
        return True
    # Others have said anew who was there or when: that matters to whoever says so too.
    return others != others_now and any(
        (words.present, words.dated) != (filled.mine(line).present, filled.mine(line).dated)
        for line, words in given.items()
    )

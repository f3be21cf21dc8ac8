"""What has changed between two versions of a paper: plain differences, in the order of the form."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, TypeVar

from bot.rules.papers import (
    ActionRow,
    AuditEntry,
    AuditPaper,
    Content,
    PlanPaper,
    PreviousAction,
    SummaryPaper,
)

Entry = str | PreviousAction | ActionRow | AuditEntry
One = TypeVar("One", bound=Entry)


class Where(StrEnum):
    """The parts of the three forms."""

    IMPACT = "impact"
    PREVIOUS = "previous"
    STRENGTHS = "strengths"
    AREAS = "areas"
    ACTIONS = "actions"
    PEOPLE = "people"
    LINES = "lines"


class How(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """`was` and `now`: the entry before and after; None where there was none."""

    where: Where
    how: How
    was: Entry | None = None
    now: Entry | None = None


def differences(was: Content, now: Content) -> Sequence[Difference]:
    """What the later version says otherwise. How far the previous plan’s actions have come moves on by
    itself, and so is no change of the paper.
    """
    match was, now:
        case SummaryPaper(), SummaryPaper():
            return (
                *_of_text(Where.IMPACT, was.impact, now.impact),
                *_of_list(Where.PREVIOUS, _commented(was), _commented(now), lambda one: one.action),
                *_of_list(Where.STRENGTHS, was.strengths, now.strengths, str),
                *_of_list(Where.AREAS, was.areas, now.areas, str),
            )
        case PlanPaper(), PlanPaper():
            known = all(one.item for one in (*was.actions, *now.actions))
            return tuple(_of_list(Where.ACTIONS, was.actions, now.actions, _item if known else _words))
        case AuditPaper(), AuditPaper():
            return (
                *_of_text(Where.PEOPLE, _people(was), _people(now)),
                *_of_list(Where.LINES, was.entries, now.entries, lambda one: one.line),
            )
        case _:
            raise TypeError(f"{type(was).__name__} and {type(now).__name__} are two different papers")


def _commented(paper: SummaryPaper) -> Sequence[PreviousAction]:
    return [replace(one, progress="") for one in paper.previous if one.comment]


def _item(row: ActionRow) -> int:
    return row.item


def _words(row: ActionRow) -> str:
    return row.action


def _people(paper: AuditPaper) -> str:
    return ", ".join(filter(None, (paper.lead_reviewer, *paper.reviewers, *paper.champions)))


def _of_text(where: Where, was: str, now: str) -> Iterator[Difference]:
    if was != now:
        how = How.ADDED if not was else How.CHANGED if now else How.REMOVED
        yield Difference(where, how, was or None, now or None)


def _of_list(
    where: Where, was: Sequence[One], now: Sequence[One], key: Callable[[One], Hashable]
) -> Sequence[Difference]:
    """Entries with the same key are the same entry; of those in one another’s place each is the other’s."""
    found: list[Difference] = []
    matcher = SequenceMatcher(None, [key(one) for one in was], [key(one) for one in now], autojunk=False)
    for _, first, last, start, end in matcher.get_opcodes():
        before, after = was[first:last], now[start:end]
        both = min(len(before), len(after))
        found += [
            Difference(where, How.CHANGED, old, new)
            for old, new in zip(before[:both], after[:both], strict=True)
            if old != new
        ]
        found += [Difference(where, How.REMOVED, old) for old in before[both:]]
        found += [Difference(where, How.ADDED, None, new) for new in after[both:]]
    return _elsewhere(_moved(where, found), key)


def _moved(where: Where, found: Sequence[Difference]) -> Sequence[Difference]:
    """What was taken out here and stands word for word there has only moved."""
    gone = Counter(one.was for one in found if one.how is How.REMOVED)
    come = Counter(one.now for one in found if one.how is How.ADDED)
    moved = gone & come
    # Of an entry that stands there twice, each is told once.
    told, left = Counter(moved), Counter(moved)
    kept: list[Difference] = []
    for one in found:
        if one.how is How.ADDED and told[one.now]:
            told[one.now] -= 1
            kept.append(Difference(where, How.MOVED, one.now, one.now))
        elif one.how is How.REMOVED and left[one.was]:
            left[one.was] -= 1
        else:
            kept.append(one)
    return kept


def _elsewhere(found: Sequence[Difference], key: Callable[[Any], Hashable]) -> Sequence[Difference]:
    """What was taken out here and stands there in other words has changed."""
    kept = list(found)
    for new in [one for one in found if one.how is How.ADDED]:
        old = next((one for one in kept if one.how is How.REMOVED and key(one.was) == key(new.now)), None)
        if old:
            kept[kept.index(new)] = Difference(new.where, How.CHANGED, old.was, new.now)
            kept.remove(old)
    return kept

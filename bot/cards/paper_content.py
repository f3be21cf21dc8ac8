"""A paper, and what has changed in it, as rows; a long one is cut into pages, and nothing is left out."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.cards import words
from bot.cards.model import Button, Go, Row
from bot.cards.plan_words import SUPPORT
from bot.language import audit
from bot.language.say import listed
from bot.rules.paper_changes import Difference, Entry, How, Where
from bot.rules.papers import (
    ActionRow,
    AuditEntry,
    AuditPaper,
    Content,
    PlanPaper,
    PreviousAction,
    SummaryPaper,
)

# Slack takes about 13,000 characters in a message; what stands above the rows needs its part.
A_PAGE = 5_000
A_ROW = 2_500
ROWS = 12
HEADINGS: Mapping[Where, str] = {
    Where.IMPACT: "Impact of the previous action plan",
    Where.PREVIOUS: "Previous action",
    Where.STRENGTHS: "Area of strength",
    Where.AREAS: "Area for development",
    Where.ACTIONS: "Action",
    Where.PEOPLE: "People",
    Where.LINES: "Line",
}
CHANGED: Mapping[How, str] = {
    How.ADDED: "new",
    How.CHANGED: "changed",
    How.REMOVED: "taken out",
    How.MOVED: "moved",
}
# What stands between two texts of one entry.
BEFORE = "Before: "


def rows(content: Content) -> Sequence[Row]:
    """All that a paper says, in the order of its form."""
    return [part for row in _rows(content) for part in parts(row)]


def _rows(content: Content) -> Iterator[Row]:
    match content:
        case SummaryPaper():
            if content.impact:
                yield Row(HEADINGS[Where.IMPACT], content.impact)
            yield from numbered(Where.PREVIOUS, content.previous)
            yield from numbered(Where.STRENGTHS, content.strengths)
            yield from numbered(Where.AREAS, content.areas)
        case PlanPaper():
            yield from numbered(Where.ACTIONS, content.actions)
        case AuditPaper():
            people = (content.lead_reviewer, *content.reviewers, *content.champions)
            yield Row("Reviewers and Improvement Champions", listed([one for one in people if one]))
            yield from (Row(audit.HEADINGS[one.line], said(one)) for one in content.entries)


def numbered(where: Where, entries: Sequence[Entry]) -> Iterator[Row]:
    for number, one in enumerate(entries, 1):
        yield Row(f"{HEADINGS[where]} {number}", said(one))


def said(entry: Entry) -> str:
    """An entry in words, a line for each of its columns."""
    lines: tuple[str, ...]
    match entry:
        case str():
            return entry
        case PreviousAction():
            lines = (entry.action, entry.progress, entry.comment)
        case ActionRow():
            support = listed([SUPPORT[one] for one in entry.support]) if entry.support else ""
            lines = (
                entry.action,
                *_labelled("Timings and deadlines", entry.timing),
                *_labelled("Who will deliver this", entry.owner),
                *_labelled("Support from", support),
                *_labelled("Comments", entry.comments),
            )
        case AuditEntry():
            lines = (
                *_labelled("Present", entry.present),
                *_labelled("Date", entry.dated),
                entry.words,
            )
    return "\n".join(filter(None, lines))


def _labelled(label: str, text: str) -> tuple[str, ...]:
    return (f"{label}: {text}",) if text else ()


def changes(found: Sequence[Difference]) -> Sequence[Row]:
    """What is new, changed, taken out or moved, each with what it says and said."""
    return [part for one in found for part in parts(_change(one))]


def _change(one: Difference) -> Row:
    heading = HEADINGS[one.where]
    if isinstance(one.now or one.was, AuditEntry):
        entry = one.now or one.was
        heading = audit.HEADINGS[entry.line] if isinstance(entry, AuditEntry) else heading
    now = said(one.now) if one.now is not None else ""
    was = said(one.was) if one.was is not None and one.how is not How.MOVED else ""
    before = f"{BEFORE}{was}" if was and now else was
    return Row(f"{heading}: {CHANGED[one.how]}", "\n".join(filter(None, (now, before))))


def counted(found: Sequence[Difference]) -> str:
    """How much has changed, in a line: “Area of strength: 1 new, 2 changed; Action: 1 taken out”."""
    said_of: dict[str, dict[How, int]] = {}
    for one in found:
        counts = said_of.setdefault(HEADINGS[one.where], {})
        counts[one.how] = counts.get(one.how, 0) + 1
    return "; ".join(
        f"{heading}: {', '.join(f'{many} {CHANGED[how]}' for how, many in counts.items())}"
        for heading, counts in said_of.items()
    )


def parts(row: Row) -> Sequence[Row]:
    """A row that is too long for a page as several, which together say all of it."""
    first, *more = words.pieces(words.flat(row.detail), A_ROW) or [""]
    further = [Row(f"{row.title} (continued)", piece) for piece in more]
    return [Row(row.title, first, () if more else row.buttons), *_with_buttons(further, row)]


def _with_buttons(further: Sequence[Row], row: Row) -> Sequence[Row]:
    """The buttons stand below the last of it."""
    if not further:
        return further
    return [*further[:-1], Row(further[-1].title, further[-1].detail, row.buttons)]


def pages(
    all_rows: Sequence[Row], page: int, to: Callable[[int], Go]
) -> tuple[tuple[Row, ...], tuple[Button, ...]]:
    """As `paging.page_of`, with as many rows to a page as it has room for."""
    cut = _cut(all_rows)
    page = max(0, min(page, len(cut) - 1))
    left = sum(map(len, cut[page + 1 :]))
    earlier = (Button("Earlier", to(page - 1)),) if page else ()
    more = (Button(f"More ({left} left)", to(page + 1)),) if left else ()
    return tuple(cut[page]), (*earlier, *more)


def _cut(all_rows: Sequence[Row]) -> Sequence[Sequence[Row]]:
    cut: list[list[Row]] = [[]]
    room = A_PAGE
    for row in all_rows:
        length = len(row.title) + len(words.flat(row.detail))
        if cut[-1] and (length > room or len(cut[-1]) == ROWS):
            cut.append([])
            room = A_PAGE
        cut[-1].append(row)
        room -= length
    return cut

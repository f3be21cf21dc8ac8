"""The Management Group's weekly digest: the same by group, with counts and rates, and the Leads' notes."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.cards import digest_charts
from bot.cards.digest_words import EVENTS, GROUP, MANAGEMENT, words
from bot.cards.model import Block, Button, Card, Facts, Heading, Link, Listing, Row, Text, go
from bot.rules.digest import OLD, PASSED_ON, Dated, Papers
from bot.rules.digest_figures import GroupFigures, SchoolFigures, total

# In one line; the group's own digest has the others.
SCHOOLS, GROUPS = 12, 3
OLD_LABEL = f"Late for over {OLD} working days"
# What makes a group's part longer than it may be beside others.
ROOM = 5_000


@dataclass(frozen=True)
class Note:
    """What a Lead has written. `words`: "" where it is not shown, but can be opened by those whose it is."""

    by: str
    words: str = ""


@dataclass(frozen=True)
class Everything:
    """`asks`: whoever reads it may ask the Leads; the office reads it as well."""

    monday: date
    groups: Sequence[GroupFigures]
    notes: Mapping[int, Note] = field(default_factory=dict)
    asks: bool = True


def management(shown: Everything, page: int = 0) -> Card:
    title = say("title", shown.monday)
    parts = [part(one, shown) for one in shown.groups]
    pages = paged(parts)
    page = max(0, min(page, len(pages) - 1))
    blocks = tuple(block for one in pages[page] for block in one) if pages else ()
    left = sum(map(len, pages[page + 1 :]))
    quiet = all(one.is_quiet for one in shown.groups) and not shown.notes
    first = (Text(say("quiet")),) if quiet and not page else ()
    pictures = () if page or quiet else digest_charts.of_all(shown.groups)
    return Card(title, (*first, *blocks, *pictures), turned(page, left))


def turned(page: int, left: int) -> tuple[Button | Link, ...]:
    earlier = (Button("Earlier", go("digest.management", page=page - 1), aside=True),) if page else ()
    more = Button(f"More ({left} left)", go("digest.management", page=page + 1), aside=True)
    return (*earlier, *((more,) if left else ()))


def paged(parts: Sequence[tuple[Block, ...]]) -> list[list[tuple[Block, ...]]]:
    """As many groups on a page as have room there."""
    pages: list[list[tuple[Block, ...]]] = []
    taken = 0
    for one in parts:
        needs = len(str(one))
        if not pages or len(pages[-1]) == GROUPS or taken + needs > ROOM:
            pages.append([])
            taken = 0
        pages[-1].append(one)
        taken += needs
    return pages


def say(macro: str, *given: object) -> str:
    return words(MANAGEMENT, macro, *given)


def part(one: GroupFigures, shown: Everything) -> tuple[Block, ...]:
    return (Heading(one.name), Facts(tuple(lines(one))), Listing((closing(one, shown),)))


def lines(one: GroupFigures) -> list[tuple[str, str]]:
    week = say("planned", counted(one, lambda school: school.week))
    fortnight = say("planned", counted(one, lambda school: school.fortnight))
    found = [
        ("Reviews", say("stages", one)),
        ("Planned", "" if week or fortnight else say("nothing_planned")),
        ("This week", week),
        ("Next fortnight", fortnight),
        ("Papers in time", say("on_time", one.rate)),
        ("Papers", say("papers", papers(one))),
        ("Actions", actions(one)),
        ("Not scheduled", not_scheduled(one)),
        ("Reviewers sent", reviewers_sent(one)),
        ("Not filled yet", not_filled(one)),
        ("Overdue", by_school(one, lambda school: school.late > 0, lambda school: school.late)),
        (OLD_LABEL, by_school(one, lambda school: school.old > 0, lambda school: school.old)),
    ]
    return [(name, said) for name, said in found if said]


def papers(one: GroupFigures) -> list[tuple[str, Papers]]:
    found = [(EVENTS[kind][1], one.papers(kind)) for kind in PASSED_ON]
    return [(name, papers) for name, papers in found if papers.received or papers.awaited]


def actions(one: GroupFigures) -> str:
    return words(GROUP, "actions", one) if one.actions.all else ""


def counted(one: GroupFigures, of: Callable[[SchoolFigures], Sequence[Dated]]) -> Mapping[str, int]:
    """How much of each is planned, in the order of the schedule."""
    numbers = Counter(item.what for school in one.schools for item in of(school))
    return {what: numbers[what] for what in EVENTS if numbers[what]}


def by_school(
    one: GroupFigures,
    among: Callable[[SchoolFigures], bool],
    number: Callable[[SchoolFigures], int] | None = None,
) -> str:
    found = [(school.school, number(school) if number else None) for school in one.schools if among(school)]
    return say("by_school", found[:SCHOOLS], max(len(found) - SCHOOLS, 0))


def not_scheduled(one: GroupFigures) -> str:
    if any(school.booked for school in one.schools):
        return by_school(one, lambda school: not school.booked)
    return say("no_school_booked", len(one.schools))


def reviewers_sent(one: GroupFigures) -> str:
    """Of every school, as soon as one has sent any: the others are what the Lead may want to speak about."""
    if not any(school.sent for school in one.schools):
        return ""
    return by_school(one, lambda school: True, lambda school: school.sent)


def not_filled(one: GroupFigures) -> str:
    wanted = total(school.wanted for school in one.schools)
    return say("wanted", wanted, sum(not school.has_head for school in one.schools))


def closing(one: GroupFigures, shown: Everything) -> Row:
    """The Lead's note and the ways on. In a channel the note is a button away: whatever somebody has typed
    is shown to those whose it is, and not to whoever reads along.
    """
    note = shown.notes.get(one.id)
    ids = {"group": one.id, "week": shown.monday.isoformat()}
    read = Button("Read the note", go("lead_note.read", **ids), aside=True)
    buttons = (
        *((read,) if note and not note.words else ()),
        *((Button("Ask the Lead", go("lead_question.ask", **ids), aside=True),) if shown.asks else ()),
        Button("The group’s digest", go("digest.show", group=one.id), aside=True),
    )
    if note:
        return Row(f"A note from {note.by}", note.words, buttons)
    return Row(f"{one.lead} leads the group" if one.lead else "Nobody leads the group", "", buttons)

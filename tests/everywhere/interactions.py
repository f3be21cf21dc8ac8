"""What docs/INTERACTIONS.md promises, and the plays in which a person's interactions are counted."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.conversation.test_day import TYPED

DOCUMENT = Path(__file__).parents[2] / "docs" / "INTERACTIONS.md"
TASK, SURFACES, ASKED_BY = "task", "on", "asked by"
LIST, MESSAGE = "the list", "the message"

# Of a church school: each paper by its field, and by words that only its row has.
PAPERS = {
    "sef": "(SEF)",
    "data": "Data",
    "plan": "(SDP/SIP)",
    "ofsted": "Ofsted",
    "siams": "SIAMS",
    "heads_report": "report to governors",
    "previous": "Peer to Peer",
}
LINKS = {field: f"https://docs.oak.example/{field}" for field in PAPERS}
EVERYTHING = "Everything is in."
SENT = "Sent. The review team is told."


@dataclass
class Count:
    """What a person has done; and how often their client has brought something to the bot."""

    opened: int = 0
    filled: int = 0
    sent: int = 0
    brought: int = 0

    @property
    def interactions(self) -> int:
        return self.opened + self.sent


@dataclass(frozen=True)
class Promise:
    asked_by: str
    opened: int
    filled: int
    sent: int
    interactions: int
    most: int


class Headteacher(Protocol):
    """Somebody at one of the surfaces, who counts what they do."""

    count: Count

    async def is_asked(self, by: str, said: str) -> None:
        """Have the list or the message with these words before them: the count begins after that."""

    async def opens(self, label: str, row: str = "") -> None: ...

    async def sends(self, label: str, fields: Mapping[str, str]) -> None:
        """Fill in these fields and send the form."""

    async def sees(self, said: str) -> None: ...

    async def keeps_draft(self) -> None:
        """Before the count begins."""


Play = Callable[[Headteacher], Awaitable[None]]
PACK, TIMETABLE = "Send the paperwork for Oak", "Timetable for the day: Oak"
REQUEST = "Please send the timetable for the day, Oak"


async def all_links(head: Headteacher) -> None:
    await head.is_asked(LIST, PACK)
    await head.opens("Add the links", PACK)
    await head.sends("Save the links", LINKS)
    await head.sees(EVERYTHING)


async def one_after_another(head: Headteacher) -> None:
    await head.is_asked(LIST, PACK)
    await head.opens("Paperwork", PACK)
    for field, row in PAPERS.items():
        await head.opens("Add link", row)
        await head.sends("Save the link", {"link": LINKS[field]})
    await head.sees(EVERYTHING)


async def timetable(head: Headteacher) -> None:
    await head.is_asked(MESSAGE, REQUEST)
    await head.sends("Send to the team", {"rows": TYPED})
    await head.sees(SENT)


async def draft(head: Headteacher) -> None:
    await head.keeps_draft()
    await head.is_asked(MESSAGE, REQUEST)
    await head.sends("Send to the team", {})
    await head.sees(SENT)


async def early(head: Headteacher) -> None:
    await head.is_asked(LIST, TIMETABLE)
    await head.opens("Add timetable", TIMETABLE)
    await head.sends("Send to the team", {"rows": TYPED})
    await head.sees(SENT)


# Each by its line in the document.
PLAYS: Mapping[str, Play] = {
    "The paperwork: the links to seven papers in one form": all_links,
    "The paperwork: the links to seven papers, one after another": one_after_another,
    "The timetable of the day": timetable,
    "The timetable of the day, as it was kept as a draft": draft,
    "The timetable of the day, before it is asked for": early,
}


def promised(surface: str) -> Mapping[str, Promise]:
    """The lines of the document's table for a surface, by their tasks."""
    lines = [line for line in DOCUMENT.read_text("utf-8").splitlines() if line.startswith("|")]
    headers, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    found = {}
    for cells in rows:
        row = dict(zip(headers, cells, strict=True))
        if surface in row[SURFACES].split(", "):
            assert row[TASK] not in found, f"two lines for {row[TASK]!r}"
            found[row[TASK]] = promise(row)
    return found


def promise(row: Mapping[str, str]) -> Promise:
    named = ("opened", "filled in", "sent", "interactions", "at most")
    return Promise(row[ASKED_BY], *(int(row[name]) for name in named))


async def hold(task: str, surface: str, head: Headteacher) -> None:
    """Play it, and fail where the document says anything else than what was done."""
    await PLAYS[task](head)
    found, done = promised(surface)[task], head.count
    assert (found.opened, found.filled, found.sent) == (done.opened, done.filled, done.sent)
    assert found.interactions == done.interactions == done.brought
    assert done.interactions <= found.most

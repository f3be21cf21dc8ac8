"""What docs/INTERACTIONS.md promises, and the plays in which a person's interactions are counted."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.conversation.test_day import TYPED
from tests.everywhere.scenes import AFTER_THE_PLAN, AFTER_THE_WORKSHOP, ON_THE_DAY, PREPARING, Scene

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


class Somebody(Protocol):
    """Somebody at one of the surfaces, who counts what they do."""

    count: Count

    async def is_asked(self, by: str, said: str) -> None:
        """Have the list or the message with these words before them: the count begins after that."""

    async def opens(self, label: str, row: str = "") -> None: ...

    async def sends(self, label: str, fields: Mapping[str, str]) -> None:
        """Fill in these fields and send the form."""

    async def acts(self, label: str) -> None:
        """Press the button that sends what is before them, which is no form."""

    async def sees(self, said: str) -> None: ...

    async def keeps_draft(self) -> None:
        """Before the count begins."""


Play = Callable[[Somebody], Awaitable[None]]
PACK, TIMETABLE = "Send the paperwork for Oak", "Timetable for the day: Oak"
SUMMARY, ACTION_PLAN, PROFORMA = "Write the summary", "Write the action plan", "Return the audit proforma"
SIX = "\n".join(f"Action {n} | {n} Feb 2018 | Priya Nair | a | With the hub" for n in (5, 6, 7, 8, 9, 12))
REQUEST = "Please send the timetable for the day, Oak"


async def all_links(head: Somebody) -> None:
    await head.is_asked(LIST, PACK)
    await head.opens("Add the links", PACK)
    await head.sends("Save the links", LINKS)
    await head.sees(EVERYTHING)


async def one_after_another(head: Somebody) -> None:
    await head.is_asked(LIST, PACK)
    await head.opens("Paperwork", PACK)
    for field, row in PAPERS.items():
        await head.opens("Add link", row)
        await head.sends("Save the link", {"link": LINKS[field]})
    await head.sees(EVERYTHING)


async def timetable(head: Somebody) -> None:
    await head.is_asked(MESSAGE, REQUEST)
    await head.sends("Send to the team", {"rows": TYPED})
    await head.sees(SENT)


async def draft(head: Somebody) -> None:
    await head.keeps_draft()
    await head.is_asked(MESSAGE, REQUEST)
    await head.sends("Send to the team", {})
    await head.sees(SENT)


async def early(head: Somebody) -> None:
    await head.is_asked(LIST, TIMETABLE)
    await head.opens("Add timetable", TIMETABLE)
    await head.sends("Send to the team", {"rows": TYPED})
    await head.sees(SENT)


async def summary(lead: Somebody) -> None:
    """Four strengths and four areas for development from the notes, and the impact of the last plan."""
    await lead.is_asked(LIST, SUMMARY)
    await lead.opens("Write the summary", SUMMARY)
    await lead.opens("Take from the notes (8)")
    await lead.sends("Take them", {})
    await lead.sees("8 points are added.")
    await lead.opens("Write it", "Nothing is written yet.")
    await lead.sends("Save it", {"impact": "Phonics is taught in one way now"})
    await lead.sees("Phonics is taught in one way now")
    await lead.opens("Preview and send")
    await lead.acts("Sign and send")
    await lead.sees("Signed and sent.")


async def plan(champion: Somebody) -> None:
    await champion.is_asked(LIST, ACTION_PLAN)
    await champion.opens("Add actions", ACTION_PLAN)
    await champion.sends("Add them", {"actions": SIX})
    await champion.sees("6 actions are added.")
    await champion.opens("Preview and send")
    await champion.acts("Sign and send")
    await champion.sees("Signed and sent.")


async def proforma(head: Somebody) -> None:
    await head.is_asked(LIST, PROFORMA)
    await head.opens("Preview and return", PROFORMA)
    await head.acts("Send it")
    await head.sees("Sent. “Who has received it” tells you to whom it went.")


@dataclass(frozen=True)
class Task:
    play: Play
    scene: Scene = PREPARING


# Each by its line in the document.
TASKS: Mapping[str, Task] = {
    "The paperwork: the links to seven papers in one form": Task(all_links),
    "The paperwork: the links to seven papers, one after another": Task(one_after_another),
    "The timetable of the day": Task(timetable),
    "The timetable of the day, as it was kept as a draft": Task(draft),
    "The timetable of the day, before it is asked for": Task(early),
    "The summary, with four strengths and four areas for development": Task(summary, ON_THE_DAY),
    "The action plan, with six actions": Task(plan, AFTER_THE_WORKSHOP),
    "The audit proforma": Task(proforma, AFTER_THE_PLAN),
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


async def hold(task: str, surface: str, head: Somebody) -> None:
    """Play it, and fail where the document says anything else than what was done."""
    await TASKS[task].play(head)
    found, done = promised(surface)[task], head.count
    assert (found.opened, found.filled, found.sent) == (done.opened, done.filled, done.sent)
    assert found.interactions == done.interactions == done.brought
    assert done.interactions <= found.most

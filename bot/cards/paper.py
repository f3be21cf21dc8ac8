"""A paper that was sent, as those who may read it see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.cards import paper_content
from bot.cards.common import told
from bot.cards.governor import LABEL
from bot.cards.model import Block, Button, Card, Confirm, Facts, Go, Listing, Text, go
from bot.cards.paper_words import paper_title, signature, to_follow, version
from bot.language.say import moment
from bot.rules.paper_life import is_released
from bot.rules.papers import Content, SignedAs
from storage.models import SentPaper, Signature


@dataclass(frozen=True, slots=True)
class May:
    """What the reader may do with this version now."""

    sign: bool = False
    query: bool = False
    withdraw: bool = False
    release: bool = False
    take_back: bool = False
    record: bool = False
    link: bool = False
    receivers: bool = False
    queries: bool = False
    send: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """`open_places`: the signatures to follow, with the names of those who can give them.

    `late`: how the sending kept its date, "" of a version that corrects another. `newer`: the newest version,
    where this is not it. `before`: whether the reader may see what changed since the version before.
    """

    sent: SentPaper
    content: Content
    signatures: Sequence[Signature] = ()
    open_places: Mapping[SignedAs, Sequence[str]] = field(default_factory=dict)
    late: str = ""
    newer: SentPaper | None = None
    before: bool = False
    queries: int = 0
    may: May = May()


def show(view: View, page: int = 0, *, said: str = "", warning: str = "") -> Card:
    sent = view.sent

    def to(wanted: int) -> Go:
        return go("paper.show", sent=sent.id, page=wanted)

    shown, pages = paper_content.pages(paper_content.rows(view.content), page, to)
    return Card(
        paper_title(sent),
        (
            *told(said, warning),
            *state(view),
            Listing(shown),
        ),
        (*_signing(view), *_passing_on(view), *pages, *_looking(view)),
    )


def state(view: View) -> tuple[Block, ...]:
    """Which version it is, who has signed, and what is still to come."""
    newer = (Text(_newer(view), "warning"),) if view.newer else ()
    follow = (Text(f"Signatures to follow: {to_follow(view.open_places)}."),) if _waits(view) else ()
    return (*newer, Facts(_facts(view)), *follow)


def _waits(view: View) -> bool:
    return bool(view.open_places) and view.newer is None


def _newer(view: View) -> str:
    number = view.newer.number if view.newer else 0
    return f"There is a newer version, number {number}. A signature counts for the version that was signed."


def _facts(view: View) -> tuple[tuple[str, str], ...]:
    sent = view.sent
    late = f", {view.late}" if view.late else ""
    signed = "; ".join(map(signature, view.signatures))
    found = [("Version", f"{version(sent).removeprefix('Version ')}{late}")]
    if signed or view.open_places:
        found.append(("Signed", signed or "by nobody yet"))
    if is_released(sent.paper):
        found.append(("Management Group", released(sent)))
    return tuple(found)


def released(sent: SentPaper) -> str:
    if sent.released_at is None or sent.released_by is None:
        return "not released yet"
    return f"released by {sent.released_by.name}, {moment(sent.released_at)}"


def _signing(view: View) -> tuple[Button, ...]:
    may, sent = view.may, view.sent
    sure = Confirm(
        "Withdraw your signature?", "You can sign again whenever you like.", "Yes, withdraw it", "Keep it"
    )
    buttons = (
        (Button("Sign", go("paper.sign", sent=sent.id), "primary"), may.sign),
        (Button("Query", go("paper.query", sent=sent.id)), may.query),
        (Button("Withdraw my signature", go("paper.withdraw", sent=sent.id), confirm=sure), may.withdraw),
    )
    return tuple(button for button, offered in buttons if offered)


BACK = Confirm(
    "Take it back from the Management Group?",
    "They can’t read it then until it is released again.",
    "Yes, take it back",
    "Leave it",
)


def _passing_on(view: View) -> tuple[Button, ...]:
    may, sent = view.may, view.sent
    release = Button("Release to the Management Group", go("paper.release", sent=sent.id))
    buttons = (
        (release, may.release),
        (Button("Take it back", go("paper.unrelease", sent=sent.id), confirm=BACK), may.take_back),
        (Button("Record a signature on paper", go("paper.record_signature", sent=sent.id)), may.record),
        (Button(LABEL, go("governor.link", sent=sent.id), aside=True), may.link),
    )
    return tuple(button for button, offered in buttons if offered)


def _looking(view: View) -> tuple[Button, ...]:
    may, sent, review = view.may, view.sent, view.sent.review_id
    many = f" ({view.queries})" if view.queries else ""
    newest = view.newer.id if view.newer else sent.id
    again = go("paper.preview", review=review, paper=sent.paper.value)
    buttons = (
        (Button("Open the newest version", go("paper.show", sent=newest)), view.newer is not None),
        (Button("What changed", go("paper.changes", sent=sent.id), aside=True), view.before),
        (Button(f"Queries{many}", go("paper.queries", sent=sent.id), aside=True), may.queries),
        (Button("Who has received it", go("paper.received", sent=sent.id), aside=True), may.receivers),
        (Button("Send a corrected version", again), may.send),
        (Button("Files", go("files.show", sent=sent.id), aside=True), True),
        (Button("All versions", go("papers.show", review=review, paper=sent.paper.value), aside=True), True),
    )
    return tuple(button for button, offered in buttons if offered)

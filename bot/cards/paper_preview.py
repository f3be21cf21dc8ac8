"""A paper before it is sent: exactly what will be sent, to whom, and what is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.cards import paper_content
from bot.cards.model import Block, Button, Card, Facts, Go, Heading, Listing, Text, go
from bot.cards.paper_words import NAMES, RECEIVERS, SIGNERS, THE, is_empty, lacking, to_follow
from bot.cards.review import title
from bot.language.say import listed
from bot.rules.paper_changes import Difference
from bot.rules.papers import Content, SentTo, SignedAs
from bot.rules.permissions import Paper
from storage.models import Review, SentPaper


@dataclass(frozen=True, slots=True)
class Preview:
    """`mark` tells this content from any other; `late`: “2 working days late”, "" where it is in time.

    `last`: the version that was sent last, `changed` what has changed since. `why_not`: why it can’t be sent.
    """

    review: Review
    paper: Paper
    content: Content
    mark: str
    draft: Go
    receivers: Mapping[SentTo, Sequence[str]] = field(default_factory=dict)
    status_to: str = ""
    signs: Sequence[SignedAs] = ()
    to_follow: Mapping[SignedAs, Sequence[str]] = field(default_factory=dict)
    late: str = ""
    last: SentPaper | None = None
    changed: Sequence[Difference] = ()
    why_not: str = ""


def preview(seen: Preview, page: int = 0, *, warning: str = "") -> Card:
    review, paper = seen.review, seen.paper

    def to(wanted: int) -> Go:
        return go("paper.preview", review=review.id, paper=paper.value, page=wanted)

    shown, pages = paper_content.pages(paper_content.rows(seen.content), page, to)
    return Card(
        f"{NAMES[paper]}, before it is sent: {title(review)}",
        (
            *((Text(warning, "warning"),) if warning else ()),
            *_remarks(seen),
            *_whom(seen),
            *((Heading(_heading(seen)), Listing(shown)) if shown else ()),
        ),
        (*_send(seen), Button("Change the draft", seen.draft), *pages, *_back(seen)),
    )


def _may_go(seen: Preview) -> bool:
    return not (seen.why_not or is_empty(seen.content) or _is_sent(seen))


def _is_sent(seen: Preview) -> bool:
    return seen.last is not None and not seen.changed


def _heading(seen: Preview) -> str:
    return "This is what was sent" if _is_sent(seen) else "This is what will be sent"


def _back(seen: Preview) -> tuple[Button, ...]:
    return (Button("Open the paper", go("paper.show", sent=seen.last.id)),) if seen.last else ()


def _send(seen: Preview) -> tuple[Button, ...]:
    if not _may_go(seen):
        return ()
    label = "Sign and send" if seen.signs else "Send it"
    was = seen.last.number if seen.last else 0
    to = go("paper.send", review=seen.review.id, paper=seen.paper.value, was=was, shown=seen.mark)
    return (Button(label, to, "primary"),)


def _remarks(seen: Preview) -> tuple[Block, ...]:
    if seen.why_not:
        return (Text(seen.why_not, "warning"),)
    if is_empty(seen.content):
        nothing = f"There is nothing in {THE[seen.paper]} yet, so there is nothing to send."
        return (Text(nothing, "warning"),)
    late = (Text(f"That is {seen.late}.", "warning"),) if seen.late else ()
    missing = tuple(Text(sentence, "warning") for sentence in lacking(seen.content))
    return (*_since(seen), *late, *missing)


def _since(seen: Preview) -> tuple[Block, ...]:
    if seen.last is None:
        return ()
    number = seen.last.number
    if not seen.changed:
        same = f"Nothing has changed since version {number} was sent, so there is nothing to send again."
        return (Text(f"{same} Change the draft first, if something is to be put right."),)
    again = f"It has changed since version {number} was sent. Sent again it is version {number + 1}, and "
    whoever = "everyone is asked again to sign." if seen.signs or seen.to_follow else "replaces that one."
    return (Text(f"{again}{whoever}"), Text(f"Changed: {paper_content.counted(seen.changed)}.", "muted"))


def _whom(seen: Preview) -> tuple[Block, ...]:
    if not _may_go(seen):
        return ()
    rows = [(RECEIVERS[part], listed(names)) for part, names in seen.receivers.items() if names]
    if seen.status_to:
        rows.append(("Hears only that it was sent", seen.status_to))
    if seen.signs:
        rows.append(("You sign by sending it, as", listed([SIGNERS[one] for one in seen.signs])))
    if seen.to_follow:
        rows.append(("Signatures to follow", to_follow(seen.to_follow)))
    return (Heading("Who gets it at once"), Facts(tuple(rows)))

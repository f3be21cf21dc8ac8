"""The papers of a review with their versions; and of one version the queries, its receivers, its changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import paper_content
from bot.cards.model import Button, Card, Confirm, Go, Listing, Row, Text, go
from bot.cards.paging import page_of
from bot.cards.paper import View, released
from bot.cards.paper_words import NAMES, RECEIVERS, THE, paper_title, signature, to_follow, version
from bot.cards.review import title
from bot.language.say import full, moment
from bot.rules.paper_changes import Difference
from bot.rules.paper_life import is_released
from bot.rules.permissions import Paper
from storage.models import Distribution, PaperQuery, Review, SentPaper

# A row says who has signed, and there may be many who have.
A_PAGE = 5


@dataclass(frozen=True, slots=True)
class Standing:
    """One paper of a review: its versions as the reader sees them, and what they may do.

    `sends`: the reader sends it. `draft`: the reader is told that the draft differs from what was sent.
    `readable`: the ids of the versions that the reader may open.
    """

    paper: Paper
    due: date
    versions: Sequence[View] = ()
    sends: bool = False
    changed: bool = False
    readable: frozenset[int] = frozenset()


def of_review(
    review: Review,
    papers: Sequence[Standing],
    page: int = 0,
    *,
    only: Paper | None = None,
    sees_review: bool = True,
) -> Card:
    """`only`: the versions of this one. `sees_review`: a governor sees the papers, and nothing else of it."""
    here = {"review": review.id} | ({"paper": only.value} if only else {})

    def to(wanted: int) -> Go:
        return go("papers.show", **here, page=wanted)

    rows = [row for one in papers for row in _rows(review, one)]
    shown, pages = page_of(rows, page, to, A_PAGE)
    others = Button("All papers", go("papers.show", review=review.id), aside=True)
    look = Button("See the review", go("review.show", review=review.id), aside=True)
    return Card(
        f"{f'All versions of {THE[only]}' if only else 'Papers'}: {title(review)}",
        (Listing(shown),),
        (*pages, *((others,) if only else ()), *((look,) if sees_review else ())),
    )


def _rows(review: Review, one: Standing) -> Sequence[Row]:
    to = go("paper.preview", review=review.id, paper=one.paper.value)
    send = (Button("Preview and send", to),) if one.sends else ()
    if not one.versions:
        return [Row(NAMES[one.paper], f"Not sent yet. It is due by {full(one.due)}.", send)]
    again = (Button("Preview and send again", to),) if one.sends and one.changed else ()
    return [
        Row(
            f"{NAMES[one.paper]}: {version(view.sent)}",
            _state(view, changed=one.changed and not place),
            (*_open(view.sent, one), *(again if not place else ())),
        )
        for place, view in enumerate(one.versions)
    ]


def _open(sent: SentPaper, one: Standing) -> tuple[Button, ...]:
    return (Button("Open", go("paper.show", sent=sent.id)),) if sent.id in one.readable else ()


def _state(view: View, *, changed: bool) -> str:
    signed = "; ".join(map(signature, view.signatures))
    follow = f"Signatures to follow: {to_follow(view.open_places)}." if view.open_places else ""
    group = f"Management Group: {released(view.sent)}." if is_released(view.sent.paper) else ""
    late = f"It was {view.late}." if view.late else ""
    return "\n".join(
        filter(
            None,
            (
                "The draft has changed since it was sent." if changed else "",
                "A newer version has taken its place." if view.newer else "",
                late if late != "It was in time." else "It was sent in time.",
                f"Signed: {signed}." if signed else "",
                "" if view.newer else follow,
                group,
            ),
        )
    )


def receivers(sent: SentPaper, found: Sequence[Distribution], page: int = 0) -> Card:
    """Who has received this version, in which part and when."""

    def to(wanted: int) -> Go:
        return go("paper.received", sent=sent.id, page=wanted)

    rows = [Row(one.person.name, f"{RECEIVERS[one.part]}, {moment(one.at)}") for one in found]
    shown, pages = page_of(rows, page, to)
    nobody = Text("Nobody has received it yet.", "muted")
    return Card(
        f"Who has received version {sent.number} of {THE[sent.paper]}: {title(sent.review)}",
        (Listing(shown) if shown else nobody,),
        (*pages, _back(sent)),
    )


def changes(sent: SentPaper, found: Sequence[Difference], page: int = 0) -> Card:
    """What this version says otherwise than the one before it."""

    def to(wanted: int) -> Go:
        return go("paper.changes", sent=sent.id, page=wanted)

    shown, pages = paper_content.pages(paper_content.changes(found), page, to)
    nothing = Text("It says the same as the version before.", "muted")
    return Card(
        f"What changed in version {sent.number}: {paper_title(sent)}",
        (Listing(shown) if shown else nothing,),
        (*pages, _back(sent)),
    )


@dataclass(frozen=True, slots=True)
class Asker:
    """The reader of the queries, by their id. `answers`: they wrote the paper. `asks`: they may sign it."""

    id: int
    answers: bool = False
    asks: bool = False


def queries(
    sent: SentPaper, found: Sequence[PaperQuery], reader: Asker, page: int = 0, *, said: str = ""
) -> Card:
    def to(wanted: int) -> Go:
        return go("paper.queries", sent=sent.id, page=wanted)

    rows = [part for one in found for part in paper_content.parts(_query(one, reader))]
    shown, pages = paper_content.pages(rows, page, to)
    ask = (Button("Query", go("paper.query", sent=sent.id)),) if reader.asks else ()
    return Card(
        f"Queries about {THE[sent.paper]}: {title(sent.review)}",
        (
            *((Text(said, "good"),) if said else ()),
            Listing(shown) if shown else Text("Nobody has asked anything.", "muted"),
        ),
        (*ask, *pages, _back(sent)),
    )


def _query(one: PaperQuery, reader: Asker) -> Row:
    lines = [one.words]
    if one.answer and one.answered_by and one.answered_at:
        lines.append(f"{one.answered_by.name}, {moment(one.answered_at)}: {one.answer}")
    own = one.person_id == reader.id and not one.answer
    return Row(
        f"{one.person.name}, {moment(one.at)}",
        "\n".join(lines),
        (*(_answer(one) if reader.answers else ()), *(_own(one) if own else ())),
    )


def _answer(one: PaperQuery) -> tuple[Button, ...]:
    return (Button("Change the answer" if one.answer else "Answer", go("paper.answer", query=one.id)),)


def _own(one: PaperQuery) -> tuple[Button, ...]:
    sure = Confirm("Take the query back?", "Nobody is asked it any more.", "Yes, take it back", "Keep it")
    drop = go("paper.drop_query", query=one.id, version=one.version)
    return (
        Button("Change", go("paper.query", sent=one.sent_id, query=one.id)),
        Button("Take it back", drop, confirm=sure),
    )


def _back(sent: SentPaper) -> Button:
    return Button("Open the paper", go("paper.show", sent=sent.id))

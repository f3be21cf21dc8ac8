"""The review team's notes of the day: jotted down line by line, gathered under their headings."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.cards.common import ECHOED, SAFEGUARDING, told
from bot.cards.model import (
    Button,
    Card,
    Confirm,
    Go,
    Listing,
    OneOf,
    Option,
    OptionGroup,
    Prose,
    Row,
    Text,
    go,
)
from bot.cards.paging import page_of
from bot.cards.problems import NO_PROBLEMS, Problems, error
from bot.cards.review import title
from bot.cards.words import shortened
from bot.rules.findings import LONGEST, Strand
from storage.models import Review, TeamNote

HEADINGS: Mapping[Strand, str] = {
    Strand.STRENGTH: "Area of strength",
    Strand.DEVELOPMENT: "Area for development",
    Strand.EXPLORED: "Key area explored",
    Strand.ACTIVITY: "Activity undertaken",
}
# Each may be a long paragraph, and Slack takes about 13,000 characters in a message.
A_PAGE = 6
PROBLEMS_SHOWN = 5
NOTHING_YET = "Nothing is noted yet. A line is enough: what did you see?"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The notes as one reader has them. `reader` is their id; `leads`: they may put all of them right.

    `taken`: the ids of those that stand in the summary.
    """

    review: Review
    notes: Sequence[TeamNote]
    reader: int
    leads: bool = False
    taken: Collection[int] = ()


def show(found: Gathered, page: int = 0, *, said: str = "", warning: str = "") -> Card:
    review = found.review

    def to(wanted: int) -> Go:
        return go("team_notes.show", review=review.id, page=wanted)

    shown, pages = page_of(rows(found), page, to, A_PAGE)
    return Card(
        f"Notes of the day: {title(review)}",
        (
            *told(said, warning),
            Listing(shown) if shown else Text(NOTHING_YET, "muted"),
            Text("The review team alone sees these.", "muted"),
        ),
        (
            Button("Add a note", go("team_notes.ask", review=review.id), "primary"),
            Button("Summary", go("summary.show", review=review.id), aside=True),
            *pages,
            Button("See the review", go("review.show", review=review.id), aside=True),
        ),
    )


def rows(found: Gathered) -> tuple[Row, ...]:
    """By heading, and there in the order in which they were made."""
    ordered = sorted(found.notes, key=lambda one: list(Strand).index(one.strand))
    return tuple(
        Row(
            one.text,
            _whose(found, one),
            _change(found.review, one) if found.leads or one.by_id == found.reader else (),
        )
        for one in ordered
    )


def _whose(found: Gathered, one: TeamNote) -> str:
    taken = "; it stands in the summary" if one.id in found.taken else ""
    return f"{HEADINGS[one.strand]}, noted by {one.by.name}{taken}"


def _change(review: Review, one: TeamNote) -> tuple[Button, ...]:
    to = {"review": review.id, "note": one.id}
    sure = Confirm("Take this note out?", "The others stay as they are.", "Yes, take it out", "Keep it")
    return (
        Button("Change", go("team_notes.change", **to)),
        Button("Remove", go("team_notes.remove", version=one.version, **to), confirm=sure),
    )


def ask(
    review: Review | None,
    several: Sequence[Review] = (),
    *,
    strand: str = "",
    text: str = "",
    problems: Problems = NO_PROBLEMS,
    lines: Sequence[str] = (),
    unsure: str = "",
) -> Card:
    """One note or several, a line each; where it is not plain for which review, one of `several` is chosen.

    `lines`: what is wrong with some of them. `unsure`: what was typed for a school, and is none of these.
    """
    more = len(lines) - PROBLEMS_SHOWN
    to = {"review": review.id} if review else {}
    shown = [*lines[:PROBLEMS_SHOWN], *((f"{more} more lines have to be changed.",) if more > 0 else ())]
    return Card(
        f"A note of the day: {title(review)}" if review else "A note of the day",
        (
            *((_unsure(unsure),) if unsure else ()),
            *(Text(one, "warning") for one in shown),
            *((_which(several, problems),) if review is None else ()),
            _heading(strand, problems),
            Prose(
                name="notes",
                label="What did you see?",
                hint=f"One note a line. {SAFEGUARDING}",
                value=text,
                error=error(problems, "notes"),
            ),
        ),
        (
            Button("Note it", go("team_notes.add", **to), "primary"),
            Button("Go back", go("team_notes.show", **to) if review else go("home.show")),
        ),
        private=True,
    )


def _unsure(said: str) -> Text:
    return Text(("I’m not sure which school you mean by “", shortened(said, ECHOED), "”."), "warning")


def _which(several: Sequence[Review], problems: Problems) -> OneOf:
    offered = tuple(Option(str(one.id), title(one)) for one in several)
    return OneOf(
        name="review",
        label="Which review?",
        groups=(OptionGroup("", offered),),
        error=error(problems, "review"),
    )


def ask_change(
    review: Review,
    one: TeamNote,
    *,
    strand: str,
    text: str,
    problems: Problems = NO_PROBLEMS,
    said: str = "",
) -> Card:
    """`said`: what somebody else has done with it meanwhile."""
    return Card(
        f"A note of the day: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            _heading(strand, problems),
            Prose(
                name="note",
                label="Note",
                hint=f"Up to {LONGEST:,} characters. {SAFEGUARDING}",
                value=text,
                error=error(problems, "note"),
            ),
        ),
        (
            Button(
                "Save it",
                go("team_notes.save", review=review.id, note=one.id, version=one.version),
                "primary",
            ),
            Button("Go back", go("team_notes.show", review=review.id)),
        ),
        private=True,
    )


def _heading(strand: str, problems: Problems) -> OneOf:
    offered = tuple(Option(one.value, words) for one, words in HEADINGS.items())
    return OneOf(
        name="strand",
        label="Under which heading?",
        groups=(OptionGroup("", offered),),
        value=strand,
        error=error(problems, "strand"),
    )

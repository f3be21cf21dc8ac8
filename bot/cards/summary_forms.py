"""What is asked of whoever writes the summary: points in lines, notes to take, one point anew."""

from collections.abc import Mapping, Sequence

from bot.cards.common import SAFEGUARDING
from bot.cards.long_text import boxes
from bot.cards.model import (
    Button,
    Card,
    Confirm,
    OneOf,
    Option,
    OptionGroup,
    Prose,
    SomeOf,
    Text,
    go,
)
from bot.cards.problems import NO_PROBLEMS, Problems, error
from bot.cards.review import title
from bot.cards.summary import HEADINGS
from bot.cards.words import shortened
from bot.rules.findings import SUMMARY, Strand
from storage.models import Review, SummaryPoint, TeamNote

FIELD: Mapping[Strand, str] = {Strand.STRENGTH: "strengths", Strand.DEVELOPMENT: "areas"}
PROBLEMS_SHOWN = 5
# A choice is a line; the note stands in full among the notes of the day.
A_CHOICE = 200


def ask_points(
    review: Review, typed: Mapping[Strand, str], lines: Sequence[str] = (), problems: Problems = NO_PROBLEMS
) -> Card:
    """`lines`: what is wrong with some of them; nothing is added until all of it is right."""
    more = len(lines) - PROBLEMS_SHOWN
    shown = [*lines[:PROBLEMS_SHOWN], *((f"{more} more lines have to be changed.",) if more > 0 else ())]
    fields = tuple(
        Prose(
            name=FIELD[strand],
            label=HEADINGS[strand],
            hint=f"One a line, as many as you like. {SAFEGUARDING}",
            value=typed.get(strand, ""),
            error=error(problems, FIELD[strand]),
            required=False,
        )
        for strand in SUMMARY
    )
    return Card(
        f"Points for the summary: {title(review)}",
        (*(Text(one, "warning") for one in shown), *fields),
        (Button("Add them", go("summary.add", review=review.id), "primary"), _back(review)),
        private=True,
    )


def ask_notes(
    review: Review,
    notes: Sequence[TeamNote],
    chosen: Sequence[str],
    page: int,
    left: int = 0,
    said: str = "",
) -> Card:
    """`left`: how many more come on the next page."""
    earlier = (Button("Earlier notes", go("summary.notes", review=review.id, page=page - 1)),) if page else ()
    more = (Button(f"More notes ({left})", go("summary.notes", review=review.id, page=page + 1)),)
    return Card(
        f"From the notes of the day: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            *(field for strand in SUMMARY if (field := _notes(strand, notes, chosen))),
        ),
        (
            Button("Take them", go("summary.take", review=review.id, page=page), "primary"),
            *earlier,
            *(more if left else ()),
            Button("Read the notes", go("team_notes.show", review=review.id), aside=True),
            _back(review),
        ),
        private=True,
    )


def _notes(strand: Strand, notes: Sequence[TeamNote], chosen: Sequence[str]) -> SomeOf | None:
    offered = tuple(
        Option(str(one.id), f"{shortened(one.text, A_CHOICE)} ({one.by.name})")
        for one in notes
        if one.strand is strand
    )
    if not offered:
        return None
    values = tuple(one.value for one in offered if one.value in chosen)
    return SomeOf(
        name=FIELD[strand],
        label=HEADINGS[strand],
        hint="Take out what does not belong in the summary. Each can be changed once it is taken.",
        options=offered,
        values=values,
        required=False,
    )


def ask_change(
    review: Review,
    one: SummaryPoint,
    *,
    strand: str,
    text: str,
    problems: Problems = NO_PROBLEMS,
    said: str = "",
) -> Card:
    """`said`: what somebody else has done with it meanwhile."""
    to = {"review": review.id, "point": one.id, "version": one.version}
    sure = Confirm("Take this point out?", "It can be put back.", "Yes, take it out", "Keep it")
    return Card(
        f"A point of the summary: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            OneOf(
                name="strand",
                label="Under which heading?",
                groups=(OptionGroup("", tuple(Option(one.value, HEADINGS[one]) for one in SUMMARY)),),
                value=strand,
                error=error(problems, "strand"),
            ),
            *boxes(
                Prose(
                    name="text", label="Point", hint=SAFEGUARDING, value=text, error=error(problems, "text")
                )
            ),
        ),
        (
            Button("Save it", go("summary.save", **to), "primary"),
            Button("Remove", go("summary.remove", **to), confirm=sure),
            _back(review),
        ),
        private=True,
    )


def _back(review: Review) -> Button:
    return Button("Go back", go("summary.show", review=review.id))

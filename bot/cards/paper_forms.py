"""The forms about a paper that was sent: a query, its answer, a signature on paper."""

from collections.abc import Mapping, Sequence

from bot.cards.common import SAFEGUARDING
from bot.cards.model import (
    Button,
    Card,
    Facts,
    Heading,
    Listing,
    OneOf,
    Option,
    OptionGroup,
    Prose,
    Row,
    Text,
    go,
)
from bot.cards.paper_words import THE, WRITERS, signature
from bot.cards.review import title
from bot.rules.papers import SignedAs
from storage.models import PaperQuery, Person, SentPaper, Signature

PARTS: Mapping[SignedAs, str] = {
    SignedAs.LEAD_REVIEWER: "Lead reviewer",
    SignedAs.CHAMPION: "Improvement Champions",
    SignedAs.HEAD: "Headteacher",
    SignedAs.GOVERNOR: "Governors",
}


def ask(
    sent: SentPaper, *, asked: PaperQuery | None = None, value: str = "", error: str = "", said: str = ""
) -> Card:
    """A query in place of a signature; or, with `asked`, other words for it."""
    to = {"sent": sent.id, **({"query": asked.id, "version": asked.version} if asked else {})}
    who = WRITERS[sent.paper]
    return Card(
        f"A query about {THE[sent.paper]}: {title(sent.review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            Prose(
                name="words",
                label="What would you like to ask?",
                hint=f"It goes to {who}; whoever may read the paper can see it. {SAFEGUARDING}",
                value=value,
                error=error,
            ),
        ),
        (
            Button("Save it" if asked else "Send the query", go("paper.queried", **to), "primary"),
            Button("Go back", go("paper.show", sent=sent.id)),
        ),
    )


def answer(asked: PaperQuery, *, value: str = "", error: str = "", said: str = "") -> Card:
    """`said`: what somebody else has done with it meanwhile."""
    save = go("paper.answer_query", query=asked.id, version=asked.version)
    return Card(
        f"Answer about {THE[asked.sent.paper]}: {title(asked.sent.review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            Facts(((f"{asked.person.name} asks", asked.words),)),
            Prose(
                name="answer",
                label="Your answer",
                hint=f"It goes to {asked.person.name}. {SAFEGUARDING}",
                value=value,
                error=error,
            ),
        ),
        (
            Button("Send the answer", save, "primary"),
            Button("Go back", go("paper.queries", sent=asked.sent_id)),
        ),
    )


def record(
    sent: SentPaper,
    people: Mapping[SignedAs, Sequence[Person]],
    recorded: Sequence[Signature] = (),
    *,
    value: str = "",
    error: str = "",
) -> Card:
    """Whose signature stands on paper; `people` are those who have still to sign, by their part."""
    groups = tuple(
        OptionGroup(PARTS[part], tuple(Option(f"{part.value}:{one.id}", one.name) for one in found))
        for part, found in people.items()
        if found
    )
    who = OneOf(name="who", label="Who has signed?", groups=groups, value=value, error=error)
    nobody = Text("Nobody in the roster has still to sign.", "muted")
    submit = (Button("Record it", go("paper.recorded", sent=sent.id), "primary"),)
    return Card(
        f"A signature on paper: {title(sent.review)}",
        (
            Text(f"It is recorded for version {sent.number} of {THE[sent.paper]}, with your name beside it."),
            who if groups else nobody,
            *((Heading("Recorded so far"), Listing(_recorded(sent, recorded))) if recorded else ()),
        ),
        (*(submit if groups else ()), Button("Go back", go("paper.show", sent=sent.id))),
    )


def _recorded(sent: SentPaper, recorded: Sequence[Signature]) -> tuple[Row, ...]:
    """Each can be taken out: the wrong name is soon chosen."""
    return tuple(
        Row(
            one.person.name,
            signature(one),
            (Button("Take it out", go("paper.remove_signature", sent=sent.id, person=one.person_id)),),
        )
        for one in recorded
    )

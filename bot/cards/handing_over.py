"""The parts that a headteacher can hand to someone at the school, and what is said then."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.cards.model import Button, Card, OptionGroup, People, Text, go
from bot.cards.review import title
from bot.rules.milestones import Kind
from storage.models import HandedOver, Review

NOBODY = "The roster has nobody else at the school. The Consortium Office can add someone."
TAKEN_BACK = "It is with you again."


@dataclass(frozen=True, slots=True)
class Words:
    """Of one part. `asks` follows the headteacher's name; `how` says what is done for it.

    `shows` is the route at which the part is seen.
    """

    called: str
    see_to: str
    asks: str
    how: str
    shows: str
    opens: str
    back: str


WORDS: Mapping[Kind, Words] = {
    Kind.PACK: Words(
        called="the paperwork",
        see_to="see to the paperwork",
        asks="asks you to gather the papers for the review team",
        how="For each paper you add a link, or say why it does not apply.",
        shows="pack.show",
        opens="Open the paperwork",
        back="Take it back",
    ),
    Kind.TIMETABLE: Words(
        called="the timetable of the day",
        see_to="do the timetable of the day",
        asks="asks you to write the timetable of the day and to send it to the review team",
        how="You type it one row a line, with the time first.",
        shows="day.show",
        opens="Open the timetable",
        # "Take it back" is what is done with a timetable that the team has.
        back="Do it myself again",
    ),
}


def buttons(review: Review, part: Kind, *, handed: bool) -> tuple[Button, ...]:
    """For the headteacher, at the part itself."""
    to = {"review": review.id, "part": part.value}
    hand = Button("Hand to someone else" if handed else "Hand over", go("hand.ask", **to))
    back = Button(WORDS[part].back, go("hand.back", **to))
    return (hand, back) if handed else (hand,)


def ask(
    review: Review,
    part: Kind,
    groups: tuple[OptionGroup, ...],
    handed: HandedOver | None,
    *,
    value: str = "",
    error: str = "",
    said: str = "",
) -> Card:
    words = WORDS[part]
    person = People(
        name="person",
        label=f"Who is to {words.see_to}",
        hint="For this review only. You can still do everything yourself, and take it back.",
        groups=groups,
        values=(value,) if value else (),
        error=error,
    )
    to = {"review": review.id, "part": part.value, "was": handed.id if handed else 0}
    return Card(
        f"Hand over {words.called}: {title(review)}",
        (*((Text(said, "warning"),) if said else ()), person),
        (
            Button("Ask them", go("hand.over", **to), "primary"),
            Button("Go back", go(words.shows, review=review.id)),
        ),
    )


def changed_meanwhile(part: Kind, handed: HandedOver | None) -> str:
    if handed is None:
        return f"{_capital(WORDS[part].called)} has just been taken back. Nothing of yours is saved yet."
    return f"{handed.by.name} has just asked {handed.person.name}. Ask again to change that."


def asked(person: str) -> str:
    return f"{person} has been asked to see to it. You can still do everything yourself."


def not_the_head(part: Kind) -> str:
    return f"Only the headteacher of the reviewed school can hand over {WORDS[part].called}."


def please(review: Review, part: Kind, by: str, by_when: str) -> Card:
    """To whoever it was handed to; `by_when` stands within a sentence."""
    words = WORDS[part]
    return Card(
        f"Can you {words.see_to}? {title(review)}",
        (Text(f"{by} {words.asks}, {by_when}."), Text(words.how, "muted")),
        (Button(words.opens, go(words.shows, review=review.id), "primary", aside=True),),
    )


def no_longer(review: Review, part: Kind) -> Card:
    """In place of the question to see to it, when it is with somebody else again."""
    return Card(
        f"{_capital(WORDS[part].called)} is no longer with you: {title(review)}",
        (Text("Thank you for your help. There is nothing for you to do.", "good"),),
    )


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"

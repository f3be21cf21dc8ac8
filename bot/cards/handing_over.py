"""What is said when the headteacher hands the paperwork to someone at the school."""

from bot.cards.model import Button, Card, OptionGroup, People, Text, go
from bot.cards.review import title
from storage.models import HandedOver, Review

NOBODY = "The roster has nobody else at the school. The Consortium Office can add someone."


def ask(
    review: Review,
    groups: tuple[OptionGroup, ...],
    handed: HandedOver | None,
    *,
    value: str = "",
    error: str = "",
    said: str = "",
) -> Card:
    person = People(
        name="person",
        label="Who sees to the paperwork",
        hint="For this review only. You can still do everything yourself, and take it back.",
        groups=groups,
        values=(value,) if value else (),
        error=error,
    )
    to = {"review": review.id, "part": "pack", "was": handed.id if handed else 0}
    return Card(
        f"Hand over the paperwork: {title(review)}",
        (*((Text(said, "warning"),) if said else ()), person),
        (
            Button("Ask them", go("hand.over", **to), "primary"),
            Button("Go back", go("pack.show", review=review.id)),
        ),
    )


def changed_meanwhile(handed: HandedOver | None) -> str:
    if handed is None:
        return "The paperwork has just been taken back. Nothing of yours is saved yet."
    return f"{handed.by.name} has just asked {handed.person.name}. Ask again to change that."


def asked(person: str) -> str:
    return f"{person} has been asked to see to it. You can still do everything yourself."


TAKEN_BACK = "It is with you again."

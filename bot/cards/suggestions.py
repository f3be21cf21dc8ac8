"""What is said about another date that somebody suggests."""

from collections.abc import Sequence
from datetime import date

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Button, Card, Prose, Text, go
from bot.cards.problems import NO_PROBLEMS, Problems, another_day, day_field, days_meant, error
from bot.language.say import full
from storage.models import Review, Suggestion


def ask_suggestion(
    review: Review,
    *,
    value: str = "",
    note: str = "",
    problems: Problems = NO_PROBLEMS,
    wanted_to_move: bool = False,
) -> Card:
    """To whom the date does not suit; to whoever would have moved it as well."""
    leads = Text("The Peer Review Lead moves a review; you can suggest another date.")
    return Card(
        "Which date would suit you better?",
        (
            *((leads,) if wanted_to_move else ()),
            Text(f"The review at {review.school.name} is on {full(review.day)} now."),
            day_field("Your date", another_day(review.day), value, problems),
            Prose(
                name="note",
                label="A word to the Peer Review Lead",
                hint=SAFEGUARDING,
                value=note,
                error=error(problems, "note"),
                required=False,
            ),
        ),
        (
            Button("Suggest it", go("suggest.send", review=review.id), "primary"),
            *days_meant(problems, lambda day: go("suggest.send", review=review.id, day=day)),
            Button("Go back", go("review.show", review=review.id)),
        ),
    )


def suggested(review: Review, day: date) -> Card:
    return Card(
        f"Suggested: {full(day)} for {review.school.name}",
        (
            Text("The Peer Review Lead has been asked, and you will hear either way.", "good"),
            Text(f"Until then the review stays on {full(review.day)}."),
        ),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )


def suggestion(review: Review, made: Suggestion, against: Sequence[str], *, sure: bool = False) -> Card:
    """To the Lead: the date that somebody would rather have, and what speaks against it.

    With `sure` the button uses the date in spite of that.
    """
    note = (Text((f"{made.person.name} says: ", f"“{made.note}”")),) if made.note else ()
    to = {"suggestion": made.id, "sure": "yes"} if sure else {"suggestion": made.id}
    use = Button("Use it all the same" if sure else "Use this date", go("suggestion.use", **to), "primary")
    stands = "The review has no date at the moment." if review.postponed_at else _is_on(review)
    keep = "Don’t use it" if review.postponed_at else f"Keep {full(review.day)}"
    return Card(
        f"{made.person.name} suggests {full(made.day)} for {review.school.name}",
        (
            Text(stands),
            *note,
            *(Text(why, "warning") for why in against),
            Text(
                "If you use it, everyone else is told and asked again, also those who said yes.",
                "muted",
            ),
        ),
        (
            use,
            Button(keep, go("suggestion.keep", suggestion=made.id)),
            Button("Another date", go("move.ask", review=review.id), aside=True),
        ),
    )


def _is_on(review: Review) -> str:
    return f"The review is on {full(review.day)} now."


def decided(review: Review, made: Suggestion) -> Card:
    """The suggestion, once it is settled, in place of the question."""
    by = made.decided_by.name if made.decided_by else "The Peer Review Lead"
    what = f"moved to {full(made.day)}" if made.used else "the date is kept"
    told = (
        f"{by} has used the date that {made.person.name} suggested. Everyone else is asked again."
        if made.used
        else f"{by} has kept the date. {made.person.name}, who suggested {full(made.day)}, is told."
    )
    return Card(
        f"{review.school.name}: {what}",
        (Text(told, "good"),),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )


def kept(review: Review, made: Suggestion) -> Card:
    """To whoever suggested another date."""
    return Card(
        f"{review.school.name} stays on {full(review.day)}",
        (Text(f"Thank you for suggesting {full(made.day)}. The Peer Review Lead has kept the date."),),
        (Button("See the review", go("review.show", review=review.id), "primary", aside=True),),
    )

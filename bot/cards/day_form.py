"""The form in which the timetable of a day is typed, and what is wrong with its rows."""

from collections.abc import Sequence

from bot.cards.common import SAFEGUARDING
from bot.cards.day import by_when, heading, line, name_of
from bot.cards.model import Button, Card, Prose, Text, go
from bot.language.day_rows import EXAMPLE
from bot.rules.day import DayRow
from storage.models import Review

# As many sentences as can be worked through at a time, on a phone as well.
PROBLEMS_SHOWN = 5


def ask(
    review: Review,
    version: int,
    *,
    value: str = "",
    problems: Sequence[str] = (),
    said: str = "",
    theirs: Sequence[DayRow] = (),
) -> Card:
    """The whole day in one field. `said` tells who has saved meanwhile, `theirs` what they left."""
    rows = _rows(value, problems)
    return Card(
        heading(review),
        (*((Text(said, "warning"),) if said else ()), *_theirs(theirs), rows),
        (*_save(review, version), Button("Go back", go("day.show", review=review.id))),
    )


def please(review: Review, version: int, *, value: str = "") -> Card:
    """The request for it, with the form in the message; `value` is the draft as it was typed."""
    draft = " What is kept as a draft stands in the field." if value else ""
    asks = f"Please send the review team the timetable for the day {by_when(review)}.{draft}"
    other = Button("More about it", go("day.show", review=review.id), aside=True)
    blocks = (Text(asks), _rows(value))
    return Card(f"Please send the {name_of(review)}", blocks, (*_save(review, version), other))


def _rows(value: str, problems: Sequence[str] = ()) -> Prose:
    hint = (
        f"One row a line, for example: {EXAMPLE}. Rows may be at the same time; "
        f"one without an end lasts until the next start. {SAFEGUARDING}"
    )
    error = _error(value, problems)
    return Prose(name="rows", label="The rows of the day", hint=hint, value=value, error=error)


def _save(review: Review, version: int) -> tuple[Button, ...]:
    to = {"review": review.id, "version": version}
    return (
        Button("Send to the team", go("day.save", **to), "primary"),
        Button("Keep as draft", go("day.keep", **to)),
    )


def _error(value: str, problems: Sequence[str]) -> str:
    """A line a row: what is wrong stands at the field, where it is seen and heard with it."""
    if not problems or not value.strip():
        return "".join(problems)
    more = len(problems) - PROBLEMS_SHOWN
    rest = (f"And {more} more.",) if more > 0 else ()
    return "\n".join(("Nothing is saved yet.", *problems[:PROBLEMS_SHOWN], *rest))


def _theirs(rows: Sequence[DayRow]) -> tuple[Text, ...]:
    """A line a row, since the form has its own rows to hold as well."""
    return tuple(Text(line(row)) for row in rows)


def changed_meanwhile(by: str) -> str:
    """For whoever was about to save over what somebody else has left."""
    return (
        f"{by} has just saved this timetable, so nothing of yours is saved yet. It is now as shown here. "
        "Yours is still in the field: save again to replace it."
    )

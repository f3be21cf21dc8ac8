"""What is said when a review moves, is put off, is called off or comes back."""

from collections.abc import Sequence
from datetime import date

from bot.cards import milestones
from bot.cards.common import SAFEGUARDING
from bot.cards.model import Button, Card, Day, Facts, Line, Prose, Text, go
from bot.cards.review import CHANGES, title
from bot.cards.schedule import NO_PROBLEMS, Problems
from bot.language.say import full
from bot.rules.milestones import Kind, Timetable
from bot.rules.policy import Policy
from storage.models import Change, Review, Suggestion


def ask_day(
    review: Review, *, value: str = "", reason: str = "", problems: Problems = NO_PROBLEMS, said: str = ""
) -> Card:
    """The new date, and a word of why. `said` tells what somebody else has changed meanwhile."""
    to = {"review": review.id, "version": review.version}
    errors = {name: problem.sentence for name, problem in problems.items()}
    meant = problems["day"].dates if "day" in problems else ()
    return Card(
        f"Move the review at {review.school.name}",
        (
            *((Text(said, "warning"),) if said else ()),
            Text(
                f"It was to be on {full(review.day)}."
                if review.postponed_at
                else f"It is on {full(review.day)}."
            ),
            Day(
                name="day",
                label="New date",
                hint="Type it, for example Tues 21 Nov, or pick it.",
                value=value,
                error=errors.get("day", ""),
            ),
            Line(
                name="reason",
                label="Why it moves",
                hint=f"Everyone who takes part can see this. {SAFEGUARDING}",
                value=reason,
                error=errors.get("reason", ""),
                required=False,
            ),
        ),
        (
            Button("See what changes", go("move.check", **to), "primary"),
            *(Button(full(day), go("move.check", day=day, **to)) for day in meant),
        ),
    )


def preview(
    review: Review, day: date, planned: Timetable, policy: Policy, remarks: Sequence[str], draft: int
) -> Card:
    """Everything that would change, before it does."""
    was = {row.kind: row.due for row in review.milestones}
    facts = milestones.moved(was, planned)
    kept = [
        row for row in review.milestones if row.kind not in planned.dropped and (row.agreed or row.done_at)
    ]
    stays = tuple(
        Text(f"{milestones.WHAT[row.kind]} stays as it is: {_settled(row.agreed)}.") for row in kept
    )
    return Card(
        f"Move {review.school.name} to {full(day)}?",
        (
            *(Text(remark, "warning") for remark in remarks),
            *_dropped(planned.dropped),
            *stays,
            *((Facts(facts),) if facts else ()),
            milestones.table(planned, policy),
            Text(
                "Nothing has moved yet. When it does, everyone is told and asked whether the day suits.",
                "muted",
            ),
        ),
        (
            Button("Move it", go("move.do", draft=draft), "primary"),
            Button("Another date", go("move.change", draft=draft)),
            Button("Leave it", go("review.show", review=review.id)),
        ),
    )


def _settled(agreed: date | None) -> str:
    return f"agreed for {full(agreed)}" if agreed else "done"


def _dropped(kinds: Sequence[Kind]) -> tuple[Text, ...]:
    sentence = "{} was agreed for a day that no longer fits, and has to be agreed again."
    return tuple(Text(sentence.format(milestones.WHAT[kind]), "warning") for kind in kinds)


def moved(review: Review) -> Card:
    return Card(
        f"Moved: {title(review)}",
        (Text("Everyone concerned is told what changed and asked whether the new day suits.", "good"),),
        (Button("See the review", go("review.show", review=review.id), "primary", aside=True),),
    )


def what_changed(review: Review, change: Change) -> Card:
    """To those who are asked nothing by it: the Lead, or everyone when it has moved again since."""
    was, now = (date.fromisoformat(said["day"]) for said in (change.was, change.now))
    reason = change.now.get("reason", "")
    why = (Text(("The reason given: ", f"“{reason}”")),) if reason else ()
    since = () if review.day == now else (Text(f"It has moved again since, to {full(review.day)}."),)
    return Card(
        f"Moved: {review.school.name}, to {full(now)}",
        (Text(f"{change.by.name} has moved the review from {full(was)}."), *why, *since),
        (
            Button("See the timetable", go("review.timetable", review=review.id), "primary", aside=True),
            Button("Calendar file", go("review.calendar", review=review.id), aside=True),
        ),
    )


def ask_suggestion(
    review: Review, *, value: str = "", note: str = "", problems: Problems = NO_PROBLEMS
) -> Card:
    """To whom the date does not suit."""
    errors = {name: problem.sentence for name, problem in problems.items()}
    meant = problems["day"].dates if "day" in problems else ()
    return Card(
        f"Which date would suit better? {title(review)}",
        (
            Day(
                name="day",
                label="Your date",
                hint="Type it, for example Tues 21 Nov, or pick it.",
                value=value,
                error=errors.get("day", ""),
            ),
            Prose(
                name="note",
                label="A word to the Peer Review Lead",
                hint=SAFEGUARDING,
                value=note,
                error=errors.get("note", ""),
                required=False,
            ),
        ),
        (
            Button("Suggest it", go("suggest.send", review=review.id), "primary"),
            *(Button(full(day), go("suggest.send", review=review.id, day=day)) for day in meant),
            Button("See the review", go("review.show", review=review.id)),
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


def suggestion(review: Review, made: Suggestion, against: Sequence[str]) -> Card:
    """To the Lead: the date that somebody would rather have, and what speaks against it."""
    note = (Text((f"{made.person.name} says: ", f"“{made.note}”")),) if made.note else ()
    use = Button("Use this date", go("suggestion.use", suggestion=made.id), "primary")
    return Card(
        f"{made.person.name} suggests {full(made.day)} for {review.school.name}",
        (
            Text(f"The review is on {full(review.day)} now."),
            *note,
            *(Text(why, "warning") for why in against),
        ),
        (
            use,
            Button(f"Keep {full(review.day)}", go("suggestion.keep", suggestion=made.id)),
            Button("Another date", go("move.ask", review=review.id), aside=True),
        ),
    )


def decided(review: Review, made: Suggestion) -> Card:
    """The suggestion, once it is settled, in place of the question."""
    by = made.decided_by.name if made.decided_by else "The Peer Review Lead"
    what = f"moved it to {full(made.day)}" if made.used else "kept the date"
    return Card(
        f"{review.school.name}: {by} has {what}",
        (Text(f"{made.person.name} had suggested {full(made.day)}, and has been told."),),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )


def kept(review: Review, made: Suggestion) -> Card:
    """To whoever suggested another date."""
    return Card(
        f"{review.school.name} stays on {full(review.day)}",
        (Text(f"Thank you for suggesting {full(made.day)}. The Peer Review Lead has kept the date."),),
        (Button("See the review", go("review.show", review=review.id), "primary", aside=True),),
    )


def ask_reason(review: Review, *, postpone: bool, value: str = "", error: str = "") -> Card:
    """Why a review is called off, or put off without a new date."""
    verb = "Postpone" if postpone else "Cancel"
    later = "No new date is set; you can give one later." if postpone else "You can bring it back later."
    route = "postpone.do" if postpone else "cancel.do"
    return Card(
        f"{verb} the review: {title(review)}",
        (
            Text(f"Everyone who takes part is told why. {later}"),
            Line(name="reason", label="The reason", hint=SAFEGUARDING, value=value, error=error),
        ),
        (
            Button(f"{verb} it", go(route, review=review.id), "danger"),
            Button("Keep it", go("review.show", review=review.id)),
        ),
    )


def called_off(review: Review) -> Card:
    """The answer to whoever cancelled or postponed it."""
    what = "Cancelled" if review.cancelled_at else "Postponed"
    back = Button("Bring it back", go("cancel.undo", review=review.id))
    new_date = Button("Give a new date", go("move.ask", review=review.id))
    return Card(
        f"{what}: {title(review)}",
        (
            Text("Everyone who takes part is told.", "good"),
            Text(("The reason given: ", f"“{review.reason}”")),
        ),
        (back if review.cancelled_at else new_date,),
    )


def is_off(review: Review) -> Card:
    """In place of a question that nobody has to answer any more."""
    what = "cancelled" if review.cancelled_at else "postponed"
    return Card(
        f"{review.school.name}: the review is {what}",
        (Text("There is nothing for you to answer."),),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )


def off(review: Review, by: str) -> Card:
    """To everyone who takes part."""
    what = "Cancelled" if review.cancelled_at else "Postponed"
    then = (
        "You can take the date out of your diary."
        if review.cancelled_at
        else "You will hear when it has a new date."
    )
    return Card(
        f"{what}: {title(review)}",
        (Text((f"{by} gives the reason: ", f"“{review.reason}”"), "warning"), Text(then)),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )


def brought_back(review: Review) -> Card:
    return Card(
        f"Back again: {title(review)}",
        (Text("Everyone who takes part is told that the review goes ahead after all.", "good"),),
        (Button("See the review", go("review.show", review=review.id), "primary", aside=True),),
    )


def goes_ahead(review: Review, by: str) -> Card:
    """To everyone who takes part, when a cancelled review is brought back."""
    return Card(
        f"It goes ahead after all: {title(review)}",
        (Text(f"{by} has brought the review back. What you answered before still stands."),),
        (Button("See the review", go("review.show", review=review.id), "primary", aside=True),),
    )


def ask_note(review: Review, *, value: str, error: str = "") -> Card:
    note = Prose(
        name="note",
        label="A note to the headteacher and the team",
        hint=SAFEGUARDING,
        value=value,
        error=error,
        required=False,
    )
    return Card(
        f"The note for {title(review)}",
        (note,),
        (
            Button("Save the note", go("note.save", review=review.id, version=review.version), "primary"),
            Button("Go back", go("review.show", review=review.id)),
        ),
    )


def changed_meanwhile(review: Review, latest: Change | None) -> str:
    """For whoever was about to save over somebody else's change."""
    who = f"{latest.by.name} {CHANGES[latest.what]}" if latest else "Someone changed it"
    return f"{who} while you were here, so nothing is saved yet. It is on {full(review.day)} now."


def note_saved(review: Review) -> Card:
    shown = Text(review.note) if review.note else Text("There is no note now.", "muted")
    return Card(
        f"The note for {title(review)}",
        (Text("Saved. Everyone who takes part sees it with the review.", "good"), shown),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )

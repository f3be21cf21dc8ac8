"""What is said when a review gets another date."""

from collections.abc import Sequence
from datetime import date

from bot.cards import milestones
from bot.cards.answers import dropped
from bot.cards.common import SAFEGUARDING
from bot.cards.history import did
from bot.cards.model import (
    Button,
    Card,
    Line,
    Text,
    go,
)
from bot.cards.problems import NO_PROBLEMS, Problems, another_day, day_field, days_meant, error
from bot.cards.review import title
from bot.language.say import full
from bot.rules.milestones import Kind, Timetable
from bot.rules.policy import Policy
from storage.models import Change, Review


def ask_day(
    review: Review,
    today: date,
    *,
    value: str = "",
    reason: str = "",
    problems: Problems = NO_PROBLEMS,
    said: str = "",
) -> Card:
    """The new date, and a word of why. `said` tells what somebody else has changed meanwhile."""
    to = {"review": review.id, "version": review.version}
    return Card(
        f"Move the review at {review.school.name}",
        (
            *((Text(said, "warning"),) if said else ()),
            *(Text(remark, "warning") for remark in over(review, today)),
            Text(
                f"It was to be on {full(review.day)}."
                if review.postponed_at
                else f"It {'was' if review.day < today else 'is'} on {full(review.day)}."
            ),
            day_field("New date", another_day(review.day), value, problems),
            Line(
                name="reason",
                label="Why it moves",
                hint=f"Everyone who takes part can see this. {SAFEGUARDING}",
                value=reason,
                error=error(problems, "reason"),
                required=False,
            ),
        ),
        (
            Button("See what changes", go("move.check", **to), "primary"),
            *days_meant(problems, lambda day: go("move.check", day=day, **to)),
            Button("Leave it", go("review.show", review=review.id)),
        ),
    )


def over(review: Review, today: date) -> Sequence[str]:
    """What is said of a review whose day is over: it is not refused, as it may not have been held."""
    if review.day >= today or review.postponed_at or review.cancelled_at:
        return ()
    return (
        f"The review was on {full(review.day)} already. If it was held on that day, please leave the date.",
    )


def preview(
    review: Review, day: date, planned: Timetable, policy: Policy, remarks: Sequence[str], draft: int
) -> Card:
    """Everything that would change, before it does."""
    was = {row.kind: row.due for row in review.milestones if not row.done_at}
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
            milestones.table(planned, policy, was),
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
        (Text(f"{change.by.name} has moved the review from {full(was)}."), *why, *dropped(change), *since),
        (
            Button("See all dates", go("review.timetable", review=review.id), "primary", aside=True),
            Button("Calendar file", go("review.calendar", review=review.id), aside=True),
        ),
    )


def changed_meanwhile(review: Review, latest: Change | None) -> str:
    """For whoever was about to save over somebody else's change."""
    who = f"{latest.by.name} {did(latest)}" if latest else "Someone changed it"
    return f"{who} while you were here, so nothing is saved yet. It is on {full(review.day)} now."

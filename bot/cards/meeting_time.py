"""What is said while the time of the pre-review meeting is proposed, confirmed and moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.meeting_words import A_PLACE, asked, caution, when
from bot.cards.model import Block, Button, Card, Clock, Day, Facts, Line, Text, go
from bot.cards.problems import NO_PROBLEMS, Problems, day_field, days_meant, error
from bot.cards.review import title
from bot.language.say import full, listed
from storage.models import Meeting, Review


@dataclass(frozen=True, slots=True)
class Typed:
    day: str = ""
    time: str = ""
    place: str = ""


def ask_time(
    review: Review,
    typed: Typed,
    due: date,
    *,
    arranged: int,
    problems: Problems = NO_PROBLEMS,
    said: str = "",
    sure: str = "",
) -> Card:
    """When and where. `said`: what somebody else has done meanwhile; `sure`: the odd hour, if it is meant."""
    to = {"review": review.id, "arranged": arranged, **({"sure": sure} if sure else {})}
    return Card(
        f"The pre-review meeting: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            Text(f"The schedule asks for it by {full(due)}, with the headteacher and the review team."),
            *_when_and_where(typed, problems),
        ),
        (
            Button(
                "Propose it all the same" if sure else "Propose it", go("meeting.propose", **to), "primary"
            ),
            *days_meant(problems, lambda day: go("meeting.propose", day=day, **to)),
            Button("Go back", go("meeting.show", review=review.id)),
        ),
        private=True,
    )


def _when_and_where(typed: Typed, problems: Problems) -> tuple[Day, Clock, Line]:
    return (
        day_field("Day", "Tues 21 Nov", typed.day, problems),
        Clock(
            name="time",
            label="Time",
            hint="Type it, for example 2.30pm, or pick it.",
            value=typed.time,
            error=error(problems, "time"),
        ),
        Line(
            name="place",
            label="Where",
            hint=A_PLACE,
            value=typed.place,
            error=error(problems, "place"),
            required=False,
        ),
    )


def proposed_meanwhile(by: str, meeting: Meeting, *, agreed: bool) -> str:
    """To whoever was about to propose another time."""
    what = f"has agreed to {when(meeting)}" if agreed else f"has proposed {when(meeting)}"
    place = f" ({meeting.place})" if meeting.place else ""
    return f"{by} {what}{place} while you were here. Send it again if you would rather have yours."


def please_confirm(review: Review, meeting: Meeting, due: date, was: str = "") -> Card:
    """To the side that is asked. `was`: the time that had been agreed before."""
    by = meeting.proposed_by.name if meeting.proposed_by else asked(review, meeting, ())
    before = (Text(f"It had been agreed for {was}."),) if was else ()
    late = caution(meeting.day, due) if meeting.day else ""
    to = {"review": review.id}
    return Card(
        f"Does {when(meeting)} suit you for the pre-review meeting?",
        (
            Text(f"{by} proposes that time for {title(review)}."),
            *before,
            *_where(meeting),
            *((Text(late, "warning"),) if late else ()),
        ),
        (
            Button("Confirm", go("meeting.confirm", arranged=meeting.arranged_id, **to), "primary"),
            Button("Move", go("meeting.ask", **to), aside=True),
            Button("Add focus", go("meeting.focus", **to), aside=True),
        ),
    )


def agreed(review: Review, meeting: Meeting, people: Sequence[str]) -> Card:
    """To everyone who comes: the headteacher and the review team."""
    return Card(
        f"Pre-review meeting agreed: {when(meeting)}",
        (
            Text(f"It is about {title(review)}: to discuss and agree the focus and process.", "good"),
            *_where(meeting),
            *((Facts((("Who comes", listed(people)),)),) if people else ()),
        ),
        (
            Button("Open the meeting", go("meeting.show", review=review.id), "primary", aside=True),
            Button("Calendar file", go("review.calendar", review=review.id), aside=True),
        ),
    )


def moved(review: Review, by: str, was: str, proposed: Meeting | None) -> Card:
    """To those who are asked nothing, when the time that was agreed, `was`, no longer stands."""
    now = f"{when(proposed)} is proposed now. " if proposed else ""
    return Card(
        f"The pre-review meeting moves: {title(review)}",
        (
            Text(f"{by} has moved it: it had been agreed for {was}."),
            Text(f"{now}You will hear when it is agreed."),
        ),
        (Button("Open the meeting", go("meeting.show", review=review.id), "primary", aside=True),),
    )


def _where(meeting: Meeting) -> tuple[Block, ...]:
    return (Facts((("Where", meeting.place),)),) if meeting.place else ()

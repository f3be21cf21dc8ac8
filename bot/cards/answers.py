"""What is asked of the headteacher and the team, and what follows their answers."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.cards import milestones
from bot.cards.common import SAFEGUARDING
from bot.cards.model import Block, Button, Card, Facts, Line, Text, go
from bot.cards.review import title
from bot.language.say import full, listed, short
from bot.rules.milestones import Kind
from bot.rules.roles import TeamPart
from storage import milestones as rows
from storage import teams
from storage.models import Change, Review, TeamMember

TASKS: Mapping[TeamPart, str] = {
    TeamPart.LEAD_REVIEWER: "You would lead the review, give the feedback and send the summary.",
    TeamPart.REVIEWER: "You would take part in the meeting before the review, and on the day.",
    TeamPart.CHAMPION: "You would hear the feedback at the end of the day, and run the workshop after it.",
}
# The feedback is at the end of the day, and the champions come to it alone.
KEEP_FREE: Mapping[TeamPart, str] = {
    TeamPart.LEAD_REVIEWER: "Please keep the day free",
    TeamPart.REVIEWER: "Please keep the day free",
    TeamPart.CHAMPION: "Please keep the end of that day free for the feedback",
}
Why = tuple[Text, ...]


def please_confirm(review: Review, *, why: Why = ()) -> Card:
    """To the headteacher of the reviewed school. `why` says what has changed since they were asked before."""
    planned = Text(f"{review.booked_by.name} has planned your school’s peer review for that day.")
    return Card(
        f"Does {full(review.day)} suit {review.school.name}?",
        (
            *(why or (planned,)),
            Facts((("Team", _named(review)), *_dates(review, Kind.PACK, Kind.MEETING))),
            *_note(review),
        ),
        (
            Button("Confirm", go("date.confirm", review=review.id, day=review.day), "primary"),
            Button("Suggest another date", go("suggest.ask", review=review.id)),
            Button("See all dates", go("review.timetable", review=review.id), aside=True),
        ),
    )


def please_accept(review: Review, place: TeamMember, heads: Sequence[str], *, why: Why = ()) -> Card:
    """To someone in the team or an Improvement Champion; `why` as for the headteacher."""
    asks = Text(f"{review.booked_by.name} asks you. {TASKS[place.part]}")
    shown = Kind.WORKSHOP if place.part is TeamPart.CHAMPION else Kind.MEETING
    head = (("Headteacher", listed(heads)),) if heads else ()
    return Card(
        f"Can you be {milestones.A_PART[place.part]} at {review.school.name} on {full(review.day)}?",
        (
            *(why or (asks,)),
            Facts((*head, ("Team", _named(review)), *_dates(review, shown))),
            *_note(review),
        ),
        (
            Button("Accept", go("answer.accept", review=review.id, day=review.day), "primary"),
            Button("Can’t do it", go("answer.decline", review=review.id, day=review.day)),
            Button("Suggest another date", go("suggest.ask", review=review.id)),
            Button("See all dates", go("review.timetable", review=review.id), aside=True),
        ),
    )


def asked_again(review: Review, change: Change) -> Why:
    """Why those who may have answered before are asked once more."""
    by = change.by.name
    if change.what == "reinstated":
        return (Text(f"{by} has brought the review back: it goes ahead on the day it had."),)
    reason = change.now.get("reason", "")
    said = (Text((f"{by} says: ", f"“{reason}”")),) if reason else ()
    was = full(date.fromisoformat(change.was["day"]))
    moved = Text(f"Sorry to ask again: {by} has moved the review from {was}.")
    return (moved, *said, *dropped(change))


def dropped(change: Change) -> Why:
    """What was agreed for a day that the new date makes no sense of."""
    again = [milestones.WHAT[Kind(kind)] for kind in change.now.get("dropped", ())]
    return (Text(f"To be agreed again: {listed(again)}."),) if again else ()


def _named(review: Review) -> str:
    """The team in one line, each with the part that is not an ordinary reviewer's."""
    parts = {TeamPart.LEAD_REVIEWER: " (leads)", TeamPart.REVIEWER: "", TeamPart.CHAMPION: " (champion)"}
    return listed([f"{m.person.name}{parts[m.part]}" for m in teams.present(review)])


def _team(review: Review) -> tuple[tuple[str, str], ...]:
    members = teams.present(review)
    champions = [m.person.name for m in members if m.part is TeamPart.CHAMPION]
    reviewers = [m.person.name for m in members if m.part is TeamPart.REVIEWER]
    lead = [m.person.name for m in members if m.part is TeamPart.LEAD_REVIEWER]
    named = (("Lead reviewer", lead), ("Other reviewers", reviewers), ("Improvement Champions", champions))
    return tuple((label, listed(names)) for label, names in named if names)


def _dates(review: Review, *kinds: Kind) -> tuple[tuple[str, str], ...]:
    planned = rows.as_timetable(review)
    return tuple((milestones.WHAT[kind], milestones.when(planned.of(kind))) for kind in kinds)


def _note(review: Review) -> tuple[Block, ...]:
    return (Text(("A note: ", review.note)),) if review.note else ()


def confirmed(review: Review) -> Card:
    """To each headteacher of the school, once one of them has confirmed."""
    by = review.confirmed_by.name if review.confirmed_by else "The headteacher"
    return Card(
        f"Confirmed: {title(review)}",
        (
            Text(f"{by} has confirmed the date. The Peer Review Lead and the team can see it.", "good"),
            Facts(_dates(review, Kind.PACK, Kind.MEETING, Kind.TIMETABLE)),
        ),
        (
            Button("Paperwork", go("pack.show", review=review.id), aside=True),
            Button("Calendar file", go("review.calendar", review=review.id), aside=True),
            Button("See the review", go("review.show", review=review.id), aside=True),
            Button("It doesn’t suit after all", go("date.unconfirm", review=review.id, day=review.day)),
        ),
    )


def head_confirmed(review: Review) -> Card:
    """To the Lead."""
    by = review.confirmed_by.name if review.confirmed_by else "The headteacher"
    return Card(
        f"{by} has confirmed {short(review.day)} for {review.school.name}",
        (Text("The review shows who has answered so far."),),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )


def accepted(review: Review, place: TeamMember) -> Card:
    part = milestones.A_PART[place.part]
    return Card(
        f"You are {part} at {title(review)}",
        (Text(f"Thank you. {KEEP_FREE[place.part]}; everyone can see that you are coming.", "good"),),
        (
            Button("Calendar file", go("review.calendar", review=review.id), aside=True),
            Button("See the review", go("review.show", review=review.id), aside=True),
            Button("Can’t do it after all", go("answer.decline", review=review.id, day=review.day)),
        ),
    )


def why_not(review: Review, *, value: str = "", error: str = "") -> Card:
    """Before a no counts: a word of reason, if they like."""
    return Card(
        "Tell the Peer Review Lead that you can’t do it?",
        (
            Text(f"{title(review)}. Nothing has been sent yet."),
            Text("That’s all right: someone else will be found."),
            Line(
                name="reason",
                label="A word to the Peer Review Lead",
                hint=SAFEGUARDING,
                value=value,
                error=error,
                required=False,
            ),
        ),
        (
            Button("Yes, tell them", go("answer.declined", review=review.id, day=review.day), "primary"),
            Button("Suggest another date instead", go("suggest.ask", review=review.id)),
            Button("Go back", go("review.show", review=review.id)),
        ),
    )


def declined(review: Review) -> Card:
    return Card(
        f"You are not taking part at {title(review)}",
        (
            Text(
                "Thank you for saying so. The Peer Review Lead has been told and will look for someone else.",
                "good",
            ),
        ),
        (Button("I can do it after all", go("answer.accept", review=review.id, day=review.day)),),
    )


def everyone_accepted(review: Review) -> Card:
    """To the Lead, when the last answer is in."""
    return Card(
        f"The whole team has accepted: {title(review)}",
        (Facts(_team(review)),),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )


def busy_that_day(review: Review) -> str:
    """To someone who takes part elsewhere on the same day."""
    return f"You take part in another review on {full(review.day)}. Please decline that one first."


def date_has_changed(review: Review, shown: date) -> str:
    """When the button was about a date that is no longer the review's."""
    return (
        f"That message was about {full(shown)}. The review is on {full(review.day)} now. Does that suit you?"
    )

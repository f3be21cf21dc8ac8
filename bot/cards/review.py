"""One review as people see it: in the channel, in full, its timetable and its history."""

from collections.abc import Collection
from datetime import date

from bot.cards import milestones
from bot.cards.model import Block, Button, Card, Facts, Link, Listing, Text, go
from bot.cards.review_doors import everything, offered
from bot.cards.rooms import Room
from bot.language.say import full, listed, moment
from bot.rules.milestones import Timetable
from bot.rules.permissions import Part
from bot.rules.policy import Policy
from bot.rules.roles import Answer, TeamPart
from bot.rules.stage import Stage, stage
from storage import teams
from storage.models import Review

CONCERNED = frozenset(
    {
        Part.HOST_HEAD,
        Part.LEAD_REVIEWER,
        Part.REVIEWER,
        Part.CHAMPION,
        Part.GROUP_LEAD,
        Part.OFFICE,
    }
)
ANSWERS = {Answer.WAITING: "not answered yet", Answer.ACCEPTED: "accepted", Answer.DECLINED: "can’t do it"}


def title(review: Review) -> str:
    return f"{review.school.name}, {full(review.day)}"


def stage_of(review: Review, today: date) -> Stage:
    return stage(teams.progress(review), today)


def in_channel(review: Review, today: date) -> Card:
    """The card in the group's channel, which is updated as things change: nothing in anyone's own words."""
    return Card(
        _headline(review),
        (*_how_far(review, today), Facts(_who(review, today))),
        (Button("Open", go("review.show", review=review.id), aside=True),),
    )


def in_full(
    review: Review,
    today: date,
    parts: frozenset[Part],
    person_id: int,
    rooms: Collection[Room] = (),
) -> Card:
    """All that anyone concerned may know, with the buttons of what this person may do."""
    # In people's own words, so for those who take part or answer for it, not for the whole group.
    own_words = (("Note", review.note), ("Why this number of champions", review.champions_reason))
    said = tuple((label, words) for label, words in own_words if words and parts & CONCERNED)
    return Card(
        _headline(review),
        (
            *_how_far(review, today),
            *_state(review, parts),
            Facts(
                (
                    *_who(review, today),
                    ("Booked by", f"{review.booked_by.name}, {moment(review.booked_at)}"),
                    *said,
                )
            ),
        ),
        offered(review, today, parts, person_id, rooms),
    )


def more(
    review: Review, today: date, parts: frozenset[Part], person_id: int, rooms: Collection[Room] = ()
) -> Card:
    """All that the card of a review leads to, by what it is about."""
    return Card(
        f"More about {title(review)}",
        (Listing(everything(review, today, parts, person_id, rooms)),),
        (Button("See the review", go("review.show", review=review.id)),),
    )


def _headline(review: Review) -> str:
    if review.cancelled_at:
        return f"Cancelled: {title(review)}"
    if review.postponed_at:
        return f"Postponed: {review.school.name}"
    return title(review)


def _state(review: Review, parts: frozenset[Part]) -> tuple[Block, ...]:
    reason = (Text(("The reason given: ", f"“{review.reason}”")),) if parts & CONCERNED else ()
    if review.cancelled_at:
        return (Text("This review is cancelled.", "warning"), *reason)
    if review.postponed_at:
        return (Text(f"This review is postponed. It was to be on {full(review.day)}.", "warning"), *reason)
    return ()


def _how_far(review: Review, today: date) -> tuple[Block, ...]:
    """A cancelled review stands on none of the stages."""
    return () if review.cancelled_at else (milestones.progress(stage_of(review, today)),)


def _who(review: Review, today: date) -> tuple[tuple[str, str], ...]:
    confirmed = f"confirmed by {review.confirmed_by.name}" if review.confirmed_by else "not confirmed yet"
    members = teams.present(review)
    rows = [
        ("Where it stands", milestones.STAGE[stage_of(review, today)].capitalize()),
        ("Date", "no date yet" if review.postponed_at else f"{full(review.day)}, {confirmed}"),
    ]
    for part, label in (
        (TeamPart.LEAD_REVIEWER, "Lead reviewer"),
        (TeamPart.REVIEWER, "Other reviewers"),
        (TeamPart.CHAMPION, "Improvement Champions"),
    ):
        named = [f"{m.person.name} ({ANSWERS[m.answer]})" for m in members if m.part is part]
        rows.append((label, listed(named) if named else "none yet"))
    return tuple(rows)


def timetable(review: Review, planned: Timetable, policy: Policy) -> Card:
    done = tuple(milestones.WHAT[row.kind] for row in review.milestones if row.done_at)
    agreed = tuple(
        f"{milestones.WHAT[row.kind]} on {full(row.agreed)}" for row in review.milestones if row.agreed
    )
    facts = tuple((label, listed(named)) for label, named in (("Done", done), ("Agreed", agreed)) if named)
    off = review.cancelled_at or review.postponed_at
    no_date = Text("The review has no date at the moment: these were its dates.", "warning")
    return Card(
        f"All dates: {title(review)}",
        (
            *((no_date,) if off else ()),
            milestones.table(planned, policy),
            *((Facts(facts),) if facts else ()),
        ),
        (Button("Calendar file", go("review.calendar", review=review.id), aside=True),),
    )


def calendar(review: Review, url: str) -> Card:
    return Card(
        f"Calendar file: {review.school.name}",
        (
            Text("The review, the pre-review meeting and the days offered for the workshop."),
            Text(
                "The link is yours alone and works for an hour. Open it to add the dates to your calendar.",
                "muted",
            ),
        ),
        (Link("Open the calendar file", url),),
    )

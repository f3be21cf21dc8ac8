"""What is mine to do, and my group's reviews."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import charts, day, milestones, pack_links
from bot.cards.meeting_words import when
from bot.cards.model import Block, Button, Card, Go, Heading, Listing, Row, Text, go
from bot.cards.paging import page_of
from bot.cards.review import stage_of, title
from bot.language.say import full, listed, short
from bot.rules.milestones import Kind
from bot.rules.roles import Answer, TeamPart
from bot.rules.stage import NUMBER, Stage
from storage import milestones as milestones_of
from storage import teams
from storage.models import DayTimetable, Meeting, Review, Suggestion, TeamMember

A_PICTURE = 3
YEAR = (
    Button("Year at a glance", go("year.show"), aside=True),
    Button("Put it in my calendar", go("feeds.show"), aside=True),
)


@dataclass(frozen=True, slots=True)
class Mine:
    """What waits for one person, over all their roles."""

    to_confirm: Sequence[Review] = ()
    to_answer: Sequence[tuple[Review, TeamMember]] = ()
    to_decide: Sequence[Suggestion] = ()
    to_fill: Sequence[tuple[Review, TeamMember]] = ()
    to_send: Sequence[Review] = ()
    # A review, the day by which its meeting is due; the second also whoever proposed the time, and the time.
    to_meet: Sequence[tuple[Review, date]] = ()
    to_confirm_meeting: Sequence[tuple[Review, Meeting]] = ()
    to_plan: Sequence[tuple[Review, DayTimetable | None]] = ()
    # Once a review was held; the rows are made where they are found.
    afterwards: Sequence[Row] = ()


def show(
    name: str,
    mine: Mine,
    group: str,
    reviews: Sequence[Review],
    today: date,
    page: int,
    schedules: bool,
    about_channel: str = "",
) -> Card:
    """What is to do, then the reviews: one list, cut into pages.

    `group` names the group or groups whose reviews these are, "" where they are the person's own.
    """
    stages = [stage_of(review, today) for review in reviews]
    todo = to_do(mine)
    theirs = tuple(_row(one, stage, today) for one, stage in zip(reviews, stages, strict=True))
    shown, pages = page_of((*todo, *theirs), page, _page)
    schedule = (Button("Schedule a review", go("schedule.ask"), aside=True),) if schedules else ()
    about = (Text(about_channel, "muted"),) if about_channel else ()
    return Card(
        f"{name}, {full(today)}",
        (*_yours(todo, shown), *_of_group(group, theirs, shown, stages), *about),
        (*schedule, *pages, *YEAR, Button("Help", go("help.show"), aside=True)),
    )


def _yours(todo: Sequence[Row], shown: Sequence[Row]) -> tuple[Block, ...]:
    """The page's part of what is to do; on a page that is past it, nothing."""
    if not todo:
        return (Heading("Yours to do"), Text("Nothing is waiting for you.", "good"))
    here = tuple(row for row in shown if row in todo)
    return (Heading("Yours to do"), Listing(here)) if here else ()


def _of_group(
    group: str, theirs: Sequence[Row], shown: Sequence[Row], stages: Sequence[Stage]
) -> tuple[Block, ...]:
    """The page's part of the group's reviews, and above the first how far all of them are; else nothing."""
    heading = Heading(f"Reviews of {group}" if group else "Reviews you take part in")
    if not theirs:
        return (heading, Text("No review is booked yet this year.", "muted")) if group else ()
    here = tuple(row for row in shown if row in theirs)
    begins = group and theirs[0] in here
    far = (charts.reviews_by_stage(stages),) if begins and _differ(stages) else ()
    return (heading, *far, Listing(here)) if here else ()


def _differ(stages: Sequence[Stage]) -> bool:
    """Whether a picture says more than the list: of a few that stand alike it does not."""
    return (
        len(stages) >= A_PICTURE and len({NUMBER[stage] for stage in stages} - {NUMBER[Stage.CANCELLED]}) > 1
    )


def _page(wanted: int) -> Go:
    return go("home.show", page=wanted)


def to_do(mine: Mine) -> tuple[Row, ...]:
    return (
        *(_confirm(review) for review in mine.to_confirm),
        *(send_pack(review) for review in mine.to_send),
        *(_decide(suggestion) for suggestion in mine.to_decide),
        *(_fill(review, place) for review, place in mine.to_fill),
        *(answer(review, place) for review, place in mine.to_answer),
        *(_confirm_meeting(review, meeting) for review, meeting in mine.to_confirm_meeting),
        *(_meet(review, due) for review, due in mine.to_meet),
        *(day.to_do(review, kept) for review, kept in mine.to_plan),
        *mine.afterwards,
    )


def _confirm(review: Review) -> Row:
    return Row(
        f"Confirm the date: {title(review)}",
        f"{review.booked_by.name} has planned the review for that day.",
        (
            Button("Confirm", go("date.confirm", review=review.id, day=review.day), aside=True),
            Button("Suggest another date", go("suggest.ask", review=review.id), aside=True),
        ),
    )


def send_pack(review: Review) -> Row:
    row = milestones_of.of(review, Kind.PACK)
    until = milestones_of.longer(row, review.day)
    return Row(
        f"Send the paperwork for {title(review)}, by {full(until or row.due)}",
        "The review team reads it beforehand. For each paper you add a link, or say why it does not apply.",
        (
            Button("Paperwork", go("pack.show", review=review.id), aside=True),
            pack_links.button(review, aside=True),
        ),
    )


def answer(review: Review, place: TeamMember) -> Row:
    return Row(
        f"Can you take part? {title(review)}",
        f"You are asked to be {milestones.A_PART[place.part]}.",
        (
            Button("Accept", go("answer.accept", review=review.id, day=review.day), aside=True),
            Button("Can’t do it", go("answer.decline", review=review.id, day=review.day), aside=True),
        ),
    )


def _decide(made: Suggestion) -> Row:
    return Row(
        f"{made.person.name} suggests {full(made.day)} for {made.review.school.name}",
        f"The review is on {full(made.review.day)} now.",
        (Button("Decide", go("suggestion.show", suggestion=made.id), aside=True),),
    )


def _fill(review: Review, place: TeamMember) -> Row:
    why = "can’t " if place.answer is Answer.DECLINED else "has left, and was to "
    return Row(
        f"Find someone for {title(review)}",
        f"{place.person.name} {why}be {milestones.A_PART[place.part]}.",
        (Button("Choose someone", go("team.replace", review=review.id, member=place.id), aside=True),),
    )


def _meet(review: Review, due: date) -> Row:
    return Row(
        f"Agree the time of the pre-review meeting: {title(review)}",
        f"By {full(due)}, with the headteacher and the review team.",
        (Button("Propose a time", go("meeting.ask", review=review.id), aside=True),),
    )


def _confirm_meeting(review: Review, meeting: Meeting) -> Row:
    by = meeting.proposed_by.name if meeting.proposed_by else "The other side"
    confirm = go("meeting.confirm", review=review.id, arranged=meeting.arranged_id)
    return Row(
        f"Confirm the pre-review meeting: {title(review)}",
        f"{by} proposes {when(meeting)}.",
        (
            Button("Confirm", confirm, aside=True),
            Button("Move", go("meeting.ask", review=review.id), aside=True),
        ),
    )


def _row(review: Review, stage: Stage, today: date) -> Row:
    lead = [m.person.name for m in teams.present(review) if m.part is TeamPart.LEAD_REVIEWER]
    waiting = sum(m.answer is Answer.WAITING for m in teams.present(review))
    waiting += review.confirmed_at is None
    to_come = not (review.cancelled_at or review.postponed_at or review.day < today)
    answers = f"; {waiting} still to answer" if waiting and to_come else ""
    day = "no date yet" if review.postponed_at else f"{short(review.day)} {review.day.year}"
    return Row(
        f"{review.school.name}, {day}",
        f"{milestones.STAGE[stage].capitalize()}; led by {listed(lead)}{answers}.",
        (Button("Open", go("review.show", review=review.id), aside=True),),
    )


def left() -> Card:
    """In place of a form that is not wanted after all."""
    return Card("All right, nothing was changed", (Text("Ask me again whenever you like.", "muted"),))

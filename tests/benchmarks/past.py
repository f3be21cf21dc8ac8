"""Years of reviews, inserted in bulk, as years of use would leave them: all of it made up."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, product

from sqlalchemy import text

from bot.rules.hours import Urgency
from bot.rules.milestones import Kind
from bot.rules.roles import Answer, TeamPart
from storage.database import Sessions
from storage.models import (
    Change,
    Draft,
    Milestone,
    Outgoing,
    Post,
    Review,
    Suggestion,
    TeamMember,
)
from tests.benchmarks.roster import Place, past_places, sample_places, year_row
from tests.benchmarks.rows import Row, Rows

YEARS, THIS_YEAR = 20, 2017
TODAY = date(THIS_YEAR, 11, 1)
PARTS = (
    TeamPart.LEAD_REVIEWER,
    TeamPart.REVIEWER,
    TeamPart.REVIEWER,
    TeamPart.CHAMPION,
    TeamPart.CHAMPION,
)
# Days after the review.
DUE = {
    Kind.PACK: -14,
    Kind.MEETING: -7,
    Kind.TIMETABLE: -1,
    Kind.REVIEW: 0,
    Kind.FEEDBACK: 0,
    Kind.SUMMARY: 7,
    Kind.WORKSHOP: 14,
    Kind.PLAN: 21,
    Kind.AUDIT: 35,
    Kind.IMPACT: 182,
}


def store(sessions: Sessions, reviews: int) -> None:
    """A large consortium's roster of the past, and that many reviews, the latest years first."""
    with sessions.begin() as session:
        rows = Rows(session)
        years = [year_row(rows, THIS_YEAR - back) for back in range(YEARS)]
        places = [*sample_places(session), *past_places(rows)]
        for number, (year, place) in enumerate(islice(product(years, places), reviews)):
            others = places[(number + 1) % len(places)].people
            one_review(rows, number, year, place, others)
        rows.insert()
    with sessions.begin() as session:
        if session.get_bind().dialect.name == "postgresql":
            # What PostgreSQL does by itself within a minute or so.
            session.execute(text("ANALYZE"))


def one_review(rows: Rows, number: int, year: tuple[int, int], place: Place, others: Sequence[int]) -> None:
    """A review that was booked, answered and told to everyone; in the past it was held as well.

    This year's stand in the autumn before the conversation begins, and from January on.
    """
    year_id, starts = year
    # Weekdays of September and October, or of the spring.
    first = date(starts, 9, 4) if number % 3 or number < 20 else date(starts + 1, 1, 8)
    day = first + timedelta(days=7 * (number % 7) + number % 5)
    booked_at = at(day - timedelta(days=40))
    over = day + timedelta(days=max(DUE.values()))
    review = rows.add(
        Review,
        school_id=place.school_id,
        group_id=place.group_id,
        year_id=year_id,
        number=1,
        day=day,
        note="Please park in the lane." if number % 4 == 0 else "",
        champions_reason="",
        booked_by_id=place.people[0],
        booked_at=booked_at,
        confirmed_at=booked_at,
        confirmed_by_id=place.people[0],
        reason="",
        closed_at=at(over) if over < TODAY else None,
        version=4,
    )
    team = [others[n % len(others)] for n in range(min(len(PARTS), len(others)))]
    milestones(rows, review, day)
    members(rows, review, team, booked_at)
    history(rows, review, day, place.people[0], team, booked_at)
    messages(rows, review, team, booked_at)
    if number % 5 == 0:
        decided(rows, review, day, team[0], place.people[0], booked_at)


def at(day: date) -> datetime:
    return datetime.combine(day, time(10), UTC)


def milestones(rows: Rows, review: int, day: date) -> None:
    for kind, days in DUE.items():
        due = day + timedelta(days=days)
        done = at(due) if due < TODAY else None
        rows.add(
            Milestone,
            review_id=review,
            kind=kind,
            due=due,
            unmoved=due,
            because="",
            short_notice=False,
            done_at=done,
        )


def members(rows: Rows, review: int, team: Sequence[int], now: datetime) -> None:
    for position, (person, part) in enumerate(zip(team, PARTS, strict=False), 1):
        rows.add(
            TeamMember,
            review_id=review,
            person_id=person,
            part=part,
            position=position,
            answer=Answer.ACCEPTED,
            answered_at=now,
            reason="",
            version=2,
        )


def history(rows: Rows, review: int, day: date, lead: int, team: Sequence[int], now: datetime) -> None:
    said = [("booked", lead, {"day": day.isoformat()}), ("confirmed", lead, {"day": day.isoformat()})]
    said += [("accepted", person, {"person": "Made-up Person", "reason": ""}) for person in team]
    for what, by, to in said:
        rows.add(Change, review_id=review, by_id=by, at=now, what=what, was={}, now=to)
    data = {"school": "1", "day": day.isoformat()}
    rows.add(Draft, person_id=lead, kind="schedule", data=data, review_id=review, made_at=now, version=2)


def messages(rows: Rows, review: int, team: Sequence[int], now: datetime) -> None:
    """A question to everyone, its update once it was answered, and the group's card."""
    for person in team:
        slot, args = f"ask:{review}:{person}", {"change": review, "review": review}
        asked = finished(rows, f"review.ask:past:{review}:{person}", "post", slot, now, args, person)
        finished(rows, f"update:{slot}:past", "update", slot, now, {}, person)
        rows.add(
            Post,
            outgoing_id=asked,
            slot=slot,
            template="review.ask",
            args=args,
            person_id=person,
            platform="practice",
            workspace="practice",
            conversation=f"p{person}",
            ref=str(asked),
            sent_at=now,
        )


def finished(rows: Rows, key: str, does: str, slot: str, now: datetime, args: Row, person: int) -> int:
    return rows.add(
        Outgoing,
        key=key,
        does=does,
        template="review.ask" if does == "post" else "",
        args=args,
        person_id=person,
        slot=slot,
        urgency=Urgency.NEWS,
        made_at=now,
        due=now,
        finished_at=now,
        withdrawn=False,
        attempts=1,
        problem="",
    )


def decided(rows: Rows, review: int, day: date, person: int, lead: int, now: datetime) -> None:
    rows.add(
        Suggestion,
        review_id=review,
        person_id=person,
        day=day,
        note="Nativity play",
        made_at=now,
        decided_at=now,
        decided_by_id=lead,
        used=True,
        version=2,
    )

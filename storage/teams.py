"""A review's team: who is asked, what they answered, who took whose place."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.rules.milestones import Kind
from bot.rules.roles import Answer, TeamPart
from bot.rules.stage import Progress
from storage.consortium import has_left
from storage.models import Person, Review, TeamMember

ORDER = tuple(TeamPart)


def present(review: Review) -> Sequence[TeamMember]:
    """Those who are in the team now, the lead reviewer first, the champions last."""
    here = [member for member in review.team if member.ended_at is None]
    return sorted(here, key=lambda member: (ORDER.index(member.part), member.position))


def coming(review: Review, parts: Collection[TeamPart], today: date) -> Sequence[Person]:
    """Those with one of these parts who have not declined and are still here; `today` is London's."""
    return [
        place.person
        for place in present(review)
        if place.part in parts and place.answer is not Answer.DECLINED and not has_left(place.person, today)
    ]


def member(review: Review, person_id: int) -> TeamMember | None:
    return next((m for m in present(review) if m.person_id == person_id), None)


def had_a_place(review: Review, person_id: int) -> bool:
    """Whether this person was in the team and no longer is."""
    return any(m.person_id == person_id for m in review.team) and member(review, person_id) is None


def by_id(review: Review, member_id: int) -> TeamMember | None:
    return next((m for m in present(review) if m.id == member_id), None)


def by_id_ever(review: Review, member_id: int) -> TeamMember | None:
    """The same, of places that were given up as well."""
    return next((m for m in review.team if m.id == member_id), None)


def add(session: Session, review: Review, person: Person, part: TeamPart) -> TeamMember:
    added = TeamMember(person=person, part=part, position=len(review.team) + 1, answer=Answer.WAITING)
    review.team.append(added)
    session.flush()
    return added


def end(session: Session, place: TeamMember, now: datetime) -> None:
    """Give up a place in the team; the row stays as history. `now` is in UTC."""
    place.ended_at = now
    session.flush()


def answered(place: TeamMember, answer: Answer, now: datetime, reason: str = "") -> None:
    place.answer, place.answered_at, place.reason = answer, now, reason


def ask_again(review: Review, agreed: Collection[int], now: datetime) -> None:
    """An answer was to a date: when that changes all are asked anew, but those `agreed` to it already."""
    for place in present(review):
        if place.person_id in agreed:
            answered(place, Answer.ACCEPTED, now)
        else:
            place.answer, place.answered_at, place.reason = Answer.WAITING, None, ""


def is_held(review: Review) -> bool:
    """Whether anything of the review day or after it has been done."""
    early = {Kind.PACK, Kind.MEETING, Kind.TIMETABLE}
    return any(row.done_at is not None and row.kind not in early for row in review.milestones)


def progress(review: Review) -> Progress:
    """What has happened to the review, as the rules want it."""
    return Progress(
        day=review.day,
        confirmed=review.confirmed_at is not None,
        everyone_accepted=all(m.answer == Answer.ACCEPTED for m in present(review)),
        done=frozenset(row.kind for row in review.milestones if row.done_at is not None),
        agreed=frozenset(row.kind for row in review.milestones if row.agreed is not None),
        cancelled=review.cancelled_at is not None,
        postponed=review.postponed_at is not None,
        closed=review.closed_at is not None,
    )

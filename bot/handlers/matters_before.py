"""What is owed until the day of a review: answers, the paperwork, the meeting, the timetable."""

from collections.abc import Iterator
from datetime import datetime, time

from bot.cards import day, home
from bot.cards import reminder_lines as say
from bot.handlers.matters import Looking, Matter, named
from bot.handlers.news import ask_slot
from bot.rules import hours, reminders
from bot.rules.milestones import Kind
from bot.rules.pack import asked as asked_of
from bot.rules.reminders import To
from bot.rules.roles import REVIEW_TEAM, Answer
from storage import days, handing_over, meetings, milestones, packs, teams
from storage import reminders as kept
from storage import reviews as finding
from storage.models import Milestone, Review, TeamMember


def before(looking: Looking, review: Review) -> Iterator[Matter]:
    if review.day <= looking.today:
        return
    yield from invitations(looking, review)
    for row in review.milestones:
        if row.done_at is None and row.kind in FINDS:
            yield from FINDS[row.kind](looking, review, row)


def invitations(looking: Looking, review: Review) -> Iterator[Matter]:
    waiting = [one for one in teams.present(review) if one.answer is Answer.WAITING]
    waiting = [one for one in waiting if looking.is_here(one.person_id)]
    if not waiting:
        return
    slots = {ask_slot(review, one.person): one for one in waiting}
    asked = kept.asked_at(looking.session, slots)
    yield from (invitation(looking, review, one, asked[slot]) for slot, one in slots.items() if slot in asked)


def invitation(looking: Looking, review: Review, place: TeamMember, asked: datetime) -> Matter:
    day_asked = hours.today(asked)
    return Matter(
        named("invitation", review, day_asked, place.id),
        review,
        reminders.invited(day_asked, looking.calendar(review)),
        {To.OWER: [place.person_id], To.LEAD: looking.lead(review, [place.person_id])},
        asked,
        {To.OWER: home.answer(review, place), To.LEAD: say.has_not_answered(review, place, day_asked)},
        review.day,
    )


def pack(looking: Looking, review: Review, row: Milestone) -> Iterator[Matter]:
    due = milestones.longer(row, review.day) or row.due
    settled = set(packs.settled(packs.papers(looking.session, review.id)))
    wanted = set(asked_of(church_school=review.school.church_school))
    there, owing = len(wanted & settled), whose(looking, review, Kind.PACK)
    yield Matter(
        named("pack", review, due),
        review,
        reminders.pack(review.day, due, looking.calendar(review), looking.policy),
        {To.OWER: owing, To.LEAD: looking.lead(review, owing)},
        dated_at(looking, review),
        {
            To.OWER: say.pack(review, due, looking.today, there, len(wanted), because=row.because),
            To.LEAD: say.late(review, Kind.PACK, due, looking.today, say.papers(there, len(wanted))),
        },
        review.day,
        say.missing(there, len(wanted)),
    )


def meeting(looking: Looking, review: Review, row: Milestone) -> Iterator[Matter]:
    team = [one.id for one in teams.coming(review, REVIEW_TEAM, looking.today)]
    yield Matter(
        named("meeting", review, row.due),
        review,
        reminders.meeting(review.day, looking.calendar(review), looking.policy),
        {To.OWER: list(dict.fromkeys((*looking.heads(review), *team)))},
        dated_at(looking, review),
        {To.OWER: say.meeting(review, row, meetings.get(looking.session, review.id), looking.today)},
        review.day,
    )


def timetable(looking: Looking, review: Review, row: Milestone) -> Iterator[Matter]:
    kept_day = days.of_review(looking.session, review.id)
    at = row.due_time or time(16)
    leads = [one.person_id for one in teams.present(review) if one.part in say.LEADS]
    yield Matter(
        named("timetable", review, row.due),
        review,
        reminders.timetable(review.day, row.due, at, looking.calendar(review)),
        {To.OWER: whose(looking, review, Kind.TIMETABLE), To.LEAD_REVIEWER: leads},
        dated_at(looking, review),
        {To.OWER: day.to_do(review, kept_day), To.LEAD_REVIEWER: say.no_timetable(review)},
        review.day,
    )


def whose(looking: Looking, review: Review, part: Kind) -> list[int]:
    """Whoever was asked to see to it, else the headteachers."""
    helper = handing_over.handed_to(looking.session, review, part, looking.today)
    return [helper.id] if helper else list(looking.heads(review))


def dated_at(looking: Looking, review: Review) -> datetime:
    """When the review was given its date."""
    if review.id not in looking.dated:
        change = finding.latest_change(looking.session, review.id, finding.DATES)
        looking.dated[review.id] = change.at if change else review.booked_at
    return looking.dated[review.id]


FINDS = {Kind.PACK: pack, Kind.MEETING: meeting, Kind.TIMETABLE: timetable}

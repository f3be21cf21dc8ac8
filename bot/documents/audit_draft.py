"""The audit proforma as it would be returned now: what is known, overlaid by what people wrote."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from bot.language.audit import IMPACT, Event, Known, entry, recorded
from bot.rules.audit import Line, Recorded, Said, Written, stands
from bot.rules.findings import Strand
from bot.rules.hours import today
from bot.rules.milestones import Kind
from bot.rules.papers import AuditLine, AuditPaper, PlanPaper
from bot.rules.permissions import Paper
from bot.rules.roles import Answer, TeamPart
from storage import (
    audits,
    feedbacks,
    impacts,
    meetings,
    milestones,
    questions,
    sent_papers,
    team_notes,
    teams,
    visits,
    workshops,
)
from storage.models import (
    AuditPart,
    DevelopmentVisit,
    Feedback,
    Impact,
    Review,
    SentPaper,
    TeamNote,
    Workshop,
)

OF_THE_AUDIT = (Strand.EXPLORED, Strand.ACTIVITY)


def audit(session: Session, review: Review) -> AuditPaper:
    return AuditPaper(
        review.school.name,
        review.day,
        " and ".join(names(review, TeamPart.LEAD_REVIEWER)),
        names(review, TeamPart.REVIEWER),
        names(review, TeamPart.CHAMPION),
        tuple(entry(line) for line in lines(session, review)),
    )


def lines(session: Session, review: Review) -> Sequence[Line]:
    said, there = written(session, review), recorded(known(session, review))
    return [stands(line, there[line], said.get(line, ())) for line in AuditLine]


def written(session: Session, review: Review) -> Mapping[AuditLine, Sequence[Written]]:
    """What people wrote, by line; what was taken back is not there."""
    found: dict[AuditLine, list[Written]] = {}
    impact = impacts.stands(impacts.get(session, review.id))
    for part in audits.parts(session, review.id):
        one = audits.written(part)
        if not (one.is_empty or is_replaced(part, impact)):
            found.setdefault(part.line, []).append(one)
    return found


def is_replaced(part: AuditPart, impact: Impact | None) -> bool:
    """The impact takes the place of what was written of the improvement before it was recorded."""
    return part.line is AuditLine.IMPROVEMENT and impact is not None and part.change_id < impact.change_id


def records(session: Session, review: Review) -> Mapping[AuditLine, Recorded]:
    return recorded(known(session, review))


def known(session: Session, review: Review) -> Known:
    feedback, workshop = given_feedback(session, review), workshops.get(session, review.id)
    notes = [one for one in team_notes.of_review(session, review.id) if one.strand in OF_THE_AUDIT]
    plan, visit = sent_papers.latest(session, review.id, Paper.PLAN), visits.get(session, review)
    meeting, impact = meetings.get(session, review.id), impacts.stands(impacts.get(session, review.id))
    return Known(
        data=data(session, review),
        meeting=had_meeting(session, review),
        timetable_set=milestones.of(review, Kind.TIMETABLE).done_at is not None,
        review=Event(review.day, team(review)) if notes or feedback or teams.is_held(review) else Event(),
        focus=meeting.focus if meeting else "",
        explored=said(notes, Strand.EXPLORED),
        activities=said(notes, Strand.ACTIVITY),
        questions=tuple((one.question, one.sources) for one in questions.of_review(session, review.id)),
        feedback=given(feedback),
        governors=tuple(feedback.governors.splitlines()) if feedback else (),
        workshop=agreed(review, workshop),
        workshop_held=workshop.held_on if workshop else None,
        plan_agreed=today(plan.at) if plan else None,
        actions=planned(plan),
        visit=visiting(session, review, visit),
        visit_held=visit is not None and visit.held_on is not None,
        visit_words=visit.words if visit else "",
        impact=(Said(impact.words, name=IMPACT, at=impact.at),) if impact else (),
    )


def given_feedback(session: Session, review: Review) -> Feedback | None:
    """Not what is only kept of it, for when it is given after all."""
    feedback = feedbacks.of_review(session, review.id)
    return feedback if feedback and feedback.given_on else None


def planned(plan: SentPaper | None) -> tuple[str, ...]:
    content = sent_papers.as_content(plan) if plan else None
    return tuple(row.action for row in content.actions) if isinstance(content, PlanPaper) else ()


def data(session: Session, review: Review) -> Event:
    complete = milestones.of(review, Kind.PACK).done_at
    return Event(today(complete), tuple(audits.senders_of_pack(session, review.id))) if complete else Event()


def had_meeting(session: Session, review: Review) -> Event:
    meeting = meetings.get(session, review.id)
    if meeting is None or meeting.held_on is None:
        return Event()
    present = (*(one.person.name for one in meeting.present), *meeting.others.splitlines())
    return Event(meeting.held_on, present)


def given(feedback: Feedback | None) -> Event:
    if feedback is None:
        return Event()
    present = (*(one.person.name for one in feedback.present), *feedback.others.splitlines())
    return Event(feedback.given_on, present)


def agreed(review: Review, workshop: Workshop | None) -> Event:
    """A day that a move of the review has dropped is not agreed any more."""
    if workshop is None:
        return Event()
    stands = workshop.day if workshop.day == milestones.of(review, Kind.WORKSHOP).agreed else None
    day = stands or workshop.held_on
    there = (*names(review, TeamPart.CHAMPION), *workshop.staff.splitlines())
    return Event(day, there) if day else Event()


def visiting(session: Session, review: Review, visit: DevelopmentVisit | None) -> Event:
    if visit is None:
        return Event()
    day = visit.held_on or (visit.day if visits.stands(session, review, visit) else None)
    return Event(day, names(review, TeamPart.CHAMPION)) if day else Event()


def names(review: Review, part: TeamPart) -> tuple[str, ...]:
    return tuple(
        one.person.name
        for one in teams.present(review)
        if one.part is part and one.answer is not Answer.DECLINED
    )


def team(review: Review) -> tuple[str, ...]:
    return (*names(review, TeamPart.LEAD_REVIEWER), *names(review, TeamPart.REVIEWER))


def said(notes: Sequence[TeamNote], strand: Strand) -> tuple[Said, ...]:
    return tuple(Said(one.text, one.by_id, one.by.name, one.at) for one in notes if one.strand is strand)

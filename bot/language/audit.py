"""What each line of the audit proforma says from what is known of a review."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.language.say import full, listed
from bot.rules.audit import Line, Recorded, Said
from bot.rules.papers import AuditEntry, AuditLine

# As the form has them, without its remarks in brackets.
HEADINGS: Mapping[AuditLine, str] = {
    AuditLine.DATA: "Data shared",
    AuditLine.MEETING: "Initial meeting to review data and set priorities – timetable set",
    AuditLine.REVIEW: "Review carried out",
    AuditLine.KEY_AREAS: "Key areas explored",
    AuditLine.ACTIVITIES: "Activities undertaken by the reviewers",
    AuditLine.FEEDBACK: "Feedback given",
    AuditLine.GOVERNORS: "Governors involved in feedback",
    AuditLine.WORKSHOP: "Agreed date for workshop with the Improvement Champions",
    AuditLine.PLAN_AGREED: "Action plan agreed",
    AuditLine.PRIORITIES: "Action plan priorities",
    AuditLine.VISIT: "Improvement Champions’ follow-up development visit",
    AuditLine.IMPROVEMENT: "School improvement achieved",
}
SET, PLANNED = "Timetable set.", "Planned for that day."
# Whence words are that nobody has written here.
MEETING, TIMETABLE, QUESTIONS, PLAN = "the meeting", "the timetable", "the enquiry questions", "the plan"
VISIT, WORKSHOP, IMPACT = "the visit", "the workshop", "the impact that was recorded"


@dataclass(frozen=True, slots=True)
class Event:
    """A day on which something was, or is to be, and who was there, by name."""

    on: date | None = None
    present: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the bot knows of a review by itself; what has not happened is left out.

    `data`: when the pack was complete, and who sent it. `workshop`: the day that was agreed, `workshop_held`
    that on which it was held. `explored` and `activities`: the team's notes of the day. `questions`: each
    with its sources. `visit` is to be, until it is `visit_held`. `impact`: what was recorded as such, if it
    was.
    """

    data: Event = Event()
    meeting: Event = Event()
    timetable_set: bool = False
    review: Event = Event()
    focus: str = ""
    explored: tuple[Said, ...] = ()
    activities: tuple[Said, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    feedback: Event = Event()
    governors: tuple[str, ...] = ()
    workshop: Event = Event()
    workshop_held: date | None = None
    plan_agreed: date | None = None
    actions: tuple[str, ...] = ()
    visit: Event = Event()
    visit_held: bool = False
    visit_words: str = ""
    impact: tuple[Said, ...] = ()


def recorded(known: Known) -> Mapping[AuditLine, Recorded]:
    """What each line says of itself; the school improvement achieved is what was recorded as impact."""
    return {
        AuditLine.DATA: _at(known.data),
        AuditLine.MEETING: _at(known.meeting, _from(TIMETABLE, SET if known.timetable_set else "")),
        AuditLine.REVIEW: _at(known.review),
        AuditLine.KEY_AREAS: Recorded(words=(*_from(MEETING, known.focus), *known.explored)),
        AuditLine.ACTIVITIES: Recorded(
            words=(*_from(QUESTIONS, *map(_enquiry, known.questions)), *known.activities)
        ),
        AuditLine.FEEDBACK: _at(known.feedback),
        AuditLine.GOVERNORS: _at(Event(known.feedback.on if known.governors else None, known.governors)),
        AuditLine.WORKSHOP: _at(
            known.workshop,
            _from(WORKSHOP, f"Held on {full(known.workshop_held)}." if known.workshop_held else ""),
        ),
        AuditLine.PLAN_AGREED: Recorded(dated=known.plan_agreed),
        AuditLine.PRIORITIES: Recorded(words=_from(PLAN, *known.actions)),
        AuditLine.VISIT: _at(known.visit, _from(VISIT, _visit(known))),
        AuditLine.IMPROVEMENT: Recorded(words=known.impact),
    }


def _at(event: Event, words: tuple[Said, ...] = ()) -> Recorded:
    return Recorded(listed(event.present), event.on, words)


def _from(name: str, *texts: str) -> tuple[Said, ...]:
    return tuple(Said(text, name=name) for text in texts if text)


def _enquiry(question: tuple[str, str]) -> str:
    asked, sources = question
    return f"Enquiry: {asked} ({sources})" if sources else f"Enquiry: {asked}"


def _visit(known: Known) -> str:
    return known.visit_words if known.visit_held else PLANNED if known.visit.on else ""


def entry(line: Line) -> AuditEntry:
    """As it is read and printed: one's words under another's."""
    words = "\n".join(one.text for one in line.words)
    return AuditEntry(line.line, line.present, full(line.dated) if line.dated else "", words)

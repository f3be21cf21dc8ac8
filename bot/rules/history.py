"""Whose it is to read what a change of a review was and is: for each thing that a change keeps, of what of
the review it is.

Whatever is not listed here is shown to nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.rules.impact import may_read
from bot.rules.paper_life import may_read_queries
from bot.rules.papers import PAPERS, AuditLine, may_read_draft, may_read_sent
from bot.rules.permissions import Paper, Part, Right, may_manage, rights


class Of(StrEnum):
    """What of a review something belongs to; it is read by those who may read that."""

    STATUS = "status"
    """Dates and people, and why: what the history’s card tells as well."""
    FOR_THE_LEAD = "for the Lead"
    """A word to the Peer Review Lead."""
    PACK = "pack"
    LINKS = "links"
    """As they are, which stay good in a file; to all others our own links lead."""
    AREAS = "areas"
    MEETING = "meeting"
    FOCUS = "focus"
    DAY = "day"
    DAY_DRAFT = "day draft"
    NOTES = "notes"
    FEEDBACK = "feedback"
    SUMMARY_DRAFT = "summary draft"
    WORKSHOP = "workshop"
    PLAN_DRAFT = "plan draft"
    PROGRESS = "progress"
    """Of the plan as it was sent."""
    AUDIT_DRAFT = "audit draft"
    VISIT = "visit"
    IMPACT = "impact"
    """Months after the review."""
    QUERY = "query"
    """About a paper: which one, the change says."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody may do with the rooms of a review now, what holds only for a time being settled.

    `prepared`, `pack` and `day` are their rights there. `drafts`: those who write summary and plan can open
    them; `plan`: a version was sent that counts as released or not, None: none was.
    """

    parts: frozenset[Part]
    prepared: frozenset[Right]
    pack: frozenset[Right]
    day: frozenset[Right]
    workshop: bool
    visit: bool
    drafts: bool
    summary_released: bool
    plan_released: bool | None


@dataclass(frozen=True, slots=True)
class Readable:
    rooms: frozenset[Of]
    queries: frozenset[Paper]

    def may(self, what: str, key: str, paper: str) -> bool:
        """Whether what a change of that kind keeps under `key` is theirs; `paper`: which the change names."""
        of = TEXTS.get(what, {}).get(key)
        return paper in self.queries if of is Of.QUERY else of in self.rooms


def readable(sight: Sight) -> Readable:
    parts, summary = sight.parts, rights(sight.parts, Paper.SUMMARY, released=sight.summary_released)
    sent = sight.plan_released is not None
    held = {
        Of.STATUS: bool(rights(parts, Paper.STATUS) & {Right.READ, Right.WRITE}),
        Of.FOR_THE_LEAD: may_manage(parts),
        Of.PACK: Right.READ in sight.pack,
        Of.LINKS: Right.WRITE in sight.pack,
        Of.AREAS: bool(sight.pack & {Right.READ, Right.FOCUS}),
        Of.MEETING: Right.READ in sight.prepared,
        Of.FOCUS: bool(sight.prepared & {Right.READ, Right.FOCUS}),
        Of.DAY: Right.READ in sight.day,
        Of.DAY_DRAFT: Right.WRITE in sight.day,
        Of.NOTES: sight.drafts and may_read_draft(parts, Paper.SUMMARY),
        Of.FEEDBACK: Right.READ in summary,
        Of.SUMMARY_DRAFT: sight.drafts and may_read_draft(parts, Paper.SUMMARY),
        Of.WORKSHOP: sight.workshop,
        Of.PLAN_DRAFT: sight.drafts and may_read_draft(parts, Paper.PLAN),
        Of.PROGRESS: sent and may_read_sent(parts, Paper.PLAN, released=bool(sight.plan_released)),
        # Of the proforma the others have their own lines alone.
        Of.AUDIT_DRAFT: Right.WRITE in rights(parts, Paper.AUDIT),
        Of.VISIT: sight.visit,
        Of.IMPACT: may_read(parts, released=bool(sight.plan_released)),
    }
    return Readable(
        frozenset(of for of, is_so in held.items() if is_so),
        frozenset(paper for paper in PAPERS if may_read_queries(parts, paper)),
    )


Texts = Mapping[str, Of]


def _all(of: Of, *keys: str) -> Texts:
    return dict.fromkeys(keys, of)


NOTHING: Texts = {}
DATED = _all(Of.STATUS, "day", "reason")
ANSWER: Texts = {"person": Of.STATUS, "reason": Of.FOR_THE_LEAD}
MEMBER = _all(Of.STATUS, "person", "part")
IN_THE_PACK: Texts = {"paper": Of.STATUS, "link": Of.LINKS, "why": Of.PACK}
MEETING: Texts = {"day": Of.STATUS, **_all(Of.MEETING, "at", "place")}
HELD: Texts = {**_all(Of.MEETING, "held", "present", "others"), "focus": Of.FOCUS}
QUESTION = _all(Of.MEETING, "question", "sources")
NOTE = _all(Of.NOTES, "strand", "text")
FEEDBACK = _all(Of.FEEDBACK, "given", "present", "others", "governors")
POINT = _all(Of.SUMMARY_DRAFT, "strand", "text")
ACTION = _all(Of.PLAN_DRAFT, "action", "due", "timing", "owner", "support", "comments")
AUDIT = _all(Of.AUDIT_DRAFT, *AuditLine)
VISIT = _all(Of.VISIT, "held", "words")
IMPACT = ("impact_recorded", "impact_corrected", "impact_taken_back")
SENT = _all(Of.STATUS, "number", "late")
SIGNED = _all(Of.STATUS, "number", "signer", "signed_as")
QUERY: Texts = {"number": Of.STATUS, "words": Of.QUERY}
ANSWERED: Texts = {"number": Of.STATUS, "answer": Of.QUERY}

# In the order in which they are told; of what is done, each as `CHANGES` has it.
TEXTS: Mapping[str, Texts] = {
    "booked": DATED,
    "moved": {**DATED, **_all(Of.STATUS, "postponed", "dropped")},
    **dict.fromkeys(("confirmed", "unconfirmed", "cancelled", "postponed", "reinstated", "kept"), DATED),
    "accepted": ANSWER,
    "declined": ANSWER,
    **dict.fromkeys(("replaced", "added", "removed"), MEMBER),
    "note": _all(Of.STATUS, "note"),
    "suggested": {"day": Of.STATUS, "note": Of.FOR_THE_LEAD},
    **dict.fromkeys(("paper_added", "paper_not_needed", "paper_removed"), IN_THE_PACK),
    **dict.fromkeys(("pack", "pack_open"), NOTHING),
    "reminder_done": {"matter": Of.STATUS},
    "reminder_not_mine": {"matter": Of.STATUS},
    "reminder_again": {"matter": Of.STATUS},
    "longer": {"until": Of.STATUS, "why": Of.PACK},
    "not_longer": {"until": Of.STATUS, "why": Of.PACK},
    "focus": {"areas": Of.AREAS, "link": Of.LINKS},
    "handed_over": _all(Of.STATUS, "person"),
    "taken_back": _all(Of.STATUS, "person"),
    **dict.fromkeys(("meeting_proposed", "meeting_agreed"), MEETING),
    **dict.fromkeys(("meeting_recorded", "meeting_unrecorded"), HELD),
    "focus_agreed": _all(Of.FOCUS, "focus"),
    "questions_added": _all(Of.MEETING, "rows"),
    **dict.fromkeys(("question_changed", "question_removed"), QUESTION),
    "question_moved": _all(Of.MEETING, "place"),
    **dict.fromkeys(("day_drafted", "day_dropped"), _all(Of.DAY_DRAFT, "typed")),
    **dict.fromkeys(("day_sent", "day_changed", "day_taken_back"), _all(Of.DAY, "rows")),
    "notes_made": _all(Of.NOTES, "notes"),
    **dict.fromkeys(("note_changed", "note_removed"), NOTE),
    **dict.fromkeys(("feedback_given", "feedback_invited", "feedback_taken_back"), FEEDBACK),
    **dict.fromkeys(("summary_points_added", "summary_notes_taken"), _all(Of.SUMMARY_DRAFT, "points")),
    **dict.fromkeys(("summary_point_changed", "summary_point_removed", "summary_point_put_back"), POINT),
    "summary_point_placed": _all(Of.SUMMARY_DRAFT, "place"),
    "summary_impact_written": _all(Of.SUMMARY_DRAFT, "impact", "comments"),
    "workshop_chosen": {"day": Of.STATUS, "at": Of.WORKSHOP},
    **dict.fromkeys(("workshop_released", "workshop_unreleased"), NOTHING),
    "workshop_staff": _all(Of.WORKSHOP, "staff"),
    **dict.fromkeys(("workshop_recorded", "workshop_unrecorded"), _all(Of.STATUS, "held")),
    **dict.fromkeys(("actions_added", "actions_taken_back"), _all(Of.PLAN_DRAFT, "rows")),
    **dict.fromkeys(("action_changed", "action_removed", "action_put_back"), ACTION),
    "action_moved": _all(Of.PLAN_DRAFT, "order"),
    **dict.fromkeys(("action_done", "action_not_done"), _all(Of.PROGRESS, "id")),
    "action_put_off": _all(Of.PROGRESS, "id", "due", "timing"),
    **dict.fromkeys(("action_help", "action_no_help"), _all(Of.PROGRESS, "id", "words")),
    "audit_asked": _all(Of.AUDIT_DRAFT, "people"),
    "audit_checked": NOTHING,
    **dict.fromkeys(("audit_written", "audit_corrected", "audit_taken_back"), AUDIT),
    "visit_arranged": {"day": Of.STATUS, "at": Of.VISIT},
    "visit_dropped": _all(Of.VISIT, "day", "at"),
    **dict.fromkeys(("visit_recorded", "visit_unrecorded"), VISIT),
    **dict.fromkeys(IMPACT, _all(Of.IMPACT, "words")),
    **dict.fromkeys(("summary_sent", "plan_sent", "audit_sent"), SENT),
    **dict.fromkeys(("paper_released", "paper_unreleased"), _all(Of.STATUS, "number")),
    **dict.fromkeys(("paper_signed", "paper_unsigned", "signature_recorded", "signature_removed"), SIGNED),
    "governor_link_made": _all(Of.STATUS, "number", "signer"),
    **dict.fromkeys(("paper_queried", "query_changed", "query_dropped"), QUERY),
    **dict.fromkeys(("query_answered", "answer_changed"), ANSWERED),
}

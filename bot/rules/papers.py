"""The three papers of a review as they are sent and printed: plain values, without the forms’ own words."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.rules.milestones import Kind
from bot.rules.permissions import Paper, Part, Right, rights

PAPERS: Sequence[Paper] = (Paper.SUMMARY, Paper.PLAN, Paper.AUDIT)
# What is done once the paper is sent.
MILESTONE: Mapping[Paper, Kind] = {
    Paper.SUMMARY: Kind.SUMMARY,
    Paper.PLAN: Kind.PLAN,
    Paper.AUDIT: Kind.AUDIT,
}


# Of a strength, an area for development and the impact in prose; and of what is said of one earlier action.
LONGEST_POINT, LONGEST_COMMENT = 5000, 1000


class SignedAs(StrEnum):
    """In the order of the forms."""

    LEAD_REVIEWER = "lead reviewer"
    CHAMPION = "improvement champion"
    HEAD = "headteacher"
    GOVERNOR = "governor"


# Summary and action-plan templates: "Signed"; the audit proforma has no place for a signature.
SIGNERS: Mapping[Paper, Sequence[SignedAs]] = {
    Paper.SUMMARY: (SignedAs.LEAD_REVIEWER, SignedAs.HEAD, SignedAs.GOVERNOR),
    Paper.PLAN: (SignedAs.CHAMPION, SignedAs.HEAD, SignedAs.GOVERNOR),
    Paper.AUDIT: (),
}
PART_OF: Mapping[SignedAs, Part] = {
    SignedAs.LEAD_REVIEWER: Part.LEAD_REVIEWER,
    SignedAs.CHAMPION: Part.CHAMPION,
    SignedAs.HEAD: Part.HOST_HEAD,
    SignedAs.GOVERNOR: Part.GOVERNOR,
}


class Signing(StrEnum):
    """How a signature was given; one on paper is recorded by the office."""

    CHAT = "chat"
    LINK = "link"
    ON_PAPER = "paper"


class SentTo(StrEnum):
    """In which part somebody has received a paper."""

    SCHOOL = "school"
    TEAM = "team"
    OFFICE = "office"
    MANAGEMENT = "management"
    GOVERNOR = "governor"


@dataclass(frozen=True, slots=True)
class PreviousAction:
    """An action of the school's previous plan, how far it has come, and what is said of it now."""

    action: str
    progress: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class SummaryPaper:
    school: str
    day: date
    impact: str = ""
    previous: tuple[PreviousAction, ...] = ()
    strengths: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


class Support(StrEnum):
    """Action-plan template: "where support with the delivery of those actions could come from"."""

    SCHOOL = "a"
    PARTNERSHIP = "b"
    OUTSIDE = "c"


@dataclass(frozen=True, slots=True)
class ActionRow:
    """`timing` in words, a date or not, as it is to be read; `owner`: a name is enough.

    `item` is the id of the action that it says, 0 where that is not known: it is no part of what is read.
    """

    action: str
    timing: str = ""
    owner: str = ""
    support: tuple[Support, ...] = ()
    comments: str = ""
    item: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class PlanPaper:
    school: str
    day: date
    actions: tuple[ActionRow, ...] = ()


class AuditLine(StrEnum):
    """The audit proforma's lines, in its order."""

    DATA = "data_shared"
    MEETING = "initial_meeting"
    REVIEW = "review"
    KEY_AREAS = "key_areas"
    ACTIVITIES = "activities"
    FEEDBACK = "feedback"
    GOVERNORS = "governors"
    WORKSHOP = "workshop"
    PLAN_AGREED = "plan_agreed"
    PRIORITIES = "plan_priorities"
    VISIT = "visit"
    IMPROVEMENT = "improvement"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """What stands at one line: its two columns as they are to be read, and what was written there."""

    line: AuditLine
    present: str = ""
    dated: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class AuditPaper:
    school: str
    day: date
    lead_reviewer: str = ""
    reviewers: tuple[str, ...] = ()
    champions: tuple[str, ...] = ()
    entries: tuple[AuditEntry, ...] = ()

    def at(self, line: AuditLine) -> AuditEntry:
        return next((entry for entry in self.entries if entry.line is line), AuditEntry(line))


Content = SummaryPaper | PlanPaper | AuditPaper
CONTENT: Mapping[Paper, type[SummaryPaper] | type[PlanPaper] | type[AuditPaper]] = {
    Paper.SUMMARY: SummaryPaper,
    Paper.PLAN: PlanPaper,
    Paper.AUDIT: AuditPaper,
}


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A signature as it is printed. `on` is London's day."""

    part: SignedAs
    name: str
    on: date
    on_paper: bool = False


WORKS_ON_DRAFT = frozenset({Right.WRITE, Right.DRAFT, Right.OWN_PART})


def may_read_draft(parts: Collection[Part], paper: Paper) -> bool:
    """What has not been sent is for those who write it."""
    return bool(rights(parts, paper) & WORKS_ON_DRAFT)


def may_read_sent(parts: Collection[Part], paper: Paper, *, released: bool) -> bool:
    """The whole of a paper that was sent; `released`: the office has passed it on to the Management Group."""
    return Right.READ in rights(parts, paper, released=released)


def may_sign(parts: Collection[Part], paper: Paper) -> Sequence[SignedAs]:
    """As what this person can sign the paper: in each of their parts that has a place on the form."""
    return [one for one in SIGNERS[paper] if PART_OF[one] in parts]

"""Made-up papers: empty, as they usually are, and with all that people may type."""

from collections.abc import Mapping
from datetime import date

from bot.rules.papers import (
    ActionRow,
    AuditEntry,
    AuditLine,
    AuditPaper,
    Content,
    PlanPaper,
    PreviousAction,
    SignatureLine,
    SignedAs,
    SummaryPaper,
    Support,
)
from bot.rules.permissions import Paper

SCHOOL, DAY = "Oak Primary School", date(2017, 12, 7)
SIAN = SignatureLine(SignedAs.LEAD_REVIEWER, "Siân Whitcombe", date(2017, 12, 12))
PRIYA = SignatureLine(SignedAs.HEAD, "Priya Nair", date(2017, 12, 13))
CHIDI = SignatureLine(SignedAs.CHAMPION, "Chidi Eze", date(2017, 12, 19))
MARGARET = SignatureLine(SignedAs.GOVERNOR, "Margaret Osei", date(2018, 1, 9), on_paper=True)

EMPTY: Mapping[Paper, Content] = {
    Paper.SUMMARY: SummaryPaper(SCHOOL, DAY),
    Paper.PLAN: PlanPaper(SCHOOL, DAY),
    Paper.AUDIT: AuditPaper(SCHOOL, DAY),
}


def full(text: str, times: int = 2) -> Mapping[Paper, Content]:
    """Papers with this text wherever somebody can type, each list as long as is said."""
    action = ActionRow(text, text, text, (Support.SCHOOL, Support.OUTSIDE), text)
    return {
        Paper.SUMMARY: SummaryPaper(
            SCHOOL,
            DAY,
            text,
            (PreviousAction(text, "Not done yet", text),) * times,
            (text,) * times,
            (text,) * times,
        ),
        Paper.PLAN: PlanPaper(SCHOOL, DAY, (action,) * times),
        Paper.AUDIT: AuditPaper(
            SCHOOL,
            DAY,
            text,
            (text,) * max(times, 3),
            (text,) * times,
            tuple(AuditEntry(line, text, text, text) for line in AuditLine),
        ),
    }


# How often `full(…, 2)` has the text in each paper.
PLACES: Mapping[Paper, int] = {
    Paper.SUMMARY: 1 + 2 * 2 + 2 + 2,
    Paper.PLAN: 2 * 4,
    Paper.AUDIT: 1 + 3 + 2 + 3 * len(AuditLine),
}
USUAL = full("Calm classrooms.")

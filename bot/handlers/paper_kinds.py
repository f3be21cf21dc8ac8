"""The papers that can be sent: where each is written, and how its content is put together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot.documents import audit_draft, drafts
from bot.rules.papers import Content
from bot.rules.permissions import Paper
from storage.models import Review


@dataclass(frozen=True, slots=True)
class PaperKind:
    """`draft`: the paper as it would be sent now; `route`: the card on which its writers work.

    Who sends it, who signs it and what it does in the timetable stands in `bot.rules`.
    """

    paper: Paper
    draft: Callable[[Session, Review], Content]
    route: str


KINDS: Mapping[Paper, PaperKind] = {
    one.paper: one
    for one in (
        PaperKind(Paper.SUMMARY, drafts.summary, "summary.show"),
        PaperKind(Paper.PLAN, drafts.plan, "plan.show"),
        PaperKind(Paper.AUDIT, audit_draft.audit, "audit.show"),
    )
}

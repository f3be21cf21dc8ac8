"""What the papers and their parts are called, and what is said of how they stand."""

from collections.abc import Mapping, Sequence

from bot.cards.review import title
from bot.language.say import listed, moment
from bot.rules.papers import Content, PlanPaper, SentTo, SignedAs, Signing, SummaryPaper
from bot.rules.permissions import Paper
from bot.rules.policy import Policy
from storage.models import Review, SentPaper, Signature

NAMES: Mapping[Paper, str] = {
    Paper.SUMMARY: "Summary",
    Paper.PLAN: "Action plan",
    Paper.AUDIT: "Audit proforma",
}
THE: Mapping[Paper, str] = {
    Paper.SUMMARY: "the summary",
    Paper.PLAN: "the action plan",
    Paper.AUDIT: "the audit proforma",
}
WRITERS: Mapping[Paper, str] = {
    Paper.SUMMARY: "the lead reviewer",
    Paper.PLAN: "the Improvement Champions",
    Paper.AUDIT: "the headteacher",
}
SIGNERS: Mapping[SignedAs, str] = {
    SignedAs.LEAD_REVIEWER: "lead reviewer",
    SignedAs.CHAMPION: "Improvement Champion",
    SignedAs.HEAD: "headteacher",
    SignedAs.GOVERNOR: "governor",
}
RECEIVERS: Mapping[SentTo, str] = {
    SentTo.SCHOOL: "The school",
    SentTo.TEAM: "Review team and champions",
    SentTo.OFFICE: "Consortium Office",
    SentTo.MANAGEMENT: "Management Group",
    SentTo.GOVERNOR: "Governor",
}


def paper_title(sent: SentPaper) -> str:
    return heading(sent.paper, sent.review)


def heading(paper: Paper, review: Review) -> str:
    return f"{NAMES[paper]}: {title(review)}"


def version(sent: SentPaper) -> str:
    """Which version it is, and who sent it when."""
    return f"Version {sent.number}, sent by {sent.by.name}, {moment(sent.at)}"


def days_late(days: int, policy: Policy) -> str:
    """Such as “2 working days late”, or “in time”."""
    kind = "school" if policy.count_school_days else "working"
    return f"{days} {kind} day{'' if days == 1 else 's'} late" if days else "in time"


def signature(one: Signature) -> str:
    """Who has signed, as what, when and how."""
    how = f", on paper; recorded by {one.recorded_by.name}" if one.recorded_by else ""
    by_link = ", by link" if one.how is Signing.LINK else ""
    return f"{one.person.name} ({SIGNERS[one.part]}), {moment(one.at)}{by_link}{how}"


def to_follow(places: Mapping[SignedAs, Sequence[str]]) -> str:
    """The signatures that are still to come, with the names of those who can give them."""
    return listed([_place(part, names) for part, names in places.items()])


def _place(part: SignedAs, names: Sequence[str]) -> str:
    if not names:
        return SIGNERS[part]
    joined = listed(names) if part is SignedAs.CHAMPION else " or ".join(names)
    return f"{SIGNERS[part]} ({joined})"


def lacking(content: Content) -> Sequence[str]:
    """What a reader would expect and does not find: a word of warning, for sometimes there is nothing."""
    match content:
        case SummaryPaper():
            said = (
                ("No areas of strength are written down.", not content.strengths),
                ("No areas for development are written down.", not content.areas),
                ("Nothing is said of the impact of the previous action plan.", _no_impact(content)),
            )
            return [sentence for sentence, is_so in said if is_so]
        case PlanPaper():
            rows = content.actions
            counts = (
                ("has no timing", sum(not one.timing for one in rows)),
                ("has nobody named to deliver it", sum(not one.owner for one in rows)),
                ("does not say where support comes from", sum(not one.support for one in rows)),
            )
            return [_so_many(many, what) for what, many in counts if many]
        case _:
            return []


def _no_impact(paper: SummaryPaper) -> bool:
    return not paper.impact and not any(one.comment for one in paper.previous)


def _so_many(many: int, what: str) -> str:
    if many == 1:
        return f"1 action {what}."
    plural = what.replace("has ", "have ").replace("does ", "do ")
    return f"{many} actions {plural}."


def is_empty(content: Content) -> bool:
    """Whether nobody has written anything yet."""
    match content:
        case SummaryPaper():
            return not (content.strengths or content.areas) and _no_impact(content)
        case PlanPaper():
            return not content.actions
        case _:
            return not any(one.present or one.dated or one.words for one in content.entries)

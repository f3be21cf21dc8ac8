"""The placeholders of each paper's Word template, and what stands in their place."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from bot.documents.typed import typed
from bot.language.say import full, listed
from bot.rules.papers import (
    ActionRow,
    AuditLine,
    AuditPaper,
    Content,
    PlanPaper,
    SignatureLine,
    SignedAs,
    SummaryPaper,
)

Words = Mapping[str, Markup]
Value = Markup | bool | Sequence[Markup] | Sequence[Words] | Mapping[str, object]
Placeholders = Mapping[str, Value]

# The forms have four bullets, six rows, and two places where two Improvement Champions sign.
BULLETS, ROWS, CHAMPIONS = 4, 6, 2
PLACES: Mapping[SignedAs, tuple[str, int]] = {
    SignedAs.LEAD_REVIEWER: ("lead_reviewer", 1),
    SignedAs.CHAMPION: ("champions", CHAMPIONS),
    SignedAs.HEAD: ("headteacher", 1),
    SignedAs.GOVERNOR: ("governor", 1),
}


def placeholders(content: Content, signatures: Sequence[SignatureLine], *, to_follow: bool) -> Placeholders:
    """By name. Where nothing was entered the form has as many empty places as on paper."""
    match content:
        case SummaryPaper():
            own = of_summary(content)
        case PlanPaper():
            own = of_plan(content)
        case AuditPaper():
            own = of_audit(content)
    return {
        "school": typed(content.school),
        "day": typed(full(content.day)),
        **own,
        "signed": {name: places(signatures, part) for part, (name, _) in PLACES.items()},
        "signatures_to_follow": to_follow,
    }


def of_summary(paper: SummaryPaper) -> Placeholders:
    return {
        "impact": typed(paper.impact),
        "previous": [
            words(action=one.action, progress=one.progress, comment=one.comment) for one in paper.previous
        ],
        "strengths": each(paper.strengths or ("",) * BULLETS),
        "areas": each(paper.areas or ("",) * BULLETS),
    }


def of_plan(paper: PlanPaper) -> Placeholders:
    return {"actions": [of_action(row) for row in paper.actions or (ActionRow(""),) * ROWS]}


def of_action(row: ActionRow) -> Words:
    support = listed(row.support) if row.support else ""
    return words(
        action=row.action, timing=row.timing, owner=row.owner, support=support, comments=row.comments
    )


def of_audit(paper: AuditPaper) -> Placeholders:
    first, second, *more = (*paper.reviewers, "", "")
    # The two that were added in case there were none stand last.
    others = [words(number=str(n), name=name) for n, name in enumerate(more, start=3) if name]
    entries = ((line, paper.at(line)) for line in AuditLine)
    return {
        "lead_reviewer": typed(paper.lead_reviewer),
        "reviewers": {"first": typed(first), "second": typed(second), "more": others},
        "champions": each(paper.champions or ("",)),
        **{
            line.value: words(present=entry.present, date=entry.dated, words=entry.words)
            for line, entry in entries
        },
    }


def places(signatures: Sequence[SignatureLine], part: SignedAs) -> Sequence[Words]:
    return [words(name=name, on=on) for name, on in signing(signatures, part)]


def signing(signatures: Sequence[SignatureLine], part: SignedAs) -> Sequence[tuple[str, str]]:
    """The name and day of those who signed, and an empty line for each who has not."""
    signed = [
        (one.name, f"{full(one.on)}{', on paper' if one.on_paper else ''}")
        for one in signatures
        if one.part is part
    ]
    return [*signed, *[("", "")] * (PLACES[part][1] - len(signed))]


def words(**named: str) -> Words:
    return {name: typed(text) for name, text in named.items()}


def each(texts: Iterable[str]) -> Sequence[Markup]:
    return [typed(text) for text in texts]

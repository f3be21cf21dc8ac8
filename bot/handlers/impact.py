"""The impact of a review: looked at, recorded by the headteacher, corrected, or taken back."""

from bot.cards import impact_forms as say
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.documents import audit_draft
from bot.handlers import finding
from bot.handlers.access import parts, review_in, rules_for
from bot.handlers.impact_access import agreed, recording, shown
from bot.handlers.impact_news import recorded, taken_back
from bot.handlers.proposals import too_long
from bot.router import Turn, id_in, on
from bot.rules.impact import LONGEST
from bot.rules.papers import AuditLine
from bot.rules.permissions import Paper
from storage import impacts, reviews, sent_papers
from storage.booking import By
from storage.models import Impact, Review

NOTHING = "Please write what the review has led to, even if it is a sentence."


@on("impact.find")
def find(turn: Turn) -> Card:
    """Never a form: in a channel it would stand there for all to read."""
    found = finding.held(turn, "impact", Paper.PLAN)
    return shown(turn, found, parts(turn, found)) if isinstance(found, Review) else found


@on("impact.show")
def show(turn: Turn) -> Card:
    review = review_in(turn)
    return shown(turn, review, parts(turn, review), turn.page)


@on("impact.ask")
def ask(turn: Turn) -> Card:
    """With what is recorded; the first time, with what the proforma says already."""
    review, _, kept = recording(turn)
    earlier = "" if kept else in_the_proforma(turn, review)
    return form(turn, review, kept, kept.words if kept else earlier, brought=bool(earlier))


def in_the_proforma(turn: Turn, review: Review) -> str:
    """What the headteacher has written there of the improvement achieved: nothing is asked for twice."""
    written = audit_draft.written(turn.session, review).get(AuditLine.IMPROVEMENT, ())
    return written[-1].words if written else ""


def form(
    turn: Turn,
    review: Review,
    kept: Impact | None,
    words: str,
    error: str = "",
    said: str = "",
    *,
    brought: bool = False,
) -> Card:
    plan = sent_papers.latest(turn.session, review.id, Paper.PLAN)
    return say.ask(
        review,
        agreed(turn, plan),
        turn.today,
        words=words,
        version=version(kept),
        stands=impacts.stands(kept) is not None,
        brought=brought,
        problems={"impact": Problem(error)} if error else {},
        said=said,
    )


@on("impact.record")
def record(turn: Turn) -> Card:
    review, mine, kept = recording(turn)
    words, stands = turn.text("impact"), impacts.stands(kept)
    if stands and stands.words == words:
        return shown(turn, review, mine, said="That is recorded already.")
    error = too_long(words, LONGEST) if words else NOTHING
    said = meanwhile(turn, review, kept)
    if error or said:
        return form(turn, review, kept, words, error, said)
    change = impacts.record(turn.session, review, kept, words, By(turn.person, turn.now))
    if stands:
        return shown(turn, review, mine, said="Corrected. The history keeps what it was.")
    recorded(turn, review, change)
    return shown(turn, review, mine, said="Recorded. Those who share in the review are told.")


@on("impact.take_back")
def take_back(turn: Turn) -> Card:
    review, mine, kept = recording(turn)
    if kept is None or impacts.stands(kept) is None:
        return shown(turn, review, mine)
    if overtaken(turn, kept):
        return shown(turn, review, mine, warning=meanwhile(turn, review, kept))
    rules, by = rules_for(turn, review), By(turn.person, turn.now)
    taken_back(turn, review, impacts.take_back(turn.session, review, kept, rules, by))
    return shown(turn, review, mine, said="It counts as not recorded. What was written is kept.")


def version(kept: Impact | None) -> int:
    return kept.version if kept else 0


def overtaken(turn: Turn, kept: Impact | None) -> bool:
    return id_in(turn.args.get("version", "")) != version(kept)


def meanwhile(turn: Turn, review: Review, kept: Impact | None) -> str:
    """What somebody else has changed since the form was shown, "" where nothing."""
    if kept is None or not overtaken(turn, kept):
        return ""
    latest = reviews.latest_change(turn.session, review.id, impacts.CHANGES)
    words = kept.words if impacts.stands(kept) else ""
    return say.changed_meanwhile(latest.by.name if latest else "Someone", words)

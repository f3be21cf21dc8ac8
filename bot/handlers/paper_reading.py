"""Which papers that were sent somebody may read, and what of their actions."""

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from bot.cards.plan_words import deadline, moved
from bot.documents.actions import ActionLine
from bot.handlers.reading import Reader
from bot.language.action_words import how_far
from bot.rules.papers import PAPERS, ActionRow, PlanPaper, may_read_sent
from bot.rules.permissions import Part
from storage import actions, sent_papers
from storage.actions import Sent
from storage.models import Review, SentPaper

Parts = frozenset[Part]


def may_read(mine: Parts, sent: SentPaper) -> bool:
    return may_read_sent(mine, sent.paper, released=sent.released_at is not None)


def might_read_any(mine: Parts) -> bool:
    """Whether any paper would be theirs to read, once it is sent and released."""
    return any(may_read_sent(mine, paper, released=True) for paper in PAPERS)


def may_read_any(session: Session, review: Review, mine: Parts) -> bool:
    """Whether a paper of the review is there for them."""
    return might_read_any(mine) and any(
        may_read_sent(mine, paper, released=released)
        for paper, released in sent_papers.states(session, review.id)
    )


def newest_of(reader: Reader, review: Review) -> Sequence[SentPaper]:
    """The newest version of each paper of the review that this reader may read, in the forms' order."""
    mine = reader.parts(review)
    if not might_read_any(mine):
        return ()
    versions = [one for one in sent_papers.of_review(reader.session, review.id) if may_read(mine, one)]
    each = (next((one for one in versions if one.paper is paper), None) for paper in PAPERS)
    return [one for one in each if one]


def newest_plans(reader: Reader) -> Sequence[SentPaper]:
    """Of each action plan the newest version that this reader may read, by the day of the review."""
    found: dict[int, SentPaper] = {}
    mine: dict[int, Parts] = {}
    for one in sent_papers.plans(reader.session):
        if one.review_id not in mine:
            mine[one.review_id] = reader.parts(one.review)
        if may_read(mine[one.review_id], one):
            found.setdefault(one.review_id, one)
    return list(found.values())


def lines_of(reader: Reader, sent: SentPaper) -> Iterator[ActionLine]:
    """The actions of a plan as they were sent, each with how far it has come."""
    content = sent_papers.as_content(sent)
    if not isinstance(content, PlanPaper):
        return
    standing = list(actions.sent(reader.session, sent))
    for number, row in enumerate(content.actions, start=1):
        one = next((one for one in standing if _is_of(one, row)), None)
        if one is not None:
            standing.remove(one)
        yield ActionLine(content.school, content.day, number, row, progress(one) if one else "")


def _is_of(one: Sent, row: ActionRow) -> bool:
    return one.item.id == row.item if row.item else one.entry.action == row.action


def progress(one: Sent) -> str:
    """A date that the champions are changing has not been sent yet, and is not told."""
    was = moved(one.was_due)
    to = f"Moved to {deadline(one.entry)}; it was {was}" if was else ""
    return ". ".join(filter(None, (how_far(one.item.done_at, one.item.help_at), to)))

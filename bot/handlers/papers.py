"""Papers that were sent: one of them, all of a review’s, who has received them, and what changed."""

from collections.abc import Sequence

from bot.cards import paper_lists as say
from bot.cards.model import Card
from bot.cards.paper_lists import Standing
from bot.handlers.access import parts, review_in
from bot.handlers.paper_access import (
    NOT_YOURS,
    Parts,
    back,
    card,
    sent_in,
    view,
)
from bot.handlers.paper_kinds import KINDS
from bot.handlers.paper_reading import may_read
from bot.handlers.reading import reader_of
from bot.router import Refused, Turn, on
from bot.rules.paper_changes import differences
from bot.rules.paper_life import may_see_receivers, may_see_states, may_send
from bot.rules.papers import MILESTONE, PAPERS
from bot.rules.permissions import Paper, Part, Right, rights
from storage import distributions, milestones, sent_papers
from storage.models import Review, SentPaper


@on("paper.show")
def show(turn: Turn) -> Card:
    sent, mine = sent_in(turn)
    return card(turn, sent, mine, turn.page)


@on("papers.show")
def show_all(turn: Turn) -> Card:
    """Every paper with its versions, or the one that is named, as far as this person may know of them."""
    review = review_in(turn)
    only = next((one for one in PAPERS if one.value == turn.args.get("paper")), None)
    mine = parts(turn, review)
    versions = sent_papers.of_review(turn.session, review.id)
    found = [
        standing
        for paper in ((only,) if only else PAPERS)
        if (standing := stands(turn, review, mine, paper, [one for one in versions if one.paper is paper]))
    ]
    if not found:
        raise Refused(NOT_YOURS)
    sees_review = Right.READ in rights(mine, Paper.STATUS)
    return say.of_review(review, found, turn.page, only=only, sees_review=sees_review)


def stands(
    turn: Turn, review: Review, mine: Parts, paper: Paper, versions: Sequence[SentPaper]
) -> Standing | None:
    """One paper as this person may know of it; None where it is not theirs to know."""
    known = [one for one in versions if may_see_states(mine, paper, released=one.released_at is not None)]
    if not known and not may_see_states(mine, paper, released=False):
        return None
    kind = KINDS.get(paper)
    sends = kind is not None and may_send(mine, paper)
    changed = False
    if kind is not None and sends and versions:
        was = sent_papers.as_content(versions[0])
        changed = bool(differences(was, kind.draft(turn.session, review)))
    reader = reader_of(turn)
    return Standing(
        paper,
        milestones.of(review, MILESTONE[paper]).due,
        [view(reader, one, mine, versions) for one in known],
        sends,
        changed,
        frozenset(one.id for one in known if may_read(mine, one)),
    )


@on("paper.received")
def received(turn: Turn) -> Card:
    sent, mine = sent_in(turn)
    if not may_see_receivers(mine, sent.paper):
        raise Refused(
            "Who has received it is there for those who sent it, the school and the Consortium Office.",
            back(sent),
        )
    return say.receivers(sent, distributions.of_sent(turn.session, sent.id), turn.page)


@on("paper.changes")
def changes(turn: Turn) -> Card:
    """What a version says otherwise than the one before, for whoever may read both."""
    sent, mine = sent_in(turn)
    before = sent_papers.before(turn.session, sent)
    if before is None or not may_read(mine, before):
        raise Refused("There is no earlier version that I could compare it with.", back(sent))
    found = differences(sent_papers.as_content(before), sent_papers.as_content(sent))
    return say.changes(sent, found, turn.page)


def has_papers(turn: Turn, review: Review, mine: frozenset[Part]) -> bool:
    """Whether the papers of a review that has been held are anything to this person."""
    over = review.day <= turn.today and not review.postponed_at
    return over and any(may_see_states(mine, paper, released=False) for paper in PAPERS)

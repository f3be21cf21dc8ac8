"""Handing out the links to papers as files, for an hour and for whoever asks."""

from bot.cards import paper_files as say
from bot.cards.model import Card
from bot.cards.paper_files import Address
from bot.handlers.access import parts, review_in, see
from bot.handlers.paper_links import ACTIONS, ALL, PAPERS, PRINT, WORD
from bot.handlers.paper_reading import lines_of, may_read, might_read_any, newest_of, newest_plans
from bot.handlers.reading import reader_of
from bot.router import Refused, Turn, on
from bot.rules.permissions import Paper, Part, Right, rights
from storage import sent_papers
from storage.models import Review

NOT_YOURS = "Only those whom a paper is meant for can read it."
NONE_YET = "No paper of this review has been sent to you yet."
NO_ACTIONS = "No action plan has been sent that you can read."


@on("files.show")
def show(turn: Turn) -> Card:
    """One version of a paper."""
    sent = sent_papers.get(turn.session, turn.id("sent"))
    # Of one that is not there nobody is told more than of one that is not theirs.
    if sent is None or not may_read(parts(turn, sent.review), sent):
        raise Refused(NOT_YOURS)
    return say.of_paper(
        sent.review, sent.paper, sent.number, address(turn, WORD, sent.id), address(turn, PRINT, sent.id)
    )


@on("files.review")
def of_review(turn: Turn) -> Card:
    """All that this person may read of one review."""
    review = review_in(turn)
    found = {sent.paper: sent.id for sent in newest_of(reader_of(turn), review)}
    if not found:
        raise refusal(parts(turn, review), review)
    table = address(turn, ACTIONS, review.id) if Paper.PLAN in found else None
    return say.of_review(review, found, address(turn, PAPERS, review.id), table)


@on("files.actions")
def all_actions(turn: Turn) -> Card:
    """The actions of every plan that this person may read."""
    reader = reader_of(turn)
    found = newest_plans(reader)
    if not found:
        raise Refused(NO_ACTIONS)
    count = sum(1 for sent in found for _ in lines_of(reader, sent))
    return say.actions(count, len(found), address(turn, ACTIONS, ALL))


def refusal(mine: frozenset[Part], review: Review) -> Refused:
    ways_on = (see(review),) if Right.READ in rights(mine, Paper.STATUS) else ()
    return Refused(NONE_YET if might_read_any(mine) else NOT_YOURS, *ways_on)


def address(turn: Turn, purpose: str, subject_id: int) -> Address:
    url = turn.links.make(purpose, turn.asker.id, subject_id, turn.now)
    return Address(url, "" if turn.links.reached else turn.links.public_url)

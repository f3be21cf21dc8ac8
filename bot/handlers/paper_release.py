"""The office releases a paper to the Management Group, and can take it back."""

from bot.cards.model import Card
from bot.cards.paper_words import THE
from bot.handlers import paper_news
from bot.handlers.paper_access import Parts, back, card, newest, sent_in
from bot.router import Refused, Turn, on
from bot.rules.paper_life import may_release
from storage import sent_papers
from storage.booking import By
from storage.models import SentPaper


@on("paper.release")
def release(turn: Turn) -> Card:
    sent, mine = passing_on(turn)
    if sent.released_at is not None:
        return card(turn, sent, mine, said="It is released already.")
    sent = newest(turn, sent)
    change = sent_papers.release(turn.session, sent, By(turn.person, turn.now))
    paper_news.released(turn, sent, change)
    return card(turn, sent, mine, said="Released. The Management Group is told.")


@on("paper.unrelease")
def take_back(turn: Turn) -> Card:
    """Of an old version too: it may have been released before it was corrected."""
    sent, mine = passing_on(turn)
    if sent.released_at is None:
        return card(turn, sent, mine, said="It is not released.")
    change = sent_papers.take_back(turn.session, sent, By(turn.person, turn.now))
    paper_news.refresh(turn, sent.review, sent.paper, change)
    return card(turn, sent, mine, said="Taken back. The Management Group can’t read it any more.")


def passing_on(turn: Turn) -> tuple[SentPaper, Parts]:
    sent, mine = sent_in(turn, hold=True)
    if not may_release(mine, sent.paper):
        sentence = f"Only the Consortium Office passes {THE[sent.paper]} on to the Management Group."
        raise Refused(sentence, back(sent))
    return sent, mine

"""Who hears of a query and of its answer; what is said there stays between those who may read the paper."""

from collections.abc import Sequence

from bot.cards import paper_news as say
from bot.cards.model import Card
from bot.handlers import governor_news, news
from bot.handlers.paper_reading import may_read
from bot.handlers.paper_signers import own_places, people
from bot.handlers.reading import reading
from bot.letters import Letter, template
from bot.router import Turn
from bot.rules.paper_life import is_writer, may_read_queries, may_send
from storage import outbox, paper_queries, sent_papers
from storage.models import Change, PaperQuery, Person, SentPaper


def query_slot(asked: PaperQuery, person: Person) -> str:
    """The place of the question to somebody who wrote the paper; it is kept as the answer is."""
    return f"query:{asked.id}:{person.id}"


def answer_slot(asked: PaperQuery) -> str:
    return f"answer:{asked.id}:{asked.person_id}"


def writers(turn: Turn, sent: SentPaper) -> Sequence[Person]:
    """Those who answer for the paper now."""
    held = people(turn.session, sent.review, sent.paper, turn.today)
    return [one for part, found in held.items() if is_writer(part, sent.paper) for one in found]


def asked(turn: Turn, query: PaperQuery, change: Change) -> None:
    for person in writers(turn, query.sent):
        if person.id != turn.asker.id:
            slot = query_slot(query, person)
            news.tell(turn, person, "paper.queried", change, slot=slot, query=query.id)


def refresh(turn: Turn, query: PaperQuery, change: Change) -> None:
    for person in writers(turn, query.sent):
        slot = query_slot(query, person)
        outbox.refresh(turn.session, person, slot, key=str(change.id), now=turn.now)


def answered(turn: Turn, query: PaperQuery, change: Change) -> None:
    """Another answer is news as well, and takes the place of the one before."""
    refresh(turn, query, change)
    if query.person_id == turn.asker.id or governor_news.answered(turn, query, change):
        return
    slot, person = answer_slot(query), query.person
    outbox.refresh(turn.session, person, slot, key=str(change.id), now=turn.now, retire=True)
    news.tell(turn, person, "paper.answered", change, slot=slot, query=query.id)


@template("paper.queried")
def queried(letter: Letter) -> Card | None:
    """Nothing any more once it is taken back; with the answer, once there is one."""
    query = paper_queries.get(letter.session, letter.id("query"))
    if query is None or letter.person is None or not query.words:
        return None
    mine = reading(letter, letter.person).parts(query.sent.review)
    if not may_send(mine, query.sent.paper) or (query.answer and not letter.stands):
        return None
    return say.queried(query)


@template("paper.answered")
def told(letter: Letter) -> Card | None:
    query = paper_queries.get(letter.session, letter.id("query"))
    if query is None or letter.person is None or not query.answer:
        return None
    sent = query.sent
    mine = reading(letter, letter.person).parts(sent.review)
    if not may_read(mine, sent) or not may_read_queries(mine, sent.paper):
        return None
    last = sent_papers.latest(letter.session, sent.review_id, sent.paper)
    signs = last is not None and last.id == sent.id and bool(own_places(mine, sent, letter.person.id))
    return say.answered(query, may_sign=signs)

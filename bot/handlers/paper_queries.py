"""A query in place of a signature: asked, changed, taken back, answered by those who wrote the paper."""

from bot.cards import paper_forms as say
from bot.cards import paper_lists
from bot.cards.model import Card
from bot.cards.paper_lists import Asker
from bot.cards.paper_words import THE, WRITERS
from bot.handlers import paper_query_news as telling
from bot.handlers.paper_access import Parts, back, newest, readable, sent_in
from bot.handlers.proposals import too_long
from bot.router import Refused, Turn, id_in, on
from bot.rules.findings import LONGEST
from bot.rules.paper_life import may_read_queries, may_send
from bot.rules.papers import may_sign
from storage import paper_queries, sent_papers
from storage.booking import By
from storage.models import PaperQuery, SentPaper

GONE = "That query has been taken back, so nothing was changed."


@on("paper.queries")
def show(turn: Turn) -> Card:
    sent, mine = sent_in(turn)
    if not may_read_queries(mine, sent.paper):
        raise Refused("Queries are there for those who write and sign the paper.", back(sent))
    return listed(turn, sent, mine, turn.page)


def listed(turn: Turn, sent: SentPaper, mine: Parts, page: int = 0, *, said: str = "") -> Card:
    found = paper_queries.of_sent(turn.session, sent.id)
    last = sent_papers.latest(turn.session, sent.review_id, sent.paper)
    asks = bool(may_sign(mine, sent.paper)) and last is not None and last.id == sent.id
    reader = Asker(turn.asker.id, answers=may_send(mine, sent.paper), asks=asks)
    return paper_lists.queries(sent, found, reader, page, said=said)


@on("paper.query")
def ask(turn: Turn) -> Card:
    """The form; with the query in the button, to change its words."""
    sent, _ = asking(turn, hold=False)
    if "query" not in turn.args:
        return say.ask(newest(turn, sent))
    asked = own_query(turn, sent)
    return say.ask(sent, asked=asked, value=asked.words)


@on("paper.queried")
def keep(turn: Turn) -> Card:
    sent, mine = asking(turn)
    words = turn.text("words")
    if "query" in turn.args:
        return change(turn, sent, mine, words)
    sent = newest(turn, sent)
    if error := wrong(words):
        return say.ask(sent, value=words, error=error)
    if not put(turn, sent, words):
        return listed(turn, sent, mine, said="That is asked already.")
    return listed(
        turn, sent, mine, said=f"Sent to {WRITERS[sent.paper]}. You will hear when there is an answer."
    )


def put(turn: Turn, sent: SentPaper, words: str) -> bool:
    """Ask those who wrote the paper; False where the same is asked already."""
    stands = paper_queries.of_sent(turn.session, sent.id)
    if any(one.person_id == turn.asker.id and one.words == words for one in stands):
        return False
    asked, change_made = paper_queries.ask(turn.session, sent, words, By(turn.person, turn.now))
    telling.asked(turn, asked, change_made)
    return True


def change(turn: Turn, sent: SentPaper, mine: Parts, words: str) -> Card:
    asked = own_query(turn, sent)
    if words == asked.words:
        return listed(turn, sent, mine, said="Saved.")
    if error := wrong(words):
        return say.ask(sent, asked=asked, value=words, error=error)
    if id_in(turn.args.get("version", "")) != asked.version:
        said = "You have changed this query in another window. Save again to replace what it says now: "
        return say.ask(sent, asked=asked, value=words, said=f"{said}“{asked.words}”")
    made = paper_queries.rewrite(turn.session, asked, words, By(turn.person, turn.now))
    telling.refresh(turn, asked, made)
    return listed(turn, sent, mine, said="Saved.")


@on("paper.drop_query")
def drop(turn: Turn) -> Card:
    asked, sent, mine = query_in(turn, dropped_too=True)
    if not asked.words:
        return listed(turn, sent, mine, said="The query is taken back.")
    asked = own_query(turn, sent)
    if id_in(turn.args.get("version", "")) != asked.version:
        return listed(turn, sent, mine, said="The query has been changed since, so it was not taken back.")
    take_back(turn, asked)
    return listed(turn, sent, mine, said="The query is taken back.")


def take_back(turn: Turn, asked: PaperQuery) -> None:
    made = paper_queries.rewrite(turn.session, asked, "", By(turn.person, turn.now))
    telling.refresh(turn, asked, made)


@on("paper.answer")
def ask_answer(turn: Turn) -> Card:
    asked = answering(turn)[0]
    return say.answer(asked, value=asked.answer)


@on("paper.answer_query")
def answer(turn: Turn) -> Card:
    asked, sent, mine = answering(turn)
    words = turn.text("answer")
    if words and words == asked.answer:
        return listed(turn, sent, mine, said="That is answered already.")
    if error := wrong(words):
        return say.answer(asked, value=words, error=error)
    if id_in(turn.args.get("version", "")) != asked.version:
        return say.answer(asked, value=words, said=meanwhile(asked))
    made = paper_queries.answer(turn.session, asked, words, By(turn.person, turn.now))
    telling.answered(turn, asked, made)
    return listed(turn, sent, mine, said=f"Sent to {asked.person.name}.")


def meanwhile(asked: PaperQuery) -> str:
    """What somebody else has done while this answer was written."""
    if asked.answer and asked.answered_by:
        said = f"{asked.answered_by.name} has answered while you were here: “{asked.answer}”."
        return f"{said} Send again to put yours in its place."
    return f"{asked.person.name} has changed the query while you were here. Send again if your answer fits."


def wrong(words: str) -> str:
    return too_long(words, LONGEST) if words else "Please write a few words."


def asking(turn: Turn, *, hold: bool = True) -> tuple[SentPaper, Parts]:
    """The paper, for someone who has a place on its form."""
    sent, mine = sent_in(turn, hold=hold)
    if not may_sign(mine, sent.paper):
        sentence = f"Queries about {THE[sent.paper]} come from those who sign it."
        raise Refused(sentence, back(sent))
    return sent, mine


def query_in(
    turn: Turn, *, hold: bool = True, dropped_too: bool = False
) -> tuple[PaperQuery, SentPaper, Parts]:
    """The query named in the button, for someone who may read the queries about that paper."""
    sent_id = paper_queries.sent_of(turn.session, turn.id("query"))
    review_id = sent_papers.review_of(turn.session, sent_id) if sent_id else None
    sent, mine = readable(turn, sent_id or 0, review_id, hold=hold)
    if not may_read_queries(mine, sent.paper):
        raise Refused("Queries are there for those who write and sign the paper.", back(sent))
    asked = paper_queries.get(turn.session, turn.id("query"))
    if asked is None or (not asked.words and not dropped_too):
        raise Refused(GONE, back(sent))
    return asked, sent, mine


def own_query(turn: Turn, sent: SentPaper) -> PaperQuery:
    """One’s own query, as long as nobody has answered it."""
    asked = paper_queries.get(turn.session, turn.id("query"))
    if asked is None or asked.sent_id != sent.id or not asked.words:
        raise Refused(GONE, back(sent))
    if asked.person_id != turn.asker.id:
        raise Refused("Only whoever asked can change a query.", back(sent))
    if asked.answer:
        raise Refused("That query has been answered, so it stays as it was. You can ask another.", back(sent))
    return asked


def answering(turn: Turn) -> tuple[PaperQuery, SentPaper, Parts]:
    asked, sent, mine = query_in(turn)
    if not may_send(mine, sent.paper):
        raise Refused(f"Queries about {THE[sent.paper]} are answered by {WRITERS[sent.paper]}.", back(sent))
    return asked, sent, mine

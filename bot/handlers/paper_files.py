"""Handing out papers as files: by links, for an hour and for whoever asks, or into their own chat."""

from datetime import timedelta

from bot.cards import paper_files as say
from bot.cards import parcels as about_parcels
from bot.cards.model import Card
from bot.cards.paper_files import Address
from bot.handlers.access import parts, review_in, see
from bot.handlers.paper_links import ACTIONS, ALL, PAPERS, PRINT, WORD, opened, word_name
from bot.handlers.paper_reading import lines_of, may_read, might_read_any, newest_of, newest_plans
from bot.handlers.reading import reader_of
from bot.letters import Letter, template
from bot.links import Links
from bot.parcels import Wanted, told_by
from bot.router import Refused, Turn, on
from bot.rules.hours import Urgency
from bot.rules.permissions import Paper, Part, Right, rights
from storage import outbox, sent_papers
from storage.models import Review, SentPaper

NOT_YOURS = "Only those whom a paper is meant for can read it."
NONE_YET = "No paper of this review has been sent to you yet."
NO_ACTIONS = "No action plan has been sent that you can read."


@on("files.show")
def show(turn: Turn) -> Card:
    """One version of a paper."""
    sent = readable(turn)
    as_word, as_page = address(turn, WORD, sent.id), address(turn, PRINT, sent.id)
    return say.of_paper(sent.review, sent.paper, sent.number, sent.id, as_word, as_page)


@on("files.send")
def send(turn: Turn) -> Card:
    """Its Word file into their own chat: made as it goes, for whoever may still read it then."""
    sent = readable(turn)
    begins = f"files.send:{sent.id}:{turn.asker.id}"
    # A second click brings no second file, in the next minute neither.
    this, before = (f"{begins}:{at:%Y-%m-%dT%H:%M}" for at in (turn.now, turn.now - timedelta(minutes=1)))
    if not outbox.written(turn.session, (this, before)):
        name, args = told_by(Wanted(WORD, sent.id, turn.asker.id))
        news = outbox.News(name, args, this, urgency=Urgency.URGENT, with_file=True)
        outbox.tell(turn.session, turn.person, news, now=turn.now, calendar=turn.calendar)
    return about_parcels.on_its_way(sent.review, sent.paper)


@template("files.word")
def by_link(letter: Letter) -> Card | None:
    """What stands in place of the Word file, where none can be put."""
    found = (
        opened(letter.session, letter.person.id, letter.id("subject"), letter.now) if letter.person else None
    )
    if found is None:
        return None
    reader, sent = found
    url = letter.links.make(WORD, reader.person.id, sent.id, letter.now)
    return about_parcels.by_link(sent.review, sent.paper, word_name(sent), opening(letter.links, url))


def readable(turn: Turn) -> SentPaper:
    sent = sent_papers.get(turn.session, turn.id("sent"))
    # Of one that is not there nobody is told more than of one that is not theirs.
    if sent is None or not may_read(parts(turn, sent.review), sent):
        raise Refused(NOT_YOURS)
    return sent


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
    return opening(turn.links, url)


def opening(links: Links, url: str) -> Address:
    return Address(url, "" if links.reached else links.public_url)

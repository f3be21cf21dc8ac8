"""Who may see and do what with a paper that was sent: asked again at every click and of every message."""

from collections.abc import Sequence

from bot.cards import paper as say
from bot.cards.model import Button, Card, go
from bot.cards.paper import May, View
from bot.cards.paper_words import THE, days_late
from bot.handlers.access import parts
from bot.handlers.paper_reading import may_read
from bot.handlers.paper_signers import Holders, open_places, own_places
from bot.handlers.reading import Reader, reader_of
from bot.router import Refused, Turn
from bot.rules.paper_life import (
    may_hand_over_link,
    may_read_queries,
    may_release,
    may_see_receivers,
    may_send,
)
from bot.rules.papers import SIGNERS, SignedAs, may_sign
from bot.rules.permissions import Part
from storage import paper_queries, reviews, sent_papers
from storage.models import SentPaper

Parts = frozenset[Part]
GONE = "That paper isn’t here any more, so nothing was changed."
NOT_YOURS = "Only those whom this paper is meant for can read it."
NOT_RELEASED = "The Consortium Office has not released this paper to the Management Group."


def sent_in(turn: Turn, *, hold: bool = False) -> tuple[SentPaper, Parts]:
    """The version named in the button, for someone who may read it; `hold`: once nobody else changes it."""
    sent_id = turn.id("sent")
    review_id = sent_papers.review_of(turn.session, sent_id)
    return readable(turn, sent_id, review_id, hold=hold)


def readable(
    turn: Turn, sent_id: int, review_id: int | None, *, hold: bool = False
) -> tuple[SentPaper, Parts]:
    find = reviews.get_to_change if hold else reviews.get
    review = find(turn.session, review_id) if review_id else None
    # Read once the review is held: what others did until then is there.
    sent = sent_papers.get(turn.session, sent_id)
    if review is None or sent is None:
        raise Refused(GONE)
    mine = parts(turn, review)
    if not may_read(mine, sent):
        raise Refused(NOT_RELEASED if Part.MANAGEMENT in mine else NOT_YOURS)
    return sent, mine


def newest(turn: Turn, sent: SentPaper) -> SentPaper:
    """The version itself, where none has taken its place; an old one is neither signed nor passed on."""
    last = sent_papers.latest(turn.session, sent.review_id, sent.paper)
    if last is None or last.id == sent.id:
        return sent
    raise Refused(
        f"There is a newer version of {THE[sent.paper]}, number {last.number}, and this one is number "
        f"{sent.number}. Please look at the newest one.",
        Button("Open the newest version", go("paper.show", sent=last.id)),
        Button("What changed", go("paper.changes", sent=last.id)),
    )


def back(sent: SentPaper) -> Button:
    return Button("Open the paper", go("paper.show", sent=sent.id))


def view(reader: Reader, sent: SentPaper, mine: Parts, versions: Sequence[SentPaper] = ()) -> View:
    """The version as this reader may see it; `versions`: all there are, where they are known."""
    session = reader.session
    versions = versions or sent_papers.of_paper(session, sent.review_id, sent.paper)
    last = versions[0]
    previous = next((one for one in versions if one.number < sent.number), None)
    places = open_places(session, sent, reader.today)
    asks = may_read_queries(mine, sent.paper)
    return View(
        sent=sent,
        content=sent_papers.as_content(sent),
        signatures=sent_papers.signed(sent),
        open_places={part: [one.name for one in found] for part, found in places.items()},
        late=lateness(sent, reader),
        newer=last if last.id != sent.id and may_read(mine, last) else None,
        before=previous is not None and may_read(mine, previous),
        queries=paper_queries.count(session, sent.id) if asks else 0,
        may=may(reader, sent, mine, places, is_last=last.id == sent.id),
    )


def lateness(sent: SentPaper, reader: Reader) -> str:
    """How the sending kept its date; "" of a correction."""
    days = sent.change.now.get("late")
    return "" if days is None else days_late(int(days), reader.policy)


def may(reader: Reader, sent: SentPaper, mine: Parts, places: Holders, *, is_last: bool) -> May:
    """`places`: those that are open, with who can sign there."""
    paper, person_id, can_sign = sent.paper, reader.person.id, any(places.values())
    signs, signed = bool(may_sign(mine, paper)), sent_papers.signed(sent)
    passes_on, released = may_release(mine, paper), sent.released_at is not None
    return May(
        sign=is_last and bool(own_places(mine, sent, person_id)),
        query=is_last and signs,
        withdraw=is_last and any(one.person_id == person_id for one in signed),
        release=passes_on and is_last and not released,
        take_back=passes_on and released,
        record=passes_on and is_last and (can_sign or any(one.recorded_by for one in signed)),
        link=is_last and bool(places.get(SignedAs.GOVERNOR)) and may_hand_over_link(mine, paper),
        receivers=may_see_receivers(mine, paper),
        queries=may_read_queries(mine, paper) and bool(SIGNERS[paper]),
        send=is_last and may_send(mine, paper),
    )


def card(
    turn: Turn, sent: SentPaper, mine: Parts, page: int = 0, *, said: str = "", warning: str = ""
) -> Card:
    """The paper as this person may see it."""
    return say.show(view(reader_of(turn), sent, mine), page, said=said, warning=warning)

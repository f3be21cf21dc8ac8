"""The governor’s page: behind a link and a code a paper is read, signed, or asked about."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.cards import paper_content
from bot.cards.common import SAFEGUARDING
from bot.cards.paper_words import THE, WRITERS, version
from bot.cards.words import flat
from bot.documents import governor_page as pages
from bot.documents.governor_page import Ask, Page
from bot.handlers import paper_queries as asking
from bot.handlers import paper_signing as signing
from bot.handlers.governor_access import Closed, Shut, Visit, is_proof, is_right, seal, visit
from bot.handlers.paper_signers import open_places, own_places, signature_lines
from bot.links import Links, Opened
from bot.router import Fields, Turn, id_in
from bot.rules.paper_changes import differences
from bot.rules.papers import SentTo, SignedAs, Signing
from bot.rules.permissions import Part
from storage import distributions, governor_links, paper_queries, sent_papers
from storage.booking import By
from storage.models import PaperQuery, SentPaper

MINE = frozenset({Part.GOVERNOR})
AGAIN = "An hour has gone by since you entered the code, so please enter it again. Nothing is lost."
EMPTY = "Please type the code or your e-mail address."
WRONG = "That is neither the code nor the e-mail address that this link was made for. Please try again."
OTHER = "Another governor has signed this version, so nothing was changed."


def look(session: Session, opened: Opened, links: Links, now: datetime) -> Page | Shut:
    """The form for the code. It changes nothing: mail scanners follow links."""
    try:
        visit(session, opened, now, links)
    except Shut as shut:
        return shut
    return pages.code()


def answer(session: Session, opened: Opened, links: Links, now: datetime, fields: Fields) -> Page | Shut:
    """What the form that came back asks for; a wrong code is counted."""
    given = {name: next(iter(values), "").strip() for name, values in fields.items()}
    try:
        if not is_proof(links, opened, given.get("proof", ""), now):
            return unlock(visit(session, opened, now, links, fields), given)
        act = ACTS.get(given.get("do", ""), shown)
        return act(visit(session, opened, now, links, fields, hold=True))
    except Shut as shut:
        return shut


def unlock(visited: Visit, given: Mapping[str, str]) -> Page | Shut:
    turn, words = visited.turn, given.get("words", "")
    typed = given.get("answer", "")
    if not typed:
        return pages.code(words=words, said=AGAIN) if given.get("proof") else pages.code(error=EMPTY)
    link = governor_links.get_to_change(turn.session, visited.link.id)
    if link is None or not governor_links.is_open(link, turn.now):
        return Closed()
    if not is_right(turn.links, link, typed):
        governor_links.count_wrong(turn.session, link)
        left = governor_links.is_open(link, turn.now)
        return pages.code(typed=typed, words=words, error=WRONG) if left else Closed()
    warning = "Your query has not been sent yet: it is below." if words else ""
    return shown(visited, words=words, warning=warning)


def sign(visited: Visit) -> Page:
    """Asks once more."""
    return hindrance(visited) or pages.sure(page_of(visited))


def signed(visited: Visit) -> Page:
    if hindered := hindrance(visited):
        return hindered
    signing.put(visited.turn, visited.sent, [SignedAs.GOVERNOR], Signing.LINK)
    return shown(visited, said="Signed. Thank you.")


def hindrance(visited: Visit) -> Page | None:
    if stale := is_stale(visited):
        return shown(visited, warning=f"{stale} Nothing has been signed.")
    if has_signed(visited):
        return shown(visited, said="You have signed it.")
    return shown(visited, warning=OTHER) if not may_sign(visited) else None


def withdraw(visited: Visit) -> Page:
    if stale := is_stale(visited):
        return shown(visited, warning=f"{stale} Nothing has been changed.")
    if not has_signed(visited):
        return shown(visited, said="There is no signature of yours.")
    signing.take_back(visited.turn, visited.sent)
    return shown(visited, said="Your signature is withdrawn. You can sign again.")


def query(visited: Visit) -> Page:
    turn, words = visited.turn, visited.turn.text("words")
    if stale := is_stale(visited):
        return shown(visited, warning=f"{stale} Your query has not been sent; it is below.", words=words)
    if error := asking.wrong(words):
        return shown(visited, words=words, error=error)
    if not asking.put(turn, visited.sent, words):
        return shown(visited, said="That is asked already.")
    heard = "you will get an e-mail, and it" if turn.links.mailed else "it"
    return shown(
        visited, said=f"Sent to {WRITERS[visited.sent.paper]}. Once there is an answer, {heard} stands here."
    )


def drop(visited: Visit) -> Page:
    turn = visited.turn
    asked = next((one for one in asked_of(visited) if str(one.id) == turn.text("query")), None)
    if asked is None:
        return shown(visited, said="The query is taken back.")
    if asked.person_id != turn.asker.id or asked.answer or id_in(turn.text("version")) != asked.version:
        return shown(visited, warning="That query has been answered or changed, so it was not taken back.")
    asking.take_back(turn, asked)
    return shown(visited, said="The query is taken back.")


ACTS: Mapping[str, Callable[[Visit], Page]] = {
    "sign": sign,
    "signed": signed,
    "withdraw": withdraw,
    "query": query,
    "drop": drop,
}


def is_stale(visited: Visit) -> str:
    """Where the page showed another version, a sentence about the newest."""
    if id_in(visited.turn.text("sent")) == visited.sent.id:
        return ""
    the, number = THE[visited.sent.paper], visited.sent.number
    return f"There is a newer version of {the}, number {number}, and this is it."


def has_signed(visited: Visit) -> bool:
    mine = sent_papers.signed_by(visited.sent, visited.turn.person)
    return any(one.part is SignedAs.GOVERNOR for one in mine)


def may_sign(visited: Visit) -> bool:
    return SignedAs.GOVERNOR in own_places(MINE, visited.sent, visited.turn.asker.id)


def shown(visited: Visit, *, said: str = "", warning: str = "", words: str = "", error: str = "") -> Page:
    """The paper. Whoever has it before them has received it."""
    turn, sent = visited.turn, visited.sent
    distributions.give(turn.session, sent, [turn.person], SentTo.GOVERNOR, By(turn.person, turn.now))
    if not (said or warning) and visited.link.sent_id != sent.id:
        warning = (
            f"There is a newer version than the one this link was made for: this is number {sent.number}."
        )
    return pages.paper(
        page_of(visited), safeguarding=SAFEGUARDING, said=said, warning=warning, words=words, error=error
    )


def page_of(visited: Visit) -> pages.Opened:
    turn, sent = visited.turn, visited.sent
    return pages.Opened(
        proof=seal(turn.links, visited.link, turn.now),
        sent=sent.id,
        number=sent.number,
        name=turn.asker.name,
        the=THE[sent.paper],
        version=version(sent),
        writers=WRITERS[sent.paper],
        content=sent_papers.as_content(sent),
        signatures=signature_lines(sent),
        to_follow=bool(open_places(turn.session, sent, turn.today)),
        signed=has_signed(visited),
        may_sign=may_sign(visited),
        changed=changed(turn, sent),
        queries=[as_asked(one, turn.asker.id) for one in asked_of(visited)],
    )


def changed(turn: Turn, sent: SentPaper) -> Sequence[tuple[str, str]]:
    """Since the version before."""
    before = sent_papers.before(turn.session, sent)
    if before is None:
        return ()
    found = differences(sent_papers.as_content(before), sent_papers.as_content(sent))
    return [(row.title, flat(row.detail)) for row in paper_content.changes(found)]


def asked_of(visited: Visit) -> Sequence[PaperQuery]:
    """The queries about this version, and the reader’s own about those before: an answer may come late."""
    turn, sent = visited.turn, visited.sent
    versions = sent_papers.of_paper(turn.session, sent.review_id, sent.paper)
    found = [one for each in reversed(versions) for one in paper_queries.of_sent(turn.session, each.id)]
    return [one for one in found if one.sent_id == sent.id or one.person_id == turn.asker.id]


def as_asked(one: PaperQuery, reader_id: int) -> Ask:
    by = one.answered_by.name if one.answered_by else ""
    own = one.person_id == reader_id
    return Ask(one.id, one.version, one.person.name, one.words, by, one.answer, own)

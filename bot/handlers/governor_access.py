"""Who comes by a governor’s link: asked again at every request, whatever was shown before."""

import hmac
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.handlers.access import parts
from bot.handlers.paper_reading import may_read
from bot.links import Links, Opened
from bot.router import Fields, Turn, turn_by_link
from bot.rules.permissions import Part
from storage import governor_links, reviews, sent_papers
from storage.models import GovernorLink, SentPaper

# In addresses and in forms that are open, so both are kept.
GOVERNOR, PROOF = "governor", "governor-proof"


class Shut(Exception):
    """The link opens nothing; why, in words that tell nobody what is behind it."""

    def __init__(self, title: str, sentence: str, status: int) -> None:
        super().__init__(title)
        self.title, self.sentence, self.status = title, sentence, status


class Closed(Shut):
    """Another was made in its place, or it was guessed at."""

    def __init__(self) -> None:
        super().__init__(
            "This link is closed",
            "A newer one was made in its place, or a wrong code was entered too often. "
            "Please ask whoever sent it to you for a new one.",
            410,
        )


class NotYours(Shut):
    """They are no governor of the school any more, or there is nothing any more to read or sign."""

    def __init__(self) -> None:
        super().__init__(
            "This isn’t open to you",
            "The person this link was made for can no longer see this, or it is no longer there. "
            "If you think that is wrong, the Consortium Office can help.",
            403,
        )


@dataclass(frozen=True, slots=True)
class Visit:
    """A governor at the page; `sent` is the newest version of the paper, whichever the link was made for."""

    turn: Turn
    link: GovernorLink
    sent: SentPaper


def visit(
    session: Session,
    opened: Opened,
    now: datetime,
    links: Links,
    fields: Fields | None = None,
    *,
    hold: bool = False,
) -> Visit:
    """`hold`: once nobody else changes the review, its signatures and the link. Raises Shut."""
    link = own(governor_links.get(session, opened.subject_id), opened)
    find = reviews.get_to_change if hold else reviews.get
    review = find(session, link.sent.review_id)
    # What was done with it until then is there only now.
    link = own(governor_links.get(session, opened.subject_id), opened)
    if not governor_links.is_open(link, now):
        raise Closed
    turn = turn_by_link(session, opened.person_id, now, links, fields or {})
    if review is None or review.cancelled_at or turn is None:
        raise NotYours
    sent, mine = sent_papers.latest(session, review.id, link.sent.paper), parts(turn, review)
    if sent is None or Part.GOVERNOR not in mine or not may_read(mine, sent):
        raise NotYours
    return Visit(turn, link, sent)


def own(link: GovernorLink | None, opened: Opened) -> GovernorLink:
    if link is None or link.person_id != opened.person_id:
        raise NotYours
    return link


def is_right(links: Links, link: GovernorLink, answer: str) -> bool:
    """Whether it is the code or the governor’s e-mail address; the time it takes tells nothing."""
    typed = "".join(answer.split())
    code = hmac.compare_digest(typed.encode(), links.code(GOVERNOR, link.id).encode())
    email = hmac.compare_digest(typed.casefold().encode(), link.person.email.casefold().encode())
    return code | email


def seal(links: Links, link: GovernorLink, now: datetime) -> str:
    """What the page carries from then on; it is good for an hour."""
    return links.seal(PROOF, link.person_id, link.id, now)


def is_proof(links: Links, opened: Opened, proof: str, now: datetime) -> bool:
    return links.read(PROOF, proof, now) == opened

"""What a governor hears who is in no chat: by e-mail, else by way of the headteacher."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from bot.cards import governor as say
from bot.cards.governor import Given
from bot.cards.model import Card
from bot.handlers import news
from bot.handlers.governor_access import GOVERNOR
from bot.handlers.paper_signers import own_places
from bot.handlers.reading import reading
from bot.letters import Letter, template
from bot.links import A_FORTNIGHT, Links
from bot.router import Turn
from bot.rules.paper_life import may_read_queries
from bot.rules.papers import SIGNERS, SignedAs
from bot.rules.permissions import Paper, Part
from bot.rules.roles import Role
from storage import accounts, consortium, governor_links, outbox, paper_queries, sent_papers
from storage.booking import By
from storage.models import Change, GovernorLink, PaperQuery, Person, Review, SentPaper


def governors(turn: Turn, review: Review) -> Sequence[Person]:
    return consortium.people_with(turn.session, Role.GOVERNOR, turn.today, school_id=review.school_id)


def in_the_chat(turn: Turn, review: Review, paper: Paper) -> Sequence[Person]:
    """The governors who are asked there, as everybody is."""
    return [one for one in asked_to_sign(turn, review, paper) if accounts.has_any(turn.session, one.id)]


def by_mail(turn: Turn, review: Review, paper: Paper) -> Sequence[Person]:
    """Those who are in no chat; nobody where the deployment sends no e-mail."""
    found = asked_to_sign(turn, review, paper) if turn.links.mailed else ()
    return [one for one in found if not accounts.has_any(turn.session, one.id)]


def asked_to_sign(turn: Turn, review: Review, paper: Paper) -> Sequence[Person]:
    return governors(turn, review) if SignedAs.GOVERNOR in SIGNERS[paper] else ()


def offer(turn: Turn, sent: SentPaper, person: Person, change: Change) -> GovernorLink:
    """Make a link, which goes by e-mail where there is any."""
    link = governor_links.make(turn.session, sent, person, By(turn.person, turn.now), A_FORTNIGHT)
    if turn.links.mailed:
        post(turn, person, "governor.asked", asked_key(link), change, link=link.id)
    return link


def asked_key(link: GovernorLink) -> str:
    return f"governor.asked:{link.id}"


def post(turn: Turn, to: Person, name: str, key: str, change: Change, **args: int | str) -> None:
    letter = outbox.News(name, {"change": change.id, **args}, key, by_mail=True)
    outbox.tell(turn.session, to, letter, now=turn.now, calendar=turn.calendar)


def given(links: Links, link: GovernorLink) -> Given:
    """The same whenever it is asked for: a message that is sent again says what it said."""
    url = links.make(GOVERNOR, link.person_id, link.id, link.made_at, lasts=A_FORTNIGHT)
    only_at = "" if links.reached else links.public_url
    return Given(url, links.code(GOVERNOR, link.id), link.ends_at, only_at)


def answered(turn: Turn, query: PaperQuery, change: Change) -> bool:
    """Their query is answered; False where the governor hears of it in the chat as everybody does."""
    person, sent = query.person, query.sent
    if accounts.has_any(turn.session, person.id):
        return False
    if not turn.links.mailed:
        for head in news.heads(turn, sent.review):
            news.tell(turn, head, "governor.pass_on", change, query=query.id)
        return True
    link = governor_links.latest(turn.session, sent, person.id)
    if link is None or not governor_links.is_open(link, turn.now):
        link = governor_links.make(turn.session, sent, person, By(turn.person, turn.now), A_FORTNIGHT)
    key = f"governor.answered:{change.id}"
    post(turn, person, "governor.answered", key, change, link=link.id, query=query.id)
    return True


@template("governor.asked")
def asked(letter: Letter) -> Card | None:
    """Nothing once it is signed, or another link or another version has taken its place."""
    link = open_link(letter)
    if link is None or letter.person is None:
        return None
    last = sent_papers.latest(letter.session, link.sent.review_id, link.sent.paper)
    if last is None or last.id != link.sent_id:
        return None
    if SignedAs.GOVERNOR not in own_places(frozenset({Part.GOVERNOR}), last, letter.person.id):
        return None
    return say.asked(last, letter.person, given(letter.links, link))


@template("governor.answered")
def told(letter: Letter) -> Card | None:
    link, query = open_link(letter), answered_query(letter.session, letter.id("query"))
    return say.answered(query, given(letter.links, link)) if link and query else None


@template("governor.pass_on")
def pass_on(letter: Letter) -> Card | None:
    query = answered_query(letter.session, letter.id("query"))
    if query is None or letter.person is None:
        return None
    mine = reading(letter, letter.person).parts(query.sent.review)
    return say.pass_on(query) if may_read_queries(mine, query.sent.paper) else None


def open_link(letter: Letter) -> GovernorLink | None:
    """As long as it opens something for whom it was made."""
    link = governor_links.get(letter.session, letter.id("link"))
    if link is None or letter.person is None or not governor_links.is_open(link, letter.now):
        return None
    review = link.sent.review
    mine = reading(letter, letter.person).parts(review)
    return link if Part.GOVERNOR in mine and not review.cancelled_at else None


def answered_query(session: Session, query_id: int) -> PaperQuery | None:
    query = paper_queries.get(session, query_id)
    return query if query is not None and query.words and query.answer else None

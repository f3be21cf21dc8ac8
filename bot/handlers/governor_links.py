"""Handing a governor’s link over: shown with its code and a text to forward, and made anew."""

from bot.cards import governor as say
from bot.cards.model import Card
from bot.cards.paper_words import THE
from bot.handlers import governor_news
from bot.handlers.paper_access import GONE, back, newest, sent_in
from bot.handlers.paper_signers import open_places
from bot.language.say import moment
from bot.router import Refused, Turn, on
from bot.rules.paper_life import may_hand_over_link
from bot.rules.papers import SignedAs
from storage import governor_links, outbox, sent_papers
from storage.booking import By
from storage.models import GovernorLink, Person, SentPaper

NOT_YOURS = "Only the headteacher of the school and the Consortium Office hand a governor’s link over."


@on("governor.link")
def show(turn: Turn) -> Card:
    """Made at the first time; later the same is shown."""
    sent, person = chosen(turn)
    if person is None:
        return say.which(sent, still_to_sign(turn, sent))
    link = governor_links.latest(turn.session, sent, person.id)
    return shown(turn, sent, person, link) if link else made(turn, sent, person)


@on("governor.renew")
def renew(turn: Turn) -> Card:
    """Those before open nothing any more."""
    sent, person = chosen(turn)
    if person is None:
        raise Refused(GONE, back(sent))
    link = governor_links.latest(turn.session, sent, person.id)
    if link is not None and link.id != turn.id("was"):
        return shown(turn, sent, person, link, said="A new link has been made already: this is it.")
    governor_links.close_all(turn.session, sent, person, turn.now)
    return made(turn, sent, person, said="Here is the new link. The one before opens nothing any more.")


def made(turn: Turn, sent: SentPaper, person: Person, *, said: str = "") -> Card:
    by = By(turn.person, turn.now)
    change = sent_papers.log_of(turn.session, sent, "governor_link_made", by, signer=person.name)
    link = governor_news.offer(turn, sent, person, change)
    return shown(turn, sent, person, link, said=said)


def shown(turn: Turn, sent: SentPaper, person: Person, link: GovernorLink, *, said: str = "") -> Card:
    if not governor_links.is_open(link, turn.now):
        guessed = link.tries >= governor_links.TRIES
        return say.closed(sent, person, link.id, say.CLOSED if guessed else say.RUN_OUT)
    given = governor_news.given(turn.links, link)
    return say.link(sent, person, link.id, given, by_mail=by_mail(turn, link), said=said)


def by_mail(turn: Turn, link: GovernorLink) -> str:
    """Whether the link has gone by e-mail; "" where it does not go that way."""
    message = outbox.keyed(turn.session, governor_news.asked_key(link))
    if message is None or message.withdrawn:
        return ""
    if message.finished_at is not None:
        return f"sent {moment(message.finished_at)}"
    return f"not sent yet. {message.problem or f'It goes {moment(message.due)}.'}"


def chosen(turn: Turn) -> tuple[SentPaper, Person | None]:
    """The newest version, and the governor whom the button names, or the only one."""
    sent, mine = sent_in(turn, hold=True)
    if not may_hand_over_link(mine, sent.paper):
        raise Refused(NOT_YOURS, back(sent))
    sent = newest(turn, sent)
    if sent.review.cancelled_at:
        raise Refused("That review has been cancelled, so there is nothing to sign.", back(sent))
    left = still_to_sign(turn, sent)
    if not left:
        raise Refused(why_nobody(turn, sent), back(sent))
    if "person" not in turn.args:
        return sent, left[0] if len(left) == 1 else None
    person = next((one for one in left if one.id == turn.id("person")), None)
    if person is None:
        raise Refused("They can’t sign it as governor any more, so there is no link for them.", back(sent))
    return sent, person


def still_to_sign(turn: Turn, sent: SentPaper) -> list[Person]:
    return list(open_places(turn.session, sent, turn.today).get(SignedAs.GOVERNOR, ()))


def why_nobody(turn: Turn, sent: SentPaper) -> str:
    if governor_news.governors(turn, sent.review):
        return f"A governor has signed {THE[sent.paper]} already, so no link is needed."
    return (
        "There is no governor of the school in the roster. The Consortium Office can add one, or record a "
        "signature on paper."
    )

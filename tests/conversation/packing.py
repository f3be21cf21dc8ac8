"""What the tests of the pack have in common."""

from sqlalchemy import select, update

from bot.cards.model import Card, Link, Listing
from bot.handlers.pack_addresses import ADDRESSES
from bot.links import Opened
from bot.rules.milestones import Kind
from storage.models import Consortium, Milestone, Outgoing
from tests import roster
from tests.chat import LINKS, Chat, World
from tests.conversation.conftest import PRIYA, booked

DENISE = "denise.abbott@oak.example"
LINK = "https://docs.oak.example/canary-link"
REASON = "Canary reason"
AREAS = "Canary areas of focus"
SHOW = "pack.show?review=1"
# What is asked of a school that is no church school, by the words that only its row has.
ROWS = ("(SEF)", "Data", "(SDP/SIP)", "Ofsted", "report to governors", "Peer to Peer")


def packing(world: World) -> Chat:
    """The headteacher of Oak, which is booked for Thursday 7 December, with the pack before her."""
    booked(world)
    priya = world.person(PRIYA)
    priya.open(SHOW)
    return priya


def add(chat: Chat, row: str, link: str = LINK) -> Card:
    chat.click_in(row, "Add link")
    return chat.click("Save the link", link=link)


def fill(chat: Chat) -> Card:
    """A link to everything that is asked for, and a self-review note."""
    chat.open("focus.ask?review=1")
    chat.click("Save the note", areas=AREAS, link=LINK)
    for row in ROWS[:-1]:
        add(chat, row)
    return chat.click("First review")


def rows(card: Card) -> dict[str, str]:
    """What stands at each paper."""
    return {
        row.title: str(row.detail) for part in card.blocks if isinstance(part, Listing) for row in part.rows
    }


def links(world: World, card: Card) -> set[str]:
    """Where the card's links lead when they are opened now; "" for those that are closed."""
    listed = [row for part in card.blocks if isinstance(part, Listing) for row in part.rows]
    return {leads_to(world, one.url) for row in listed for one in row.buttons if isinstance(one, Link)}


def leads_to(world: World, url: str) -> str:
    assert "anary" not in url
    purpose, token = url.removeprefix(f"{LINKS.public_url}/").split("/")
    opened = LINKS.read(purpose, token, world.now)
    if not isinstance(opened, Opened):
        return ""
    with world.sessions() as session:
        return ADDRESSES[purpose](session, opened.person_id, opened.subject_id, world.now) or ""


def labels(card: Card) -> set[str]:
    listed = [row for part in card.blocks if isinstance(part, Listing) for row in part.rows]
    return {one.label for one in (*card.buttons, *(b for row in listed for b in row.buttons))}


def is_done(world: World) -> bool:
    with world.sessions() as session:
        query = select(Milestone.done_at).where(Milestone.review_id == 1, Milestone.kind == Kind.PACK)
        return session.scalars(query).one() is not None


def told(world: World, template: str) -> int:
    with world.sessions() as session:
        return len(session.scalars(select(Outgoing.id).where(Outgoing.template == template)).all())


def settle(world: World, **policy: object) -> None:
    """What an import of other settings does."""
    with world.sessions.begin() as session:
        session.execute(update(Consortium).values(policy=policy))
        roster.has_changed(session)

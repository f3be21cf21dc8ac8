"""Oak's review with its three papers sent, and what the links to them as files open."""

import csv
from datetime import UTC, datetime
from io import StringIO

from sqlalchemy import update

from bot.cards.model import Card, Link
from bot.links import File, Opened
from bot.platforms.playground.furnishing import give_accounts
from bot.rules.permissions import Paper
from storage.models import SentPaper
from tests.chat import FILES, LINKS, World
from tests.conftest import with_sample
from tests.conversation.conftest import booked
from tests.databases import opened
from tests.documents.reading import text_of
from tests.sent import saying, send

AMIT, MARGARET = "amit.desai@consortium.example", "margaret.osei@oak.example"
GILLIAN, TOM = "gillian.frost@hollylane.example", "tom.garrod@oak.example"
WORDS = {Paper.SUMMARY: "CanarySummary", Paper.PLAN: "CanaryPlan", Paper.AUDIT: "CanaryAudit"}
SUMMARY, PLAN, AUDIT = WORDS.values()
SENT = {Paper.SUMMARY: 1, Paper.PLAN: 2, Paper.AUDIT: 3}
AFTER = datetime(2017, 12, 20, 9, tzinfo=UTC)
STRANGER = "someone@elsewhere.example"
REFUSED = "Sorry, I can’t do that"


def papers_sent(url: str) -> None:
    """All three papers of Oak's review have been sent, and none is released."""
    with_sample(url)
    with opened(url) as sessions:
        give_accounts(sessions)
        booked(World(sessions))
        for paper, content in saying(WORDS).items():
            assert send(sessions, paper, content, AFTER) == SENT[paper]


def release(world: World, *, at: datetime | None = AFTER) -> None:
    with world.sessions.begin() as session:
        session.execute(update(SentPaper).values(released_at=at))


def urls(card: Card) -> list[str]:
    return [one.url for one in card.buttons if isinstance(one, Link)]


def behind(world: World, url: str) -> File | None:
    purpose, token = url.removeprefix(f"{LINKS.public_url}/").split("/")
    read = LINKS.read(purpose, token, world.now)
    assert isinstance(read, Opened)
    with world.sessions() as session:
        return FILES[purpose](session, read.person_id, read.subject_id, world.now)


def words_in(text: str) -> list[str]:
    return [word for word in WORDS.values() if word in text]


def table_of(world: World, email: str) -> list[list[str]]:
    [url] = urls(world.person(email).type("all actions"))
    return list(csv.reader(StringIO(text_of(behind(world, url)))))[1:]

"""A governor at the page behind their link: they open it, fill in what stands there, and press."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import delete, select

from bot.app import application
from bot.cards.model import Facts
from bot.cards.words import flat
from storage.models import ChatIdentity, GovernorLink, PaperQuery, Person
from tests.chat import LINKS, Chat, World
from tests.conversation.conftest import PRIYA
from tests.conversation.papering import AREA, MARGARET, STRENGTH

MARGARETS = ("Margaret Osei", "governor", "link")
GIVEN = "governor.link?sent=1"


class Forms(HTMLParser):
    """`forms`: the fields of each as they stand; `presses`: by the value of a button, its form."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.presses: dict[str, int] = {}
        self.labels: dict[str, str] = {}
        self._area = self._button = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append({})
        elif tag == "input":
            self.forms[-1][known["name"]] = known.get("value", "")
        elif tag == "textarea":
            self._area = known["name"]
            self.forms[-1][self._area] = ""
        elif tag == "button":
            self.presses[known["value"]] = len(self.forms) - 1
            self._button = known["value"]

    def handle_data(self, data: str) -> None:
        if self._area:
            self.forms[-1][self._area] += data
        if self._button:
            self.labels[self._button] = data

    def handle_endtag(self, tag: str) -> None:
        self._area = "" if tag == "textarea" else self._area
        self._button = "" if tag == "button" else self._button


@dataclass
class Governor:
    """`text` is the page that they see; `headers`, `status` what came with it."""

    world: World
    path: str
    code: str
    text: str = ""
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)

    def open(self) -> "Governor":
        return self.ask("GET")

    def enter(self, answer: str = "") -> "Governor":
        """The code, unless it is something else."""
        self.open()
        return self.press("open", answer=answer or self.code)

    def press(self, what: str, **fields: str) -> "Governor":
        forms = Forms(self.text)
        given = {**forms.forms[forms.presses[what]], **fields, "do": what}
        return self.ask("POST", given)

    def ask(self, method: str, data: Mapping[str, str] | bytes | None = None) -> "Governor":
        asyncio.run(self.asks(method, data))
        return self

    async def asks(self, method: str, data: Mapping[str, str] | bytes | None = None) -> None:
        async with TestClient(TestServer(served(self.world))) as client:
            await self._read(await client.request(method, self.path, data=data))

    async def _read(self, answered: ClientResponse) -> None:
        self.status, self.headers = answered.status, dict(answered.headers)
        self.text = await answered.text()

    @property
    def buttons(self) -> set[str]:
        return set(Forms(self.text).presses)

    def twin(self) -> "Governor":
        return Governor(self.world, self.path, self.code, self.text, self.status, self.headers)


def served(world: World) -> web.Application:
    """The bot's own pages; none but the governor's is of use here."""
    return application(
        world.sessions.kw["bind"],
        LINKS,
        lambda: world.now,
        platforms=(),
        calendar=lambda *_: None,
        addresses={},
        files={},
    )


def handed_over(world: World, by: str = PRIYA, token: str = GIVEN) -> Chat:
    """Somebody looks at the link that they can hand over."""
    chat = world.person(by)
    chat.open(token)
    return chat


def governor(world: World, by: str = PRIYA, token: str = GIVEN) -> Governor:
    return of_card(world, handed_over(world, by, token))


def of_card(world: World, chat: Chat) -> Governor:
    """Whoever has got the link and the code that stand on the card."""
    [facts] = [dict(block.rows) for block in chat.card.blocks if isinstance(block, Facts)]
    start = f"{LINKS.public_url}/governor/"
    token = str(chat.card).split(start)[1].split("\\n")[0]
    return Governor(world, f"/governor/{token}", flat(facts["Code"]))


def leave_the_chat(world: World, email: str = MARGARET) -> None:
    """As governors are: in the roster, and in no chat."""
    with world.sessions.begin() as session:
        person = session.scalars(select(Person.id).where(Person.email == email)).one()
        session.execute(delete(ChatIdentity).where(ChatIdentity.person_id == person))


def tries(world: World) -> int:
    with world.sessions() as session:
        return session.scalars(select(GovernorLink.tries)).one()


def is_secret(page: Governor) -> bool:
    words = (STRENGTH, AREA, "Oak", "Margaret", "Siân", "ummary", "Priya", MARGARET)
    return not [word for word in words if word in page.text]


def asked(world: World) -> list[str]:
    with world.sessions() as session:
        return list(session.scalars(select(PaperQuery.words).order_by(PaperQuery.id)))


def id_of(world: World, email: str) -> str:
    with world.sessions() as session:
        return str(session.scalars(select(Person.id).where(Person.email == email)).one())

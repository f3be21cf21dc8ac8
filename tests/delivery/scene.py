"""A chat platform that fails when it is told to, and a scene to write messages in."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import select

from bot import handlers
from bot.cards.model import Card
from bot.delivery import deliver
from bot.meeting import Found
from bot.rules.hours import Urgency
from storage import unsent
from storage.addresses import Address
from storage.database import Sessions
from storage.models import Outgoing
from tests.chat import LINKS
from tests.without_files import WithoutFiles

assert handlers.__all__

NOW = datetime(2017, 11, 1, 9, tzinfo=UTC)
KATE, JANET, PRIYA = "kate", "janet", "priya"


@dataclass
class Faulty(WithoutFiles):
    """A platform that fails in the conversations that it is told to fail in."""

    failing: dict[str, Exception] = field(default_factory=dict)
    sent: list[tuple[str, str]] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)
    accounts: dict[str, Found] = field(default_factory=dict)
    looked_for: list[str] = field(default_factory=list)
    directory_fails: Exception | None = None

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        self.tried.append(to.conversation)
        if failure := self.failing.get(to.conversation):
            raise failure
        self.sent.append((to.conversation, card.title))
        return card.title

    async def update(self, to: Address, ref: str, card: Card) -> None:
        await self.send(to, card)

    async def find(self, email: str) -> Found | None:
        self.looked_for.append(email)
        if self.directory_fails:
            raise self.directory_fails
        return self.accounts.get(email)


@dataclass
class Scene:
    """Two groups with a channel each; Kate leads the first, Janet is the office, Priya is anybody."""

    sessions: Sessions
    platform: Faulty
    now: datetime = NOW
    groups: Mapping[str, int] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)

    def write(self, *numbers: int, channel: str = "", person: str = "", slot: str = "") -> None:
        with self.sessions.begin() as session:
            for n in numbers:
                session.add(
                    Outgoing(
                        key=f"test:{n}",
                        template="test.numbered",
                        args={"n": n},
                        slot=slot,
                        group_id=self.groups.get(channel),
                        person_id=self.people.get(person),
                        urgency=Urgency.NEWS,
                        made_at=NOW,
                        due=NOW,
                    )
                )

    def send_all(self) -> None:
        """As the worker's sweep does: all that may go now, in order; and once more for what comes of it."""
        for _ in range(2):
            with self.sessions.begin() as session:
                left = unsent.overdue(session, self.now, {"slack"})
            for message in left:
                asyncio.run(deliver(message.id, self.now, self.sessions, {"slack": self.platform}, LINKS))

    def problem(self, n: int) -> str:
        with self.sessions() as session:
            return session.scalars(select(Outgoing.problem).filter_by(key=f"test:{n}")).one()

    def told(self, person: str) -> list[str]:
        return [title for conversation, title in self.platform.sent if conversation == person]

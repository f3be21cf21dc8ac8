"""Who an account in Teams is: a person of the roster, by the e-mail address of their member account."""

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.replies import text
from bot.meeting import Found
from bot.platforms.teams.activities import PLATFORM, Act
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.requests import Away, Refused
from storage import accounts, references
from storage.addresses import Address
from storage.database import Sessions

# A team's members are asked for again no sooner: a page of them takes as long as a message.
KEPT_SECONDS = 600.0
# What Entra puts into the sign-in name of somebody of another organisation.
EXTERNAL = "#ext#"

Member = Mapping[str, Any]


def addresses_of(member: Member, tenant: str) -> tuple[str, ...]:
    """A member's e-mail address and sign-in name, in small letters; somebody who is a guest has none."""
    names = tuple(text(member.get(name)).strip().casefold() for name in ("email", "userPrincipalName"))
    is_guest = text(member.get("userRole")).casefold() == "guest" or any(EXTERNAL in name for name in names)
    is_ours = text(member.get("tenantId")) in ("", tenant)
    return tuple(dict.fromkeys(filter(None, names))) if is_ours and not is_guest else ()


class Accounts:
    """Knows those who have acted before without asking Teams; used from the event loop."""

    def __init__(self, sessions: Sessions, connector: Connector, tenant: str) -> None:
        self._sessions = sessions
        self._connector = connector
        self._tenant = tenant
        self._known: dict[Address, Mapping[str, Any]] = {}

    async def meet(self, act: Act) -> None:
        """Match an account that acts for the first time; remember how they and the channel are reached."""
        where = act.reference
        if act.channel:
            channel = Address(PLATFORM, act.workspace, act.channel, personal=False)
            await self._refer(channel, {"service_url": where.service_url})
        if not act.user or (act.channel and act.kind == "arrived"):
            return
        person = Address(PLATFORM, act.workspace, act.user, personal=True)
        if person not in self._known and not await asyncio.to_thread(self._is_kept, act):
            member = await self._connector.member(where.service_url, where.conversation, where.account)
            names = addresses_of(member, self._tenant)
            if not names or not await asyncio.to_thread(self._keep, names, act):
                return
        own_chat = {} if act.channel else {"conversation": where.conversation}
        await self._refer(person, {"service_url": where.service_url, "account": where.account, **own_chat})

    async def _refer(self, to: Address, known: Mapping[str, Any]) -> None:
        """References go stale: the newest that Teams has shown is the right one."""
        before = self._known.get(to, {})
        if any(before.get(name) != value for name, value in known.items()):
            await asyncio.to_thread(self._keep_reference, to, known)
            self._known[to] = {**before, **known}

    def _keep_reference(self, to: Address, known: Mapping[str, Any]) -> None:
        with self._sessions.begin() as session:
            references.keep(session, to, known)

    def _is_kept(self, act: Act) -> bool:
        with self._sessions() as session:
            return accounts.owner(session, PLATFORM, act.workspace, act.user) is not None

    def _keep(self, names: tuple[str, ...], act: Act) -> bool:
        with self._sessions.begin() as session:
            for name in names:
                if person := accounts.by_email(session, name):
                    accounts.keep(session, person, PLATFORM, act.workspace, act.user)
                    return True
        return False


class Members:
    """Finds people among the members of the teams that the bot is in: it is shown no other directory."""

    def __init__(
        self,
        sessions: Sessions,
        connector: Connector,
        tenant: str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sessions = sessions
        self._connector = connector
        self._tenant = tenant
        self._clock = clock
        self._asked: dict[str, float] = {}
        self._found: dict[str, tuple[str, Member]] = {}

    async def find(self, email: str) -> Found | None:
        """Raises Refused or Away where a team's members can't be asked for and nobody else has them."""
        trouble: Refused | Away | None = None
        for channel, data in await asyncio.to_thread(self._channels):
            if email not in self._found and self._is_due(channel.conversation):
                try:
                    await self._read(channel, text(data.get("service_url")))
                except (Refused, Away) as away:
                    trouble = away
        if email in self._found:
            service_url, member = self._found[email]
            user = text(member.get("aadObjectId"))
            await asyncio.to_thread(self._refer, user, service_url, text(member.get("id")))
            return Found(self._tenant, user)
        if trouble:
            raise trouble
        return None

    def _is_due(self, conversation: str) -> bool:
        return self._clock() - self._asked.get(conversation, float("-inf")) > KEPT_SECONDS

    async def _read(self, channel: Address, service_url: str) -> None:
        async for member in self._connector.members(service_url, channel.conversation):
            # Nobody can be written to without one.
            names = addresses_of(member, self._tenant) if member.get("aadObjectId") else ()
            for name in names:
                self._found[name] = (service_url, member)
        self._asked[channel.conversation] = self._clock()

    def _channels(self) -> list[tuple[Address, Mapping[str, Any]]]:
        with self._sessions() as session:
            return list(references.channels(session, PLATFORM))

    def _refer(self, user: str, service_url: str, account: str) -> None:
        person = Address(PLATFORM, self._tenant, user, personal=True)
        with self._sessions.begin() as session:
            references.keep(session, person, {"service_url": service_url, "account": account})

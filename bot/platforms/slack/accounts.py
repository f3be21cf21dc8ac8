"""Who an account on Slack is: a person of the roster, by the e-mail address of their full member account."""

import asyncio
from collections.abc import Mapping
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.cards.replies import mapping, text
from bot.platforms.slack.payloads import PLATFORM
from storage import accounts
from storage.database import Sessions

# A guest, a bot, or somebody of another workspace in a shared channel may have any address at all. Those of
# another workspace are told by that alone: what they click names their own, and they are no "stranger" then.
NO_MEMBER = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger", "is_workflow_bot")


def address_of(user: Mapping[str, Any], workspace: str) -> str:
    """The e-mail address of a full member of this workspace, in small letters; "" for everyone else."""
    if any(user.get(mark) for mark in NO_MEMBER) or text(user.get("team_id")) != workspace:
        return ""
    return text(mapping(user.get("profile")).get("email")).strip().casefold()


class OwnWorkspace:
    """The workspace that the bot is installed in."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._id = ""

    async def id(self) -> str:
        if not self._id:
            self._id = text((await self._client.auth_test()).get("team_id"))
        return self._id


class Accounts:
    """Knows those who have acted before without asking Slack; used from the event loop."""

    def __init__(self, sessions: Sessions, client: AsyncWebClient) -> None:
        self._sessions = sessions
        self._client = client
        self._own = OwnWorkspace(client)
        self._known: set[tuple[str, str]] = set()

    async def meet(self, workspace: str, user: str) -> None:
        """Match an account that acts for the first time; whoever is not matched is asked about again."""
        if (workspace, user) in self._known:
            return
        if await asyncio.to_thread(self._is_kept, workspace, user) or await self._match(workspace, user):
            self._known.add((workspace, user))

    async def _match(self, workspace: str, user: str) -> bool:
        found = await self._client.users_info(user=user)
        email = address_of(mapping(found.get("user")), await self._own.id())
        return bool(email) and await asyncio.to_thread(self._keep, email, workspace, user)

    def _is_kept(self, workspace: str, user: str) -> bool:
        with self._sessions() as session:
            return accounts.owner(session, PLATFORM, workspace, user) is not None

    def _keep(self, email: str, workspace: str, user: str) -> bool:
        with self._sessions.begin() as session:
            person = accounts.by_email(session, email)
            if person is None:
                return False
            accounts.keep(session, person, PLATFORM, workspace, user)
            return True

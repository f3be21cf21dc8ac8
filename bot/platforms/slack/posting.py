"""Sending and changing messages on Slack, and what Slack's refusals mean."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.cards import slack
from bot.cards.model import Card
from bot.cards.replies import mapping, text
from bot.cards.words import Json, TooLongError
from bot.failures import Gone, Never, NoFiles, Wait, pause_asked
from bot.meeting import Found
from bot.parcels import Parcel
from bot.platforms.slack import in_words
from bot.platforms.slack.accounts import OwnWorkspace, address_of
from bot.platforms.slack.homes import Homes
from bot.platforms.slack.quiet import quiet
from bot.platforms.slack.unreadable import UNREADABLE, error_in, said_in
from storage.addresses import Address

# Shorter than the worker's own limit, which counts the database as well.
ANSWER_SECONDS = 12

LIMITED = {"ratelimited", "rate_limited", "message_limit_exceeded"}
GONE = {"message_not_found", "cant_update_message", "edit_window_closed"}
UNFIT = {
    *("invalid_blocks", "invalid_blocks_format", "invalid_arguments", "invalid_arg_name"),
    *("msg_too_long", "msg_blocks_too_long", "no_text", "too_many_attachments"),
}
TOKEN = {
    *("account_inactive", "invalid_auth", "not_authed", "not_allowed_token_type", "token_expired"),
    *("token_revoked", "org_login_required", "team_access_not_granted", "access_denied"),
}
NOT_THERE = {"channel_not_found", "not_in_channel", "user_disabled", "user_not_found"}
READ_ONLY = {
    *("restricted_action", "restricted_action_read_only_channel", "restricted_action_thread_only_channel"),
    *("restricted_action_non_threadable_channel", "no_permission"),
}

TELL_OPERATOR = "Please tell whoever looks after the bot."
ARCHIVED = (
    "The channel is archived in Slack. Please unarchive it, "
    "or ask the Consortium Office to give the group another channel."
)
NOT_IN_CHANNEL = (
    "Peer Review is not in the channel, or the channel is gone. "
    "Please open the channel in Slack, type /invite and choose Peer Review."
)
ONLY_SOME_WRITE = (
    "Only some people may write in the channel. "
    "Please let Peer Review write there: in Slack, under the channel’s posting permissions."
)
NO_ACCOUNT = (
    "Slack says that this account was deactivated or is not there. "
    "Please ask which account they use now, and put its e-mail address into the roster."
)

# Whoever is looked for: there is no conversation yet.
SOMEBODY = Address("slack", "", "", personal=True)


class Unavailable(Exception):
    """Slack could not be reached, or could not answer: it may be tried again."""


class Posting:
    """Slack as delivery sees it. Whoever is told something finds it in their home tab as well."""

    def __init__(self, client: AsyncWebClient, homes: Homes | None = None) -> None:
        self._client = client
        self._homes = homes
        self._own = OwnWorkspace(client)

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        """A person's own id opens the chat with them. The id given back is where it stands, and when."""
        asked = {"channel": to.conversation, "unfurl_links": False, "unfurl_media": False, **drawn(card)}
        answer = await self._ask("chat.postMessage", asked, to)
        channel, ts = answer.get("channel"), answer.get("ts")
        if not (channel and ts):
            raise Unavailable("an answer without the message's place")
        self._show_at_home(to)
        return f"{channel}/{ts}"

    async def send_file(self, to: Address, parcel: Parcel, key: str = "") -> str:
        """The id given back is the chat's and the file's."""
        if not to.personal:
            raise NoFiles
        name = parcel.file.name
        with refusals(to):
            try:
                chat = await self._client.conversations_open(users=to.conversation)
                channel = text(mapping(chat.get("channel")).get("id"))
                done = await self._client.files_upload_v2(
                    channel=channel, content=parcel.file.body, filename=name, title=name
                )
            except SlackApiError as refused:
                if takes_no_file(error_in(refused)):
                    raise NoFiles from None
                raise
        self._show_at_home(to)
        return f"{channel}/{text(mapping(done.get('file')).get('id'))}"

    async def update(self, to: Address, ref: str, card: Card) -> None:
        channel, _, ts = ref.partition("/")
        await self._ask("chat.update", {"channel": channel, "ts": ts, **drawn(card)}, to)
        self._show_at_home(to)

    def _show_at_home(self, to: Address) -> None:
        # In the background: a message that has gone must not be sent again because of it.
        if self._homes and to.personal:
            self._homes.soon(to.workspace, to.conversation)

    async def find(self, email: str) -> Found | None:
        with refusals(SOMEBODY):
            try:
                workspace = await self._own.id()
                answer = await self._client.users_lookupByEmail(email=email)
            except SlackApiError as refused:
                if error_in(refused) == "users_not_found":
                    return None
                raise
        user = mapping(answer.get("user"))
        return Found(workspace, text(user.get("id"))) if address_of(user, workspace) else None

    async def _ask(self, method: str, asked: Json, to: Address) -> AsyncSlackResponse:
        with refusals(to):
            return await in_words.ask(self._client, method, asked)


@contextmanager
def refusals(to: Address) -> Iterator[None]:
    """What Slack refuses, and what keeps it from answering, in the terms of delivery."""
    try:
        yield
    except SlackApiError as refused:
        raise meaning(refused.response, to) from None
    except UNREADABLE as away:
        # Its text may hold what Slack sent back, so the kind alone goes on to the log.
        raise Unavailable(type(away).__name__) from None


def client(token: str, api_url: str, *, answer_seconds: int = ANSWER_SECONDS) -> AsyncWebClient:
    """Without retries of its own: a message that may have arrived must not be sent again unseen."""
    return AsyncWebClient(token, api_url, timeout=answer_seconds, retry_handlers=[], logger=quiet())


def drawn(card: Card) -> Json:
    try:
        return slack.message(card)
    except TooLongError:
        raise Never(f"A message has no room on Slack. {TELL_OPERATOR}", holds="message") from None


def meaning(response: Any, to: Address) -> Exception:  # noqa: ANN401 (slack_sdk types it as either of two)
    """What a refusal means for the message and for its conversation."""
    data = said_in(response)
    status = getattr(response, "status_code", 0)
    error = str(data.get("error", ""))
    if status == 429 or error in LIMITED:
        return Wait(pause_asked(str(response.headers.get("Retry-After", ""))))
    if error in GONE:
        return Gone()
    if error in UNFIT:
        return Never(f"Slack refused a message ({error}). {TELL_OPERATOR}", holds="message")
    if error in TOKEN:
        return Never(
            f"Slack does not take Peer Review’s token ({error}). "
            "Whoever runs the bot should install the app again and put its new token into SLACK_BOT_TOKEN.",
            holds="workspace",
        )
    if error == "missing_scope":
        return Never(
            f"Peer Review lacks the permission {data.get('needed', '')} on Slack. Whoever runs the bot "
            "should add it to the app, under OAuth & Permissions, and install the app again.",
            # Whom we do not find by their address we can still write to once they have acted.
            holds="conversation" if to is SOMEBODY else "workspace",
        )
    return of_conversation(error, to) or Unavailable(f"{status} {error}".strip())


def takes_no_file(error: str) -> bool:
    """Whether Slack refuses the file and not the message: without the permission, or as its owners wish."""
    return error in {"missing_scope", "storage_limit_reached", *UNFIT} or "file" in error


def of_conversation(error: str, to: Address) -> Never | None:
    """What keeps this one conversation from being written to."""
    if error == "is_archived":
        return Never(ARCHIVED)
    if error in NOT_THERE:
        return Never(NO_ACCOUNT if to.personal else NOT_IN_CHANNEL)
    return Never(ONLY_SOME_WRITE) if error in READ_ONLY else None

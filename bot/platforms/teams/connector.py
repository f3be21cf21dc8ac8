"""Asking Teams: the only file that knows botbuilder.

The library is no longer kept up. What a successor has to do is the list of methods of `Connector`.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import orjson
from aiohttp import ClientConnectorError, ClientError
from botbuilder.schema import Activity, Attachment, ChannelAccount, ConversationParameters
from botframework.connector.aio import ConnectorClient
from botframework.connector.aiohttp_bf_pipeline import AsyncBfPipeline
from botframework.connector.auth import MicrosoftAppCredentials
from botframework.connector.bot_framework_sdk_client_async import BotFrameworkConnectorConfiguration
from botframework.connector.models import ErrorResponseException
from msrest.exceptions import ClientException
from msrest.pipeline import Response
from msrest.universal_http.aiohttp import AioHttpClientResponse
from yarl import URL

from bot.cards.words import Json
from bot.platforms.teams.requests import Away, Http, Refused, Requests

# The library sets itself no limit for this. Of those that wait one asks Microsoft, and all have its token.
TOKEN_SECONDS, TOKENS_AT_ONCE = 8, 2

# The library would put a policy of ours into two pipelines, and then use the other one: that sends by itself,
# blocks, and posts again in silence what a server failed at.
NO_POLICY = ()
CARD = "application/vnd.microsoft.card.adaptive"
PAGE = 200
# A card, or one whose JSON stands there already.
Written = Json | orjson.Fragment


@dataclass(frozen=True, slots=True)
class Piece:
    """What a message has in it, by Teams' name for its kind."""

    kind: str
    content: Json
    name: str = ""
    url: str = ""


class Connector:
    """With one client for each service URL: to make one takes ten times as long as to ask."""

    def __init__(self, app_id: str, password: str, tenant: str, http: Http) -> None:
        self._bot = app_id
        self._credentials = MicrosoftAppCredentials(app_id, password, tenant) if password else None
        # Of its own: while Microsoft can't be reached, everything else goes on.
        self._asking = ThreadPoolExecutor(TOKENS_AT_ONCE, thread_name_prefix="teams-token")
        self._requests = Requests(http, self._token)
        self._clients: dict[str, ConnectorClient] = {}

    async def send(
        self, service_url: str, conversation: str, card: Json, said: str, reply_to: str = ""
    ) -> str:
        """Post a card; gives its id. `said` is read out in notifications."""
        activity = message(card, said)
        talk = self._client(service_url).conversations
        if reply_to:
            done = await asked(talk.reply_to_activity(conversation, reply_to, activity))
        else:
            done = await asked(talk.send_to_conversation(conversation, activity))
        return id_of(done)

    async def update(
        self, service_url: str, conversation: str, activity_id: str, card: Written, said: str
    ) -> None:
        """Asked without the library, which takes as long to write this one as all of a turn takes."""
        url = URL(service_url.rstrip("/")) / "v3/conversations" / conversation / "activities" / activity_id
        content = {"contentType": CARD, "content": card}
        changed = {"type": "message", "id": activity_id, "attachments": [content], "summary": said}
        await asked(self._requests.put(url, changed))

    async def enclose(
        self, service_url: str, conversation: str, piece: Piece, said: str, *, in_place_of: str = ""
    ) -> str:
        """Post what Teams draws by itself, or put it in a message's place; gives its id."""
        activity, talk = enclosing(piece, said), self._client(service_url).conversations
        if not in_place_of:
            return id_of(await asked(talk.send_to_conversation(conversation, activity)))
        activity.id = in_place_of
        await asked(talk.update_activity(conversation, in_place_of, activity))
        return in_place_of

    async def open_chat(self, service_url: str, tenant: str, user: str) -> str:
        """The personal chat with somebody; its id."""
        wanted = ConversationParameters(
            is_group=False,
            bot=ChannelAccount(id=f"28:{self._bot}"),
            members=[ChannelAccount(id=user)],
            tenant_id=tenant,
            channel_data={"tenant": {"id": tenant}},
        )
        done = await asked(self._client(service_url).conversations.create_conversation(wanted))
        return id_of(done)

    async def member(self, service_url: str, conversation: str, user: str) -> Mapping[str, Any]:
        """Somebody of a conversation, with their e-mail address and role."""
        talk = self._client(service_url).conversations
        found = await asked(talk.get_conversation_member(conversation, user))
        return account(found)

    async def members(self, service_url: str, conversation: str) -> AsyncIterator[Mapping[str, Any]]:
        """Everyone of a team or a chat, in pages."""
        talk, more = self._client(service_url).conversations, ""
        while True:
            options = {"page_size": PAGE} | ({"continuation_token": more} if more else {})
            page = await asked(talk.get_conversation_paged_members(conversation, **options))
            for found in page.members or ():
                yield account(found)
            more = page.continuation_token or ""
            if not more:
                return

    def _client(self, service_url: str) -> ConnectorClient:
        if service_url not in self._clients:
            configuration = BotFrameworkConnectorConfiguration(
                NO_POLICY,
                service_url,
                pipeline_type=AsyncBfPipeline,
                sender=Sender(self._requests),
            )
            client = ConnectorClient(None, custom_configuration=configuration)
            # A card is JSON already. The library would walk through it, which takes longer than all the rest.
            client.conversations._serialize.serialize_type["object"] = written
            self._clients[service_url] = client
        return self._clients[service_url]

    async def _token(self) -> str:
        """Kept and renewed by the library; asking for a new one blocks, so it is done in a thread."""
        if not self._credentials:
            return ""
        asking = asyncio.get_running_loop().run_in_executor(self._asking, self._credentials.get_access_token)
        try:
            return str(await asyncio.wait_for(asking, TOKEN_SECONDS))
        except TimeoutError:
            raise Away("no token in time", perhaps_done=False) from None
        except (PermissionError, ValueError):
            # A wrong password, or a tenant that is not there: Teams itself has not been asked yet.
            raise Refused(401, "no token", {}) from None
        except OSError as away:
            raise Away(type(away).__name__, perhaps_done=False) from None


class Sender:
    """Carries the library's requests."""

    def __init__(self, requests: Requests) -> None:
        self._requests = requests

    def build_context(self) -> None:
        return None

    async def send(self, request: Any, **_: object) -> Any:  # noqa: ANN401 (msrest's own)
        asked = request.http_request
        # What holds a part that is written already, the library hands on as it is.
        body = asked.data if isinstance(asked.data, str | None) else orjson.dumps(asked.data)
        async with self._requests.opened(asked.method, asked.url, asked.headers, body) as answered:
            response = AioHttpClientResponse(asked, answered)
            await response.load_body()
        return Response(request, response)


def written(part: Json, **_: object) -> orjson.Fragment:
    return orjson.Fragment(orjson.dumps(part))


def message(card: Json, said: str) -> Activity:
    return enclosing(Piece(CARD, card), said)


def enclosing(piece: Piece, said: str) -> Activity:
    named = {"name": piece.name or None, "content_url": piece.url or None}
    attachment = Attachment(content_type=piece.kind, content=piece.content, **named)
    return Activity(type="message", attachments=[attachment], summary=said)


def account(found: Any) -> Mapping[str, Any]:  # noqa: ANN401 (the library's own)
    """As Teams sends it: what the library does not know stands in its additional properties."""
    return {**(found.additional_properties or {}), "id": found.id, "aadObjectId": found.aad_object_id}


def id_of(done: Any) -> str:  # noqa: ANN401 (the library's own)
    """Of what was posted or opened, without which it can't be found again."""
    found = getattr(done, "id", None)
    if not isinstance(found, str) or not found:
        raise Away("no id")
    return found


async def asked(question: Any) -> Any:  # noqa: ANN401 (the library's own)
    try:
        return await question
    except ErrorResponseException as refused:
        answer = refused.response
        code = getattr(getattr(refused.error, "error", None), "code", "") or ""
        raise Refused(answer.status, str(code), dict(answer.headers)) from None
    except ClientConnectorError as away:
        raise Away(type(away).__name__, perhaps_done=False) from None
    except (ClientException, ClientError, OSError, ValueError, AttributeError) as away:
        raise Away(type(away).__name__) from None

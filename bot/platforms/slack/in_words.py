"""What Slack refuses with a picture in it, asked again in words alone: not every workspace takes one."""

import logging

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.cards.slack import pictures
from bot.cards.words import Json
from bot.platforms.slack.unreadable import error_in

# Of a message, and of a view.
UNFIT = {"invalid_blocks", "invalid_blocks_format", "invalid_arguments"}

log = logging.getLogger(__name__)


async def ask(client: AsyncWebClient, method: str, asked: Json) -> AsyncSlackResponse:
    """One of the methods of Slack's Web API. Raises SlackApiError where it refuses the words as well."""
    try:
        return await client.api_call(method, json=asked)
    except SlackApiError as refused:
        bare = pictures.without(asked)
        if bare is None or error_in(refused) not in UNFIT:
            raise
    log.info("Slack refused a picture: %s", method)
    return await client.api_call(method, json=bare)

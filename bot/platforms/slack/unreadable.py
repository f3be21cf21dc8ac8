"""What slack_sdk raises where Slack has not answered, or in no way that can be read."""

from collections.abc import Mapping
from typing import Any

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.cards.replies import mapping

# Nobody there, no answer in time, or one that slack_sdk trips over because it is no JSON object.
UNREADABLE = (SlackClientError, ClientError, OSError, ValueError, TypeError, AttributeError)


def said_in(response: Any) -> Mapping[str, Any]:  # noqa: ANN401 (slack_sdk's or aiohttp's own)
    """Empty where it is not JSON, as when a gateway in between says that it is overloaded."""
    return mapping(getattr(response, "data", None))


def error_in(refused: SlackApiError) -> str:
    """Slack's own word for why it refused; never with what Slack sent back besides."""
    return str(said_in(refused.response).get("error", "unreadable"))

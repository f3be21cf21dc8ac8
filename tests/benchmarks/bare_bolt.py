"""`python -m tests.benchmarks.bare_bolt PORT API_URL SECRET`: Bolt alone, which opens one constant modal."""

import sys
from typing import Any

from aiohttp import web
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.manifest import PATH

MODAL: dict[str, Any] = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Peer Review"},
    "submit": {"type": "plain_text", "text": "See the timetable"},
    "blocks": [
        {
            "type": "input",
            "block_id": "school",
            "label": {"type": "plain_text", "text": "School"},
            "element": {"type": "plain_text_input", "action_id": "value"},
        }
    ],
}


def bare(api_url: str, secret: str) -> web.Application:
    app = AsyncApp(client=AsyncWebClient("xoxb-1", api_url), signing_secret=secret)

    @app.command("/schedule-review")
    async def open_modal(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    return app.web_app(path=PATH)


if __name__ == "__main__":
    web.run_app(
        bare(sys.argv[2], sys.argv[3]), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None
    )

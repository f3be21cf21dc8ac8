"""`python -m tests.benchmarks.bare_botbuilder PORT OPENID APP TENANT`: botbuilder alone, an echo in a card.

The library's own way to answer a press breaks the answer, so the address is read and answered here.
"""

import sys
from typing import Any

from aiohttp import web
from botbuilder.core import ActivityHandler, InvokeResponse, TurnContext
from botbuilder.core.cloud_adapter_base import CloudAdapterBase
from botbuilder.schema import Activity
from botframework.connector.auth import (
    AuthenticationConstants,
    BotFrameworkAuthenticationFactory,
    PasswordServiceClientCredentialFactory,
)

from bot.platforms.teams.door import PATH
from bot.platforms.teams.showing import CARD


class Echo(ActivityHandler):  # type: ignore[misc]
    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
        said = {"type": "TextBlock", "text": turn_context.activity.value["action"]["verb"], "wrap": True}
        card: dict[str, Any] = {"type": "AdaptiveCard", "version": "1.5", "body": [said]}
        return InvokeResponse(status=200, body={"statusCode": 200, "type": CARD, "value": card})


def bare(openid: str, app_id: str, tenant: str) -> web.Application:
    bot = Echo()
    # As for the public cloud, but for where the keys are.
    adapter = CloudAdapterBase(
        BotFrameworkAuthenticationFactory.create(
            validate_authority=True,
            to_channel_from_bot_login_url=f"https://login.microsoftonline.com/{tenant}",
            to_channel_from_bot_oauth_scope=AuthenticationConstants.TO_CHANNEL_FROM_BOT_OAUTH_SCOPE,
            to_bot_from_channel_token_issuer=AuthenticationConstants.TO_BOT_FROM_CHANNEL_TOKEN_ISSUER,
            oauth_url=AuthenticationConstants.OAUTH_URL,
            to_bot_from_channel_open_id_metadata_url=openid,
            to_bot_from_emulator_open_id_metadata_url=openid,
            credential_factory=PasswordServiceClientCredentialFactory(app_id, "a password", tenant),
        )
    )

    async def take(request: web.Request) -> web.Response:
        activity = Activity().deserialize(await request.json())
        answer = await adapter.process_activity(
            request.headers.get("Authorization", ""), activity, bot.on_turn
        )
        return web.json_response(answer.body, status=answer.status)

    app = web.Application()
    app.router.add_post(PATH, take)
    return app


if __name__ == "__main__":
    web.run_app(bare(*sys.argv[2:]), host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)

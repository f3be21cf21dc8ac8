"""Whether Slack takes our credentials, and which permission is missing: for `peer-review check`."""

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.credentials import Credentials
from bot.platforms.slack.manifest import SCOPES
from bot.platforms.slack.posting import client
from bot.platforms.slack.unreadable import UNREADABLE, error_in

INSTALL_AGAIN = "In the app's settings on Slack, install it again and copy the new token."


async def told(credentials: Credentials) -> tuple[list[str], list[str]]:
    """What is well and what is wrong, a sentence each; never with a token in it."""
    asks = client(credentials.bot_token, credentials.api_url)
    try:
        who = await asks.auth_test()
    except SlackApiError as refused:
        return [], [f"Slack does not take SLACK_BOT_TOKEN ({error_in(refused)}). {INSTALL_AGAIN}"]
    except UNREADABLE as away:
        return [], [f"Slack can't be reached at {credentials.api_url} ({type(away).__name__})."]
    where = f"{who.get('team')} ({who.get('team_id')})"
    well = [f"Slack knows the bot as {who.get('user')} in the workspace {where}."]
    wrong = [lacking(who.headers.get("x-oauth-scopes", ""))]
    if credentials.app_token:
        unheard = await line(credentials)
        wrong.append(unheard)
        well += [] if unheard else ["Slack takes SLACK_APP_TOKEN for Socket Mode."]
    return well, [sentence for sentence in wrong if sentence]


def lacking(granted: str) -> str:
    """Slack names in every answer what it has granted."""
    has = {scope.strip() for scope in granted.split(",")}
    missing = [scope for scope in SCOPES if scope not in has] if granted else []
    if not missing:
        return ""
    return (
        f"On Slack the bot lacks {', '.join(missing)}. In the app's settings, under OAuth & Permissions, "
        "add that to the Bot Token Scopes, and install the app again."
    )


async def line(credentials: Credentials) -> str:
    """Whether Socket Mode would have us; the address that it gives is not used, and ends by itself."""
    try:
        asks = AsyncWebClient(base_url=credentials.api_url)
        await asks.apps_connections_open(app_token=credentials.app_token)
    except SlackApiError as refused:
        return (
            f"Slack does not take SLACK_APP_TOKEN ({error_in(refused)}). It needs "
            "connections:write, and Socket Mode must be on: see Basic Information, App-Level Tokens."
        )
    except UNREADABLE as away:
        return f"Slack can't be reached for Socket Mode ({type(away).__name__})."
    return ""

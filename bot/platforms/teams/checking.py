"""Whether Microsoft takes our credentials, and which of them it does not: for `peer-review check`."""

from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.platforms.teams.credentials import NAMES, WHERE_TO_FIND, Credentials

LOGIN = "https://login.microsoftonline.com"
# What a token lets the bot do: talk to Teams, and nothing else.
SCOPE = "https://api.botframework.com/.default"
ANSWER_SECONDS = 10

# Microsoft's own numbers for what it refuses.
UNKNOWN_TENANT = {90002, 900023}
UNKNOWN_APP = {700016}
WRONG_PASSWORD = {7000215}
EXPIRED_PASSWORD = {7000222}
NEW_PASSWORD = "In Entra, under the app's Certificates & secrets, make a new one and set its value."  # noqa: S105


async def told(credentials: Credentials) -> tuple[list[str], list[str]]:
    """What is well and what is wrong, a sentence each; never with the password."""
    try:
        answer = await token_answer(credentials)
    except (ClientError, TimeoutError, ValueError) as away:
        why = f"Microsoft can't be asked for a token at {LOGIN} ({type(away).__name__})."
        return [], [f"{why} Check that this machine is connected and let out to there."]
    if answer.get("access_token"):
        return [f"Microsoft knows the bot as {credentials.app_id} in the tenant {credentials.tenant}."], []
    return [], [refusal(credentials, answer)]


async def token_answer(credentials: Credentials) -> dict[str, Any]:
    """Microsoft's answer to the question that the bot asks before it sends anything."""
    asked = {
        "grant_type": "client_credentials",
        "client_id": credentials.app_id,
        "client_secret": credentials.password,
        "scope": SCOPE,
    }
    url = f"{LOGIN}/{credentials.tenant}/oauth2/v2.0/token"
    async with (
        ClientSession(timeout=ClientTimeout(total=ANSWER_SECONDS)) as http,
        http.post(url, data=asked) as answered,
    ):
        answer = await answered.json(content_type=None)
    if not isinstance(answer, dict):
        raise ValueError("no object")
    return answer


def refusal(credentials: Credentials, answer: dict[str, Any]) -> str:
    found = answer.get("error_codes")
    codes = {code for code in found if isinstance(code, int)} if isinstance(found, list) else set()
    if codes & UNKNOWN_TENANT:
        return f"Microsoft knows no tenant {credentials.tenant}: TEAMS_TENANT_ID is wrong. {WHERE_TO_FIND}"
    if codes & UNKNOWN_APP:
        return (
            f"Microsoft knows no app {credentials.app_id} in the tenant {credentials.tenant}: "
            f"TEAMS_APP_ID or TEAMS_TENANT_ID is wrong. {WHERE_TO_FIND}"
        )
    if codes & WRONG_PASSWORD:
        return (
            "Microsoft does not take TEAMS_APP_PASSWORD. It is the secret's value, not its ID, which stands "
            f"beside it. {NEW_PASSWORD}"
        )
    if codes & EXPIRED_PASSWORD:
        return f"TEAMS_APP_PASSWORD has run out. {NEW_PASSWORD}"
    why = " ".join([str(answer.get("error", "no reason")), *(f"AADSTS{code}" for code in sorted(codes))])
    return f"Microsoft gives the bot no token ({why}). Check {', '.join(NAMES[:-1])} and {NAMES[-1]}."

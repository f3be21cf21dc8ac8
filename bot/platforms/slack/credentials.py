"""What the bot needs to be let in at Slack, and whether what the environment gives can be that."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

SLACK = "https://slack.com/api/"
NAMES = ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN")
WHERE_TO_FIND = "docs/SLACK.md says where to find it."


@dataclass(frozen=True, slots=True)
class Credentials:
    """With a `signing_secret` Slack brings what happens over HTTP, with an `app_token` over Socket Mode.

    `api_url` ends with a slash.
    """

    bot_token: str = field(repr=False)
    signing_secret: str = field(repr=False, default="")
    app_token: str = field(repr=False, default="")
    api_url: str = SLACK


def read(environ: Mapping[str, str]) -> Credentials | None:
    """None: Slack is off. Only for an environment in which `mistakes_in` finds nothing."""
    bot_token, signing_secret, app_token = (environ.get(name, "").strip() for name in NAMES)
    if not bot_token:
        return None
    url = environ.get("SLACK_API_URL", "").strip() or SLACK
    return Credentials(bot_token, signing_secret, app_token, f"{url.rstrip('/')}/")


def mistakes_in(environ: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each; never with what a setting holds, since these are secrets."""
    bot_token, signing_secret, app_token = (environ.get(name, "").strip() for name in NAMES)
    if not bot_token:
        if signing_secret or app_token:
            yield f"SLACK_BOT_TOKEN is missing, and Slack is off without it. {WHERE_TO_FIND}"
    elif not bot_token.startswith("xoxb-"):
        yield f"SLACK_BOT_TOKEN should begin with xoxb-: it is the Bot User OAuth Token. {WHERE_TO_FIND}"
    elif not (signing_secret or app_token):
        yield (
            "Slack needs a second setting: SLACK_SIGNING_SECRET where the bot has a public address, "
            f"or SLACK_APP_TOKEN where it has none. {WHERE_TO_FIND}"
        )
    if app_token and not app_token.startswith("xapp-"):
        yield f"SLACK_APP_TOKEN should begin with xapp-: it is the app-level token. {WHERE_TO_FIND}"
    if not is_address(environ.get("SLACK_API_URL", "").strip() or SLACK):
        yield f"SLACK_API_URL should look like {SLACK}; without it that is the address used."


def is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.query
    except ValueError:
        return False

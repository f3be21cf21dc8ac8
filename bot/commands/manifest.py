"""`peer-review manifest slack`: what to paste where Slack makes a new app."""

from argparse import Namespace
from ipaddress import ip_address
from urllib.parse import urlsplit

import yaml

from bot.commands.words import MISUSED, Trouble, say
from bot.platforms.slack.manifest import manifest
from bot.settings import is_web_address

# Sentences stay on their line.
WIDTH = 1000


def run(args: Namespace) -> int:
    wrong = mistake(args.url, socket=args.socket)
    if wrong:
        raise Trouble(wrong, MISUSED)
    made = manifest(None if args.socket else args.url.rstrip("/"))
    say(yaml.safe_dump(made, sort_keys=False, width=WIDTH).rstrip())
    return 0


def mistake(url: str | None, *, socket: bool) -> str:
    """A sentence for what can't be used; empty when all is well."""
    if url is None:
        return "" if socket else "Say how Slack reaches the bot: --url and its address, or --socket."
    if socket:
        return "Use --url or --socket, not both: over Socket Mode the bot calls Slack, and needs no address."
    return mistake_in_address(url, "Slack", ", or use --socket")


def mistake_in_address(url: str, caller: str, otherwise: str = "") -> str:
    """Of an address that a chat platform is to call."""
    if not is_web_address(url):
        return f"{url!r} isn't a whole web address, like https://reviews.example.org."
    if is_inside(urlsplit(url).hostname or ""):
        return f"{caller} can't reach {url} from outside. Give the bot's public address{otherwise}."
    if urlsplit(url).scheme != "https":
        return f"{caller} calls https addresses alone, and {url} is http. Give another{otherwise}."
    return ""


def is_inside(host: str) -> bool:
    """Whether only this machine or its own network can open it."""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")

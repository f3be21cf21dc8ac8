"""`peer-review demo`: the practice room, with a sample consortium in a database that is thrown away."""

import secrets
from argparse import Namespace
from ipaddress import ip_address

# Registers what the bot answers and what it says of its own accord.
import bot.handlers  # noqa: F401
from bot.commands.logs import log_to_terminal
from bot.commands.serving import serve
from bot.commands.words import warn
from bot.documents.forms import BUILT_IN
from bot.feed_routes import add_feed_routes
from bot.governor_routes import add_governor_routes
from bot.handlers import mornings
from bot.handlers.calendar_file import calendar_for
from bot.handlers.pack_addresses import ADDRESSES
from bot.handlers.paper_links import files_with
from bot.link_routes import add_link_routes
from bot.links import Links
from bot.platforms.playground.practice import Practice
from bot.platforms.playground.server import application

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 (compared with, not listened on)


def run(args: Namespace) -> int:
    log_to_terminal()
    if not is_loopback(args.host):
        warn("Others on your network can open the practice room too. It is for practice: type nothing real.")
    address = f"http://{shown(args.host)}:{args.port}"
    links = Links(address, secrets.token_urlsafe(32))
    practice = Practice(args.today, links, tick=mornings.tick)
    app = application(practice, args.host)
    add_link_routes(
        app,
        practice.sessions,
        links,
        lambda: practice.clock.now,
        calendar=calendar_for,
        addresses=ADDRESSES,
        files=files_with(BUILT_IN),
    )
    add_governor_routes(app, practice.sessions, links, lambda: practice.clock.now)
    add_feed_routes(app, practice.sessions, links, lambda: practice.clock.now)
    greeting = f"The practice room is open at {address} – press Ctrl+C to close it."
    serve(app, args.host, args.port, greeting=greeting)
    return 0


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def shown(host: str) -> str:
    """The host as a browser on this machine takes it."""
    name = EVERYWHERE.get(host, host)
    return f"[{name}]" if ":" in name else name

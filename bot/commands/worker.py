"""`peer-review worker`: deliver messages, beside one or more web processes on PostgreSQL."""

import asyncio
import signal
from argparse import Namespace

# Registers what the bot says of its own accord.
import bot.handlers  # noqa: F401
from bot import settings, worker
from bot.commands.chat import connected, links_of
from bot.commands.database import opened
from bot.commands.logs import log_to_terminal
from bot.commands.words import MISUSED, Trouble, say, warn
from bot.documents.forms import forms_in
from bot.handlers.paper_links import files_with
from storage.database import session_maker


def run(_args: Namespace) -> int:
    read = settings.from_environment()
    if read.on_sqlite:
        raise Trouble(
            "With SQLite, `peer-review web` delivers messages itself, so there is nothing to start here. "
            "A worker of its own needs PostgreSQL: set DATABASE_URL.",
            MISUSED,
        )
    log_to_terminal()
    forms = forms_in(read.templates)
    for sentence in (*forms.problems, *forms.unused):
        warn(sentence)
    links = links_of(read)
    with opened(read.database_url) as engine:
        sessions = session_maker(engine)
        platforms = connected(read, sessions, links, worker.utc_now)
        at_work = worker.running(
            read.database_url, read.executor, sessions, platforms, links, files=files_with(forms)
        )
        with at_work:
            asyncio.run(until_told_to_stop(f"Delivering messages as {read.executor}. Press Ctrl+C to stop."))
    return 0


async def until_told_to_stop(greeting: str) -> None:
    """Say the greeting, then wait for Ctrl+C or a signal to end.

    The event loop takes the signals between its steps. A handler that sets a `threading.Event` would run
    while the same thread may hold that event's lock, and then wait for itself for ever.
    """
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, told.set)
    say(greeting)
    await told.wait()

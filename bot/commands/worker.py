"""`peer-review worker`: deliver messages, beside one or more web processes on PostgreSQL."""

import signal
import threading
from argparse import Namespace
from types import FrameType

# Registers what the bot says of its own accord.
import bot.handlers  # noqa: F401
from bot import settings, worker
from bot.commands.chat import connected
from bot.commands.database import opened
from bot.commands.logs import log_to_terminal
from bot.commands.words import MISUSED, Trouble, say
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
    stopped = stop_on_signals()
    with (
        opened(read.database_url) as engine,
        worker.running(read.database_url, read.executor, session_maker(engine), connected()),
    ):
        say(f"Delivering messages as {read.executor}. Press Ctrl+C to stop.")
        stopped.wait()
    return 0


def stop_on_signals() -> threading.Event:
    stopped = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopped.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    return stopped

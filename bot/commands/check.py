"""`peer-review check`: is everything there that the bot needs?"""

from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from bot import settings
from bot.commands.chat import connected
from bot.commands.database import named, opened
from bot.commands.words import FAILED, say
from bot.settings import Settings
from storage import consortium, unsent


def run(_args: Namespace) -> int:
    """Exit code 1 when something keeps the bot from working; what is merely worth knowing is a note."""
    read = settings.from_environment()
    with opened(read.database_url) as engine, Session(engine) as session:
        say(f"ok     The database {named(read.database_url)} is there and up to date.")
        name = consortium.name(session)
        stuck = unsent.problems(session, datetime.now(UTC))
    say(f"ok     The roster: {name}." if name else "wrong  No roster yet. Run: peer-review import FILE")
    for problem, count in stuck:
        say(f"note   Waiting to be sent: {count}. {problem}".rstrip())
    for note in notes(read):
        say(f"note   {note}")
    return 0 if name else FAILED


def notes(read: Settings) -> Iterator[str]:
    if read.key_is_temporary:
        yield "SECRET_KEY is not set: links from the chat stop working when the bot is restarted."
    if read.public_url.startswith("http://127.0.0.1"):
        yield f"PUBLIC_URL is {read.public_url}: links open on this machine alone."
    if not connected():
        yield "No chat platform is connected: Slack and Teams come in later releases."

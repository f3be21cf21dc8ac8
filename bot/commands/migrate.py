"""`peer-review migrate`: bring the tables up to date."""

from argparse import Namespace

from bot import settings
from bot.commands.database import named, opened
from bot.commands.words import say
from storage import migrate


def run(_args: Namespace) -> int:
    url = settings.from_environment().database_url
    with opened(url, migrated=False) as engine:
        before = migrate.current(engine)
        migrate.upgrade(engine)
        after = migrate.current(engine)
    say(f"{named(url)} is up to date." if before == after else f"{named(url)} is now at {after}.")
    return 0

"""`python -m tests.benchmarks.own_teams OPENID`: `peer-review web` with Microsoft's keys from this address.

No setting says where they are: whoever could change it could let anyone in.
"""

import sys
from dataclasses import replace

import bot.handlers
from bot import settings
from bot.app import application
from bot.commands.database import opened
from bot.commands.logs import log_to_terminal
from bot.commands.serving import serve
from bot.documents.forms import BUILT_IN
from bot.handlers.calendar_file import calendar_for
from bot.handlers.pack_addresses import ADDRESSES
from bot.handlers.paper_links import files_with
from bot.links import Links
from bot.platforms.teams.door import add_teams
from bot.worker import utc_now
from storage.database import session_maker

assert bot.handlers.__all__


def main(openid: str) -> None:
    log_to_terminal()
    read = settings.from_environment()
    assert read.teams
    links = Links(read.public_url, read.secret_key)
    with opened(read.database_url) as engine:
        app = application(
            engine,
            links,
            utc_now,
            platforms=["teams"],
            calendar=calendar_for,
            addresses=ADDRESSES,
            files=files_with(BUILT_IN),
        )
        # Here is no Microsoft to ask for a token to answer with.
        add_teams(app, replace(read.teams, password=""), session_maker(engine), links, utc_now, openid=openid)
        serve(app, "127.0.0.1", read.port, greeting="Serving")


if __name__ == "__main__":
    main(sys.argv[1])

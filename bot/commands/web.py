"""`peer-review web`: the web application; with SQLite it delivers messages too."""

from argparse import Namespace
from contextlib import ExitStack

from bot import settings, worker
from bot.app import NOT_CONNECTED, application
from bot.commands.chat import add_doors, connected, links_of
from bot.commands.database import opened
from bot.commands.logs import log_to_terminal
from bot.commands.serving import serve
from bot.commands.words import say, warn
from bot.documents.forms import forms_in
from bot.handlers.calendar_file import calendar_for
from bot.handlers.pack_addresses import ADDRESSES
from bot.handlers.paper_links import files_with
from storage.addresses import MAIL
from storage.database import session_maker


def run(args: Namespace) -> int:
    log_to_terminal()
    read = settings.from_environment()
    if read.key_is_temporary:
        warn("SECRET_KEY is not set: links from the chat stop working when the bot is restarted.")
    if read.slack is None and read.teams is None:
        say(NOT_CONNECTED)
    forms = forms_in(read.templates)
    for sentence in (*forms.problems, *forms.unused):
        warn(sentence)
    files, links = files_with(forms), links_of(read)
    with ExitStack() as stack:
        engine = stack.enter_context(opened(read.database_url))
        sessions = session_maker(engine)
        platforms = connected(read, sessions, links, worker.utc_now)
        app = application(
            engine,
            links,
            worker.utc_now,
            platforms=platforms.keys() - {MAIL},
            calendar=calendar_for,
            addresses=ADDRESSES,
            files=files,
        )
        add_doors(app, read, sessions, links, worker.utc_now, files)
        if read.on_sqlite:
            # One process may have a SQLite file to itself, so it does everything.
            at_work = worker.running(
                read.database_url, read.executor, sessions, platforms, links, files=files
            )
            stack.enter_context(at_work)
        greeting = f"Serving {read.public_url} on port {read.port}. Press Ctrl+C to stop."
        serve(app, args.host, read.port, greeting=greeting)
    return 0

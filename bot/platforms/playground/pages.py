"""The room as HTML, whole for a first visit and in parts for a page that is already open."""

import secrets
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.cards.model import Confirm
from bot.cards.web import html
from bot.language.commands import COMMANDS
from bot.platforms.playground import clock
from bot.platforms.playground.room import Entry
from bot.platforms.playground.view import View

HERE = Path(__file__).parent
STATIC = HERE / "static"
START_AGAIN = Confirm(
    "Start again?",
    "All reviews and messages of this practice are thrown away, for every window, and the clock goes back to"
    " the first day.",
    yes="Start again",
    no="Keep going",
)
SAFE = "This is for practice: the people are made up, and nothing leaves this computer."
# What a page shows besides the messages, and can draw again while it is open.
PARTS = ("clock", "next", "due", "hint", "news", "conversations", "others")


def page(view: View, *, typed: str = "", notice: str = "") -> str:
    template = templates().get_template("page.html")
    return template.render(view=view, typed=typed, notice=notice, commands=COMMANDS, parts=parts(view))


def problem(sentence: str) -> str:
    return templates().get_template("problem.html").render(sentence=sentence)


def ask(asked: Confirm, address: str, back: str, form: Mapping[str, Sequence[str]]) -> str:
    """The question before an act, for a browser without a script; the form waits in the page meanwhile."""
    values = [(name, value) for name, given in form.items() for value in given]
    template = templates().get_template("ask.html")
    return template.render(asked=asked, address=address, back=back, values=values)


def state(view: View, since: int) -> dict[str, object]:
    """What has changed in the view after the room's revision `since`, as JSON."""
    room, entries = view.practice.room, view.entries
    return {
        "run": room.run,
        "revision": room.revision,
        "title": title(view),
        "time": time(view),
        "parts": parts(view),
        "unread": {c.name: view.unread(c) for c in view.conversations},
        "entries": [
            {"id": f"entry-{e.uid}", "title": e.card.title, "posted": e.posted, "html": entry(view, e)}
            for e in entries
            if e.version > since
        ],
    }


def parts(view: View) -> dict[str, str]:
    return {name: templates().get_template(f"{name}.html").render(view=view).strip() for name in PARTS}


def title(view: View) -> str:
    new = f"({view.unread_in_all} new) " if view.unread_in_all else ""
    return f"{new}{view.here.name} – {view.me.name} – Practice room"


def time(view: View) -> str:
    """The clock in words, for those who hear the page."""
    now = f"It is now {clock.written(view.practice.clock.now)}"
    return f"{now}. Due today: {'; '.join(view.due_today)}" if view.due_today else now


def entry(view: View, shown: Entry) -> Markup:
    template = templates().get_template("entry.html")
    return Markup(template.render(view=view, entry=shown))  # noqa: S704


def event() -> str:
    """A mark for one act, so that a second click on the same button is known for what it is."""
    return secrets.token_urlsafe(12)


@cache
def templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        html=html, event=event, entry_html=entry, title=title, start_again=START_AGAIN, safe=SAFE
    )
    made.filters.update(written=clock.written, short=clock.short, brief=clock.brief)
    return made

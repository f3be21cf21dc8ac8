"""How it all works: what somebody most likely wants first, and every command behind a button."""

from collections.abc import Collection, Mapping, Sequence

from bot.cards.model import Button, Card, Listing, Row, Text, go
from bot.cards.requests import IN_WORDS
from bot.language.commands import COMMANDS, IN_TEAMS
from bot.language.patterns import SPOKEN
from bot.rules.roles import Role

# As much as is read on a phone without scrolling far.
MOST = 4
# What each most likely wants, by the names of the commands; of several roles the first here leads.
LIKELY: Mapping[Role, tuple[str, ...]] = {
    Role.LEAD: ("home", "schedule", "digest"),
    Role.OFFICE: ("home", "digest", "year"),
    Role.MANAGEMENT: ("home", "digest", "year"),
    Role.HEAD: ("home", "papers", "day", "audit"),
    Role.CHAMPION: ("home", "workshop", "plan", "visit"),
    Role.REVIEWER: ("home", "note", "summary", "meeting"),
    Role.GOVERNOR: ("home", "calendar"),
    Role.STAFF: ("home", "papers", "day"),
}
ANYBODY = ("home", "calendar")
HOME = Button("What is mine to do", go("home.show"), "primary", aside=True)
LATER = Text("What you enter you can change later, and the history keeps what it was.", "muted")


def help_card(roles: Collection[Role], schedules: bool = False, *, in_teams: bool = False) -> Card:
    """The few things that somebody with these roles most likely wants; `schedules`: whether they may book."""
    rows = _rows(in_teams)
    schedule = (Button("Schedule a review", go("schedule.ask"), aside=True),) if schedules else ()
    return Card(
        "How to use Peer Review",
        (
            Text(IN_WORDS),
            Text(f"Or type one of these. {_written(in_teams)}"),
            Listing(tuple(rows[name] for name in likely(roles))),
            LATER,
        ),
        (HOME, *schedule, Button("All commands", go("help.all"))),
    )


def every_command(*, in_teams: bool = False) -> Card:
    """All that can be typed."""
    return Card(
        "All commands",
        (Text(f"Type one of these. {_written(in_teams)}"), Listing(tuple(_rows(in_teams).values())), LATER),
        (HOME, Button("The most useful ones", go("help.show"))),
    )


def likely(roles: Collection[Role]) -> Sequence[str]:
    found = dict.fromkeys(name for role, names in LIKELY.items() if role in roles for name in names)
    return (*found,)[:MOST] or ANYBODY


def _rows(in_teams: bool) -> Mapping[str, Row]:
    written = IN_TEAMS if in_teams else COMMANDS
    return {one.name: Row(*how) for one, how in zip(SPOKEN, written, strict=True)}


def _written(in_teams: bool) -> str:
    named = " In a channel, begin with @Peer Review." if in_teams else ""
    return f"Names and dates can be written as you would say them.{named}"

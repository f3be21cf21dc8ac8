"""`peer-review check`: is everything there that the bot needs?"""

import asyncio
from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from bot import settings
from bot.commands.database import named, opened
from bot.commands.words import FAILED, say
from bot.documents.forms import forms_in
from bot.language.commands import linking
from bot.language.say import moment
from bot.platforms.mail import checking as by_mail
from bot.platforms.slack import checking as at_slack
from bot.platforms.teams import checking as at_teams
from bot.rules.hours import today
from bot.settings import Settings
from storage import channels, consortium, pauses, unsent, year

# The worker looks every second and sweeps twice a minute: what is later than this has been left.
LATE = timedelta(minutes=5)
PLATFORMS = ("slack", "teams")


def run(_args: Namespace) -> int:
    """Exit code 1 when something keeps the bot from working; what is merely worth knowing is a note."""
    read = settings.from_environment()
    on = [name for name in PLATFORMS if getattr(read, name)]
    with opened(read.database_url) as engine, Session(engine) as session:
        say(f"ok     The database {named(read.database_url)} is there and up to date.")
        name = consortium.name(session)
        now = datetime.now(UTC)
        waiting = unsent.problems(session, now)
        without = channels.lacking(session, on) if on else ()
        wrong = [*held_up(session), *lateness(session, now)]
        resting = [*unhurried(session, now), *undated(session, now)]
    forms = forms_in(read.templates)
    wrong += forms.problems
    well, broken = asyncio.run(told(read))
    for sentence in well:
        say(f"ok     {sentence}")
    say(f"ok     The roster: {name}." if name else "wrong  No roster yet. Run: peer-review import FILE")
    for sentence in (*broken, *wrong):
        say(f"wrong  {sentence}")
    for problem, count in waiting:
        say(f"note   Waiting to be sent: {count}. {problem}".rstrip())
    for sentence in resting:
        say(f"note   {sentence}")
    for group in without:
        typed = " or ".join(linking(name) for name in on)
        say(f"note   {group} has no channel yet. Its Peer Review Lead types {typed} there.")
    for note in (*forms.unused, *notes(read)):
        say(f"note   {note}")
    return FAILED if wrong or broken or not name else 0


def held_up(session: Session) -> Iterator[str]:
    """What somebody has to mend, and for whom."""
    for whose, problem in pauses.to_mend(session):
        yield f"Messages to {whose} can’t arrive. {problem}" if whose else problem


def unhurried(session: Session, now: datetime) -> Iterator[str]:
    """What waits for the morning of a school day, so that nobody takes it for lost."""
    count, first = unsent.later(session, now)
    if first is not None:
        waits = "1 message waits" if count == 1 else f"{count} messages wait"
        yield f"{waits} for the hours of a school day, the first until {moment(first)} in London."


def undated(session: Session, now: datetime) -> Iterator[str]:
    """School years of which nobody has entered the terms."""
    for name in year.without_terms(session, today(now)):
        yield (
            f"The school year {name} has no term dates, so Monday to Friday count as school days, except for "
            "bank holidays. They belong into the roster, under year."
        )


async def told(read: Settings) -> tuple[Sequence[str], Sequence[str]]:
    """What the chat platforms and the mail server say of our credentials: what is well, and what is wrong."""
    asked = []
    if read.slack:
        asked.append(at_slack.told(read.slack))
    if read.teams and not read.teams.local:
        asked.append(at_teams.told(read.teams))
    if read.mail:
        asked.append(by_mail.told(read.mail))
    answers = await asyncio.gather(*asked)
    return [each for well, _ in answers for each in well], [each for _, wrong in answers for each in wrong]


def lateness(session: Session, now: datetime) -> Iterator[str]:
    """What should have gone by now, when nothing says why it has not."""
    count, oldest = unsent.late(session, now - LATE)
    if oldest is not None:
        yield (
            f"{count} {'message' if count == 1 else 'messages'} should have gone by now, the oldest since "
            f"{oldest:%d %B %Y, %H:%M} UTC. Is `peer-review web` or `peer-review worker` running?"
        )


def notes(read: Settings) -> Iterator[str]:
    if read.key_is_temporary:
        yield "SECRET_KEY is not set: links from the chat stop working when the bot is restarted."
    if not read.is_reached:
        yield f"PUBLIC_URL is {read.public_url}: links open on this machine alone."
    if read.slack is None:
        yield "Slack is off: SLACK_BOT_TOKEN is not set. docs/SLACK.md leads through it."
    if read.teams is None:
        yield "Teams is off: TEAMS_APP_ID is not set. docs/TEAMS.md leads through it."
    elif read.teams.local:
        yield "TEAMS_LOCAL is on: it lets everyone on this machine in, for trying the bot without Teams."
    if read.mail is None:
        yield "E-mail is off: SMTP_URL is not set. Headteachers hand the governors’ links over."
    elif read.mail.security == "none" and read.mail.user:
        yield "SMTP_URL begins with smtp://, so the password crosses the network as it is."

"""The chat platforms that this deployment is connected to, and its e-mail."""

from aiohttp import web

from bot.delivery import Platform, Platforms
from bot.links import Links
from bot.parcels import Files
from bot.platforms.mail import posting as by_mail
from bot.platforms.slack import door, posting
from bot.platforms.slack.homes import Homes
from bot.router import Clock
from bot.settings import Settings
from storage.addresses import MAIL
from storage.database import Sessions


def links_of(read: Settings) -> Links:
    return Links(read.public_url, read.secret_key, reached=read.is_reached, mailed=read.mail is not None)


def connected(read: Settings, sessions: Sessions, links: Links, clock: Clock) -> Platforms:
    """By name, for what the bot sends of its own accord."""
    platforms: dict[str, Platform] = {}
    if read.slack is not None:
        client = posting.client(read.slack.bot_token, read.slack.api_url)
        platforms["slack"] = posting.Posting(client, Homes(sessions, links, clock, client))
    if read.teams is not None:
        # Its library takes a second to load, which nobody waits for who is not on Teams.
        from bot.platforms.teams.door import posting as on_teams

        platforms["teams"] = on_teams(read.teams, sessions)
    if read.mail is not None:
        platforms[MAIL] = by_mail.Posting(read.mail, clock)
    return platforms


def add_doors(
    app: web.Application, read: Settings, sessions: Sessions, links: Links, clock: Clock, files: Files
) -> None:
    """For what people do: each platform that is on has its own way in."""
    if read.slack is not None:
        door.add_slack(app, read.slack, sessions, links, clock)
    if read.teams is not None:
        from bot.platforms.teams.door import add_teams

        add_teams(app, read.teams, sessions, links, clock, files=files)

"""The Slack app's manifest: what the bot asks of a workspace, and where Slack brings what happens there."""

from typing import Any

Manifest = dict[str, Any]

# Commands, clicks and events all come in here.
PATH = "/slack/events"

NAME = "Peer Review"
# Slack's reference takes small letters, digits, hyphens, dots and underscores alone.
BOT_NAME = "peer-review"
DESCRIPTION = "Plans school-to-school peer reviews, asks the people concerned and reminds whoever is next."
# Dark, because Slack writes on it in white.
BACKGROUND = "#1f4e5f"

COMMANDS = (
    ("/schedule-review", "Schedule a review: you see every date before you decide", "[school], [date]"),
    (
        "/peer-review",
        "See what is yours to do, and your group's reviews",
        "[papers] [meeting] [timetable] [help] [link]",
    ),
)
EVENTS = ("app_home_opened", "app_mention", "message.im")
SCOPES = (
    # People may mention the bot in a channel, in words.
    "app_mentions:read",
    "chat:write",
    "commands",
    # Whoever asks for a paper as a file gets it in their own chat.
    "files:write",
    # People may write to the bot in words, and the bot may be the first to write.
    "im:history",
    "im:write",
    # Slack gives a person's e-mail, by which the roster knows them, to those that have both.
    "users:read",
    "users:read.email",
)


def manifest(url: str | None) -> Manifest:
    """For a bot reached at this https address, no slash at its end; None is Socket Mode, without one."""
    return {
        "display_information": {
            "name": NAME,
            "description": DESCRIPTION,
            "background_color": BACKGROUND,
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": BOT_NAME, "always_online": True},
            "slash_commands": [slash_command(*command, url) for command in COMMANDS],
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {**sent_to("request_url", url), "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **sent_to("request_url", url)},
            "org_deploy_enabled": False,
            "socket_mode_enabled": url is None,
            "token_rotation_enabled": False,
        },
    }


def slash_command(name: str, description: str, hint: str, url: str | None) -> Manifest:
    return {
        "command": name,
        **sent_to("url", url),
        "description": description,
        "usage_hint": hint,
        # What is typed comes as it was typed, not with names turned into ids.
        "should_escape": False,
    }


def sent_to(key: str, url: str | None) -> Manifest:
    return {} if url is None else {key: f"{url}{PATH}"}

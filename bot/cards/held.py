"""What is said to whoever can mend it, when messages can't arrive."""

from collections.abc import Sequence

from bot.cards.common import HOME
from bot.cards.model import Card, Text

PLATFORMS = {
    "slack": "Slack",
    "teams": "Microsoft Teams",
    "practice": "the practice room",
    "mail": "e-mail",
}

SEEN_IN_TEAMS = (
    " Microsoft Teams shows me only people who have added the app Peer Review, "
    "or are in a team that has it: ask them to add it."
)


def platform_name(key: str) -> str:
    return PLATFORMS.get(key, key)


def held(whose: str, problem: str) -> Card:
    """`whose`: who does not get their messages, as the rest of "Messages to …"."""
    return Card(
        f"Messages to {whose} can’t arrive",
        (
            Text(problem, "warning"),
            Text("Nothing is lost: what is waiting goes out by itself once that is mended.", "muted"),
        ),
        (HOME,),
    )


def no_account(name: str, platforms: Sequence[str]) -> str:
    """Why a message to somebody waits, when they were looked for on these platforms."""
    where = " or ".join(map(platform_name, platforms))
    return (
        f"{name} has no account on {where} with the e-mail address of the roster. "
        f"Ask them to join with it, or correct the roster.{SEEN_IN_TEAMS if 'teams' in platforms else ''}"
    )


def account_taken(name: str, platform: str, owner: str) -> str:
    """Why it waits, when the account that was found is known as somebody else’s."""
    return (
        f"The account on {platform_name(platform)} with {name}’s e-mail address is known as {owner}’s. "
        "Ask both which account they use, and correct the roster."
    )

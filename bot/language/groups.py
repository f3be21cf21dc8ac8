"""The group that is meant by what is typed in its channel."""

import re

from bot.language import names
from bot.language.names import Match, Names

# "group 2's channel", "the channel of group 2", "group 2 here", "our group".
AROUND = re.compile(
    r"^(?:the\s+)?channel\s+(?:of|for)\b|['’]s?\s+channel\s*$|\b(?:channel|here)\s*$", re.IGNORECASE
)
OWN = re.compile(r"(?:my|our|the|this)?\s*(?:group)?", re.IGNORECASE)


def which(text: str, groups: Names) -> Match | None:
    """Which of the groups; None where none is named: "my group" names none."""
    named = AROUND.sub(" ", text.strip(" \t\r\n,.!?")).strip() if len(text) <= names.LONGEST else text
    return None if OWN.fullmatch(named.removesuffix("’s").removesuffix("'s")) else names.match(named, groups)

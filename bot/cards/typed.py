"""Where a typed line leads, on whichever platform it was typed."""

from bot.cards.model import Go
from bot.language.commands import command


def asked(typed: str) -> Go:
    """The route of a typed line; what is no command gets the help."""
    found, rest = command(typed)
    if found is None:
        return Go("help.show", {"said": typed})
    return Go(found.said_route or found.route, {"said": rest}) if rest else Go(found.route)

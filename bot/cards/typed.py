"""Where a typed line leads, on whichever platform it was typed."""

from bot.cards.model import Go
from bot.language import sentences
from bot.language.commands import command, without_name


def asked(typed: str) -> Go:
    """The route of a typed line: of a command, of a plain sentence, or else what is nearest to it."""
    found, rest = command(typed)
    if found and found.name == "schedule" and rest and "review" not in without_name(typed.casefold()):
        # It may be something else that is to be scheduled.
        return to("schedule.find", rest)
    if found:
        return to((rest and found.said_route) or found.route, rest)
    wish = sentences.understood(typed)
    return to(wish.route, wish.said) if wish else Go("help.show", {"said": typed})


def to(route: str, said: str) -> Go:
    return Go(route, {"said": said}) if said else Go(route)

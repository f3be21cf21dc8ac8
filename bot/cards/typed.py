"""Where a typed line leads, on whichever platform it was typed."""

from bot.cards.model import Go
from bot.language.commands import command


def asked(typed: str) -> Go:
    """The route of a typed line; what is no command gets the help."""
    name, rest = command(typed)
    match name:
        case "schedule":
            return Go("schedule.ask", {"said": rest})
        case "link":
            return Go("channel.link", {"said": rest})
        case "papers":
            return Go("pack.find", {"said": rest})
        case "meeting":
            return Go("meeting.find", {"said": rest})
        case "day":
            return Go("day.find", {"said": rest} if rest else {})
        case "note":
            return Go("team_notes.typed", {"said": rest}) if rest else Go("team_notes.find")
        case "all actions":
            return Go("files.actions")
        case "feedback":
            return Go("feedback.find", {"said": rest})
        case "summary":
            return Go("summary.find", {"said": rest})
        case "workshop":
            return Go("workshop.find", {"said": rest} if rest else {})
        case "plan":
            return Go("plan.find", {"said": rest} if rest else {})
        case "audit":
            return Go("audit.find", {"said": rest})
        case "visit":
            return Go("visit.find", {"said": rest})
        case "home":
            return Go("home.show")
        case "help":
            return Go("help.show")
        case _:
            return Go("help.show", {"said": typed})

"""What was typed is not understood: that is said, with the two nearest things that this person can do."""

from bot.cards import requests as say
from bot.cards.model import Card
from bot.language import schools
from bot.language.commands import TEAMS, without_name
from bot.language.names import Exact, Names
from bot.language.nearest import nearest
from bot.router import Refused, Turn
from storage import standing

NOT_HERE = "I know of no review at {} that you may see."


def not_understood(turn: Turn, said: str, verb: str = "") -> Card:
    """A school that was named goes along to either of them; `verb` is what was understood of it."""
    leads = standing.led_groups(turn.asker, turn.today) != []
    offered = nearest(f"{verb} {without_name(said.strip())}", leads=leads)
    return say.not_understood(said, offered, school_named(turn, said), in_teams=turn.platform == TEAMS)


def school_named(turn: Turn, said: str) -> str:
    known = every_school(turn)
    named = set(dict(schools.within(said, known)).values())
    return known[named.pop()][0] if len(named) == 1 else ""


def raise_if_school(turn: Turn, said: str, sentence: str) -> None:
    """A school of the consortium was named, and nothing of it is there for this person."""
    known = every_school(turn)
    match schools.school_in(said, known):
        case Exact(school):
            raise Refused(sentence.format(known[school][0]))
        case _:
            return


def every_school(turn: Turn) -> Names:
    found = turn.directory.schools_in(list(turn.directory.groups), turn.today)
    return {school.id: (school.name,) for school, _ in found}

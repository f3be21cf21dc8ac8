"""Whose paperwork is meant: by the school that was typed, or the only review that fits."""

from collections.abc import Sequence

from bot.cards import pack_choice as say
from bot.cards.model import Card
from bot.handlers.pack_access import shown
from bot.language import names
from bot.language.names import Exact, Likely
from bot.router import Refused, Turn, id_in, on
from storage import packs, standing
from storage.models import Review


@on("pack.find")
def find(turn: Turn) -> Card:
    found, said = within_reach(turn), turn.args.get("said", "")
    if not said:
        to_come = [one for one in found if one.postponed_at or one.day >= turn.today]
        return one_of(turn, to_come or found)
    match names.match(said, {one.school_id: (one.school.name,) for one in found}):
        case Exact(school):
            of_school = [one for one in found if one.school_id == school]
            to_come = [one for one in of_school if one.postponed_at or one.day >= turn.today]
            return one_of(turn, to_come or of_school)
        case Likely(schools):
            return say.ask_which([one for one in found if one.school_id in schools], said=said)
        case _:
            return say.ask_which(found, said=said)


@on("pack.which")
def which(turn: Turn) -> Card:
    """Another page of them."""
    return say.ask_which(within_reach(turn), id_in(turn.args.get("page", "")) or 0)


def one_of(turn: Turn, found: Sequence[Review]) -> Card:
    return shown(turn, found[0]) if len(found) == 1 else say.ask_which(found)


def within_reach(turn: Turn) -> Sequence[Review]:
    asker, today = turn.asker, turn.today
    led = standing.led_groups(asker, today)
    found = packs.within_reach(
        turn.session,
        asker.id,
        standing.headed_schools(asker, today),
        standing.own_schools(asker, today),
        list(turn.directory.groups) if led is None else led,
        today,
    )
    if not found:
        raise Refused(say.NONE)
    return found

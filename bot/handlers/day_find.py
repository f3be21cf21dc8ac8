"""Whose day is meant by what was typed: found, asked about, or nobody's; never guessed in silence."""

from collections.abc import Sequence

from bot.cards import day_find as say
from bot.cards.common import ECHOED
from bot.cards.model import Card
from bot.cards.words import shortened
from bot.handlers.day import shown
from bot.language import names
from bot.language.names import Exact, Likely
from bot.router import Turn, id_in, on
from storage import days, standing
from storage.models import Review


@on("day.find")
def find(turn: Turn) -> Card:
    """Never a form: in a channel it would stand there for all to read."""
    reviews, said = within_reach(turn), turn.args.get("said", "")
    found = called(said, reviews) if said else list(reviews)
    # What is still to come is what people ask for.
    meant = [review for review in found if review.day >= turn.today] or found
    if len(meant) == 1 and is_plain(said, reviews):
        return shown(turn, meant[0])
    page = id_in(turn.args.get("page", "")) or 0
    typed = shortened(said, ECHOED)
    sorry = f"I couldn’t find “{typed}” among the reviews whose timetable you can see." if said else ""
    return say.which(meant or reviews, turn.today, page, "" if meant else sorry)


def within_reach(turn: Turn) -> Sequence[Review]:
    """The reviews of which this person may see at least whether the timetable is final."""
    led = standing.led_groups(turn.asker, turn.today)
    groups = list(turn.directory.groups) if led is None else led
    schools = standing.headed_schools(turn.asker, turn.today)
    return days.within_reach(turn.session, turn.asker.id, schools, groups, turn.today)


def called(said: str, reviews: Sequence[Review]) -> list[Review]:
    match matched(said, reviews):
        case Exact(school):
            return [review for review in reviews if review.school_id == school]
        case Likely(schools):
            return [review for review in reviews if review.school_id in schools]
        case _:
            return []


def is_plain(said: str, reviews: Sequence[Review]) -> bool:
    return not said or isinstance(matched(said, reviews), Exact)


def matched(said: str, reviews: Sequence[Review]) -> names.Match:
    return names.match(said, {review.school_id: [review.school.name] for review in reviews})

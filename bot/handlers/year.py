"""The year at a glance: whoever asks for it gets links to it as a page and as a table."""

from bot.cards import year as say
from bot.cards.model import Card
from bot.handlers.paper_files import address
from bot.handlers.reading import reader_of
from bot.handlers.year_links import PAGE, TABLE
from bot.handlers.year_reading import may_open
from bot.router import Refused, Turn, on
from bot.rules.year import Year
from storage import year

NOT_YOURS = "How the groups stand is for the schools, the Management Group and the Consortium Office."
NO_YEAR = "The roster has no school year yet. The Consortium Office can add one."


@on("year.show")
def show(turn: Turn) -> Card:
    """The year that is on, the next one to begin, or the one that is asked for."""
    if not may_open(reader_of(turn)):
        raise Refused(NOT_YOURS)
    known = year.years(turn.session)
    wanted = turn.id("year") if "year" in turn.args else current(turn, list(known.items()))
    if wanted not in known:
        raise Refused(NO_YEAR)
    others = [(number, one.name) for number, one in known.items() if number != wanted]
    page, table = address(turn, PAGE, wanted), address(turn, TABLE, wanted)
    return say.show(known[wanted].name, page, table, others[-say.MOST_OTHERS :])


def current(turn: Turn, known: list[tuple[int, Year]]) -> int:
    on_now = (number for number, one in known if turn.today <= one.ends)
    return next(on_now, known[-1][0] if known else 0)

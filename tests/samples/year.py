"""Samples of the links to the year at a glance."""

from bot.cards import year as say
from tests.samples import made
from tests.samples.paper_files import LONGEST, SHORT, USUAL
from tests.samples.registry import Three, samples

LONG_NAME = made.filled("2017-18 & ", 60)


@samples(say.show)
def show() -> Three:
    others = [(made.BIG + n, f"{n} {LONG_NAME}") for n in range(say.MOST_OTHERS)]
    return Three(
        say.show("2017-18", SHORT, SHORT, ()),
        say.show("2017-18", USUAL, USUAL, [(2, "2018-19")]),
        say.show(LONG_NAME, LONGEST, LONGEST, others),
    )

"""Samples of the addresses of calendars."""

from bot.cards import feeds as say
from bot.cards.feeds import Feed
from bot.cards.model import go
from bot.handlers.feed_reading import MINE, OF_GROUP
from tests.chat import LINKS
from tests.samples import made
from tests.samples.registry import Three, samples

MY_OWN = Feed("My own dates", LINKS.feed(MINE, 4, 0), go("feeds.renew", serial=0))
GROUP = Feed("All dates of Collaborative Group 2", LINKS.feed(OF_GROUP, 2, 1), None)
LONGEST = Feed(
    f"All dates of {made.school(1).name}",
    f"https://review.example/{'x' * 500}.ics",
    go("feeds.renew_group", group=made.BIG, serial=made.BIG),
)


@samples(say.show)
def show() -> Three:
    return Three(
        say.show([MY_OWN], 0),
        say.show([MY_OWN, GROUP], 0, said=say.RENEWED),
        say.show([LONGEST] * made.REVIEWS, 1, "http://127.0.0.1:8000", warning=say.RENEWED_MEANWHILE),
    )


@samples(say.renewed)
def renewed() -> Three:
    longest = say.renewed(made.school(1).name)
    return Three(say.renewed("G"), say.renewed("Collaborative Group 2"), longest)

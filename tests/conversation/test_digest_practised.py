"""In the practice room a digest comes at its own hour, however far the clock is moved."""

from datetime import date

from bot.handlers import mornings
from bot.platforms.playground.clock import written
from bot.platforms.playground.practice import Practice
from bot.platforms.playground.room import Place
from tests.chat import LINKS
from tests.conversation.conftest import KATE


async def test_whoever_goes_a_week_forward_finds_mondays_digest() -> None:
    practice = Practice(date(2017, 11, 1), LINKS, tick=mornings.tick)
    await practice.open()
    try:
        await practice.forward(14)
        found = [
            (written(entry.at), entry.card.title)
            for entry in practice.room.entries(KATE, Place(channel="group-2"))
        ]
    finally:
        await practice.close()
    # The practice begins on a Wednesday, and finds that week's still to be sent.
    assert found == [
        ("Wednesday 1 November 2017, 09:00", "Collaborative Group 2: the week of Monday 30 October 2017"),
        ("Monday 6 November 2017, 08:00", "Collaborative Group 2: the week of Monday 6 November 2017"),
        ("Monday 13 November 2017, 08:00", "Collaborative Group 2: the week of Monday 13 November 2017"),
    ]

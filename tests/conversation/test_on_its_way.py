"""What changes while a message is on its way: it was drawn before, and must not stay as it was."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from bot.cards.model import Card, Go
from storage.addresses import Address
from tests.chat import Chat, Room, World
from tests.conversation.auditing import MINE, SHOW, plan_sent
from tests.conversation.conftest import CHIDI, PRIYA, booked
from tests.conversation.papering import MARGARET, send, written
from tests.conversation.test_day import TYPED
from tests.conversation.test_day_asked import THANKS
from tests.conversation.test_day_who import joint_head
from tests.conversation.test_mornings import tick


@dataclass
class Slow(Room):
    """While a message that says this to somebody is under way, something happens once."""

    says: str = ""
    to: str = ""
    happens: Callable[[], object] | None = None

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        if self.happens and to.conversation == self.to and self.says in card.title:
            happens, self.happens = self.happens, None
            await asyncio.to_thread(happens)
        return await super().send(to, card, key)


def test_a_paper_on_its_way_to_the_head_shows_who_signed_meanwhile(world: World) -> None:
    room = Slow(says="ummary", to=PRIYA)
    world.room = room
    written(world)
    room.happens = quietly(world.person(MARGARET), "paper.sign?sent=1")
    send(world)
    assert room.happens is None
    world.send_waiting()
    card = world.person(PRIYA).read("ummary")
    assert "Margaret Osei (governor), Fri 8 Dec" in str(card)


def test_a_request_for_a_timetable_that_came_meanwhile_says_thank_you(world: World) -> None:
    booked(world)
    ellie = joint_head(world)
    ellie.open("day.ask?review=1")
    world.room = room = Slow(world.room.posts, says="Please send the timetable", to=PRIYA)
    room.happens = lambda: ellie.click_quietly("Send to the team", rows=TYPED)
    tick(world, 4, 10, 0)
    assert room.happens is None
    world.send_waiting()
    assert THANKS in world.person(PRIYA).titles()


def test_a_request_for_lines_that_came_meanwhile_says_so(world: World) -> None:
    priya = plan_sent(world).person(PRIYA)
    priya.open(SHOW)
    chidi = world.person(CHIDI)
    chidi.open(MINE)
    world.room = room = Slow(world.room.posts, says="Please fill in", to=CHIDI)
    room.happens = lambda: chidi.click_quietly("Save it", visit="In the summer")
    priya.click("Ask them")
    assert room.happens is None
    world.send_waiting()
    assert not any(title.startswith("Please fill in") for title in chidi.titles())


def quietly(who: Chat, token: str) -> Callable[[], object]:
    """Press it without anything being sent for it."""
    return lambda: who.ask(Go.parse(token), {})

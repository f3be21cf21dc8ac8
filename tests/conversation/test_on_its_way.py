"""What changes while a message is on its way: it was drawn before, and must not stay as it was."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from bot.cards.model import Card, Go
from storage.addresses import Address
from tests.chat import Chat, Room, World
from tests.conversation.auditing import MINE, SHOW, plan_sent
from tests.conversation.conftest import BEN, CHIDI, PRIYA, booked
from tests.conversation.packing import packing
from tests.conversation.papering import MARGARET, send, written
from tests.conversation.test_day import SENT, TYPED, head_with_form
from tests.conversation.test_day_asked import THANKS
from tests.conversation.test_day_who import joint_head
from tests.conversation.test_mornings import reminded_before, tick
from tests.conversation.test_pack_longer import TITLE


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
    reminded_before(world)
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


def test_a_timetable_on_its_way_gives_way_to_the_one_that_came_meanwhile(world: World) -> None:
    send_while(world, meanwhile(world, "day.ask?review=1", "Send to the team", rows="9 Assembly, Hall"))
    told = world.person(BEN).messages
    assert not [card.title for card in told if "Phonics" in str(card)]
    assert [card.title for card in told if "Assembly" in str(card)] == [SENT]


def test_a_timetable_on_its_way_that_is_taken_back_does_not_stay(world: World) -> None:
    send_while(world, meanwhile(world, "day.show?review=1", "Take it back"))
    assert "Phonics" not in str(world.person(BEN).messages)


def test_a_day_for_the_paperwork_on_its_way_gives_way_to_the_one_given_anew(world: World) -> None:
    """Of which the team hears that it is given at all, since the one before was taken back."""
    priya = packing(world)
    priya.click("Need longer")
    world.room = room = Slow(world.room.posts, says="The paperwork needs longer", to=BEN)
    off = meanwhile(world, "longer.ask?review=1&part=pack", "No longer needed")
    anew = meanwhile(world, "longer.ask?review=1&part=pack", "Tell the review team", day="Tues 28 Nov")
    room.happens = lambda: (off(), anew())
    priya.click("Tell the review team", day="Mon 27 Nov", why="")
    assert room.happens is None
    world.send_waiting()
    assert [title for title in world.person(BEN).titles() if "needs longer" in title] == [TITLE]


def send_while(world: World, happens: Callable[[], object]) -> None:
    """The headteacher sends the timetable of the day; it happens while Ben's is on its way."""
    priya = head_with_form(world)
    world.room = room = Slow(world.room.posts, says="imetable for the day", to=BEN, happens=happens)
    priya.click("Send to the team", rows=TYPED)
    assert room.happens is None
    world.send_waiting()


def meanwhile(world: World, route: str, label: str, **fields: str) -> Callable[[], object]:
    """The headteacher goes there and presses the button, without anything being sent for it."""

    def happens() -> object:
        priya = world.person(PRIYA)
        priya.card = priya.ask(Go.parse(route), {})
        return priya.click_quietly(label, **fields)

    return happens


def quietly(who: Chat, token: str) -> Callable[[], object]:
    """Press it without anything being sent for it."""
    return lambda: who.ask(Go.parse(token), {})

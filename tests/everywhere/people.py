"""Whoever has a task, in the practice room, on Slack and on Teams: each counts what they do.

The room of the tests delivers in a loop of its own, and so is asked in a thread.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.cards.model import Card, Go
from bot.handlers import mornings
from tests.chat import Chat, Fields, World
from tests.conversation.conftest import PRIYA
from tests.conversation.test_day import TYPED
from tests.everywhere.interactions import LIST, MESSAGE, SENT, Count
from tests.slack import person as slack
from tests.slack.running import Running as OnSlack
from tests.teams import person as teams
from tests.teams.running import Running as OnTeams


def pass_by(world: World | OnSlack | OnTeams) -> None:
    """The worker writes what is due by now."""
    with world.sessions.begin() as session:
        mornings.tick(session, world.now)


class Counted(Chat):
    """`brought` counts what reaches the bot, whatever it is."""

    brought = 0

    def ask(self, to: Go, fields: Fields, place: str = "") -> Card:
        self.brought += 1
        return super().ask(to, fields, place)


@dataclass
class InPractice:
    world: World
    email: str = PRIYA
    count: Count = field(default_factory=Count)

    def __post_init__(self) -> None:
        self.chat = Counted(self.world, self.email)

    async def keeps_draft(self) -> None:
        await asyncio.to_thread(self.chat.open, "day.ask?review=1")
        await asyncio.to_thread(self.chat.click, "Keep as draft", rows=TYPED)

    async def is_asked(self, by: str, said: str) -> None:
        pass_by(self.world)
        await asyncio.to_thread(self.world.send_waiting)
        if by == LIST:
            assert said in str(await asyncio.to_thread(self.chat.type, "what is mine"))
        else:
            self.chat.read(said)
        self.chat.brought = 0

    async def opens(self, label: str, row: str = "") -> None:
        assert not self.chat.card.is_form
        await asyncio.to_thread(self.chat.press, label, row, {})
        self.count.opened += 1
        self.count.brought = self.chat.brought

    async def sends(self, label: str, fields: Mapping[str, str]) -> None:
        assert self.chat.card.buttons[0].label == label
        assert self.chat.card.is_form
        await asyncio.to_thread(self.chat.click, label, **fields)
        self.count.filled += len(fields)
        self.count.sent += 1
        self.count.brought = self.chat.brought

    async def acts(self, label: str) -> None:
        assert not self.chat.card.is_form
        await asyncio.to_thread(self.chat.press, label, "", {})
        self.count.sent += 1
        self.count.brought = self.chat.brought

    async def sees(self, said: str) -> None:
        assert said in str(self.chat.card)


@dataclass
class AtSlack:
    at_work: OnSlack
    person: slack.Someone
    count: Count = field(default_factory=Count)

    async def keeps_draft(self) -> None:
        await self._home()
        await self.person.click("Add timetable", row="Timetable for the day")
        await self.person.fill(rows=TYPED)
        await self.person.click("Keep as draft")
        await self.person.sees("This is a draft: the team has not seen it.")
        await self.person.close(all_of_them=True)

    async def is_asked(self, by: str, said: str) -> None:
        await self._home()
        if by == LIST:
            assert said in await self.person.home()
        else:
            pass_by(self.at_work)
            await self.person.read(said)
        self.person.answers.clear()

    async def _home(self) -> None:
        """Now that she has come to Slack, she is written to there."""
        await self.person.open_home()
        await self.person.home()

    async def opens(self, label: str, row: str = "") -> None:
        await self.person.click(label, row=row)
        self.count.opened += 1
        self.count.brought = len(self.person.answers)

    async def acts(self, label: str) -> None:
        await self.person.click(label)
        self.count.sent += 1
        self.count.brought = len(self.person.answers)

    async def sends(self, label: str, fields: Mapping[str, str]) -> None:
        await self.person.fill(fields)
        place = await self.person.before()
        assert place.labels[0] == label
        # A window has a button of Slack's own for it, a message one of the card's.
        await (self.person.submit() if place.kind == "modal" else self.person.click(label))
        self.count.filled += len(fields)
        self.count.sent += 1
        self.count.brought = len(self.person.answers)

    async def sees(self, said: str) -> None:
        if self.person.modal:
            await self.person.sees(said)
        else:
            # The answer takes the message's place, and soon after the message says for good what was done.
            await self.person.read("has sent it to the review team" if said == SENT else said)


@dataclass
class AtTeams:
    at_work: OnTeams
    person: teams.Someone
    count: Count = field(default_factory=Count)
    asked_by: str = LIST

    async def keeps_draft(self) -> None:
        await self.person.say("what is mine")
        await self.person.click("Add timetable", row="Timetable for the day")
        await self.person.click("Keep as draft", rows=TYPED)
        await self.person.sees("This is a draft: the team has not seen it.")

    async def is_asked(self, by: str, said: str) -> None:
        self.asked_by = by
        await self.person.say("what is mine")
        if by == LIST:
            await self.person.sees(said)
        else:
            pass_by(self.at_work)
            await self.person.read(said)
        self.person.answers.clear()

    async def opens(self, label: str, row: str = "") -> None:
        await self.person.click(label, row=row)
        self.count.opened += 1
        self.count.brought = len(self.person.answers)

    async def acts(self, label: str) -> None:
        await self.person.click(label)
        self.count.sent += 1
        self.count.brought = len(self.person.answers)

    async def sends(self, label: str, fields: Mapping[str, str]) -> None:
        await self.person.click(label, fields)
        self.count.filled += len(fields)
        self.count.sent += 1
        self.count.brought = len(self.person.answers)

    async def sees(self, said: str) -> None:
        if said == SENT and self.asked_by == MESSAGE:
            # The answer takes the message's place, and soon after the message says for good what was done.
            await self.person.read("has sent it to the review team")
        else:
            await self.person.sees(said)

"""People at Teams, as those who prepare a review."""

from datetime import date

from tests.chat import World
from tests.conversation.conftest import OFFICE
from tests.governor.reader import opened
from tests.patience import patiently
from tests.preparing import hours
from tests.preparing.people import Page, Said
from tests.teams.person import Someone
from tests.teams.reader import Shown
from tests.teams.running import Running
from tests.teams.seed import channel


class Player:
    def __init__(self, someone: Someone) -> None:
        self.someone = someone
        self._seen = 0

    async def type(self, line: str) -> None:
        self._look_up()
        await self.someone.say(line)

    async def read(self, *words: str) -> None:
        await self.someone.read(words[0], also=words[1:])

    async def sees(self, *words: str) -> None:
        """Where it was, or in what has come into the chat since they did something last."""

        async def look() -> Shown:
            there = [self.someone.card, *self.someone.messages()[self._seen :]]
            found = [shown for shown in there if all(one in shown for one in words)]
            assert found, f"no {words} in {[str(shown) for shown in there]}"
            return found[-1]

        shown = await patiently(look, "")
        if shown.message.id != self.someone.card.message.id:
            await self.someone.read(str(shown))

    async def press(self, label: str, /, *, row: str = "", **fields: Said) -> None:
        self._look_up()
        await self.someone.click(label, fields, row=row, at=self.someone.card)

    def _look_up(self) -> None:
        self._seen = len(self.someone.messages())

    async def holds(self, field: str) -> str:
        return self.someone.card.values[field]

    async def all_of_it(self) -> str:
        return str(self.someone.card.card)

    async def told(self) -> str:
        return str([shown.card for shown in self.someone.messages()])


class TeamsStage:
    def __init__(self, at_work: Running) -> None:
        self.at_work = at_work
        self._people: dict[str, Player] = {}

    async def person(self, email: str) -> Player:
        if email not in self._people:
            self._people[email] = Player(await self.at_work.person(email))
        return self._people[email]

    async def page(self, path: str) -> Page:
        return await opened(World(self.at_work.sessions, now=self.at_work.now), path)

    async def channel(self) -> str:
        office = await self.at_work.person(OFFICE)
        return str([shown.card for shown in office.messages(channel("group-2"))])

    async def go_to(self, day: date) -> None:
        await hours.go_to(self.at_work, day)

    async def settled(self) -> None:
        await hours.settled(self.at_work)

"""People at Slack, as those who prepare a review."""

from datetime import date

from tests.chat import World
from tests.conversation.conftest import OFFICE
from tests.governor.reader import opened
from tests.patience import patiently
from tests.preparing import hours
from tests.preparing.people import Page, Said
from tests.slack import inputs
from tests.slack.person import Someone
from tests.slack.places import Place
from tests.slack.running import Running


class Player:
    """Whoever turns to something else closes first what lies over it."""

    def __init__(self, someone: Someone) -> None:
        self.someone = someone
        self._seen = 0

    async def type(self, line: str) -> None:
        await self._put_away()
        self._seen = len(await self.someone.chat())
        if line.startswith("/"):
            command, _, text = line.partition(" ")
            await self.someone.command(command, text)
        else:
            await self.someone.say(line)
            await self._look_at_answer()

    async def _look_at_answer(self) -> None:
        """What they wrote themselves has no blocks."""

        async def look() -> Place:
            answers = [place for place in await self._new() if place.blocks]
            assert answers, "the bot has not answered"
            return answers[-1]

        await self.someone.read(str(await patiently(look, "")))

    async def read(self, *words: str) -> None:
        await self._put_away()

        await self.someone.read(words[0], also=words[1:])

    async def sees(self, *words: str) -> None:
        async def look() -> bool:
            there = [await self.someone.before(), *await self._new()]
            shown = [f"{place.title}\n{place}\n{self.someone.errors}" for place in there]
            found = [place for place, text in zip(there, shown, strict=True) if all(w in text for w in words)]
            assert found, f"no {words} in {shown}"
            if found[-1].kind == "message":
                await self.someone.read(str(found[-1]))
            return True

        await patiently(look, "")

    async def _new(self) -> list[Place]:
        """What has come into the chat since they did something last, for who has no modal over it."""
        return [] if self.someone.modal else (await self.someone.chat())[self._seen :]

    async def press(self, label: str, /, *, row: str = "", **fields: Said) -> None:
        if fields:
            await self.someone.fill(fields)
        modal = self.someone.modal
        self._seen = len(await self.someone.chat())
        if modal and (modal.data.get("submit") or {}).get("text") == label:
            await self.someone.submit()
        else:
            await self.someone.click(label, row=row)

    async def holds(self, field: str) -> str:
        place = await self.someone.before()
        block = inputs.block_of(place.blocks, field)
        return str(place.values[block["block_id"]][block["element"]["action_id"]]["value"])

    async def all_of_it(self) -> str:
        return str((await self.someone.before()).data)

    async def told(self) -> str:
        return str([place.data for place in await self.someone.chat()])

    async def _put_away(self) -> None:
        if self.someone.modal:
            await self.someone.close(all_of_them=True)


class SlackStage:
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
        channel = await self.at_work.slack.channel("group-2")
        return str([place.data for place in await office.messages(channel)])

    async def go_to(self, day: date) -> None:
        await hours.go_to(self.at_work, day)

    async def settled(self) -> None:
        await hours.settled(self.at_work)

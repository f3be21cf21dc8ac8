"""A governor at their page, for those who play on a chat platform that has no browser."""

from html import unescape

from tests.chat import World
from tests.governor.pages import Forms, Governor


class Reader:
    def __init__(self, page: Governor) -> None:
        self.at = page

    async def sees(self, *words: str) -> None:
        missing = [one for one in words if one not in unescape(self.at.text)]
        assert not missing, f"no {missing} in {self.at.text}"

    async def press(self, label: str, /, **fields: str) -> None:
        forms = Forms(self.at.text)
        [what] = [value for value, shown in forms.labels.items() if shown == label]
        given = {**forms.forms[forms.presses[what]], **fields, "do": what}
        await self.at.asks("POST", given)


async def opened(world: World, path: str) -> Reader:
    page = Governor(world, path, code="")
    await page.asks("GET")
    return Reader(page)

"""People at a phone in the practice room, as those who prepare a review."""

from datetime import date, timedelta
from functools import partial

from playwright.async_api import Browser, Locator, Page, expect

from bot.platforms.playground.practice import Practice
from tests.patience import until
from tests.practice.windows import PHONE, fits, window
from tests.preparing.hours import waiting
from tests.preparing.people import Said

WEEK = timedelta(days=7)


class Player:
    """`entry` is what they look at; every card fits the screen on which it is read."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.entry = page.locator(".entry").last

    async def type(self, line: str) -> None:
        await self.page.get_by_label("Type a command").fill(line)
        await self._send(self.page.get_by_role("button", name="Send", exact=True))

    async def read(self, *words: str) -> None:
        found = self.page.locator(".entry")
        for one in words:
            found = found.filter(has_text=one)
        await expect(found.last).to_be_visible()
        self._look_at(await found.last.get_attribute("id") or "")
        await fits(self.page)

    async def sees(self, *words: str) -> None:
        for one in words:
            await expect(self.entry).to_contain_text(one)
        await fits(self.page)

    async def press(self, label: str, /, *, row: str = "", **fields: Said) -> None:
        for name, said in fields.items():
            await fill(self.entry, name, said)
        titled = self.entry.locator(".listing > li").filter(has=self.page.locator(".row-title", has_text=row))
        where = titled if row else self.entry
        await self._send(where.get_by_role("button", name=label, exact=True))

    async def _send(self, button: Locator) -> None:
        """And look at the answer, wherever it stands."""
        asks = await button.get_attribute("data-confirm-title")
        async with self.page.expect_response(lambda found: found.request.method == "POST") as brought:
            await button.click()
            if asks:
                await self.page.locator("#confirm-yes").click()
        answer = await (await brought.value).json()
        await expect(self.page.locator("form[aria-busy=true]")).to_have_count(0)
        assert not answer["failed"], answer
        self._look_at(answer["focus"])

    def _look_at(self, entry: str) -> None:
        assert entry, "nothing has come"
        self.entry = self.page.locator(f"#{entry}")

    async def holds(self, field: str) -> str:
        return await self.entry.locator(f"[name={field}]").input_value()

    async def all_of_it(self) -> str:
        return await self.entry.inner_html()

    async def told(self) -> str:
        return await self.page.locator("#entries").inner_html()


async def fill(card: Locator, name: str, said: Said) -> None:
    """A box to type in, one list or several, boxes to tick; what is chosen by the words that stand there."""
    boxes = card.locator(f"[name={name}][type=checkbox]")
    lists = card.locator(f"select[name={name}], select[name^='{name}.']")
    if await boxes.count():
        for box in await boxes.all():
            label = (await box.locator("xpath=..").inner_text()).strip()
            await box.set_checked(label in said)
    elif await lists.count():
        for number, one in enumerate([said] if isinstance(said, str) else said):
            if number:
                group = lists.first.locator("xpath=ancestor::fieldset")
                await group.get_by_role("button", name="Add another").click()
            await lists.nth(number).select_option(label=one)
    else:
        assert isinstance(said, str), f"{said!r} cannot be typed"
        await card.locator(f"[name={name}]").fill(said)


class Opened:
    """A page of the bot's own, at a phone."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def sees(self, *words: str) -> None:
        for one in words:
            await expect(self.page.locator("body")).to_contain_text(one)
        await fits(self.page)

    async def press(self, label: str, /, **fields: str) -> None:
        for name, said in fields.items():
            await self.page.locator(f"[name={name}]:visible").fill(said)
        async with self.page.expect_navigation():
            await self.page.get_by_role("button", name=label, exact=True).click()


class RoomStage:
    """Everybody has a window of their own."""

    def __init__(self, browser: Browser, practice: Practice, address: str) -> None:
        self.browser, self.practice, self.address = browser, practice, address
        self._people: dict[str, Player] = {}

    async def person(self, email: str) -> Player:
        if email not in self._people:
            self._people[email] = Player(await self._window(email, "peer-review"))
        return self._people[email]

    async def _window(self, email: str, place: str) -> Page:
        return await window(self.browser, f"{self.address}/?as={email}&in={place}", PHONE)

    async def page(self, path: str) -> Opened:
        width, height = PHONE
        context = await self.browser.new_context(viewport={"width": width, "height": height})
        page = await context.new_page()
        await page.goto(self.address + path)
        return Opened(page)

    async def channel(self) -> str:
        anybody = next(iter(self._people))
        return await (await self._window(anybody, "group-2")).locator("#entries").inner_html()

    async def go_to(self, day: date) -> None:
        """With the clock of the room, a week or a day at a time."""
        await self.settled()
        page = next(iter(self._people.values())).page
        while (today := self.practice.clock.today) < day:
            step, button = (7, "+1 week") if day - today >= WEEK else (1, "+1 day")
            await page.get_by_role("button", name=button).click()
            await until(partial(self._has_come, today + timedelta(days=step)))
        await self.settled()

    def _has_come(self, day: date) -> bool:
        return self.practice.clock.today == day

    async def settled(self) -> None:
        await until(lambda: not waiting(self.practice.sessions, self.practice.clock.now))

"""The whole conversation in the practice room, as people play it: each in a window of their own."""

from collections.abc import AsyncIterator

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, Locator, Page, expect

import bot.handlers
from bot.platforms.playground.practice import Practice
from bot.platforms.playground.server import application
from tests.browser import browser
from tests.chat import LINKS
from tests.conftest import SAMPLE_DAY
from tests.conversation.conftest import BEN, CHIDI, KATE, LEILA, OWEN, PRIYA, SIAN
from tests.practice.windows import DESK, PHONE, fits, window

__all__ = ["browser"]

assert bot.handlers.__all__


@pytest.fixture
async def room() -> AsyncIterator[str]:
    """The practice room with the sample consortium, on the morning of 1 November 2017."""
    practice = Practice(SAMPLE_DAY, LINKS)
    async with TestServer(application(practice)) as server:
        yield str(server.make_url("")).rstrip("/")


class Someone:
    """A person at their window; `size` is a desk's or a phone's."""

    def __init__(self, page: Page, address: str, email: str) -> None:
        self.page, self.address, self.email = page, address, email

    @classmethod
    async def enter(
        cls, browser: Browser, address: str, email: str, size: tuple[int, int] = DESK
    ) -> "Someone":
        return cls(await window(browser, f"{address}/?as={email}&in=peer-review", size), address, email)

    async def go_to(self, place: str) -> None:
        await self.page.goto(f"{self.address}/?as={self.email}&in={place}")

    async def type(self, line: str) -> None:
        await self.page.get_by_label("Type a command").fill(line)
        await self.page.get_by_role("button", name="Send").click()

    async def card(self, title: str) -> Locator:
        """The newest card with these words in its title, once it is there, whole, on the screen."""
        found = self.page.locator(".entry").filter(has=self.page.get_by_role("heading", name=title)).last
        await expect(found).to_be_visible()
        await fits(self.page)
        return found

    async def press(self, title: str, label: str, **fields: str) -> None:
        card = await self.card(title)
        for name, value in fields.items():
            await card.locator(f"[name={name}]").first.fill(value)
        await card.get_by_role("button", name=label, exact=True).click()


async def choose(card: Locator, field: str, *names: str) -> None:
    """Choose people in the selects of a field, opening one more for each."""
    group = card.get_by_role("group", name=field)
    for number, name in enumerate(names):
        if number:
            await group.get_by_role("button", name="Add another").click()
        await group.locator("select").nth(number).select_option(label=name)


async def test_the_whole_conversation(browser: Browser, room: str) -> None:
    kate = await Someone.enter(browser, room, KATE)
    priya = await Someone.enter(browser, room, PRIYA, PHONE)
    sian, ben, chidi, owen = [
        await Someone.enter(browser, room, email, PHONE) for email in (SIAN, BEN, CHIDI, OWEN)
    ]
    await book(kate)
    await confirm_and_accept(priya, sian, chidi)
    await decline_and_replace(kate, owen, room, browser)
    await suggest_and_use(kate, ben)
    await move_back(kate, priya, sian)
    await cancel(kate, priya, sian, chidi)


async def book(kate: Someone) -> None:
    await kate.go_to("group-2")
    await kate.type("/schedule-review Oak Primary, Tues 28 Nov")
    form = await kate.card("Schedule a review")
    await form.get_by_label("Lead reviewer").select_option(label="Siân Whitcombe")
    await choose(form, "Other reviewers", "Ben Hartley", "Martin Kowalczyk")
    await choose(form, "Improvement Champions", "Chidi Eze", "Owen O'Connell")
    await kate.press("Schedule a review", "See the timetable")
    preview = await kate.card("Oak Primary School: review on Tuesday 28 November 2017?")
    await expect(preview.get_by_role("row")).to_have_count(11)
    await kate.press("Oak Primary School: review on", "Book it")
    await kate.card("Booked: Oak Primary School, Tuesday 28 November 2017")
    await kate.card("Oak Primary School, Tuesday 28 November 2017")


async def confirm_and_accept(priya: Someone, sian: Someone, chidi: Someone) -> None:
    await priya.press("Does Tuesday 28 November 2017 suit Oak Primary School?", "Confirm")
    await priya.card("Confirmed: Oak Primary School")
    for someone in (sian, chidi):
        await someone.press("at Oak Primary School on Tuesday 28 November 2017?", "Accept")
        await someone.card("at Oak Primary School, Tuesday 28 November 2017")


async def decline_and_replace(kate: Someone, owen: Someone, room: str, browser: Browser) -> None:
    await owen.press("Can you be an Improvement Champion", "Can’t do it")
    await owen.press("Tell the Peer Review Lead", "Yes, tell them", reason="Maternity cover")
    await owen.card("You are not taking part")
    await kate.go_to("peer-review")
    await kate.press("Owen O'Connell can’t be an Improvement Champion", "Choose someone else")
    choosing = await kate.card("Who shall I ask instead of Owen")
    await choosing.locator("select").select_option(label="Leila Haddad")
    await kate.press("Who shall I ask instead of Owen", "Ask them")
    await expect(await kate.card("The team for Oak")).to_contain_text("Leila Haddad has been asked.")
    leila = await Someone.enter(browser, room, LEILA, PHONE)
    await leila.press("Can you be an Improvement Champion", "Accept")
    await owen.card("your place has been filled")


async def suggest_and_use(kate: Someone, ben: Someone) -> None:
    await ben.press("Can you be a reviewer", "Suggest another date")
    await ben.press("Which date would suit you better?", "Suggest it", day="Thurs 30 Nov", note="On a course")
    await ben.card("Suggested: Thursday 30 November 2017")
    await kate.press("Ben Hartley suggests Thursday 30 November 2017", "Use this date")
    await kate.card("Oak Primary School: moved to Thursday 30 November 2017")
    await ben.card("Moved: Oak Primary School, to Thursday 30 November 2017")


async def move_back(kate: Someone, priya: Someone, sian: Someone) -> None:
    await priya.card("Does Thursday 30 November 2017 suit Oak Primary School?")
    await kate.type("/peer-review")
    await kate.press("Kate Moore, Wednesday 1 November 2017", "Open")
    await kate.press("Oak Primary School, Thursday 30 November 2017", "Move it")
    await kate.press("Move the review at Oak", "See what changes", day="Tues 28 Nov", reason="Hall needed")
    await kate.press("Move Oak Primary School to Tuesday 28 November 2017?", "Move it")
    await kate.card("Moved: Oak Primary School, Tuesday 28 November 2017")
    await priya.card("Does Tuesday 28 November 2017 suit Oak Primary School?")
    await sian.card("Can you be lead reviewer at Oak Primary School on Tuesday 28 November 2017?")


async def cancel(kate: Someone, *others: Someone) -> None:
    await kate.type("/peer-review")
    await kate.press("Kate Moore, Wednesday 1 November 2017", "Open")
    await kate.press("Oak Primary School, Tuesday 28 November 2017", "Cancel it")
    await kate.press("Cancel the review at", "Cancel it", reason="The boiler has burst")
    await kate.card("Cancelled: Oak Primary School, Tuesday 28 November 2017")
    for someone in others:
        told = await someone.card("Cancelled: Oak Primary School, Tuesday 28 November 2017")
        await expect(told).to_contain_text("The boiler has burst")
    await kate.go_to("group-2")
    channel = await kate.card("Cancelled: Oak Primary School, Tuesday 28 November 2017")
    await expect(channel).not_to_contain_text("boiler")

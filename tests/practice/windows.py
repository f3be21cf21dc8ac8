"""Windows on the practice room, and what a person does in them."""

import re
from collections.abc import AsyncIterator
from typing import Literal

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, Locator, Page, expect

from bot.platforms.playground.practice import Practice
from bot.platforms.playground.server import application

# For a machine that is busy with something else; what is there sooner is seen sooner.
PATIENCE_MS = 20_000
PHONE, DESK = (360, 740), (1400, 900)
SMALLEST = 44
# An input's own box is what counts, not the label that one may press as well.
TOO_SMALL = """(smallest) => [...document.querySelectorAll(
    'button, a, select, textarea, input:not([type=hidden], [type=checkbox], [type=radio]), label.box')]
  .filter((target) => target.checkVisibility() && !target.matches('.skip, .default'))
  .filter((target) => Math.min(target.offsetWidth, target.offsetHeight) < smallest)
  .map((target) => target.outerHTML.slice(0, 120))"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# The contrast of every text with what lies behind it, by WCAG's formula.
PALE = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((n) => n / 255)
      .map((n) => (n <= 0.03928 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if ((numbers(colour)[3] ?? 1) === 1) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  return [...document.querySelectorAll('body *')]
    .filter((e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
    .map((e) => {
      const [a, b] = [light(getComputedStyle(e).color), light(ground(e))];
      return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), e.outerHTML.slice(0, 90)];
    })
    .filter(([contrast]) => contrast < 4.5);
}"""


@pytest.fixture
async def address(practice: Practice) -> AsyncIterator[str]:
    async with TestServer(application(practice)) as server:
        yield str(server.make_url("")).rstrip("/")


async def window(
    browser: Browser,
    address: str,
    size: tuple[int, int] = DESK,
    *,
    scheme: Literal["light", "dark"] = "light",
    script: bool = True,
) -> Page:
    """A new window on the room; anything that its script complains of fails the test."""
    width, height = size
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        locale="en-GB",
        reduced_motion="reduce",
        color_scheme=scheme,
        java_script_enabled=script,
    )
    page = await context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    await page.goto(address)
    return page


async def say(page: Page, line: str) -> Locator:
    """Type a line and send it; the card that answers."""
    await page.get_by_label(re.compile("Type a command")).fill(line)
    count = await page.locator(".entry").count()
    await page.get_by_role("button", name="Send").click()
    await expect(page.locator(".entry")).to_have_count(count + 1)
    return page.locator(f"#{await page.locator('.entry').last.get_attribute('id')}")


async def book(page: Page) -> None:
    card = await say(page, "/schedule-review")
    await card.get_by_label("Date of the review").first.fill("Tues 14 Nov")
    await card.get_by_role("button", name="See the timetable").click()
    await page.get_by_role("button", name="Book it").click()
    await expect(page.get_by_role("heading", name="Review of Oak Primary School")).to_be_visible()


async def fits(page: Page) -> None:
    assert await page.evaluate(SIDEWAYS) <= 0
    assert await page.evaluate(TOO_SMALL, SMALLEST) == []
    assert await page.evaluate(PALE) == []

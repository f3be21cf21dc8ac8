"""Charts in the practice room, as a browser draws them under the room's own rules."""

from collections.abc import Iterator
from typing import Literal
from unittest.mock import patch

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from bot.cards import figures
from bot.cards.model import Card
from bot.router import ROUTES
from tests.cards.examples import TYPICAL, stacked
from tests.practice.windows import DESK, PHONE, address, fits, say, window

__all__ = ["address"]

CHART = stacked(3, "Done", "Late", "To do")
FILL = "(bar) => getComputedStyle(bar).fill"
GROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture(autouse=True)
def _help_is_a_chart() -> Iterator[None]:
    card = Card("How far we are", (CHART, TYPICAL["chart"]))
    with patch.dict(ROUTES, {"help.show": lambda _turn: card}):
        yield


async def picture(page: Page) -> Locator:
    card = await say(page, "help")
    return card.get_by_role("img", name=CHART.title)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_chart_is_drawn_within_the_page(
    browser: Browser, address: str, size: tuple[int, int], scheme: Literal["light", "dark"]
) -> None:
    page = await window(browser, address, size, scheme=scheme)
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text))
    drawn = await picture(page)
    await expect(drawn).to_have_accessible_description("; ".join(figures.lines(CHART)))
    [bar, *_] = await drawn.locator("rect.s0.bar").all()
    strong = await page.evaluate("getComputedStyle(document.querySelector('.say button')).backgroundColor")
    assert await bar.evaluate(FILL) == strong
    await fits(page)
    # The patterns and the colours are the page's own, so its policy has nothing against them.
    assert refused == []


async def test_bars_are_as_long_as_their_figures(browser: Browser, address: str) -> None:
    page = await window(browser, address)
    drawn = await picture(page)
    boxes = [await bar.bounding_box() for bar in await drawn.locator("rect.s1.bar").all()]
    half, whole, _ = [box["width"] for box in boxes if box]
    assert half * 2 == pytest.approx(whole, rel=0.02)


async def test_what_is_dark_on_the_screen_is_printed_light(browser: Browser, address: str) -> None:
    page = await window(browser, address, scheme="dark")
    dark = await page.evaluate(GROUND)
    await page.emulate_media(media="print", color_scheme="dark")
    printed = await page.evaluate(GROUND)
    light = await window(browser, address, scheme="light")
    assert printed == await light.evaluate(GROUND) != dark

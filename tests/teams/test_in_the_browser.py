"""A review is booked on the Playground's own page, as a Peer Review Lead sees it in Teams."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from bot.cards.model import Card
from bot.handlers import mornings
from bot.router import ROUTES
from storage.database import Sessions
from tests.cards.examples import counted, stacked
from tests.teams import a_term
from tests.teams.install import installed
from tests.teams.playground import playing
from tests.teams.relay import Teams, relayed
from tests.teams.running import running
from tests.teams.test_page import opened

# The whole page is drawn anew at each step, and the machine may have other tests to run.
PATIENCE_MS = 60_000
OAK, DAY = "Oak Primary School", "Tuesday 28 November 2017"


@pytest.fixture
async def teams(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Teams]:
    """With a Playground of its own: the page of the others' shows all that was ever said in their tests."""
    with playing(installed(), tmp_path_factory.mktemp("teams")) as playground:
        async with relayed(playground) as teams:
            yield teams
            assert teams.problems == []


async def test_a_lead_books_a_review(
    teams: Teams, browser: Browser, sqlite_consortium: Sessions, tmp_path: Path
) -> None:
    """The README's pictures are those that this leaves in the folder given with `--basetemp`."""
    async with running(teams, sqlite_consortium):
        page = await opened(browser, teams.playground.address)
        await page.set_viewport_size({"width": 1100, "height": 2600})
        page.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        await expect(page.get_by_text("Hello, I am Peer Review").last).to_be_visible()
        await say(page, "schedule review Oak Primary, Tues 28 Nov")
        form = card(page, "Schedule a review")
        for label, name in (
            ("Lead reviewer", "Siân Whitcombe"),
            ("Other reviewers, 1 (optional)", "Ben Hartley"),
            ("Other reviewers, 2 (optional)", "Martin Kowalczyk"),
            ("Improvement Champions, 1 (optional)", "Chidi Eze"),
            ("Improvement Champions, 2 (optional)", "Owen O'Connell"),
        ):
            await choose(page, form, label, name)
        await form.screenshot(path=tmp_path / "form.png")
        await form.get_by_role("button", name="See the timetable").click()
        timetable = card(page, f"{OAK}: review on {DAY}?")
        await timetable.screenshot(path=tmp_path / "timetable.png")
        await timetable.get_by_role("button", name="Book it").click()
        booked = card(page, f"Booked: {OAK}, {DAY}")
        await booked.screenshot(path=tmp_path / "booked.png")


async def test_a_chart_is_drawn_and_its_figures_are_said(
    teams: Teams, browser: Browser, sqlite_consortium: Sessions, tmp_path: Path
) -> None:
    bars, parts = counted({"Plan the review": 3, "The review": 1}), stacked(3, "Done", "Overdue", "To do")
    shown = Card("How far we are", (bars, parts))
    with patch.dict(ROUTES, {"help.show": lambda _turn: shown}):
        async with running(teams, sqlite_consortium):
            page = await opened(browser, teams.playground.address)
            await page.set_viewport_size({"width": 1100, "height": 1600})
            page.set_default_timeout(PATIENCE_MS)
            expect.set_options(timeout=PATIENCE_MS)
            await expect(page.get_by_text("Hello, I am Peer Review").last).to_be_visible()
            await say(page, "help")
            drawn = card(page, shown.title)
            await drawn.screenshot(path=tmp_path / "charts.png")
            said = drawn.get_by_text("12 actions (Done 2, Overdue 4, To do 6)", exact=True)
            await expect(said).to_be_visible()
            for name in (
                "Plan the review, 3",
                "The review, 1",
                re.compile("^Collaborative Group 2, Total: 12"),
            ):
                await expect(drawn.get_by_role("img", name=name)).to_be_visible()


async def test_what_comes_in_the_morning(
    teams: Teams, browser: Browser, sqlite_consortium: Sessions, tmp_path: Path
) -> None:
    """One reminder of all that is Kate's, with what to do next; the digest, and the way to the year."""
    await asyncio.to_thread(a_term.lived, sqlite_consortium)
    async with running(teams, sqlite_consortium) as at_work:
        at_work.now = a_term.BOOKED
        page = await opened(browser, teams.playground.address)
        await page.set_viewport_size({"width": 1100, "height": 2600})
        await expect(page.get_by_text("Hello, I am Peer Review").last).to_be_visible()
        await say(page, "year")
        year = card(page, "Year at a glance: 2017-18")
        await year.screenshot(path=tmp_path / "year.png")
        at_work.now = a_term.MORNING
        await asyncio.to_thread(tick, sqlite_consortium, a_term.MORNING)
        reminder = card(page, "2 things to remember")
        await expect(reminder.get_by_text("Send the paperwork for Holly Lane")).to_be_visible()
        await reminder.screenshot(path=tmp_path / "reminder.png")
        await say(page, "digest")
        digest = card(page, "Collaborative Group 2: the week of Monday 20 November 2017")
        await digest.screenshot(path=tmp_path / "digest.png")


def tick(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        mornings.tick(session, now)


def card(page: Page, title: str) -> Locator:
    """The newest card with this heading."""
    return page.locator(".ac-adaptiveCard").filter(has=page.get_by_text(title, exact=True)).last


async def say(page: Page, line: str) -> None:
    box = page.get_by_role("textbox").last
    await box.fill(line)
    # Of the page, not of the box: on a busy machine the box is redrawn meanwhile, and waited for in vain.
    await page.keyboard.press("Enter")


async def choose(page: Page, form: Locator, label: str, name: str) -> None:
    field = form.get_by_label(label).first
    # All at once: the page is drawn anew with each letter, which takes a busy machine too long.
    await field.fill(name)
    await field.press("ArrowDown")
    await field.press("Enter")
    await expect(field).to_have_value(re.compile(f"{name} .*"))

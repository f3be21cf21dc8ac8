"""A browser for the tests: the system's Chromium, else Playwright's own."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

from tests.needs import lacking

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "there is neither a Chromium on this machine nor Playwright's own"


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        system = next(filter(None, map(shutil.which, NAMES)), None)
        if not system:
            need(Path(playwright.chromium.executable_path))
        opened = await playwright.chromium.launch(executable_path=system, args=["--no-sandbox"])
        yield opened
        await opened.close()


def need(file: Path) -> None:
    if not file.exists():
        lacking(MISSING)

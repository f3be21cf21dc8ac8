"""The papers' pages on a small screen: rows become blocks, words stay whole, nothing runs off the side."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Page, expect

from bot.documents.web_page import web_page
from bot.rules.papers import (
    PAPERS,
    ActionRow,
    AuditEntry,
    AuditLine,
    AuditPaper,
    Content,
    PlanPaper,
    SignatureLine,
    Support,
)
from bot.rules.permissions import Paper
from tests.browser import browser
from tests.documents.contents import CHIDI, DAY, EMPTY, MARGARET, PRIYA, SCHOOL, SIAN, full

assert browser
SIGNED = (SIAN, PRIYA, CHIDI, MARGARET)
PHONE, SMALLEST, DESK = 360, 320, 1100
ADDRESS = "https://oak.example/" + "x" * 300
LONG = "Ask the Headteacher about responsibilities. " * 100
PLAN = PlanPaper(
    SCHOOL,
    DAY,
    (
        ActionRow("Marking policy", "Friday 12 January 2018", "Siân Whitcombe", (Support.SCHOOL,), LONG),
        ActionRow(ADDRESS, "", "Headteacher"),
    ),
)
AUDIT = AuditPaper(
    SCHOOL,
    DAY,
    "Siân Whitcombe",
    ("Ben Hartley", "Leila Haddad"),
    ("Chidi Eze", "Zoë Lindqvist"),
    (
        AuditEntry(AuditLine.DATA, "FFT and ASP on paper", "Wednesday 8 November 2017"),
        AuditEntry(AuditLine.KEY_AREAS, words=ADDRESS),
    ),
)
WIDTH = "document.documentElement.scrollWidth"
# The words that stand on more than one line, without those that no line may have room for.
BROKEN = """() => {
  const broken = [];
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode());) {
    if (!text.parentElement.checkVisibility()) continue;
    for (const word of text.data.matchAll(/(?<!\\S)[\\p{L}.,:?()]{3,30}(?!\\S)/gu)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const tops = new Set([...range.getClientRects()].map((line) => Math.round(line.top)));
      if (tops.size > 1) broken.push(word[0]);
    }
  }
  return broken;
}"""
LABELS = (
    """(row) => [...row.cells].map((cell) => getComputedStyle(cell, '::before').content.split('" / "')[0])"""
)
NARROWEST = "(cells) => Math.min(...cells.map((cell) => cell.offsetWidth))"
TOPS = """(rows) => rows.map((row) => [...row.cells].map((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return Math.round(range.getClientRects()[0].top);
}))"""


@asynccontextmanager
async def opened(
    browser: Browser, content: Content, width: int, signatures: tuple[SignatureLine, ...] = SIGNED
) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport={"width": width, "height": 740})
    page = await context.new_page()
    await page.set_content(web_page(content, signatures, to_follow=True))
    yield page
    await context.close()


@pytest.mark.parametrize("content", [PLAN, AUDIT], ids=["plan", "proforma"])
@pytest.mark.parametrize("width", [SMALLEST, PHONE, 760, 780, DESK])
async def test_no_ordinary_word_is_broken(browser: Browser, content: Content, width: int) -> None:
    async with opened(browser, content, width) as page:
        assert await page.evaluate(BROKEN) == []
        assert await page.evaluate(WIDTH) <= width


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("contents", [EMPTY, full("x" * 500)], ids=["empty", "full"])
async def test_nothing_runs_off_the_side(
    browser: Browser, paper: Paper, contents: dict[Paper, Content]
) -> None:
    for width in (SMALLEST, PHONE, DESK):
        async with opened(browser, contents[paper], width) as page:
            assert await page.evaluate(WIDTH) <= width


@pytest.mark.parametrize("content", [PLAN, AUDIT], ids=["plan", "proforma"])
async def test_each_entry_has_the_whole_width_of_a_phone(browser: Browser, content: Content) -> None:
    async with opened(browser, content, PHONE) as page:
        cells = page.locator("table:not(.signed) tbody td")
        assert await cells.evaluate_all(NARROWEST) > PHONE * 0.85


async def test_the_name_of_its_column_stands_over_each_entry_and_is_heard_once(browser: Browser) -> None:
    async with opened(browser, PLAN, PHONE) as page:
        assert [text.strip('"') for text in await page.locator("tr.row").first.evaluate(LABELS)] == [
            "Action required",
            "Timings and deadlines",
            "Who will deliver this action?",
            "Comments / Further Support",
        ]
        await expect(page.get_by_role("columnheader", name="Timings and deadlines")).to_have_count(1)
        actions = page.get_by_role("table", name="Actions")
        await expect(actions.get_by_role("row")).to_have_count(3)
        await expect(actions.get_by_role("cell", name="Friday 12 January 2018", exact=True)).to_have_count(1)
        await expect(actions.get_by_role("cell")).to_have_count(8)
    async with opened(browser, AUDIT, PHONE) as page:
        await expect(page.get_by_role("rowheader", name="Data Shared", exact=True)).to_have_count(1)
        await expect(page.get_by_role("cell", name="Wednesday 8 November 2017", exact=True)).to_have_count(1)


async def test_on_paper_and_on_a_desk_it_is_a_table_with_its_headings_once(browser: Browser) -> None:
    async with opened(browser, PLAN, DESK) as page:
        assert set(await page.locator("tr.row").first.evaluate(LABELS)) == {"none"}
        await page.set_viewport_size({"width": PHONE, "height": 740})
        await page.emulate_media(media="print")
        assert set(await page.locator("tr.row").first.evaluate(LABELS)) == {"none"}
        row = await page.locator("tr.row").first.evaluate("(row) => getComputedStyle(row).display")
        assert row == "table-row"


async def test_who_signed_stands_level_with_the_first_line_of_the_day(browser: Browser) -> None:
    async with opened(browser, EMPTY[Paper.SUMMARY], PHONE) as page:
        await page.emulate_media(media="print")
        for head, name, day in await page.locator("table.signed tr").evaluate_all(TOPS):
            assert head == name == day

"""The year at a glance in a browser: on a desk, on a phone, and on paper."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from playwright.async_api import Browser, Page, Route, expect

from bot.documents import year_page
from bot.documents.year import Count, Dated, Glance, GroupRows, ReviewOf, SchoolRow
from bot.documents.year_picture import LETTERS, SHAPES, drawing
from bot.pages import content_policy
from bot.rules import timetable
from bot.rules.calendar import SchoolCalendar, SchoolYear
from bot.rules.milestones import Kind
from bot.rules.policy import Policy
from bot.rules.year import Step, Year
from tests.browser import browser
from tests.practice.windows import PALE
from tests.rules.school_years import BANK_HOLIDAYS, SAMPLE, YEAR

assert browser
DESK, TABLET, PHONE, SMALLEST = 1100, 800, 390, 320
THIS = Year("2017-18", YEAR.starts, YEAR.ends)
TODAY = date(2017, 11, 1)
WIDTH = "document.documentElement.scrollWidth"
NAMED = [(kind, f"What {kind.value} is") for kind in Kind]
LONG = "The Blessed Virgin Mary and Saint Æthelthryth’s Church of England Primary School and Nursery"
OWN = SchoolCalendar((SchoolYear(YEAR.starts, YEAR.ends),), BANK_HOLIDAYS)


def review(day: date, *, postponed: bool = False) -> ReviewOf:
    if postponed:
        return ReviewOf(None, "postponed, no date yet")
    planned = timetable.plan(day, SAMPLE, datetime(2017, 9, 1, 9, tzinfo=UTC), Policy())
    steps = [
        Dated(Step(one.kind, one.due, one.due < TODAY, one.opens), f"What {one.kind.value} is", "Somebody")
        for one in planned.milestones
    ]
    return ReviewOf(day, "waiting for answers", steps)


def school(number: int, *reviews: ReviewOf, calendar: SchoolCalendar = SAMPLE) -> SchoolRow:
    name = LONG if number == 2 else f"School {number}"
    return SchoolRow(name, calendar, reviews, "" if reviews else "no review booked yet")


def glance(schools: int = 9, today: date = TODAY) -> Glance:
    made = [
        school(n, review(SAMPLE.on_or_after(date(2017, 9, 27) + n * timedelta(days=16))))
        for n in range(schools - 2)
    ]
    made += [school(97), school(98, review(TODAY, postponed=True), calendar=OWN)]
    groups = [GroupRows(f"Group {n}", made[n::3]) for n in range(3)]
    counts = [Count("Group 4", 5, 1, 0)]
    return Glance("A consortium & more", THIS, today, "Kate Moore", SAMPLE, groups, counts)


@asynccontextmanager
async def opened(browser: Browser, width: int, shown: Glance | None = None) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport={"width": width, "height": 800}, color_scheme="dark")
    page = await context.new_page()

    page.set_default_timeout(20_000)
    body = year_page.year_page(shown or glance(), NAMED)

    # With the policy that it really has: what that forbids is missing here too.
    async def give(route: Route) -> None:
        await route.fulfill(
            body=body,
            content_type="text/html; charset=utf-8",
            headers={"Content-Security-Policy": content_policy(year_page.style())},
        )

    await page.route("**/*", give)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    await page.goto("https://review.example/year")
    yield page
    assert [said for said in complaints if "favicon" not in said] == []
    await context.close()


@pytest.mark.parametrize("width", [SMALLEST, PHONE, TABLET, DESK])
async def test_nothing_runs_off_the_side_and_every_word_can_be_read(browser: Browser, width: int) -> None:
    async with opened(browser, width) as page:
        assert await page.evaluate(WIDTH) <= width
        pale = [each for each in await page.evaluate(PALE) if "<text" not in each[1]]
        assert pale == []


async def test_on_a_phone_it_is_a_list_with_every_date(browser: Browser) -> None:
    async with opened(browser, PHONE) as page:
        await expect(page.locator(".picture")).to_be_hidden()
        assert await page.locator(".list li:visible .what").count() == 7 * len(Kind)
        first = page.locator(".list ol").first.locator("li").first
        await expect(first).to_contain_text(re.compile(r"What pack is\s+Wed 13 Sep 2017, done"))


async def test_on_a_desk_there_is_the_picture_and_the_list_for_the_ear(browser: Browser) -> None:
    async with opened(browser, DESK) as page:
        await expect(page.locator(".picture")).to_be_visible()
        await expect(page.get_by_role("heading", name="All dates")).to_be_visible()
        # What is drawn is said by the list: nobody has to hear it twice.
        await expect(page.get_by_role("table")).to_have_count(0)


async def test_every_milestone_has_its_own_shape_its_own_letters_and_a_line_in_the_legend(
    browser: Browser,
) -> None:
    assert len(set(SHAPES.values())) == len(set(LETTERS.values())) == len(Kind)
    async with opened(browser, DESK) as page:
        for kind in Kind:
            drawn = page.locator(f"td g.{kind.value}").first
            assert await drawn.locator("text").text_content() == LETTERS[kind]
            await expect(page.locator(".legend li", has_text=f"What {kind.value} is")).to_have_count(1)


async def test_done_and_to_come_differ_without_colour(browser: Browser) -> None:
    async with opened(browser, DESK) as page:
        fill = "(path) => getComputedStyle(path).fill"
        assert await page.locator("td path.done").first.evaluate(fill) == "rgb(31, 56, 100)"
        assert await page.locator("td path.open").first.evaluate(fill) == "rgb(255, 255, 255)"


async def test_no_two_marks_of_a_school_cover_each_other(browser: Browser) -> None:
    async with opened(browser, DESK) as page:
        boxes = await page.locator("svg.marks").evaluate_all(
            """(rows) => rows.map((row) => [...row.querySelectorAll('g')].map((g) => {
                 const [, x, y] = g.getAttribute('transform').match(/([\\d.]+) ([\\d.]+)/).map(Number);
                 return [x, y];
               }))"""
        )
    assert [
        (one, other)
        for row in boxes
        for n, one in enumerate(row)
        for other in row[n + 1 :]
        if abs(one[0] - other[0]) < 16 and abs(one[1] - other[1]) < 16
    ] == []


async def test_on_paper_nine_schools_stand_on_one_sheet_of_a4_across(browser: Browser) -> None:
    async with opened(browser, DESK) as page:
        pdf = await page.pdf(prefer_css_page_size=True)
    assert re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf) == [(b"841.91998", b"594.95996")]


async def test_on_paper_thirty_schools_have_the_months_on_every_sheet(browser: Browser) -> None:
    async with opened(browser, DESK, glance(30)) as page:
        pdf = await page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/MediaBox", pdf)) in (3, 4)


@pytest.mark.parametrize(("today", "lines"), [(TODAY, True), (date(2018, 9, 1), False)])
async def test_today_has_a_line_in_its_own_year(browser: Browser, today: date, lines: bool) -> None:
    async with opened(browser, DESK, glance(today=today)) as page:
        assert (await page.locator("line.today").count() > 0) is lines
        assert (await page.get_by_text("Today", exact=True).count() > 0) is lines


async def test_each_school_has_its_own_holidays(browser: Browser) -> None:
    async with opened(browser, DESK) as page:
        row = page.locator("tbody tr", has_text="School 98")
        await expect(row.locator("rect.holiday")).to_have_count(0)
        usual = page.locator("tbody tr", has_text="School 97")
        assert await usual.locator("rect.holiday").count() >= 6
        await expect(page.locator(".legend")).to_contain_text("these differ: School 98.")


def test_what_lies_outside_the_year_is_not_drawn() -> None:
    late = school(1, review(date(2018, 6, 20)))
    drawn = drawing(late, THIS)
    assert Kind.IMPACT not in {mark.kind for mark in drawn.marks}
    assert all(0 <= mark.x <= 900 for mark in drawn.marks)

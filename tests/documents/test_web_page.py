"""The papers as pages: the forms' own words, open to everyone's eyes and ears, and what people typed."""

import re
from itertools import pairwise

import pytest

from bot.documents.placeholders import BULLETS, ROWS
from bot.documents.web_page import style, web_page
from bot.rules.papers import PAPERS, Content
from bot.rules.permissions import Paper
from tests.documents.contents import CHIDI, EMPTY, MARGARET, PLACES, PRIYA, SIAN, USUAL, full
from tests.documents.labels import LABELS
from tests.documents.reading import Page, in_order
from tests.documents.test_word import ODD

every_paper = pytest.mark.parametrize("paper", PAPERS)
every_content = pytest.mark.parametrize(
    "contents", [EMPTY, USUAL, full("x" * 5000, 40)], ids=["empty", "usual", "overfull"]
)


def read(content: Content, *, to_follow: bool = False) -> Page:
    return Page(web_page(content, (SIAN, PRIYA, CHIDI, MARGARET), to_follow=to_follow))


@every_paper
@every_content
def test_every_label_of_the_form_is_there_in_its_order(paper: Paper, contents: dict[Paper, Content]) -> None:
    assert list(in_order(LABELS[paper], read(contents[paper]).text)) == []


@every_paper
@pytest.mark.parametrize("typed", ODD)
def test_what_people_typed_comes_out_as_they_typed_it(paper: Paper, typed: str) -> None:
    assert read(full(typed)[paper]).text.count(typed) == PLACES[paper]


@every_paper
@every_content
def test_a_page_is_made_for_everyone(paper: Paper, contents: dict[Paper, Content]) -> None:
    page = read(contents[paper])
    assert page.left == []
    assert page.named("html") == [{"lang": "en-GB"}]
    assert len(page.named("h1")) == 1
    assert len(page.named("main")) == 1
    assert len(page.named("caption")) == len(page.named("table"))
    assert {cell.get("scope") for cell in page.named("th")} <= {"row", "col", "rowgroup"}
    headings = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h\d", tag)]
    assert all(after - before <= 1 for before, after in pairwise(headings))


@every_paper
def test_nothing_on_it_runs_is_loaded_or_is_styled_by_the_way(paper: Paper) -> None:
    page = read(USUAL[paper])
    assert {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "form", "object"} == set()
    named = {name for _, attributes in page.tags for name in attributes}
    assert named & {"style", "src", "href"} == set()
    assert [name for name in named if name.startswith("on")] == []


def test_it_prints_on_a4_with_the_heading_of_a_table_on_each_page() -> None:
    assert "@page { margin: 14mm 18mm; size: A4; }" in style()
    assert "size: A4 landscape" in style()
    assert "thead { display: table-header-group; }" in style()


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ink", ["#1a1a1a", "#1f3864"])
@pytest.mark.parametrize("paper", ["#ffffff", "#dce6f1"])
def test_its_colours_stand_out_as_wcag_asks_of_small_print(ink: str, paper: str) -> None:
    used = set(re.findall(r"(?<!border-)color: (#\w+)", style()))
    assert used == {"#1a1a1a", "#1f3864"}
    assert (luminance(paper) + 0.05) / (luminance(ink) + 0.05) >= 7


def test_without_entries_the_form_keeps_its_empty_places() -> None:
    assert len(read(EMPTY[Paper.SUMMARY]).named("li")) == 2 * BULLETS
    rows = [row for row in read(EMPTY[Paper.PLAN]).named("tr") if row.get("class") == "row"]
    assert len(rows) == ROWS
    assert len(read(full("x", 40)[Paper.SUMMARY]).named("li")) == 3 * 40


def test_the_signatures_stand_in_their_places() -> None:
    summary = " ".join(read(USUAL[Paper.SUMMARY], to_follow=True).text.split())
    assert summary.endswith(
        "Signed – signatures to follow Lead reviewer: Siân Whitcombe Tuesday 12 December 2017 Headteacher: "
        "Priya Nair Wednesday 13 December 2017 Governor: Margaret Osei Tuesday 9 January 2018, on paper"
    )
    assert "to follow" not in read(USUAL[Paper.SUMMARY]).text
    assert "Signed" not in read(USUAL[Paper.AUDIT]).text

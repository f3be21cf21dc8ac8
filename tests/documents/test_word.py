"""The papers as Word files: the forms' own words, and what people typed as they typed it."""

import logging

import pytest
from docx.oxml.ns import qn
from docx.table import _Row
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.forms import Forms
from bot.documents.placeholders import BULLETS, ROWS
from bot.documents.word import word
from bot.language.legible import legible
from bot.rules.papers import PAPERS, AuditLine, Content, PlanPaper, SignatureLine, SignedAs, SummaryPaper
from bot.rules.permissions import Paper
from tests.documents.contents import CHIDI, DAY, EMPTY, MARGARET, PLACES, PRIYA, SCHOOL, SIAN, USUAL, full
from tests.documents.labels import LABELS
from tests.documents.reading import document, footers, in_order, paragraphs

ODD = (
    "{{ school }} {% if x %} {# y #} {_{ }_} {_% %_}",
    "<w:p><w:r>x</w:r></w:p> </w:t> & &amp; &lt; ]]> \"quoted\" 'single'",
    '=HYPERLINK("https://elsewhere.example")',
    "one line\nanother\n\n  with blanks  \tand a tab",
    "Siân and Gwŷn 👩‍🏫 — “curly” … \u2028 \ufffd",
)
every_paper = pytest.mark.parametrize("paper", PAPERS)


def made(paper: Paper, *signatures: SignatureLine, to_follow: bool = False) -> bytes:
    return word(USUAL[paper], signatures, to_follow=to_follow)


@every_paper
@pytest.mark.parametrize("contents", [EMPTY, USUAL, full("x" * 5000, 40)], ids=["empty", "usual", "overfull"])
def test_every_label_of_the_form_is_there_in_its_order(
    paper: Paper, contents: dict[Paper, SummaryPaper]
) -> None:
    text = "\n".join(paragraphs(word(contents[paper], (), to_follow=True)))
    assert list(in_order(LABELS[paper], text)) == []


@every_paper
def test_an_empty_form_says_nothing_but_its_labels_the_school_and_the_day(paper: Paper) -> None:
    found = " ".join(" ".join(paragraphs(word(EMPTY[paper], (), to_follow=False))).split())
    for label in (*LABELS[paper], SCHOOL, "Thursday 7 December 2017"):
        assert label in found
        found = found.replace(label, "", 1)
    assert found.strip(" ,") == ""


@every_paper
def test_each_paper_says_on_every_page_whose_it_is(paper: Paper) -> None:
    assert f"{SCHOOL}, Thursday 7 December 2017" in footers(made(paper))


@every_paper
@pytest.mark.parametrize("typed", ODD)
def test_what_people_typed_comes_out_as_they_typed_it(paper: Paper, typed: str) -> None:
    found = "\n".join(paragraphs(word(full(typed)[paper], (), to_follow=False)))
    assert found.count(typed) == PLACES[paper]


# A whole file is written each time, on machines that are busy.
@settings(deadline=None, max_examples=50)
@given(st.text())
def test_no_text_breaks_a_paper(typed: str) -> None:
    found = "\n".join(paragraphs(word(SummaryPaper(SCHOOL, DAY, f"[{typed}]"), (), to_follow=False)))
    assert f"[{legible(typed)}]".replace("\ufffe", "").replace("\uffff", "") in found


def test_signs_that_no_paper_can_hold_are_left_out() -> None:
    found = paragraphs(
        word(SummaryPaper(SCHOOL, DAY, "a\x00b\x07c\x1bd\ufffee\uffff\ud83df"), (), to_follow=False)
    )
    assert "abcde\ufffdf" in found


def test_a_name_with_odd_signs_is_signed_as_it_is() -> None:
    signed = SignatureLine(SignedAs.HEAD, "Jo {{ x }} <b> & Co", DAY)
    assert "Jo {{ x }} <b> & Co" in paragraphs(made(Paper.SUMMARY, signed))


def test_each_point_has_a_bullet_of_its_own() -> None:
    points = tuple(f"Point {n}\nand more" for n in range(40))
    opened = document(word(SummaryPaper(SCHOOL, DAY, strengths=points), (), to_follow=False))
    strengths = opened.tables[1].rows[1].cells[0].paragraphs
    assert [each.text for each in strengths if each.style.name == "List Bullet"] == list(points)


def test_without_a_point_the_form_keeps_its_four_bullets() -> None:
    opened = document(word(EMPTY[Paper.SUMMARY], (), to_follow=False))
    for table in opened.tables[1:3]:
        bullets = table.rows[1].cells[0].paragraphs
        assert [each.style.name for each in bullets] == ["List Bullet"] * BULLETS


def test_the_plan_has_a_row_for_each_action_and_six_where_there_is_none() -> None:
    few = document(made(Paper.PLAN)).tables[0]
    assert [cell.text for cell in few.rows[1].cells] == [
        "Calm classrooms.",
        "Calm classrooms.",
        "Calm classrooms.",
        "Support: a and c\nCalm classrooms.",
    ]
    assert len(few.rows) == 3
    many = document(word(full("x", 40)[Paper.PLAN], (), to_follow=False)).tables[0]
    assert len(many.rows) == 41
    none = document(word(EMPTY[Paper.PLAN], (), to_follow=False)).tables[0]
    assert [[cell.text for cell in row.cells] for row in none.rows[1:]] == [[""] * 4] * ROWS


@every_paper
def test_the_heading_of_a_table_comes_again_on_each_page_and_a_row_is_as_high_as_its_words(
    paper: Paper,
) -> None:
    opened = document(word(full("x" * 5000, 40)[paper], (), to_follow=False))
    headed = [table for table in opened.tables if table._tbl.findall(f".//{qn('w:tblHeader')}")]
    assert headed
    for table in headed:
        for row in table.rows[1:]:
            assert not [
                height for height in row._tr.iter(qn("w:trHeight")) if height.get(qn("w:hRule")) == "exact"
            ]


def stays_whole(row: _Row) -> bool:
    """A row that is higher than a page goes on on the next all the same, in Word and in LibreOffice."""
    return bool(list(row._tr.iter(qn("w:cantSplit"))))


@pytest.mark.parametrize("plan", [EMPTY[Paper.PLAN], full("x", 40)[Paper.PLAN]], ids=["empty", "full"])
def test_no_action_is_torn_between_two_pages(plan: Content) -> None:
    table = document(word(plan, (), to_follow=False)).tables[0]
    assert all(stays_whole(row) for row in table.rows)


def test_of_the_proforma_what_is_written_in_a_box_goes_on_on_the_next_page_and_nothing_else() -> None:
    opened = document(word(full("x" * 5000)[Paper.AUDIT], (), to_follow=False))
    assert all(stays_whole(row) for row in opened.tables[0].rows)
    boxes = [row for row in opened.tables[1].rows if len(row._tr.tc_lst) == 1]
    assert len(boxes) == len(AuditLine)
    assert [stays_whole(row) for row in opened.tables[1].rows] == [
        row._tr not in [box._tr for box in boxes] for row in opened.tables[1].rows
    ]


def signed(word_file: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document(word_file).tables[-1].rows]


def test_those_who_signed_stand_with_their_day_and_the_others_have_a_line() -> None:
    assert signed(made(Paper.SUMMARY, PRIYA, SIAN, to_follow=True)) == [
        ["Lead reviewer:", "Siân Whitcombe", "Tuesday 12 December 2017"],
        ["Headteacher:", "Priya Nair", "Wednesday 13 December 2017"],
        ["Governor:", "", ""],
    ]
    assert signed(made(Paper.PLAN, CHIDI, MARGARET, to_follow=True)) == [
        ["Improvement Champions:", "Chidi Eze", "Tuesday 19 December 2017"],
        ["", "", ""],
        ["Headteacher:", "", ""],
        ["Governor:", "Margaret Osei", "Tuesday 9 January 2018, on paper"],
    ]


def test_three_champions_have_a_line_each() -> None:
    others = [SignatureLine(SignedAs.CHAMPION, name, DAY) for name in ("Owen O’Connell", "Yusuf Demir")]
    names = [row[1] for row in signed(made(Paper.PLAN, CHIDI, *others))]
    assert names == ["Chidi Eze", "Owen O’Connell", "Yusuf Demir", "", ""]


@pytest.mark.parametrize("paper", [Paper.SUMMARY, Paper.PLAN])
def test_it_says_that_signatures_are_to_follow_while_they_are(paper: Paper) -> None:
    assert "signatures to follow" in paragraphs(made(paper, to_follow=True))
    assert "signatures to follow" not in paragraphs(made(paper, to_follow=False))


def test_an_office_s_template_that_fails_on_a_paper_gives_way_and_says_nothing_of_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    forms = Forms({Paper.PLAN: b"no Word file"})
    caplog.set_level(logging.DEBUG)
    secret = PlanPaper(SCHOOL, DAY, full("canary")[Paper.PLAN].actions)  # type: ignore[union-attr]
    assert "canary" in paragraphs(word(secret, (), to_follow=False, forms=forms))
    assert "the office's own template for the plan failed: BadZipFile" in caplog.text
    assert "canary" not in caplog.text

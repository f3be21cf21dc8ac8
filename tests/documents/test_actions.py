"""Action items as a table for a spreadsheet."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.actions import HEADERS, ActionLine, actions_csv
from bot.language.legible import legible
from bot.rules.papers import ActionRow, Support
from tests.documents.contents import DAY, SCHOOL

FORMULAS = (
    '=HYPERLINK("https://elsewhere.example","Click")',
    "+44 1206 000000",
    "-1+1",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\n=1+1",
    "＝1+1",
)


def read(*lines: ActionLine) -> list[list[str]]:
    text = actions_csv(lines).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(StringIO(text[1:], newline="")))


def test_each_action_is_a_row() -> None:
    row = ActionRow(
        "Read aloud daily", "Friday 26 January 2018", "Jo Fenn", (Support.SCHOOL, Support.OUTSIDE), "Soon"
    )
    assert read(ActionLine(SCHOOL, DAY, 3, row, "Help is wanted")) == [
        list(HEADERS),
        [
            SCHOOL,
            "2017-12-07",
            "3",
            "Read aloud daily",
            "Friday 26 January 2018",
            "Jo Fenn",
            "a and c",
            "Soon",
            "Help is wanted",
        ],
    ]


@pytest.mark.parametrize("typed", FORMULAS)
def test_a_formula_is_text_and_reads_as_it_was_typed(typed: str) -> None:
    [_, cells] = read(ActionLine(typed, DAY, 1, ActionRow(typed, typed, typed, (), typed), typed))
    assert [cell for cell in cells if cell not in {DAY.isoformat(), "1", ""}] == [f"'{typed}"] * 6


@given(st.text())
def test_any_text_stays_in_its_cell(typed: str) -> None:
    [_, cells] = read(ActionLine(SCHOOL, DAY, 1, ActionRow(f"[{typed}", owner=typed)))
    assert cells[3] == f"[{legible(typed)}"
    assert cells[5].removeprefix("'") == legible(typed).removeprefix("'")
    assert not cells[5].startswith(("=", "+", "-", "@", "\t", "\n"))

from datetime import date

import pytest

from bot.rules.permissions import (
    MATRIX,
    Paper,
    Part,
    Right,
    keeps_links,
    may_manage,
    may_read_history,
    rights,
)
from bot.rules.policy import Policy

# As the consortium agreed it: R read, W write, S status only, – nothing.
AGREED = """
| | pack links | feedback, summary | action plan | audit proforma | group status |
| head of the reviewed school | W | R, sign | R, sign, progress | W | R |
| lead reviewer | R | W | R | own part | R |
| reviewer | R, until 30 days after | R, draft | – | own part | R |
| Improvement Champion | R: focus only | R | W | own part | R |
| Lead of that group | S | S | S | S | W: dates, people |
| other heads of the group | – | – | – | – | R |
| other groups | – | – | – | – | counts |
| Management Group | – | R after release | R after release | R | R |
| Consortium Office | S | R, forward | R, forward | R | R |
| governor of the school | – | R, sign | R, sign | R | – |
| chat guests, anyone not in the roster | – | – | – | – | – |
"""
READ, WRITE, STATUS = Right.READ, Right.WRITE, Right.STATUS
MEANS: dict[str, set[Right]] = {
    "–": set(),
    "R": {READ},
    "W": {READ, WRITE},
    "S": {STATUS},
    "R, sign": {READ, Right.SIGN},
    "R, sign, progress": {READ, Right.SIGN, Right.PROGRESS},
    "own part": {Right.OWN_PART},
    "R, until 30 days after": {Right.READ_WHILE_OPEN},
    "R, draft": {READ, Right.DRAFT},
    "R: focus only": {Right.FOCUS},
    "W: dates, people": {READ, WRITE},
    "counts": {Right.COUNTS},
    "R after release": {Right.READ_WHEN_RELEASED},
    "R, forward": {READ, Right.FORWARD},
}
ROWS = [[cell.strip() for cell in line.split("|")[2:-1]] for line in AGREED.strip().splitlines()[1:]]
CELLS = [
    (part, paper, cell)
    for part, row in zip(Part, ROWS, strict=True)
    for paper, cell in zip(Paper, row, strict=True)
]


@pytest.mark.parametrize(("part", "paper", "cell"), CELLS)
def test_each_cell_is_as_agreed(part: Part, paper: Paper, cell: str) -> None:
    assert MATRIX[part][paper] == MEANS[cell]


def test_the_table_has_a_row_for_every_part() -> None:
    assert len(CELLS) == len(Part) * len(Paper) == 55


def test_the_management_group_reads_what_was_released() -> None:
    for paper in (Paper.SUMMARY, Paper.PLAN):
        assert rights({Part.MANAGEMENT}, paper) == set()
        assert rights({Part.MANAGEMENT}, paper, released=True) == {READ}
    assert rights({Part.MANAGEMENT}, Paper.PACK, released=True, links_open=True) == set()


def test_a_reviewer_keeps_the_links_for_thirty_days() -> None:
    held = date(2017, 11, 14)
    assert keeps_links(held, date(2017, 12, 14), Policy())
    assert not keeps_links(held, date(2017, 12, 15), Policy())
    assert rights({Part.REVIEWER}, Paper.PACK, links_open=True) == {READ}
    assert rights({Part.REVIEWER}, Paper.PACK, released=True) == set()


def test_the_lead_reviewer_keeps_the_links() -> None:
    assert rights({Part.LEAD_REVIEWER}, Paper.PACK) == {READ}


def test_several_parts_add_up() -> None:
    assert rights({Part.GROUP_LEAD, Part.REVIEWER}, Paper.SUMMARY) == {STATUS, READ, Right.DRAFT}
    assert rights([Part.STRANGER, Part.GOVERNOR], Paper.PLAN) == {READ, Right.SIGN}
    assert rights([], Paper.STATUS) == set()


def test_no_right_of_a_stranger_is_won_by_waiting() -> None:
    for paper in Paper:
        assert rights({Part.STRANGER}, paper, released=True, links_open=True) == set()


def test_history_is_for_those_who_answer_for_the_review() -> None:
    readers = {Part.HOST_HEAD, Part.GROUP_LEAD, Part.MANAGEMENT, Part.OFFICE}
    assert {part for part in Part if may_read_history({part})} == readers


def test_the_lead_and_the_office_manage_reviews_and_nobody_else() -> None:
    assert {part for part in Part if may_manage({part})} == {Part.GROUP_LEAD, Part.OFFICE}
    assert may_manage([Part.HOST_HEAD, Part.GROUP_LEAD])
    assert not may_manage([])

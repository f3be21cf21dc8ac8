"""What can be wrong with a roster file: each mistake has its line and a sentence."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from storage.roster.parsing import parse
from storage.roster.reading import LINES
from storage.roster.shape import Entry, Roster
from tests.storage.rosters import SMALL, changed


def mistakes(file: str | bytes) -> list[tuple[int, str]]:
    found = parse(file.encode() if isinstance(file, str) else file)
    return [] if isinstance(found, Roster) else [(mistake.line, mistake.sentence) for mistake in found]


def test_the_small_roster_has_none() -> None:
    assert mistakes(SMALL) == []


def test_entries_know_the_lines_that_the_reader_gives_them() -> None:
    assert Entry.model_fields["lines"].alias == LINES


NOT_TEXT = "There is something here that is not plain text. Save the file as UTF-8 text."
COLON = "There is one colon too many here; put text with a colon in quotes."
BRACKET = "A bracket is opened here and never closed, or a comma is missing in it."
QUOTE = "A quotation mark is opened here and never closed."
NO_COLON = "A colon is missing after the word at the beginning of this line."
DASHES = "There is a line of three dashes; a roster is one piece, without them."
TOO_DEEP = "This does not look like a roster: too many brackets inside each other."
NO_HEADINGS = "A roster is written under headings: consortium:, year:, groups:, schools:, people:."
STARRED = "Text that begins with * or & goes in quotes."


@pytest.mark.parametrize(
    ("file", "line", "sentence"),
    [
        (b"", 1, "The file is empty."),
        (b"\n# nothing yet\n", 1, "The file is empty."),
        (b"\xef\xbb\xbf", 1, "The file is empty."),
        ("consortium: A\nyear: 1\n".encode("utf-16"), 1, NOT_TEXT),
        (b"consortium: A\nyear: \xff\n", 2, NOT_TEXT),
        (b"consortium: A\n\nyear: \x07\n", 3, NOT_TEXT),
        (b"\x89PNG\r\n\x1a\n\x00", 1, NOT_TEXT),
        (b"- one\n- two\n", 1, NO_HEADINGS),
        (b"Dear all,\n", 1, NO_HEADINGS),
        (b"groups:\n\t- key: a\n", 2, "There is a tab here. Use spaces instead."),
        (b"consortium: St Anne's: the school\n", 1, COLON),
        (b"groups:\n  - key: a\n name: b\n", 3, "This line is not indented like the lines it belongs with."),
        (b"year: 1\nconsortium: 'St Anne\nyear: 1\n", 2, QUOTE),
        (b"year: 1\ninset: [2017-09-04\nyear: x\n", 2, BRACKET),
        (b"inset: {a: b\n", 1, BRACKET),
        (b"consortium: A\nyear\ngroups: 1\n", 2, NO_COLON),
        (b"consortium: @home\n", 1, "Text that begins with this character goes in quotes."),
        (b"a: &x 1\nconsortium: *x\n", 2, STARRED),
        (b"a: *x\n", 1, STARRED),
        (b"consortium: A\n---\nyear: 1\n", 2, DASHES),
        (b"? [a]\n: b\n", 1, "A word should stand before the colon here."),
        (b"a: " + b"[" * 600 + b"]" * 600, 1, TOO_DEEP),
        (b"a: " + b"[" * 50, 1, BRACKET),
    ],
)
def test_a_file_that_is_no_roster(file: bytes, line: int, sentence: str) -> None:
    assert (line, sentence) in mistakes(file)


CASES = yaml.safe_load((Path(__file__).parent / "mistakes.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"][:60])
def test_each_mistake_has_its_line_and_sentence(case: dict[str, Any]) -> None:
    assert (case["line"], case["says"]) in mistakes(changed((case["swap"], case["for"])))


def test_every_mistake_at_once_in_the_order_of_the_lines() -> None:
    file = changed(
        ("starts: 2018-01-04", "starts: 2018-02-30"),
        ("lead: ann@elm.example", "lead: annie@elm.example"),
        ("    group: north", "    group: north\n    ofsted: good"),
        ("headteacher: ash", "headteacher: aash"),
        ("email: cai@elm.example", "email: cai"),
    )
    assert [line for line, _ in mistakes(file)] == [8, 15, 26, 37, 39]


def test_a_mistake_in_an_entry_does_not_make_others_look_wrong() -> None:
    """The school is named by its head, whatever is wrong with its own entry."""
    file = changed(("name: Elm Primary School", "name:"), ("reviewer: elm", "hat: red"))
    assert mistakes(file) == [(24, "“name” is empty."), (33, "This person has no “hat”.")]


@pytest.mark.parametrize(
    "heads",
    [
        ("headteacher: {school: elm, to: 2017-12-31}", "headteacher: {school: elm, from: 2018-01-01}"),
        ("headteacher: elm", "headteacher: {school: elm, as: acting, from: 2018-01-01}"),
        ("headteacher: {school: elm, as: joint}", "headteacher: {school: elm, as: joint}"),
        ("headteacher: elm\n    to: 2017-12-31", "headteacher: elm\n    from: 2018-01-01"),
    ],
)
def test_two_heads_are_right_when_marked_or_dated(heads: tuple[str, str]) -> None:
    assert mistakes(changed(("headteacher: elm", heads[0]), ("champion: elm", heads[1]))) == []


@pytest.mark.parametrize("written", ["2017-09-04", "'2017-09-04'"])
def test_dates_may_be_in_quotes(written: str) -> None:
    assert mistakes(changed(("inset: [2017-09-04]", f"inset: [{written}]"))) == []


def test_a_time_of_day_stays_as_it_was_written() -> None:
    roster = parse(changed(("groups:", "settings: {timetable_due: 15:30}\ngroups:")).encode())
    assert isinstance(roster, Roster)
    assert roster.settings == {"timetable_due": "15:30"}

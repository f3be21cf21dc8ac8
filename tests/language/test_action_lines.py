"""Actions typed a line each, and their deadlines as people type them."""

from datetime import date

import pytest

from bot.cards.plan_forms import EXAMPLE
from bot.language import action_lines, action_timing
from bot.language.action_lines import Lines, Row
from bot.language.action_timing import Timed, Timing, Vague, Wrong, marks, settled

TODAY, REVIEW = date(2017, 12, 20), date(2017, 12, 7)
JANUARY = Timed(date(2018, 1, 12))


def read(text: str, asked: str = "") -> Lines:
    return action_lines.read(text, today=TODAY, review_day=REVIEW, asked=asked)


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Visit Holly Lane", Row("Visit Holly Lane", Timed())),
        ("Visit | 12 Jan | Tom | a, c | Cover", Row("Visit", JANUARY, "Tom", "ac", "Cover")),
        ("Visit; by 12 January; Tom", Row("Visit", JANUARY, "Tom")),
        ("Visit\t12 Jan\tTom\tNeeds cover", Row("Visit", JANUARY, "Tom", "", "Needs cover")),
        ("| Visit | 12 Jan |", Row("Visit", JANUARY)),
        ("2. Visit | | Tom", Row("Visit", Timed(), "Tom")),
        ("• Read daily; check weekly", Row("Read daily; check weekly", Timed())),
        (
            "Visit | 12 Jan | Tom | b | Cover | and a bus",
            Row("Visit", JANUARY, "Tom", "b", "Cover; and a bus"),
        ),
    ],
)
def test_a_line_is_an_action_with_what_stands_after_it(line: str, row: Row) -> None:
    assert read(line) == Lines((row,))


@pytest.mark.parametrize("between", ["|", " | ", ";", "; ", "\t"])
def test_what_is_easy_to_type_on_a_phone_or_comes_from_a_spreadsheet_reads_the_same(between: str) -> None:
    for many in (2, 3, 5):
        said = between.join(("Visit", "12 Jan", "Tom", "a", "Cover")[:many])
        wanted = Row("Visit", JANUARY, *("Tom", "a", "Cover")[: many - 2])
        assert read(said) == Lines((wanted,))


def test_the_example_beside_the_field_is_read_as_it_says() -> None:
    [row] = read(EXAMPLE).rows
    assert row == Row(
        "Pair reading in Year 3", Timed(date(2018, 3, 23)), "Tom Garrod", "a", "Holly Lane can show how"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Read daily; check weekly",
        "Visit Holly Lane; ongoing",
        "Ask: who; when?",
    ],
)
def test_a_semicolon_in_a_sentence_divides_nothing(line: str) -> None:
    assert read(line) == Lines((Row(line.strip(), Timed()),))


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Visit; then write | 12 Jan | Tom", Row("Visit; then write", JANUARY, "Tom")),
        ("Visit; then write\t12 Jan", Row("Visit; then write", JANUARY)),
        ("Visit | Tom\t12 Jan", Row("Visit | Tom", JANUARY)),
    ],
)
def test_a_tab_divides_before_a_bar_and_a_bar_before_a_semicolon(line: str, row: Row) -> None:
    assert read(line) == Lines((row,))


def test_a_table_pasted_with_the_headings_of_the_form_is_read_by_them() -> None:
    heading = (
        "Action required\tTimings and deadlines (be specific where possible)\tWho will deliver this action?"
    )
    found = read(f"{heading}\tComments / Further Support\nVisit\t12 Jan\tTom\tb")
    assert found.rows == (Row("Visit", JANUARY, "Tom", "", "b"),)


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("a", "a"),
        ("c and b", "bc"),
        ("(a), (c)", "ac"),
        ("abc", "abc"),
        ("within the reviewed school itself", "a"),
        ("Outside of the partnership", "c"),
        ("partnership / school: a", None),
        ("", ""),
        ("the English Hub", None),
    ],
)
def test_support_is_read_from_letters_and_from_the_words_of_the_form(typed: str, letters: str | None) -> None:
    assert action_lines.support(typed) == letters


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", Timed()),
        ("by Fri 12 Jan", JANUARY),
        ("2018-01-12", JANUARY),
        # Only one of the two years is after the review.
        ("1 Dec", Timed(date(2018, 12, 1))),
        ("7 Dec 2017", Timed(REVIEW)),
    ],
)
def test_a_plain_date_is_a_deadline(typed: str, expected: Timing) -> None:
    assert action_timing.read(typed, today=TODAY, review_day=REVIEW) == expected


@pytest.mark.parametrize("typed", ["ongoing", "ASAP", "tbc", "end of term", "July 2018", "next Friday"])
def test_other_words_are_asked_about_once_and_then_kept(typed: str) -> None:
    found = action_timing.read(typed, today=TODAY, review_day=REVIEW)
    assert isinstance(found, Vague)
    assert settled(found, "") == found
    assert settled(found, marks([typed.casefold()])) == Timed(None, typed)
    assert isinstance(settled(found, marks(["something else"])), Vague)


def test_a_deadline_before_the_review_is_wrong_and_stays_so() -> None:
    found = action_timing.read("1 Dec 2017", today=TODAY, review_day=REVIEW)
    assert isinstance(found, Wrong)
    assert settled(found, marks(["1 Dec 2017"])) == found


def test_the_marks_of_what_is_asked_about_hold_no_word_of_it() -> None:
    assert "ongoing" not in marks(["ongoing"])
    assert marks(["Ongoing", "ongoing"]) == marks(["ongoing"])

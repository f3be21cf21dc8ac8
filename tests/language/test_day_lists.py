"""Numbered lists and pasted tables as the timetable of a day: what is a time in them, and what is not."""

import pytest

from bot.language.day_rows import Typed, read
from bot.rules.day import DayRow
from tests.language.test_day_rows import at


@pytest.mark.parametrize(
    "typed",
    [
        "1. 9.15 Phonics\n2. 10 Break\n3. half 10 Maths",
        "1) 9.15 Phonics\n2) 10 Break\n3) half 10 Maths",
        "(1) 9.15 Phonics\n(2) 10 Break\n(3) half 10 Maths",
        "• 1. 9.15 Phonics\n• 2. 10 Break\n• 3. half 10 Maths",
        "Our day\n1. 9.15 Phonics\n2. 10 Break\n3. half 10 Maths",
        "1 | 9.15 | Phonics\n2 | 10 | Break\n3 | half 10 | Maths",
        "1\t9.15\tPhonics\n2\t10\tBreak\n3\thalf 10\tMaths",
        "1 9.15 Phonics\n2 10.00 Break\n3 10.30 Maths",
        "No. | Time | Activity\n1 | 9.15 | Phonics\n2 | 10 | Break\n3 | half 10 | Maths",
    ],
)
def test_the_numbers_of_a_list_are_no_times(typed: str) -> None:
    assert read(typed).rows == (
        DayRow(at("09:15"), None, "Phonics"),
        DayRow(at("10:00"), None, "Break"),
        DayRow(at("10:30"), None, "Maths"),
    )


UNCLEAR = (
    "I can’t tell whether “{}” is a time or the number of the row. "
    "Please leave such numbers out, and write a time like 09:15."
)


@pytest.mark.parametrize(
    ("typed", "unclear"),
    [
        ("2. 10 Break", "2"),
        ("1. 10 Break", "1"),
        ("1. Lunch", "1"),
        ("1. 9 Welcome\n1. 10 Break", "1 1"),
        ("1. Lunch\n2. Feedback", "1 2"),
        ("1. Welcome\n2. Assembly\n3. Phonics\n4. A\n5. B\n6. C\n7. D\n8. E", "1 2 3 4 5 6 7 8"),
        ("1. 10 Break\n2. 15 Maths", "1 2"),
        ("8.30 Welcome\n1. 9.15 Phonics\n2. 10 Break", "2"),
        ("9. 9 Assembly", "9"),
        ("1: 9.15 Phonics", "1"),
        ("9 9.30 Phonics", "9"),
        ("9 15 Phonics", "9"),
        ("1 9 Phonics\n2 10 Break", "1 2"),
        ("1 | 14.00 | Maths\n2 | 15.00 | Music", "1 2"),
    ],
)
def test_a_number_that_could_be_a_time_is_asked_about(typed: str, unclear: str) -> None:
    problems = read(typed).problems
    assert [problem.partition("): ")[2] for problem in problems] == [
        UNCLEAR.format(number) for number in unclear.split()
    ]


def test_an_item_of_a_list_without_a_time_gets_its_sentence_and_the_others_stay() -> None:
    found = read("1. Welcome\n2. 9.15 Phonics\n3. 10 Break")
    assert [row.starts for row in found.rows] == [at("09:15"), at("10:00")]
    assert found.problems == (
        "Row 1 (“1. Welcome”): this has no time. If it is a heading, please leave it out; "
        "otherwise begin with a time, such as 9.15 or 09:15–10:00.",
    )


@pytest.mark.parametrize(
    "typed",
    [
        "9. Assembly\n10. Break\n11. Phonics\n12. Lunch",
        "9 Assembly\n10 Break\n11 Phonics\n12 Lunch",
        "9 | Assembly\n10 | Break\n11 | Phonics\n12 | Lunch",
        "9 | 10 | Assembly\n10 | 11 | Break\n11 | 12 | Phonics\n12 noon | Lunch",
    ],
)
def test_hours_stay_hours(typed: str) -> None:
    found = read(typed)
    assert found.problems == ()
    assert [row.starts.hour for row in found.rows] == [9, 10, 11, 12]
    assert [row.activity for row in found.rows] == ["Assembly", "Break", "Phonics", "Lunch"]


def test_after_an_hour_children_are_counted() -> None:
    assert read("10 5 children read").rows == (DayRow(at("10:00"), None, "5 children read"),)


@pytest.mark.parametrize(
    "typed", ["7 December 2017", "7.12.2017 Oak", "07/12/17", "7 Dec: the review", "7-12-2017"]
)
def test_a_date_at_the_top_is_no_time(typed: str) -> None:
    found = read(f"{typed}\n9.15 Phonics")
    assert [row.activity for row in found.rows] == ["Phonics"]
    assert found.problems == (
        f"Row 1 (“{typed}”): this has no time. If it is a heading, please leave it out; "
        "otherwise begin with a time, such as 9.15 or 09:15–10:00.",
    )


@pytest.mark.parametrize(
    "typed",
    [
        "Time | Activity | Place | With\n9.15-10 | Phonics | Year 1 | KM",
        "| Time | Activity | Place | With |\n|---|:--|---|---|\n| 9.15–10 | Phonics | Year 1 | KM |",
        "Time\tActivity\tWhere\tWho\n9.15-10\tPhonics\tYear 1\tKM",
        "Time\tActivity\tStaff\tRoom\n9.15-10\tPhonics\tKM\tYear 1",
        "Activity | Place | With | Time\nPhonics | Year 1 | KM | 9.15-10",
        "Start | End | Session | Room | Led by\n9.15 | 10.00 | Phonics | Year 1 | with KM",
        "9.15 | 10.00 | Phonics | Year 1 | KM",
        "Time, Activity, Place, With\n9.15-10 Phonics, Year 1, KM",
        "*When* | *What* | *Where* | *With whom*\n9.15-10 | Phonics | Year 1 | KM",
    ],
)
def test_a_pasted_table_is_read_by_its_columns_and_its_header_is_passed_over(typed: str) -> None:
    assert read(typed) == Typed((DayRow(at("09:15"), at("10:00"), "Phonics", "Year 1", "KM"),), ())


def test_a_column_of_another_name_stays_with_the_activity() -> None:
    [row] = read("Time | Activity | Focus | Place\n9.15 | Phonics | Reading | Year 1").rows
    assert (row.activity, row.place) == ("Phonics, Reading", "Year 1")

"""The timetable of a day as people type it, a row a line."""

import re
import time as clock
from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.day_rows import Typed, as_text, read
from bot.rules.day import DayRow


def at(text: str) -> time:
    return time.fromisoformat(text)


@pytest.mark.parametrize(
    ("typed", "starts", "ends"),
    [
        ("9.15 Phonics", "09:15", ""),
        ("9:15 Phonics", "09:15", ""),
        ("0915 Phonics", "09:15", ""),
        ("09:15 Phonics", "09:15", ""),
        ("9am Phonics", "09:00", ""),
        ("9 a.m. Phonics", "09:00", ""),
        ("9.15am Phonics", "09:15", ""),
        ("9 Phonics", "09:00", ""),
        ("9 o’clock Phonics", "09:00", ""),
        ("nine o'clock Phonics", "09:00", ""),
        ("1.30 Phonics", "13:30", ""),
        ("1330 Phonics", "13:30", ""),
        ("13:30h Phonics", "13:30", ""),
        ("1.30pm Phonics", "13:30", ""),
        ("6.59 Phonics", "18:59", ""),
        ("7 Phonics", "07:00", ""),
        ("12 Phonics", "12:00", ""),
        ("12.30pm Phonics", "12:30", ""),
        ("noon Phonics", "12:00", ""),
        ("Midday: Phonics", "12:00", ""),
        ("half 2 Phonics", "14:30", ""),
        ("half 9 Phonics", "09:30", ""),
        ("Half past nine Phonics", "09:30", ""),
        ("quarter to 10 Phonics", "09:45", ""),
        ("quarter to one Phonics", "12:45", ""),
        ("a quarter past 1 Phonics", "13:15", ""),
        ("ten past nine Phonics", "09:10", ""),
        ("20 to 10 Phonics", "09:40", ""),
        ("twenty-five minutes past 2 Phonics", "14:25", ""),
        ("at 9.15 – Phonics", "09:15", ""),
        ("09:15-10:00 Phonics", "09:15", "10:00"),
        ("9.15 – 10.00 Phonics", "09:15", "10:00"),
        ("9.15 — 10 Phonics", "09:15", "10:00"),
        ("9-10 Phonics", "09:00", "10:00"),
        ("9-10am Phonics", "09:00", "10:00"),
        ("11.30–1 Phonics", "11:30", "13:00"),
        ("1-2pm Phonics", "13:00", "14:00"),
        ("from 9.15 until 10.00 Phonics", "09:15", "10:00"),
        ("9 to 9.30 Phonics", "09:00", "09:30"),
        ("noon till half 1 Phonics", "12:00", "13:30"),
        ("- 9.15 Phonics", "09:15", ""),
        ("• 9.15: Phonics", "09:15", ""),
        ("2. 9.15 Phonics", "09:15", ""),
        ("9.15\tPhonics", "09:15", ""),
        ("9.15\u00a0Phonics", "09:15", ""),
    ],
)
def test_a_time_however_it_is_typed(typed: str, starts: str, ends: str) -> None:
    found = read(typed)
    assert found.problems == ()
    assert found.rows == (DayRow(at(starts), at(ends) if ends else None, "Phonics"),)


@pytest.mark.parametrize(
    ("typed", "activity", "place", "whom"),
    [
        ("9.15 Phonics, Year 1, with KM", "Phonics", "Year 1", "KM"),
        ("09:15-10:00 Maths | Year 4 | Ms Ode", "Maths", "Year 4", "Ms Ode"),
        ("half 9 Assembly", "Assembly", "", ""),
        ("10.30 – 11.15 Learning walk, with Priya", "Learning walk", "", "Priya"),
        ("9.15 Phonics, Year 1, with KM, SO", "Phonics", "Year 1", "KM, SO"),
        ("9.15 Phonics, Year 1, with KM, with SO", "Phonics", "Year 1", "KM, SO"),
        ("9.15 Lunch, hall, with pupils, parents and staff", "Lunch", "hall", "pupils, parents and staff"),
        ("9.15 Learning walk with KM", "Learning walk", "", "KM"),
        ("9.15 Pupil voice with Mrs O’Neill and SW", "Pupil voice", "", "Mrs O’Neill and SW"),
        ("9.15 Phonics, Year 1 with Siân", "Phonics", "Year 1", "Siân"),
        ("9.15 Phonics, Year 1, KM", "Phonics", "Year 1", "KM"),
        ("9.15\tPhonics\tYear 1\tKM", "Phonics", "Year 1", "KM"),
        ("9.15 | Phonics, reading | Year 1 | KM, SO", "Phonics, reading", "Year 1", "KM, SO"),
        ("12.00 Lunch w/ Priya", "Lunch", "", "Priya"),
        ("12.00 Lunch, w/ the team", "Lunch", "", "the team"),
        ("9.15 | Phonics | | KM", "Phonics", "", "KM"),
        ("9.15\tPhonics\t\tKM", "Phonics", "", "KM"),
        ("| 9.15 | Lunch with pupils | hall | KM |", "Lunch with pupils", "hall", "KM"),
        ("9.15 | Phonics | Year 1 | KM | until it rains", "Phonics", "Year 1", "KM, until it rains"),
        ("9.15 Without a head start", "Without a head start", "", ""),
        ("9.15 to be confirmed", "to be confirmed", "", ""),
        ("9.15 Phonics, , Year 1", "Phonics", "Year 1", ""),
        ("9.15 *Phonics* & <b>", "*Phonics* & <b>", "", ""),
    ],
)
def test_what_where_and_with_whom(typed: str, activity: str, place: str, whom: str) -> None:
    [row] = read(typed).rows
    assert (row.activity, row.place, row.with_whom) == (activity, place, whom)


@pytest.mark.parametrize(
    "activity",
    [
        "Lunch with pupils, parents and staff, hall",
        "Phonics with KM in Year 1",
        "Phonics with KM, Year 1",
        "Phonics, with KM, Year 1",
        "Maths with counters",
        "Meeting with Year 6 pupils about reading",
        "Lunch, hall with pupils",
        "Tea, coffee and biscuits",
        "Reading, writing and maths, Year 4",
        "Lunch, hall, bring a plate",
        "Assembly, Years 3 and 4, Hall",
        "Phonics, reading, Year 1, KM",
    ],
)
def test_where_commas_could_mean_something_else_the_words_stay_together(activity: str) -> None:
    assert read(f"9.15 {activity}").rows == (DayRow(at("09:15"), None, activity),)


def test_with_whom_at_the_end_is_plain_even_where_the_rest_stays_together() -> None:
    [row] = read("9.15 Reading, writing and maths, Year 4, with KM").rows
    assert (row.activity, row.place, row.with_whom) == ("Reading, writing and maths, Year 4", "", "KM")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("Phonics", "please begin with a time, such as 9.15 or 09:15–10:00."),
        ("2nd session", "please begin with a time, such as 9.15 or 09:15–10:00."),
        ("9.5 Phonics", "please begin with a time, such as 9.15 or 09:15–10:00."),
        (
            "9.75 Phonics",
            "there is no time “9.75”, so please begin with a time, such as 9.15 or 09:15–10:00.",
        ),
        ("9.15", "it says when, but not what happens then."),
        ("9.15 with KM", "it says when, but not what happens then."),
        ("9.15 noon", "it says when, but not what happens then."),
        ("9.15 | 10.00 |", "it says when, but not what happens then."),
        ("9.15 | | Hall", "it says when, but not what happens then."),
        ("06:30 Breakfast", "“06:30” is outside the school day: the day goes from 07:00 to 18:59."),
        ("6am Breakfast", "“6am” is outside the school day: the day goes from 07:00 to 18:59."),
        ("7pm Governors", "“7pm” is outside the school day: the day goes from 07:00 to 18:59."),
        ("10-9.30 Maths", "it ends at 09:30, which is not after 10:00."),
        ("9.15-9.15 Maths", "it ends at 09:15, which is not after 09:15."),
        (
            "10 to 11 Maths",
            "I can’t tell what “10 to 11” means. Please write it like 10:50, or like 10:00–11:00.",
        ),
        (
            "9.15 – 10 children read",
            "I can’t tell whether that ends at a time. Please write it like 09:15–10:00.",
        ),
    ],
)
def test_a_row_that_cannot_be_read_says_why(typed: str, why: str) -> None:
    found = read(f"8.30 Welcome\n\n{typed}")
    assert found.rows == (DayRow(at("08:30"), None, "Welcome"),)
    assert found.problems == (f"Row 2 (“{typed}”): {why}",)


def test_rows_may_be_at_one_time_and_may_overlap() -> None:
    found = read("9-10.30 Learning walk with KM\n9.15 Phonics\n9.15 Maths\n9.30 Pupil voice with SW")
    assert found.problems == ()
    assert [row.activity for row in found.rows] == ["Learning walk", "Phonics", "Maths", "Pupil voice"]


def test_the_same_row_twice_is_one() -> None:
    found = read("9.15 Phonics, Year 1, with KM\n10 Break\n09:15 | Phonics | Year 1 | KM")
    assert [row.activity for row in found.rows] == ["Phonics", "Break"]


def test_rows_are_put_in_the_order_of_the_day() -> None:
    found = read("11 Walk\n1.30 Feedback\n9 Welcome\n10.45 Break\n9 Coffee\nnoon Lunch")
    assert found.problems == ()
    assert [row.activity for row in found.rows] == [
        "Welcome",
        "Coffee",
        "Break",
        "Walk",
        "Lunch",
        "Feedback",
    ]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (
            "6.30 Breakfast\n8.30 Welcome",
            "Row 1 (“6.30 Breakfast”): I read that as 18:30, but it stands before row 2, which is at 08:30.",
        ),
        (
            "9 Welcome\n3 Feedback\n7 Governors",
            "Row 3 (“7 Governors”): I read that as 07:00, but it stands after row 1, which is at 09:00.",
        ),
        (
            "quarter to 7 Breakfast\n8.30 Welcome",
            "Row 1 (“quarter to 7 Breakfast”): I read that as 18:45, but it stands before row 2, which is at "
            "08:30.",
        ),
    ],
)
def test_order_that_tells_of_another_half_of_the_day_is_asked_about(typed: str, asked: str) -> None:
    [problem] = read(typed).problems
    assert problem == (
        f"{asked} If that is right, please write it like {asked.split(', but')[0][-5:]}; "
        "the day goes from 07:00 to 18:59."
    )


@pytest.mark.parametrize(
    "typed",
    [
        "18:30 Breakfast\n8.30 Welcome",
        "6.30pm Breakfast\n8.30 Welcome",
        "9 Welcome\n3 Feedback\n07:00 Governors",
        "9 Welcome\n3 Feedback\n7am Governors",
        "7 Breakfast\n9 Welcome\n6.30 Governors",
        "9 Welcome\n6 Governors\n3 Feedback",
    ],
)
def test_where_the_half_of_the_day_is_plain_the_order_is_not_asked_about(typed: str) -> None:
    found = read(typed)
    assert found.problems == ()
    assert [row.starts for row in found.rows] == sorted(row.starts for row in found.rows)


def test_a_row_may_begin_when_another_ends_and_one_without_an_end_lasts_to_the_next() -> None:
    assert read("9-10 Maths\n10 Break\n10.20-11 Phonics").problems == ()


def test_nothing_too_many_and_too_long() -> None:
    for nothing in (" \n ", "---", "Time | Activity"):
        assert read(nothing).problems == (
            "Please write at least one row, for example: 9.15 Phonics, Year 1, with KM.",
        )
    assert read("9 x\n" * 41).problems == ("A timetable can have 40 rows; this has 41.",)
    [problem] = read("9.15 " + "x" * 201).problems
    assert problem.endswith("x…”): please keep a row to 200 characters; this has 201.")
    assert read("9.15 " + "x" * 200).problems == ()


def test_the_longest_row_can_be_written_and_read_again() -> None:
    rows = read(f"9.15 {'x' * 66},{'y' * 66},with {'z' * 68}").rows
    assert read(as_text(rows)) == Typed(rows, ())


def test_forty_rows_are_enough() -> None:
    rows = "\n".join(f"{7 + n // 6}:{n % 6 * 10:02} Lesson {n}" for n in range(40))
    assert len(read(rows).rows) == 40


PARTS = st.sampled_from(
    [
        "9.15",
        "10",
        "half 2",
        "to",
        "-",
        "–",
        "with",
        "w/",
        "|",
        ",",
        "KM",
        "Year 1",
        "Maths",
        "noon",
        "reading and writing",
        "2.",
        "Time | With | Activity\n",
        ":",
        " ",
        "\t",
        ".",
    ]
)
LINES = st.lists(st.lists(PARTS, max_size=9).map(" ".join), max_size=5).map("\n".join)


@pytest.mark.parametrize("typed", ["9.15 with KM | -", "9.15 | - | Hall", "9.15 Maths | – | with KM"])
def test_a_stroke_is_neither_an_activity_nor_a_place(typed: str) -> None:
    found = read(typed)
    assert read(as_text(found.rows)) == Typed(found.rows, ()) or found.problems
    assert all(row.activity in ("Hall", "Maths") and row.place == "" for row in found.rows)


@given(LINES | st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_what_was_read_can_be_written_and_read_again(typed: str) -> None:
    rows = read(typed).rows
    assert read(as_text(rows)).rows == rows
    assert not rows or read(as_text(rows)).problems == ()


@given(st.text(max_size=3000))
@settings(max_examples=100, deadline=None)
def test_anything_gets_rows_or_a_sentence(typed: str) -> None:
    found = read(typed)
    assert found.rows or found.problems
    assert all(re.match(r"Row \d|Please|A timetable", sentence) for sentence in found.problems)


def test_a_long_text_is_read_in_no_time() -> None:
    began = clock.perf_counter()
    read("9.15 " + "to " * 60_000)
    read("\n".join(["9 - " * 50] * 40))
    read("9.15 Phonics" + " " * 60_000 + "Year 1")
    read("9 | " * 60_000)
    read("1. 9.15 Phonics\n" * 20_000)
    assert clock.perf_counter() - began < 1

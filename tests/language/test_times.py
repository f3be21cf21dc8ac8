"""A time of day as people type it."""

from datetime import time

import pytest

from bot.language.time_field import read


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("14:30", time(14, 30)),
        ("14.30", time(14, 30)),
        ("1430", time(14, 30)),
        ("09:15", time(9, 15)),
        ("9", time(9)),
        ("9.15", time(9, 15)),
        ("at 9.15", time(9, 15)),
        ("2pm", time(14)),
        ("2 PM", time(14)),
        ("2.30pm", time(14, 30)),
        ("2:30 p.m.", time(14, 30)),
        ("12pm", time(12)),
        ("12am", time(0)),
        ("noon", time(12)),
        ("12 noon", time(12)),
        ("02:30", time(2, 30)),
        ("2.30", time(14, 30)),
        ("2", time(14)),
        ("half 2", time(14, 30)),
        ("quarter to 10", time(9, 45)),
        ("from 9", time(9)),
        ("after lunch", time(13)),
        ("end of the school day", time(15, 30)),
        ("twenty past nine", time(9, 20)),
        ("9 o’clock", time(9)),
        ("0900hrs", time(9)),
        ("half 9 in the morning", time(9, 30)),
    ],
)
def test_a_time_is_read(typed: str, found: time) -> None:
    assert read(typed) == found


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Please give a time, for example 14:30 or 2.30pm."),
        ("25:00", "There is no time 25:00."),
        ("13am", "There is no time 13am."),
        ("9:60", "There is no time 9:60."),
        ("9.15 or so", "I couldn’t read “9.15 or so” as a time."),
        ("7", "Do you mean 07:00 or 19:00?"),
        ("9ish", "At what time exactly?"),
        ("10 to 11", "At what time exactly?"),
        ("9 to 12", "Please give the time at which it begins, for example 14:30 or 2.30pm."),
        ("morning", "Please give the time at which it begins, for example 14:30 or 2.30pm."),
        ("٣", "I couldn’t read “٣” as a time."),
        ("9" * 10_000, "That is too long for a time."),
    ],
)
def test_what_is_no_time_or_could_be_two_gets_a_sentence(typed: str, sentence: str) -> None:
    assert str(read(typed)).startswith(sentence)

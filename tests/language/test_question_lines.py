"""Enquiry questions typed one a line."""

from bot.language.question_lines import LONGEST, read


def test_a_line_is_a_question_with_or_without_its_sources() -> None:
    found = read("How do pupils talk about books? | Books | talks\n\n 2. Is phonics taught in one way?\n")
    assert found.rows == (
        ("How do pupils talk about books?", "Books | talks"),
        ("Is phonics taught in one way?", ""),
    )
    assert found.problems == ()


def test_bullets_are_left_out_and_numbers_in_a_sentence_stay() -> None:
    found = read("- One?\n• Two?\n3) Three?\n3 in 10 pupils read: why?\n-5 degrees?")
    assert [question for question, _ in found.rows] == [
        "One?",
        "Two?",
        "Three?",
        "3 in 10 pupils read: why?",
        "-5 degrees?",
    ]


def test_every_line_that_will_not_do_has_a_sentence() -> None:
    long = "x" * (LONGEST + 1)
    found = read(f"Why?\n| Books\n{long}\nWhy? | {long}")
    assert found.problems == (
        "Line 2: the question is missing before the “|”.",
        "Line 3: the question has 501 characters; please keep to 500.",
        "Line 4: the sources have 501 characters; please keep to 500.",
    )

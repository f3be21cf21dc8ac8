"""What reviewers type on the day."""

import pytest

from bot.language.note_lines import Headed, headed, read, under
from bot.rules.findings import LONGEST, Strand


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("strength: calm corridors", Headed("", Strand.STRENGTH, "calm corridors")),
        ("Strengths: calm corridors", Headed("", Strand.STRENGTH, "calm corridors")),
        ("area of strength: calm", Headed("", Strand.STRENGTH, "calm")),
        ("Oak strength: calm: very", Headed("Oak", Strand.STRENGTH, "calm: very")),
        ("Oak Primary, strength: calm", Headed("Oak Primary", Strand.STRENGTH, "calm")),
        ("development: marking", Headed("", Strand.DEVELOPMENT, "marking")),
        ("Area for development : marking", Headed("", Strand.DEVELOPMENT, "marking")),
        ("AFD: marking", Headed("", Strand.DEVELOPMENT, "marking")),
        ("key area explored: reading", Headed("", Strand.EXPLORED, "reading")),
        ("explored: reading", Headed("", Strand.EXPLORED, "reading")),
        ("activities undertaken: learning walk", Headed("", Strand.ACTIVITY, "learning walk")),
        (
            "activity: talked about strength: theirs",
            Headed("", Strand.ACTIVITY, "talked about strength: theirs"),
        ),
        ("strength:\ncalm\nkind", Headed("", Strand.STRENGTH, "calm\nkind")),
        ("calm corridors", Headed("", None, "calm corridors")),
        ("the strength of it all", Headed("", None, "the strength of it all")),
        ("strength:", Headed("", Strand.STRENGTH, "")),
        ("", Headed("", None, "")),
    ],
)
def test_the_heading_stands_before_a_colon(typed: str, expected: Headed) -> None:
    assert headed(typed) == expected


def test_a_colon_far_into_a_text_makes_no_heading() -> None:
    text = f"{'On and on we went. ' * 6}Its strength: calm"
    assert headed(text) == Headed("", None, text)


def test_a_line_with_another_heading_starts_it_for_those_that_follow() -> None:
    typed = "calm\n- kind\ndevelopment: marking\nphonics\nactivity:\nlearning walk: Year 1"
    assert under(Strand.STRENGTH, typed) == {
        Strand.STRENGTH: "calm\n- kind",
        Strand.DEVELOPMENT: "marking\nphonics",
        Strand.ACTIVITY: "\nlearning walk: Year 1",
    }


def test_a_heading_within_a_line_is_none() -> None:
    assert under(Strand.STRENGTH, "talked about development: a lot") == {
        Strand.STRENGTH: "talked about development: a lot"
    }


def test_bullets_and_blank_lines_are_no_notes() -> None:
    assert read("- calm\n\n 2) kind \n• 3 hens\n*bold*").texts == ("calm", "kind", "3 hens", "*bold*")


def test_what_is_too_long_or_too_much_is_said() -> None:
    assert read("a" * LONGEST).problems == ()
    [long] = read(f"short\n{'a' * (LONGEST + 1)}").problems
    assert long.startswith("“aaaa")
    assert "1,001 characters" in long
    assert read("a\n" * 40).problems == ()
    assert read("\n".join(map(str, range(41)))).problems == (
        "These are 41 lines; please send up to 40 at once.",
    )

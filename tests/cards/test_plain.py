"""The plain text of a card, and how long text is cut into pieces."""

from hypothesis import given
from hypothesis import strategies as st

from bot.cards import words
from bot.cards.model import (
    Card,
    Facts,
    Heading,
    Line,
    Link,
    Listing,
    OneOf,
    People,
    Progress,
    Row,
    SomeOf,
    Strong,
    Table,
    Text,
    YesNo,
)
from bot.cards.plain import plain
from tests.cards.examples import BACK, BOOK, DOCUMENTS, SCHOOLS


def test_a_whole_card() -> None:
    card = Card(
        "Schedule a review",
        (
            Heading("Who takes part"),
            Text(("On ", Strong("Tuesday"), ".")),
            Text("Short notice.", "warning"),
            Facts((("Lead", "Ali"), ("Note", ""))),
            Listing((Row("Oak", "Booked", (BACK, Link("Paper", "https://example.org/7"))),)),
            Table("Milestones", ("What", "When"), (("Pack", "31 October"),)),
            Progress("Stage", ("A", "B"), 0),
        ),
        (BOOK, BACK),
    )
    assert plain(card) == (
        "Schedule a review\n\nWho takes part\n\nOn Tuesday.\n\n⚠ Please note: Short notice.\n\n"
        "Lead: Ali\nNote: –\n\nOak\nBooked\n[Back] Paper: https://example.org/7\n\n"
        "Milestones\nWhat: Pack; When: 31 October\n\nStage 1 of 2: A (next: B)\n\n[Book it] [Back]"
    )


def test_fields_are_labels_with_their_answers() -> None:
    card = Card(
        "T",
        (
            Line(name="a", label="Room", required=False),
            Line(name="b", label="School", value="Oak", error="Which Oak?"),
            OneOf(name="c", label="Lead", groups=SCHOOLS, value="1"),
            People(name="d", label="Team", groups=SCHOOLS, values=("2", "0"), most=2),
            SomeOf(name="e", label="Papers", options=DOCUMENTS, values=("d3", "gone")),
            YesNo(name="f", label="Sure?", value="yes"),
        ),
    )
    assert plain(card).split("\n\n")[1:] == [
        "Room (optional):",
        "⚠ Which Oak?\nSchool: Oak",
        "Lead: Ali Demir 1",
        "Team: Siân Gwŷn 2, Carys Vaughan 0",
        "Papers: Document 3, gone",
        "Sure?: Yes",
    ]


@given(st.text(alphabet=st.sampled_from("ab \nŵ👩"), max_size=200), st.integers(1, 30))
def test_pieces_are_short_and_together_the_text_again(text: str, room: int) -> None:
    parts = words.pieces(text, room)
    assert "".join(parts) == text
    assert all(0 < len(part) <= room for part in parts)


def test_a_piece_ends_after_a_line_or_a_word() -> None:
    assert words.pieces("one two three", 9) == ["one two ", "three"]
    assert words.pieces("one two\nthree", 9) == ["one two\n", "three"]

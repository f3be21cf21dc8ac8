"""A long text in boxes that every surface takes, and one text again when it comes in."""

import pytest

from bot.cards.long_text import BOX, boxes, joined
from bot.cards.model import Prose


def there_and_back(text: str, *, stripped: bool = False) -> str:
    fields = {one.name: (one.value.strip() if stripped else one.value,) for one in boxes(asked(text))}
    return joined(fields, "text")


def asked(text: str) -> Prose:
    return Prose(name="text", label="Point", hint="Say it.", value=text, error="Too long.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Calm",
        "a" * 5_000,
        "Word by word. " * 357,
        "One line.\n\nAnother.\n" * 250,
        "a" * BOX,
        "é" * 2_801,
    ],
)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert there_and_back(text) == text.strip()


def test_a_blank_that_a_platform_leaves_out_at_the_end_of_a_box_is_put_back() -> None:
    text = ("Word by word. " * 357).strip()
    assert there_and_back(text, stripped=True) == text


def test_a_short_text_has_one_box_and_a_nearly_full_one_room_for_more() -> None:
    assert [one.name for one in boxes(asked("Calm"))] == ["text"]
    first, second = boxes(asked("a" * 2_600))
    assert (second.name, second.value, second.required, second.error) == ("text2", "", False, "")
    assert first.error == "Too long."


def test_every_box_is_within_what_slack_takes() -> None:
    assert all(len(one.value) <= BOX for one in boxes(asked("a" * 9_999)))


def test_line_breaks_of_a_browser_are_line_breaks() -> None:
    assert joined({"text": ("One\r\nTwo\r\n",)}, "text") == "One\nTwo"

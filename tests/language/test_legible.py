"""Whatever characters come in, what is kept can be stored and shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.legible import legible


@pytest.mark.parametrize(
    ("came", "kept"),
    [
        ("a\x00b", "ab"),
        ("a\x1b[31mb\x7f\x9f", "a[31mb"),
        ("a\ud800b", "a�b"),
        ("a\udc00", "a�"),
        ("\ud83c\udf89", "🎉"),
        ("one\r\ntwo\rthree\vfour\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("one\n\ttwo", "one\n\ttwo"),
        ("Ŵyl 🎉 👩‍🏫 <b>", "Ŵyl 🎉 👩‍🏫 <b>"),
    ],
)
def test_only_what_can_be_shown_is_kept(came: str, kept: str) -> None:
    assert legible(came) == kept


@given(st.text(st.characters()))
def test_it_can_always_be_stored_and_is_left_alone_the_second_time(came: str) -> None:
    kept = legible(came)
    assert "\x00" not in kept
    assert legible(kept.encode().decode()) == kept

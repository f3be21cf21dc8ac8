"""Which group is meant, as people type it in its channel."""

import pytest

from bot.language.groups import which
from bot.language.names import Exact

MANAGEMENT, FIRST, SECOND, TENTH = 0, 1, 2, 10
GROUPS = {
    MANAGEMENT: ["The Management Group"],
    FIRST: ["Collaborative Group 1"],
    SECOND: ["Collaborative Group 2"],
    TENTH: ["Collaborative Group 10"],
}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("group 2", SECOND),
        ("Collaborative Group 2", SECOND),
        ("2", SECOND),
        ("group 2's channel", SECOND),
        ("group 2’s channel.", SECOND),
        ("the channel of group 2", SECOND),
        ("channel for Group 2", SECOND),
        ("group 2 here", SECOND),
        ("group 10", TENTH),
        ("group 1", FIRST),
        ("the Management Group", MANAGEMENT),
        ("the Management Group's channel", MANAGEMENT),
        ("management", MANAGEMENT),
    ],
)
def test_a_group_is_known_however_it_is_typed(text: str, group: int) -> None:
    assert which(text, GROUPS) == Exact(group)


@pytest.mark.parametrize(
    "text", ["", " ", "my group", "our group's channel", "our channel", "the group", "here"]
)
def test_no_group_is_named(text: str) -> None:
    assert which(text, GROUPS) is None


@pytest.mark.parametrize(
    "text", ["group 4", "group two or so", "collaborative", "tea", "group 1 or group 2", "x" * 9_000]
)
def test_what_is_not_plain_is_no_group(text: str) -> None:
    assert not isinstance(which(text, GROUPS), Exact | None)

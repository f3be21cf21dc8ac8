"""A long list, a page at a time."""

import pytest

from bot.cards.model import Go, Row, go
from bot.cards.paging import page_of


def rows(count: int) -> list[Row]:
    return [Row(str(n)) for n in range(count)]


def to(page: int) -> Go:
    return go("reviews", page=page)


def shown(count: int, page: int) -> tuple[list[str], list[tuple[str, str]]]:
    on_page, buttons = page_of(rows(count), page, to, size=3)
    return [row.title for row in on_page], [(button.label, str(button.to)) for button in buttons]


@pytest.mark.parametrize(
    ("count", "page", "titles", "buttons"),
    [
        (0, 0, [], []),
        (3, 0, ["0", "1", "2"], []),
        (7, 0, ["0", "1", "2"], [("More (4 left)", "reviews?page=1")]),
        (7, 1, ["3", "4", "5"], [("Earlier", "reviews?page=0"), ("More (1 left)", "reviews?page=2")]),
        (7, 2, ["6"], [("Earlier", "reviews?page=1")]),
    ],
)
def test_a_page(count: int, page: int, titles: list[str], buttons: list[tuple[str, str]]) -> None:
    assert shown(count, page) == (titles, buttons)


@pytest.mark.parametrize(("page", "nearest"), [(-1, 0), (3, 2), (10**9, 2)])
def test_a_page_that_is_not_there_gives_the_nearest(page: int, nearest: int) -> None:
    assert shown(7, page) == shown(7, nearest)
    assert shown(0, page) == ([], [])


def test_every_row_is_on_one_page() -> None:
    titles = [title for page in range(4) for title in shown(10, page)[0]]
    assert titles == [str(n) for n in range(10)]

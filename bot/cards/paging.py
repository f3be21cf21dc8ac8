"""A long list, a page at a time: nothing is left out, the rest is one button away."""

from collections.abc import Callable, Sequence

from bot.cards.model import Button, Go, Row
from bot.cards.words import flat

SIZE = 8
# Of the about 13,000 characters that Slack takes in a message, and of its 50 blocks.
ROOM, MOST_ROWS = 8_000, 14


def page_of(
    rows: Sequence[Row], page: int, to: Callable[[int], Go], size: int = SIZE
) -> tuple[tuple[Row, ...], tuple[Button, ...]]:
    """The rows of a page (counted from 0) and the buttons to its neighbours.

    A page that is not there gives the nearest one that is: lists grow shorter while a card stands in a chat.
    """
    page = max(0, min(page, (len(rows) - 1) // size))
    left = len(rows) - (page + 1) * size
    earlier = (Button("Earlier", to(page - 1)),) if page else ()
    more = (Button(f"More ({left} left)", to(page + 1)),) if left > 0 else ()
    return tuple(rows[page * size : (page + 1) * size]), (*earlier, *more)


def pages_of(
    rows: Sequence[Row], page: int, to: Callable[[int], Go], room: int = ROOM, most: int = MOST_ROWS
) -> tuple[tuple[Row, ...], tuple[Button, ...]]:
    """As `page_of`, with as many rows on each page as have room there: rows may be short or whole notes."""
    pages: list[list[Row]] = [[]]
    taken = 0
    for row in rows:
        needs = len(row.title) + len(flat(row.detail))
        if pages[-1] and (taken + needs > room or len(pages[-1]) == most):
            pages.append([])
            taken = 0
        pages[-1].append(row)
        taken += needs
    page = max(0, min(page, len(pages) - 1))
    left = sum(map(len, pages[page + 1 :]))
    earlier = (Button("Earlier", to(page - 1)),) if page else ()
    more = (Button(f"More ({left} left)", to(page + 1)),) if left else ()
    return tuple(pages[page]), (*earlier, *more)

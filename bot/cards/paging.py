"""A long list, a page at a time: nothing is left out, the rest is one button away."""

from collections.abc import Callable, Sequence

from bot.cards.model import Button, Go, Row

SIZE = 8


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

"""The links to the year at a glance."""

from collections.abc import Sequence

from bot.cards.model import Button, Card, Link, Text, go
from bot.cards.paper_files import YOURS, Address, about

# Years besides the one that is shown.
MOST_OTHERS = 3
STATUS = "They show dates and what is done, and nothing of what was found."


def show(year: str, page: Address, table: Address, others: Sequence[tuple[int, str]]) -> Card:
    """`others`: further school years, by their ids."""
    again = tuple(Button(f"The year {name}", go("year.show", year=one), aside=True) for one, name in others)
    return Card(
        f"Year at a glance: {year}",
        (
            Text(
                "Every review of the year with all its dates, by group and school: as a picture to print on "
                "A4, and as a table for a spreadsheet."
            ),
            *about(page, YOURS, STATUS),
        ),
        (
            Link("The year as a picture", page.url),
            Link("The year as a table (CSV)", table.url),
            *again,
            Button("Put it in my calendar", go("feeds.show"), aside=True),
        ),
    )

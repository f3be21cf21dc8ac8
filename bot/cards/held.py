"""What is said to whoever can mend it, when messages can't arrive."""

from bot.cards.common import HOME
from bot.cards.model import Card, Text


def held(whose: str, problem: str) -> Card:
    """`whose`: who does not get their messages, as the rest of "Messages to …"."""
    return Card(
        f"Messages to {whose} can’t arrive",
        (
            Text(problem, "warning"),
            Text("Nothing is lost: what is waiting goes out by itself once that is mended.", "muted"),
        ),
        (HOME,),
    )

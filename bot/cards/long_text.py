"""A text that may be longer than a box takes: in as many boxes as it needs, and one text again afterwards."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import count, takewhile

from bot.cards.model import Prose
from bot.cards.words import pieces

# Slack's boxes take 3,000 characters.
BOX = 2800
# Whoever has nearly filled a box may have been stopped by its end.
NEARLY = 2500


def boxes(asked: Prose) -> tuple[Prose, ...]:
    """The field in boxes of its own name with a number from 2; the last of a long text has room for more."""
    cut = pieces(asked.value, BOX) or [""]
    if len(cut[-1]) > NEARLY:
        cut.append("")
    first, *others = cut
    return (
        replace(asked, value=first),
        *(
            replace(
                asked,
                name=f"{asked.name}{number}",
                label=f"{asked.label}, continued ({number} of {len(cut)})",
                hint="",
                error="",
                value=value,
                required=False,
            )
            for number, value in enumerate(others, 2)
        ),
    )


def joined(fields: Mapping[str, tuple[str, ...]], name: str) -> str:
    """The text of the boxes of that name, without blanks around it."""
    names = takewhile(lambda one: one in fields, (name if n == 1 else f"{name}{n}" for n in count(1)))
    parts = ["\n".join(next(iter(fields[one]), "").split("\r\n")) for one in names]
    text = ""
    for before, part in zip(["", *parts], parts, strict=False):
        # A box may come back without the blank at its end; one that was cut inside a word is full.
        gap = " " if text and part and not text[-1].isspace() and len(before) != BOX else ""
        text += gap + part
    return text.strip()

"""Buttons and links as Adaptive Card actions."""

from collections.abc import Sequence
from itertools import chain

from bot.cards import words
from bot.cards.model import Button, Confirm, Link
from bot.cards.teams import text
from bot.cards.words import Json

# Teams shows six actions of a set and hides the rest; four fit a phone better.
A_SET = 4
STYLES = {"plain": "default", "primary": "positive", "danger": "destructive"}


def actions(choices: Sequence[Button | Link]) -> list[Json]:
    """The choices in sets of four; an address that Teams may not open stands as text."""
    shown = [one for one in choices if isinstance(one, Button) or words.is_web_address(one.url)]
    closed = [one for one in choices if isinstance(one, Link) and one not in shown]
    sets: list[Json] = [
        {"type": "ActionSet", "actions": [action(one) for one in shown[at : at + A_SET]]}
        for at in range(0, len(shown), A_SET)
    ]
    lines = [text.rich([f"{one.label}: {one.url}"]) for one in closed]
    return [*chain.from_iterable(lines), *sets]


def action(choice: Button | Link) -> Json:
    if isinstance(choice, Link):
        return {"type": "Action.OpenUrl", "title": choice.label, "url": choice.url}
    return asking(choice, choice.confirm) if choice.confirm else execute(choice, choice.label)


def execute(button: Button, title: str) -> Json:
    drawn: Json = {"type": "Action.Execute", "title": title, "verb": str(button.to)}
    aside: Json = {"data": {"aside": True}} if button.aside else {}
    return drawn | aside | {"style": STYLES[button.style]}


def asking(button: Button, confirm: Confirm) -> Json:
    """Adaptive Cards cannot ask back: the question opens below the button, with the answer that acts."""
    no = f"{confirm.no}: press “{button.label}” again to close this."
    body = [
        *text.rich([confirm.title], weight="Bolder"),
        *text.rich([confirm.text]),
        *text.rich([no], isSubtle=True),
    ]
    card = {"type": "AdaptiveCard", "body": body, "actions": [execute(button, confirm.yes)]}
    return {"type": "Action.ShowCard", "title": button.label, "card": card, "style": STYLES[button.style]}

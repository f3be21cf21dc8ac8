"""Buttons and links as Slack's actions blocks."""

from collections.abc import Iterator, Sequence
from itertools import count

from bot.cards import words
from bot.cards.model import Button, Confirm, Link
from bot.cards.slack import text
from bot.cards.words import Json

LABEL = 75
URL = 3000
A_ROW = 5
CONFIRM_TITLE, CONFIRM_TEXT, CONFIRM_ANSWER = 100, 300, 30


class Numbers:
    """Numbers the buttons of one surface: Slack refuses two equal action ids."""

    def __init__(self) -> None:
        self.next = count()

    def row(self, choices: Sequence[Button | Link]) -> list[Json]:
        """The choices in rows of five, with whatever their buttons cannot hold in words above them."""
        drawn = [self.choice(one) for one in choices if isinstance(one, Button) or opens(one)]
        rows = [{"type": "actions", "elements": drawn[at : at + A_ROW]} for at in range(0, len(drawn), A_ROW)]
        return [*text.rich(list(beside(choices))), *rows]

    def choice(self, choice: Button | Link) -> Json:
        drawn: Json = {"type": "button", "text": text.plain(words.shortened(choice.label, LABEL))}
        if isinstance(choice, Link):
            return drawn | {"action_id": f"link:{next(self.next)}", "url": choice.url}
        kind = "aside" if choice.aside else "go"
        drawn |= {"action_id": f"{kind}:{next(self.next)}", "value": str(choice.to)}
        if choice.style != "plain":
            drawn["style"] = choice.style
        return drawn | ({"confirm": confirm(choice.confirm, choice.style)} if choice.confirm else {})


def opens(link: Link) -> bool:
    return words.is_web_address(link.url) and len(link.url) <= URL


def beside(choices: Sequence[Button | Link]) -> Iterator[list[str]]:
    """What the buttons cannot hold: long labels, long questions, addresses that Slack does not open."""
    for choice in choices:
        if isinstance(choice, Link) and not opens(choice):
            yield [f"{choice.label}: {choice.url}"]
        elif len(choice.label) > LABEL:
            yield [f"“{words.shortened(choice.label, LABEL)}” means: {choice.label}"]
        if isinstance(choice, Button) and choice.confirm and not fits(choice.confirm):
            yield [question(choice)]


def question(button: Button) -> str:
    """What a button asks before it acts, as a sentence beside it."""
    asked = button.confirm
    if not asked:
        return ""
    answers = f" ({asked.yes} / {asked.no})" if max(len(asked.yes), len(asked.no)) > CONFIRM_ANSWER else ""
    return f"Before you press “{button.label}”: {asked.title} {asked.text}{answers}"


def fits(confirm: Confirm) -> bool:
    answers = max(len(confirm.yes), len(confirm.no)) <= CONFIRM_ANSWER
    return answers and len(confirm.title) <= CONFIRM_TITLE and len(confirm.text) <= CONFIRM_TEXT


def confirm(asked: Confirm, style: str) -> Json:
    drawn: Json = {
        "title": text.plain(words.shortened(asked.title, CONFIRM_TITLE)),
        "text": text.plain(words.shortened(asked.text, CONFIRM_TEXT) or "Are you sure?"),
        "confirm": text.plain(asked.yes if len(asked.yes) <= CONFIRM_ANSWER else "Yes"),
        "deny": text.plain(asked.no if len(asked.no) <= CONFIRM_ANSWER else "No"),
    }
    return drawn | ({"style": style} if style != "plain" else {})

"""Every card that the bot can show has samples, and each of them holds on every surface."""

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import get_args, get_type_hints

import pytest

import bot.cards
import bot.handlers
from bot.cards import booking
from bot.cards.model import Ask, Button, Card, Link, Listing
from bot.router import ROUTES
from tests.cards import everywhere
from tests.samples import SAMPLES, Three
from tests.samples.registry import Says

assert bot.handlers.__all__

ROOT = Path(bot.cards.__path__[0]).parents[1]
SIZES = Three._fields
# The least that any surface takes: Slack's ids.
LONGEST_TOKEN = 255


def name_of(says: Says) -> str:
    return f"{says.__module__.rpartition('.')[2]}.{says.__name__}"


CASES = [
    pytest.param(says, size, id=f"{name_of(says)}-{size}") for says in SAMPLES for size in range(len(SIZES))
]
every_sample = pytest.mark.parametrize(("says", "size"), CASES)


def saying() -> Iterator[Says]:
    """The public functions of bot.cards that make a card, of anything but another card."""
    for module in walk_packages(bot.cards.__path__, "bot.cards."):
        for name, function in inspect.getmembers(import_module(module.name), inspect.isfunction):
            if function.__module__ != module.name or name.startswith("_"):
                continue
            types = get_type_hints(function)
            returned = types.pop("return")
            if Card in (returned, *get_args(returned)) and Card not in types.values():
                yield function


def drawn(says: Says, size: int) -> Card:
    return SAMPLES[says]()[size]


def choices(card: Card) -> Iterator[Button | Link]:
    yield from card.buttons
    for block in card.blocks:
        if isinstance(block, Listing):
            yield from (button for row in block.rows for button in row.buttons)


def buttons(card: Card) -> list[Button]:
    return [choice for choice in choices(card) if isinstance(choice, Button)]


def test_every_function_that_returns_a_card_has_samples() -> None:
    found = set(saying())
    assert booking.preview in found
    assert {name_of(says) for says in found} == {name_of(says) for says in SAMPLES}


def test_cards_are_made_in_their_own_place_alone() -> None:
    sources = [path for folder in ("bot", "storage") for path in (ROOT / folder).rglob("*.py")]
    making = {path.relative_to(ROOT) for path in sources if makes_a_card(path)}
    assert Path("bot/cards/schedule.py") in making
    assert {path for path in making if path.parts[:2] != ("bot", "cards")} == set()


def makes_a_card(path: Path) -> bool:
    called = [node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    return any(
        getattr(function, "id", "") == "Card" or getattr(function, "attr", "") == "Card"
        for function in called
    )


@every_sample
def test_a_sample_holds_everywhere(says: Says, size: int) -> None:
    card = drawn(says, size)
    # The longest forms hold 10,000 typed characters: Slack has those in a window, if at all.
    if card.is_form and SIZES[size] == "longest":
        everywhere.hold_in_a_window(card)
    else:
        everywhere.hold(card)


@every_sample
def test_one_button_at_most_is_the_primary_one(says: Says, size: int) -> None:
    assert [b.style for b in buttons(drawn(says, size))].count("primary") <= 1


@every_sample
def test_the_first_button_of_a_form_submits_it(says: Says, size: int) -> None:
    """It stands out as the one to press, and stays in the form's place: what is wrong comes back there."""
    card = drawn(says, size)
    if card.is_form:
        first = card.buttons[0]
        assert isinstance(first, Button)
        assert (first.style in {"primary", "danger"}, first.aside) == (True, False)


@every_sample
def test_every_button_leads_to_a_route(says: Says, size: int) -> None:
    led = {button.to.route for button in buttons(drawn(says, size))}
    assert led - ROUTES.keys() == set()


@every_sample
def test_no_token_is_too_long_for_any_surface(says: Says, size: int) -> None:
    long = [str(b.to) for b in buttons(drawn(says, size)) if len(str(b.to)) > LONGEST_TOKEN]
    assert long == []


@every_sample
def test_no_two_fields_and_no_two_buttons_are_alike(says: Says, size: int) -> None:
    """Two labels alike can't be told apart by ear; two fields of one name lose an answer."""
    card = drawn(says, size)
    labels = [choice.label for choice in card.buttons]
    names = [block.name for block in card.blocks if isinstance(block, Ask)]
    assert (len(set(labels)), len(set(names))) == (len(labels), len(names))


@pytest.mark.parametrize("says", SAMPLES, ids=name_of)
def test_the_sizes_are_in_order(says: Says) -> None:
    smallest, typical, longest = (len(str(card)) for card in SAMPLES[says]())
    assert smallest <= typical <= longest

"""Every kind of block, from the smallest to the longest, holds on every surface."""

import pytest

from bot.cards.model import Block, Card
from tests.cards import everywhere
from tests.cards.examples import LONGEST, SMALLEST, TYPICAL, WHOLE, WINDOW, card_of

BLOCKS = {
    f"{size} {name}": block
    for size, blocks in {
        "smallest": SMALLEST,
        "typical": TYPICAL,
        "longest": LONGEST,
    }.items()
    for name, block in blocks.items()
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_a_block_holds_everywhere(block: Block) -> None:
    everywhere.hold(card_of(block))


@pytest.mark.parametrize("card", WHOLE.values(), ids=WHOLE)
def test_a_card_holds_everywhere(card: Card) -> None:
    everywhere.hold(card)


@pytest.mark.parametrize("block", WINDOW.values(), ids=WINDOW)
def test_a_long_form_holds_in_a_window(block: Block) -> None:
    everywhere.hold_in_a_window(card_of(block))

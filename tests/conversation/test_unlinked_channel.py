"""In a channel that is nobody's the bot says so, and what to do."""

import pytest

from bot.cards.channels import NOT_A_GROUPS
from tests.chat import World
from tests.conversation.conftest import BEN, CHANNEL, KATE, OFFICE

NEW = "staff-room"


@pytest.mark.parametrize(
    ("email", "sentence"),
    [
        (KATE, "If it is your group’s channel, type /peer-review link in it."),
        (OFFICE, "If it is one’s channel, type /peer-review link in it."),
        (BEN, "its Peer Review Lead can type /peer-review link in it."),
    ],
)
def test_in_a_channel_that_is_nobodys_it_is_said_what_to_do(
    world_on_sqlite: World, email: str, sentence: str
) -> None:
    assert sentence in str(world_on_sqlite.person(email).type("/peer-review", place=NEW))


@pytest.mark.parametrize("place", ["", CHANNEL, "management"])
@pytest.mark.parametrize("typed", ["/peer-review", "/schedule-review"])
def test_elsewhere_nothing_is_said_about_it(world_on_sqlite: World, place: str, typed: str) -> None:
    assert NOT_A_GROUPS not in str(world_on_sqlite.person(OFFICE).type(typed, place=place))


def test_the_form_says_it_too_until_the_channel_is_linked(world_on_sqlite: World) -> None:
    kate = world_on_sqlite.person(KATE)
    assert NOT_A_GROUPS in str(kate.type("/schedule-review Oak", place=NEW))
    kate.type("/peer-review link", place=NEW)
    assert NOT_A_GROUPS not in str(kate.type("/schedule-review Oak", place=NEW))

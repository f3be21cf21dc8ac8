"""A place in a review's team is filled by typing a name."""

import pytest

from bot.cards.model import Card
from bot.cards.replies import gather
from tests.chat import Chat, World, error
from tests.conversation import naming
from tests.conversation.conftest import CHANNEL, booked


@pytest.fixture
def world(world_on_sqlite: World) -> World:
    return world_on_sqlite


def kept(card: Card) -> str:
    return "".join(naming.kept(card, "person"))


def replacing(world: World) -> Chat:
    """Kate is asked whom to ask instead of Martin."""
    kate = booked(world)
    kate.open("review.show?review=1")
    kate.click("Change the team")
    kate.click_in("Martin Kowalczyk", "Replace")
    return kate


def test_a_place_in_the_team_is_filled_by_typing(world: World) -> None:
    kate = replacing(world)
    kate.click("Ask them", **gather({"person.names": ["leila"]}))
    assert "Leila Haddad has been asked." in str(kate.card.blocks)
    kate.click("Add an Improvement Champion")
    kate.click("Ask them", **gather({"person.names": ["Lindqvist"]}))
    assert "Zoë Lindqvist has been asked." in str(kate.card.blocks)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Lela", "By “Lela”, do you mean Leila Haddad (St Anne's Church of England Primary School)?"),
        ("Zebedee", "I couldn’t find “Zebedee” among the people who can be asked."),
        ("Ben", "Ben Hartley is in this team already. Please choose someone else."),
        ("Leila, Zebedee", "By “Leila, Zebedee”, do you mean Leila Haddad ("),
        ("", "Please choose someone to ask."),
    ],
)
def test_who_is_not_plain_is_not_asked_to_join(world: World, line: str, sentence: str) -> None:
    card = replacing(world).click("Ask them", **gather({"person.names": [line]}))
    assert error(card, "person").startswith(sentence)
    assert kept(card) == line
    assert "Leila Haddad" not in str(world.channel(CHANNEL))

"""What is played before anybody tries anything: as people do it, and what stands there then."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from bot.cards.model import Card, Go
from storage.database import Sessions
from storage.models import Base, Meeting
from tests.chat import World

# Bookkeeping, which any act may leave behind.
NOT_COUNTED = {"received", "people", "chat_identities", "chat_references", "posts", "pauses"}


def act(world: World, email: str, token: str, **fields: str) -> Card:
    """As a person does it; what is to be sent goes with `World.wait`."""
    card = world.person(email).ask(Go.parse(token), {**fields})
    assert not card.is_form, (token, card)
    assert "Sorry" not in card.title, (token, card)
    return card


def version_of_the_meeting(sessions: Sessions) -> int:
    with sessions() as session:
        return session.scalars(select(Meeting.version)).one()


def everything(sessions: Sessions) -> Mapping[str, Sequence[tuple[object, ...]]]:
    """All rows that say anything about a review or about what is to be sent."""
    with sessions() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key))]
            for table in Base.metadata.sorted_tables
            if table.name not in NOT_COUNTED
        }

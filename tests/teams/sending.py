"""A card that is sent to a stub of Teams, and what comes of it."""

import pytest

from bot.cards.model import Card, Text
from bot.failures import Doubtful, Gone, Never, Wait
from bot.platforms.teams.posting import Posting, Unavailable
from storage.addresses import Address
from tests.teams.seed import TENANT

CHANNEL = Address("teams", TENANT, "19:c", personal=False)
PERSON = Address("teams", TENANT, "entra", personal=True)
CARD = Card("Hello", (Text("A secret finding."),))
KINDS = (Wait, Never, Gone, Doubtful, Unavailable)


async def failing(to_teams: Posting, to: Address = CHANNEL, *, updates: bool = False) -> Exception:
    with pytest.raises(KINDS) as failed:
        await (to_teams.update(to, "19:c 1700", CARD) if updates else to_teams.send(to, CARD))
    assert "secret" not in str(failed.value)
    return failed.value

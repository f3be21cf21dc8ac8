"""The sample consortium with everyone in the room, and the form that Kate Moore fills in for Oak."""

import pytest

from bot.platforms.playground.furnishing import give_accounts
from storage.database import Sessions
from tests.chat import Chat, Fields, World, number_of

KATE, CARL = "kate.moore@hollylane.example", "carl.messer@stourview.example"
PRIYA = "priya.nair@oak.example"
SIAN, MARTIN = "sian.whitcombe@stannes.example", "martin.kowalczyk@stannes.example"
BEN, LEILA = "ben.hartley@hollylane.example", "leila.haddad@stannes.example"
ZOE, CHIDI, OWEN = (
    "zoe.lindqvist@hollylane.example",
    "chidi.eze@hollylane.example",
    "owen.oconnell@stannes.example",
)
OFFICE = "janet.pryke@office.example"
CHANNEL = "group-2"


@pytest.fixture
def world(consortium: Sessions) -> World:
    give_accounts(consortium)
    return World(consortium)


@pytest.fixture
def world_on_sqlite(sqlite_consortium: Sessions) -> World:
    give_accounts(sqlite_consortium)
    return World(sqlite_consortium)


def team(world: World, **instead: str | tuple[str, ...]) -> Fields:
    """Siân leads, with Ben and Martin; Chidi and Owen are the champions."""
    with world.sessions() as session:
        usual: Fields = {
            "lead_reviewer": number_of(session, SIAN),
            "reviewers": (number_of(session, BEN), number_of(session, MARTIN)),
            "champions": (number_of(session, CHIDI), number_of(session, OWEN)),
        }
    return {**usual, **instead}


def number(world: World, email: str) -> str:
    with world.sessions() as session:
        return number_of(session, email)


def booked(world: World, day: str = "Thurs 7 Dec") -> Chat:
    """Kate has booked Oak, with a full team and notice enough."""
    kate = world.person(KATE)
    kate.type(f"/schedule-review Oak, {day}", place=CHANNEL)
    kate.click("See the timetable", **team(world))
    kate.click("Book it")
    return kate

"""Names in the lines of the form, as they come from a platform without room for lists; and people to name."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import select

from bot.cards.model import Card, People
from bot.cards.replies import from_teams_data, gather
from bot.rules.roles import Role
from storage.models import Draft, Person, RoleAssignment, School
from tests import roster
from tests.chat import Chat, Fields, World
from tests.conversation.conftest import CHANNEL, KATE

NAMED = {
    "lead_reviewer.names": "Siân Whitcombe",
    "reviewers.names": "Ben Hartley, Martin Kowalczyk",
    "champions.names": "Chidi Eze and Owen O'Connell",
}
HOLLY_LANE, OAK, ST_ANNES = (
    "Holly Lane Primary School",
    "Oak Primary School",
    "St Anne's Church of England Primary School",
)


def typed(**instead: str) -> Fields:
    """What Teams sends when these names stand in the lines."""
    lines = NAMED | {f"{name}.names": line for name, line in instead.items()}
    return dict(gather(from_teams_data(lines)))


def form(world: World) -> Chat:
    kate = world.person(KATE)
    kate.type("/schedule-review Oak, Thurs 7 Dec", place=CHANNEL)
    return kate


def kept(card: Card, name: str) -> tuple[str, ...]:
    [asked] = [field for field in card.fields if field.name == name]
    assert isinstance(asked, People)
    return asked.values


class Newcomer(NamedTuple):
    name: str
    email: str
    school: str


def join(world: World, role: Role, *people: Newcomer) -> None:
    with world.sessions.begin() as session:
        schools = {school.name: school for school in session.scalars(select(School))}
        for one in people:
            held = RoleAssignment(role=role, school=schools[one.school], starts=date(2017, 9, 1))
            session.add(Person(name=one.name, email=one.email, roles=[held]))
        roster.has_changed(session)


def drafted(world: World) -> dict[str, Any]:
    """What is kept of the form since the timetable was shown."""
    with world.sessions() as session:
        [draft] = session.scalars(select(Draft))
        return draft.data

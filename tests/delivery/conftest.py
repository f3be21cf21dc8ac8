"""The scene of the tests that let a platform fail."""

import pytest

from bot.cards.model import Card, Text
from bot.letters import TEMPLATES, Letter
from bot.rules.roles import Role
from storage.database import Sessions
from storage.models import Channel, ChatIdentity, Group, Person, RoleAssignment
from tests.delivery.scene import JANET, KATE, NOW, PRIYA, Faulty, Scene


@pytest.fixture
def scene(sessions: Sessions, monkeypatch: pytest.MonkeyPatch) -> Scene:
    def numbered(letter: Letter) -> Card:
        return Card(title=str(letter.args["n"]), blocks=(Text("Hello."),))

    monkeypatch.setitem(TEMPLATES, "test.numbered", numbered)
    with sessions.begin() as session:
        groups = {name: Group(key=name, name=f"Group {name}") for name in ("C1", "C2")}
        people = {
            name: Person(email=f"{name}@oak.example", name=name.title()) for name in (KATE, JANET, PRIYA)
        }
        session.add_all([*groups.values(), *people.values()])
        session.flush()
        for name, group in groups.items():
            session.add(
                Channel(platform="slack", workspace="T1", conversation=name, group_id=group.id, home=True)
            )
        for name, person in people.items():
            session.add(ChatIdentity(person_id=person.id, platform="slack", workspace="T1", user=name))
        start = NOW.date()
        session.add_all(
            [
                RoleAssignment(
                    person_id=people[KATE].id, role=Role.LEAD, group_id=groups["C1"].id, starts=start
                ),
                RoleAssignment(person_id=people[JANET].id, role=Role.OFFICE, starts=start),
            ]
        )
        ids = {name: group.id for name, group in groups.items()}, {n: p.id for n, p in people.items()}
    return Scene(sessions, Faulty(), groups=ids[0], people=ids[1])

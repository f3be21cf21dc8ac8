"""A small consortium to try the practice room with."""

from datetime import date

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from bot.links import Links
from bot.platforms.playground.furnishing import give_accounts
from bot.platforms.playground.room import PLATFORM, WORKSPACE
from bot.rules.roles import Role
from storage.database import Sessions
from storage.migrate import upgrade
from storage.models import (
    Base,
    Channel,
    Consortium,
    Group,
    Membership,
    Person,
    RoleAssignment,
    School,
)

FIRST_DAY = date(2017, 11, 1)
STARTS = date(2017, 9, 1)
LINKS = Links("http://127.0.0.1:8000", "a secret for tests")
KATE, PRIYA, OFFICE = "kate@holly.example", "priya@oak.example", "office@schools.example"
# Name, address, role, school, group, deputy.
PEOPLE = (
    ("Kate Moore", KATE, Role.LEAD, "", "g2"),
    ("Kate Moore", KATE, Role.HEAD, "holly", ""),
    ("Priya Nair", PRIYA, Role.HEAD, "oak", ""),
    ("Owain Llŷr", "owain@elm.example", Role.HEAD, "elm", ""),
    ("Gita Rao", "gita@oak.example", Role.GOVERNOR, "oak", ""),
    ("Orla Finch", OFFICE, Role.OFFICE, "", ""),
    ("Mo Grant", "mo@schools.example", Role.MANAGEMENT, "", ""),
)
SCHOOLS = (("elm", "Elm Primary School", "g1"), ("holly", "Holly Lane Primary School", "g2"))


def furnish(sessions: Sessions, engine: Engine, today: date) -> None:
    upgrade(engine)
    with sessions.begin() as session:
        session.add(Consortium(name="Toy", policy={}))
        groups = {
            f"g{n}": added(session, Group(key=f"g{n}", name=f"Collaborative Group {n}")) for n in (1, 2)
        }
        schools = {}
        for key, name, group in (*SCHOOLS, ("oak", "Oak Primary School", "g2")):
            schools[key] = added(session, School(key=key, name=name))
            session.add(Membership(school_id=schools[key], group_id=groups[group], starts=STARTS))
        people = {email: added(session, Person(name=name, email=email)) for name, email, *_ in everyone()}
        for _, email, role, school, group in PEOPLE:
            session.add(
                RoleAssignment(
                    person_id=people[email],
                    role=role,
                    school_id=schools.get(school),
                    group_id=groups.get(group),
                    starts=STARTS,
                )
            )
        for conversation, group_id in (
            ("group-1", groups["g1"]),
            ("group-2", groups["g2"]),
            ("management", None),
        ):
            session.add(
                Channel(platform=PLATFORM, workspace=WORKSPACE, conversation=conversation, group_id=group_id)
            )
    give_accounts(sessions)


def everyone() -> tuple[tuple[str, str], ...]:
    return tuple({email: (name, email) for name, email, *_ in PEOPLE}.values())


def added(session: Session, row: Base) -> int:
    session.add(row)
    session.flush()
    number = row.id  # type: ignore[attr-defined]
    return int(number)

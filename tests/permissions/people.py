"""Who is tried: a person of the sample for each row of the table, made what the row says."""

from datetime import datetime

from sqlalchemy import select, update

from bot.rules.roles import Role
from storage.database import Sessions
from storage.models import Person, RoleAssignment, School, TeamMember
from tests import roster
from tests.chat import World, number_of
from tests.conversation.conftest import BEN, CARL, CHIDI, KATE, MARTIN, OFFICE, PRIYA, SIAN, ZOE
from tests.conversation.packing import DENISE
from tests.permissions.acting import act
from tests.permissions.moments import BEFOREHAND, MOMENT, PROPOSED, When
from tests.permissions.surfaces import GUEST, STRANGER

ELLIE, TOM = "ellie.fenwick@oak.example", "tom.garrod@oak.example"
MARGARET, GILLIAN = "margaret.osei@oak.example", "gillian.frost@hollylane.example"
AMIT, BETHAN = "amit.desai@consortium.example", "bethan.rees@stourview.example"
WHO = {
    "head": PRIYA,
    "joint head": ELLIE,
    "whom the head has asked to see to it": DENISE,
    "lead reviewer": MARTIN,
    "reviewer": BEN,
    "champion": CHIDI,
    "who delivers an action": ELLIE,
    "Lead of that group": KATE,
    "deputy of the Lead": SIAN,
    "other head of the group": ZOE,
    "Lead of another group": CARL,
    "reviewer of another group": BETHAN,
    "management": AMIT,
    "Consortium Office": OFFICE,
    "governor of the school": MARGARET,
    "governor of another school": GILLIAN,
    "reviewer of the school, not in this team": TOM,
    "head who has been replaced": PRIYA,
    "reviewer who has been replaced": BEN,
    "champion who has been replaced": CHIDI,
    "reviewer who has left": BEN,
    "head who has left": PRIYA,
    "whom the head had asked, who has left": DENISE,
    "guest in the chat": GUEST,
    "anyone not in the roster": STRANGER,
}
# To these the bot says that it does not know them.
UNKNOWN = {row for row in WHO if "left" in row} | {"guest in the chat", "anyone not in the roster"}
# Those who are what the sample has them.
AS_THEY_ARE = {
    row: email
    for row, email in WHO.items()
    if row not in UNKNOWN | {"joint head", "deputy of the Lead"} and "replaced" not in row
}


def become(row: str, sessions: Sessions, when: When = When.PREPARING) -> str:
    """Make somebody what the row says, where the sample is not so already; their address."""
    match row:
        case "deputy of the Lead":
            # In the sample she is of the Management Group as well.
            end_roles(sessions, SIAN, Role.MANAGEMENT)
        case "joint head":
            give_role(sessions, ELLIE, Role.HEAD, "oak")
        case "head who has been replaced":
            # Of the two at the school one delivers an action.
            give_role(sessions, TOM, Role.HEAD, "oak")
            end_roles(sessions, PRIYA)
        case "reviewer who has been replaced" | "champion who has been replaced":
            if when in BEFOREHAND:
                replace(sessions, WHO[row], "Daniel Achterberg")
            else:
                end_place(sessions, WHO[row], MOMENT[when])
        case _ if row.endswith("has left"):
            leave(sessions, WHO[row])
    return WHO[row]


def give_role(sessions: Sessions, email: str, role: Role, school: str) -> None:
    with sessions.begin() as session:
        at = session.scalars(select(School).where(School.key == school)).one()
        starts = session.scalars(select(RoleAssignment.starts)).first()
        session.add(
            RoleAssignment(
                person_id=int(number_of(session, email)), role=role, school_id=at.id, starts=starts
            )
        )
        roster.has_changed(session)


def leave(sessions: Sessions, email: str) -> None:
    """What an import does with somebody who is no longer in the roster."""
    with sessions.begin() as session:
        session.execute(update(Person).where(Person.email == email).values(left=PROPOSED.date()))
        roster.has_changed(session)


def end_roles(sessions: Sessions, email: str, *roles: Role) -> None:
    """Somebody else has them from now on: these, or all."""
    with sessions.begin() as session:
        held = select(RoleAssignment).join(Person, Person.id == RoleAssignment.person_id)
        for one in session.scalars(held.where(Person.email == email)):
            if not roles or one.role in roles:
                one.ends = one.starts
        roster.has_changed(session)


def replace(sessions: Sessions, email: str, by: str) -> None:
    """Kate has somebody else in their place in the team."""
    world = World(sessions, now=PROPOSED)
    with sessions() as session:
        query = select(TeamMember.id).join(Person, Person.id == TeamMember.person_id)
        place = session.scalars(query.where(Person.email == email, TeamMember.ended_at.is_(None))).one()
    act(world, KATE, f"team.replaced?review=1&member={place}", person=by)


def end_place(sessions: Sessions, email: str, at: datetime) -> None:
    """A review that was held keeps its team, but for whoever leaves it."""
    with sessions.begin() as session:
        person = int(number_of(session, email))
        session.execute(update(TeamMember).where(TeamMember.person_id == person).values(ended_at=at))

"""Oak's review on Thursday 7 December 2017 with all that can be prepared for it, each word of it a canary.

On the morning of Tuesday 21 November the pack is under way and needs longer, a time is proposed for the
meeting, there are questions, and the timetable of the day is final with a draft of another on top. A week
later the meeting has been held; on the day itself the review team makes its notes.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum

from sqlalchemy import select, update

from bot.cards.model import Card, Go
from bot.platforms.playground.furnishing import give_accounts
from bot.rules.roles import Role
from storage.database import Sessions
from storage.models import Base, Meeting, Person, RoleAssignment, School, TeamMember
from tests import roster
from tests.chat import World, buttons, number_of
from tests.conftest import with_sample
from tests.conversation.conftest import BEN, KATE, LEILA, MARTIN, OWEN, PRIYA, SIAN, ZOE, number, team
from tests.databases import opened
from tests.permissions.accounts import know_everyone

TITLE = "Oak Primary School, Thursday 7 December 2017"
PROPOSED = datetime(2017, 11, 21, 9, 0, tzinfo=UTC)
RECORDED = datetime(2017, 11, 28, 18, 0, tzinfo=UTC)
ON_THE_DAY = datetime(2017, 12, 7, 10, 0, tzinfo=UTC)
REVIEW_DAY = date(2017, 12, 7)


class When(StrEnum):
    PREPARING = "preparing"
    MET = "the meeting was held"
    DAY = "on the day"


MOMENT: Mapping[When, datetime] = {
    When.PREPARING: PROPOSED,
    When.MET: RECORDED,
    When.DAY: ON_THE_DAY,
}

LINK, NOTE_LINK = "https://docs.oak.example/canarylink", "https://docs.oak.example/canarynotelink"
REASON, WHY, AREAS = "canaryreason", "canarywhy", "canaryareas"
PLACE, FOCUS, OTHERS = "https://rooms.example/canaryplace", "canaryfocus", "canaryothers"
QUESTION, SOURCES = "canaryquestion", "canarysources"
ROWS, DRAFT = "9.15 canaryactivity, canaryroom, with canarywhom", "9.30 canarydraft"
REVIEW_NOTE = "canaryreviewnote"
FOUND = "canaryfound"

# What was said of itself by each of these, so that what is found in a card tells whose it is.
CANARIES: Mapping[str, Sequence[str]] = {
    "links": ("canarylink", "canarynotelink", REASON, WHY),
    "areas": (AREAS,),
    "meeting": ("canaryplace", OTHERS),
    "focus": (FOCUS,),
    "questions": (QUESTION, SOURCES),
    "rows": ("canaryactivity", "canaryroom", "canarywhom"),
    "draft": ("canarydraft",),
    "note": (REVIEW_NOTE,),
    "notes": (FOUND,),
}

# Bookkeeping, which any act may leave behind.
NOT_COUNTED = {"received", "people", "chat_identities", "chat_references", "posts", "pauses"}


def proposed(url: str) -> None:
    with_sample(url)
    with opened(url) as sessions:
        prepare(World(sessions))


def recorded(url: str) -> None:
    with_sample(url)
    with opened(url) as sessions:
        world = World(sessions)
        prepare(world)
        hold_the_meeting(world)


def noted(url: str) -> None:
    recorded(url)
    with opened(url) as sessions:
        world = World(sessions, now=ON_THE_DAY)
        make_notes(world)
        world.send_waiting()


def act(world: World, email: str, token: str, **fields: str) -> Card:
    """As a person does it; what is to be sent goes with `World.wait`."""
    card = world.person(email).ask(Go.parse(token), {**fields})
    assert not card.is_form, (token, card)
    assert "Sorry" not in card.title, (token, card)
    return card


def prepare(world: World) -> None:
    """Everyone is what the table wants of them, and nothing more."""
    give_accounts(world.sessions)
    know_everyone(world.sessions)
    give_role(world.sessions, ZOE, Role.HEAD, "holly-lane")
    end_roles(world.sessions, SIAN, Role.MANAGEMENT)
    book(world)
    world.wait(days=(PROPOSED - world.now).days)
    fill_the_pack(world)
    meet(world)
    act(world, PRIYA, "day.save?review=1&version=0", rows=ROWS)
    act(world, PRIYA, "day.keep?review=1&version=1", rows=DRAFT)
    act(world, OWEN, "suggest.send?review=1", day="12 Dec", note="canarysuggestion")
    world.send_waiting()


def book(world: World) -> None:
    reviewers = (number(world, BEN), number(world, LEILA))
    with world.sessions() as session:
        oak = str(session.scalars(select(School.id).where(School.key == "oak")).one())
    form = {
        **team(world, lead_reviewer=number(world, MARTIN), reviewers=reviewers),
        "school": oak,
        "day": "7 Dec",
        "note": REVIEW_NOTE,
    }
    plan = world.person(KATE).ask(Go.parse("schedule.check"), form)
    [button] = [button for button in buttons(plan) if button.label == "Book it"]
    act(world, KATE, str(button.to))


def fill_the_pack(world: World) -> None:
    act(world, PRIYA, "pack.add?review=1&item=sef&version=0", link=LINK)
    act(world, PRIYA, "pack.skip?review=1&item=ofsted&version=0", reason=REASON)
    act(world, PRIYA, "focus.save?review=1&version=0", areas=AREAS, link=NOTE_LINK)
    act(world, PRIYA, "longer.give?review=1&part=pack&was=", day="28 Nov", why=WHY)
    act(world, PRIYA, "hand.over?review=1&part=pack&was=0", person="Denise Abbott")


def meet(world: World) -> None:
    act(world, MARTIN, "meeting.propose?review=1", day="28 Nov", time="2.30pm", place=PLACE)
    version = version_of_the_meeting(world.sessions)
    act(world, MARTIN, f"meeting.keep_focus?review=1&version={version}", focus=FOCUS)
    for email in (BEN, MARTIN):
        act(world, email, "questions.added?review=1", question=f"{QUESTION} of {email}", sources=SOURCES)


def hold_the_meeting(world: World) -> None:
    """A week later: it was held, and who was there is written down."""
    with world.sessions() as session:
        arranged = session.scalars(select(Meeting.arranged_id)).one()
    act(world, PRIYA, f"meeting.confirm?review=1&arranged={arranged}")
    world.wait(hours=1)
    world.now = RECORDED
    version = version_of_the_meeting(world.sessions)
    act(
        world,
        MARTIN,
        f"meeting.recorded?review=1&version={version}",
        day="28 Nov",
        others=OTHERS,
        focus=FOCUS,
    )
    world.send_waiting()


def make_notes(world: World) -> None:
    """The first is a reviewer's, the second the lead reviewer's."""
    for email in (BEN, MARTIN):
        act(world, email, "team_notes.add?review=1", strand="strength", notes=f"{FOUND} by {email}")


def version_of_the_meeting(sessions: Sessions) -> int:
    with sessions() as session:
        return session.scalars(select(Meeting.version)).one()


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


def end_roles(sessions: Sessions, email: str, role: Role | None = None) -> None:
    """Somebody else has them from now on, or this one of them."""
    with sessions.begin() as session:
        held = select(RoleAssignment).join(Person, Person.id == RoleAssignment.person_id)
        for one in session.scalars(held.where(Person.email == email)):
            if role in (None, one.role):
                one.ends = one.starts
        roster.has_changed(session)


def replace(sessions: Sessions, email: str, by: str) -> None:
    """Kate has somebody else in their place in the team."""
    world = World(sessions, now=PROPOSED)
    with sessions() as session:
        query = select(TeamMember.id).join(Person, Person.id == TeamMember.person_id)
        place = session.scalars(query.where(Person.email == email, TeamMember.ended_at.is_(None))).one()
    act(world, KATE, f"team.replaced?review=1&member={place}", person=by)


def everything(sessions: Sessions) -> Mapping[str, Sequence[tuple[object, ...]]]:
    """All rows that say anything about a review or about what is to be sent."""
    with sessions() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key))]
            for table in Base.metadata.sorted_tables
            if table.name not in NOT_COUNTED
        }

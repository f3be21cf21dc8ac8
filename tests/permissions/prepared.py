"""Oak's review on Thursday 7 December 2017 with all that can be prepared for it, each word of it a canary.

On the morning of Tuesday 21 November the pack is under way and needs longer, a time is proposed for the
meeting, there are questions, and the timetable of the day is final with a draft of another on top. A week
later the meeting has been held.
"""

from sqlalchemy import select

from bot.cards.model import Go
from bot.platforms.playground.furnishing import give_accounts
from bot.rules.milestones import Kind
from bot.rules.roles import Role
from storage import reminders as kept
from storage.models import Meeting, Milestone, Person, School
from tests.chat import World, buttons
from tests.conversation.conftest import BEN, KATE, LEILA, MARTIN, OWEN, PRIYA, ZOE, number, team
from tests.permissions.accounts import know_everyone
from tests.permissions.acting import act, version_of_the_meeting
from tests.permissions.canaries import (
    AREAS,
    DRAFT,
    FOCUS,
    LINK,
    NOTE_LINK,
    OTHERS,
    PLACE,
    QUESTION,
    REASON,
    REVIEW_NOTE,
    ROWS,
    SOURCES,
    SUGGESTION,
    WHY,
)
from tests.permissions.moments import PROPOSED, RECORDED
from tests.permissions.people import AMIT, give_role

TITLE = "Oak Primary School, Thursday 7 December 2017"


def prepare(world: World) -> None:
    """Everyone is what the table wants of them, and nothing more."""
    give_accounts(world.sessions)
    know_everyone(world.sessions)
    give_role(world.sessions, ZOE, Role.HEAD, "holly-lane")
    book(world)
    world.wait(days=(PROPOSED - world.now).days)
    fill_the_pack(world)
    meet(world)
    act(world, PRIYA, "day.save?review=1&version=0", rows=ROWS)
    act(world, PRIYA, "day.keep?review=1&version=1", rows=DRAFT)
    act(world, OWEN, "suggest.send?review=1", day="12 Dec", note=SUGGESTION)
    remind_the_head(world)
    ask_the_lead(world)
    world.send_waiting()


def ask_the_lead(world: World) -> None:
    """Somebody of the Management Group, about the group and not about the review."""
    act(world, AMIT, "lead_question.send?group=2&week=2017-11-27", words="How does it go?")


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


def remind_the_head(world: World) -> None:
    """Of the meeting, whose time is not confirmed yet."""
    with world.sessions.begin() as session:
        due = session.scalars(select(Milestone.due).where(Milestone.kind == Kind.MEETING)).one()
        priya = session.scalars(select(Person.id).where(Person.email == PRIYA)).one()
        kept.note(session, priya, 1, f"meeting:1:0:{due.isoformat()}", "10", PROPOSED.date())


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

"""What comes of Oak's review: noted on the day, drafted, sent and corrected, released; each word a canary."""

from sqlalchemy import select

from bot.cards.model import Go
from storage import impacts, visits
from storage.database import Sessions
from storage.models import Review, SummaryPoint
from tests.chat import World, buttons
from tests.conversation.conftest import BEN, CHIDI, LEILA, MARTIN, OFFICE, OWEN, PRIYA
from tests.permissions import canaries as say
from tests.permissions.acting import act
from tests.permissions.moments import DAY_AFTER, DRAFTED_AT
from tests.permissions.people import ELLIE, MARGARET

ACTIONS = f"""{say.ACTION} | 12 Jan 2018 | {say.OWNER} | a | {say.COMMENT} {say.TIMING}
{say.DELIVERED} | 26 Jan 2018 | Ellie Fenwick | a"""
REWRITTEN = "summary.save?review=1&point={point}&version=1"
IMPROVED = "review=1&line=improvement"


def make_notes(world: World) -> None:
    """The first is a reviewer's, the second the lead reviewer's."""
    for email in (BEN, MARTIN):
        act(world, email, "team_notes.add?review=1", strand="strength", notes=f"{say.FOUND} by {email}")
    act(world, MARTIN, "team_notes.add?review=1", strand="explored", notes=say.EXPLORED)


def begin_the_summary(world: World) -> None:
    """The head has named whom they invite to the feedback; the team has begun the summary."""
    act(world, PRIYA, "feedback.invited?review=1&version=0", others=say.INVITED)
    act(world, BEN, "summary.add?review=1", strengths=f"{say.POINT} of Ben\n{say.POINT} of the team")
    act(world, MARTIN, "summary.save_impact?review=1&page=0&versions=0", impact=say.IMPACT)


def give_feedback(world: World) -> None:
    given = {"day": "7 Dec 2017", "others": say.INVITED, "governors": say.GOVERNORS}
    act(world, MARTIN, "feedback.record?review=1&version=1", **given)


def draft_everything(world: World) -> None:
    """The workshop was to be yesterday; nothing has been sent."""
    world.now = DAY_AFTER
    give_feedback(world)
    act(world, MARTIN, "summary.add?review=1", areas=say.AREA)
    act(world, CHIDI, "workshop.choose?review=1&day=2017-12-19")
    act(world, PRIYA, "workshop.keep_staff?review=1&since=0", staff=say.STAFF)
    world.now = DRAFTED_AT
    act(world, CHIDI, "plan.add?review=1", actions=ACTIONS)
    act(world, LEILA, "audit.write?review=1&version=0.0", key_areas=say.TEAM_PART)
    act(world, OWEN, "audit.write?review=1&version=0.0", visit=say.CHAMPIONS_PART)
    act(world, PRIYA, f"audit.correct?{IMPROVED}&version=0.0", improvement=say.IMPROVEMENT)
    act(world, CHIDI, "visit.arrange?review=1&version=0", day="8 Jan 2018")


def send_everything(world: World) -> None:
    """The summary twice; then its writers go on with their drafts, and the readers ask and help is wanted."""
    held = {"day": "20 Dec 2017", "words": say.SEEN_ON_VISIT}
    act(world, CHIDI, f"visit.recorded?review=1&version={version_of_the_visit(world.sessions)}", **held)
    send(world, MARTIN, "summary")
    rewrite(world, say.AREA, say.CORRECTED)
    send(world, MARTIN, "summary")
    send(world, CHIDI, "plan")
    send(world, PRIYA, "audit")
    act(world, PRIYA, "paper.queried?sent=2", words=say.SUMMARY_QUERY)
    act(world, PRIYA, "paper.queried?sent=3", words=say.PLAN_QUERY)
    act(world, MARGARET, "paper.queried?sent=2", words=say.ANSWERED)
    act(world, MARTIN, "paper.answer_query?query=3&version=1", answer=say.ANSWER)
    act(world, ELLIE, "action.help?item=2&since=0", help=say.HELP)
    act(world, MARTIN, "summary.add?review=1", strengths=say.LATER_SUMMARY)
    act(world, CHIDI, "plan.save?review=1&item=1&since=0", action=say.LATER_PLAN)
    act(world, PRIYA, "impact.record?review=1&version=0", impact=say.LED_TO)
    act(world, PRIYA, f"audit.correct?{IMPROVED}&version=1.1", improvement=say.LATER_AUDIT)


def send(world: World, by: str, paper: str) -> None:
    preview = world.person(by).ask(Go.parse(f"paper.preview?review=1&paper={paper}"), {})
    [button] = [one for one in buttons(preview) if one.to.route == "paper.send"]
    act(world, by, str(button.to))


def rewrite(world: World, was: str, now: str) -> None:
    with world.sessions() as session:
        point = session.scalars(select(SummaryPoint.id).where(SummaryPoint.text == was)).one()
    act(world, MARTIN, REWRITTEN.format(point=point), strand="development", text=now)


def release(world: World) -> None:
    for sent in (2, 3):
        act(world, OFFICE, f"paper.release?sent={sent}")


def version_of_the_visit(sessions: Sessions) -> int:
    with sessions() as session:
        found = visits.get(session, session.get_one(Review, 1))
    return found.version if found else 0


def version_of_the_impact(sessions: Sessions) -> int:
    with sessions() as session:
        found = impacts.get(session, 1)
    return found.version if found else 0

"""The whole conversation in the practice room, with the words that Slack's and Teams' tests use."""

from bot.platforms.playground.furnishing import give_accounts
from storage.database import Sessions
from tests.chat import World
from tests.conversation.conftest import BEN, CHIDI, KATE, LEILA, OWEN, PRIYA, SIAN, number, team

OAK = "Oak Primary School"
FIRST, SECOND = "Tuesday 28 November 2017", "Thursday 30 November 2017"
PLACE = "group 2's own"


def whole_conversation(sessions: Sessions) -> None:
    give_accounts(sessions)
    world = World(sessions)
    book(world)
    answer(world)
    suggest_and_use(world)
    move_back_and_cancel(world)


def book(world: World) -> None:
    kate = world.person(KATE)
    kate.type("this is group 2", place=PLACE)
    kate.type("/schedule-review Oak Primary, Tues 28 Nov", place=PLACE)
    kate.click("See the timetable", **team(world))
    kate.click("Book it")


def answer(world: World) -> None:
    kate, owen = world.person(KATE), world.person(OWEN)
    priya = world.person(PRIYA)
    priya.read(f"Does {FIRST} suit {OAK}?")
    priya.click("Confirm")
    for email in (SIAN, CHIDI):
        someone = world.person(email)
        someone.read(f"at {OAK} on {FIRST}?")
        someone.click("Accept")
    owen.read("Can you be an Improvement Champion")
    owen.click("Can’t do it")
    owen.click("Yes, tell them", reason="Maternity cover")
    kate.read("Owen O'Connell can’t be an Improvement Champion")
    kate.click("Choose someone else")
    kate.click("Ask them", person=number(world, LEILA))
    leila = world.person(LEILA)
    leila.read("Can you be an Improvement Champion")
    leila.click("Accept")


def suggest_and_use(world: World) -> None:
    kate, ben = world.person(KATE), world.person(BEN)
    ben.read("Can you be a reviewer")
    ben.click("Suggest another date")
    ben.click("Suggest it", day="Thurs 30 Nov", note="On a course")
    kate.read(f"Ben Hartley suggests {SECOND}")
    kate.click("Use this date")


def move_back_and_cancel(world: World) -> None:
    kate = world.person(KATE)
    kate.type("/peer-review")
    kate.click_in(OAK, "Open")
    kate.click("Move it")
    kate.click("See what changes", day="Tues 28 Nov", reason="Hall needed")
    kate.click("Move it")
    kate.type("/peer-review")
    kate.click_in(OAK, "Open")
    kate.click("Cancel it")
    kate.click("Cancel it", reason="The boiler has burst")

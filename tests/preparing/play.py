"""The whole preparing of a review, from booked to its morning, in the same steps on each platform."""

from tests.conversation.conftest import BEN, CHIDI, KATE, PRIYA, SIAN
from tests.preparing import day, meeting, pack
from tests.preparing.people import Stage
from tests.preparing.words import OAK, REVIEW, seen


async def prepared(stage: Stage) -> None:
    await booked(stage)
    await pack.gathered(stage)
    await pack.complete(stage)
    await meeting.agreed(stage)
    await meeting.held(stage)
    await meeting.questioned(stage)
    await day.written(stage)
    await day.changed(stage)
    await day.dawned(stage)
    assert seen(await stage.channel()) == []


async def booked(stage: Stage) -> None:
    kate, priya = await stage.person(KATE), await stage.person(PRIYA)
    await kate.type(f"/schedule-review {OAK}, Thurs 7 Dec")
    await kate.sees("Schedule a review")
    await kate.press(
        "See the timetable",
        lead_reviewer="Siân Whitcombe",
        reviewers=("Ben Hartley", "Martin Kowalczyk"),
        champions=("Chidi Eze", "Owen O'Connell"),
    )
    await kate.sees("review on Thursday 7 December 2017?")
    await kate.press("Book it")
    await kate.sees(f"Booked: {REVIEW}")
    await priya.read(f"Does Thursday 7 December 2017 suit {OAK}?")
    await priya.press("Confirm")
    await priya.sees(f"Confirmed: {OAK}")
    for email in (SIAN, BEN, CHIDI):
        someone = await stage.person(email)
        await someone.read(f"at {OAK} on Thursday 7 December 2017?")
        await someone.press("Accept")
        await someone.sees(f"at {REVIEW}")

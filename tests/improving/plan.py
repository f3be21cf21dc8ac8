"""The workshop and the action plan: booked, held, written, sent, signed, released, seen through."""

from tests.conversation.conftest import CHIDI, KATE, OFFICE, OWEN, PRIYA, SIAN
from tests.improving.summary import opened
from tests.improving.words import (
    AFTER_IT,
    AMIT,
    HELP,
    LATER,
    MARGARET,
    NEW_TERM,
    PAIRS,
    PHONICS,
    PLAN,
    REVIEW,
    SPACE,
    WORKSHOP_DAY,
    seen,
)
from tests.preparing.people import Stage
from tests.preparing.words import DENISE

DAY = "Thursday 14 December 2017"
TITLE = f"Action plan: {REVIEW}"
SIGN = f"Sign the action plan: {REVIEW}"


async def workshop_booked(stage: Stage) -> None:
    """A champion chooses one of the days of the schedule; each says that the release is booked."""
    owen, chidi, priya = [await stage.person(email) for email in (OWEN, CHIDI, PRIYA)]
    await chidi.read(f"The feedback was given: {REVIEW}")
    await chidi.press("Choose workshop date")
    await chidi.sees("No day is chosen yet")
    await chidi.press(DAY)
    await chidi.sees(f"It is on {DAY}.", "Thursday 14 December to Wednesday 20 December 2017")
    await chidi.press("My release is booked")
    await chidi.sees("Noted: your half day of release is booked.")
    await owen.read(f"The workshop is on {DAY}")
    await owen.press("Open the workshop")
    await owen.sees("not confirmed yet")
    await owen.press("My release is booked")
    await owen.sees("Noted: your half day of release is booked.")
    await priya.read(f"The workshop is on {DAY}")
    await priya.press("Open the workshop")
    await priya.sees("nobody is named yet")
    await priya.press("Name the staff attending")
    await priya.sees("Who attends")
    await priya.press("Save it", staff="Tom Garrod\nDenise Abbott")
    await priya.sees("Tom Garrod", "Denise Abbott")


async def workshop_held(stage: Stage) -> None:
    await stage.go_to(WORKSHOP_DAY)
    chidi = await stage.person(CHIDI)
    await chidi.type("/peer-review")
    await chidi.sees("Was the workshop held?")
    await chidi.press("It was held", row="Was the workshop held?")
    await chidi.sees(f"Held on {DAY}")


async def written(stage: Stage) -> None:
    """Of a deadline that is none it is asked once, and what was typed is kept."""
    chidi, owen = await stage.person(CHIDI), await stage.person(OWEN)
    await chidi.type("/peer-review plan Oak")
    await chidi.sees(TITLE, "Nothing is written yet.")
    await chidi.press("Add actions")
    await chidi.sees("One action a line")
    await chidi.press("Add them", actions=PLAN)
    await chidi.sees("“ongoing”", "Could you give a date")
    assert await chidi.holds("actions") == PLAN
    await chidi.press("Add them as they are")
    await chidi.sees("3 actions are added.", PHONICS, PAIRS, SPACE, "Monday 15 January 2018")
    await owen.type("/peer-review plan Oak")
    await owen.sees(TITLE, f"1. {PHONICS}")
    await owen.press("Down", row=PHONICS)
    await owen.sees(f"1. {PAIRS}", f"2. {PHONICS}")
    priya = await stage.person(PRIYA)
    await priya.type("/peer-review plan Oak")
    await priya.sees("Action plan")
    assert seen(await priya.all_of_it()) == []


async def sent(stage: Stage) -> None:
    await stage.go_to(AFTER_IT)
    chidi, owen, kate = [await stage.person(email) for email in (CHIDI, OWEN, KATE)]
    await chidi.type("/peer-review plan Oak")
    await chidi.sees(TITLE, SPACE)
    await chidi.press("Preview and send")
    await chidi.sees("This is what will be sent", "Priya Nair", "Janet Pryke", PHONICS, PAIRS, SPACE)
    await chidi.press("Sign and send")
    await chidi.sees("Signed and sent.")
    await owen.read("Please sign the action plan")
    await owen.press("Sign")
    await owen.sees("Signed. Thank you.", "Owen O'Connell (Improvement Champion)")
    await (await stage.person(SIAN)).read(f"Action plan sent: {REVIEW}")
    await kate.read(f"Action plan sent: {REVIEW}")
    assert seen(await kate.told()) == []


async def signed_and_released(stage: Stage) -> None:
    """The governor has signed on paper, and the office records it."""
    priya, office, amit = [await stage.person(email) for email in (PRIYA, OFFICE, AMIT)]
    await priya.read(f"Please sign the action plan: {REVIEW}")
    await priya.press("Sign")
    await priya.sees("Signed. Thank you.")
    await office.read(f"Action plan to release: {REVIEW}")
    await office.press("Release to the Management Group")
    await office.sees("Released.")
    await office.press("Record a signature on paper")
    await office.sees("Who has signed?")
    await office.press("Record it", who="Margaret Osei")
    await office.sees("Margaret Osei (governor)")
    await opened(amit, f"Action plan sent: {REVIEW}")
    await amit.sees(PHONICS, PAIRS, SPACE)
    margaret = await stage.person(MARGARET)
    await margaret.type("/peer-review plan Oak")
    await margaret.sees(PHONICS)


async def seen_through(stage: Stage) -> None:
    """Who delivers an action says how far it has come; the Lead hears that help is wanted, not with what."""
    await stage.go_to(NEW_TERM)
    priya, denise, kate = [await stage.person(email) for email in (PRIYA, DENISE, KATE)]
    await priya.type("/peer-review plan Oak")
    await priya.sees(TITLE, PHONICS)
    await priya.press("Done", row=PHONICS)
    await priya.sees("Done on Monday 15 January 2018")
    await denise.type("/peer-review plan Oak")
    await denise.sees(SPACE)
    assert seen(await denise.all_of_it()) == [SPACE]
    await denise.press("Move", row=SPACE)
    await denise.sees("Friday 2 February 2018")
    await denise.press("Move it", day=LATER)
    await denise.sees("Tuesday 6 February 2018", "Friday 2 February 2018")
    await denise.press("Ask for help", row=SPACE)
    await denise.sees(SPACE)
    await denise.press("Ask for help", help=HELP)
    await kate.read("Help is wanted")
    assert seen(await kate.told()) == []

"""The audit proforma and the development visit: asked for, filled in, returned, and once more later on."""

from tests.conversation.conftest import BEN, CHIDI, KATE, OFFICE, OWEN, PRIYA, SIAN
from tests.improving.words import (
    CALM,
    IMPROVED,
    PAIRS,
    PHONICS,
    READING,
    REVIEW,
    SEEN,
    VISIT_DAY,
    WALK,
    seen,
)
from tests.preparing.people import Stage

TITLE = f"Audit proforma: {REVIEW}"
ASKED = f"Please fill in your part of the audit proforma: {REVIEW}"


async def asked(stage: Stage) -> None:
    """Most of it stands there; the headteacher asks for the rest with one click."""
    priya = await stage.person(PRIYA)
    await priya.type("/peer-review audit Oak")
    await priya.sees("To be returned to the Consortium Office", READING, WALK, "Margaret Osei")
    await priya.press("More (8 left)")
    await priya.sees(PHONICS)
    await priya.press("Ask them")
    await priya.sees("Chidi Eze and Owen O'Connell")
    ben = await stage.person(BEN)
    await ben.type("/peer-review audit Oak")
    await ben.sees(READING)
    assert PHONICS not in await ben.all_of_it()


async def filled_in(stage: Stage) -> None:
    """The champions have their own lines; the visit they have booked fills its line."""
    chidi, owen, priya = [await stage.person(email) for email in (CHIDI, OWEN, PRIYA)]
    await owen.read(ASKED)
    await owen.press("Fill in my part")
    await owen.sees("Save it as it is if there is nothing to add.")
    await owen.press("Save it")
    await owen.sees("Thank you")
    await chidi.read(ASKED)
    await chidi.press("Development visit")
    await chidi.sees("No day is chosen yet")
    await chidi.press("Choose a day")
    await chidi.sees("Time")
    await chidi.press("Choose this day", day="Tues 6 Feb 2018", time="2pm")
    await chidi.sees("Tuesday 6 February 2018")
    await priya.read("Tuesday 6 February 2018", "visit")


async def returned(stage: Stage) -> None:
    priya, office, kate = [await stage.person(email) for email in (PRIYA, OFFICE, KATE)]
    await priya.type("/peer-review audit Oak")
    await priya.sees(TITLE)
    await priya.press("Return it to the office")
    await priya.sees("This is what will be sent", "Janet Pryke", READING, WALK)
    await priya.press("Send it")
    await priya.sees("Sent.")
    await office.read(f"Audit proforma sent: {REVIEW}")
    await office.press("Open")
    await office.sees(READING, WALK, PAIRS)
    await kate.read(f"Audit proforma sent: {REVIEW}")
    assert seen(await kate.told()) == []
    sian = await stage.person(SIAN)
    await sian.type("/peer-review audit Oak")
    assert CALM not in await sian.all_of_it()


async def returned_again(stage: Stage) -> None:
    """The visit was held, and the school has improved: an updated form."""
    await stage.go_to(VISIT_DAY)
    chidi, priya, office = [await stage.person(email) for email in (CHIDI, PRIYA, OFFICE)]
    await chidi.type("/peer-review visit Oak")
    await chidi.sees("Tuesday 6 February 2018")
    await chidi.press("It was held")
    await chidi.sees("What was seen")
    await chidi.press("Record it", words=SEEN)
    await chidi.sees(SEEN)
    await priya.read("The development visit was held on Tuesday 6 February 2018")
    await priya.press("Open the audit proforma")
    await priya.sees("It has changed since.")
    await priya.press("Add school improvement")
    await priya.sees("School improvement achieved")
    await priya.press("Save it", improvement=IMPROVED)
    await priya.sees("Return the updated form")
    await priya.press("Return the updated form")
    await priya.sees("This is what will be sent")
    await priya.press("More (1 left)")
    await priya.sees(IMPROVED)
    await priya.press("Send it")
    await priya.sees("Sent as version 2")
    await office.read(f"Audit proforma sent: {REVIEW}", "2, sent by Priya Nair")

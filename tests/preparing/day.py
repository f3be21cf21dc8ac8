"""The timetable of the day, and its morning."""

from tests.conversation.conftest import BEN, CHIDI, KATE, MARTIN, OWEN, PRIYA, SIAN
from tests.preparing.people import Stage
from tests.preparing.words import DRAFT, FINAL, OAK, REVIEW, REVIEW_DAY, UNREADABLE, seen

TITLE = f"Timetable for the day: {REVIEW}"
TODAY = f"Today: peer review at {OAK}"


async def written(stage: Stage) -> None:
    """A line that cannot be read is named, and the others stay; the draft goes to the team as it is."""
    priya = await stage.person(PRIYA)
    await priya.type("/peer-review timetable Oak")
    await priya.sees("The review team has no timetable yet.")
    await priya.press("Add timetable")
    await priya.sees("The rows of the day")
    await priya.press("Send to the team", rows=f"{DRAFT}\n{UNREADABLE}")
    await priya.sees(f"Row 4 (“{UNREADABLE}”)", "Nothing is saved yet.")
    assert await priya.holds("rows") == f"{DRAFT}\n{UNREADABLE}"
    await priya.press("Keep as draft", rows=DRAFT)
    await priya.sees("This is a draft: the team has not seen it.", "Phonics")
    await priya.type("/peer-review")
    await priya.sees(TITLE)
    await priya.press("Same as draft: send it to the team", row=TITLE)
    await priya.sees("Sent. The review team is told.")
    for email in (SIAN, BEN, MARTIN):
        reader = await stage.person(email)
        await reader.read(TITLE, "Priya Nair has sent you the timetable", "09:15–10:00", "Phonics", "KM")


async def changed(stage: Stage) -> None:
    """Of a change the team hears what is different; the Lead sees that it is final, and no row."""
    priya, sian = await stage.person(PRIYA), await stage.person(SIAN)
    await priya.press("Change it")
    await priya.sees("The rows of the day")
    await priya.press("Send to the team", rows=FINAL)
    await priya.sees("Sent", "12:00")
    was = "(was: 09:15–10:00 Phonics, Year 1, with KM)"
    now = f"Now: 09:30–10:15 Phonics, Year 1, with KM {was}"
    await sian.read("Changed: the timetable for the day", now, "New: 12:00 Books")
    for email in (KATE, CHIDI):
        someone = await stage.person(email)
        await someone.type("/peer-review timetable Oak")
        await someone.sees("Final since")
        assert seen(await someone.all_of_it()) == []


async def dawned(stage: Stage) -> None:
    """The details go to everyone who takes part; the rows to the headteacher and the review team."""
    await stage.go_to(REVIEW_DAY)
    for email in (PRIYA, SIAN, BEN, MARTIN):
        someone = await stage.person(email)
        await someone.read(TODAY, "Siân Whitcombe", "09:30–10:15", "Phonics", "Books")
    for email in (CHIDI, OWEN):
        someone = await stage.person(email)
        await someone.read(TODAY, "Siân Whitcombe")
        assert seen(await someone.all_of_it()) == []
    await stage.settled()
    told = await (await stage.person(KATE)).told()
    assert TODAY not in told
    assert seen(told) == []

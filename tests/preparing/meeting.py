"""The pre-review meeting: agreed, moved, held, and the questions that come of it."""

from tests.conversation.conftest import BEN, CHIDI, KATE, PRIYA, SIAN
from tests.preparing.people import Person, Stage
from tests.preparing.words import FOCUS, MEETING_DAY, QUESTIONS, REVIEW, SOURCES, seen

TITLE = f"Pre-review meeting: {REVIEW}"
FIRST, SECOND = "Tuesday 28 November 2017, 14:30", "Wednesday 29 November 2017, 08:30"
ASKED = "suit you for the pre-review meeting?"


async def opened(someone: Person) -> Person:
    await someone.type("/peer-review meeting Oak")
    await someone.sees(TITLE)
    return someone


async def agreed(stage: Stage) -> None:
    """The lead reviewer proposes and the headteacher confirms; then she moves it, and it goes back."""
    sian, priya, ben = [await stage.person(email) for email in (SIAN, PRIYA, BEN)]
    await opened(sian)
    await sian.press("Propose a time")
    await sian.sees("The schedule asks for it by Thursday 30 November 2017")
    await sian.press("Propose it", day="28 Nov", time="2.30pm", place="The hall")
    await sian.sees("I have asked Priya Nair")
    await priya.read(f"Does {FIRST} {ASKED}")
    await priya.press("Confirm")
    for someone in (priya, ben):
        await someone.read(f"Pre-review meeting agreed: {FIRST}", "The hall")
    await opened(priya)
    await priya.press("Move the meeting")
    await priya.sees("The schedule asks for it by Thursday 30 November 2017")
    await priya.press("Propose it", day="29 Nov", time="8.30am")
    await priya.sees("I have asked Siân Whitcombe")
    await sian.read(f"Does {SECOND} {ASKED}", "It had been agreed for Tuesday 28 November 2017, 14:30.")
    await sian.press("Confirm")
    for someone in (sian, ben):
        await someone.read(f"Pre-review meeting agreed: {SECOND}")


async def held(stage: Stage) -> None:
    await stage.go_to(MEETING_DAY)
    sian = await opened(await stage.person(SIAN))
    await sian.press("Record it")
    await sian.sees("Who was present")
    there = ("Priya Nair", "Siân Whitcombe", "Ben Hartley")
    await sian.press("Record it", present=there, others="Jo Bloggs", focus=FOCUS)
    await sian.sees(
        "Held on Wednesday 29 November 2017",
        "Priya Nair, Siân Whitcombe and Ben Hartley",
        "Jo Bloggs",
        FOCUS,
    )


async def questioned(stage: Stage) -> None:
    """To the Improvement Champion the focus alone, to the Lead how many questions there are."""
    sian = await stage.person(SIAN)
    one, two, three = QUESTIONS
    await sian.press("Add a question")
    await sian.sees("Enquiry question")
    await sian.press("Add it", question=one, sources=SOURCES)
    await sian.sees(f"1. {one}", SOURCES)
    await sian.press("Add a question")
    await sian.sees("Enquiry question")
    await sian.press("Add several at once")
    await sian.sees("One a line")
    await sian.press("Add them", questions=f"{two} | A survey\n{three}")
    await sian.sees(f"2. {two}", "A survey", f"3. {three}")
    await sian.press("Up", row="3. ")
    await sian.sees(f"2. {three}", f"3. {two}")
    await sian.press("Remove", row="1. ")
    await sian.sees(f"1. {three}", f"2. {two}")
    ben = await opened(await stage.person(BEN))
    await ben.sees(f"1. {three}", f"2. {two}", FOCUS)
    chidi = await opened(await stage.person(CHIDI))
    await chidi.sees(FOCUS)
    assert seen(await chidi.all_of_it()) == [FOCUS]
    kate = await opened(await stage.person(KATE))
    await kate.sees("Enquiry questions", "2", "Held on Wednesday 29 November 2017")
    assert seen(await kate.all_of_it()) == []

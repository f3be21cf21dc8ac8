"""The review day: notes, feedback, and the summary, sent, queried, corrected, signed and released."""

import re

from tests.conversation.conftest import BEN, CHIDI, KATE, MARTIN, OFFICE, PRIYA, SIAN
from tests.improving.words import (
    AMIT,
    ANSWER,
    BOOKS,
    CALM,
    IMPACT,
    KIND,
    MARGARET,
    MARKING,
    OAK,
    OUTDOOR,
    QUERY,
    READING,
    REVIEW,
    WALK,
    seen,
)
from tests.preparing.people import Person, Stage

TITLE = f"Summary: {REVIEW}"


async def noted(stage: Stage) -> None:
    """Each jots down a line at a time; nobody but the team sees it."""
    for email, lines in (
        (BEN, (f"strength: {CALM}", f"development: {MARKING}", f"explored: {READING}")),
        (MARTIN, (f"strength: {KIND}", f"activity: {WALK}")),
    ):
        someone = await stage.person(email)
        for line in lines:
            await someone.type(f"/peer-review note {line}")
            await someone.sees("Noted.", line.partition(": ")[2])
    priya = await stage.person(PRIYA)
    await priya.type("/peer-review notes Oak")
    assert seen(await priya.all_of_it()) == []


async def fed_back(stage: Stage) -> None:
    sian = await stage.person(SIAN)
    await sian.type("/peer-review feedback Oak")
    await sian.sees("Not recorded yet")
    await sian.press("Record that it was given")
    await sian.sees("Who was present")
    await sian.press("Record it", others="Jo Bloggs", governors="Margaret Osei")
    await sian.sees("Recorded.", "Given on Thursday 7 December 2017", "Jo Bloggs")
    for email in (PRIYA, CHIDI):
        someone = await stage.person(email)
        await someone.read(f"The feedback was given: {REVIEW}")
        assert seen(await someone.all_of_it()) == []


async def written(stage: Stage) -> None:
    """Most of it is taken from the notes; the team adds to it, the lead reviewer sends it."""
    sian, martin = await stage.person(SIAN), await stage.person(MARTIN)
    await sian.type("/peer-review summary Oak")
    await sian.sees(TITLE, "Not sent yet.")
    await sian.press("Take from the notes (3)")
    await sian.sees(CALM, KIND, MARKING)
    await sian.press("Take them")
    await sian.sees("3 points are added.")
    await martin.type("/peer-review summary Oak")
    await martin.sees(TITLE, CALM)
    await martin.press("Write points")
    await martin.sees("Areas for development")
    await martin.press("Add them", areas=OUTDOOR)
    await martin.sees(OUTDOOR)
    await sian.type("/peer-review summary Oak")
    await sian.sees(TITLE, OUTDOOR)
    await sian.press("Write it")
    await sian.sees("Impact of the previous action plan")
    await sian.press("Save it", impact=IMPACT)
    await sian.sees(IMPACT, OUTDOOR)


async def sent(stage: Stage) -> None:
    """The governor has looked in before, and so is asked in the chat."""
    sian, margaret = await stage.person(SIAN), await stage.person(MARGARET)
    await margaret.type("/peer-review")
    await margaret.sees("Nothing is waiting for you.")
    await sian.press("Preview and send")
    await sian.sees("This is what will be sent", "Priya Nair", "Janet Pryke", IMPACT, CALM, KIND, MARKING)
    await sian.press("Sign and send")
    await sian.sees("Signed and sent.")
    for email in (BEN, CHIDI):
        reader = await stage.person(email)
        await reader.read(f"Summary sent: {REVIEW}")
    await margaret.read(f"Please sign the summary: {REVIEW}")
    await lead_knows(stage)
    assert seen(await (await stage.person(AMIT)).told()) == []


async def lead_knows(stage: Stage) -> None:
    """That it was sent, and nothing of what it says."""
    kate = await stage.person(KATE)
    await kate.read(f"Summary sent: {REVIEW}")
    assert seen(await kate.told()) == []


async def queried(stage: Stage) -> None:
    """The headteacher asks before she signs; the lead reviewer answers, and puts it right."""
    priya, sian = await stage.person(PRIYA), await stage.person(SIAN)
    await priya.read(f"Please sign the summary: {REVIEW}")
    await priya.press("Query")
    await priya.sees("What would you like to ask?")
    await priya.press("Send the query", words=QUERY)
    await priya.sees("You will hear when there is an answer.")
    await sian.read("query", QUERY)
    await sian.press("Answer")
    await sian.sees("Your answer")
    await sian.press("Send the answer", answer=ANSWER)
    await priya.read(ANSWER)
    await sian.type("/peer-review summary Oak")
    await sian.sees(TITLE, MARKING)
    await sian.press("Change", row=MARKING)
    await sian.sees("Point")
    await sian.press("Save it", text=BOOKS)
    await sian.sees(BOOKS)
    await sian.press("Preview and send")
    await sian.sees("This is what will be sent", BOOKS)
    await sian.press("Sign and send")
    await sian.sees("as version 2")


async def signed(stage: Stage) -> None:
    """The governor by the link that the headteacher forwards."""
    priya = await stage.person(PRIYA)
    await priya.read(f"Please sign the summary: {REVIEW}", "2, sent by Siân Whitcombe")
    await priya.press("Sign")
    await priya.sees("Signed. Thank you.", BOOKS)
    await priya.press("Governor’s link")
    await priya.sees("Governor’s link for Margaret Osei", "A text to forward")
    path, code = forwarded(await priya.all_of_it())
    page = await stage.page(path)
    await page.press("Open", answer=code)
    await page.sees(BOOKS, IMPACT, "Go to your signature")
    await page.press("Sign")
    await page.press(f"I sign as Margaret Osei, governor of {OAK}")
    await page.sees("Signed. Thank you.")
    await priya.type("/peer-review summary Oak")
    await priya.sees("Sent on")
    await priya.press("Open the summary")
    await priya.sees("Margaret Osei (governor)", BOOKS)


def forwarded(told: str) -> tuple[str, str]:
    """The link's path and the code, from the text to forward as the platform has it."""
    link = re.search(r"/governor/(?:[\w.=-]|\\+[_.-])+", told)
    code = re.search(r"enter the code (\d{6})", told)
    assert link
    assert code
    return link[0].replace("\\", ""), code[1]


async def released(stage: Stage) -> None:
    office, amit = await stage.person(OFFICE), await stage.person(AMIT)
    await office.read(f"Summary to release: {REVIEW}", "2, sent by Siân Whitcombe")
    await office.press("Release to the Management Group")
    await office.sees("Released.")
    await opened(amit, f"Summary sent: {REVIEW}")
    await amit.sees(BOOKS, IMPACT)


async def opened(someone: Person, message: str) -> None:
    await someone.read(message)
    await someone.press("Open")
    await someone.sees(REVIEW)

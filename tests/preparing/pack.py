"""The pack: links, what does not apply, more time, the self-review note, somebody who helps."""

import re

from tests.conversation.conftest import BEN, CHIDI, KATE, PRIYA, SIAN
from tests.preparing.people import Person, Stage
from tests.preparing.words import (
    AREAS,
    BAD_LINK,
    DENISE,
    DRIVE,
    LINK,
    NOTE_LINK,
    REASON,
    REVIEW,
    WHY_LONGER,
    seen,
)

PAPERWORK = f"Paperwork: {REVIEW}"
OURS = [re.compile(rf"/{what}/[\w.-]+") for what in ("paper", "note")]


async def gathered(stage: Stage) -> None:
    """As far as it goes with what is at hand."""
    priya = await opened(await stage.person(PRIYA))
    await refused(priya)
    await longer(priya, await stage.person(SIAN))
    await noted(priya, await stage.person(CHIDI))
    await handed_over(priya, await stage.person(DENISE))


async def opened(someone: Person) -> Person:
    await someone.type("/peer-review papers Oak")
    await someone.sees(PAPERWORK)
    return someone


async def add(someone: Person, row: str, link: str) -> None:
    await someone.press("Add link", row=row)
    await someone.sees("Link to the paper")
    await someone.press("Save the link", link=link)


async def refused(priya: Person) -> None:
    await priya.sees("0 of 6 settled.", "Thursday 23 November 2017")
    await add(priya, "(SEF)", BAD_LINK)
    await priya.sees("http://", "https://", "Link to the paper")
    assert await priya.holds("link") == BAD_LINK
    await priya.press("Save the link", link=f"{LINK}sef")
    await priya.sees("1 of 6 settled.", f"{DRIVE}, added by Priya Nair")


async def longer(priya: Person, sian: Person) -> None:
    await priya.press("Need longer")
    await priya.sees("It is due by Thursday 23 November 2017.")
    await priya.press("Tell the review team", day="Mon 27 Nov", why=WHY_LONGER)
    await priya.sees("Priya Nair needs longer, until Monday 27 November 2017")
    await sian.read(f"The paperwork needs longer: {REVIEW}", WHY_LONGER)


async def noted(priya: Person, chidi: Person) -> None:
    """To the Improvement Champion the areas of focus, and nothing else."""
    await priya.press("Add a note")
    await priya.sees("Broad areas of focus")
    await priya.press("Save the note", areas=AREAS, link=NOTE_LINK)
    await priya.sees(AREAS, "1 of 6 settled.")
    await opened(chidi)
    await chidi.sees(AREAS)
    assert seen(await chidi.all_of_it()) == [AREAS]


async def handed_over(priya: Person, denise: Person) -> None:
    await priya.press("Hand over")
    await priya.sees("Who is to see to the paperwork")
    await priya.press("Ask them", person="Denise Abbott")
    await priya.sees("Denise Abbott has been asked")
    await denise.read("Can you see to the paperwork?")
    await denise.press("Open the paperwork")
    await denise.sees(PAPERWORK)
    await add(denise, "Data", f"{LINK}data")
    await denise.sees("2 of 6 settled.", f"{DRIVE}, added by Denise Abbott")
    await opened(priya)
    await priya.sees(f"{DRIVE}, added by Denise Abbott")
    await priya.press("Take it back")
    await priya.sees("It is with you again.")
    await denise.read(f"The paperwork is no longer with you: {REVIEW}")


async def complete(stage: Stage) -> None:
    """The review team is told, and sees the links; the Lead sees that it is complete, and no more."""
    priya = await stage.person(PRIYA)
    await opened(priya)
    await priya.press("Not applicable", row="report to governors")
    await priya.sees("Why it does not apply")
    await priya.press("Save the reason", reason=REASON)
    await priya.sees(REASON, "3 of 6 settled.")
    for number, (row, name) in enumerate((("(SDP/SIP)", "sdp"), ("Ofsted", "ofsted")), 4):
        await add(priya, row, f"{LINK}{name}")
        await priya.sees(f"{number} of 6 settled.")
    await priya.press("First review")
    await priya.sees("Everything is in.")
    for email in (SIAN, BEN):
        reader = await stage.person(email)
        await reader.read(f"The paperwork is complete: {REVIEW}")
        await reader.press("Open the list")
        await reader.sees("Everything is in.", REASON)
        await reader.sees(f"{DRIVE}, added by Priya Nair", f"{DRIVE}, added by Denise Abbott")
        whole = await reader.all_of_it()
        # Our own addresses, which ask again who opens them; where a paper is kept stands in none.
        assert [len(set(found.findall(whole))) for found in OURS] == [4, 1], whole
        assert LINK not in whole
    kate = await opened(await stage.person(KATE))
    await kate.sees("Everything is in.", "Not applicable")
    assert seen(await kate.all_of_it()) == []

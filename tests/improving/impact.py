"""What the review has led to: recorded by the headteacher, and shared with those who read the plan."""

from tests.conversation.conftest import KATE, PRIYA, SIAN
from tests.improving.words import IMPROVED, PHONICS, REVIEW, seen
from tests.preparing.people import Stage

NEWS = f"The impact is recorded: {REVIEW}"


async def recorded(stage: Stage) -> None:
    """What the proforma says of it already is not typed again."""
    priya, sian, kate = [await stage.person(email) for email in (PRIYA, SIAN, KATE)]
    await priya.type("/peer-review impact Oak")
    await priya.sees("Nothing is recorded yet.", PHONICS)
    await priya.press("Record impact")
    await priya.sees("What you wrote in the audit proforma stands here already.")
    assert await priya.holds("impact") == IMPROVED
    await priya.press("Record it")
    await priya.sees("Those who share in the review are told.", IMPROVED)
    await sian.read(NEWS)
    await sian.press("Open it")
    await sian.sees(IMPROVED, PHONICS)
    await kate.read(NEWS)
    assert seen(await kate.told()) == []

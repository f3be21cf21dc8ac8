"""From the review day to the proforma and to what it has led to, in the same steps on each platform."""

from tests.improving import audit, impact, plan, summary
from tests.improving.words import seen
from tests.preparing.people import Stage
from tests.preparing.play import prepared


async def reviewed(stage: Stage) -> None:
    await prepared(stage)
    await improved(stage)


async def improved(stage: Stage) -> None:
    """After `prepared`, on the morning of the review."""
    for step in (
        summary.noted,
        summary.fed_back,
        summary.written,
        summary.sent,
        summary.queried,
        summary.signed,
        summary.released,
        plan.workshop_booked,
        plan.workshop_held,
        plan.written,
        plan.sent,
        plan.signed_and_released,
        audit.asked,
        audit.filled_in,
        audit.returned,
        plan.seen_through,
        audit.returned_again,
        impact.recorded,
    ):
        await step(stage)
    assert seen(await stage.channel()) == []

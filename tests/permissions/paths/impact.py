"""What the review has led to: it may be recorded once all is drafted, and is recorded once all is sent."""

from tests.permissions.moments import When
from tests.permissions.paths.model import Column, at, opens, shows, typed, writes

RECORDED = ("impact.record?review=1&version={impact}", {"impact": "They read"})
IMPACT = (
    *at(
        When.DRAFTED,
        (
            *shows(Column.IMPACT, "impact.show?review=1", "impact.show?review=1&page=1"),
            *shows(Column.IMPACT, "impact.find?said=Oak", "impact.find"),
            *opens(Column.IMPACT, "impact.ask?review=1"),
            *writes(Column.IMPACT, RECORDED),
        ),
    ),
    *at(
        When.SENT,
        (
            *opens(Column.IMPACT, "impact.ask?review=1"),
            *writes(Column.IMPACT, RECORDED, "impact.take_back?review=1&version={impact}"),
        ),
    ),
)
TYPED = typed(IMPACT, "impact.find", "impact Oak", "record the impact")

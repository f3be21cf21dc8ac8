"""The draft of the summary, by the review team."""

from tests.permissions.moments import When
from tests.permissions.paths.model import Before, Column, at, opens, shows, typed, writes

POINT = {"strand": "development", "text": "Marking"}
REMOVED: Before = (("summary.remove?review=1&point=1&version=1", {}),)
SUMMARY = at(
    When.DAY,
    (
        *shows(Column.SUMMARY, "summary.show?review=1", "summary.find?said=Oak", "summary.find"),
        *opens(Column.SUMMARY, "summary.write?review=1", "summary.notes?review=1", "summary.impact?review=1"),
        *opens(Column.SUMMARY, "summary.change?review=1&point=1", "summary.read?review=1&point=1"),
        *opens(Column.SUMMARY, "summary.read?review=1", "summary.removed?review=1"),
        *writes(
            Column.SUMMARY,
            ("summary.add?review=1", {"strengths": "Calm corridors"}),
            ("summary.take?review=1&page=0", {"strengths": "1"}),
            ("summary.save?review=1&point=1&version=1", POINT),
            "summary.place?review=1&point=1&to=2",
            "summary.remove?review=1&point=1&version=1",
            ("summary.save_impact?review=1&page=0&versions=1", {"impact": "Results rose"}),
        ),
        *writes(Column.SUMMARY, "summary.put_back?review=1&point=1", first=REMOVED),
    ),
)
TYPED = typed(SUMMARY, "summary.find", "summary", "the summary of Oak")

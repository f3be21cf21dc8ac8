"""The team's notes of the day."""

from tests.permissions.moments import When
from tests.permissions.paths.model import LEADS, Column, at, opens, rows, shows, typed, writes

FIND = {"strand": "strength", "notes": "Calm corridors"}
REWRITE = {"strand": "strength", "note": "Calm"}
# What is typed without a heading is asked after in a form that holds it.
TYPED_NOTE = "canarytyped"
NOTES = at(
    When.DAY,
    (
        *shows(Column.NOTES, "team_notes.show?review=1", "team_notes.find", "team_notes.typed?said=Oak"),
        *opens(Column.NOTES, "team_notes.ask?review=1", "team_notes.typed?said=Calm", "team_notes.typed"),
        *opens(Column.NOTES, "team_notes.change?review=1&note=1"),
        *writes(
            Column.NOTES,
            ("team_notes.add?review=1", FIND),
            ("team_notes.add", {"review": "1", **FIND}),
            "team_notes.typed?said=Oak strength: Calm",
            # A reviewer's own.
            ("team_notes.save?review=1&note=1&version=1", REWRITE),
            "team_notes.remove?review=1&note=1&version=1",
        ),
        *opens(Column.NOTES, "team_notes.change?review=1&note=2", only=rows(LEADS)),
        *writes(
            Column.NOTES,
            ("team_notes.save?review=1&note=2&version=1", REWRITE),
            "team_notes.remove?review=1&note=2&version=1",
            only=rows(LEADS),
        ),
    ),
)
TYPED = (
    *typed(NOTES, "team_notes.find", "notes", "notes Oak"),
    *typed(NOTES, "team_notes.typed", f"note {TYPED_NOTE}"),
)

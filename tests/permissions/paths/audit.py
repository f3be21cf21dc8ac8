"""The draft of the audit proforma: whole for the head, their own part for the others."""

from tests.permissions.moments import When
from tests.permissions.paths.model import HEADS, READING, Column, at, opens, rows, shows, typed, writes

LINE = "review=1&line=activities"
CORRECTED = ((f"audit.correct?{LINE}&version=0.0", {"activities": "Lessons"}),)
OWN_PART = (
    ("audit.write?review=1&version={own_part}", {"key_areas": "Reading", "plan_priorities": "Reading"}),
)
OF_THEIR_OWN = rows("own")
AUDIT = at(
    When.DRAFTED,
    (
        *shows(Column.AUDIT, "audit.show?review=1", "audit.show?review=1&page=1"),
        *shows(Column.AUDIT, "audit.find?said=Oak", "audit.find", only=READING),
        *opens(Column.AUDIT, "audit.mine?review=1", to=OF_THEIR_OWN),
        *writes(Column.AUDIT, *OWN_PART, to=OF_THEIR_OWN),
        *writes(Column.AUDIT, "audit.withdraw?review=1", to=OF_THEIR_OWN, first=OWN_PART),
        *opens(Column.AUDIT, f"audit.line?{LINE}", only=HEADS),
        *writes(Column.AUDIT, *CORRECTED, only=HEADS),
        *writes(Column.AUDIT, f"audit.restore?{LINE}", only=HEADS, first=CORRECTED),
        *writes(Column.AUDIT, "audit.ask?review=1", only=HEADS),
    ),
)
TYPED = typed(AUDIT, "audit.find", "audit Oak", "the audit proforma")

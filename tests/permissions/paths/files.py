"""The papers that were sent as files: what leads to them; each link that is found is opened as well."""

from tests.permissions.moments import When
from tests.permissions.paths.model import Column, at, shows, typed, writes
from tests.permissions.paths.sent import ONCE_RELEASED, READ

FILES = at(
    When.SENT,
    (
        *shows(Column.SENT_SUMMARY, "files.show?sent=2", to=ONCE_RELEASED),
        *shows(Column.SENT_SUMMARY, "files.show?sent=1", to=READ),
        *shows(Column.SENT_PLAN, "files.show?sent=3", "files.actions", to=ONCE_RELEASED),
        *shows(Column.SENT_AUDIT, "files.show?sent=4", to=READ),
        *writes(Column.SENT_SUMMARY, "files.send?sent=2", to=ONCE_RELEASED),
        *writes(Column.SENT_SUMMARY, "files.send?sent=1", to=READ),
        *writes(Column.SENT_PLAN, "files.send?sent=3", to=ONCE_RELEASED),
        *writes(Column.SENT_AUDIT, "files.send?sent=4", to=READ),
        *shows(Column.ALL_SENT, "files.review?review=1", to=READ),
    ),
)
TYPED = typed(FILES, "files.actions", "all actions", says="as a table for a spreadsheet")

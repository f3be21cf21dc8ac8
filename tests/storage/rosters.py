"""Small rosters for the tests, made from one good one by replacing lines."""

from datetime import date
from pathlib import Path

from storage.database import Sessions
from storage.roster import Report, import_file
from tests import roster

FIRST = date(2017, 11, 1)
LATER = date(2018, 1, 8)

SMALL = """\
consortium: Two Schools
year:
  name: 2017-18
  starts: 2017-09-01
  ends: 2018-08-31
  terms:
    - {name: autumn, starts: 2017-09-04, ends: 2017-12-20}
    - {name: spring, starts: 2018-01-04, ends: 2018-03-28}
  half_terms:
    - {starts: 2017-10-23, ends: 2017-10-27}
  inset: [2017-09-04]
groups:
  - key: north
    name: North Group
    lead: ann@elm.example
    deputy: bob@ash.example
    channels:
      practice: north-channel
  - key: south
    name: South Group
    lead: bob@ash.example
schools:
  - key: elm
    name: Elm Primary School
    group: north
  - key: ash
    name: Ash Primary School
    group: south
people:
  - name: Ann Elm
    email: ann@elm.example
    headteacher: elm
    reviewer: elm
  - name: Bob Ash
    email: bob@ash.example
    headteacher: ash
  - name: Cai Elm
    email: cai@elm.example
    champion: elm
"""


def changed(*swaps: tuple[str, str]) -> str:
    """The small roster with the first place of each text replaced."""
    text = SMALL
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


class Office:
    """Imports what it writes."""

    def __init__(self, sessions: Sessions, file: Path) -> None:
        self.sessions, self.file = sessions, file

    def send(self, *swaps: tuple[str, str], on: date = LATER, dry_run: bool = False) -> Report:
        self.file.write_text(changed(*swaps), "utf-8")
        report = import_file(self.sessions, self.file, on, dry_run=dry_run)
        with self.sessions() as session:
            roster.hold(session)
        return report

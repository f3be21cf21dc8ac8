"""The table of phrases: how a careful school secretary reads each on Wednesday 1 November 2017.

A file for each family, in each line a phrase and its reading: a value as `peer-review when` prints it,
"?" with the choices, or "!" for what cannot be read. The family "record" is read as of what has happened.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.language.when import reader
from bot.language.when.printed import Printed, printed
from bot.rules.calendar import SchoolCalendar
from storage.roster import SAMPLE, calendar_in

TODAY = date(2017, 11, 1)
FOLDER = Path(__file__).parent / "phrases"
RECORD = "record"


@dataclass(frozen=True, slots=True)
class Line:
    family: str
    phrase: str
    reading: str


def lines() -> Iterator[Line]:
    for file in sorted(FOLDER.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            phrase, _, reading = line.rpartition(" | ")
            yield Line(file.stem, phrase, reading)


def sample_calendar() -> SchoolCalendar:
    found = calendar_in(SAMPLE.read_bytes())
    assert isinstance(found, SchoolCalendar)
    return found


CALENDAR = sample_calendar()


def read(line: Line) -> str:
    """In the form of the table."""
    reading = reader.read(line.phrase, today=TODAY, calendar=CALENDAR, record=line.family == RECORD)
    return shown(printed(line.phrase, reading))


def shown(said: Printed) -> str:
    if said["kind"] == "ambiguous":
        return f"? {', '.join(said['choices'])}"
    return said["value"] or "!"

"""Reading a roster file into the database: all of it, or none."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from storage.database import Sessions
from storage.roster.applying import apply
from storage.roster.changes import said
from storage.roster.parsing import parse
from storage.roster.reading import Mistake
from storage.roster.shape import Roster
from storage.roster.years import other_year

SAMPLE = Path(__file__).parent / "sample.yaml"


@dataclass(frozen=True)
class Report:
    """Either mistakes, by line, or what was changed; neither when all was the same."""

    mistakes: tuple[Mistake, ...] = ()
    changes: tuple[str, ...] = ()


def import_file(sessions: Sessions, path: Path, today: date, *, dry_run: bool = False) -> Report:
    """`today` is London's. OSError when the file can't be read. A dry run reports and changes nothing."""
    roster = parse(path.read_bytes())
    if not isinstance(roster, Roster):
        return Report(mistakes=roster)
    with sessions() as session:
        if clash := year_clash(session, roster):
            return Report(mistakes=(clash,))
        changes = apply(session, roster, today)
        if not dry_run:
            session.commit()
    return Report(changes=changes.sentences())


def year_clash(session: Session, roster: Roster) -> Mistake | None:
    other = other_year(session, roster)
    if other is None:
        return None
    return Mistake(
        roster.year.line("name"),
        f"The year {roster.year.name} shares days with {other.name}, which is here already"
        f" ({said(other.starts)} to {said(other.ends)}). Give it that name to correct it, or other dates.",
    )

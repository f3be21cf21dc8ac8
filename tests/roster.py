"""What a turn has in memory, and changes of the roster that a test makes by hand."""

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from storage import directory, reviewed
from storage.directory import Directory
from storage.models import AcademicYear, Consortium, ReviewDates


def has_changed(session: Session) -> None:
    """What an import does at its end, so that the next turn reads the roster again."""
    session.execute(update(Consortium).values(roster_version=Consortium.roster_version + 1))


def hold(session: Session) -> None:
    """Fails where a turn would see another roster than is stored, or other reviews."""
    version = session.scalar(select(func.max(Consortium.roster_version)))
    assert content(directory.current(session, version)) == content(directory.read(session))
    dates = session.scalar(select(func.max(ReviewDates.version)))
    for year in session.scalars(select(AcademicYear.id)):
        assert reviewed.schools(session, year, dates) == reviewed.read(session, year)


def content(known: Directory) -> tuple[object, ...]:
    return known.policy, known.years, known.spans, known.groups, known.schools, known.people

"""What the links to the year at a glance open: whoever each was made for is checked again."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.documents.table import MEDIA_TYPE
from bot.documents.year import Glance, year_csv
from bot.documents.year_page import style, year_page
from bot.handlers.reading import reader_by_id
from bot.handlers.year_reading import glance, may_open, named
from bot.links import File
from storage import directory, year

# In addresses, so both are kept.
PAGE, TABLE = "year", "year-table"


def page(session: Session, person_id: int, year_id: int, now: datetime) -> File | None:
    found = opened(session, person_id, year_id, now)
    return File(year_page(found, named()).encode(), "text/html", style=style()) if found else None


def table(session: Session, person_id: int, year_id: int, now: datetime) -> File | None:
    found = opened(session, person_id, year_id, now)
    return File(year_csv(found), MEDIA_TYPE, f"peer-reviews-{found.year.starts.year}.csv") if found else None


def opened(session: Session, person_id: int, year_id: int, now: datetime) -> Glance | None:
    """The year as this person may see it now (UTC)."""
    reader, wanted = reader_by_id(session, person_id, now), year.years(session).get(year_id)
    if reader is None or wanted is None or not may_open(reader):
        return None
    return glance(reader, directory.newest(session), year_id, wanted)

"""Several files as one."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bot.rules.hours import london


def zipped(files: Iterable[tuple[str, bytes]], now: datetime) -> bytes:
    """By name. `now` (UTC) is what they are dated, as London's clocks show it."""
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name, body in files:
            # A zip has no time zones.
            entry = ZipInfo(name, london(now).timetuple()[:6])
            archive.writestr(entry, body, ZIP_DEFLATED)
    return written.getvalue()

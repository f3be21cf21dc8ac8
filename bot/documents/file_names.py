"""What our files are called: school, day and paper, and nothing that a paper says."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from bot.rules.permissions import Paper

CALLED: Mapping[Paper, str] = {
    Paper.SUMMARY: "summary",
    Paper.PLAN: "action-plan",
    Paper.AUDIT: "audit-proforma",
}
# Of a school's name, so that the whole stays a name that every system takes.
LONGEST = 60


def stem(school: str, day: date) -> str:
    """oak-primary-school-2017-12-07: ASCII, as it also stands in the header of an answer."""
    plain = unicodedata.normalize("NFKD", school).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", ""))[:LONGEST].strip("-")
    return f"{words or 'school'}-{day.isoformat()}"


def of_paper(school: str, day: date, paper: Paper, number: int) -> str:
    """Of one version of a paper, without the ending."""
    again = f"-version-{number}" if number > 1 else ""
    return f"{stem(school, day)}-{CALLED[paper]}{again}"

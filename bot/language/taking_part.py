"""Who is to take part, as it is said along with the rest: “with Kate leading”, “Owen as champion”."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

LEAD, REVIEWERS, CHAMPIONS = "lead_reviewer", "reviewers", "champions"
WHO = r"(?P<who>[^,;.]{1,80}?)"
BEGINS = r"(?:^|[\s,]+(?:and\s+)?)(?:with\s+)"
MAY_BEGIN = r"(?:^|,\s*(?:and\s+)?(?:with\s+)?|\s+and\s+with\s+|\s+with\s+|\s+and\s+)"
ENDS = r"(?=\s+(?:on|at|for|in|with|from|to|and|as)\b|\s*[,;.]|\s*$)"
# The last part of a list goes on after "and".
LAST = r"(?=\s+(?:on|at|for|in|with|from|to|as)\b|\s*[,;.]|\s*$)"
CHAMPION = r"(?:improvement\s+)?champion"

# Each way of saying it, and the field of the form that it fills in.
SAID = tuple(
    (field, re.compile(way, re.IGNORECASE))
    for field, way in (
        (LEAD, rf"[\s,]+(?:and\s+)?(?:led|lead|run|headed)\s+by\s+{WHO}{ENDS}"),
        (LEAD, rf"[\s,]+(?:and\s+)?lead(?:\s+reviewer)?\s*(?::|is|will\s+be|to\s+be|=)\s*{WHO}{ENDS}"),
        (
            LEAD,
            rf"{BEGINS}{WHO}\s+(?:leading|to\s+lead|in\s+the\s+lead|as\s+(?:the\s+)?lead(?:\s+reviewer)?){ENDS}",
        ),
        (
            LEAD,
            rf"{MAY_BEGIN}{WHO}\s+(?:leading|to\s+lead|will\s+lead|leads|as\s+(?:the\s+)?lead(?:\s+reviewer)?){ENDS}",
        ),
        (
            REVIEWERS,
            rf"{MAY_BEGIN}{WHO}\s+(?:reviewing|to\s+review|as\s+(?:the\s+|a\s+)?(?:other\s+)?reviewers?){ENDS}",
        ),
        (CHAMPIONS, rf"[\s,]+(?:and\s+)?{CHAMPION}s?\s*(?::|is|are|will\s+be|=)?\s+{WHO}{LAST}"),
        (CHAMPIONS, rf"{MAY_BEGIN}{WHO}\s+as\s+(?:the\s+|an?\s+)?(?:improvement\s+)?champions?{ENDS}"),
        # Whoever comes with no part named reviews.
        (REVIEWERS, rf"[\s,]+(?:and\s+)?with\s+{WHO}{LAST}"),
    )
)

COMMAS = re.compile(r"\s*,[\s,]*")


@dataclass(frozen=True, slots=True)
class TakingPart:
    """`people`: who was named, by field; `rest`: what was said besides."""

    rest: str
    people: Mapping[str, str]


def read(said: str) -> TakingPart:
    people: dict[str, str] = {}
    for field, way in SAID:
        if field not in people and (found := way.search(said)):
            people[field] = found["who"].strip()
            # A comma keeps what stood before from what comes after.
            said = f"{said[: found.start()]}, {said[found.end() :]}"
    return TakingPart(COMMAS.sub(", ", said).strip(" ,"), people)

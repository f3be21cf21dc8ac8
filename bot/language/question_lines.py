"""Enquiry questions typed one a line: the question, then | and the sources of evidence."""

import re
from dataclasses import dataclass

# "1. ", "2) ", "- ", "• ": from a list that was pasted in.
BULLET = re.compile(r"^(?:[-–*•·]\s+|\d{1,2}[.)]\s+)")
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Lines:
    rows: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]


def read(text: str) -> Lines:
    """The rows, and a sentence for each line that won't do."""
    rows, problems = [], []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        question, _, sources = (part.strip() for part in BULLET.sub("", line.strip()).partition("|"))
        if problem := wrong(question, sources):
            problems.append(f"Line {number}: {problem}")
        rows.append((question, sources))
    return Lines(tuple(rows), tuple(problems))


def wrong(question: str, sources: str) -> str:
    """What is wrong with a row, or ""."""
    if not question:
        return "the question is missing before the “|”."
    for name, said in (("question", question), ("sources", sources)):
        if len(said) > LONGEST:
            verb = "has" if name == "question" else "have"
            return f"the {name} {verb} {len(said):,} characters; please keep to {LONGEST}."
    return ""

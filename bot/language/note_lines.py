"""What a reviewer types on the day: `strength: calm corridors`, or lines without their heading."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.rules.findings import LONGEST, MOST_AT_ONCE, Strand

# "1. ", "2) ", "- ", "• ": from a list that was pasted in.
BULLET = re.compile(r"^(?:[-–*•·]\s+|\d{1,2}[.)]\s+)")
# As they stand before a colon. The school may come first: `Oak strength: calm corridors`.
HEADINGS: Mapping[Strand, str] = {
    Strand.STRENGTH: r"(?:areas?\s+of\s+)?strengths?",
    Strand.DEVELOPMENT: r"(?:areas?\s+for\s+)?developments?|afds?|next\s+steps?",
    Strand.EXPLORED: r"(?:key\s+)?areas?\s+explored|explored",
    Strand.ACTIVITY: r"activit(?:y|ies)(?:\s+undertaken)?",
}
HEADED = {
    strand: re.compile(rf"(?P<before>.*?)(?<![\w-])(?:{words})\s*:\s*(?P<text>.*)", re.IGNORECASE | re.DOTALL)
    for strand, words in HEADINGS.items()
}
# The heading is one of the first few words, so that no colon further on is taken for one.
MOST_BEFORE = 80


@dataclass(frozen=True, slots=True)
class Headed:
    """`before` is what stands before the heading: a school, or nothing."""

    before: str
    strand: Strand | None
    text: str


def headed(typed: str) -> Headed:
    """The heading of a typed line and what belongs under it; without a heading, all of it as `text`."""
    found = [(match, strand) for strand, form in HEADED.items() if (match := form.fullmatch(typed.strip()))]
    near = [one for one in found if len(one[0]["before"]) <= MOST_BEFORE]
    if not near:
        return Headed("", None, typed.strip())
    match, strand = min(near, key=lambda one: len(one[0]["before"]))
    return Headed(match["before"].strip(" ,"), strand, match["text"].strip())


def under(heading: Strand, text: str) -> Mapping[Strand, str]:
    """The lines by their headings: one that has another heading starts it for those that follow."""
    found: dict[Strand, list[str]] = {}
    for line in text.splitlines():
        said = headed(BULLET.sub("", line.strip()))
        if said.strand and not said.before:
            heading, line = said.strand, said.text
        found.setdefault(heading, []).append(line)
    return {strand: "\n".join(lines) for strand, lines in found.items()}


@dataclass(frozen=True, slots=True)
class Lines:
    texts: tuple[str, ...]
    problems: tuple[str, ...]


def read(text: str, longest: int = LONGEST) -> Lines:
    """A text a line, and a sentence for each that won't do; `longest`: the most characters of one."""
    lines = [BULLET.sub("", line.strip()).strip() for line in text.splitlines()]
    texts = tuple(line for line in lines if line)
    problems = tuple(
        f"“{line[:40]}…” has {len(line):,} characters; please keep each to {longest:,}."
        for line in texts
        if len(line) > longest
    )
    if len(texts) > MOST_AT_ONCE:
        problems += (f"These are {len(texts)} lines; please send up to {MOST_AT_ONCE} at once.",)
    return Lines(texts, problems)

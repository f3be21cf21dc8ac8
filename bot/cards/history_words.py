"""The words for what a change of a review keeps: what it is called, and how it is read."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from bot.cards import day, milestones, plan_words, team_notes
from bot.cards.impact import LED_TO
from bot.cards.reminder_lines import MATTERS
from bot.language.audit import HEADINGS
from bot.language.say import full, listed
from bot.rules.audit import Column
from bot.rules.findings import Strand
from bot.rules.history import IMPACT
from bot.rules.milestones import Kind
from bot.rules.papers import Support
from bot.rules.roles import TeamPart
from storage.days import rows_in

LABELS: Mapping[str, str] = {
    "action": "Action",
    "answer": "Answer",
    "areas": "Broad areas of focus",
    "at": "At",
    "comments": "Comments",
    "day": "Day",
    "dropped": "To be agreed again",
    "due": "Deadline",
    "focus": "Focus and process agreed",
    "given": "Given on",
    "governors": "Governors",
    "held": "Held on",
    "id": "Action",
    "impact": "What came of the previous action plan",
    "late": "Days late",
    "link": "Link",
    "matter": "What it was about",
    "note": "Note",
    "notes": "Notes",
    "number": "Version",
    "order": "Place",
    "others": "Others",
    "owner": "Who delivers it",
    "paper": "Paper",
    "part": "As",
    "people": "Asked",
    "person": "Who",
    "place": "Place",
    "points": "Points",
    "postponed": "Postponed",
    "present": "Present",
    "question": "Question",
    "reason": "Reason",
    "rows": "Rows",
    "signed_as": "Signed as",
    "signer": "Whose signature",
    "sources": "Sources of evidence",
    "staff": "Who attends",
    "strand": "Under",
    "support": "Where support comes from",
    "text": "Text",
    "timing": "Deadline",
    "typed": "Rows",
    "until": "Until",
    "why": "Why",
    "words": "Words",
}
AUDIT = ("audit_written", "audit_corrected", "audit_taken_back")
# Where the same word keeps something else.
LABELS_OF: Mapping[tuple[str, str], str] = {
    ("action_help", "words"): "What would help",
    ("action_no_help", "words"): "What would help",
    ("governor_link_made", "signer"): "For",
    ("paper_queried", "words"): "Query",
    ("query_changed", "words"): "Query",
    ("query_dropped", "words"): "Query",
    ("actions_added", "rows"): "Actions",
    ("actions_taken_back", "rows"): "Actions",
    ("questions_added", "rows"): "Questions",
    ("summary_impact_written", "comments"): "On its actions",
    ("visit_recorded", "words"): "What was seen",
    ("visit_unrecorded", "words"): "What was seen",
    **{(what, "words"): LED_TO for what in IMPACT},
    **{(what, line.value): heading for what in AUDIT for line, heading in HEADINGS.items()},
}


def label(what: str, key: str) -> str:
    return LABELS_OF.get((what, key)) or LABELS[key]


def said(what: str, key: str, kept: Mapping[str, Any]) -> str:
    """What a change of that kind keeps there, as it is read; several rows stand in lines of their own."""
    if rows := ROWS.get((what, key)):
        return "\n".join(rows(kept[key]))
    words = _audit_line if what in AUDIT else WORDS.get(key, str)
    return words(kept[key])


def _date(value: str) -> str:
    return full(date.fromisoformat(value))


def _audit_line(value: Mapping[str, str]) -> str:
    dated = value.get(Column.DATED)
    cells = (value.get(Column.PRESENT), _date(dated) if dated else "", value.get(Column.WORDS))
    return "; ".join(filter(None, cells))


WORDS: Mapping[str, Callable[[Any], str]] = {
    **dict.fromkeys(("day", "due", "given", "held", "until"), _date),
    "dropped": lambda kinds: listed([milestones.WHAT[Kind(kind)] for kind in kinds]),
    "matter": lambda kind: MATTERS.get(kind, "something"),
    "part": lambda part: milestones.PART[TeamPart(part)],
    "postponed": lambda _: "yes",
    "strand": lambda strand: team_notes.HEADINGS[Strand(strand)],
    "support": lambda letters: listed([plan_words.SUPPORT[Support(letter)] for letter in letters]),
}


def _day_rows(rows: Sequence[Any]) -> list[str]:
    return [day.line(row) for row in rows_in({"rows": rows})]


def _cells(*keys: str) -> Callable[[Sequence[Any]], list[str]]:
    return lambda rows: [" | ".join(said("", key, row) for key in keys if row.get(key)) for row in rows]


def _under_headings(rows: Sequence[Any]) -> list[str]:
    return [f"{said('', 'strand', row)}: {row['text']}" for row in rows]


ROWS: Mapping[tuple[str, str], Callable[[Any], list[str]]] = {
    **dict.fromkeys(((what, "rows") for what in ("day_sent", "day_changed", "day_taken_back")), _day_rows),
    ("questions_added", "rows"): _cells("question", "sources"),
    ("notes_made", "notes"): _under_headings,
    ("summary_points_added", "points"): _under_headings,
    ("summary_notes_taken", "points"): _under_headings,
    **dict.fromkeys(
        ((what, "rows") for what in ("actions_added", "actions_taken_back")),
        _cells("action", "due", "timing", "owner", "support", "comments"),
    ),
}

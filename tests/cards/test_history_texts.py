"""What a change was and is, in words for people and not as it is stored."""

from typing import Any

import pytest

from bot.cards.history_texts import Known, texts
from bot.rules.history import TEXTS, Of, Readable
from bot.rules.permissions import Paper
from storage.models import Change
from tests.samples import made

Kept = dict[str, Any]
EVERYTHING = Readable(frozenset(Of), frozenset(Paper))
KNOWN = Known({4: "Priya Nair", 5: "Chidi Eze"}, {7: "Buy books"}, {9: "Read aloud"})
ACTION: Kept = {"action": "Buy books", "due": None, "timing": "By Easter", "owner": "Jo", "support": "ac"}


def change(what: str, was: Kept, now: Kept) -> Change:
    return Change(id=1, review=made.usual(), by=made.KATE, at=made.NOW, what=what, was=was, now=now)


@pytest.mark.parametrize(
    ("what", "was", "now", "said"),
    [
        (
            "moved",
            {"day": "2017-12-07", "postponed": True},
            {"day": "2017-12-12", "reason": "Snow", "dropped": ["meeting", "workshop"]},
            (
                "Day: Thursday 7 December 2017\nPostponed: yes",
                "Day: Tuesday 12 December 2017\nReason: Snow\n"
                "To be agreed again: Pre-review meeting and Post-review workshop",
            ),
        ),
        (
            "replaced",
            {"person": "Ben Hartley", "person_id": 4, "answer": "declined"},
            {"person": "Leila Haddad", "person_id": 5, "part": "reviewer"},
            ("Who: Ben Hartley", "Who: Leila Haddad\nAs: reviewer"),
        ),
        (
            "longer",
            {},
            {"until": "2017-11-28", "why": "Illness"},
            ("", "Until: Tuesday 28 November 2017\nWhy: Illness"),
        ),
        (
            "meeting_recorded",
            {"focus": "Reading"},
            {"held": "2017-11-28", "present": [4, 5, 6], "others": "The chair", "focus": "Writing"},
            (
                "Focus and process agreed: Reading",
                "Held on: Tuesday 28 November 2017\nPresent: Priya Nair and Chidi Eze\nOthers: The chair\n"
                "Focus and process agreed: Writing",
            ),
        ),
        (
            "questions_added",
            {},
            {"rows": [{"question": "How?", "sources": "Books"}, {"question": "Why?", "sources": ""}]},
            ("", "Questions:\nHow? | Books\nWhy?"),
        ),
        ("question_moved", {"place": 3}, {"id": 8, "place": 1}, ("Place: 3", "Place: 1")),
        (
            "notes_made",
            {},
            {
                "notes": [
                    {"id": 1, "strand": "strength", "text": "Calm"},
                    {"strand": "explored", "text": "SEND"},
                ]
            },
            ("", "Notes:\nArea of strength: Calm\nKey area explored: SEND"),
        ),
        (
            "summary_impact_written",
            {"impact": "", "comments": {"9": ""}},
            {"impact": "Much", "comments": {"9": "Daily now", "10": "Begun"}},
            (
                "",
                "What came of the previous action plan: Much\nOn its actions:\nRead aloud: Daily now\nBegun",
            ),
        ),
        (
            "action_removed",
            ACTION,
            {},
            (
                "Action: Buy books\nDeadline: By Easter\nWho delivers it: Jo\n"
                "Where support comes from: within the reviewed school and outside of the partnership",
                "",
            ),
        ),
        ("action_moved", {"order": [7, 8]}, {"id": 8, "order": [8, 7]}, ("Place: 2", "Place: 1")),
        ("action_done", {"id": 7}, {"id": 7}, ("Action: Buy books", "Action: Buy books")),
        ("action_done", {"id": 6}, {"id": 6}, ("", "")),
        (
            "audit_corrected",
            {"governors": {"present": "", "dated": "", "words": ""}},
            {"governors": {"present": "Jo", "dated": "2017-12-07", "words": ""}},
            ("", "Governors involved in feedback: Jo; Thursday 7 December 2017"),
        ),
        ("audit_asked", {}, {"people": [5]}, ("", "Asked: Chidi Eze")),
        ("plan_sent", {}, {"number": 1, "late": 2}, ("", "Version: 1\nDays late: 2")),
        (
            "paper_queried",
            {},
            {"of": "summary", "number": 1, "query": 3, "words": "Which?"},
            ("", "Version: 1\nQuery: Which?"),
        ),
    ],
)
def test_each_kind_is_told_in_words(what: str, was: Kept, now: Kept, said: tuple[str, str]) -> None:
    assert texts(change(what, was, now), EVERYTHING, KNOWN) == said


def test_of_a_kind_that_is_not_listed_nothing_is_told() -> None:
    nothing = Readable(frozenset(), frozenset())
    assert texts(change("something_new", {"note": "a"}, {"words": "b"}), EVERYTHING, KNOWN) == ("", "")
    assert "note" in TEXTS
    assert texts(change("note", {"note": "a"}, {"note": "b"}), nothing, KNOWN) == ("", "")

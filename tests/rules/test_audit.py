"""What stands at a line of the audit proforma, and who is asked for which."""

from datetime import UTC, date, datetime

import pytest

from bot.language.audit import HEADINGS, PLANNED, SET, Event, Known, entry, recorded
from bot.rules.audit import (
    ASKED_OF,
    COLUMNS,
    Line,
    Recorded,
    Said,
    Written,
    may_be_asked,
    own_lines,
    own_words,
    stands,
)
from bot.rules.papers import AuditLine
from bot.rules.permissions import Part

EARLY, LATE = datetime(2017, 12, 8, tzinfo=UTC), datetime(2017, 12, 9, tzinfo=UTC)
DAY, OTHER_DAY = date(2017, 12, 7), date(2017, 12, 8)
BEN, MARTIN, PRIYA = 1, 2, 3
NOTE = Said("Reading", BEN, "Ben", EARLY)
FOCUS = Said("Phonics", name="the meeting")
AREAS = Recorded(words=(FOCUS, NOTE))


NAMES = {BEN: "Ben", MARTIN: "Martin", PRIYA: "Priya"}


def by(
    person: int,
    order: int,
    *,
    present: str = "",
    dated: date | None = None,
    words: str = "",
    whole: bool = False,
) -> Written:
    return Written(person, NAMES[person], LATE, order, present, dated, words, whole)


def texts(line: Line) -> list[str]:
    return [one.text for one in line.words]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ((), ["Phonics", "Reading"]),
        # Two reviewers' words stand beside each other; one's own take the place of one's notes.
        ((by(MARTIN, 1, words="Maths"),), ["Phonics", "Reading", "Maths"]),
        (
            (by(BEN, 1, words="Reading aloud"), by(MARTIN, 2, words="Maths")),
            ["Phonics", "Reading aloud", "Maths"],
        ),
        # The headteacher's take the place of all that stood there; what is written later is added.
        ((by(PRIYA, 2, words="All of it", whole=True), by(MARTIN, 1, words="Maths")), ["All of it"]),
        ((by(PRIYA, 1, words="All of it", whole=True), by(MARTIN, 2, words="Maths")), ["All of it", "Maths"]),
        # Without words of their own they change nothing of what is said.
        ((by(PRIYA, 1, present="Tom", whole=True),), ["Phonics", "Reading"]),
    ],
)
def test_whose_words_stand(written: tuple[Written, ...], words: list[str]) -> None:
    assert texts(stands(AuditLine.KEY_AREAS, AREAS, written)) == words


def test_a_note_that_is_made_later_than_the_headteacher_wrote_is_added() -> None:
    later = Recorded(words=(Said("Late", BEN, "Ben", datetime(2017, 12, 10, tzinfo=UTC)),))
    found = stands(AuditLine.KEY_AREAS, later, [by(PRIYA, 1, words="All of it", whole=True)])
    assert texts(found) == ["All of it", "Late"]


@pytest.mark.parametrize(
    ("written", "present", "dated"),
    [
        ((), "Ben and Martin", DAY),
        ((by(BEN, 1, present="Ben"),), "Ben", DAY),
        ((by(BEN, 2, present="Ben", dated=OTHER_DAY), by(MARTIN, 1, present="Martin")), "Ben", OTHER_DAY),
        ((by(BEN, 1, present="Ben"), by(MARTIN, 2, present="Martin")), "Martin", DAY),
    ],
)
def test_who_was_there_and_when_is_as_it_was_said_last(
    written: tuple[Written, ...], present: str, dated: date
) -> None:
    found = stands(AuditLine.REVIEW, Recorded("Ben and Martin", DAY), written)
    assert (found.present, found.dated) == (present, dated)


def test_ones_own_words_are_ones_notes_until_one_writes() -> None:
    assert own_words(AREAS, (), BEN) == "Reading"
    assert own_words(AREAS, (), MARTIN) == ""
    assert own_words(AREAS, [by(BEN, 1, words="Reading aloud")], BEN) == "Reading aloud"


TEAM = {AuditLine.REVIEW, AuditLine.KEY_AREAS, AuditLine.ACTIVITIES}
CHAMPIONS = {AuditLine.WORKSHOP, AuditLine.PRIORITIES, AuditLine.VISIT}


@pytest.mark.parametrize("part", Part)
def test_each_is_asked_for_their_own_lines(part: Part) -> None:
    wanted = {Part.LEAD_REVIEWER: TEAM, Part.REVIEWER: TEAM, Part.CHAMPION: CHAMPIONS}
    assert set(own_lines({part})) == wanted.get(part, set())


def test_nobody_is_asked_for_what_a_line_has_no_place_for() -> None:
    assert set(COLUMNS) == set(AuditLine) == set(HEADINGS)
    for lines in ASKED_OF.values():
        assert all(set(columns) <= set(COLUMNS[line]) for line, columns in lines.items())


def test_only_those_are_asked_who_could_fill_in_what_is_missing() -> None:
    missing = [AuditLine.VISIT, AuditLine.FEEDBACK]
    assert [part for part in Part if may_be_asked(missing, part)] == [Part.CHAMPION]


TABLE = [
    (AuditLine.DATA, "Priya Nair", "Thursday 7 December 2017", ""),
    (AuditLine.MEETING, "Priya Nair and Siân", "Thursday 7 December 2017", SET),
    (AuditLine.REVIEW, "Siân, Ben and Martin", "Thursday 7 December 2017", ""),
    (AuditLine.KEY_AREAS, "", "", "Phonics\nReading"),
    (AuditLine.ACTIVITIES, "", "", "Enquiry: How? (Books)\nEnquiry: Why?\nReading"),
    (AuditLine.FEEDBACK, "Priya Nair", "Thursday 7 December 2017", ""),
    (AuditLine.GOVERNORS, "Margaret Osei", "Thursday 7 December 2017", ""),
    (AuditLine.WORKSHOP, "Chidi and Owen", "Thursday 7 December 2017", "Held on Friday 8 December 2017."),
    (AuditLine.PLAN_AGREED, "", "Thursday 7 December 2017", ""),
    (AuditLine.PRIORITIES, "", "", "Read daily\nMark less"),
    (AuditLine.VISIT, "Chidi", "Thursday 7 December 2017", PLANNED),
    (AuditLine.IMPROVEMENT, "", "", ""),
]
EVERYTHING = Known(
    data=Event(DAY, ("Priya Nair",)),
    meeting=Event(DAY, ("Priya Nair", "Siân")),
    timetable_set=True,
    review=Event(DAY, ("Siân", "Ben", "Martin")),
    focus="Phonics",
    explored=(NOTE,),
    activities=(NOTE,),
    questions=(("How?", "Books"), ("Why?", "")),
    feedback=Event(DAY, ("Priya Nair",)),
    governors=("Margaret Osei",),
    workshop=Event(DAY, ("Chidi", "Owen")),
    workshop_held=OTHER_DAY,
    plan_agreed=DAY,
    actions=("Read daily", "Mark less"),
    visit=Event(DAY, ("Chidi",)),
)


@pytest.mark.parametrize(("line", "present", "dated", "words"), TABLE)
def test_what_a_line_says_from_what_is_known(line: AuditLine, present: str, dated: str, words: str) -> None:
    said = entry(stands(line, recorded(EVERYTHING)[line], ()))
    assert (said.present, said.dated, said.words) == (present, dated, words)


@pytest.mark.parametrize("line", AuditLine)
def test_of_a_review_of_which_nothing_is_known_nothing_is_said(line: AuditLine) -> None:
    assert stands(line, recorded(Known())[line], ()).is_empty


def test_a_visit_that_was_held_says_what_was_seen() -> None:
    known = Known(visit=Event(DAY, ("Chidi",)), visit_held=True, visit_words="Books are read daily.")
    assert (
        entry(stands(AuditLine.VISIT, recorded(known)[AuditLine.VISIT], ())).words == "Books are read daily."
    )

"""Made-up pre-review meetings: a tiny one, a usual one, the longest that the forms allow."""

from collections.abc import Sequence
from datetime import date, time

from bot.cards.meeting import May, View
from bot.handlers.meeting import LONGEST_PLACE
from bot.handlers.meeting_record import LONGEST_OTHERS
from bot.language.question_lines import LONGEST
from bot.rules.meeting import State
from storage.models import EnquiryQuestion, Meeting, MeetingAttendance, Person, Review
from tests.samples import made

DUE, DAY = date(2017, 11, 30), date(2017, 11, 28)
LONG_QUESTION = made.filled(made.HOSTILE + "How do they talk about books? ", LONGEST)
LONG_PLACE = "https://meet.example/" + "x" * (LONGEST_PLACE - 21)
LONG_OTHERS = made.filled(f"{made.HOSTILE}\n", LONGEST_OTHERS)
EVERYTHING = May(made.BIG, arrange=True, confirm=True, record=True, add=True)
MANY = 60


def meeting(of: Review, by: Person, **state: object) -> Meeting:
    found = Meeting(id=of.id, review=of, review_id=of.id, day=DAY, at=time(14, 30), place="", version=of.id)
    found.by_lead_reviewer, found.proposed_by, found.proposed_at = True, by, made.NOW
    found.arranged_id, found.focus, found.others, found.present = of.id, "", "", []
    for name, value in state.items():
        setattr(found, name, value)
    return found


def held(of: Review, by: Person, present: Sequence[Person], **state: object) -> Meeting:
    there = [MeetingAttendance(person=one, person_id=one.id) for one in present]
    recorded = {"held_on": DAY, "held_at": made.NOW, "held_by": by, "present": there}
    return meeting(of, by, **{**recorded, **state})


def question(number: int, by: Person, words: str, sources: str) -> EnquiryQuestion:
    return EnquiryQuestion(
        id=number, question=words, sources=sources, by=by, by_id=by.id, position=number, version=1
    )


def tiny() -> View:
    return View(made.tiny(), None, State.OPEN, DUE)


def usual() -> View:
    review = made.usual()
    sian, kate = made.USUAL_TEAM[0], made.KATE
    rows = [
        question(1, sian, "How well do pupils talk about what they read?", "Pupils’ books"),
        question(2, kate, "Is phonics taught in one way?", ""),
    ]
    proposed = meeting(review, sian, place="The head’s office", focus="Reading in Key Stage 1")
    may = May(made.PRIYA.id, arrange=True, confirm=True, record=True, add=True)
    return View(review, proposed, State.PROPOSED, DUE, rows, ["Priya Nair"], may)


def longest(state: State = State.HELD) -> View:
    review, by = made.longest(postponed_at=made.NOW), made.LONG_PERSON
    rows = [question(made.BIG - n, by, LONG_QUESTION, LONG_QUESTION) for n in range(MANY)]
    people = (*made.LONG_TEAM, made.LONG_PERSON)
    words = {"place": LONG_PLACE, "others": LONG_OTHERS, "focus": made.NOTE}
    found = held(review, by, people, confirmed_by=by, confirmed_at=made.NOW, **words)
    return View(review, found, state, DUE, rows, [one.name for one in made.LONG_TEAM], EVERYTHING)

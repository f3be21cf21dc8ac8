"""Samples of the summary while it is written."""

from dataclasses import replace

from bot.cards import summary as say
from bot.cards import summary_forms as forms
from bot.cards import summary_impact as impact
from bot.cards import summary_reading as reading
from bot.cards.problems import Problem
from bot.cards.summary import Draft, Due
from bot.cards.summary_impact import Impact
from bot.rules.findings import SUMMARY, Strand
from bot.rules.papers import LONGEST_COMMENT, LONGEST_POINT, PreviousAction
from bot.rules.summary import Missing
from storage.models import Person, SummaryPoint, TeamNote
from tests.samples import made
from tests.samples.registry import Three, samples

WORDS = made.HOSTILE + "Every child could say what they were learning. "
LONG, COMMENT = made.filled(WORDS, LONGEST_POINT), made.filled(WORDS, LONGEST_COMMENT)
MANY = 40
WRONG = {name: Problem("Please write it.") for name in ("strengths", "areas", "strand", "text", "impact")}
LINES = [f"“{made.HOSTILE[:40]}…” has 6,612 characters; please keep each to 5,000."] * MANY
LATE = Due(made.LONG_DAY, made.LATE_DAY, late=999)


def point(number: int, strand: Strand, text: str, note: int | None = None) -> SummaryPoint:
    return SummaryPoint(id=number, strand=strand, text=text, note_id=note, version=number, by=made.KATE)


def note(number: int, by: Person, strand: Strand, text: str) -> TeamNote:
    return TeamNote(id=number, strand=strand, text=text, by=by, by_id=by.id)


EARLIER = [(1, PreviousAction("Teach phonics daily", "Done on Monday 3 April 2017", "Embedded"))]
LONG_ACTION = PreviousAction(LONG, "Due on Wednesday 13 September 2017", COMMENT)
LONG_EARLIER = [(made.BIG - n, LONG_ACTION) for n in range(MANY)]
USUAL_POINTS = [
    point(1, Strand.STRENGTH, "Calm corridors", 7),
    point(2, Strand.STRENGTH, "Kind pupils"),
    point(3, Strand.DEVELOPMENT, "Marking in Year 4"),
]
LONG_POINTS = [point(made.BIG - n, SUMMARY[n % 2], LONG, made.BIG) for n in range(2 * MANY)]


def usual() -> Draft:
    due = Due(made.OTHER_DAY, made.TODAY)
    return Draft(made.usual(), due, "Results rose.", EARLIER, USUAL_POINTS, notes=3, sends=True)


def longest() -> Draft:
    return Draft(
        made.longest(),
        LATE,
        LONG,
        LONG_EARLIER,
        LONG_POINTS,
        tuple(Missing),
        notes=made.BIG,
        removed=made.BIG,
        sends=True,
    )


def tiny() -> Draft:
    return Draft(made.tiny(), Due(made.DAY, made.TODAY))


@samples(say.show)
def show() -> Three:
    return Three(
        say.show(tiny()),
        say.show(usual(), said="Saved."),
        say.show(longest(), said="Saved.", warning=made.REASON, put_back=made.BIG),
    )


@samples(reading.read)
def read() -> Three:
    return Three(
        reading.read(made.tiny(), "Areas of strength", "Calm"),
        reading.read(made.usual(), "Areas of strength", "Calm corridors"),
        reading.read(made.longest(), "Areas for development", LONG),
    )


@samples(reading.read_impact)
def read_impact() -> Three:
    return Three(reading.read_impact(tiny()), reading.read_impact(usual()), reading.read_impact(longest()))


@samples(reading.removed)
def removed() -> Three:
    return Three(
        reading.removed(made.tiny(), ()),
        reading.removed(made.usual(), USUAL_POINTS),
        reading.removed(made.longest(), LONG_POINTS, 1),
    )


@samples(reading.not_for_them)
def not_for_them() -> Three:
    sent = Due(made.LONG_DAY, made.LATE_DAY, made.LATE_DAY, 999, school_days=True)
    return Three(
        reading.not_for_them(made.tiny(), Due(made.DAY, made.TODAY)),
        reading.not_for_them(made.usual(), replace(LATE, late=1)),
        reading.not_for_them(made.longest(postponed_at=made.NOW), sent, made.BIG, released=False),
    )


@samples(forms.ask_points)
def ask_points() -> Three:
    return Three(
        forms.ask_points(made.tiny(), {}),
        forms.ask_points(made.usual(), {Strand.STRENGTH: "Calm corridors\nKind pupils"}),
        forms.ask_points(made.longest(), dict.fromkeys(SUMMARY, made.TYPED), LINES, WRONG),
    )


@samples(forms.ask_notes)
def ask_notes() -> Three:
    ben = made.USUAL_TEAM[1]
    some = [note(1, ben, Strand.STRENGTH, "Calm corridors"), note(2, ben, Strand.DEVELOPMENT, "Marking")]
    many = [note(made.BIG - n, made.LONG_PERSON, SUMMARY[n % 2], LONG[:1000]) for n in range(30)]
    ids = [str(one.id) for one in many]
    return Three(
        forms.ask_notes(made.tiny(), some[:1], (), 0),
        forms.ask_notes(made.usual(), some, ["1", "2"], 0),
        forms.ask_notes(made.longest(), many, ids, 1, made.BIG, "Please choose at least one note."),
    )


@samples(forms.ask_change)
def ask_change() -> Three:
    short, long = USUAL_POINTS[1], LONG_POINTS[0]
    said = f"{made.LONG_PERSON.name} has changed this point. It now says: “{LONG}”."
    return Three(
        forms.ask_change(made.tiny(), short, strand="strength", text="Kind"),
        forms.ask_change(made.usual(), short, strand="development", text="Kind pupils"),
        forms.ask_change(made.longest(), long, strand="", text=made.TYPED, problems=WRONG, said=said),
    )


@samples(impact.ask_impact)
def ask_impact() -> Three:
    page = LONG_EARLIER[:4]
    comments = {number: made.TYPED[:2000] for number, _ in page}
    typed = Impact(made.TYPED, page, comments, 0, 7)
    wrong = {**WRONG, **{f"comment{number}": Problem("Please keep this to 1,000.") for number, _ in page}}
    now = [("Impact of the previous action plan", LONG), *((LONG[:300], COMMENT) for _ in page)]
    said = impact.changed_meanwhile(made.LONG_PERSON.name, now)
    versions = ".".join([str(made.BIG)] * 5)
    return Three(
        impact.ask_impact(made.tiny(), Impact(""), versions="0"),
        impact.ask_impact(made.usual(), Impact("Results rose.", EARLIER), versions="1.1", saved=True),
        impact.ask_impact(made.longest(), typed, versions=versions, problems=wrong, said=said),
    )

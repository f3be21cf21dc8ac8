"""Samples of the review team's notes of the day."""

from bot.cards import team_notes as say
from bot.cards.problems import Problem
from bot.cards.team_notes import Gathered
from bot.rules.findings import LONGEST, Strand
from storage.models import Person, TeamNote
from tests.samples import made
from tests.samples.registry import Three, samples

LONG = made.filled(made.HOSTILE + "Every child could say what they were learning. ", LONGEST)
WRONG = {name: Problem("Please choose one.") for name in ("review", "strand", "notes", "note")}
LINES = [f"“{made.HOSTILE[:40]}…” has 1,612 characters; please keep each note to 1,000."] * 40
MANY = 60


def note(number: int, by: Person, strand: Strand, text: str) -> TeamNote:
    return TeamNote(id=number, strand=strand, text=text, by=by, by_id=by.id, at=made.NOW, version=made.BIG)


@samples(say.show)
def show() -> Three:
    ben, martin = made.USUAL_TEAM[1], made.USUAL_TEAM[2]
    usual = [
        note(1, martin, Strand.DEVELOPMENT, "Marking in Year 4 is not yet acted on"),
        note(2, ben, Strand.STRENGTH, "Calm corridors; pupils greet visitors"),
        note(3, ben, Strand.ACTIVITY, "Learning walk with the deputy"),
    ]
    long = [note(made.BIG - n, made.LONG_PERSON, list(Strand)[n % 4], LONG) for n in range(MANY)]
    return Three(
        say.show(Gathered(made.tiny(), [], 1)),
        say.show(Gathered(made.usual(), usual, ben.id), said="Noted."),
        say.show(Gathered(made.longest(), long, made.BIG, leads=True), 1, said="Noted.", warning=made.REASON),
    )


@samples(say.ask)
def ask() -> Three:
    several = [made.longest() for _ in range(made.REVIEWS)]
    return Three(
        say.ask(made.tiny()),
        say.ask(made.usual(), strand="strength", text="Calm corridors"),
        say.ask(None, several, text=made.TYPED, problems=WRONG, lines=LINES, unsure=made.TYPED),
    )


@samples(say.ask_change)
def ask_change() -> Three:
    short = note(1, made.KATE, Strand.STRENGTH, "Calm")
    long = note(made.BIG, made.LONG_PERSON, Strand.EXPLORED, LONG)
    said = f"This note was changed while you were here. It now says: “{LONG}”. Save again to replace it."
    return Three(
        say.ask_change(made.tiny(), short, strand="strength", text="Calm"),
        say.ask_change(made.usual(), short, strand="development", text="Calm corridors"),
        say.ask_change(made.longest(), long, strand="", text=made.TYPED, problems=WRONG, said=said),
    )

"""Samples of what is asked when the pre-review meeting has been held."""

from bot.cards import meeting_record as say
from bot.cards.meeting_record import Typed
from bot.cards.problems import Problem
from tests.samples import made, meetings
from tests.samples.registry import Three, samples

USUAL = ((made.PRIYA.id, made.PRIYA.name), *((one.id, one.name) for one in made.USUAL_TEAM))
LONGEST = tuple((one.id, one.name) for one in (*made.LONG_TEAM, *made.LONG_CHAMPIONS, made.LONG_PERSON))


@samples(say.ask_record)
def ask_record() -> Three:
    problems = {
        "day": Problem("Which day do you mean?", made.days_of(3)),
        "present": Problem("Please say who was present."),
        "others": Problem("Please keep this to 500 characters."),
        "focus": Problem("Please keep this to 2,000 characters."),
    }
    usual = Typed("2017-11-28", ("2", "3"), "Jo Bloggs", "Reading in Key Stage 1")
    everyone = tuple(str(number) for number, _ in LONGEST)
    typed = Typed(made.filled(made.HOSTILE, 200), everyone, meetings.LONG_OTHERS, made.TYPED)
    said = say.changed_meanwhile(made.LONG_PERSON.name, made.NOTE)
    return Three(
        say.ask_record(made.tiny(), Typed(), ((2, "Al"),), version=0),
        say.ask_record(made.usual(), usual, USUAL, version=7),
        say.ask_record(made.longest(), typed, LONGEST, version=made.BIG, problems=problems, said=said),
    )


@samples(say.ask_focus)
def ask_focus() -> Three:
    error = {"focus": Problem("Please keep this to 2,000 characters.")}
    said = say.changed_meanwhile(made.LONG_PERSON.name, made.NOTE)
    return Three(
        say.ask_focus(made.tiny(), value="", version=0),
        say.ask_focus(made.usual(), value="Reading in Key Stage 1", version=7),
        say.ask_focus(made.longest(), value=made.TYPED, version=made.BIG, problems=error, said=said),
    )

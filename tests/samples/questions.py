"""Samples of what is said about the enquiry questions."""

from bot.cards import questions as say
from bot.cards.problems import Problem
from tests.samples import made, meetings
from tests.samples.registry import Three, samples

TOO_LONG = {"question": Problem("Please keep this to 500."), "sources": Problem("Please keep this to 500.")}
QUESTION = "How well do pupils talk about what they read?"


@samples(say.ask_one)
def ask_one() -> Three:
    return Three(
        say.ask_one(made.tiny()),
        say.ask_one(made.usual(), question=QUESTION, sources="Pupils’ books"),
        say.ask_one(made.longest(), question=made.TYPED, sources=made.TYPED, problems=TOO_LONG),
    )


@samples(say.ask_change)
def ask_change() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    one = meetings.question(1, made.KATE, QUESTION, "")
    long = meetings.question(made.BIG, made.LONG_PERSON, meetings.LONG_QUESTION, meetings.LONG_QUESTION)
    said = f"{made.LONG_PERSON.name} has changed this question. It now says: “{meetings.LONG_QUESTION}”."
    return Three(
        say.ask_change(tiny, one, question="Why?", sources=""),
        say.ask_change(usual, one, question=QUESTION, sources="Pupils’ books"),
        say.ask_change(longest, long, question=made.TYPED, sources=made.TYPED, problems=TOO_LONG, said=said),
    )


@samples(say.ask_several)
def ask_several() -> Three:
    lines = [f"Line {n}: the question has 1,612 characters; please keep to 500." for n in range(100)]
    return Three(
        say.ask_several(made.tiny()),
        say.ask_several(made.usual(), value="Why? | Books\n | Data", problems=lines[:1]),
        say.ask_several(made.longest(), value=made.TYPED, problems=lines),
    )

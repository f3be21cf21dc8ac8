"""Thirty requests in plain sentences, ten of them not understood, in the same words on each platform.

What opens a form is typed after a command, since words alone open none on Slack.
"""

from dataclasses import dataclass

from tests.conversation.conftest import BEN, CARL, KATE, OFFICE, PRIYA, SIAN
from tests.preparing.people import Stage
from tests.preparing.words import OAK, REVIEW

SORRY, NEAREST = "I don’t know what you mean by “", "This is the nearest that I can do:"
MOVE_IT, IT_IS_ON = f"Move the review at {OAK}", "It is on Thursday 7 December 2017."
WAITING_FOR = "Not answered yet: Martin Kowalczyk and Owen O'Connell."


@dataclass(frozen=True)
class Request:
    """What somebody types, and words of the answer; `day`: the date that stands in its form."""

    email: str
    line: str
    says: tuple[str, ...]
    day: str = ""


UNDERSTOOD = (
    Request(
        KATE,
        "/peer-review please schedule a review at St Anne's on Tuesday 14 November with Siân leading",
        ("Schedule a review", "You will see the whole timetable before anything is booked."),
        "2017-11-14",
    ),
    Request(
        KATE,
        "/schedule-review a review at Holly Lane on 5 Dec",
        ("Schedule a review",),
        "2017-12-05",
    ),
    Request(KATE, "/peer-review move Oak to 12 December", (MOVE_IT, IT_IS_ON), "2017-12-12"),
    Request(KATE, "/peer-review can Oak's review be put back a week?", (MOVE_IT,), "2017-12-14"),
    Request(
        BEN,
        "/peer-review could we move Oak to 12 Dec",
        ("The Peer Review Lead moves a review; you can suggest another date.",),
        "2017-12-12",
    ),
    Request(
        KATE,
        "/peer-review Ofsted have called, we need to postpone Oak",
        (f"Postpone the review at {OAK}?", IT_IS_ON),
    ),
    Request(KATE, "/peer-review cancel the review at Oak", (f"Cancel the review at {OAK}?", IT_IS_ON)),
    Request(PRIYA, "please cancel our review", ("Here that is Kate Moore.",)),
    Request(CARL, "move Oak to 12 December", (f"There is no review at {OAK} that you could change.",)),
    Request(KATE, "who still owes papers?", ("What is still owed", WAITING_FOR)),
    Request(OFFICE, "what's missing for Oak?", (f"Still owed: {OAK}", "I am waiting for Priya Nair.")),
    Request(PRIYA, "is the paperwork in?", ("What is still owed", "No paper is late")),
    Request(PRIYA, "What's next for me?", ("Send the paperwork for Oak",)),
    Request(BEN, "when is my next review", (REVIEW, "Waiting for answers")),
    Request(SIAN, "who is on the team at Oak?", (REVIEW, "Siân Whitcombe (accepted)")),
    Request(
        BEN,
        "sorry, I can't make the 7th",
        ("Which date do you mean?", "You have said yes, to be a reviewer."),
    ),
    Request(PRIYA, "here is our SEF", (f"Paperwork: {REVIEW}", "0 of 6 settled.")),
    Request(KATE, "Could you show me the workshop at Oak, please?", (f"Post-review workshop: {REVIEW}",)),
    Request(BEN, "too many reminders", ("About my reminders", "You hear from me at most once a day")),
    Request(BEN, "Thank you very much!", ("You’re welcome",)),
)
NOT_UNDERSTOOD = (
    Request(
        KATE,
        "Oak papres",
        ("See or send the paperwork of a review.", "See which papers are late or due soon."),
    ),
    Request(KATE, "book the hall", ("Schedule a review.", "Choose the day of a workshop, or see it.")),
    Request(BEN, "order sandwiches for lunch", ("See or write the timetable of a review day.",)),
    Request(PRIYA, "where do I park?", ("See when a review is and who takes part.",)),
    Request(SIAN, "enquiry about phonics", ("Arrange the pre-review meeting and its questions.",)),
    Request(OFFICE, "Excel, everything", ("Get all action items that you can read",)),
    Request(CARL, "Outlook does nothing", ("Put your dates into your own calendar",)),
    Request(BEN, "write a report on reading", ("Write or see the summary of a review.",)),
    Request(KATE, "delete Oak from the week", ("See what the week brings for your group.",)),
    Request(PRIYA, "🎉", ("See what is yours to do",)),
)


async def asked(stage: Stage) -> None:
    """None of it changes anything: what opens is a form at the most."""
    for one in UNDERSTOOD:
        person = await stage.person(one.email)
        await person.type(one.line)
        await person.sees(*one.says)
        if one.day:
            assert one.day in await person.all_of_it()


async def not_understood(stage: Stage) -> None:
    for one in NOT_UNDERSTOOD:
        person = await stage.person(one.email)
        await person.type(one.line)
        await person.sees("Sorry, I didn’t understand that", SORRY, NEAREST, *one.says)


async def gone_on_with(stage: Stage) -> None:
    """What was not understood leads on; what was, is sent like any form."""
    kate = await stage.person(KATE)
    await kate.type("Oak papres")
    await kate.press("Paperwork", row="See or send the paperwork")
    await kate.sees(f"Paperwork: {REVIEW}")
    await kate.type("/peer-review move Oak to 12 December")
    await kate.sees(MOVE_IT)
    await kate.press("See what changes", reason="The hall is needed")
    await kate.sees(f"Move {OAK} to Tuesday 12 December 2017?")
    await kate.press("Move it")
    await kate.sees(f"Moved: {OAK}, Tuesday 12 December 2017")

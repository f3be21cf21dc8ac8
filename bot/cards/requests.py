"""What is said to a sentence that asks for nothing, or for something that is not understood."""

from collections.abc import Sequence

from bot.cards.common import ECHOED, HOME, kept_short
from bot.cards.model import Button, Card, Listing, Row, Text, go
from bot.cards.words import shortened
from bot.language.things import Thing
from storage.models import Review

HELP = Button("Everything I can do", go("help.show"), aside=True)
HOW_TO_STOP = (
    "Here is what I remind you of today. Put it off with a button below; “It’s done” and “Not mine” end it."
)
IN_WORDS = (
    "Ask in your own words, for example “when is Oak’s review?”, “who still owes papers?” or "
    "“what’s next for me?”"
)


def not_understood(said: str, offered: Sequence[Thing], school: str = "", *, in_teams: bool = False) -> Card:
    """The nearest things, each with its button and how it is asked for; `school` goes along to it."""
    rows = tuple(_offer(one, school, in_teams=in_teams) for one in offered)
    typed = shortened(said.strip(), ECHOED)
    return Card(
        "Sorry, I didn’t understand that",
        (
            Text(("I don’t know what you mean by “", typed, "”, so I have changed nothing.")),
            Text("This is the nearest that I can do:"),
            Listing(rows),
        ),
        (HELP, *(() if any(one.route == HOME.to.route for one in offered) else (HOME,))),
        beside=True,
    )


def _offer(one: Thing, school: str, *, in_teams: bool) -> Row:
    keep = {"said": school} if one.about_school else {}
    button = Button(one.label, kept_short(go(one.route), keep), aside=True)
    typed = one.example if in_teams else one.command or one.example
    if one.command and one.about_school and school:
        typed = f"{typed} {school}"
    return Row(f"{one.does}.", f"You can also type: {typed}", (button,))


def did_you_mean(review: Review, said: str) -> Card:
    """To the name of a school alone, with a slip in it."""
    typed = shortened(said, ECHOED)
    return Card(
        f"Did you mean {review.school.name}?",
        (Text(("I know of no school called “", typed, "”; this is the nearest.")),),
        (
            Button("Yes, open its review", go("review.show", review=review.id), "primary"),
            HELP,
        ),
        beside=True,
    )


def none_to_come() -> Card:
    return Card(
        "No review is coming up for you",
        (Text("You take part in none that has a date, and none is planned at your school.", "good"),),
        (HOME,),
    )


def hello(name: str, waiting: int) -> Card:
    """`waiting`: how many things are theirs to do."""
    match waiting:
        case 0:
            todo = "Nothing is waiting for you."
        case 1:
            todo = "One thing is waiting for you."
        case _:
            todo = f"{waiting} things are waiting for you."
    return Card(f"Hello {name}", (Text(todo), Text(IN_WORDS, "muted")), (HOME, HELP))


def you_are_welcome() -> Card:
    """In answer to thanks."""
    return Card("You’re welcome", (Text("Write to me whenever there is something else.", "muted"),), (HOME,))


def goodbye() -> Card:
    return Card("Goodbye", (Text("I’ll write when something of yours is due.", "muted"),), (HOME,))


def about_reminders() -> Card:
    """To somebody who has had enough of them, on a day without one."""
    return Card(
        "About my reminders",
        (
            Text(
                "You hear from me at most once a day, on school days alone, and only of what is yours to do."
            ),
            Text(
                "Under each reminder you can put it off: tomorrow, on Monday, or after the holiday. "
                "“It’s done” and “Not mine” end it. Of what you do in the meantime I no longer remind you."
            ),
            Text("If something should not be yours at all, please tell your Peer Review Lead.", "muted"),
        ),
        (HOME,),
    )

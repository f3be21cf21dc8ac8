"""What is said when something can't be done, whatever the conversation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.cards.model import Button, Card, Go, Text, go

DAMAGED = "That button is damaged, so nothing was changed. Please start again."
# Of a button. What is longer than a line of text was no command.
LONGEST_TOKEN = 255
# Of what somebody typed and sees again because it was not understood: they may paste a whole letter.
ECHOED = 300
SAFEGUARDING = "Please keep safeguarding concerns and pupils’ names out of here."
# In answer to a button, where there is room for a line.
BELOW = "I have answered you below."
IN_YOUR_CHAT = "I have answered you in our chat."
ACTED_ON = "That has been done already."
CANNOT_WRITE = "I can’t write to you. Please add the app Peer Review in Teams, under Apps, and try again."
HOME = Button("What is mine to do", go("home.show"))


def told(said: str, warning: str) -> tuple[Text, ...]:
    """What was done just now, or why it was not, above what the card shows."""
    return (
        *((Text(said, "good"),) if said else ()),
        *((Text(warning, "warning"),) if warning else ()),
    )


def refused(sentence: str, ways_on: Sequence[Button] = ()) -> Card:
    return Card(
        "Sorry, I can’t do that", (Text(sentence, "warning"),), tuple(ways_on) or (HOME,), beside=True
    )


def unknown_person(office: Sequence[str]) -> Card:
    whom = f" ({' or '.join(office)})" if office else ""
    return Card(
        "I don’t know you yet",
        (
            Text(
                "Only people in the consortium’s roster can use Peer Review, and only with the account of "
                "their own school, not as a guest."
            ),
            Text(f"Please ask the Consortium Office{whom} to add you; it takes them a minute."),
        ),
    )


def out_of_date() -> Card:
    return Card(
        "That button is out of date",
        (Text("Nothing was changed. Here is the way back."),),
        (HOME,),
        beside=True,
    )


def superseded() -> Card:
    """In place of a message that stands in a chat and no longer holds."""
    return Card(
        "This message is out of date",
        (Text("Things have changed since, so there is nothing for you to answer here.", "muted"),),
        (Button("What is mine to do", go("home.show"), aside=True),),
    )


def went_wrong() -> Card:
    return Card(
        "Something went wrong on our side",
        (
            Text(
                "Nothing was changed. Please try again in a minute. "
                "If it happens again, tell the Consortium Office."
            ),
        ),
        (HOME,),
        beside=True,
    )


def no_room() -> Card:
    """In place of a card that the platform would refuse."""
    return Card(
        "There is more to show than has room here",
        (
            Text(
                "Whatever you asked me to do has been done, so please don’t do it again. "
                "If it happens again, tell the Consortium Office."
            ),
        ),
        (HOME,),
    )


def kept_short(to: Go, more: Mapping[str, str]) -> Go:
    """With what was said, as long as a button has room for it."""
    whole = Go(to.route, {**to.args, **{name: said for name, said in more.items() if said}})
    return whole if len(str(whole)) <= LONGEST_TOKEN else to


def opener(title: str, to: Go) -> Card:
    """Where words can't open a form, the button does; it keeps them, as far as it has room."""
    has_room = len(str(to)) <= LONGEST_TOKEN
    copied = Text("What you typed is too long for me to put it there: please copy it.", "muted")
    return Card(
        title,
        (Text("Press the button, and the form opens."), *(() if has_room else (copied,))),
        (Button("Open the form", to if has_room else Go(to.route), "primary"),),
    )


def welcome() -> Card:
    """Where the bot may introduce itself, before what is theirs to do."""
    return Card(
        "Hello, I am Peer Review",
        (
            Text(
                "I plan your consortium’s peer reviews, ask the people concerned, and remind whoever is next."
            ),
            Text("Write to me here whenever you like, for example: help", "muted"),
        ),
    )


def in_your_chat() -> Card:
    """In a channel, where an answer is nobody else's business."""
    return Card("I have answered you in our chat")


def cannot_write() -> Card:
    """In a channel, to somebody in whose chat the answer does not arrive."""
    return Card("I have an answer for you", (Text(CANNOT_WRITE, "warning"),))


def again(card: Card) -> Card:
    """A message that was sent before, and may have arrived."""
    sorry = Text("You may have had this message before: the connection broke while it was sent.", "muted")
    return replace(card, blocks=(*card.blocks, sorry))


def one_moment() -> Card:
    return Card(
        "One moment, please", (Text("This takes a little longer than usual. The answer comes here."),)
    )


def received() -> Card:
    """To a form that has come in a second time."""
    return Card(
        "That form has come in already",
        (Text("It is not acted on twice. Here you see where things stand."),),
        (HOME,),
    )

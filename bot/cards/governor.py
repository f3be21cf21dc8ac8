"""A governor’s link: for whoever hands it over, and the messages that bring it by e-mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.cards.model import Button, Card, Confirm, Facts, Heading, Link, Listing, Row, Text, go
from bot.cards.paper_words import THE
from bot.cards.review import title
from bot.language.say import full, moment
from bot.rules.hours import today
from storage.models import PaperQuery, Person, SentPaper

LABEL = "Governor’s link"
NEW = "Make a new link"
CLOSED = "A wrong code was entered too often, so the link opens nothing any more."
RUN_OUT = "The link has run out."


@dataclass(frozen=True, slots=True)
class Given:
    """What a governor is given. `only_at`: the bot’s own computer, where nobody else can open it, else ""."""

    url: str
    code: str
    until: datetime
    only_at: str = ""


def link(sent: SentPaper, who: Person, made: int, given: Given, *, by_mail: str = "", said: str = "") -> Card:
    """To be handed over. `made`: the link’s id; `by_mail`: whether it has gone, "" where e-mail is off."""
    mail = (("By e-mail", by_mail),) if by_mail else ()
    return Card(
        f"{LABEL} for {who.name}: {title(sent.review)}",
        (
            *((Text(said, "good"),) if said else ()),
            Text(
                f"It opens {THE[sent.paper]}, which {who.name} can read, sign or ask about there. "
                "Please send it to nobody else."
            ),
            *(_here_alone(given.only_at) if given.only_at else ()),
            Facts((("Code", given.code), ("Open until", until(given)), *mail)),
            Heading("A text to forward"),
            Text(to_forward(sent, who, given)),
        ),
        (_renew(sent, who, made, sure=True), _back(sent)),
        private=True,
    )


def to_forward(sent: SentPaper, who: Person, given: Given) -> str:
    return (
        f"Dear {who.name},\n\n{_ready(sent, dated=True)}. Please open this page and enter the "
        f"code {given.code}:\n\n{given.url}\n\nYou can read it there, sign it, or ask something first. "
        f"The page is open until {until(given)}."
    )


def until(given: Given) -> str:
    return moment(given.until)


def _here_alone(address: str) -> tuple[Text, ...]:
    sentence = f"The bot can be reached at {address} alone, on the computer that it runs on."
    return (Text(f"{sentence} The governor can open the page there.", "warning"),)


def closed(sent: SentPaper, who: Person, made: int, why: str) -> Card:
    """The one that was made opens nothing any more."""
    return Card(
        f"{LABEL} for {who.name}: {title(sent.review)}",
        (Text(why, "warning"),),
        (_renew(sent, who, made), _back(sent)),
    )


def _renew(sent: SentPaper, who: Person, made: int, *, sure: bool = False) -> Button:
    to = go("governor.renew", sent=sent.id, person=who.id, was=made)
    asks = Confirm(f"{NEW}?", "The one before opens nothing any more.", "Yes, make a new one", "Keep it")
    return Button(NEW, to, confirm=asks) if sure else Button(NEW, to, "primary")


def which(sent: SentPaper, governors: Sequence[Person]) -> Card:
    """One signature of a governor is enough, whoever of them gives it."""
    rows = tuple(
        Row(one.name, "", (Button(LABEL, go("governor.link", sent=sent.id, person=one.id)),))
        for one in governors
    )
    return Card(
        f"{LABEL}: {title(sent.review)}",
        (Text("One governor signs. For whom is the link?"), Listing(rows)),
        (_back(sent),),
    )


def _back(sent: SentPaper) -> Button:
    return Button("Open the paper", go("paper.show", sent=sent.id))


def asked(sent: SentPaper, who: Person, given: Given) -> Card:
    """By e-mail: nothing of what the paper says, and no more of the review than whose it is."""
    return Card(
        _ready(sent),
        (
            Text(f"Dear {who.name},"),
            Text(
                "Please open the page and enter the code. You can read the paper there, sign it, or ask "
                "something first."
            ),
            Facts((("Code", given.code), ("Open until", until(given)))),
            Text(
                "The link is yours alone; please don’t pass it on. If you are not a governor of the school, "
                "please tell the school’s office.",
                "muted",
            ),
        ),
        (Link("Open the page", given.url),),
    )


def answered(query: PaperQuery, given: Given) -> Card:
    """By e-mail, without the words of the query or of the answer."""
    sent, asked_on = query.sent, full(today(query.at))
    return Card(
        f"Your query about {_of(sent)} is answered",
        (
            Text(f"Dear {query.person.name},"),
            Text(f"What you asked on {asked_on} is answered. Please open the page and enter the code."),
            Facts((("Code", given.code), ("Open until", until(given)))),
        ),
        (Link("Open the page", given.url),),
    )


def pass_on(query: PaperQuery) -> Card:
    """To the headteacher, where nobody else can tell the governor."""
    sent, name = query.sent, query.person.name
    return Card(
        f"Please tell {name}: their query about {THE[sent.paper]} is answered",
        (
            Text(
                f"{name} has no account in the chat. The answer stands on the page of their link, for "
                f"{title(sent.review)}."
            ),
        ),
        (
            Button(LABEL, go("governor.link", sent=sent.id, person=query.person_id), aside=True),
            Button("Queries", go("paper.queries", sent=sent.id), aside=True),
        ),
    )


def _ready(sent: SentPaper, *, dated: bool = False) -> str:
    on = f" on {full(sent.review.day)}" if dated else ""
    return f"The {_of(sent).removeprefix('the ')}{on} is ready for your signature"


def _of(sent: SentPaper) -> str:
    return f"{THE[sent.paper]} of the peer review at {sent.review.school.name}"

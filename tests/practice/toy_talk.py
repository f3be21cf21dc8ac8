"""A few short conversations to try the practice room with, in place of the real ones."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from unittest.mock import patch

from bot.cards.model import (
    Button,
    Card,
    Confirm,
    Day,
    Facts,
    Link,
    Listing,
    Option,
    OptionGroup,
    People,
    Prose,
    Row,
    Table,
    Text,
    go,
)
from bot.letters import TEMPLATES, Letter
from bot.router import ROUTES, Refused, Turn
from bot.rules.hours import Urgency
from bot.rules.roles import Role
from storage import outbox
from storage.consortium import people_with
from storage.models import (
    Group,
    Outgoing,
    Person,
)
from tests.practice.toy import PRIYA


def ask(turn: Turn) -> Card:
    """A form of several fields, filled in with what was said."""
    staff = tuple(Option(str(n), f"Person {n} of Quite Long Name Primary School") for n in range(1, 6))
    return Card(
        "Schedule a review",
        (
            Text(
                "Choose a date that suits the school. You see the whole timetable before anything is booked."
            ),
            Day(
                name="day",
                label="Date of the review",
                value=turn.args.get("said", ""),
                hint="For example Tues 14 Nov",
            ),
            People(
                name="team",
                label="Other reviewers",
                groups=(OptionGroup("Elm", staff),),
                most=4,
                required=False,
            ),
            Prose(name="note", label="Note", required=False),
        ),
        (Button("See the timetable", go("toy.plan"), "primary"), Button("Cancel", go("home.show"))),
    )


def plan(turn: Turn) -> Card:
    if not turn.text("day"):
        day = Day(
            name="day", label="Date of the review", error="Please give a date, for example Tues 14 Nov."
        )
        return Card("Schedule a review", (day,), (Button("See the timetable", go("toy.plan"), "primary"),))
    rows = (("Pack sent", "Tue 31 Oct 2017", "Headteacher", "2 weeks before the review"),) * 3
    return Card(
        "The timetable",
        (
            Facts((("Date", turn.text("day")), ("Team", ", ".join(turn.fields.get("team", ())) or ""))),
            Table("Milestones", ("What", "When", "Who", "Why"), rows),
            Text("This is less than two weeks’ notice.", "warning"),
        ),
        (Button("Book it", go("toy.book"), "primary"), Button("More", go("help.show"), aside=True)),
    )


def book(turn: Turn) -> Card:
    """Books, tells the group's channel at once and the head of Oak, and reminds the head in a week."""
    number = turn.session.query(Outgoing).count()
    tell(turn, None, "toy.booked", number, slot="booked")
    [head] = [person for person in people_with(turn.session, Role.HEAD, turn.today) if person.email == PRIYA]
    tell(turn, head, "toy.confirm", number, slot="invitation")
    tell(turn, head, "toy.remind", number, days=7)
    return Card("Booked", (Text("Everyone hears of it.", "good"),), (Link("Calendar file", "/calendar/x"),))


def tell(turn: Turn, to: Person | None, template: str, number: int, *, slot: str = "", days: int = 0) -> None:
    group = turn.session.query(Group).filter_by(key="g2").one()
    turn.session.add(
        Outgoing(
            key=f"{template}:{number}",
            template=template,
            args={},
            slot=slot,
            urgency=Urgency.URGENT,
            person_id=to.id if to else None,
            group_id=None if to else group.id,
            made_at=turn.now,
            due=turn.now + timedelta(days=days),
        )
    )


def confirm(turn: Turn) -> Card:
    group = turn.session.query(Group).filter_by(key="g2").one()
    outbox.refresh(turn.session, group, "booked", key=str(turn.session.query(Outgoing).count()), now=turn.now)
    return Card("Thank you", (Text(f"{turn.person.name} has confirmed the date."),))


def refuse(turn: Turn) -> Card:
    raise Refused("Only the Lead can do this.")


def fail(turn: Turn) -> Card:
    raise RuntimeError("something broke")


def home(turn: Turn) -> Card:
    rows = (Row("Oak Primary School", "Tuesday 14 November 2017", (Button("Refuse", go("toy.refuse")),)),)
    sure = Confirm("Cancel the review?", "Everyone is told.", "Cancel the review")
    return Card(
        f"Mine to do: {turn.person.name}",
        (Listing(rows),),
        (Button("Fail", go("toy.fail")), Button("Confirm me", go("toy.confirm"), "danger", sure)),
    )


def show_help(turn: Turn) -> Card:
    return Card("What you can type", (Text(turn.args.get("said", "nothing") or "nothing"),))


def booked(letter: Letter) -> Card:
    return Card(
        "Review of Oak Primary School",
        (Text(f"Seen {letter.now:%H:%M}"),),
        (Button("Details", go("help.show")),),
    )


def invitation(letter: Letter) -> Card:
    later = (Button("Suggest another date", go("schedule.ask")),)
    return Card("Can you confirm the date?", (), (Button("Confirm", go("toy.confirm"), "primary"), *later))


def reminder(letter: Letter) -> Card:
    return Card("A reminder", (Text("The pack is due."),))


@contextmanager
def conversations() -> Iterator[None]:
    """The toy handlers in place of whatever is registered."""
    routes = {
        "schedule.ask": ask,
        "home.show": home,
        "help.show": show_help,
        "toy.plan": plan,
        "toy.book": book,
        "toy.confirm": confirm,
        "toy.refuse": refuse,
        "toy.fail": fail,
    }
    letters = {"toy.booked": booked, "toy.confirm": invitation, "toy.remind": reminder}
    with patch.dict(ROUTES, routes), patch.dict(TEMPLATES, letters):
        yield

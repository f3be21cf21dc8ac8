"""The headteacher hands a part to someone at the school, for one review, and takes it back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.cards import day
from bot.cards import handing_over as say
from bot.cards.model import Card, OptionGroup
from bot.handlers import day_access, day_asked, news, pack_access
from bot.handlers.access import damaged, parts
from bot.handlers.choices import Candidate, people_groups
from bot.handlers.letters import about
from bot.handlers.naming import person_meant
from bot.handlers.pack_asked import keep_current
from bot.language.say import full
from bot.letters import Letter, template
from bot.router import Refused, Turn, id_in, on
from bot.rules.milestones import Kind
from bot.rules.permissions import Part
from bot.rules.roles import Role
from storage import consortium, handing_over, milestones, outbox
from storage.booking import By
from storage.models import Change, HandedOver, Person, Review


@dataclass(frozen=True, slots=True)
class Handing:
    """How a part is opened for whoever may change it, and how it is shown; by when it has to be there."""

    to_change: Callable[[Turn], Review]
    shown: Callable[[Turn, Review, str], Card]
    by_when: Callable[[Review], str]
    template: str


def pack_due(review: Review) -> str:
    row = milestones.of(review, Kind.PACK)
    return f"by {full(milestones.longer(row, review.day) or row.due)}"


def show_how_it_stands(turn: Turn, review: Review, part: Kind, change: Change) -> None:
    """Have what asks the headteachers for the part say with whom it is."""
    if part is Kind.PACK:
        keep_current(turn, review, change)
    else:
        day_asked.show_how_it_stands(turn, review, change)


HANDINGS: Mapping[Kind, Handing] = {
    Kind.PACK: Handing(pack_access.to_change, pack_access.shown, pack_due, "pack.handed_over"),
    Kind.TIMETABLE: Handing(day_access.to_write, day_access.shown, day.by_when, "day.handed_over"),
}


@on("hand.ask")
def ask(turn: Turn) -> Card:
    review, part = headed(turn)
    handed = handing_over.current(turn.session, review.id, part)
    return say.ask(review, part, offered(turn, review), handed)


@on("hand.over")
def hand(turn: Turn) -> Card:
    review, part = headed(turn)
    handed = handing_over.current(turn.session, review.id, part)
    value = ", ".join(turn.values("person"))
    chosen = person_meant(value, colleagues(turn, review)) if value else "Please choose someone to ask."
    if isinstance(chosen, str):
        return say.ask(review, part, offered(turn, review), handed, value=value, error=chosen)
    if handed and handed.person_id == chosen.person.id:
        return shown(turn, review, part, say.asked(chosen.person.name))
    if id_in(turn.args.get("was", "")) != (handed.id if handed else 0):
        said = say.changed_meanwhile(part, handed)
        return say.ask(review, part, offered(turn, review), handed, value=value, said=said)
    person = turn.session.get_one(Person, chosen.person.id)
    change = handing_over.hand(turn.session, review, part, person, By(turn.person, turn.now))
    close_question(turn, review, handed, change)
    show_how_it_stands(turn, review, part, change)
    news.tell(turn, person, HANDINGS[part].template, change, slot=news.handed_slot(review, part, person))
    return shown(turn, review, part, say.asked(person.name))


@on("hand.back")
def take_back(turn: Turn) -> Card:
    review, part = headed(turn)
    handed = handing_over.current(turn.session, review.id, part)
    if handed is not None:
        change = handing_over.take_back(turn.session, review, part, By(turn.person, turn.now))
        close_question(turn, review, handed, change)
        show_how_it_stands(turn, review, part, change)
    return shown(turn, review, part, say.TAKEN_BACK)


def headed(turn: Turn) -> tuple[Review, Kind]:
    """The review of the button and the part that it is about, for the headteacher alone."""
    part = next((part for part in HANDINGS if part == turn.args.get("part")), None)
    if part is None:
        raise damaged()
    review = HANDINGS[part].to_change(turn)
    if Part.HOST_HEAD not in parts(turn, review):
        raise Refused(say.not_the_head(part))
    return review, part


def shown(turn: Turn, review: Review, part: Kind, said: str) -> Card:
    return HANDINGS[part].shown(turn, review, said)


def close_question(turn: Turn, review: Review, handed: HandedOver | None, change: Change) -> None:
    """The question to whoever had it shows that it is over; not to somebody who has left."""
    if handed is not None and not consortium.has_left(handed.person, turn.today):
        slot = news.handed_slot(review, Kind(handed.part), handed.person)
        outbox.refresh(turn.session, handed.person, slot, key=str(change.id), now=turn.now)


def offered(turn: Turn, review: Review) -> tuple[OptionGroup, ...]:
    found = colleagues(turn, review)
    if not found:
        raise Refused(say.NOBODY)
    return people_groups(list(found.values()), ())


def colleagues(turn: Turn, review: Review) -> Mapping[int, Candidate]:
    """Everyone with a role at the school, by id, but those who head it: theirs it is already."""
    school = turn.directory.schools[review.school_id]
    found = {}
    for person in turn.directory.people.values():
        if handing_over.is_at(person, school.id, turn.today):
            held = [role for role in consortium.roles_on(person, turn.today) if role.school_id == school.id]
            roles = frozenset(role.role for role in held)
            if Role.HEAD not in roles:
                found[person.id] = Candidate(person, roles, {school.id: school}, frozenset())
    return found


@template("pack.handed_over")
def pack_handed_over(letter: Letter) -> Card | None:
    return question(letter, Kind.PACK)


@template("day.handed_over")
def day_handed_over(letter: Letter) -> Card | None:
    return question(letter, Kind.TIMETABLE)


def question(letter: Letter, part: Kind) -> Card | None:
    """Whether they can see to it; or, once it stands and is with somebody else, that it is."""
    review, change = about(letter)
    if review is None or change is None or letter.person is None:
        return None
    handed = handing_over.current(letter.session, review.id, part)
    if handed is None or handed.person_id != letter.person.id or review.cancelled_at:
        return say.no_longer(review, part) if letter.stands else None
    return say.please(review, part, handed.by.name, HANDINGS[part].by_when(review))

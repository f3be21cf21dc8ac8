"""The headteacher hands the paperwork to someone at the school, for one review, and takes it back."""

from collections.abc import Mapping

from bot.cards import handing_over as say
from bot.cards.model import Card, OptionGroup
from bot.handlers import news
from bot.handlers.choices import Candidate, people_groups
from bot.handlers.naming import person_meant
from bot.handlers.pack_access import headed, shown
from bot.handlers.pack_news import handed_slot
from bot.router import Refused, Turn, id_in, on
from bot.rules.roles import Role
from storage import consortium, handing_over, outbox
from storage.booking import By
from storage.handing_over import PACK
from storage.models import Change, HandedOver, Person, Review


@on("hand.ask")
def ask(turn: Turn) -> Card:
    review = headed(turn)
    return say.ask(review, offered(turn, review), handing_over.current(turn.session, review.id, PACK))


@on("hand.over")
def hand(turn: Turn) -> Card:
    review = headed(turn)
    handed = handing_over.current(turn.session, review.id, PACK)
    value = ", ".join(turn.values("person"))
    chosen = person_meant(value, colleagues(turn, review)) if value else "Please choose someone to ask."
    if isinstance(chosen, str):
        return say.ask(review, offered(turn, review), handed, value=value, error=chosen)
    if handed and handed.person_id == chosen.person.id:
        return shown(turn, review, say.asked(chosen.person.name))
    if id_in(turn.args.get("was", "")) != (handed.id if handed else 0):
        said = say.changed_meanwhile(handed)
        return say.ask(review, offered(turn, review), handed, value=value, said=said)
    person = turn.session.get_one(Person, chosen.person.id)
    change = handing_over.hand(turn.session, review, PACK, person, By(turn.person, turn.now))
    close_question(turn, review, handed, change)
    news.tell(turn, person, "pack.handed_over", change, slot=handed_slot(review, person))
    return shown(turn, review, say.asked(person.name))


@on("hand.back")
def take_back(turn: Turn) -> Card:
    review = headed(turn)
    handed = handing_over.current(turn.session, review.id, PACK)
    if handed is not None:
        change = handing_over.take_back(turn.session, review, PACK, By(turn.person, turn.now))
        close_question(turn, review, handed, change)
    return shown(turn, review, say.TAKEN_BACK)


def close_question(turn: Turn, review: Review, handed: HandedOver | None, change: Change) -> None:
    """The question to whoever had it shows that it is over; not to somebody who has left."""
    if handed is not None and not consortium.has_left(handed.person, turn.today):
        slot = handed_slot(review, handed.person)
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

"""Several people press at the same moment, on either database: one right state, an answer for each."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import func, select

from bot.cards.model import Card
from bot.rules.roles import Answer, Role
from storage.models import Change, Outgoing, Person, Review, RoleAssignment, TeamMember
from tests import roster
from tests.chat import Chat, World
from tests.conversation.conftest import (
    BEN,
    CHANNEL,
    CHIDI,
    KATE,
    LEILA,
    MARTIN,
    OWEN,
    SIAN,
    booked,
    number,
    team,
)


def at_once(acts: Sequence[Callable[[], Card]]) -> list[Card]:
    """Start all of them at the same moment, each in a thread of its own."""
    ready = Barrier(len(acts))

    def run(act: Callable[[], Card]) -> Card:
        ready.wait()
        return act()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def eight_who_may(world: World) -> list[Chat]:
    """Eight people of the Consortium Office, each with the form filled in and the timetable before them."""
    with world.sessions.begin() as session:
        people = session.scalars(select(Person).order_by(Person.id).limit(8)).all()
        starts = session.scalars(select(RoleAssignment.starts)).first()
        session.add_all(
            RoleAssignment(person_id=person.id, role=Role.OFFICE, starts=starts) for person in people
        )
        roster.has_changed(session)
    ready = [world.person(person.email) for person in people]
    for chat in ready:
        chat.type("/schedule-review Oak, 7 Dec", place=CHANNEL)
        assert chat.click("See the timetable", **team(world)).title.startswith(
            "Oak Primary School: review on"
        )
    return ready


def pressing(chat: Chat, label: str, **fields: str) -> Callable[[], Card]:
    return lambda: chat.click_quietly(label, **fields)


def test_eight_people_book_the_same_school_at_once(world: World) -> None:
    cards = at_once([pressing(chat, "Book it") for chat in eight_who_may(world)])
    titles = sorted(card.title for card in cards)
    assert titles[0] == "Booked: Oak Primary School, Thursday 7 December 2017"
    assert titles[1:] == ["Oak Primary School is booked for Thursday 7 December 2017"] * 7
    with world.sessions() as session:
        assert session.scalars(select(Review.number)).all() == [1]
        assert session.scalars(select(Change.what)).all() == ["booked"]
        keys = session.scalars(select(Outgoing.key)).all()
        assert len(keys) == len(set(keys))


def test_eight_clicks_on_one_button_book_once(world: World) -> None:
    kate = world.person(KATE)
    kate.type("/schedule-review Oak, 7 Dec", place=CHANNEL)
    kate.click("See the timetable", **team(world))
    cards = at_once([pressing(kate.twin(), "Book it") for _ in range(8)])
    assert sum(card.title.startswith("Booked: ") for card in cards) == 1
    assert sum("is booked for Thursday 7 December 2017" in card.title for card in cards) == 7
    with world.sessions() as session:
        assert session.scalar(select(func.count()).select_from(Review)) == 1


def test_a_place_is_accepted_and_replaced_at_once(world: World) -> None:
    kate = booked(world)
    martin = world.person(MARTIN)
    martin.read("Can you be a reviewer")
    kate.open("team.show?review=1")
    kate.click_in("Martin Kowalczyk", "Replace")
    leila = number(world, LEILA)
    at_once([pressing(martin, "Accept"), lambda: kate.click_quietly("Ask them", person=leila)])
    with world.sessions() as session:
        here = session.scalars(
            select(TeamMember).where(TeamMember.ended_at.is_(None)).order_by(TeamMember.id)
        ).all()
    assert [m.person_id for m in here].count(int(leila)) == 1
    assert int(number(world, MARTIN)) not in {m.person_id for m in here}
    assert {m.answer for m in here} == {Answer.WAITING}


def test_two_leads_move_at_once_and_one_is_told(world: World) -> None:
    booked(world)
    leads = [world.person(KATE), world.person(SIAN)]
    for lead, day in zip(leads, ("12 Dec", "13 Dec"), strict=True):
        lead.open("move.ask?review=1")
        lead.click("See what changes", day=day)
    cards = at_once([pressing(lead, "Move it") for lead in leads])
    assert sorted(card.title.split(":")[0] for card in cards) == [
        "Move the review at Oak Primary School",
        "Moved",
    ]
    with world.sessions() as session:
        assert session.scalars(select(Change.what).order_by(Change.id)).all() == ["booked", "moved"]


def test_the_last_two_accept_at_once_and_the_lead_hears_once_that_all_have(world: World) -> None:
    booked(world)
    for email in (SIAN, MARTIN, CHIDI):
        world.person(email).open("answer.accept?review=1&day=2017-12-07")
    last = [world.person(BEN), world.person(OWEN)]
    for chat in last:
        chat.read("at Oak Primary School on Thursday 7 December 2017?")
    at_once([pressing(chat, "Accept") for chat in last])
    world.send_waiting()
    told = [title for title in world.person(KATE).titles() if title.startswith("The whole team")]
    assert told == ["The whole team has accepted: Oak Primary School, Thursday 7 December 2017"]


def test_one_person_is_booked_for_two_schools_at_once(world: World) -> None:
    """Ben can be in one place only: the second Lead is told, and keeps the form as it was."""
    trish, kate = world.person("trish.wilkie@brookend.example"), world.person(KATE)
    kate.type("/schedule-review Oak, 7 Dec", place=CHANNEL)
    kate.click("See the timetable", **team(world))
    trish.type("/schedule-review Queen's Meadow, 7 Dec", place="group-3")
    lead = number(world, "trish.wilkie@brookend.example")
    trish.click("See the timetable", lead_reviewer=lead, reviewers=(number(world, BEN),), champions=())
    cards = at_once([pressing(kate, "Book it"), pressing(trish, "Book it", champions_reason="To be found")])
    assert sorted(card.title.split(":")[0] for card in cards) == ["Booked", "Schedule a review"]
    with world.sessions() as session:
        assert session.scalar(select(func.count()).select_from(Review)) == 1

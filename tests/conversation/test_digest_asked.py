"""A digest is shown at any time to whoever may read it, and tells of each group what is true of it."""

import pytest
from sqlalchemy import select, update

from bot.cards.model import Button
from bot.cards.plain import plain
from bot.rules.roles import Role
from storage.models import Person, PlanItem, RoleAssignment
from tests import roster
from tests.chat import World, buttons
from tests.conversation.afterwards import delivered
from tests.conversation.conftest import BEN, CARL, CHANNEL, CHIDI, KATE, OFFICE, PRIYA, SIAN, booked
from tests.conversation.digesting import AMIT, GROUP_1, GROUP_2, MANAGEMENT, digests, tick, told

MARGARET = "margaret.osei@oak.example"
OWN = "Collaborative Group 2: the week of Monday 30 October 2017"
EVERY = "All groups: the week of Monday 30 October 2017"


@pytest.mark.parametrize("email", [KATE, PRIYA, BEN, SIAN])
def test_it_is_there_for_the_schools_of_the_group(world_on_sqlite: World, email: str) -> None:
    booked(world_on_sqlite)
    assert world_on_sqlite.person(email).type("/peer-review digest group 2").title == OWN


def test_whoever_is_of_one_group_need_not_name_it(world: World) -> None:
    assert world.person(KATE).type("/peer-review digest").title == OWN
    assert world.person(PRIYA).type("our weekly digest, please").title == OWN


def test_in_its_channel_the_groups_digest_is_meant(world_on_sqlite: World) -> None:
    assert world_on_sqlite.person(OFFICE).type("/peer-review digest", place=CHANNEL).title == OWN


def test_to_another_group_it_gives_figures_alone(world: World) -> None:
    booked(world)
    card = world.person(CARL).type("/peer-review digest group 2")
    assert card.title == "Collaborative Group 2 in figures"
    assert "1 review this year: 1 waiting for answers." in plain(card)
    assert "Oak" not in str(card)


def test_a_governor_has_no_digest_at_all(world_on_sqlite: World) -> None:
    world_on_sqlite.person(PRIYA).type("/peer-review")
    margaret = world_on_sqlite.person(MARGARET)
    assert margaret.type("/peer-review digest").title == "Sorry, I can’t do that"
    assert margaret.open("digest.show?group=2").title == "Sorry, I can’t do that"


@pytest.mark.parametrize("email", [AMIT, OFFICE])
def test_the_management_group_and_the_office_have_that_of_all_groups(world: World, email: str) -> None:
    reader = world.person(email)
    assert reader.type("/peer-review digest").title == EVERY
    assert reader.open("digest.which").title == "Whose digest?"
    assert reader.click_in("Collaborative Group 3", "Show").title.startswith("Collaborative Group 3: ")
    assert reader.click("All groups").title == EVERY


@pytest.mark.parametrize("email", [KATE, PRIYA, CARL])
def test_nobody_else_has_that_of_all_groups(world_on_sqlite: World, email: str) -> None:
    reader = world_on_sqlite.person(email)
    assert reader.open("digest.management").title == "Sorry, I can’t do that"
    assert reader.type("/peer-review digest of all groups").title == "Sorry, I can’t do that"


def test_only_whoever_is_of_the_management_group_may_ask_the_leads(world_on_sqlite: World) -> None:
    assert "Ask the Lead" not in labels(world_on_sqlite, OFFICE)
    assert "Ask the Lead" in labels(world_on_sqlite, AMIT)


def labels(world: World, email: str) -> list[str]:
    return [one.label for one in buttons(world.person(email).open("digest.management"))]


def test_on_a_closed_day_it_is_the_next_weeks(world_on_sqlite: World) -> None:
    world_on_sqlite.now = world_on_sqlite.now.replace(day=4)
    assert "Monday 6 November 2017" in world_on_sqlite.person(KATE).type("digest").title


def test_it_counts_the_actions_and_says_what_was_done(world: World) -> None:
    delivered(world)
    with world.sessions.begin() as session:
        first = session.scalars(select(PlanItem).order_by(PlanItem.id)).first()
        assert first is not None
        first.done_at = world.now
    tick(world, 2018, 1, 4, 8)
    said = told(world, GROUP_2)
    assert "Actions: 1 of 6 done, 1 due by Fri 19 Jan" in said
    assert "Done since the last digest\n\nOak Primary School: " in said
    assert "workshop held, action plan sent, 1 action done" in said


def test_an_action_whose_day_is_past_is_late(world_on_sqlite: World) -> None:
    delivered(world_on_sqlite)
    tick(world_on_sqlite, 2018, 1, 15, 8)
    assert "Actions: 0 of 6 done, 2 due by Fri 2 Feb, 1 late" in told(world_on_sqlite, GROUP_2)


def test_what_follows_the_plan_is_not_overdue_before_the_plan_was_sent(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    tick(world_on_sqlite, 2018, 6, 18, 8)
    # The feedback, the summary, the workshop and the plan; neither the proforma nor the impact.
    assert "Overdue: 4 at Oak Primary School" in told(world_on_sqlite, GROUP_2)
    # Of papers those two and, from before the review, the paperwork and the timetable.
    assert "Papers in time: 0 of 4" in told(world_on_sqlite, MANAGEMENT)


def test_what_was_told_last_week_is_not_told_again(world: World) -> None:
    delivered(world)
    tick(world, 2018, 1, 4, 8)
    assert "action plan sent" in told(world, GROUP_2)
    tick(world, 2018, 1, 8, 8)
    assert "action plan sent" not in plain(digests(world, GROUP_2)[1])


def test_a_place_that_nobody_takes_is_not_filled(world: World) -> None:
    booked(world)
    chidi = world.person(CHIDI)
    chidi.open("answer.decline?review=1&day=2017-12-07")
    chidi.click("Yes, tell them", reason="A course")
    card = world.person(KATE).type("/peer-review digest")
    assert "Not filled yet: Oak Primary School: 1 Improvement Champion" in plain(card)
    assert "A course" not in str(card)


def test_a_school_without_a_headteacher_is_a_role_not_filled(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    with world.sessions.begin() as session:
        priya = session.scalars(select(Person).where(Person.email == PRIYA)).one()
        held = (RoleAssignment.person_id == priya.id) & (RoleAssignment.role == Role.HEAD)
        session.execute(
            update(RoleAssignment).where(held).values(ends=world.now.date().replace(day=1, month=10))
        )
        roster.has_changed(session)
    assert "Not filled yet: Oak Primary School: headteacher" in plain(world.person(KATE).type("digest"))


def test_nothing_that_anybody_has_typed_is_in_a_digest(world: World) -> None:
    delivered(world)
    tick(world, 2018, 1, 15, 8)
    with world.sessions() as session:
        typed = [one.action for one in session.scalars(select(PlanItem))]
    assert typed
    for conversation in (GROUP_1, GROUP_2, "management"):
        [card] = digests(world, conversation)
        assert [words for words in typed if words in str(card)] == []


def test_every_button_of_a_digest_stands_beside_it(world: World) -> None:
    booked(world)
    tick(world, 2017, 12, 4, 8)
    for conversation in (GROUP_2, "management"):
        [card] = digests(world, conversation)
        assert [one.label for one in buttons(card) if isinstance(one, Button) and not one.aside] == []

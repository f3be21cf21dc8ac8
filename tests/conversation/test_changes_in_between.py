"""Something changes between what is on the screen and the click, or between a message and the morning."""

import pytest
from sqlalchemy import select

from bot.rules.hours import Urgency
from bot.rules.roles import Role
from storage.models import Change, Outgoing, Person, Review, RoleAssignment, School
from tests import roster
from tests.chat import World, error
from tests.conversation.conftest import (
    BEN,
    CHANNEL,
    CHIDI,
    KATE,
    LEILA,
    MARTIN,
    OFFICE,
    PRIYA,
    SIAN,
    booked,
    number,
    team,
)

ELLIE = "ellie.fenwick@oak.example"


@pytest.fixture
def world(world_on_sqlite: World) -> World:
    return world_on_sqlite


def moved(world: World, day: str, reason: str = "") -> None:
    kate = world.person(KATE)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day=day, reason=reason)
    assert kate.click("Move it").title.startswith("Moved")


def answer(world: World, email: str, what: str = "accept", day: str = "2017-12-07") -> str:
    return world.person(email).open(f"answer.{what}?review=1&day={day}").title


def test_an_old_timetable_on_the_screen_books_nothing_else(world: World) -> None:
    kate = world.person(KATE)
    kate.type("/schedule-review Oak, 7 Dec", place=CHANNEL)
    old = kate.click("See the timetable", **team(world))
    kate.click("Change something")
    kate.click("See the timetable", day="12 Dec")
    kate.card = old
    again = kate.click("Book it")
    assert again.title == "Oak Primary School: review on Tuesday 12 December 2017?"
    assert "not quite what you saw before" in str(again)
    assert kate.click("Book it").title == "Booked: Oak Primary School, Tuesday 12 December 2017"


def test_a_timetable_that_time_has_changed_is_shown_again(world: World) -> None:
    kate = world.person(KATE)
    kate.type("/schedule-review Oak, 20 Nov", place=CHANNEL)
    kate.click("See the timetable", **team(world))
    world.wait(days=15)
    again = kate.click("Book it")
    assert "not quite what you saw before" in str(again)
    assert "Short notice" in str(again)


def test_a_cancelled_review_does_not_come_back_beside_a_new_one(world: World) -> None:
    kate = booked(world)
    kate.open("cancel.ask?review=1")
    kate.click("Cancel it", reason="Ofsted")
    booked(world, "12 Dec")
    card = kate.open("cancel.undo?review=1")
    assert "has been booked again, for Tuesday 12 December 2017" in str(card)
    assert kate.click("See the review").title == "Oak Primary School, Tuesday 12 December 2017"


def test_a_cancelled_review_can_come_back_on_another_date(world: World) -> None:
    kate = booked(world)
    kate.open("cancel.ask?review=1")
    kate.click("Cancel it", reason="Ofsted")
    kate.open("review.show?review=1")
    kate.click("Bring it back on another date")
    kate.click("See what changes", day="12 Dec")
    assert kate.click("Move it").title == "Moved: Oak Primary School, Tuesday 12 December 2017"
    assert world.channel(CHANNEL)[0].title == "Oak Primary School, Tuesday 12 December 2017"


def test_postponed_then_cancelled_comes_back_only_with_a_date(world: World) -> None:
    kate = booked(world)
    kate.open("postpone.ask?review=1")
    kate.click("Postpone it", reason="Ofsted")
    kate.open("cancel.ask?review=1")
    kate.click("Cancel it", reason="Merger")
    assert kate.open("cancel.undo?review=1").title == "Move the review at Oak Primary School"
    assert "goes ahead" not in str(world.person(BEN).titles())


def test_a_form_about_another_date_cancels_nothing(world: World) -> None:
    booked(world)
    sian = world.person(SIAN)
    sian.open("cancel.ask?review=1")
    moved(world, "12 Dec")
    card = sian.click("Cancel it", reason="Flood")
    assert error(card, "reason") == (
        "The review has moved since, to Tuesday 12 December 2017. Is that the one you mean?"
    )
    assert sian.click("Cancel it").title.startswith("Cancelled")


def test_a_yes_after_a_no_is_checked_against_the_diary(world: World) -> None:
    booked(world)
    answer(world, BEN, "declined")
    trish = world.person("trish.wilkie@brookend.example")
    trish.type("/schedule-review Queen's Meadow, 7 Dec", place="group-3")
    lead = number(world, "trish.wilkie@brookend.example")
    trish.click("See the timetable", lead_reviewer=lead, reviewers=(number(world, BEN),))
    trish.click("Book it", champions_reason="To be found")
    assert "You take part in another review on Thursday 7 December 2017" in str(
        world.person(BEN).open("answer.accept?review=1&day=2017-12-07")
    )


def test_booked_cancelled_and_brought_back_in_one_night_everyone_is_asked(world: World) -> None:
    world.now = world.now.replace(hour=20)
    kate = booked(world)
    kate.open("cancel.ask?review=1")
    kate.click("Cancel it", reason="Wrong school")
    kate.open("cancel.undo?review=1")
    world.wait(hours=12)
    assert world.person(BEN).titles() == [
        "Can you be a reviewer at Oak Primary School on Thursday 7 December 2017?"
    ]


def test_booked_and_moved_in_one_night_everyone_is_asked_once(world: World) -> None:
    world.now = world.now.replace(hour=20)
    booked(world)
    moved(world, "12 Dec", reason="Nativity")
    world.wait(hours=12)
    assert world.person(BEN).titles() == [
        "Can you be a reviewer at Oak Primary School on Tuesday 12 December 2017?"
    ]
    assert "Nativity" in str(world.person(BEN).messages[-1])


def test_of_two_cancellations_in_one_night_the_last_is_told(world: World) -> None:
    kate = booked(world)
    world.now = world.now.replace(hour=20)
    kate.open("cancel.ask?review=1")
    kate.click("Cancel it", reason="School closes")
    kate.open("cancel.undo?review=1")
    sian = world.person(SIAN)
    sian.open("cancel.ask?review=1")
    sian.click("Cancel it", reason="The head is ill")
    world.wait(hours=12)
    told = [card for card in world.person(BEN).messages if card.title.startswith("Cancelled")]
    assert len(told) == 1
    assert "Siân Whitcombe says: " in str(told[0])
    assert "The head is ill" in str(told[0])


def test_nothing_untrue_is_told_in_the_morning(world: World) -> None:
    booked(world)
    world.now = world.now.replace(hour=20)
    for email in (SIAN, BEN, MARTIN, CHIDI, "owen.oconnell@stannes.example"):
        answer(world, email)
    world.person(PRIYA).open("date.confirm?review=1&day=2017-12-07")
    moved(world, "12 Dec")
    world.wait(hours=12)
    titles = world.person(KATE).titles()
    assert [title for title in titles if "accepted" in title or "confirmed" in title] == []


def test_a_no_taken_back_takes_back_the_request_to_find_someone(world: World) -> None:
    booked(world)
    answer(world, BEN, "declined")
    kate = world.person(KATE)
    kate.read("Ben Hartley can’t be a reviewer")
    answer(world, BEN)
    assert kate.messages[-2].title == "Ben Hartley as a reviewer at Oak Primary School: taken care of"
    assert kate.titles()[-1].startswith("Ben Hartley accepted")


def test_a_request_to_find_someone_that_was_met_says_whose_place_it_was(world: World) -> None:
    booked(world)
    answer(world, BEN, "declined")
    kate = world.person(KATE)
    kate.read("Ben Hartley can’t be a reviewer")
    kate.click("Choose someone else")
    kate.click("Ask them", person=number(world, LEILA))
    settled = kate.read("Ben Hartley as a reviewer")
    assert settled.title == "Ben Hartley as a reviewer at Oak Primary School: taken care of"
    assert "Ben Hartley is no longer in the team. There is nothing for you to do." in str(settled)


def test_what_is_said_to_the_lead_stays_with_the_lead(world: World) -> None:
    booked(world)
    ben = world.person(BEN)
    ben.open("suggest.ask?review=1")
    ben.click("Suggest it", day="12 Dec", note="My mother is in hospital")
    world.person(MARTIN).open("answer.declined?review=1&day=2017-12-07", reason="I am unwell")
    kate = world.person(KATE)
    kate.read("Ben Hartley suggests")
    kate.click("Use this date")
    private = ("hospital", "unwell")
    for email in (PRIYA, CHIDI, "amit.desai@consortium.example"):
        someone = world.person(email)
        seen = f"{someone.messages} {someone.open('review.history?review=1')}"
        assert [word for word in private if word in seen] == []
    assert "unwell" in str(kate.open("review.history?review=1"))


def test_joint_heads_are_both_asked_and_one_answers_for_both(world: World) -> None:
    joint_head(world, ELLIE)
    booked(world)
    ellie = world.person(ELLIE)
    assert ellie.titles() == ["Does Thursday 7 December 2017 suit Oak Primary School?"]
    world.person(PRIYA).open("date.confirm?review=1&day=2017-12-07")
    assert ellie.titles() == [
        "Confirmed: Oak Primary School, Thursday 7 December 2017",
        "Paperwork: Oak Primary School, Thursday 7 December 2017",
    ]
    assert "Priya Nair has confirmed the date." in str(ellie.messages)


def test_a_joint_head_who_books_tells_the_other(world: World) -> None:
    joint_head(world, KATE)
    booked(world)
    assert world.person(PRIYA).titles() == [
        "Confirmed: Oak Primary School, Thursday 7 December 2017",
        "Paperwork: Oak Primary School, Thursday 7 December 2017",
    ]


def joint_head(world: World, email: str) -> None:
    with world.sessions.begin() as session:
        oak = session.scalars(select(School).where(School.key == "oak")).one()
        person = session.scalars(select(Person).where(Person.email == email)).one()
        starts = session.scalars(select(RoleAssignment.starts)).first()
        session.add(RoleAssignment(person_id=person.id, role=Role.HEAD, school_id=oak.id, starts=starts))
        roster.has_changed(session)


def test_a_headteacher_can_take_back_a_confirmation(world: World) -> None:
    booked(world)
    priya = world.person(PRIYA)
    priya.read("Does Thursday 7 December 2017 suit")
    priya.click("Confirm")
    card = priya.click("It doesn’t suit after all")
    assert card.title == "Does Thursday 7 December 2017 suit Oak Primary School?"
    assert "doesn’t suit after all" in world.person(KATE).titles()[-1]
    with world.sessions() as session:
        assert session.get_one(Review, 1).confirmed_at is None


def test_the_lead_hears_what_the_office_does(world: World) -> None:
    office = world.person(OFFICE)
    office.type("/schedule-review Oak, 7 Dec")
    office.click("See the timetable", **team(world))
    office.click("Book it")
    assert world.person(KATE).titles() == [
        "Janet Pryke booked the review: Oak Primary School, Thursday 7 December 2017"
    ]


def test_a_lead_is_passed_over_where_the_school_is_her_own(world: World) -> None:
    kate = world.person(KATE)
    kate.type("/schedule-review Holly Lane, 7 Dec", place=CHANNEL)
    with world.sessions() as session:
        lead = session.scalars(select(Person.id).where(Person.email == SIAN)).one()
        tom = session.scalars(select(Person.id).where(Person.name == "Tom Garrod")).one()
    kate.click("See the timetable", lead_reviewer=str(lead), reviewers=(str(tom),))
    kate.click("Book it", champions_reason="To be found")
    world.person("tom.garrod@oak.example").open("answer.declined?review=1&day=2017-12-07")
    assert any("Tom Garrod can’t be a reviewer" in title for title in world.person(SIAN).titles())
    assert not any("Tom Garrod" in title for title in kate.titles())


def test_a_review_for_tomorrow_is_told_at_once(world: World) -> None:
    world.now = world.now.replace(hour=19)
    booked(world, "Thurs 2 Nov")
    assert world.person(BEN).titles() == [
        "Can you be a reviewer at Oak Primary School on Thursday 2 November 2017?"
    ]
    with world.sessions() as session:
        urgent = session.scalars(select(Outgoing.urgency).where(Outgoing.template == "review.ask")).all()
        assert set(urgent) == {Urgency.URGENT}


def test_a_suggestion_at_short_notice_is_used_only_when_that_is_seen(world: World) -> None:
    booked(world)
    ben = world.person(BEN)
    ben.open("suggest.ask?review=1")
    ben.click("Suggest it", day="Fri 3 Nov")
    kate = world.person(KATE)
    kate.read("Ben Hartley suggests")
    card = kate.click("Use this date")
    assert "The review is 2 days away" in str(card)
    assert kate.click("Use it all the same").title == "Oak Primary School: moved to Friday 3 November 2017"


def test_the_history_of_a_team_change_names_both(world: World) -> None:
    kate = booked(world)
    kate.open("team.show?review=1")
    kate.click_in("Martin Kowalczyk", "Replace")
    kate.click("Ask them", person=number(world, "leila.haddad@stannes.example"))
    assert "Leila Haddad in place of Martin Kowalczyk" in str(kate.open("review.history?review=1"))
    with world.sessions() as session:
        assert session.scalars(select(Change.what).order_by(Change.id)).all() == ["booked", "replaced"]
    assert (
        world.person(MARTIN).titles()[-1]
        == "A change of plan for Oak Primary School, Thursday 7 December 2017"
    )

"""Who may see and write the timetable of the day, when, and two who write at once."""

import logging
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.rules.roles import Role
from storage.models import Change, DayTimetable, Person, RoleAssignment, School
from tests import roster
from tests.chat import Chat, World
from tests.conversation.conftest import (
    BEN,
    CARL,
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
)
from tests.conversation.test_at_once import at_once, pressing
from tests.conversation.test_day import ROWS, SENT, TYPED, field, final, head_with_form, heard, rows

ELLIE, TOM = "ellie.fenwick@oak.example", "tom.garrod@oak.example"
AMIT, MARGARET = "amit.desai@consortium.example", "margaret.osei@oak.example"
REFUSED = "Sorry, I can’t do that"
WRITES = ("day.ask", "day.save", "day.keep", "day.send", "day.drop", "day.take_back")


def joint_head(world: World) -> Chat:
    with world.sessions.begin() as session:
        oak = session.scalars(select(School).where(School.key == "oak")).one()
        ellie = session.scalars(select(Person).where(Person.email == ELLIE)).one()
        starts = session.scalars(select(RoleAssignment.starts)).first()
        session.add(RoleAssignment(person_id=ellie.id, role=Role.HEAD, school_id=oak.id, starts=starts))
        roster.has_changed(session)
    return world.person(ELLIE)


@pytest.mark.parametrize("email", [SIAN, BEN, MARTIN])
def test_the_review_team_reads_it(world: World, email: str) -> None:
    final(world)
    assert rows(world.person(email).open("day.show?review=1")) == ROWS
    card = world.person(email).open("review.show?review=1")
    assert "Timetable of the day" in [button.label for button in card.buttons]


@pytest.mark.parametrize("email", [KATE, CHIDI, OFFICE])
def test_others_who_take_part_or_answer_for_it_see_where_it_stands(world: World, email: str) -> None:
    booked(world)
    reader = world.person(email)
    assert "Not final yet" in str(reader.open("day.show?review=1"))
    final_again(world)
    card = reader.open("day.show?review=1")
    assert "Final since Wed 1 Nov 2017, 09:00" in str(card)
    assert "Phonics" not in str(card)
    reader.open("review.show?review=1")
    assert reader.click("Timetable of the day") == card


def final_again(world: World) -> None:
    priya = world.person(PRIYA)
    priya.open("day.ask?review=1")
    priya.click("Send to the team", rows=TYPED)


@pytest.mark.parametrize("email", [AMIT, MARGARET, CARL, TOM, LEILA])
def test_everybody_else_is_refused(world_on_sqlite: World, email: str) -> None:
    final(world_on_sqlite)
    card = world_on_sqlite.person(email).open("day.show?review=1")
    assert card.title == REFUSED
    assert "Phonics" not in str(card)


@pytest.mark.parametrize("route", WRITES)
@pytest.mark.parametrize("email", [SIAN, BEN, CHIDI, KATE, OFFICE, MARGARET, TOM])
def test_only_the_head_writes(world_on_sqlite: World, email: str, route: str) -> None:
    final(world_on_sqlite)
    card = world_on_sqlite.person(email).open(f"{route}?review=1&version=1", rows="9 Nothing")
    assert card.title == REFUSED
    assert "Only the headteacher of the reviewed school" in str(card)
    assert rows(world_on_sqlite.person(BEN).open("day.show?review=1")) == ROWS


def test_reviewers_read_it_for_a_while_after_the_review_and_the_lead_reviewer_longer(world: World) -> None:
    final(world)
    ben, sian = world.person(BEN), world.person(SIAN)
    world.now = world.now.replace(month=12, day=20)
    assert rows(ben.open("day.show?review=1")) == ROWS
    world.now = world.now.replace(year=2018, month=1, day=20)
    assert ben.open("day.show?review=1").title == REFUSED
    assert rows(sian.open("day.show?review=1")) == ROWS


def test_once_the_day_is_over_it_stays_as_it_was(world: World) -> None:
    priya = final(world)
    old = priya.card
    world.now = world.now.replace(month=12, day=8)
    card = priya.open("day.show?review=1")
    assert rows(card) == ROWS
    assert [button.label for button in card.buttons] == ["See the review"]
    for label in ("Change it", "Take it back"):
        priya.card = old
        assert "The day of that review is over" in str(priya.click(label))


@pytest.mark.parametrize(("button", "say"), [("Cancel it", "cancelled"), ("Postpone it", "no date")])
def test_a_review_that_is_off_has_nothing_to_write(world: World, button: str, say: str) -> None:
    priya = final(world)
    kate = world.person(KATE)
    kate.open("review.show?review=1")
    kate.click(button)
    kate.click(button, reason="Snow")
    old = priya.card
    assert say in str(priya.click("Change it"))
    priya.card = old
    assert say in str(priya.click("Take it back"))
    assert rows(priya.open("day.show?review=1")) == ROWS


def test_a_replaced_reviewer_and_a_replaced_head_are_refused(world: World) -> None:
    priya = final(world)
    kate = world.person(KATE)
    kate.open("team.show?review=1")
    kate.click_in("Martin Kowalczyk", "Replace")
    kate.click("Ask them", person=number(world, LEILA))
    assert world.person(MARTIN).open("day.show?review=1").title == REFUSED
    assert rows(world.person(LEILA).open("day.show?review=1")) == ROWS
    ellie = joint_head(world)
    with world.sessions.begin() as session:
        old = select(RoleAssignment).join(Person, Person.id == RoleAssignment.person_id)
        for held in session.scalars(old.where(Person.email == PRIYA, RoleAssignment.role == Role.HEAD)):
            held.ends = held.starts
        roster.has_changed(session)
    assert priya.click("Change it").title == REFUSED
    assert ellie.open("day.ask?review=1").is_form


def test_the_second_of_two_savers_keeps_their_words_and_sees_the_first_s(world: World) -> None:
    priya, ellie = head_with_form(world), joint_head(world)
    ellie.open("day.ask?review=1")
    priya.click("Send to the team", rows=TYPED)
    mine = "9 Assembly, Hall"
    for label in ("Send to the team", "Keep as draft"):
        other = ellie.twin()
        card = other.click(label, rows=mine)
        assert "Priya Nair has just saved this timetable" in str(card)
        assert "09:15–10:00 Phonics, Year 1, with KM" in str(card)
        assert field(card).value == mine
    assert heard(world, BEN) == [SENT]
    other.click("Send to the team")
    assert rows(world.person(BEN).open("day.show?review=1")) == (("09:00", "Assembly", "Hall"),)


def test_an_old_button_sends_and_takes_back_nothing_newer(world: World) -> None:
    priya, ellie = head_with_form(world), joint_head(world)
    old = priya.click("Keep as draft", rows=TYPED)
    ellie.open("day.ask?review=1")
    ellie.click("Keep as draft", rows="9 Assembly")
    card = priya.click("Send it to the team")
    assert "Ellie Fenwick has saved this timetable since" in str(card)
    assert rows(card) == (("09:00", "Assembly"),)
    assert heard(world, BEN) == []
    priya.click("Send it to the team")
    assert len(heard(world, BEN)) == 1
    priya.card = old
    # A button that has been pressed already finds it done.
    assert "Final: Priya Nair sent it to the team" in str(priya.click("Send it to the team"))
    assert len(heard(world, BEN)) == 1


def test_eight_clicks_send_it_once_and_two_heads_at_once_leave_one(world: World) -> None:
    priya, ellie = head_with_form(world), joint_head(world)
    ellie.open("day.ask?review=1")
    cards = at_once([pressing(priya.twin(), "Send to the team", rows=TYPED) for _ in range(8)])
    assert {rows(card) for card in cards} == {ROWS}
    at_once(
        [
            pressing(ellie, "Send to the team", rows="9 Assembly"),
            pressing(priya.twin(), "Send to the team", rows=TYPED),
        ]
    )
    with world.sessions() as session:
        whats = session.scalars(select(Change.what).where(Change.what.startswith("day_"))).all()
        assert whats == ["day_sent"]
        assert session.scalars(select(DayTimetable.typed)).all() == [TYPED]


@pytest.mark.parametrize(
    "typed",
    [
        "/peer-review timetable Oak",
        "/peer-review timetable",
        "timetable for the day at oak primary",
        "the timetable of Oak?",
    ],
)
def test_typed_it_is_found(world_on_sqlite: World, typed: str) -> None:
    final(world_on_sqlite)
    assert rows(world_on_sqlite.person(PRIYA).type(typed)) == ROWS
    assert rows(world_on_sqlite.person(BEN).type(typed)) == ROWS
    assert "Final since" in str(world_on_sqlite.person(KATE).type(typed))


def test_which_of_several_is_asked(world: World) -> None:
    final(world)
    kate = world.person(KATE)
    kate.type("/schedule-review St Anne's, 12 Dec", place=CHANNEL)
    kate.click(
        "See the timetable", lead_reviewer=number(world, TOM), reviewers=(number(world, BEN),), champions=()
    )
    kate.click("Book it", champions_reason="To be found")
    ben = world.person(BEN)
    card = ben.type("/peer-review timetable")
    assert card.title == "Which review do you mean?"
    assert rows(ben.click_in("Oak Primary School", "Open")) == ROWS
    asked = ben.type("/peer-review timetable Elm")
    assert "I’m not sure which school you mean by “Elm”" in str(asked).replace("', '", "")
    assert rows(ben.type("/peer-review timetable Oak")) == ROWS
    assert "has not sent it yet" in str(ben.type("/peer-review timetable st annes"))


def test_without_a_review_it_says_so(world_on_sqlite: World) -> None:
    card = world_on_sqlite.person(CARL).type("/peer-review timetable")
    assert "look after none, that I could show you just now." in str(card)


@pytest.mark.parametrize("typed", ["papers", "meeting", "timetable"])
def test_whoever_names_the_school_finds_a_review_that_is_long_over(
    world_on_sqlite: World, typed: str
) -> None:
    final(world_on_sqlite)
    world_on_sqlite.now = datetime(2018, 2, 1, 10, tzinfo=UTC)
    for email in (PRIYA, SIAN):
        someone = world_on_sqlite.person(email)
        assert "type the school’s name as well" in str(someone.type(typed))
        assert "Oak Primary School, Thursday 7 December 2017" in someone.type(f"{typed} Oak").title


def test_in_a_channel_it_is_never_a_form(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    assert not world_on_sqlite.person(PRIYA).type("/peer-review timetable", place=CHANNEL).is_form


def test_no_row_gets_into_a_channel_or_a_log(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    canary = "Canaryrow"
    priya = final(world, f"9.15 {canary}, {canary}, with {canary}")
    priya.click("Change it")
    priya.click("Send to the team", rows=f"9.15 {canary} two\nLunch {canary}")
    priya.click("Send to the team", rows=f"9.15 {canary} two")
    priya.click("Take it back")
    world.now = world.now.replace(month=12, day=7)
    world.wait(hours=1)
    channels = [post.card for post in world.room.posts if not post.to.personal]
    assert channels
    assert canary not in str(channels)
    assert canary not in caplog.text
    seen = str([world.person(email).messages for email in (CHIDI, KATE, OFFICE, AMIT)])
    assert canary not in seen


@pytest.mark.parametrize(
    "token", ["day.show", "day.show?review=x", "day.show?review=99", "day.save?review=1"]
)
def test_a_damaged_button_changes_nothing(world_on_sqlite: World, token: str) -> None:
    booked(world_on_sqlite)
    world_on_sqlite.person(PRIYA).open(token)
    with world_on_sqlite.sessions() as session:
        assert session.scalars(select(DayTimetable)).all() == []

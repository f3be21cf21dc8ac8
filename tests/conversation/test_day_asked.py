"""The request for the timetable of the day: a message with the form in it, sent with one press."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from bot.rules.mornings import days_without_timetable
from bot.rules.roles import Role
from storage.models import Person, RoleAssignment
from tests import roster
from tests.chat import Chat, World
from tests.conversation.conftest import BEN, CHANNEL, KATE, PRIYA, SIAN, booked, number
from tests.conversation.packing import DENISE
from tests.conversation.test_day import ROWS, SENT, TYPED, field, heard, rows
from tests.conversation.test_day_who import ELLIE, joint_head
from tests.conversation.test_mornings import reminded_before, tick

ASKS = "Please send the timetable for the day, Oak Primary School, Thursday 7 December 2017"
THANKS = "Thank you for the timetable for the day, Oak Primary School, Thursday 7 December 2017"
OUT_OF_DATE = "This message is out of date"


def asked(world: World) -> Chat:
    booked(world)
    reminded_before(world)
    tick(world, 4, 10, 0)
    priya = world.person(PRIYA)
    priya.read(ASKS)
    return priya


def requests(world: World, email: str = PRIYA) -> list[str]:
    return [title for title in world.person(email).titles() if title in {ASKS, THANKS, OUT_OF_DATE}]


def hand_over(world: World) -> Chat:
    priya = world.person(PRIYA)
    priya.open("hand.ask?review=1&part=timetable")
    priya.click("Ask them", person=number(world, DENISE))
    return priya


def test_it_comes_three_days_before_at_ten_and_is_answered_with_one_press(world: World) -> None:
    booked(world)
    reminded_before(world)
    tick(world, 4, 9, 59)
    assert requests(world) == []
    tick(world, 4, 10, 0)
    assert requests(world) == [ASKS]
    for email in (SIAN, BEN, KATE):
        assert requests(world, email) == []
    priya = world.person(PRIYA)
    assert "by Wednesday 6 December 2017, 16:00" in str(priya.read(ASKS))
    assert rows(priya.click("Send to the team", rows=TYPED)) == ROWS
    assert heard(world, BEN) == [SENT]
    assert requests(world) == [THANKS]
    assert rows(priya.read(THANKS)) == ROWS
    assert ASKS not in str(world.channel(CHANNEL))


def test_it_comes_once_however_often_the_worker_passes(world_on_sqlite: World) -> None:
    asked(world_on_sqlite)
    tick(world_on_sqlite, 4, 10, 1)
    tick(world_on_sqlite, 6, 12, 0)
    tick(world_on_sqlite, 7, 7, 0)
    assert requests(world_on_sqlite) == [ASKS]


def test_whoever_has_sent_it_is_not_asked(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    priya = world_on_sqlite.person(PRIYA)
    priya.open("day.ask?review=1")
    priya.click("Send to the team", rows=TYPED)
    tick(world_on_sqlite, 4, 10, 0)
    assert requests(world_on_sqlite) == []


def test_on_a_closed_day_it_waits_for_the_next_school_day(world_on_sqlite: World) -> None:
    booked(world_on_sqlite, "Tues 5 Dec")
    reminded_before(world_on_sqlite)
    before = world_on_sqlite.person(PRIYA).titles()
    tick(world_on_sqlite, 2, 10, 0)
    tick(world_on_sqlite, 4, 8, 0)
    assert world_on_sqlite.person(PRIYA).titles() == before
    tick(world_on_sqlite, 4, 10, 0)
    assert world_on_sqlite.person(PRIYA).titles()[-1].startswith("Please send the timetable for the day")


def test_a_draft_stands_in_the_form_and_is_sent_with_one_press(world: World) -> None:
    booked(world)
    priya = world.person(PRIYA)
    priya.open("day.ask?review=1")
    priya.click("Keep as draft", rows=TYPED)
    reminded_before(world)
    tick(world, 4, 10, 0)
    assert field(priya.read(ASKS)).value == TYPED
    assert rows(priya.click("Send to the team")) == ROWS


def test_what_cannot_stand_comes_back_and_can_be_put_right(world_on_sqlite: World) -> None:
    priya = asked(world_on_sqlite)
    form = priya.click("Send to the team", rows="Lunch")
    assert field(form).value == "Lunch"
    assert "please begin with a time" in str(form)
    assert requests(world_on_sqlite) == [ASKS]
    assert rows(priya.click("Send to the team", rows=TYPED)) == ROWS


def test_of_two_headteachers_the_second_sees_that_it_is_sent(world: World) -> None:
    booked(world)
    ellie = joint_head(world)
    reminded_before(world)
    tick(world, 4, 10, 0)
    priya = world.person(PRIYA)
    ellie.read(ASKS)
    priya.read(ASKS)
    priya.click("Send to the team", rows=TYPED)
    assert requests(world, ELLIE) == [THANKS]
    form = ellie.click("Send to the team", rows="9 Assembly")
    assert "Priya Nair has just saved this timetable" in str(form)
    assert field(form).value == "9 Assembly"


def test_taken_back_it_is_asked_for_again(world: World) -> None:
    priya = asked(world)
    priya.click("Send to the team", rows=TYPED)
    priya.click("Take it back")
    assert requests(world) == [ASKS]
    assert field(priya.read(ASKS)).value == TYPED
    priya.click("Send to the team")
    assert heard(world, BEN)[-1] == SENT


def test_it_is_asked_of_whoever_it_was_handed_to(world: World) -> None:
    booked(world)
    priya = hand_over(world)
    reminded_before(world)
    tick(world, 4, 10, 0)
    denise = world.person(DENISE)
    assert requests(world) == []
    denise.read(ASKS)
    twin = denise.twin()
    priya.open("hand.back?review=1&part=timetable")
    assert requests(world, DENISE) == [OUT_OF_DATE]
    assert "Only the headteacher" in str(twin.click("Send to the team", rows=TYPED))
    tick(world, 4, 10, 1)
    assert requests(world) == [ASKS]


def test_whoever_has_become_a_governor_is_not_asked_but_the_headteacher(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    hand_over(world_on_sqlite)
    reminded_before(world_on_sqlite)
    with world_on_sqlite.sessions.begin() as session:
        denise = select(Person.id).where(Person.email == DENISE).scalar_subquery()
        session.execute(
            update(RoleAssignment).where(RoleAssignment.person_id == denise).values(role=Role.GOVERNOR)
        )
        roster.has_changed(session)
    tick(world_on_sqlite, 4, 10, 0)
    assert requests(world_on_sqlite, DENISE) == []
    assert requests(world_on_sqlite) == [ASKS]
    assert "Only the headteacher" in str(world_on_sqlite.person(DENISE).open("day.ask?review=1"))


def test_handed_over_after_it_was_asked_for_both_may_send_it(world_on_sqlite: World) -> None:
    asked(world_on_sqlite)
    hand_over(world_on_sqlite)
    tick(world_on_sqlite, 4, 10, 1)
    denise = world_on_sqlite.person(DENISE)
    denise.read(ASKS)
    denise.click("Send to the team", rows=TYPED)
    assert requests(world_on_sqlite, DENISE) == requests(world_on_sqlite) == [THANKS]
    denise.read(THANKS)
    assert rows(denise.click("Open the timetable")) == ROWS


@pytest.mark.parametrize("button", ["Cancel it", "Postpone it"])
def test_once_the_review_is_off_it_is_out_of_date(world: World, button: str) -> None:
    asked(world)
    kate = world.person(KATE)
    kate.open("review.show?review=1")
    kate.click(button)
    kate.click(button, reason="Snow")
    assert requests(world) == [OUT_OF_DATE]


def test_cancelled_and_brought_back_it_is_asked_for_again(world_on_sqlite: World) -> None:
    asked(world_on_sqlite)
    kate = world_on_sqlite.person(KATE)
    kate.open("review.show?review=1")
    kate.click("Cancel it")
    kate.click("Cancel it", reason="Snow")
    kate.open("cancel.undo?review=1")
    tick(world_on_sqlite, 4, 10, 5)
    # The first is the question whether the date suits.
    assert requests(world_on_sqlite) == [OUT_OF_DATE, OUT_OF_DATE, ASKS]


def test_moved_it_is_out_of_date_and_asked_for_anew(world_on_sqlite: World) -> None:
    asked(world_on_sqlite)
    kate = world_on_sqlite.person(KATE)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="Thurs 14 Dec")
    kate.click("Move it")
    assert requests(world_on_sqlite) == [OUT_OF_DATE, OUT_OF_DATE]
    for day in (5, 7):
        tick(world_on_sqlite, day, 8, 0)
    tick(world_on_sqlite, 11, 10, 0)
    assert ASKS.replace("7 December", "14 December") in world_on_sqlite.person(PRIYA).titles()


def test_until_ten_it_is_the_day_before_that_counts() -> None:
    def window(hour: int) -> tuple[int, int]:
        first, last = days_without_timetable(datetime(2017, 12, 4, hour, tzinfo=UTC))
        return first.day, last.day

    assert (window(9), window(10)) == ((5, 6), (5, 7))

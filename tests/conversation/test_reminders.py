"""Reminders as people get them: one a day, what is theirs, the next click; and what they may answer."""

from datetime import date

from sqlalchemy import func, select

from bot.cards.model import Card, Listing, Row, Text
from bot.failures import Never
from bot.rules.roles import Role
from storage.calendars import INSET
from storage.models import AcademicYear, CalendarSpan, Outgoing, Person, RoleAssignment, School
from tests import roster
from tests.chat import Chat, World
from tests.conversation.conftest import (
    BEN,
    CARL,
    CHIDI,
    KATE,
    MARTIN,
    OFFICE,
    OWEN,
    PRIYA,
    SIAN,
    booked,
)
from tests.conversation.test_mornings import tick

LATER = ["Remind me tomorrow", "On Monday", "After the holiday"]
TEAM = (SIAN, BEN, MARTIN, CHIDI, OWEN)


def accept(world: World, *people: str) -> None:
    for email in people or TEAM:
        world.person(email).open("answer.accept?review=1&day=2017-12-07")


def rows(card: Card) -> list[Row]:
    """The things in a reminder; of a single one the card itself is the row."""
    found = [row for block in card.blocks if isinstance(block, Listing) for row in block.rows]
    texts = [block.body for block in card.blocks if isinstance(block, Text)]
    return found or [Row(card.title.removeprefix("Reminder: "), texts[0], card.buttons)]


def reminders(world: World, email: str) -> list[Card]:
    return [one for one in world.person(email).messages if is_reminder(one)]


def is_reminder(card: Card) -> bool:
    return card.title.startswith(("Reminder: ", "Nothing is left")) or card.title.endswith("to remember")


def things(world: World, email: str) -> list[list[str]]:
    """What stood in each reminder, shortened to what it is about."""
    return [
        [row.title.partition(":")[0].partition(" for Oak")[0] for row in rows(one)]
        for one in reminders(world, email)
    ]


def november(world: World, *days: int, hour: int = 8) -> None:
    for day in days:
        tick(world, day, hour, 0, month=11)


def agreed(world: World) -> None:
    booked(world)
    world.send_waiting()
    accept(world)


def test_the_paperwork_is_brought_up_at_eight_with_the_date_and_the_next_click(world: World) -> None:
    agreed(world)
    tick(world, 16, 7, 59, month=11)
    assert reminders(world, PRIYA) == []
    november(world, 16)
    (card,) = reminders(world, PRIYA)
    (row,) = rows(card)
    assert (
        row.title
        == "Send the paperwork for Oak Primary School, Thursday 7 December 2017, by Thursday 23 November 2017"
    )
    assert "0 of 6 papers are there" in str(row.detail)
    assert [one.label for one in row.buttons] == ["Paperwork", "It’s done", "Not mine", *LATER]
    priya = world.person(PRIYA)
    priya.read("Reminder: ")
    assert "SEF" in str(priya.click("Paperwork"))
    for email in (*TEAM, KATE):
        assert reminders(world, email) == []


def test_each_step_comes_once_whatever_the_worker_does(world: World) -> None:
    agreed(world)
    for _ in range(3):
        november(world, 16, 16, 17, 20)
        tick(world, 20, 15, 30, month=11)
    assert things(world, PRIYA) == [["Send the paperwork"]]
    november(world, 22, 23, 24, 27)
    assert things(world, PRIYA)[:3] == [["Send the paperwork"]] * 3


def test_everything_of_a_day_comes_in_one_message(world: World) -> None:
    agreed(world)
    november(world, 16, 22, 23, 27)
    assert things(world, PRIYA)[-1] == ["Send the paperwork", "Agree the time of the pre-review meeting"]
    assert things(world, SIAN) == [["Agree the time of the pre-review meeting"]]
    assert reminders(world, PRIYA)[-1].title == "2 things to remember"


def test_of_what_is_late_the_lead_hears_that_it_is_and_no_more(world: World) -> None:
    agreed(world)
    november(world, 27)
    (card,) = reminders(world, KATE)
    (row,) = rows(card)
    assert row.title == "Paperwork to the review team: waiting, Oak Primary School, Thursday 7 December 2017"
    assert (
        row.detail == "It was due on Thursday 23 November 2017, and not there yet. 0 of 6 papers are there."
    )
    assert [one.label for one in row.buttons] == ["Open the review", *LATER]


def test_a_lead_whose_own_school_it_is_is_passed_over(world: World) -> None:
    agreed(world)
    with world.sessions.begin() as session:
        kate = session.scalar(select(Person).where(Person.email == KATE))
        priya = session.scalar(select(Person).where(Person.email == PRIYA))
        assert kate
        assert priya
        oak = session.scalar(select(RoleAssignment.school_id).where(RoleAssignment.person_id == priya.id))
        day = world.now.date()
        session.add(
            RoleAssignment(person_id=kate.id, role=Role.HEAD, school_id=oak, starts=day, deputy=False)
        )
        roster.has_changed(session)
    november(world, 27)
    # As a headteacher of the school she is reminded; nobody tells her about herself, but the deputy.
    assert "waiting" not in str([things(world, KATE), things(world, OFFICE), things(world, CARL)])
    assert "Paperwork to the review team" in str(things(world, SIAN))


def test_whoever_has_not_answered_is_asked_again_and_then_the_lead_is_told(world: World) -> None:
    booked(world)
    world.send_waiting()
    accept(world, SIAN, MARTIN, CHIDI, OWEN)
    # Asked on Wednesday 1 November: three days later is a Saturday.
    november(world, 2, 3)
    assert reminders(world, BEN) == []
    november(world, 6)
    assert things(world, BEN) == [["Can you take part? Oak Primary School, Thursday 7 December 2017"]]
    (row,) = rows(reminders(world, KATE)[0])
    assert row.title.startswith("Ben Hartley has not answered")
    november(world, 7, 8, 9, 10)
    assert len(reminders(world, BEN)) == 1


def test_when_it_is_done_nothing_is_left_of_the_reminder(world: World) -> None:
    booked(world)
    november(world, 6)
    ben = world.person(BEN)
    ben.read("Reminder: ")
    ben.click("Accept")
    ben.open("nudge.later?day=2017-11-06&choice=tomorrow")
    assert "done, moved, or someone else’s by now" in str(ben.card)


def put_off(world: World) -> Chat:
    agreed(world)
    november(world, 16)
    priya = world.person(PRIYA)
    priya.read("Reminder: ")
    return priya


def test_not_now_brings_it_back_on_the_day_that_was_chosen(world: World) -> None:
    priya = put_off(world)
    assert "Friday 17 November 2017" in str(priya.click("Remind me tomorrow"))
    november(world, 17)
    assert things(world, PRIYA) == [["Send the paperwork"]] * 2
    november(world, 20, 21)
    assert len(reminders(world, PRIYA)) == 2


def test_put_off_past_the_next_step_both_come_as_one(world: World) -> None:
    priya = put_off(world)
    card = priya.click("On Monday")
    assert "Monday 20 November 2017" in str(card)
    november(world, 17)
    assert len(reminders(world, PRIYA)) == 1
    november(world, 20, 21, 22)
    assert len(reminders(world, PRIYA)) == 3


def test_a_reminder_is_never_put_off_past_the_review(world: World) -> None:
    priya = put_off(world)
    card = priya.click("After the holiday")
    # The day before the review.
    assert "Wednesday 6 December 2017" in str(card)


def test_it_is_done_ends_it_and_the_lead_hears(world: World) -> None:
    priya = put_off(world)
    card = priya.click("It’s done")
    assert "You said that it is done" in str(card)
    world.send_waiting()
    assert "About the paperwork: Oak Primary School" in str(world.person(KATE).titles())
    november(world, 22, 23)
    assert len(reminders(world, PRIYA)) == 1
    priya.click("Remind me after all")
    november(world, 24)
    assert len(reminders(world, PRIYA)) == 2


def test_not_mine_ends_it_for_that_person_alone(world: World) -> None:
    agreed(world)
    november(world, 27)
    sian = world.person(SIAN)
    sian.read("Reminder: ")
    sian.click("Not mine")
    november(world, 30)
    assert len(reminders(world, SIAN)) == 1
    assert len(reminders(world, BEN)) == 2


def test_a_click_twice_says_it_once(world: World) -> None:
    put_off(world)
    priya = world.person(PRIYA)
    priya.read("Reminder: ")
    twin = priya.twin()
    priya.click("It’s done")
    assert "You said that it is done" in str(twin.click("It’s done"))
    world.send_waiting()
    assert [one for one in world.person(KATE).titles() if one.startswith("About the paperwork")] == [
        "About the paperwork: Oak Primary School, Thursday 7 December 2017"
    ]


def test_somebody_elses_reminder_changes_nothing(world: World) -> None:
    put_off(world)
    ben = world.person(BEN)
    assert "went to somebody else" in str(ben.open("nudge.done?reminder=1&day=2017-11-16"))
    assert "isn’t here any more" in str(ben.open("nudge.later?day=2017-11-16&choice=monday"))


def test_a_review_that_moves_takes_its_reminders_along(world: World) -> None:
    put_off(world)
    kate = world.person(KATE)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="Thurs 14 Dec")
    kate.click("Move it")
    world.send_waiting()
    november(world, 20, 22)
    assert len(reminders(world, PRIYA)) == 1
    november(world, 23, 29, 30)
    assert len(reminders(world, PRIYA)) == 4
    priya = world.person(PRIYA)
    priya.card = reminders(world, PRIYA)[0]
    assert "nothing to put off" in str(priya.click("It’s done"))


def test_nobody_is_reminded_on_a_day_on_which_their_own_school_is_closed(world: World) -> None:
    agreed(world)
    with world.sessions.begin() as session:
        oak = session.scalars(select(School).where(School.name == "Oak Primary School")).one()
        year = session.scalars(select(AcademicYear.id).where(AcademicYear.starts <= world.now.date())).all()[
            -1
        ]
        inset = {"kind": INSET, "name": "INSET", "starts": date(2017, 11, 16), "ends": date(2017, 11, 16)}
        session.add(CalendarSpan(year_id=year, school_id=oak.id, **inset))
        roster.has_changed(session)
    november(world, 16)
    assert reminders(world, PRIYA) == []
    november(world, 17)
    assert len(reminders(world, PRIYA)) == 1


def test_a_bot_that_was_down_sends_what_came_last_alone(world: World) -> None:
    agreed(world)
    tick(world, 28, 11, 0, month=11)
    assert len(reminders(world, PRIYA)) == 1
    assert things(world, PRIYA) == [["Send the paperwork", "Agree the time of the pre-review meeting"]]


def test_the_summary_is_asked_for_after_school_and_late_the_lead_and_the_office_are_told(
    world: World,
) -> None:
    agreed(world)
    tick(world, 7, 14, 59)
    before = len(reminders(world, SIAN))
    tick(world, 7, 15, 0)
    assert len(reminders(world, SIAN)) == before + 1
    for day in (8, 11, 12, 13, 14, 15):
        tick(world, day, 8, 0)
    assert len(reminders(world, SIAN)) == before + 4
    assert any("Peer review summary sent: waiting" in row.title for row in rows(reminders(world, KATE)[-1]))
    assert any("Peer review summary sent: waiting" in row.title for row in rows(reminders(world, OFFICE)[-1]))


def leaves(world: World, email: str) -> None:
    with world.sessions.begin() as session:
        person = session.scalars(select(Person).where(Person.email == email)).one()
        person.left = world.now.date()
        roster.has_changed(session)


def test_where_whoever_owes_it_has_left_the_lead_hears_instead(world: World) -> None:
    agreed(world)
    leaves(world, PRIYA)
    november(world, 16)
    assert things(world, KATE) == [["Nobody is there for the paperwork"]]


def test_whoever_cannot_be_reached_is_shown_to_the_lead_and_the_office(world: World) -> None:
    agreed(world)
    world.room.failing[PRIYA] = Never("The account was deactivated. Please ask your IT.")
    november(world, 16)
    november(world, 20)
    for email in (KATE, OFFICE):
        (row,) = rows(reminders(world, email)[0])
        assert row.title == "Priya Nair can’t be reached: Oak Primary School, Thursday 7 December 2017"
        assert "Please ask your IT" in str(row.detail)


def test_no_more_than_one_a_day_reaches_anybody(world: World) -> None:
    booked(world)
    for month, day in [(11, day) for day in range(1, 31)] + [(12, day) for day in range(1, 32)]:
        for hour in (8, 10, 15, 16):
            tick(world, day, hour, 0, month=month)
    with world.sessions() as session:
        query = select(Outgoing.person_id, func.date(Outgoing.due), func.count())
        query = query.where(Outgoing.urgency == "nudge").group_by(Outgoing.person_id, func.date(Outgoing.due))
        assert {count for *_, count in session.execute(query)} == {1}


def test_a_cancelled_review_reminds_nobody(world: World) -> None:
    agreed(world)
    kate = world.person(KATE)
    kate.open("review.show?review=1")
    kate.click("Cancel it")
    kate.click("Cancel it", reason="Snow")
    november(world, 16, 22, 23, 27)
    for email in (PRIYA, *TEAM, KATE):
        assert reminders(world, email) == []

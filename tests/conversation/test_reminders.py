"""Reminders as people get them: one message a day, what is theirs, the date and the next click."""

from tests.chat import World
from tests.conversation.conftest import (
    BEN,
    CHIDI,
    KATE,
    MARTIN,
    OFFICE,
    OWEN,
    PRIYA,
    SIAN,
    booked,
)
from tests.conversation.reminding import (
    LATER,
    TEAM,
    accept,
    agreed,
    november,
    reminders,
    rows,
    things,
)
from tests.conversation.test_mornings import tick


def test_the_paperwork_is_brought_up_at_eight_with_the_date_and_the_next_click(world: World) -> None:
    agreed(world)
    tick(world, 16, 7, 59, month=11)
    assert reminders(world, PRIYA) == []
    november(world, 16)
    (card,) = reminders(world, PRIYA)
    (row,) = rows(card)
    assert row.title == "Send the paperwork for Oak Primary School, Thursday 7 December 2017"
    assert str(row.detail).startswith("Due by Thursday 23 November 2017. 0 of 6 papers are there.")
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

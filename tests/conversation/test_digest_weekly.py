"""Each group's digest comes once a week, whatever restarts and however many look."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import select

from bot.cards.model import Text
from bot.handlers import mornings
from storage.models import Outgoing, Review
from tests.chat import World
from tests.conversation.conftest import BEN, CHANNEL, KATE, OFFICE, SIAN, booked
from tests.conversation.digesting import (
    AMIT,
    EVERY_CHANNEL,
    GROUP_1,
    GROUP_2,
    MANAGEMENT,
    counts,
    digests,
    keys,
    tick,
    told,
    without_channel,
    write,
)

ONE_EACH = dict.fromkeys(EVERY_CHANNEL, 1)
NONE = dict.fromkeys(EVERY_CHANNEL, 0)


def test_on_monday_at_eight_each_group_and_the_management_group_have_one(world: World) -> None:
    tick(world, 2017, 11, 6, 7, 59)
    assert counts(world) == NONE
    tick(world, 2017, 11, 6, 8, 0)
    assert counts(world) == ONE_EACH
    for minute in (1, 30, 59):
        tick(world, 2017, 11, 6, 8, minute)
    tick(world, 2017, 11, 10, 9)
    assert counts(world) == ONE_EACH
    tick(world, 2017, 11, 13, 8)
    assert counts(world) == dict.fromkeys(EVERY_CHANNEL, 2)


@pytest.mark.parametrize("when", [(2017, 11, 7, 9, 0), (2017, 11, 10, 17, 59)])
def test_a_bot_that_was_down_over_monday_sends_one_when_it_is_back(
    world: World, when: tuple[int, ...]
) -> None:
    for _ in range(3):
        tick(world, *when)
    assert counts(world) == ONE_EACH


def test_back_in_the_night_it_waits_for_the_morning(world_on_sqlite: World) -> None:
    tick(world_on_sqlite, 2017, 11, 7, 3, 0)
    assert counts(world_on_sqlite) == NONE
    tick(world_on_sqlite, 2017, 11, 7, 7, 30)
    assert counts(world_on_sqlite) == ONE_EACH


@pytest.mark.parametrize(
    "when", [(2017, 11, 10, 18, 0), (2017, 11, 11, 9, 0), (2017, 10, 23, 9, 0), (2017, 10, 27, 17, 0)]
)
def test_once_the_week_is_over_and_in_half_term_there_is_none(
    world_on_sqlite: World, when: tuple[int, ...]
) -> None:
    tick(world_on_sqlite, *when)
    assert keys(world_on_sqlite) == []


def test_beyond_the_years_of_the_roster_there_is_none(world_on_sqlite: World) -> None:
    tick(world_on_sqlite, 2026, 11, 23, 8, 0)
    assert keys(world_on_sqlite) == []


def test_what_could_not_go_before_the_week_was_over_never_goes(world: World) -> None:
    write(world, 2017, 11, 6, 8, 0)
    tick(world, 2017, 11, 10, 18, 0)
    assert counts(world) == NONE


def test_two_schedulers_at_once_write_one_each(world: World) -> None:
    ready = Barrier(4)
    now = world.now.replace(day=6, hour=8)

    def pass_by(_: int) -> None:
        ready.wait()
        with world.sessions.begin() as session:
            mornings.tick(session, now)

    with ThreadPoolExecutor(4) as threads:
        # What one of them raises is raised here.
        list(threads.map(pass_by, range(4)))
    assert keys(world) == sorted(
        [*(f"digest.group:{number}:2017-11-06" for number in (1, 2, 3)), "digest.management:2017-11-06"]
    )


def test_the_lead_of_a_group_without_a_channel_is_told_once_a_week(world: World) -> None:
    without_channel(world, CHANNEL)
    for minute in (0, 1, 2):
        tick(world, 2017, 11, 6, 8, minute)
    kate = world.person(KATE)
    assert kate.titles() == ["Collaborative Group 2 has no channel for its weekly digest"]
    assert "/peer-review link" in str(kate.messages[0])
    kate.read("has no channel")
    assert "the week of Monday 6 November 2017" in kate.click("Read the digest").title
    tick(world, 2017, 11, 13, 8)
    assert len(kate.titles()) == 2


def test_a_channel_that_is_linked_within_the_week_has_the_digest_at_once(world: World) -> None:
    without_channel(world, CHANNEL)
    tick(world, 2017, 11, 6, 8)
    world.now = world.now.replace(day=8)
    world.person(KATE).type("/peer-review link Group 2", place="staff-room")
    assert len(digests(world, "staff-room")) == 1
    tick(world, 2017, 11, 9, 9)
    assert len(digests(world, "staff-room")) == 1


def test_a_channel_that_is_linked_later_has_no_old_digest(world: World) -> None:
    without_channel(world, CHANNEL)
    tick(world, 2017, 11, 6, 8)
    world.now = world.now.replace(day=11)
    world.person(KATE).type("/peer-review link Group 2", place="staff-room")
    assert digests(world, "staff-room") == []
    tick(world, 2017, 11, 13, 8)
    assert [card.title for card in digests(world, "staff-room")] == [
        "Collaborative Group 2: the week of Monday 13 November 2017"
    ]


def test_nothing_waits_for_good_where_there_is_never_a_channel(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    without_channel(world, CHANNEL)
    for day in (6, 13, 20):
        tick(world, 2017, 11, day, 8)
    with world.sessions() as session:
        waiting = session.scalars(select(Outgoing.key).where(Outgoing.finished_at.is_(None))).all()
    assert waiting == ["digest.group:2:2017-11-20"]


def test_a_management_group_without_a_channel_has_it_in_each_members_chat(world: World) -> None:
    without_channel(world, MANAGEMENT)
    for minute in (0, 1):
        tick(world, 2017, 11, 6, 8, minute)
    for email in (AMIT, SIAN):
        assert world.person(email).titles() == ["All groups: the week of Monday 6 November 2017"]
    # Whoever is not of the Management Group has none, and a channel that is linked later has no second one.
    assert world.person(BEN).titles() == []
    world.person(OFFICE).type("/peer-review link the Management Group", place="board-room")
    tick(world, 2017, 11, 6, 9)
    assert digests(world, "board-room") == []
    tick(world, 2017, 11, 13, 8)
    assert len(digests(world, "board-room")) == 1


def test_this_is_the_management_group_links_its_channel(world_on_sqlite: World) -> None:
    office = world_on_sqlite.person(OFFICE)
    card = office.type("this is the management group", place="board-room")
    assert card.title == "This is now the channel of the Management Group"


def test_a_week_with_nothing_says_so_in_one_line(world_on_sqlite: World) -> None:
    tick(world_on_sqlite, 2017, 11, 6, 8)
    [card] = digests(world_on_sqlite, GROUP_1)
    [line] = card.blocks
    assert isinstance(line, Text)
    assert line.body == (
        "Nothing is planned this week or in the next fortnight, and nothing is waiting. Next holiday: the "
        "Christmas holiday, Thu 21 Dec to Wed 3 Jan."
    )
    assert "Nothing is planned this week" in told(world_on_sqlite, MANAGEMENT)


def test_a_week_with_a_review_says_what_is_to_come_and_what_is_late(world: World) -> None:
    booked(world)
    tick(world, 2017, 12, 4, 8)
    said = told(world, GROUP_2)
    assert "This week\n\nOak Primary School: timetable by Wed 6 Dec; review Thu 7 Dec" in said
    assert "Oak Primary School: summary by Thu 14 Dec; workshop by Wed 20 Dec" in said
    # The pack and the pre-review meeting, which nobody has seen to.
    assert "Overdue: 2 at Oak Primary School" in said
    everything = told(world, MANAGEMENT)
    assert "Reviews: 1 waiting for answers" in everything
    assert "Papers in time: 0 of 1" in everything
    assert (
        "Not scheduled: Holly Lane Primary School, St Anne's Church of England Primary School" in everything
    )
    assert "Reviewers sent: Holly Lane Primary School 1, Oak Primary School 0" in everything
    assert "Late for over 5 working days: Oak Primary School 1" in everything


def test_it_is_rendered_as_things_stand_when_it_goes(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    booked(world)
    write(world, 2017, 12, 4, 8)
    with world.sessions.begin() as session:
        session.get_one(Review, 1).cancelled_at = world.now
    world.send_waiting()
    assert "Nothing is planned this week" in told(world, GROUP_2)

"""Where an act's answer goes, and what it leaves alone."""

import asyncio
import logging
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.cards.model import Text
from bot.platforms.playground.acts import Act
from bot.platforms.playground.practice import Practice
from bot.platforms.playground.room import Place
from storage.models import Outgoing
from tests.practice.acting import CHANNEL, CHAT, booked, pressed, typed
from tests.practice.toy import KATE, OFFICE, PRIYA


async def test_a_command_in_a_channel_is_answered_privately(open_practice: Practice) -> None:
    entry = await typed(open_practice, "/schedule-review Oak")
    assert (entry.only, entry.said, entry.card.title) == (KATE, "/schedule-review Oak", "Schedule a review")


async def test_an_answer_takes_the_place_of_a_private_card(open_practice: Practice) -> None:
    form = await typed(open_practice, "/schedule-review Oak")
    plan = await pressed(open_practice, form, "See the timetable", KATE, day="14 Nov")
    assert (plan.number, plan.card.title, plan.said) == (form.number, "The timetable", form.said)
    assert len(open_practice.room.entries(KATE, CHANNEL)) == 1


async def test_an_aside_stands_beside_it(open_practice: Practice) -> None:
    form = await typed(open_practice, "/schedule-review Oak")
    plan = await pressed(open_practice, form, "See the timetable", KATE, day="14 Nov")
    beside = await pressed(open_practice, plan, "More", KATE)
    titles = [e.card.title for e in open_practice.room.entries(KATE, CHANNEL)]
    assert titles == ["The timetable", "What you can type"]
    assert (beside.only, beside.said) == (KATE, "More")


async def test_a_shared_post_stays_when_somebody_presses_its_button(open_practice: Practice) -> None:
    await booked(open_practice)
    post = open_practice.room.entries(OFFICE, CHANNEL)[0]
    answer = await pressed(open_practice, post, "Details", OFFICE)
    assert answer.number != post.number
    assert answer.only == OFFICE
    assert open_practice.room.entry(post.uid) == post


async def test_a_personal_message_gives_way_to_its_answer(open_practice: Practice) -> None:
    await booked(open_practice)
    [invitation] = open_practice.room.entries(PRIYA, CHAT)
    answer = await pressed(open_practice, invitation, "Confirm", PRIYA)
    assert (answer.number, answer.card.title) == (invitation.number, "Thank you")


async def test_the_channels_card_is_brought_up_to_date(open_practice: Practice) -> None:
    await booked(open_practice)
    open_practice.clock.now += timedelta(hours=1)
    [invitation] = open_practice.room.entries(PRIYA, CHAT)
    before = open_practice.room.entries(OFFICE, CHANNEL)[0]
    await pressed(open_practice, invitation, "Confirm", PRIYA)
    async with asyncio.timeout(5):
        while (after := open_practice.room.entries(OFFICE, CHANNEL)[0]) == before:
            await open_practice.room.changed(open_practice.room.revision)
    assert (after.number, after.card.blocks) == (before.number, (Text("Seen 10:00"),))


async def test_an_old_token_does_not_wipe_out_what_took_its_place(open_practice: Practice) -> None:
    form = await typed(open_practice, "/schedule-review Oak")
    plan = await pressed(open_practice, form, "See the timetable", KATE, day="14 Nov")
    act = Act(KATE, CHANNEL, "late", token="home.show", on=plan)  # noqa: S106
    outcome = await open_practice.act(act)
    assert outcome.entry
    assert outcome.entry.number != plan.number
    assert open_practice.room.entry(plan.uid) == plan


async def test_the_same_act_twice_at_once_acts_once(open_practice: Practice) -> None:
    form = await typed(open_practice, "/schedule-review Oak")
    plan = await pressed(open_practice, form, "See the timetable", KATE, day="14 Nov")
    act = Act(KATE, CHANNEL, "twice", token="toy.book", on=plan)  # noqa: S106
    outcomes = await asyncio.gather(open_practice.act(act), open_practice.act(act))
    assert sorted(outcome.entry is None for outcome in outcomes) == [False, True]
    with open_practice.sessions() as session:
        assert session.scalar(select(func.count(Outgoing.id))) == 3


async def test_what_breaks_is_said_and_logged_and_may_be_tried_again(
    open_practice: Practice, caplog: pytest.LogCaptureFixture
) -> None:
    entry = await typed(open_practice, "/peer-review")
    act = Act(KATE, CHANNEL, "broken", token="toy.fail", on=entry)  # noqa: S106
    with caplog.at_level(logging.ERROR):
        first, second = await open_practice.act(act), await open_practice.act(act)
    assert first.entry
    assert second.entry
    assert (first.failed, first.entry.card.title) == (True, "Something went wrong on our side")
    assert open_practice.room.entry(entry.uid) == entry
    assert "something broke" in caplog.text


async def test_what_somebody_typed_is_not_logged(
    open_practice: Practice, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("something broke")

    monkeypatch.setattr("bot.platforms.playground.practice.answer", fail)
    line, token = "/peer-review Reading is weak", "toy.fail?said=Reading+is+weak"
    for act in (Act(KATE, CHANNEL, "1", typed=line), Act(KATE, CHANNEL, "2", token=token)):
        assert (await open_practice.act(act)).failed
    assert "a turn failed: toy.fail" in caplog.text
    assert "weak" not in caplog.text


async def test_a_visitor_is_told_whom_to_ask(open_practice: Practice) -> None:
    entry = await typed(open_practice, "/peer-review", user="visitor", place=Place(user="visitor"))
    assert entry.card.title == "I don’t know you yet"
    assert "Orla Finch" in str(entry.card.blocks)

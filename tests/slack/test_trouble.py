"""When Slack refuses, is slow or cannot be reached: the person still gets an answer."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiohttp import web

from bot.cards.model import Card, Text
from bot.platforms.slack import answering, door
from storage.database import Sessions
from storage.models import Channel
from tests.conversation.conftest import KATE
from tests.slack.relay import Slack
from tests.slack.running import Running, running
from tests.slack.seed import TEAM

Fields = dict[str, Any]
BY_COMMAND = ("/schedule-review", "Oak Primary, Tues 28 Nov")


@pytest.fixture
async def at_work(slack: Slack, sqlite_consortium: Sessions) -> AsyncIterator[Running]:
    async with running(slack, sqlite_consortium) as at_work:
        channel = await slack.channel("group-2")
        with sqlite_consortium.begin() as session:
            session.add(Channel(platform="slack", workspace=TEAM, conversation=channel, group_id=2))
        yield at_work


def refuse(slack: Slack, refused: str, refuses: Callable[[], Fields]) -> None:
    """The bot's calls of this method, from now on; `refuses` gives an answer or raises one of HTTP."""
    ask = slack.ask

    async def asked(method: str, token: str, fields: Fields, *, caller: str = "") -> Fields:
        return refuses() if method == refused else await ask(method, token, fields, caller=caller)

    slack.ask = asked  # type: ignore[method-assign]


def unavailable() -> Fields:
    # As a gateway says it: in plain text.
    raise web.HTTPServiceUnavailable


async def test_an_answer_in_plain_text_is_a_refusal_like_any_other(at_work: Running) -> None:
    refuse(at_work.slack, "views.open", unavailable)
    kate = await at_work.person(KATE)
    await kate.command(*BY_COMMAND, channel=await at_work.slack.channel("group-2"))
    await kate.until(kate.ephemerals)
    assert "Press the button, and the form opens." in kate.ephemerals()[0]


async def test_where_the_bot_is_not_a_button_still_opens_the_form_that_came_too_late(
    at_work: Running,
) -> None:
    refuse(at_work.slack, "views.open", lambda: {"ok": False, "error": "expired_trigger_id"})
    kate = await at_work.person(KATE)
    channel = await at_work.slack.channel("management")
    await kate.command(*BY_COMMAND, channel=channel)
    await kate.until(lambda: kate.ephemerals(channel))
    assert "Press the button, and the form opens." in kate.ephemerals(channel)[0]


async def test_for_a_slack_that_hangs_nobody_waits_for_minutes(
    slack: Slack, sqlite_consortium: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "ANSWER_SECONDS", 0.5)
    ask, awake = slack.ask, asyncio.Event()

    async def hangs(method: str, token: str, fields: Fields, *, caller: str = "") -> Fields:
        if method == "views.open":
            await awake.wait()
        return await ask(method, token, fields, caller=caller)

    async with running(slack, sqlite_consortium) as at_work:
        kate = await at_work.person(KATE)
        slack.ask = hangs  # type: ignore[method-assign]
        acting = asyncio.create_task(kate.command(*BY_COMMAND))
        await kate.until(kate.ephemerals)
        assert "Press the button, and the form opens." in kate.ephemerals()[0]
        awake.set()
        await acting


async def test_too_many_calls_are_not_waited_for_where_a_form_should_open(at_work: Running) -> None:
    asked = []

    def limited() -> Fields:
        asked.append("views.open")
        raise web.HTTPTooManyRequests(headers={"Retry-After": "30"})

    refuse(at_work.slack, "views.open", limited)
    kate = await at_work.person(KATE)
    await kate.command(*BY_COMMAND)
    await kate.until(kate.ephemerals)
    assert len(asked) == 1


async def test_too_many_calls_are_waited_for_elsewhere(at_work: Running) -> None:
    """Whoever is not known yet would otherwise be told that it went wrong."""
    asked = []
    ask = at_work.slack.ask

    async def limited(method: str, token: str, fields: Fields, *, caller: str = "") -> Fields:
        asked.append(method)
        if asked.count("users.info") == 1 and method == "users.info":
            raise web.HTTPTooManyRequests(headers={"Retry-After": "1"})
        return await ask(method, token, fields, caller=caller)

    kate = await at_work.person(KATE)
    at_work.slack.ask = limited  # type: ignore[method-assign]
    await kate.command("/peer-review")
    await kate.read("Kate Moore")
    assert asked.count("users.info") == 2


async def test_a_line_that_breaks_for_long_is_opened_anew(
    slack: Slack, sqlite_consortium: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address that Slack gives is good for one try within half a minute."""
    monkeypatch.setattr(door, "LINE_SECONDS", 0.2)
    slack.sockets.away = True
    async with running(slack, sqlite_consortium, socket=True) as at_work:
        await asyncio.sleep(1)
        slack.sockets.away = False
        kate = await at_work.person(KATE)
        await kate.command("/peer-review")
        await kate.read("Kate Moore")


async def test_what_was_typed_is_kept_when_it_goes_wrong_late(
    at_work: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    kate = await at_work.person(KATE)
    await kate.command(*BY_COMMAND)
    await kate.sees("Schedule a review")
    await kate.fill({"Lead reviewer": "Siân Whitcombe", "note": "Park in Mill Lane"})
    await kate.fill(reviewers=("Ben Hartley", "Martin Kowalczyk"), champions=("Chidi Eze", "Owen O'Connell"))

    def fails(*_: object) -> None:
        time.sleep(0.2)
        raise RuntimeError("out of order")

    monkeypatch.setattr(answering, "answer", fails)
    monkeypatch.setattr(answering, "ACK_SECONDS", 0.05)
    for _ in range(2):
        assert "One moment" in str((await kate.submit()).body)
        form = await kate.sees("Something went wrong on our side")
        assert str(form).count("Something went wrong") == 1
    monkeypatch.undo()
    assert "Park in Mill Lane" in str(form.values)
    await kate.submit()
    assert "Park in Mill Lane" in await kate.sees("review on Tuesday 28 November 2017?")


async def test_what_was_done_is_not_said_to_have_failed_where_it_has_no_room(
    at_work: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = Card("Booked", (Text("x" * 14_000),))
    monkeypatch.setattr(answering, "answer", lambda *_: long)
    kate = await at_work.person(KATE)
    await kate.command("/peer-review", "help")
    assert "has been done" in await kate.read("There is more to show than has room here")


async def test_whether_our_token_is_good_is_not_asked_before_each_answer(
    at_work: Running, slack: Slack
) -> None:
    kate = await at_work.person(KATE)
    await kate.command("/peer-review")
    refuse(slack, "auth.test", unavailable)
    async with running(slack, at_work.sessions, delivers=False) as another:
        kate.wire = another.wire
        await kate.command("/peer-review")
        await kate.until(lambda: len(kate.ephemerals()) == 2)
        await kate.say("help")
        await kate.read("How to use Peer Review")


async def test_settings_of_other_slack_apps_change_nothing(
    slack: Slack, sqlite_consortium: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_CLIENT_ID", "1.2")
    monkeypatch.setenv("SLACK_CLIENT_SECRET", "another")
    async with running(slack, sqlite_consortium, delivers=False) as at_work:
        kate = await at_work.person(KATE)
        await kate.command("/peer-review")
        await kate.read("Kate Moore")

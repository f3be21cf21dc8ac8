"""What Slack brings, read into our own types."""

from typing import Any

import pytest

from bot.cards.model import Go
from bot.platforms.slack.payloads import Act, read

COMMAND = {
    "command": "/schedule-review",
    "text": "Oak &amp; Elm, Tues 14 Nov",
    "team_id": "T1",
    "user_id": "U1",
    "channel_id": "C1",
    "trigger_id": "1.2.a",
    "response_url": "https://hooks.slack.example/1",
}
CLICK: dict[str, Any] = {
    "type": "block_actions",
    "user": {"id": "U1", "team_id": "T1"},
    "team": {"id": "T1"},
    "trigger_id": "1.2.b",
    "response_url": "https://hooks.slack.example/2",
    "channel": {"id": "C1"},
    "container": {"type": "message", "message_ts": "17.1", "channel_id": "C1", "is_ephemeral": False},
    "actions": [{"type": "button", "action_id": "aside:3", "value": "answer.accept?review=7"}],
}
VIEW: dict[str, Any] = {
    "id": "V1",
    "type": "modal",
    "hash": "h1",
    "root_view_id": "V1",
    "callback_id": "C1",
    "private_metadata": "suggest.make?review=7",
    "blocks": [
        {"type": "input", "block_id": "day"},
        {"type": "actions", "elements": [{"type": "button", "action_id": "go:0", "value": "home.show"}]},
    ],
    "state": {"values": {"day": {"value": {"type": "plain_text_input", "value": "Tues 12 Dec"}}}},
}


def submit(**changed: object) -> dict[str, Any]:
    return {
        "type": "view_submission",
        "user": {"id": "U1"},
        "team": {"id": "T1"},
        "trigger_id": "1.2.c",
        "view": {**VIEW, **changed},
    }


def event(**happened: object) -> dict[str, Any]:
    return {"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": {"user": "U1", **happened}}


def act(body: dict[str, Any]) -> Act:
    found = read(body)
    assert found is not None
    return found


def test_a_command_keeps_what_was_typed_as_it_was_typed() -> None:
    typed = act(COMMAND)
    assert typed.go == Go("schedule.ask", {"said": "Oak & Elm, Tues 14 Nov"})
    assert typed.incoming().place == "C1"
    assert typed.incoming().event == "1.2.a"


@pytest.mark.parametrize(
    ("said", "route"),
    [("", "home.show"), ("help", "help.show"), ("schedule review Oak", "schedule.ask"), ("?", "help.show")],
)
def test_everything_can_be_said_after_the_second_command(said: str, route: str) -> None:
    assert act({**COMMAND, "command": "/peer-review", "text": said}).go.route == route


def test_a_command_in_a_direct_message_is_in_no_channel() -> None:
    assert act({**COMMAND, "channel_id": "D1"}).incoming().place == ""


def test_a_click_in_a_message_knows_its_message_and_its_channel() -> None:
    clicked = act(CLICK)
    assert (clicked.go, clicked.channel, clicked.message) == (
        Go("answer.accept", {"review": "7"}),
        "C1",
        "17.1",
    )
    assert (clicked.aside, clicked.alone, clicked.view) == (True, False, None)


def test_a_link_that_was_opened_is_nothing_to_act_on() -> None:
    link = {"type": "button", "action_id": "link:0", "url": "https://review.example"}
    assert read({**CLICK, "actions": [link]}) is None


def test_a_form_comes_back_with_its_fields_and_its_channel() -> None:
    sent = act(submit())
    assert sent.go == Go("suggest.make", {"review": "7"})
    assert dict(sent.fields) == {"day": ("Tues 12 Dec",)}
    assert sent.incoming().place == "C1"
    assert act(submit(callback_id="form")).incoming().place == ""


def test_a_view_knows_its_buttons_its_fields_and_its_place_in_the_stack() -> None:
    view = act(submit()).view
    assert view is not None
    assert view.inputs == {"day"}
    assert view.tokens == {"home.show"}
    levels = [
        act(submit(id=own, root_view_id="V1", previous_view_id=below)).view
        for own, below in (("V1", None), ("V2", "V1"), ("V3", "V2"))
    ]
    assert [view.level for view in levels if view] == [1, 2, 3]
    assert [view.is_full for view in levels if view] == [False, False, True]


def test_a_click_in_a_form_brings_what_was_filled_in_so_far() -> None:
    clicked = act({**CLICK, "view": VIEW, "container": {"type": "view", "view_id": "V1"}, "channel": None})
    assert dict(clicked.fields) == {"day": ("Tues 12 Dec",)}
    assert clicked.incoming().place == "C1"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<@U0BOT> schedule review Oak", "Oak"),
        ("<@U0BOT|peer-review> schedule review Oak", "Oak"),
        ("<@U0BOT>   schedule   review\nOak &amp; Elm", "Oak & Elm"),
        ("schedule review <https://oak.example|Oak>", "Oak"),
        ("schedule review Oak\n\n 14  Nov", "Oak\n14 Nov"),
        ("schedule review <mailto:office@oak.example|office@oak.example>", "office@oak.example"),
    ],
)
def test_words_are_read_as_they_look(written: str, said: str) -> None:
    words = act(event(type="app_mention", text=written.replace("|peer-review", ""), channel="C1"))
    assert words.go == Go("schedule.ask", {"said": said})
    assert words.incoming().event == "Ev1"


def test_a_mention_in_a_thread_stays_in_its_thread() -> None:
    assert act(event(type="app_mention", text="help", channel="C1", thread_ts="17.2")).thread == "17.2"


@pytest.mark.parametrize(
    "happened",
    [
        {"type": "message", "channel_type": "im", "bot_id": "B1", "text": "help"},
        {"type": "message", "channel_type": "im", "subtype": "message_changed"},
        {"type": "message", "channel_type": "im", "subtype": "message_deleted", "user": None},
        {"type": "message", "channel_type": "channel", "text": "good morning"},
        {"type": "app_home_opened", "tab": "messages"},
        {"type": "reaction_added"},
    ],
)
def test_what_nobody_said_to_the_bot_is_let_go_by(happened: dict[str, Any]) -> None:
    assert read(event(**happened)) is None


def test_looking_at_the_home_tab_may_happen_again_and_again() -> None:
    looked = act(event(type="app_home_opened", tab="home", channel="D1"))
    assert (looked.kind, looked.go, looked.event) == ("home", Go("home.show"), "")


ODD: list[Any] = [None, 3, True, "x", [], [1], [None, "x"], [[]], {}, {"id": 5}, {"values": [2]}]
NAMES = ("user", "team", "view", "actions", "container", "channel", "event", "state", "text", "trigger_id")


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_nothing_that_is_damaged_is_tripped_over(odd: object) -> None:
    for whole in (COMMAND, CLICK, submit(), event(type="app_mention", text="help", channel="C1")):
        for name in NAMES:
            read({**whole, name: odd})
    for name in ("blocks", "state", "callback_id", "private_metadata", "id", "hash"):
        read(submit(**{name: odd}))
    for name in ("text", "channel", "user", "subtype", "thread_ts"):
        read(event(**{"type": "app_mention", name: odd}))
    for name in ("elements", "block_id", "type"):
        read(submit(blocks=[{"type": "actions", name: odd}]))

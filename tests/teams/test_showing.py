"""Where an answer belongs in Teams."""

from dataclasses import replace
from typing import Any

import orjson

from bot.cards import common
from bot.cards.model import Button, Card, Confirm, Line, Text, go
from bot.platforms.teams.activities import Act, Kind, Reference
from bot.platforms.teams.showing import CARD, MESSAGE, Reply, drawn, reply
from tests.teams import cards

USER, CHANNEL = "00000000-0000-0000-0000-000000000001", "19:c@thread.tacv2"
CHECK = Button("Check", go("visit.check", review=7), "primary")
HOME = Button("What is mine to do", go("home.show"))
LEAVE = Button("Leave it", go("leave"))
SHOWN = Card("Booked", (Text("Oak, 5 March"),), (Button("Undo", go("visit.undo")), HOME))
FORM = Card("When?", (Line(name="day", label="Day"),), (CHECK, LEAVE, HOME))
REFUSED = common.refused("Only the Lead can do that.")
ASKING = Card(
    "Sure?", (), (Button("Cancel", go("visit.stop"), confirm=Confirm("Sure?", "It ends.", "Yes", "No")),)
)


def act(kind: Kind = "click", *, channel: str = "", **more: Any) -> Act:  # noqa: ANN401
    where = Reference("https://teams.example", "a:1", "29:1")
    return Act(kind, "T1", USER, go("visit.ask", review=7), "e1", where, channel, "m1", **more)


def title(drawn: dict[str, Any]) -> str:
    return cards.title(drawn)


def answered(found: Reply) -> dict[str, Any]:
    """The card that whoever pressed gets, as it is written."""
    assert found.answer is not None
    written: dict[str, Any] = orjson.loads(orjson.dumps(found.answer))
    assert written["type"] == CARD
    card: dict[str, Any] = written["value"]
    return card


def told(found: Reply) -> list[str]:
    return [title(one.card) for one in found.told]


def data(drawn: dict[str, Any]) -> dict[str, Any]:
    """What the buttons carry, by their labels."""
    return {one.label: one.action.get("data") for one in cards.buttons(drawn) if "verb" in one.action}


def test_words_are_answered_where_nobody_else_reads() -> None:
    assert told(reply(act("words"), SHOWN)) == ["Booked"]
    in_channel = reply(act("words", channel=CHANNEL), SHOWN)
    assert told(in_channel) == ["Booked"]
    assert in_channel.thread is not None
    assert "Oak" not in str(in_channel.thread)


def test_a_form_that_is_asked_for_in_a_channel_stands_there() -> None:
    found = reply(act("words", channel=CHANNEL), FORM)
    assert found.told == ()
    assert found.thread is not None
    assert (title(found.thread.card), found.thread.said.splitlines()[0]) == ("When?", "When?")


def test_a_private_form_is_in_no_channel_whatever_leads_to_it() -> None:
    private = replace(FORM, private=True)
    asked = reply(act("words", channel=CHANNEL), private)
    assert (told(asked), asked.thread) == (["When?"], drawn(common.in_your_chat()))
    pressed = reply(act(channel=CHANNEL, posted_for=USER), private)
    assert (told(pressed), pressed.changed) == (["When?"], None)


def test_only_what_goes_on_with_the_form_is_marked_as_theirs() -> None:
    found = reply(act("words", channel=CHANNEL), FORM)
    assert found.thread is not None
    mine = {"for": USER}
    assert data(found.thread.card) == {"Check": mine, "Leave it": mine, "What is mine to do": None}


def test_a_mark_reaches_the_buttons_behind_a_question() -> None:
    found = reply(act(channel=CHANNEL, posted_for=USER), ASKING)
    assert found.changed is not None
    assert data(found.changed.card) == {"Yes": {"for": USER}}


def test_what_nobody_else_saw_is_answered_where_nobody_else_reads() -> None:
    for card in (FORM, SHOWN):
        found = reply(act("words", channel=CHANNEL, alone=True), card)
        assert (told(found), found.thread) == ([card.title], None)


def test_a_card_in_the_personal_chat_keeps_the_channel_in_which_it_was_asked_for() -> None:
    [first] = reply(act("words", channel=CHANNEL), SHOWN).told
    assert data(first.card)["Undo"] == {"asked_in": CHANNEL}
    assert data(answered(reply(act(asked_in=CHANNEL), FORM)))["Check"] == {"asked_in": CHANNEL}
    assert data(answered(reply(act(), FORM)))["Check"] is None


def test_ones_own_card_becomes_the_answer() -> None:
    found = reply(act(), SHOWN)
    assert title(answered(found)) == "Booked"
    # On their other devices, and when they come back, they see the message itself.
    assert found.changed is not None
    assert found.changed.card == answered(found)
    assert (found.told, found.thread) == ((), None)


def test_ones_own_form_in_a_channel_becomes_the_answer_for_all_who_read_it() -> None:
    found = reply(act(channel=CHANNEL, posted_for=USER), SHOWN)
    assert found.changed is not None
    assert title(found.changed.card) == "Booked"
    assert found.told == ()


def test_somebody_elses_form_and_what_is_everybodys_are_left_as_they_are() -> None:
    for posted_for in ("another", ""):
        for card in (SHOWN, FORM, REFUSED):
            found = reply(act(channel=CHANNEL, posted_for=posted_for), card)
            assert told(found) == [card.title]
            assert found.changed is None
            assert found.answer == {"statusCode": 200, "type": MESSAGE, "value": common.IN_YOUR_CHAT}


def test_an_answer_that_stands_beside_the_card_leaves_it() -> None:
    for found in (reply(act(aside=True), SHOWN), reply(act(), REFUSED)):
        assert len(found.told) == 1
        assert found.answer == {"statusCode": 200, "type": MESSAGE, "value": common.BELOW}
    for found in (
        reply(act(channel=CHANNEL, posted_for=USER, aside=True), SHOWN),
        reply(act(channel=CHANNEL, posted_for=USER), REFUSED),
    ):
        assert found.changed is None
        assert found.answer == {"statusCode": 200, "type": MESSAGE, "value": common.IN_YOUR_CHAT}


def test_whoever_installs_the_app_is_welcomed_before_what_is_theirs() -> None:
    assert told(reply(act("arrived"), SHOWN)) == ["Hello, I am Peer Review", "Booked"]

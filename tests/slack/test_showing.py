"""Where an answer belongs in Slack."""

import json
from dataclasses import replace

import pytest

from bot.cards import common, slack
from bot.cards.model import Button, Card, Day, Line, Text, go
from bot.cards.words import Json
from bot.platforms.slack.payloads import Act, Kind, View
from bot.platforms.slack.showing import ANSWER_AT, Call, call, instead, late, reply

SHOWN = Card("Booked", (Text("Oak, 5 March"),), (Button("Open", go("review.show", review=7)),))
FORM = Card("When?", (Line(name="day", label="Day"),), (Button("Check", go("visit.check"), "primary"),))
REFUSED = common.refused("Only the Lead can do that.")
FORM_VIEW = View(
    "V1", "h1", False, 1, frozenset({"day"}), frozenset(), "visit.check", drawn=slack.modal(FORM)
)


def act(
    kind: Kind = "click",
    *,
    channel: str = "C1",
    thread: str = "",
    aside: bool = False,
    alone: bool = False,
    view: View | None = None,
) -> Act:
    go_to, answers = go("visit.ask", review=7), "https://hooks.slack.example"
    return Act(kind, "T1", "U1", go_to, "e1", channel, "t1", answers, "17.1", thread, {}, view, aside, alone)


def in_view(level: int = 1, *, home: bool = False, aside: bool = False, channel: str = "C1") -> Act:
    view = View("V1", "h1", home, level, frozenset({"day"}), frozenset(), "visit.check")
    # Slack gives an address with clicks in messages alone.
    return replace(act(view=view, aside=aside, channel=channel), answer_at="")


def made(found: Call | None) -> tuple[str, Json]:
    assert found is not None
    return found.method, found.asked


def title(view: Json) -> str:
    return str(view["blocks"][0]["text"]["text"])


def test_a_command_opens_a_form_in_its_three_seconds() -> None:
    answered = reply(act("command"), FORM)
    method, asked = made(answered.call)
    assert (answered.ack, method, asked["trigger_id"]) == ({}, "views.open", "t1")
    assert (asked["view"]["private_metadata"], asked["view"]["callback_id"]) == ("visit.check", "C1")


def test_a_command_is_answered_for_one_pair_of_eyes() -> None:
    answered = reply(act("command"), SHOWN)
    assert (answered.call, answered.ack["response_type"]) == (None, "ephemeral")
    assert answered.ack["text"].startswith("Booked")


def test_a_command_that_took_long_is_answered_at_its_address() -> None:
    assert late(act("command")) == {}
    method, asked = made(call(act("command"), SHOWN))
    assert (method, asked["response_type"]) == (ANSWER_AT, "ephemeral")


def test_words_are_answered_in_the_personal_chat_or_for_one_pair_of_eyes() -> None:
    personal, _ = made(call(act("words", channel="D1"), SHOWN))
    method, asked = made(call(act("words", thread="17.0"), SHOWN))
    assert personal == "chat.postMessage"
    assert (method, asked["user"], asked["thread_ts"]) == ("chat.postEphemeral", "U1", "17.0")


def test_words_that_want_a_form_get_the_button_that_opens_it() -> None:
    _, asked = made(call(act("words", channel="D1"), FORM))
    assert "visit.ask?review=7" in str(asked["blocks"])
    assert asked["text"].startswith("When?")


def test_a_click_on_what_others_see_leaves_it_as_it_is() -> None:
    method, asked = made(call(act(), SHOWN))
    assert (method, asked["replace_original"], asked["response_type"]) == (ANSWER_AT, False, "ephemeral")


def test_a_click_on_ones_own_card_changes_it_in_place() -> None:
    method, asked = made(call(act(alone=True), SHOWN))
    assert (method, asked["replace_original"]) == (ANSWER_AT, True)
    method, asked = made(call(act(channel="D1"), SHOWN))
    assert (method, asked["channel"], asked["ts"]) == ("chat.update", "D1", "17.1")


@pytest.mark.parametrize(("alone", "channel"), [(True, "C1"), (False, "D1")])
def test_an_answer_that_stands_beside_the_card_leaves_it(alone: bool, channel: str) -> None:
    for method, asked in (
        made(call(act(aside=True, alone=alone, channel=channel), SHOWN)),
        made(call(act(alone=alone, channel=channel), REFUSED)),
    ):
        assert method in {ANSWER_AT, "chat.postMessage"}
        assert not asked.get("replace_original")


def test_a_click_in_a_message_opens_a_form() -> None:
    assert made(call(act(channel="D1"), FORM))[0] == "views.open"


def test_a_click_in_a_modal_changes_it_unless_somebody_was_faster() -> None:
    method, asked = made(call(in_view(), SHOWN))
    assert (method, asked["view_id"], asked["hash"]) == ("views.update", "V1", "h1")


def test_a_click_in_a_modal_puts_what_stands_beside_it_on_top_while_there_is_room() -> None:
    assert made(call(in_view(2, aside=True), SHOWN))[0] == "views.push"
    assert made(call(in_view(2), REFUSED))[0] == "views.push"
    assert made(call(in_view(3, aside=True), SHOWN))[0] == "views.update"


def test_a_home_tab_is_leafed_through_in_place_and_opens_everything_else() -> None:
    assert made(call(in_view(home=True), SHOWN))[0] == "views.publish"
    assert made(call(in_view(home=True, aside=True), SHOWN))[0] == "views.open"
    assert made(call(in_view(home=True), FORM))[0] == "views.open"


def submitted() -> Act:
    return act("submit", view=FORM_VIEW)


def wrong() -> Card:
    field = Line(name="day", label="Day", value="32 March", error="March has 31 days.")
    return Card("When?", (field,), (Button("Check", go("visit.check"), "primary"),))


def test_what_is_wrong_in_a_form_is_said_at_its_fields() -> None:
    answered = reply(submitted(), wrong())
    assert answered.ack == {"response_action": "errors", "errors": {"day": "March has 31 days."}}


def test_a_form_with_another_button_takes_the_place_of_the_first() -> None:
    offered = Card("When?", wrong().blocks, (*wrong().buttons, Button("3 March", go("visit.check", day=3))))
    answered = reply(submitted(), offered)
    assert answered.ack["response_action"] == "update"
    assert "March has 31 days." in str(answered.ack["view"]["blocks"])


def test_what_is_said_beside_the_fields_is_shown_as_well() -> None:
    """Slack's errors have room for the fields alone."""
    said = Card("When?", (Text("Row 4: no time.", "warning"), *wrong().blocks), wrong().buttons)
    answered = reply(submitted(), said)
    assert answered.ack["response_action"] == "update"
    view = answered.ack["view"]
    assert "Row 4: no time." in str(view["blocks"])
    assert "March has 31 days." in str(view["blocks"])
    again = act("submit", view=replace(FORM_VIEW, drawn=view))
    assert reply(again, wrong()).ack["response_action"] == "update"


def test_what_stood_beside_the_fields_already_stays_there() -> None:
    form, said = [
        replace(card, blocks=(Text("Tea & <b>cake</b>?"), *card.blocks)) for card in (FORM, wrong())
    ]
    drawn = slack.modal(form)
    for sent in (drawn, {**drawn, "blocks": [escaped(block) for block in drawn["blocks"]]}):
        view = replace(FORM_VIEW, drawn=sent)
        assert reply(act("submit", view=view), said).ack["response_action"] == "errors"


def escaped(block: Json) -> Json:
    """As Slack sends it back in places."""
    escaped: Json = json.loads(json.dumps(block).replace("&", "&amp;").replace("<", "&lt;"))
    return escaped


def test_a_form_that_asks_for_more_takes_the_place_of_the_first() -> None:
    more = Card("When?", (*wrong().blocks, Day(name="until", label="Until")), wrong().buttons)
    assert reply(submitted(), more).ack["response_action"] == "update"


def test_the_answer_to_a_form_takes_its_place() -> None:
    answered = reply(submitted(), SHOWN)
    assert (answered.ack["response_action"], title(answered.ack["view"])) == ("update", "Booked")


def test_a_refusal_lies_on_top_of_the_form_so_that_nothing_typed_is_lost() -> None:
    assert reply(submitted(), REFUSED).ack["response_action"] == "push"
    full = View("V1", "h1", False, 3, frozenset(), frozenset(), "visit.check")
    assert reply(act("submit", view=full), REFUSED).ack["response_action"] == "update"


def test_a_form_whose_answer_takes_long_says_so_and_is_changed_later() -> None:
    assert title(late(submitted())["view"]) == "One moment, please"
    method, asked = made(call(submitted(), SHOWN))
    # The view has changed since it was submitted, so its old hash would be refused.
    assert (method, "hash" in asked) == ("views.update", False)


def test_an_answer_that_slack_refuses_goes_to_the_next_best_place() -> None:
    opened = made(instead(act("command"), FORM, Call("views.open", {}), "expired_trigger_id"))
    assert (opened[0], "visit.ask?review=7" in str(opened[1]["blocks"])) == (ANSWER_AT, True)
    late_at_home = made(instead(in_view(home=True, channel=""), FORM, Call("views.open", {}), "expired"))
    assert late_at_home[1]["channel"] == "U1"
    pushed = instead(in_view(aside=True), SHOWN, Call("views.push", {}), "push_limit_reached")
    assert made(pushed)[0] == "views.update"
    closed = instead(in_view(channel=""), SHOWN, Call("views.update", {}), "not_found")
    assert made(closed)[1]["channel"] == "U1"
    assert instead(in_view(), SHOWN, Call("views.update", {}), "hash_conflict") is None
    used_up = instead(act(alone=True), SHOWN, Call(ANSWER_AT, {}), "status 404")
    assert made(used_up)[0] == "chat.postEphemeral"
    outside = instead(act(), SHOWN, Call("chat.postEphemeral", {}), "not_in_channel")
    assert made(outside) == ("chat.postMessage", made(outside)[1] | {"channel": "U1"})


def test_where_nothing_can_be_put_on_top_a_form_keeps_what_was_filled_in() -> None:
    chosen = {"text": {"type": "plain_text", "text": "Ben"}, "value": "7"}
    inputs = [
        ("day", {"type": "datepicker", "initial_date": "2017-11-28"}),
        ("who", {"type": "static_select"}),
    ]
    values = {"day": {"value": {"selected_date": None}}, "who": {"value": {"selected_option": chosen}}}
    drawn = {
        "id": "V3",
        "hash": "h1",
        "type": "modal",
        "callback_id": "C1",
        "private_metadata": "visit.check",
        "blocks": [
            {"type": "input", "block_id": name, "element": {**element, "action_id": "value"}}
            for name, element in inputs
        ],
        "state": {"values": values},
    }
    full = replace(FORM_VIEW, level=3, drawn=drawn)
    made_again = reply(act("submit", view=full), REFUSED).ack["view"]
    assert made_again.keys() == {"type", "callback_id", "private_metadata", "blocks"}
    assert title(made_again) == "Sorry, I can’t do that"
    day, who = (block["element"] for block in made_again["blocks"][-2:])
    assert (day, who["initial_option"]) == ({"type": "datepicker", "action_id": "value"}, chosen)
    pushed = made(instead(act(view=full), REFUSED, Call("views.push", {}), "expired_trigger_id"))
    assert (pushed[0], pushed[1]["view"]) == ("views.update", made_again)

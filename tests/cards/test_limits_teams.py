"""The checkers of Teams cards and of pages refuse what they should: one bad card for each rule."""

import pytest

from tests.cards import limits_teams, page
from tests.cards.limits_teams import Json

OPEN = {"type": "Action.OpenUrl", "title": "Open", "url": "https://example.org"}
NAME = {"type": "Input.Text", "id": "a", "label": "A"}


def card(*body: Json, **other: object) -> Json:
    return {"type": "AdaptiveCard", "version": "1.5", "body": list(body)} | other


def text(said: str) -> Json:
    return {"type": "TextBlock", "text": said}


PART = {"legend": "A", "value": 0, "color": "categoricalRed"}


def chart(**other: object) -> Json:
    shown = {"color": "categoricalTeal", "displayMode": "AbsoluteNoAxis", "fallback": "drop"}
    return {"type": "Chart.HorizontalBar", "data": [{"x": "Oak", "y": 1}], **shown, **other}


def stacked(*parts: Json) -> Json:
    data = [{"title": "Oak", "data": list(parts)}]
    return {"type": "Chart.HorizontalBar.Stacked", "data": data, "fallback": "drop"}


BAD: dict[str, tuple[Json, str]] = {
    "an unknown element": (card({"type": "Chart.Pie"}), "is not valid"),
    "a chart that nothing stands in for": (card(chart(fallback=None)), '"drop" was expected'),
    "a chart of nothing": (card(chart(data=[])), "[] has less than 1 item"),
    "a chart without a number": (card(chart(data=[{"x": "Oak"}])), '"y" is a required property'),
    "a chart without a name": (card(chart(data=[{"x": "", "y": 1}])), "is shorter than 1 character"),
    "a chart of more than Teams knows": (card(chart(width=7)), "width"),
    "a chart in a colour that Teams has not": (card(chart(color="teal")), '"teal" is not one of'),
    "a bar of nothing": (card(stacked()), "[] has less than 1 item"),
    "a bar of seven parts": (card(stacked(*[PART] * 7)), "['data', 0, 'data']"),
    "a chart in a container": (card({"type": "Container", "items": [chart()]}), "is not valid"),
    "an unknown property": (card(text("x") | {"colour": "red"}), "is not valid"),
    "another version": (card(text("x"), version="1.6"), "version 1.6"),
    "too large": (card(text("x" * 40_000)), "bytes"),
    "seven actions": (card({"type": "ActionSet", "actions": [OPEN] * 7}), "7 actions in one ActionSet"),
    "seven actions below": (card(actions=[OPEN] * 7), "7 actions in one AdaptiveCard"),
    "one input twice": (card(NAME, NAME), "input a twice"),
    "required by the client": (card(NAME | {"isRequired": True}), "a is required by the client"),
    "a script": (card({"type": "ActionSet", "actions": [OPEN | {"url": "javascript:x"}]}), "a link to"),
    "an empty text": (card(text("")), "an empty TextBlock"),
    "a comma in a value": (
        card(
            {
                "type": "Input.ChoiceSet",
                "id": "a",
                "style": "expanded",
                "isMultiSelect": True,
                "choices": [{"title": "x", "value": "1,2"}],
            }
        ),
        "a comma in a value of a",
    ),
    "a ragged table": (
        card({"type": "Table", "columns": [{"width": 1}] * 2, "rows": [{"type": "TableRow", "cells": []}]}),
        "a row of another width",
    ),
}

BAD_PAGES = {
    "an open tag": ("<p><b>x</p>", "closes nothing"),
    "a tag that is never closed": ("<p>", "<p> is never closed"),
    "an id twice": ("<p id=a></p><p id=a></p>", "id a twice"),
    "no label": ("<p><input id=a name=b></p>", "b has no label"),
    "a description that is not there": ("<p aria-describedby='a b'></p>", "names a, which is not there"),
    "a script": ("<script></script>", "runs something"),
    "a handler": ("<p onclick=x></p>", "runs something"),
    "a style": ("<p style=x></p>", "has a style of its own"),
    "a script in a link": ("<a href='javascript:x'></a>", "a link to javascript:x"),
}


@pytest.mark.parametrize(("bad", "problem"), BAD.values(), ids=BAD)
def test_a_bad_card_is_refused(bad: Json, problem: str) -> None:
    with pytest.raises(AssertionError) as refused:
        limits_teams.check(bad)
    assert problem in str(refused.value)


@pytest.mark.parametrize(("bad", "problem"), BAD_PAGES.values(), ids=BAD_PAGES)
def test_a_bad_page_is_refused(bad: str, problem: str) -> None:
    with pytest.raises(AssertionError) as refused:
        page.check(bad)
    assert problem in str(refused.value)


def test_good_ones_pass() -> None:
    limits_teams.check(card(chart(), stacked(PART)))
    limits_teams.check(card(text("x"), NAME, msteams={"width": "Full"}, actions=[OPEN] * 6))
    page.check("<form><label for=a>A</label><input id=a><a href='/b'>b</a></form>")

"""Charts: which figures they hold, how those are said, and what becomes of them on each surface."""

import pytest

from bot.cards import charts, figures, mail, plain, slack, teams, web
from bot.cards.model import Card, Chart, Heading, Series, Text
from bot.cards.slack import pictures
from bot.cards.slack.room import fitted
from bot.rules.stage import Stage
from tests.cards.examples import ACTIONS, HOSTILE, counted, stacked
from tests.cards.limits_slack import Json
from tests.cards.page import Page

SAID = ["Group 1: 1 action (Done 1, Late 0)", "Group 2: 0 actions (Done 0, Late 0)"]
TWO = Chart("Actions", ACTIONS, ("Group 1", "Group 2"), (Series("Done", (1, 0)), Series("Late", (0, 0))))


def on_slack(*charts_shown: Chart) -> list[Json]:
    return pictures_in(slack.blocks(Card("T", charts_shown)))


def pictures_in(blocks: list[Json]) -> list[Json]:
    return [block for block in blocks if block["type"] == "data_visualization"]


def on_teams(chart: Chart) -> list[Json]:
    body = teams.adaptive_card(Card("T", (chart,)))["body"]
    return [part for part in body if part["type"].startswith("Chart.")]


def on_a_page(chart: Chart) -> Page:
    return Page(str(web.html(Card("T", (chart,)), uid="c")))


def figures_of(chart: Chart) -> dict[str, int]:
    return dict(zip(chart.labels, figures.totals(chart), strict=True))


def test_each_review_stands_on_one_stage_and_a_cancelled_one_on_none() -> None:
    stages = [Stage.SCHEDULED, Stage.READY, Stage.POSTPONED, Stage.HELD, Stage.PLAN_SENT, Stage.CANCELLED]
    assert figures_of(charts.reviews_by_stage(stages)) == {
        "Plan the review": 3,
        "The review": 1,
        "Feedback and workshop": 1,
        "Support and learning": 0,
        "Impact": 0,
    }


def test_reviews_that_are_through_have_a_bar_of_their_own() -> None:
    shown = figures_of(charts.reviews_by_stage([Stage.CLOSED, Stage.IMPACT_RECORDED]))
    assert (shown["Impact"], shown["Complete"]) == (1, 1)


def test_papers_and_actions_are_a_bar_a_count() -> None:
    assert figures.lines(charts.papers(5, 1, 2)) == [
        "Received: 5 papers",
        "Not applicable: 1 paper",
        "Still needed: 2 papers",
    ]
    assert figures_of(charts.actions(4, 1, 0)) == {"Done": 4, "Overdue": 1, "To do": 0}


def test_actions_by_group_are_parts_of_one_bar() -> None:
    assert figures.lines(charts.actions_by({"Group 1": (7, 2, 3), "Group 2": (1, 0, 0)}, "By group")) == [
        "Group 1: 12 actions (Done 7, Overdue 2, To do 3)",
        "Group 2: 1 action (Done 1, Overdue 0, To do 0)",
    ]


def test_the_figures_are_said_in_words_everywhere() -> None:
    card = Card("T", (TWO,))
    assert plain.plain(card) == "\n".join(("T\n\nActions", *SAID))
    assert mail.words(card) == "Actions\n\nGroup 1: 1 action (Done 1, Late 0)\n" + SAID[1] + "\n"
    words = [run["text"] for part in slack.blocks(card)[1]["elements"] for run in part["elements"]]
    assert words == ["Actions", *SAID]
    facts = teams.adaptive_card(card)["body"][2]["facts"]
    assert [f"{fact['title']}: {fact['value']}" for fact in facts] == SAID
    [described] = on_a_page(TWO).all("desc")
    assert described.text == "; ".join(SAID)


def test_an_e_mail_has_no_picture_that_its_reader_would_leave_out() -> None:
    source = mail.html(Card("T", (TWO,)))
    assert "<svg" not in source
    assert all(text in source for text in ("Actions", "Group 1", "1 action (Done 1, Late 0)"))


def test_slack_draws_bars_with_short_names_beside_the_full_ones() -> None:
    [drawn] = on_slack(counted({"Plan the review": 3, "Feedback and workshop": 0}))
    labels = ["Plan the review", "Feedback and worksh…"]
    assert drawn == {
        "type": "data_visualization",
        "title": "Reviews by stage",
        "chart": {
            "type": "bar",
            "series": [
                {
                    "name": "Reviews",
                    "data": [{"label": labels[0], "value": 3}, {"label": labels[1], "value": 0}],
                }
            ],
            "axis_config": {"categories": labels, "y_label": "Reviews"},
        },
    }


def test_names_that_begin_alike_are_told_apart_by_their_ends() -> None:
    [drawn] = on_slack(stacked(3, "Done"))
    assert drawn["chart"]["axis_config"]["categories"] == [
        "Collabora…ve Group 0",
        "Collabora…ve Group 1",
        "Collabora…ve Group 2",
    ]


TOO_MUCH = {
    "more bars than there is room for": stacked(21, "Done"),
    "more series": stacked(2, *"ABCDEFG"),
    "nothing": counted({}),
    "noughts": counted({"Oak": 0, "Elm": 0}),
    "a bar without a name": counted({" ": 1}),
}


@pytest.mark.parametrize("chart", TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_a_picture_cannot_show_is_said_in_words_alone(chart: Chart) -> None:
    assert (on_slack(chart), on_teams(chart), on_a_page(chart).all("svg")) == ([], [], [])
    assert all(line in on_a_page(chart).elements[0].text for line in figures.lines(chart))


def test_names_that_differ_in_the_middle_alone_have_no_picture_on_slack() -> None:
    alike = counted({f"A school with the name {n} of which there are two": 1 for n in (1, 2)})
    assert on_slack(alike) == []
    assert on_teams(alike)


def test_slack_takes_two_pictures_in_a_message_and_none_in_a_modal() -> None:
    assert len(on_slack(TWO, TWO, TWO)) == 2
    assert pictures_in(slack.modal(Card("T", (TWO,)))["blocks"]) == []


def test_a_message_that_has_hardly_room_goes_without_its_pictures() -> None:
    parts = [part for n in range(24) for part in (Text("x"), Heading(f"H{n}"))]
    blocks = slack.blocks(Card("T", (*parts, TWO)))
    assert (len(blocks), pictures_in(blocks)) == (50, [])
    long = slack.blocks(Card("T", (Text("x" * 12_800), stacked(3, "Done", "Late"))), "home")
    assert pictures_in(long)
    assert pictures_in(fitted(long, "message")) == []


def test_a_message_can_be_had_without_its_pictures() -> None:
    blocks = slack.blocks(Card("T", (TWO,)))
    bare = pictures.without({"channel": "C1", "blocks": blocks})
    assert bare == {"channel": "C1", "blocks": blocks[:-1]}
    view = pictures.without({"user_id": "U1", "view": {"type": "home", "blocks": blocks}})
    assert view == {"user_id": "U1", "view": {"type": "home", "blocks": blocks[:-1]}}
    assert pictures.without({"channel": "C1", "blocks": blocks[:-1]}) is None
    assert pictures.without({"view": {"blocks": []}}) is pictures.without({"text": "T"}) is None


def test_teams_draws_bars_in_one_colour_with_their_numbers() -> None:
    [drawn] = on_teams(counted({"Oak": 2, "Elm": 0}))
    assert drawn == {
        "type": "Chart.HorizontalBar",
        "data": [{"x": "Oak", "y": 2}, {"x": "Elm", "y": 0}],
        "color": "categoricalTeal",
        "displayMode": "AbsoluteNoAxis",
        "fallback": "drop",
    }


def test_teams_divides_no_bar_of_nothing() -> None:
    [drawn] = on_teams(TWO)
    parts = [
        {"legend": "Done", "value": 1, "color": "categoricalTeal"},
        {"legend": "Late", "value": 0, "color": "categoricalMarigold"},
    ]
    assert drawn == {
        "type": "Chart.HorizontalBar.Stacked",
        "data": [{"title": "Group 1", "data": parts}],
        "fallback": "drop",
    }


def test_teams_is_given_no_label_that_it_would_change() -> None:
    assert on_teams(counted({HOSTILE: 1})) == []
    assert on_slack(counted({HOSTILE: 1}))


def test_a_page_draws_a_picture_with_a_name_and_a_description() -> None:
    [drawn] = on_a_page(counted({"Oak": 4, "Elm": 1, "Ash": 0})).all("svg")
    page = on_a_page(counted({"Oak": 4, "Elm": 1, "Ash": 0}))
    ids = {one.attributes["id"]: one.text for one in page.elements if "id" in one.attributes}
    assert drawn.attributes["role"] == "img"
    assert ids[drawn.attributes["aria-labelledby"]] == "Reviews by stage"
    assert ids[drawn.attributes["aria-describedby"]] == "Oak: 4 reviews; Elm: 1 review; Ash: 0 reviews"
    bars = [one.attributes["width"] for one in page.all("rect") if one.attributes.get("class") == "bar s0"]
    assert bars == ["100.0%", "25.0%"]


def test_series_on_a_page_differ_in_pattern_and_have_a_key() -> None:
    page = on_a_page(Chart("T", ACTIONS, ("A", "B"), (Series("Done", (1, 2)), Series("Late", (2, 2)))))
    parts = [one.attributes for one in page.all("rect") if one.attributes.get("class", "").startswith("bar")]
    drawn = [(part.get("class"), part.get("x"), part["width"], part.get("fill")) for part in parts]
    striped = f"url(#{next(one for one in page.all('pattern')).attributes['id']})"
    assert drawn == [
        ("bar s0", "0.0%", "25.0%", None),
        ("bar s1", "25.0%", "50.0%", striped),
        ("bar s0", "0.0%", "50.0%", None),
        ("bar s1", "50.0%", "50.0%", striped),
        ("bar s0", None, "1em", None),
        ("bar s1", None, "1em", striped),
    ]
    assert [one.text for one in page.all("text")][-2:] == ["Done", "Late"]


def test_two_charts_of_one_card_share_no_id() -> None:
    page = Page(str(web.html(Card("T", (TWO, TWO)), uid="c")))
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))

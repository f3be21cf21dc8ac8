"""Teams: what a card becomes, letter by letter."""

from typing import Any

import pytest

from bot.cards import teams
from bot.cards.model import (
    Block,
    Button,
    Card,
    Day,
    Emph,
    Facts,
    Heading,
    Line,
    Link,
    Listing,
    OneOf,
    Option,
    OptionGroup,
    People,
    Prose,
    Row,
    SomeOf,
    Strong,
    Table,
    Text,
    YesNo,
    go,
)
from bot.cards.words import TooLongError
from tests.cards.examples import BACK, BOOK, CANCEL, DETAILS, DOCUMENTS, HOSTILE, LONG, PEOPLE, SCHOOLS

Json = dict[str, Any]


def body(*parts: Block) -> list[Json]:
    return list(teams.adaptive_card(Card("T", parts))["body"][1:])


def rich(*runs: Json) -> Json:
    return {"type": "RichTextBlock", "inlines": list(runs)}


def run(text: str, **style: object) -> Json:
    return {"type": "TextRun", "text": text} | style


def test_the_root() -> None:
    card = teams.adaptive_card(Card("Booked", (Text("On Tuesday."),)))
    assert (card["type"], card["version"], card["msteams"]) == ("AdaptiveCard", "1.5", {"width": "Full"})
    assert card["speak"] == card["fallbackText"] == "Booked\n\nOn Tuesday."


def test_a_title_is_a_heading() -> None:
    [title] = teams.adaptive_card(Card("Booked: Oak Primary, 14 November (all day)"))["body"]
    assert (title["type"], title["style"]) == ("TextBlock", "heading")


LOOKS_LIKE_MARKDOWN = (
    *("[x](javascript:alert(1))", "**bold**", "_it_", "1. one", "- two", "+ three", "# h", "> q", "a\nb"),
    *("`c`", "R&amp;D", "<at>Ann</at>", "a | b", "~s~", "back\\slash", "{{DATE(2017-11-14T09:00:00Z)}}"),
    "https://x.y",
)


@pytest.mark.parametrize("said", LOOKS_LIKE_MARKDOWN)
def test_a_title_that_could_be_markdown_is_literal(said: str) -> None:
    [title] = teams.adaptive_card(Card(said))["body"]
    assert title["type"] == "RichTextBlock"
    assert "".join(run["text"] for run in title["inlines"]) == said
    [fact] = body(Facts(((said, said),)))
    assert fact["type"] == "RichTextBlock"


def test_what_people_typed_comes_out_as_typed() -> None:
    [drawn] = body(Text(HOSTILE))
    before, _, after = HOSTILE.partition("{{")
    assert drawn == rich(run(f"{before}{{"), run(f"{{{after}"))


def test_emphasis_is_a_style() -> None:
    assert body(Text(("On ", Strong("Tuesday"), Emph(" all day")))) == [
        rich(run("On "), run("Tuesday", weight="Bolder"), run(" all day", italic=True))
    ]


def test_a_warning_has_words_and_a_sign() -> None:
    [drawn] = body(Text("Short notice.", "warning"))
    assert drawn["inlines"][0]["text"] == "⚠ Please note: "


def test_facts() -> None:
    assert body(Facts((("Lead", "Ali Demir"), ("Note", "")))) == [
        {
            "type": "FactSet",
            "facts": [{"title": "Lead", "value": "Ali Demir"}, {"title": "Note", "value": "–"}],
        }
    ]


def test_a_button_carries_its_route() -> None:
    [actions] = teams.adaptive_card(Card("T", (), (BOOK, DETAILS)))["body"][1:]
    assert actions["actions"] == [
        {"type": "Action.Execute", "title": "Book it", "verb": "review.book?school=7", "style": "positive"},
        {
            "type": "Action.Execute",
            "title": "Details",
            "verb": "review.show?review=7",
            "data": {"aside": True},
            "style": "default",
        },
    ]


def test_a_question_opens_below_its_button() -> None:
    [asking] = teams.adaptive_card(Card("T", (), (CANCEL,)))["body"][1]["actions"]
    assert (asking["type"], asking["title"]) == ("Action.ShowCard", "Cancel the review")
    said = [run["text"] for block in asking["card"]["body"] for run in block["inlines"]]
    assert said == [
        "Cancel the review?",
        "Everyone concerned is told.",
        "Go back: press “Cancel the review” again to close this.",
    ]
    [yes] = asking["card"]["actions"]
    assert (yes["title"], yes["verb"], yes["style"]) == ("Cancel it", "review.cancel?review=7", "destructive")


def test_ten_buttons_are_three_sets() -> None:
    sets = teams.adaptive_card(Card("T", (), (BACK,) * 10))["body"][1:]
    assert [len(one["actions"]) for one in sets] == [4, 4, 2]


def test_a_link_that_is_not_of_the_web_is_text() -> None:
    links = (Link("Bad", "javascript:alert(1)"), Link("Good", "https://example.org"))
    text, actions = teams.adaptive_card(Card("T", (), links))["body"][1:]
    assert text == rich(run("Bad: javascript:alert(1)"))
    assert actions["actions"] == [{"type": "Action.OpenUrl", "title": "Good", "url": "https://example.org"}]


def test_a_row_holds_its_buttons() -> None:
    [row] = body(Listing((Row("Oak", "Booked", (BACK,)),)))
    assert [item["type"] for item in row["items"]] == ["RichTextBlock", "RichTextBlock", "ActionSet"]


def test_a_table_has_a_header_and_literal_cells() -> None:
    caption, table = body(Table("Milestones", ("What",), (("**Pack**",),)))
    assert caption == rich(run("Milestones", weight="Bolder"))
    assert table["firstRowAsHeader"] is True
    assert [row["cells"][0]["items"] for row in table["rows"]] == [
        [rich(run("What", weight="Bolder"))],
        [rich(run("**Pack**"))],
    ]


def test_an_error_of_several_lines_is_a_paragraph_a_line() -> None:
    first, second, _ = body(Line(name="a", label="School", error="Which?\nAnd when?"))
    assert first == rich(run("⚠ Which?\n", weight="Bolder", color="Attention"))
    assert second == rich(run("And when?", weight="Bolder", color="Attention"))


def test_a_field_with_its_error_above_and_its_hint_below() -> None:
    error, box, hint = body(
        Line(name="a", label="School", value="Oak", error="Which?", hint="In full", required=False)
    )
    assert error == rich(run("⚠ Which?", weight="Bolder", color="Attention"))
    assert box == {
        "type": "Input.Text",
        "id": "a",
        "label": "School (optional)",
        "isRequired": False,
        "value": "Oak",
        "isMultiline": False,
    }
    assert hint == rich(run("In full", isSubtle=True, size="Small"))


@pytest.mark.parametrize(
    ("value", "typed", "picked"), [("Tues", "Tues", None), ("2017-11-14", None, "2017-11-14")]
)
def test_a_day_is_typed_or_picked(value: str, typed: str | None, picked: str | None) -> None:
    box, picker = body(Day(name="d", label="Day", value=value))
    assert (box["id"], picker["id"], picker["type"]) == ("d", "d.picked", "Input.Date")
    assert (box.get("value"), picker.get("value")) == (typed, picked)


def test_people_are_a_list_each() -> None:
    lists = body(People(name="team", label="Team", groups=SCHOOLS, values=("2",), most=3))
    assert [(one["id"], one["label"], one.get("value")) for one in lists] == [
        ("team.1", "Team, 1", "2"),
        ("team.2", "Team, 2 (optional)", None),
        ("team.3", "Team, 3 (optional)", None),
    ]
    assert lists[0]["choices"][0] == {"title": "Carys Vaughan 0 (Oak Primary)", "value": "0"}
    assert lists[1]["choices"][0] == {"title": "None", "value": ""}


def test_many_people_are_one_list_to_search() -> None:
    people = People(name="team", label="Team", groups=(OptionGroup("", PEOPLE),), values=("2", "7"), most=6)
    one, limit = body(people)
    assert (one["id"], one["isMultiSelect"], one["style"]) == ("team.several", True, "filtered")
    assert (one["value"], len(one["choices"])) == ("2,7", 300)
    assert limit == rich(run("Choose up to 6.", isSubtle=True))


def test_boxes_to_tick_escape_markdown() -> None:
    some = SomeOf(
        name="a",
        label="A",
        options=(Option("1", "**b** [x](y)"), Option("2", "1. R&amp;D {{")),
        values=("1",),
    )
    [drawn] = body(some)
    assert [choice["title"] for choice in drawn["choices"]] == [
        "\\*\\*b\\*\\* \\[x\\](y)",
        "1\\. R\\&amp;D \\{\\{",
    ]
    assert (drawn["id"], drawn["value"], drawn["style"]) == ("a.several", "1", "expanded")


def test_many_boxes_are_a_list_to_search() -> None:
    [drawn] = body(SomeOf(name="a", label="A", options=DOCUMENTS))
    assert (drawn["style"], len(drawn["choices"])) == ("filtered", 30)


def test_yes_or_no() -> None:
    [drawn] = body(YesNo(name="a", label="A", value="yes"))
    assert drawn["choices"] == [{"title": "Yes", "value": "yes"}, {"title": "No", "value": "no"}]
    assert drawn["value"] == "yes"


def test_nothing_to_choose_is_said() -> None:
    [drawn] = body(OneOf(name="a", label="A", groups=()))
    assert drawn["placeholder"] == "There is nothing to choose from yet."


def test_the_plain_text_gives_way_to_the_card() -> None:
    card = teams.adaptive_card(Card("T", (Text(LONG), Prose(name="a", label="A", value=LONG)), (BOOK,)))
    assert card["fallbackText"] == "T: please open this card in a newer version of Teams."


def test_room_is_counted_as_teams_counts_it() -> None:
    """Three bytes a letter on the way there, two as Teams counts; of a smiley four both times."""
    for letter, fitting in (("–", 12_000), ("😀", 6_000)):
        whole = teams.adaptive_card(Card("T", (Text(letter * fitting),)))
        assert whole["fallbackText"] == f"T\n\n{letter * fitting}"
        short = teams.adaptive_card(Card("T", (Text(letter * (fitting + 1_500)),)))
        assert short["fallbackText"].startswith("T: please")


def test_more_than_teams_takes_is_an_error() -> None:
    with pytest.raises(TooLongError, match="under 80000 bytes"):
        teams.adaptive_card(Card("T", (Text(LONG * 5), Heading("H")), (Button("B", go("b")),)))


def test_a_column_is_as_wide_as_its_longest_word_asks() -> None:
    """On a phone, equal columns would break the words of some and leave others half empty."""
    table = Table("The stages", ("Who", "When"), (("Headteacher", "Mon 4 Dec"), ("", "Tue 5 Dec")))
    [drawn] = [block for block in body(table) if block["type"] == "Table"]
    assert drawn["columns"] == [{"width": 14}, {"width": 7}]

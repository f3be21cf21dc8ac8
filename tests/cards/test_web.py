"""The page: what a card becomes, and that nothing in it runs."""

import pytest

from bot.cards import web
from bot.cards.model import (
    Block,
    Button,
    Card,
    Clock,
    Confirm,
    Day,
    Emph,
    Facts,
    Heading,
    Line,
    Link,
    Listing,
    OneOf,
    OptionGroup,
    People,
    Progress,
    Prose,
    Row,
    SomeOf,
    Strong,
    Table,
    Text,
    YesNo,
    go,
)
from tests.cards.examples import BACK, BOOK, DETAILS, DOCUMENTS, HOSTILE, SCHOOLS
from tests.cards.page import Element, Page


def drawn(*parts: Block, title: str = "T") -> Page:
    return Page(str(web.html(Card(title, parts, (BOOK,)), uid="c")))


def only(page: Page, tag: str) -> Element:
    [element] = page.all(tag)
    return element


def buttons(*choices: Button | Link) -> Page:
    return Page(str(web.html(Card("T", (), choices), uid="c")))


def described(page: Page, element: Element) -> list[str]:
    names = element.attributes.get("aria-describedby", "").split()
    return [one.text for name in names for one in page.elements if one.attributes.get("id") == name]


def test_a_card_is_a_form_named_by_its_title() -> None:
    page = drawn(title="Booked")
    assert only(page, "form").attributes["aria-labelledby"] == "c-title"
    title = only(page, "h2")
    assert (title.text, title.attributes["id"]) == ("Booked", "c-title")


def test_two_cards_share_no_id() -> None:
    card = Card("T", (Line(name="a", label="A"), Listing((Row("R", "", (BACK,)),))), (BOOK,))
    first, second = (Page(str(web.html(card, uid=uid))) for uid in ("m1", "m2"))
    ids = [
        {one.attributes["id"] for one in page.elements if "id" in one.attributes} for page in (first, second)
    ]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_what_people_typed_comes_out_as_typed() -> None:
    page = drawn(
        Heading(HOSTILE),
        Text(HOSTILE),
        Facts(((HOSTILE, HOSTILE),)),
        Prose(name="a", label=HOSTILE, value=HOSTILE),
        title=HOSTILE,
    )
    for tag in ("h2", "h3", "p", "dt", "dd", "label"):
        assert only(page, tag).text == HOSTILE
    # A browser drops the first line break.
    assert only(page, "textarea").text == "\n" + HOSTILE
    assert page.all("script") == []


def test_emphasis_and_tone() -> None:
    page = drawn(Text((Strong("On Tuesday"), " ", Emph("all day")), "warning"))
    assert [one.text for one in page.all("strong")] == ["⚠ Please note: ", "On Tuesday"]
    assert only(page, "em").text == "all day"
    assert only(page, "p").attributes["class"] == "text warning"


def test_a_button_names_its_route_and_how_it_acts() -> None:
    asking = Button(
        "Cancel", go("cancel", review=7), "danger", Confirm("Sure?", "<All> are told.", "Yes"), aside=True
    )
    button = only(buttons(asking), "button")
    assert button.attributes == {
        "type": "submit",
        "class": "danger",
        "name": "go",
        "value": "cancel?review=7",
        "data-aside": "",
        "data-confirm-title": "Sure?",
        "data-confirm-text": "<All> are told.",
        "data-confirm-yes": "Yes",
        "data-confirm-no": "Go back",
    }


@pytest.mark.parametrize("url", ["https://example.org/a?b=1&c=2", "/papers/7", "mailto:office@example.org"])
def test_a_link(url: str) -> None:
    link = only(buttons(Link("Open", url)), "a")
    assert (link.text, link.attributes["href"], link.attributes["rel"]) == ("Open", url, "noopener")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "/\\evil.example",
        "x",
        "",
    ],
)
def test_any_other_address_is_text(url: str) -> None:
    page = buttons(Link("Open", url))
    assert page.all("a") == []
    assert only(page, "span").text == f"Open: {url}"


def test_facts_are_a_list_of_descriptions() -> None:
    page = drawn(Facts((("Lead", "Ali"), ("Note", ""))))
    assert [one.text for one in page.all("dt", "dd")] == ["Lead", "Ali", "Note", "–"]


def test_a_rows_button_is_described_by_its_row() -> None:
    page = drawn(Listing((Row("Oak", "Booked", (DETAILS,)), Row("Elm", "", (DETAILS,)))))
    rows = [one for one in page.all("button") if one.text == "Details"]
    assert [described(page, button) for button in rows] == [["Oak"], ["Elm"]]


def test_enter_presses_the_forms_button_not_a_rows() -> None:
    page = drawn(Listing((Row("Oak", "", (DETAILS,)),)), Line(name="a", label="A"))
    first = page.all("button")[0].attributes
    assert first["value"] == str(BOOK.to)
    assert "hidden" in first
    assert drawn(Line(name="a", label="A")).all("button")[0].text == "Book it"


def test_a_table_names_its_rows_and_columns() -> None:
    page = drawn(Table("Milestones", ("What", "When"), (("Pack", ""),)))
    assert only(page, "caption").text == "Milestones"
    assert [(one.text, one.attributes["scope"]) for one in page.all("th")] == [
        ("What", "col"),
        ("When", "col"),
        ("Pack", "row"),
    ]
    cell = only(page, "td")
    assert cell.text == "–"
    assert (cell.attributes["data-header"], cell.attributes["class"]) == ("When", "nothing")


def test_progress_is_a_sentence_and_a_picture_of_it() -> None:
    page = drawn(Progress("Stage", ("A", "B", "C"), 1))
    assert only(page, "p").text == "Stage 2 of 3: B (next: C)"
    assert [(one.text, one.attributes["class"]) for one in page.all("li")] == [
        ("A", "done"),
        ("B", "now"),
        ("C", "later"),
    ]


def test_a_field_is_tied_to_its_label_hint_and_error() -> None:
    page = drawn(Line(name="a", label="School", hint="In full", value='"Oak"', error="Which Oak?"))
    box, label = only(page, "input"), only(page, "label")
    assert (label.text, label.attributes["for"]) == ("School", box.attributes["id"])
    assert (box.attributes["name"], box.attributes["value"]) == ("a", '"Oak"')
    assert (box.attributes["aria-invalid"], box.attributes["aria-required"]) == ("true", "true")
    assert described(page, box) == ["In full", "⚠ Error: Which Oak?"]


def test_an_optional_field_says_so() -> None:
    page = drawn(Line(name="a", label="Note", required=False))
    assert only(page, "label").text == "Note (optional)"
    assert "aria-required" not in only(page, "input").attributes


@pytest.mark.parametrize("value", ["\nfirst", "one\ntwo", "a\r\nb"])
def test_line_breaks_survive_even_in_a_line(value: str) -> None:
    assert only(drawn(Line(name="a", label="A", value=value)), "textarea").text == "\n" + value


@pytest.mark.parametrize(
    ("part", "kind", "typed", "picked"),
    [
        (Day(name="d", label="Day", value="Tues"), "date", "Tues", ""),
        (Day(name="d", label="Day", value="2017-11-14"), "date", "", "2017-11-14"),
        (Clock(name="d", label="Time", value="nine"), "time", "nine", ""),
        (Clock(name="d", label="Time", value="09:00"), "time", "", "09:00"),
    ],
)
def test_a_day_or_time_is_typed_or_picked(part: Day | Clock, kind: str, typed: str, picked: str) -> None:
    box, picker = drawn(part).all("input")
    assert (box.attributes["name"], box.attributes["value"]) == ("d", typed)
    found = picker.attributes
    assert (found["name"], found["type"], found["value"]) == ("d.picked", kind, picked)


def test_one_of_groups() -> None:
    page = drawn(
        OneOf(name="a", label="School", groups=(*SCHOOLS, OptionGroup("Nobody here", ())), value="4")
    )
    assert [one.attributes["label"] for one in page.all("optgroup")] == [
        "Oak Primary",
        "Elm Primary",
        "Ash Primary",
    ]
    assert [one.attributes["value"] for one in page.all("option") if "selected" in one.attributes] == ["4"]
    assert page.all("option")[0].text == "Choose…"


def test_nothing_to_choose_is_said() -> None:
    page = drawn(OneOf(name="a", label="A", groups=()))
    assert [one.text for one in page.all("option")] == ["There is nothing to choose from yet."]


def test_people_are_a_group_of_lists() -> None:
    page = drawn(People(name="team", label="Team", groups=SCHOOLS, values=("2",), most=3, error="Who?"))
    assert only(page, "legend").text == "Team"
    assert described(page, only(page, "fieldset")) == ["⚠ Error: Who?"]
    assert [one.attributes["name"] for one in page.all("select")] == ["team.1", "team.2", "team.3"]
    assert [one.text for one in page.all("label")] == ["Team, 1", "Team, 2", "Team, 3"]


@pytest.mark.parametrize(
    ("part", "kind", "checked"),
    [
        (SomeOf(name="a", label="A", options=DOCUMENTS[:3], values=("d0", "d2")), "checkbox", ["d0", "d2"]),
        (YesNo(name="a", label="A", value="no"), "radio", ["no"]),
    ],
)
def test_boxes_and_radios_are_a_group(part: SomeOf | YesNo, kind: str, checked: list[str]) -> None:
    page = drawn(part)
    assert only(page, "legend").text == "A"
    assert {one.attributes["type"] for one in page.all("input")} == {kind}
    assert [one.attributes["value"] for one in page.all("input") if "checked" in one.attributes] == checked

"""Slack: what a card becomes, letter by letter."""

import pytest

from bot.cards import slack
from bot.cards.model import (
    Block,
    Button,
    Card,
    Confirm,
    Emph,
    Facts,
    Heading,
    Line,
    Link,
    Listing,
    Progress,
    Row,
    Strong,
    Table,
    Text,
    go,
)
from bot.cards.slack.room import length
from bot.cards.words import TooLongError
from tests.cards.everywhere import slack_text
from tests.cards.examples import (
    BACK,
    BOOK,
    CANCEL,
    DETAILS,
    HOSTILE,
    LONG,
    REASONABLE,
)
from tests.cards.slack_json import Json, plain, rich, run


def body(*parts: Block) -> list[Json]:
    return slack.blocks(Card("T", parts))[1:]


def test_a_title_is_a_header() -> None:
    assert slack.blocks(Card("Booked")) == [{"type": "header", "text": plain("Booked")}]


def test_a_title_that_is_too_long_for_a_header_is_bold() -> None:
    assert slack.blocks(Card("x" * 151)) == [rich([run("x" * 151, bold=True)])]


def test_emphasis_is_a_style() -> None:
    assert body(Text(("On ", Strong("Tuesday"), Emph(" all day")))) == [
        rich([run("On "), run("Tuesday", bold=True), run(" all day", italic=True)])
    ]


def test_what_people_typed_comes_out_as_typed() -> None:
    assert body(Text(HOSTILE)) == [rich([run(HOSTILE)])]
    assert body(Text(HOSTILE, "muted")) == [{"type": "context", "elements": [plain(HOSTILE)]}]
    assert body(Facts(((HOSTILE, HOSTILE),))) == [rich([run(f"{HOSTILE}: ", bold=True), run(HOSTILE)])]


def test_the_fallback_text_mentions_nobody() -> None:
    message = slack.message(Card("T", (Text("<!channel> & <@U1>"),)))
    assert message["text"] == "T\n\n&lt;!channel&gt; &amp; &lt;@U1&gt;"


def test_a_warning_has_words_and_a_sign() -> None:
    assert body(Text("Short notice.", "warning")) == [
        rich([run("⚠ Please note: ", bold=True), run("Short notice.")])
    ]
    assert body(Text("Sent.", "good")) == [rich([run("✓ ", bold=True), run("Sent.")])]


def test_long_text_is_split_at_a_word_and_whole() -> None:
    blocks = body(Text(LONG))
    assert len(blocks) == 4
    assert slack_text(blocks) == LONG
    assert all(slack_text(block).endswith(" ") for block in blocks[:-1])


def test_facts_are_one_block() -> None:
    assert body(Facts((("Lead", "Ali"), ("Note", "")))) == [
        rich([run("Lead: ", bold=True), run("Ali")], [run("Note: ", bold=True), run("–")])
    ]


def test_a_row_has_its_buttons_below_it() -> None:
    row, actions = body(Listing((Row("Oak", "Booked", (DETAILS,)),)))
    assert row == rich([run("Oak", bold=True)], [run("Booked")])
    assert actions["elements"] == [
        {
            "type": "button",
            "action_id": "aside:0",
            "text": plain("Details"),
            "value": "review.show?review=7",
        }
    ]


def test_buttons_are_numbered_over_the_whole_card() -> None:
    card = Card(
        "T",
        (Listing((Row("A", "", (BACK,)), Row("B", "", (BACK, DETAILS)))),),
        (Link("L", "https://x.y"), BACK),
    )
    actions = [
        element
        for block in slack.blocks(card)
        for element in block.get("elements", ())
        if "action_id" in element
    ]
    assert [element["action_id"] for element in actions] == ["go:0", "go:1", "aside:2", "link:3", "go:4"]


def test_six_buttons_are_two_rows() -> None:
    rows = slack.blocks(Card("T", (), (BACK,) * 6))[1:]
    assert [len(row["elements"]) for row in rows] == [5, 1]


def test_a_button_asks_before_it_acts() -> None:
    [drawn] = slack.blocks(Card("T", (), (CANCEL,)))[1]["elements"]
    assert drawn["style"] == "danger"
    assert drawn["confirm"] == {
        "title": plain("Cancel the review?"),
        "text": plain("Everyone concerned is told."),
        "confirm": plain("Cancel it"),
        "deny": plain("Go back"),
        "style": "danger",
    }


def test_a_long_label_stands_in_full_above_its_button() -> None:
    label = "Send the summary to the reviewed school and to the Consortium Office, within five working days"
    words, actions = slack.blocks(Card("T", (), (Button(label, go("send")),)))[1:]
    assert label in slack_text(words)
    assert actions["elements"][0]["text"]["text"] == f"{label[:74]}…"


def test_a_link_that_is_not_of_the_web_is_text() -> None:
    assert slack.blocks(Card("T", (), (Link("Bad", "javascript:alert(1)"),)))[1:] == [
        rich([run("Bad: javascript:alert(1)")])
    ]


TABLE = Table("Milestones", ("What", "When"), (("Pack", "31 October"), ("Visit", "")))
IN_WORDS = rich(
    [run("Milestones", bold=True)],
    [run("What: "), run("Pack", bold=True), run("; When: 31 October")],
    [run("What: "), run("Visit", bold=True)],
)


def test_a_message_holds_one_table_and_a_second_in_words() -> None:
    caption, table, second = body(TABLE, TABLE)
    assert caption == rich([run("Milestones", bold=True)])
    assert [[cell["text"] for cell in row] for row in table["rows"]] == [
        ["What", "When"],
        ["Pack", "31 October"],
        ["Visit", "–"],
    ]
    assert second == IN_WORDS


def test_a_modal_has_its_table_in_words() -> None:
    assert slack.modal(Card("T", (TABLE,)))["blocks"][1] == IN_WORDS


def test_progress_is_words_beside_its_dots() -> None:
    steps = ("Scheduled", "Preparing", "The review")
    assert body(Progress("Stage", steps, 1)) == [
        rich([run("●◉○ Stage 2 of 3: Preparing (next: The review)")])
    ]
    assert body(Progress("Stage", steps, 2)) == [rich([run("●●◉ Stage 3 of 3: The review (the last one)")])]
    assert body(Progress("Stage", steps, 7)) == [rich([run("●●● Stage: all 3 done")])]


def test_a_form_opens_with_its_first_button_as_submit() -> None:
    view = slack.modal(Card("Schedule", (Line(name="note", label="Note"),), (BOOK, BACK)))
    assert view["title"] == plain("Peer Review")
    assert view["blocks"][0] == {"type": "header", "text": plain("Schedule")}
    assert (view["submit"], view["close"]) == (plain("Book it"), plain("Cancel"))
    assert (view["private_metadata"], view["callback_id"]) == ("review.book?school=7", "form")
    assert [button["value"] for button in view["blocks"][-1]["elements"]] == ["home"]


def test_a_plain_card_opens_without_submit() -> None:
    view = slack.modal(Card("Help", (), (BACK,)))
    assert "submit" not in view
    assert view["close"] == plain("Close")
    assert view["blocks"][-1]["elements"][0]["value"] == "home"


def test_what_submit_cannot_say_is_said_above_it() -> None:
    long = Button(
        "Send it to the school and to the office",
        go("send"),
        confirm=Confirm("Sure?", "It goes out.", "Send"),
    )
    view = slack.modal(Card("T", (Line(name="a", label="A"),), (long,)))
    assert view["submit"] == plain("Continue")
    assert slack_text(view["blocks"][-1]) == (
        f"“Continue” means: {long.label}Before you press “{long.label}”: Sure? It goes out."
    )


def test_a_form_without_a_button_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no button to submit"):
        slack.modal(Card("T", (Line(name="a", label="A"),), (Link("L", "https://x.y"),)))


def test_a_form_as_a_message_has_its_button_in_the_row() -> None:
    blocks = slack.blocks(Card("T", (Line(name="a", label="A"),), (BOOK,)))
    assert [block["type"] for block in blocks] == ["header", "input", "actions"]


def test_texts_are_joined_where_there_are_too_many_blocks() -> None:
    card = Card("T", tuple(part for n in range(30) for part in (Text(f"a{n}"), Text(f"b{n}"))))
    assert len(slack.blocks(card)) == 2
    assert slack_text(slack.blocks(card)) == "T" + "".join(f"a{n}b{n}" for n in range(30))


def test_the_longest_reasonable_card_fits_a_message() -> None:
    assert len(slack.blocks(REASONABLE)) <= 50


def test_more_than_slack_shows_is_an_error() -> None:
    with pytest.raises(TooLongError, match="50 blocks in a message, not 61"):
        slack.blocks(Card("T", tuple(part for n in range(30) for part in (Heading("H"), Text("x")))))
    with pytest.raises(TooLongError, match="13000 characters"):
        slack.blocks(Card("T", (Text(LONG), Text(LONG))))


def test_length_counts_every_text() -> None:
    assert length([plain("abc"), {"element": {"initial_value": "de"}}, rich([run("f")])]) == 6

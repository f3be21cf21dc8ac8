"""A governor asks about a paper on the page; what they typed is never lost."""

from datetime import timedelta
from html import escape, unescape

import pytest

from tests.chat import World
from tests.conversation.conftest import PRIYA, SIAN
from tests.conversation.papering import (
    AREA,
    reword,
    send,
)
from tests.governor.pages import Forms, asked, governor, is_secret


def test_after_an_hour_the_code_is_asked_for_again_and_the_words_are_kept(world: World) -> None:
    page = governor(world).enter()
    world.now += timedelta(hours=1)
    page.press("query", words="Which <books>?")
    assert (is_secret(page), "An hour has gone by" in page.text) == (True, True)
    page.press("open", answer=page.code)
    assert "Your query has not been sent yet: it is below." in page.text
    assert asked(world) == []
    page.press("query")
    assert asked(world) == ["Which <books>?"]


def test_a_query_goes_to_the_writer_and_the_answer_stands_on_the_page(world: World) -> None:
    page = governor(world).enter()
    page.press("query", words="Which books?")
    assert "Sent to the lead reviewer." in page.text
    assert "That is asked already." in page.press("query", words="Which books?").text
    assert asked(world) == ["Which books?"]
    world.send_waiting()
    sian = world.person(SIAN)
    sian.read("Margaret Osei has a query about the summary")
    sian.click("Answer")
    sian.click("Send the answer", answer="Those of Year 3")
    assert "Those of Year 3" in page.enter().text
    told = world.person(PRIYA).read("Please tell Margaret Osei: their query about the summary is answered")
    assert "Those of Year 3" not in str(told)


def test_a_query_is_taken_back_until_it_is_answered(world: World) -> None:
    page = governor(world).enter().press("query", words="Which books?")
    late = page.twin()
    assert "The query is taken back." in page.press("drop").text
    assert asked(world) == [""]
    assert "The query is taken back." in late.press("drop").text
    page.press("query", words="Which stories?")
    late = page.twin()
    sian = world.person(SIAN)
    sian.open("paper.answer?query=2")
    sian.click("Send the answer", answer="Those of Year 3")
    assert "answered or changed, so it was not taken back" in late.press("drop").text
    assert asked(world) == ["", "Which stories?"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(" ", "Please write a few words."), ("é" * 1001, "characters; it has 1,001")],
)
def test_too_little_and_too_much_is_said_at_the_field(
    world_on_sqlite: World, words: str, sentence: str
) -> None:
    page = governor(world_on_sqlite).enter().press("query", words=words)
    assert sentence in page.text
    assert 'aria-describedby="words-hint words-error" aria-invalid="true"' in page.text
    assert any(form.get("words", "").strip() == words.strip() for form in Forms(page.text).forms)
    assert asked(world_on_sqlite) == []


def test_a_query_about_an_old_version_is_kept_and_not_sent(world: World) -> None:
    page = governor(world).enter()
    reword(world, AREA, "Talk about stories")
    send(world)
    page.press("query", words="Which books?")
    assert "Your query has not been sent; it is below." in page.text
    assert asked(world) == []
    page.press("query")
    assert asked(world) == ["Which books?"]


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "{{ 7 * 7 }}", "</textarea>&amp;", '" onfocus="alert(1)', "a\0b\x1b"],
)
def test_what_is_typed_comes_out_as_typed(world_on_sqlite: World, hostile: str) -> None:
    page = governor(world_on_sqlite).enter(hostile)
    shown = hostile.replace("\0", "").replace("\x1b", "")
    assert Forms(page.text).forms[0]["answer"] == shown
    page.press("open", answer=page.code).press("query", words=hostile)
    assert asked(world_on_sqlite) == [shown]
    assert shown in unescape(page.text)
    assert hostile not in page.text or hostile == escape(hostile)

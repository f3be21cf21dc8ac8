"""What is said when a paper is saved: which one, where its link leads, and when something looks wrong."""

import pytest

from bot.cards.web_links import sentence
from bot.rules.web_links import Wrong
from tests.chat import Chat, World, error, filled
from tests.conversation.conftest import KATE, SIAN
from tests.conversation.packing import AREAS, LINK, REASON, SHOW, add, links, packing, rows

OTHER = "https://docs.oak.example/other"
TOGETHER = "https://oak.example/ahttps://oak.example/b"
IN_WORDS = "Here is the SEF: https://oak.example/sef thanks"


@pytest.fixture
def priya(world_on_sqlite: World) -> Chat:
    return packing(world_on_sqlite)


def test_each_thing_that_is_saved_is_named(priya: Chat) -> None:
    assert "Saved: the link to the last Ofsted report." in str(add(priya, "Ofsted"))
    assert "Saved: the link to “Data: FFT and ASP/IDSR”." in str(add(priya, "Data"))
    priya.click_in("(SDP/SIP)", "Not applicable")
    saved = str(priya.click("Save the reason", reason=REASON))
    assert "Saved: why the school development or improvement plan (SDP/SIP) does not apply." in saved
    assert "Saved: this is the school’s first peer review" in str(priya.click("First review"))
    assert "Taken out: the last Ofsted report." in str(priya.click_in("Ofsted", "Remove"))


def test_a_click_that_comes_twice_is_told_the_same(priya: Chat) -> None:
    priya.click_in("Ofsted", "Add link")
    twin = priya.twin()
    priya.click("Save the link", link=LINK)
    assert "Saved: the link to the last Ofsted report." in str(twin.click("Save the link", link=LINK))


def test_the_note_says_what_happened_even_when_it_is_empty(priya: Chat) -> None:
    priya.click("Add a note")
    assert "Nothing was typed, so there is no note." in str(priya.click("Save the note", areas=" ", link=""))
    priya.click("Add a note")
    assert "Saved: the self-review note." in str(priya.click("Save the note", areas=AREAS))
    priya.click("Change the note")
    assert "The note is as it was." in str(priya.click("Save the note"))
    priya.click("Change the note")
    assert "The note is empty now." in str(priya.click("Save the note", areas="", link=""))


def test_where_a_link_leads_is_shown_to_those_who_see_it(world_on_sqlite: World, priya: Chat) -> None:
    shown = rows(add(priya, "Ofsted", "https://WRONG.oak.example:8443/x"))
    assert shown["Last Ofsted report"] == "wrong.oak.example:8443, added by Priya Nair"
    priya.click("Add a note")
    shown = rows(priya.click("Save the note", areas=AREAS, link=LINK))
    assert shown["Self-review note (optional)"] == f"{AREAS}\ndocs.oak.example, added by Priya Nair"
    assert "wrong.oak" in str(world_on_sqlite.person(SIAN).open(SHOW))
    assert ".oak.example" not in str(world_on_sqlite.person(KATE).open(SHOW))


def test_the_same_link_twice_is_kept_and_said_for_as_long_as_it_stands(
    world_on_sqlite: World, priya: Chat
) -> None:
    both = (
        "The same link is there for the most recent self-evaluation form (SEF) and the last Ofsted report. "
        "Please check that this is right."
    )
    add(priya, "(SEF)")
    assert both in str(add(priya, "Ofsted"))
    assert links(world_on_sqlite, priya.card) == {LINK}
    assert both in str(add(priya, "(SDP/SIP)", OTHER))
    # It is for whoever can put it right, in the card that stands in their chat as well.
    assert both not in str(world_on_sqlite.person(SIAN).open(SHOW))
    priya.open("date.confirm?review=1&day=2017-12-07")
    assert both in str(priya.read("Paperwork: Oak Primary School"))
    priya.open("links.ask?review=1")
    priya.click("Go back")
    priya.click_in("Ofsted", "Change")
    assert "The same link" not in str(priya.click("Save the link", link=f"{OTHER}/ofsted"))
    assert "The same link" not in str(priya.read("Paperwork: Oak Primary School"))


@pytest.mark.parametrize(("typed", "wrong"), [(TOGETHER, Wrong.TWO_LINKS), (IN_WORDS, Wrong.AMONG_WORDS)])
def test_a_link_that_is_not_alone_is_sent_back_as_it_was_typed(priya: Chat, typed: str, wrong: Wrong) -> None:
    priya.click_in("Ofsted", "Add link")
    form = priya.click("Save the link", link=typed)
    assert error(form, "link") == sentence(wrong)
    assert filled(form) == {"link": (typed,)}


def test_in_another_window_of_ones_own_it_says_you(priya: Chat) -> None:
    priya.click_in("Ofsted", "Add link")
    twin = priya.twin()
    priya.click("Save the link", link=LINK)
    form = twin.click("Save the link", link=OTHER)
    assert "You have just added a link. Yours is not saved yet." in str(form)
    priya.click("Add a note")
    twin = priya.twin()
    priya.click("Save the note", areas=AREAS)
    assert "You have just changed the note." in str(twin.click("Save the note", areas="Reading"))

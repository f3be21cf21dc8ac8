"""All links of a pack in one form."""

import pytest
from sqlalchemy import select

from bot.cards.web_links import sentence
from bot.rules.web_links import Wrong
from storage.models import Change, PackItem
from tests.chat import Chat, World, error, filled
from tests.conversation.conftest import BEN, number
from tests.conversation.packing import DENISE, LINK, SHOW, add, is_done, labels, links, packing, told
from tests.conversation.test_at_once import at_once, pressing

ITEMS = ("sef", "data", "plan", "ofsted", "heads_report", "previous")
LINKS = {item: f"https://docs.oak.example/{item}" for item in ITEMS}


def with_form(world: World) -> Chat:
    priya = packing(world)
    priya.click("Add the links")
    return priya


def test_the_whole_pack_in_one_form_from_the_to_do_list(world: World) -> None:
    packing(world)
    priya = world.person("priya.nair@oak.example")
    priya.type("/peer-review")
    priya.click_in("Send the paperwork", "Add the links")
    shown = priya.click("Save the links", **LINKS)
    assert "Everything is in." in str(shown)
    assert links(priya.world, shown) == set(LINKS.values())
    assert "Add the links" not in labels(shown)
    assert is_done(world)
    assert told(world, "pack.complete") == 3
    with world.sessions() as session:
        assert session.scalars(select(Change.what).where(Change.what == "paper_added")).all() == (
            ["paper_added"] * 6
        )


def test_what_is_left_empty_stays_as_it_is_and_is_asked_for_the_next_time(world_on_sqlite: World) -> None:
    priya = packing(world_on_sqlite)
    add(priya, "Ofsted")
    priya.click("Add the links")
    assert filled(priya.card).keys() == set(ITEMS) - {"ofsted"}
    shown = priya.click("Save the links", sef=LINKS["sef"], data=" ")
    assert links(priya.world, shown) == {LINK, LINKS["sef"]}
    assert "2 of 6 settled." in str(shown)
    assert filled(priya.click("Add the links")).keys() == set(ITEMS) - {"ofsted", "sef"}


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_saved(world_on_sqlite: World) -> None:
    priya = with_form(world_on_sqlite)
    typed = LINKS | {"data": "http://oak.example/data", "plan": "javascript:alert(1)"}
    form = priya.click("Save the links", **typed)
    wrong = {"data": Wrong.NOT_SECURE, "plan": Wrong.OTHER_KIND}
    assert {item: error(form, item) for item in ITEMS} == {
        item: sentence(wrong[item], []) if item in wrong else "" for item in ITEMS
    }
    assert filled(form) == {item: (link,) for item, link in typed.items()}
    with world_on_sqlite.sessions() as session:
        assert session.scalars(select(PackItem.id)).all() == []
    assert links(priya.world, priya.click("Save the links", **LINKS)) == set(LINKS.values())


def test_nothing_at_all_is_said_at_the_first_field(world_on_sqlite: World) -> None:
    priya = with_form(world_on_sqlite)
    assert "at least one link" in error(priya.click("Save the links"), "sef")


def test_the_second_of_two_keeps_their_links_and_is_told_what_the_first_did(world: World) -> None:
    priya = packing(world)
    priya.click("Hand over")
    priya.click("Ask them", person=number(world, DENISE))
    denise = world.person(DENISE)
    denise.open(SHOW)
    priya.click("Add the links")
    denise.click_in("(SEF)", "Add link")
    denise.click("Save the link", link=LINK)
    form = priya.click("Save the links", **LINKS)
    assert "Denise Abbott has just added a link here." in error(form, "sef")
    assert error(form, "data") == ""
    assert filled(form) == {item: (link,) for item, link in LINKS.items()}
    assert links(denise.world, denise.open(SHOW)) == {LINK}
    assert links(priya.world, priya.click("Save the links")) == set(LINKS.values())


def test_taken_out_meanwhile_or_given_a_reason_is_told_as_that(world_on_sqlite: World) -> None:
    priya = packing(world_on_sqlite)
    old = priya.twin()
    old.click("Add the links")
    add(priya, "(SEF)")
    priya.click_in("(SEF)", "Remove")
    priya.click_in("Ofsted", "Not applicable")
    priya.click("Save the reason", reason="None yet")
    form = old.click("Save the links", **LINKS)
    assert "have just taken it out here" in error(form, "sef")
    assert "have just given a reason here" in error(form, "ofsted")


def test_the_same_form_eight_times_saves_once(world: World) -> None:
    priya = with_form(world)
    cards = at_once([pressing(priya.twin(), "Save the links", **LINKS) for _ in range(8)])
    assert all(links(priya.world, card) == set(LINKS.values()) for card in cards)
    with world.sessions() as session:
        assert len(session.scalars(select(Change.id).where(Change.what == "paper_added")).all()) == 6
        assert len(session.scalars(select(Change.id).where(Change.what == "pack")).all()) == 1


def test_an_old_button_once_everything_is_in_shows_the_list(world_on_sqlite: World) -> None:
    priya = with_form(world_on_sqlite)
    twin = priya.twin()
    priya.click("Save the links", **LINKS)
    assert "Everything is in." in str(twin.click("Save the links"))
    assert not twin.open("links.ask?review=1").is_form


@pytest.mark.parametrize("versions", ["", "x", "0", "9.9.9.9.9.9", "0.0.0.0.0.0.0.0.0"])
def test_damaged_versions_replace_nothing(world_on_sqlite: World, versions: str) -> None:
    priya = packing(world_on_sqlite)
    add(priya, "(SEF)")
    form = priya.open(f"links.add?review=1&versions={versions}", sef="https://docs.oak.example/other")
    assert "have just added a link here" in error(form, "sef")
    assert links(priya.world, priya.open(SHOW)) == {LINK}


def test_whoever_may_not_change_the_pack_has_no_form(world_on_sqlite: World) -> None:
    priya = packing(world_on_sqlite)
    ben = world_on_sqlite.person(BEN)
    assert "Add the links" not in labels(ben.open(SHOW))
    for route in ("links.ask", "links.add"):
        refused = ben.open(f"{route}?review=1&versions=0.0.0.0.0.0", **LINKS)
        assert refused.title == "Sorry, I can’t do that"
    assert links(priya.world, priya.open(SHOW)) == set()

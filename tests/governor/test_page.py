"""Behind a link and a code a governor reads a paper and signs it."""

from concurrent.futures import ThreadPoolExecutor
from html import unescape

import pytest

from bot.cards.common import SAFEGUARDING
from bot.rules.roles import Role
from tests.chat import World
from tests.conversation.conftest import OFFICE, PRIYA
from tests.conversation.papering import (
    AREA,
    ELLIE,
    MARGARET,
    STRENGTH,
    made,
    received,
    reword,
    send,
    signed,
)
from tests.governor.pages import (
    MARGARETS,
    Forms,
    governor,
    id_of,
)
from tests.permissions.people import give_role


def test_the_code_shows_the_paper_and_who_has_signed(world: World) -> None:
    page = governor(world).enter()
    for said in (
        STRENGTH,
        AREA,
        "Oak Primary School",
        "Siân Whitcombe",
        "signatures to follow",
        SAFEGUARDING,
    ):
        assert said in unescape(page.text), said
    assert page.buttons == {"sign", "query"}
    assert received(world)["Margaret Osei"] == "governor"


def test_a_second_press_signs_and_says_as_whom(world: World) -> None:
    page = governor(world).enter()
    page.press("sign")
    assert MARGARETS not in signed(world)
    assert Forms(page.text).labels["signed"] == "I sign as Margaret Osei, governor of Oak Primary School"
    page.press("signed")
    assert "Signed. Thank you." in page.text
    assert "Governor:" in page.text
    assert MARGARETS in signed(world)
    assert made(world, "paper_signed") == ["paper_signed"] * 2
    assert page.buttons == {"withdraw", "query"}
    world.send_waiting()
    assert "Margaret Osei (governor)" in str(world.person(OFFICE).read("Summary to release"))
    assert "by link" in str(world.person(PRIYA).open("paper.show?sent=1"))


def test_going_back_signs_nothing(world_on_sqlite: World) -> None:
    page = governor(world_on_sqlite).enter()
    assert STRENGTH in page.press("sign").press("show").text
    assert MARGARETS not in signed(world_on_sqlite)


def test_signing_twice_is_once(world: World) -> None:
    page = governor(world).enter().press("sign")
    other = page.twin()
    page.press("signed")
    assert "You have signed it." in other.press("signed").text
    assert signed(world).count(MARGARETS) == 1


def test_a_signature_can_be_withdrawn_and_given_again(world: World) -> None:
    page = governor(world).enter().press("sign").press("signed")
    other = page.twin()
    assert "Your signature is withdrawn." in page.press("withdraw").text
    assert MARGARETS not in signed(world)
    assert "There is no signature of yours." in other.press("withdraw").text
    assert made(world, "paper_unsigned") == ["paper_unsigned"]
    page.press("sign").press("signed")
    assert MARGARETS in signed(world)


def test_of_two_governors_one_signs(world: World) -> None:
    give_role(world.sessions, ELLIE, Role.GOVERNOR, "oak")
    page = governor(world, token=f"governor.link?sent=1&person={id_of(world, MARGARET)}").enter()
    other = governor(world, token=f"governor.link?sent=1&person={id_of(world, ELLIE)}").enter()
    sure = other.press("sign").twin()
    page.press("sign").press("signed")
    assert "Another governor has signed this version, so nothing was changed." in sure.press("signed").text
    assert sure.buttons == {"query"}
    assert [one for one in signed(world) if one[1] == "governor"] == [MARGARETS]


def test_two_governors_at_once_give_one_signature(world: World) -> None:
    give_role(world.sessions, ELLIE, Role.GOVERNOR, "oak")
    tokens = [f"governor.link?sent=1&person={id_of(world, one)}" for one in (MARGARET, ELLIE)]
    both = [governor(world, token=token).enter().press("sign") for token in tokens]
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda one: one.press("signed"), both))
    assert sum(one[1] == "governor" for one in signed(world)) == 1


def test_an_old_version_is_not_signed_and_the_new_one_is_shown(world: World) -> None:
    page = governor(world).enter().press("sign")
    reword(world, AREA, "Talk about stories")
    send(world)
    page.press("signed")
    assert "There is a newer version of the summary, number 2, and this is it. Nothing has been" in page.text
    assert "Talk about stories" in page.text
    assert "What changed since version 1" in page.text
    assert f"Before: {AREA}" in page.text
    assert (MARGARETS in signed(world, 1), MARGARETS in signed(world, 2)) == (False, False)
    page.press("sign").press("signed")
    assert (MARGARETS in signed(world, 1), MARGARETS in signed(world, 2)) == (False, True)


def test_an_old_link_leads_to_the_newest_version(world: World) -> None:
    page = governor(world)
    reword(world, AREA, "Talk about stories")
    send(world)
    page.enter()
    assert "There is a newer version than the one this link was made for: this is number 2." in page.text
    assert "Talk about stories" in page.text
    assert received(world, 2)["Margaret Osei"] == "governor"


@pytest.mark.parametrize("sent", ["", "x", "99999999999999999999", "2"])
def test_a_version_that_is_not_there_is_not_signed(world_on_sqlite: World, sent: str) -> None:
    page = governor(world_on_sqlite).enter()
    assert "Nothing has been signed." in page.press("sign", sent=sent).text
    assert MARGARETS not in signed(world_on_sqlite)

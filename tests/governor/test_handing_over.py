"""The headteacher and the office hand a governor's link over; a new one closes those before."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.cards.model import Card
from bot.rules.roles import Role
from storage.models import GovernorLink
from tests.chat import LINKS, World, buttons
from tests.conversation.conftest import BEN, CARL, CHIDI, KATE, OFFICE, PRIYA, SIAN
from tests.conversation.papering import (
    AMIT,
    AREA,
    ELLIE,
    MARGARET,
    STRENGTH,
    change_review,
    made,
    reword,
    send,
)
from tests.governor.pages import GIVEN, governor, handed_over, id_of, of_card
from tests.permissions.people import end_roles, give_role

LABEL = "Governor’s link"


def labels(card: Card) -> set[str]:
    return {one.label for one in buttons(card)}


def links(world: World) -> list[GovernorLink]:
    with world.sessions() as session:
        return list(session.scalars(select(GovernorLink).order_by(GovernorLink.id)))


def test_the_headteacher_finds_the_link_on_the_card_that_asks_them_to_sign(world: World) -> None:
    priya = world.person(PRIYA)
    priya.read("Please sign the summary")
    shown = str(priya.click(LABEL))
    assert "Governor’s link for Margaret Osei" in shown
    assert LINKS.code("governor", 1) in shown
    assert "Dear Margaret Osei" in shown
    assert "By e-mail" not in shown
    assert STRENGTH not in shown
    assert priya.card.private
    assert made(world, "governor_link_made") == ["governor_link_made"]


def test_asked_again_it_is_the_same_link_and_code(world: World) -> None:
    first = handed_over(world)
    world.now += timedelta(days=3)
    assert str(handed_over(world).card) == str(first.card)
    assert str(handed_over(world, OFFICE).card) == str(first.card)
    assert len(links(world)) == 1


def test_a_new_link_has_another_code_and_a_second_press_makes_no_second_one(world: World) -> None:
    head = handed_over(world)
    old, twin = of_card(world, head), head.twin()
    head.click("Make a new link")
    new = of_card(world, head)
    assert "The one before opens nothing any more." in str(head.card)
    assert (old.code != new.code, old.path != new.path) == (True, True)
    assert "A new link has been made already" in str(twin.click("Make a new link"))
    assert of_card(world, twin).path == new.path
    assert [one.closed_at is None for one in links(world)] == [False, True]


def test_a_new_link_closes_those_to_earlier_versions_too(world: World) -> None:
    old = governor(world)
    reword(world, AREA, "Talk about stories")
    send(world)
    head = handed_over(world, PRIYA, "governor.link?sent=2")
    assert of_card(world, head).path == old.path
    head.click("Make a new link")
    assert old.open().status == 410
    assert of_card(world, head).enter().status == 200


def test_of_several_governors_one_is_chosen(world: World) -> None:
    give_role(world.sessions, ELLIE, Role.GOVERNOR, "oak")
    head = world.person(PRIYA)
    head.open(GIVEN)
    assert "For whom is the link?" in str(head.card)
    assert links(world) == []
    head.click_in("Margaret Osei", LABEL)
    assert "Governor’s link for Margaret Osei" in str(head.card)


def test_nobody_else_gets_a_link(world: World) -> None:
    handed_over(world)
    person = id_of(world, MARGARET)
    for email in (SIAN, BEN, CHIDI, KATE, CARL, AMIT):
        other = world.person(email)
        assert LABEL not in labels(other.open("paper.show?sent=1"))
        for token in (GIVEN, f"{GIVEN}&person={person}", f"governor.renew?sent=1&person={person}&was=1"):
            refused = other.open(token)
            assert refused.title == "Sorry, I can’t do that"
            assert LINKS.code("governor", 1) not in str(refused)
    assert len(links(world)) == 1


@pytest.mark.parametrize("person", ["0", "1", "999999", "x", "-1"])
def test_there_is_no_link_for_anybody_but_a_governor(world_on_sqlite: World, person: str) -> None:
    for token in (f"{GIVEN}&person={person}", f"governor.renew?sent=1&person={person}&was=0"):
        assert world_on_sqlite.person(PRIYA).open(token).title == "Sorry, I can’t do that"
    assert links(world_on_sqlite) == []


def test_where_there_is_nothing_to_sign_it_says_why(world: World) -> None:
    head = world.person(PRIYA)
    governor(world).enter().press("sign").press("signed")
    assert LABEL not in labels(head.open("paper.show?sent=1"))
    assert "A governor has signed the summary already" in str(head.open(GIVEN))
    reword(world, AREA, "Talk about stories")
    send(world)
    assert "There is a newer version of the summary" in str(head.open(GIVEN))
    end_roles(world.sessions, MARGARET)
    assert "no governor of the school in the roster" in str(head.open("governor.link?sent=2"))
    change_review(world, cancelled_at=world.now)
    assert "has been cancelled" in str(head.open("governor.link?sent=2"))


def test_the_history_says_that_a_link_was_made_and_for_whom(world: World) -> None:
    handed_over(world)
    shown = str(world.person(OFFICE).open("review.history?review=1"))
    assert "made a link for a governor to sign the summary" in shown
    assert "version 1; Margaret Osei" in shown
    assert LINKS.code("governor", 1) not in shown

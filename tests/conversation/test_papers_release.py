"""The office releases a paper to the Management Group, takes it back, and each sees what is theirs to see."""

from datetime import UTC, datetime

import pytest

from bot.cards.model import Card
from bot.rules.roles import Role
from storage.models import RoleAssignment
from tests import roster
from tests.chat import World, buttons, number_of
from tests.conversation.conftest import BEN, CARL, CHANNEL, CHIDI, KATE, LEILA, OFFICE, PRIYA, SIAN, ZOE
from tests.conversation.papering import (
    ACTION,
    AMIT,
    AREA,
    MARGARET,
    OAK,
    STRENGTH,
    made,
    received,
    reword,
    send,
    sent,
    sent_twice,
    told,
    written,
)


def labels(card: Card) -> set[str]:
    return {one.label for one in buttons(card)}


def release(world: World, sent_id: int = 1) -> str:
    return str(world.person(OFFICE).open(f"paper.release?sent={sent_id}"))


def join_the_group(world: World, email: str) -> None:
    with world.sessions.begin() as session:
        person = int(number_of(session, email))
        starts = session.query(RoleAssignment.starts).limit(1).scalar()
        session.add(RoleAssignment(person_id=person, role=Role.MANAGEMENT, starts=starts))
        roster.has_changed(session)


def test_the_office_releases_with_one_click(world: World) -> None:
    sent(world)
    office, amit = world.person(OFFICE), world.person(AMIT)
    assert "has not released this paper" in str(amit.open("paper.show?sent=1"))
    office.read("Summary to release")
    assert "Released. The Management Group is told." in str(office.click("Release to the Management Group"))
    assert labels(office.read(f"Summary sent: {OAK}")) == {"Take it back", "Open"}
    assert labels(amit.read(f"Summary sent: {OAK}")) == {"Open"}
    assert STRENGTH in str(amit.click("Open"))
    assert received(world)["Amit Desai"] == "management"
    assert STRENGTH not in str(world.channel(CHANNEL))


def test_a_second_press_releases_once(world: World) -> None:
    sent(world)
    office = world.person(OFFICE)
    office.read("Summary to release")
    other = office.twin()
    office.click("Release to the Management Group")
    before = told(world, "paper.sent")
    assert "It is released already." in str(other.click("Release to the Management Group"))
    assert (made(world, "paper_released"), told(world, "paper.sent")) == (["paper_released"], before)


def test_whoever_has_it_already_receives_it_once(world: World) -> None:
    join_the_group(world, PRIYA)
    join_the_group(world, BEN)
    sent(world)
    release(world)
    assert (received(world)["Priya Nair"], received(world)["Ben Hartley"]) == ("school", "team")
    assert sum("ummary" in title for title in world.person(PRIYA).titles()) == 1
    assert sum("ummary" in title for title in world.person(BEN).titles()) == 1


def test_what_is_taken_back_is_not_read_any_more(world: World) -> None:
    sent(world)
    release(world)
    office, amit = world.person(OFFICE), world.person(AMIT)
    office.open("paper.show?sent=1")
    assert "Taken back." in str(office.click("Take it back"))
    assert "It is not released." in str(office.open("paper.unrelease?sent=1"))
    assert "Sorry" in amit.open("paper.show?sent=1").title
    [standing] = [card for card in amit.messages if "ummary" in card.title]
    assert "has taken the summary back for now" in str(standing)
    before = told(world, "paper.sent")
    office.open("paper.release?sent=1")
    assert told(world, "paper.sent") == before
    [standing] = [card for card in amit.messages if "ummary" in card.title]
    assert labels(standing) == {"Open"}
    assert made(world, "paper_released", "paper_unreleased") == [
        "paper_released",
        "paper_unreleased",
        "paper_released",
    ]


@pytest.mark.parametrize("told_in_between", [False, True])
def test_released_again_before_the_morning_or_after_it_is_told_once(
    world_on_sqlite: World, told_in_between: bool
) -> None:
    world = world_on_sqlite
    sent(world)
    world.now = datetime(2017, 12, 8, 22, 0, tzinfo=UTC)
    release(world)
    world.person(OFFICE).open("paper.unrelease?sent=1")
    if told_in_between:
        world.wait(days=3)
        assert world.person(AMIT).messages == []
    release(world)
    world.wait(days=3)
    assert world.person(AMIT).titles() == [f"Summary sent: {OAK}"]
    assert STRENGTH in str(world.person(AMIT).open("paper.show?sent=1"))


def test_a_governor_sees_the_papers_and_nothing_else_of_the_review(world_on_sqlite: World) -> None:
    sent(world_on_sqlite)
    shown = world_on_sqlite.person(MARGARET).open("papers.show?review=1")
    assert labels(shown) == {"Open"}


def test_a_correction_is_released_anew_and_the_old_version_stays(world: World) -> None:
    sent(world)
    release(world)
    sent_again(world)
    amit = world.person(AMIT)
    assert AREA in str(amit.open("paper.show?sent=1"))
    assert "Sorry" in amit.open("paper.show?sent=2").title
    assert "stories" not in str(amit.messages)
    assert "version 2" not in str(amit.open("papers.show?review=1"))
    release(world, 2)
    assert "Talk about stories" in str(amit.open("paper.show?sent=2"))
    assert "Talk about stories" in str(amit.read("Summary sent"))
    assert any(title.startswith("There is a newer version") for title in amit.titles())


def test_an_old_version_is_not_released_any_more(world: World) -> None:
    sent_twice(world)
    assert "There is a newer version of the summary" in release(world)
    assert made(world, "paper_released") == []


def sent_again(world: World) -> None:
    reword(world, AREA, "Talk about stories")
    send(world)


def test_only_the_office_releases(world: World) -> None:
    sent(world)
    for email in (PRIYA, SIAN, BEN, CHIDI, KATE, AMIT, CARL, MARGARET):
        for route in ("release", "unrelease"):
            assert "Sorry" in world.person(email).open(f"paper.{route}?sent=1").title
    assert made(world, "paper_released") == []


@pytest.mark.parametrize("paper", ["summary", "plan"])
def test_each_reads_what_the_matrix_shows_to_them(world: World, paper: str) -> None:
    written(world)
    send(world, SIAN if paper == "summary" else CHIDI, paper)
    words = STRENGTH if paper == "summary" else ACTION
    readers = {PRIYA, SIAN, CHIDI, OFFICE, MARGARET} | ({BEN} if paper == "summary" else set())
    for email in (PRIYA, SIAN, BEN, CHIDI, KATE, OFFICE, AMIT, CARL, MARGARET, ZOE, LEILA):
        shown = world.person(email).open("paper.show?sent=1")
        assert (words in str(shown)) is (email in readers), email
        assert ("Sorry" in shown.title) is (email not in readers), email


def test_the_lead_sees_where_the_papers_stand_and_nothing_of_them(world: World) -> None:
    sent(world)
    kate = world.person(KATE)
    kate.open("review.show?review=1")
    shown = kate.click("Sent papers")
    assert "Version 1, sent by Siân Whitcombe" in str(shown)
    assert "It was sent in time." in str(shown)
    assert "Not sent yet. It is due by" in str(shown)
    assert labels(shown) == {"See the review"}
    assert STRENGTH not in str(shown)
    assert "Sorry" in world.person(ZOE).open("papers.show?review=1").title


def test_a_reviewer_knows_nothing_of_the_plan(world: World) -> None:
    written(world)
    send(world, CHIDI, "plan")
    shown = str(world.person(BEN).open("papers.show?review=1"))
    assert "Summary" in shown
    assert "Action plan" not in shown


def test_who_has_received_it_is_there_for_sender_school_and_office(world: World) -> None:
    sent(world)
    release(world)
    for email in (PRIYA, SIAN, OFFICE):
        someone = world.person(email)
        someone.open("paper.show?sent=1")
        shown = str(someone.click("Who has received it"))
        assert "Ben Hartley" in shown
        assert "Amit Desai" in shown
        assert "Management Group, Fri 8 Dec 2017, 10:00" in shown
    for email in (BEN, CHIDI, AMIT, KATE, MARGARET):
        someone = world.person(email)
        assert "Who has received it" not in labels(someone.open("paper.show?sent=1"))
        assert "Sorry" in someone.open("paper.received?sent=1").title


def test_the_history_says_what_was_done_and_nothing_that_was_found(world: World) -> None:
    sent_twice(world)
    release(world, 2)
    shown = str(world.person(KATE).open("review.history?review=1"))
    assert "Siân Whitcombe sent the summary" in shown
    assert "version 2" in shown
    assert "Priya Nair signed the summary" in shown
    assert "released the summary to the Management Group" in shown
    assert STRENGTH not in shown
    assert "stories" not in shown


@pytest.mark.parametrize("sent_id", ["", "0", "99", "-1", "x", "9" * 30])
def test_a_damaged_button_shows_nothing(world_on_sqlite: World, sent_id: str) -> None:
    sent(world_on_sqlite)
    priya = world_on_sqlite.person(PRIYA)
    for route in ("show", "sign", "withdraw", "query", "queries", "received", "changes", "release"):
        assert "Sorry" in priya.open(f"paper.{route}?sent={sent_id}").title

"""Who sees what of a pack, by their part and by the day; and that nothing of it is anywhere else."""

import logging
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, update

from bot.cards.model import Go
from storage.models import Outgoing, Person, RoleAssignment
from tests import roster
from tests.chat import World
from tests.conversation.conftest import BEN, CARL, CHANNEL, CHIDI, KATE, OFFICE, PRIYA, SIAN, ZOE
from tests.conversation.packing import (
    AREAS,
    DENISE,
    LINK,
    REASON,
    SHOW,
    add,
    fill,
    labels,
    links,
    packing,
    rows,
)

AMIT = "amit.desai@consortium.example"
MARGARET = "margaret.osei@oak.example"
CHANGING = (
    "pack.link?review=1&item=sef",
    "pack.add?review=1&item=sef&version=1",
    "pack.reason?review=1&item=sef",
    "pack.skip?review=1&item=sef&version=1",
    "pack.remove?review=1&item=sef&version=1",
    "pack.first?review=1&version=0",
    "longer.ask?review=1&part=pack",
    "longer.give?review=1&part=pack",
    "longer.off?review=1&part=pack",
    "focus.ask?review=1",
    "focus.save?review=1&version=1",
    "hand.ask?review=1&part=pack",
    "hand.over?review=1&part=pack",
    "hand.back?review=1&part=pack",
)


@pytest.fixture
def full(world_on_sqlite: World) -> World:
    """With a link to everything but the Ofsted report, which does not apply."""
    priya = packing(world_on_sqlite)
    fill(priya)
    priya.click_in("Ofsted", "Change")
    priya.click("Not applicable")
    priya.click("Save the reason", reason=REASON)
    return world_on_sqlite


@pytest.mark.parametrize("email", [SIAN, BEN])
def test_the_review_team_reads_links_reasons_and_areas_and_changes_nothing(full: World, email: str) -> None:
    shown = full.person(email).open(SHOW)
    assert links(full, shown) == {LINK}
    assert REASON in str(shown)
    assert AREAS in str(shown)
    assert labels(shown) == {"Open", "See the review"}


def test_a_champion_reads_the_areas_of_focus_alone(full: World) -> None:
    shown = full.person(CHIDI).open(SHOW)
    assert AREAS in str(shown)
    assert (links(full, shown), rows(shown)) == (set(), {})
    assert "anary" not in str(shown).replace(AREAS, "")


@pytest.mark.parametrize("email", [KATE, OFFICE])
def test_the_lead_and_the_office_see_what_is_in_and_nothing_of_it(full: World, email: str) -> None:
    shown = full.person(email).open(SHOW)
    assert rows(shown)["Last Ofsted report"] == "Not applicable"
    assert rows(shown)["Most recent self-evaluation form (SEF)"] == "Link added by Priya Nair"
    assert "anary" not in str(shown)
    assert labels(shown) == {"See the review"}


@pytest.mark.parametrize("email", [AMIT, MARGARET, DENISE, ZOE, CARL, "owen.nobody@oak.example"])
def test_nobody_else_sees_anything(full: World, email: str) -> None:
    refused = str(full.person(email).open(SHOW))
    assert "anary" not in refused
    assert "Paperwork:" not in refused


def test_the_headteacher_alone_changes_it(full: World) -> None:
    filled = {"link": LINK, "reason": "No", "day": "27 Nov", "person": "1", "areas": ""}
    for email in (SIAN, BEN, CHIDI, KATE, OFFICE, MARGARET, DENISE, CARL):
        for token in CHANGING:
            refused = full.person(email).ask(Go.parse(token), {**filled})
            assert refused.title == "Sorry, I can’t do that", (email, token)
            assert "anary" not in str(refused)


@pytest.mark.parametrize("email", [PRIYA, SIAN, BEN, CHIDI, KATE, OFFICE])
def test_those_who_see_it_have_the_button_at_the_review(full: World, email: str) -> None:
    person = full.person(email)
    person.open("review.show?review=1")
    assert person.click("Paperwork").title.startswith("Paperwork: ")


def test_without_the_right_there_is_no_button(full: World) -> None:
    assert "Paperwork" not in labels(full.person(AMIT).open("review.show?review=1"))


def test_a_reviewer_keeps_the_links_for_thirty_days(full: World) -> None:
    ben, sian, priya = full.person(BEN), full.person(SIAN), full.person(PRIYA)
    full.now = datetime(2018, 1, 6, 12, tzinfo=UTC)
    assert links(full, ben.open(SHOW)) == {LINK}
    assert "Change" in labels(priya.open(SHOW))
    full.now = datetime(2018, 1, 7, 12, tzinfo=UTC)
    refused = str(ben.open(SHOW))
    assert "until 30 days after the review" in refused
    assert "anary" not in refused
    assert "Paperwork" not in labels(ben.open("review.show?review=1"))
    assert links(full, sian.open(SHOW)) == links(full, priya.open(SHOW)) == {LINK}
    assert "Change" not in labels(priya.card)
    assert "closed" in str(priya.open("pack.link?review=1&item=sef"))


def test_after_the_day_it_can_still_be_put_right(full: World) -> None:
    full.now = datetime(2017, 12, 11, 12, tzinfo=UTC)
    priya = full.person(PRIYA)
    priya.open(SHOW)
    priya.click_in("Ofsted", "Remove")
    assert "added by" in rows(add(priya, "Ofsted"))["Last Ofsted report"]


def test_a_headteacher_who_has_been_replaced_sees_and_changes_nothing(full: World) -> None:
    priya, margaret = full.person(PRIYA), full.person(MARGARET)
    priya.open(SHOW)
    with full.sessions.begin() as session:
        head = session.scalars(select(RoleAssignment).join(Person).where(Person.email == PRIYA)).first()
        new = session.scalars(select(Person.id).where(Person.email == MARGARET)).one()
        assert head is not None
        session.execute(update(RoleAssignment).where(RoleAssignment.id == head.id).values(person_id=new))
        roster.has_changed(session)
    assert "Only the school’s headteacher" in str(priya.press("Change", "(SEF)", {}))
    assert "anary" not in str(priya.open(SHOW))
    assert links(full, margaret.open(SHOW)) == {LINK}


def test_a_reviewer_who_is_replaced_before_they_are_told_hears_nothing(world_on_sqlite: World) -> None:
    priya = packing(world_on_sqlite)
    world_on_sqlite.wait(hours=12)
    fill(priya)
    kate = world_on_sqlite.person(KATE)
    kate.open("team.show?review=1")
    kate.click_in("Ben Hartley", "Take out")
    world_on_sqlite.wait(hours=12)
    assert "The paperwork is complete" not in str(world_on_sqlite.person(BEN).titles())
    assert "The paperwork is complete" in str(world_on_sqlite.person(SIAN).titles())


def test_nothing_that_was_entered_is_in_a_channel_a_log_or_a_message(
    world_on_sqlite: World, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        priya = packing(world_on_sqlite)
        fill(priya)
        priya.click_in("Ofsted", "Change")
        priya.click("Not applicable")
        priya.click("Save the reason", reason=REASON)
        priya.click_in("(SEF)", "Remove")
        priya.click("Need longer")
        priya.click("Tell the review team", day="27 Nov", why=REASON)
        priya.type("papers Oak", place=CHANNEL)
    assert "anary" not in caplog.text
    assert "anary" not in str(world_on_sqlite.channel(CHANNEL))
    with world_on_sqlite.sessions() as session:
        assert "anary" not in str(session.scalars(select(Outgoing.args)).all())
    for email in (SIAN, BEN, CHIDI, KATE):
        assert LINK not in str(world_on_sqlite.person(email).messages)
        assert AREAS not in str(world_on_sqlite.person(email).messages)


def test_a_day_of_the_calendar_is_what_counts(full: World) -> None:
    """Just before midnight in London the links are still there."""
    full.now = datetime(2018, 1, 6, 23, 59, tzinfo=UTC)
    assert full.now.date() == date(2018, 1, 6)
    assert links(full, full.person(BEN).open(SHOW)) == {LINK}

"""Whose the impact of a review is, what happens where two write, and what is left of a review called off."""

import pytest

from tests.chat import World, filled
from tests.conversation.conftest import BEN, CHANNEL, CHIDI, KATE, OFFICE, OWEN, PRIYA, SIAN, ZOE, booked
from tests.conversation.looking_back import ASK, SHOW, WORDS, in_june, kinds, record, words
from tests.conversation.papering import AMIT, MARGARET
from tests.conversation.test_day_who import ELLIE, joint_head

CANARY = "CanaryImpact"
ACTS = (ASK, "impact.record?review=1&version=1", "impact.take_back?review=1&version=1")


@pytest.mark.parametrize("email", [SIAN, BEN, CHIDI, OWEN, KATE, OFFICE, AMIT, MARGARET, ZOE])
def test_the_headteacher_alone_records_it(world_on_sqlite: World, email: str) -> None:
    world = in_june(world_on_sqlite)
    record(world, CANARY)
    someone = world.person(email)
    for act in ACTS:
        card = someone.open(act, impact="Mine")
        assert card.title == "Sorry, I can’t do that", act
        assert CANARY not in str(card)
    assert (kinds(world), words(world)) == (["impact_recorded"], CANARY)
    reads = email in {SIAN, CHIDI, OWEN, OFFICE, MARGARET}
    assert (CANARY in str(someone.open(SHOW))) is reads
    assert ("Sorry" in someone.card.title) is (email in {BEN, ZOE})


def test_the_history_says_that_it_was_recorded_and_a_channel_no_more(world_on_sqlite: World) -> None:
    world = in_june(world_on_sqlite)
    record(world, CANARY)
    history = str(world.person(KATE).open("review.history?review=1"))
    assert "recorded the impact of the review" in history
    everything = (
        f"{history}{world.channel(CHANNEL)}{world.person(KATE).messages}{world.person(SIAN).messages}"
    )
    assert CANARY not in everything


def test_the_second_of_two_heads_is_told_and_keeps_what_they_typed(world: World) -> None:
    in_june(world)
    joint_head(world)
    priya, ellie = world.person(PRIYA), world.person(ELLIE)
    for someone in (priya, ellie):
        someone.open(ASK)
    priya.click("Record it", impact=WORDS)
    form = ellie.click("Record it", impact="All read daily")
    assert "Priya Nair has changed this while you were here" in str(form)
    assert f"“{WORDS}”" in str(form)
    assert filled(form) == {"impact": ("All read daily",)}
    assert words(world) == WORDS
    ellie.click("Save it")
    assert words(world) == "All read daily"
    assert kinds(world) == ["impact_recorded", "impact_corrected"]


def test_what_somebody_has_changed_meanwhile_is_not_taken_back_unseen(world_on_sqlite: World) -> None:
    world = in_june(world_on_sqlite)
    joint_head(world)
    priya, ellie = record(world), world.person(ELLIE)
    ellie.open(ASK)
    ellie.click("Save it", impact="All read daily")
    assert "Ellie Fenwick has changed this" in str(priya.click("Take it back"))
    assert words(world) == "All read daily"
    ellie.click("Correct it")
    priya.click("Take it back")
    form = ellie.click("Save it", impact="All read")
    assert "It counts as not recorded." in str(form)
    assert filled(form) == {"impact": ("All read",)}
    ellie.click("Record it")
    assert words(world) == "All read"


def test_the_other_headteacher_hears_of_it(world_on_sqlite: World) -> None:
    world = in_june(world_on_sqlite)
    joint_head(world)
    record(world)
    assert any(title.startswith("The impact is recorded") for title in world.person(ELLIE).titles())


def test_of_a_cancelled_review_nothing_is_recorded(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    kate, priya = world_on_sqlite.person(KATE), world_on_sqlite.person(PRIYA)
    kate.open("cancel.do?review=1&day=2017-12-07", reason="Snow")
    assert "has been cancelled" in str(priya.open(ASK))
    assert "The review is cancelled." in str(priya.open(SHOW))
    assert "The review is cancelled." in str(kate.open(SHOW))
    kate.open("cancel.undo?review=1")
    kate.open("postpone.do?review=1&day=2017-12-07", reason="Snow")
    assert "once the review has been held" in str(priya.open(ASK))


def test_a_review_with_a_recorded_impact_has_been_held_and_is_not_moved(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    booked(world)
    world.wait(days=60)
    record(world)
    kate = world.person(KATE)
    assert "has been held" in str(kate.open("move.ask?review=1"))
    assert words(world) == WORDS

"""Two people write one summary: the second is told, sees both, and loses nothing."""

import pytest

from bot.rules.findings import Strand
from tests.chat import World, filled
from tests.conversation.conftest import BEN, SIAN
from tests.conversation.summing_up import (
    IMPACT,
    NOTES,
    SHOW,
    added,
    comments,
    impact,
    kinds,
    noted,
    on_the_day,
    planned_before,
    rows,
    stored,
)
from tests.conversation.test_at_once import at_once, pressing


@pytest.fixture
def day(world_on_sqlite: World) -> World:
    return on_the_day(world_on_sqlite)


def test_of_two_who_change_a_point_the_second_is_told_and_keeps_their_words(world: World) -> None:
    on_the_day(world)
    sian, ben = added(world, strengths="Calm"), world.person(BEN)
    ben.open(SHOW)
    ben.click("Change")
    sian.click("Change")
    sian.click("Save it", text="Calm corridors")
    told = ben.click("Save it", text="Calm classrooms")
    assert "Siân Whitcombe has changed this point while you were here" in str(told)
    assert "It now says: “Calm corridors”" in str(told)
    assert filled(told)["text"] == ("Calm classrooms",)
    assert stored(world)[Strand.STRENGTH] == ["Calm corridors"]
    ben.click("Save it")
    assert stored(world)[Strand.STRENGTH] == ["Calm classrooms"]


def test_whoever_changes_a_point_that_was_taken_out_keeps_their_words(day: World) -> None:
    sian, ben = added(day, areas="Marking"), day.person(BEN)
    ben.open(SHOW)
    ben.click("Change")
    sian.click("Remove")
    told = ben.click("Save it", text="Marking in Year 4")
    assert "Siân Whitcombe has taken this point out" in str(told)
    ben.click("Add them")
    assert stored(day)[Strand.DEVELOPMENT] == ["Marking in Year 4"]


def test_a_point_that_was_changed_since_is_not_taken_out(day: World) -> None:
    sian, ben = added(day, areas="Marking"), day.person(BEN)
    ben.open(SHOW)
    sian.click("Change")
    sian.click("Save it", text="Marking in Year 4")
    assert "Siân Whitcombe has changed that point since" in str(ben.click("Remove"))
    assert stored(day)[Strand.DEVELOPMENT] == ["Marking in Year 4"]


def test_a_point_is_saved_wherever_it_was_put_meanwhile(day: World) -> None:
    sian, ben = added(day, strengths="One\nTwo"), day.person(BEN)
    ben.open(SHOW)
    ben.click_in("2. Two", "Change")
    sian.click_in("2. Two", "Up")
    ben.click("Save it", text="Zwei")
    assert stored(day)[Strand.STRENGTH] == ["Zwei", "One"]


def test_an_old_card_leads_to_nothing_that_is_gone(day: World) -> None:
    sian = added(day, strengths="One\nTwo")
    twin = sian.twin()
    sian.click_in("2. Two", "Remove")
    for label in ("Change", "Up"):
        stale = twin.twin()
        assert "taken out already" in str(stale.click_in("2. Two", label))
    assert rows(sian.open(SHOW))[1:] == ["1. One"]


def test_eight_take_the_notes_at_once_and_each_stands_once(world: World) -> None:
    on_the_day(world)
    noted(world, BEN, Strand.STRENGTH, "One", "Two")
    sian = world.person(SIAN)
    sian.open(NOTES)
    at_once([pressing(sian.twin(), "Take them") for _ in range(8)])
    assert stored(world)[Strand.STRENGTH] == ["One", "Two"]
    assert kinds(world) == ["summary_notes_taken"]


def test_of_two_who_write_the_impact_the_second_is_told_and_keeps_their_words(world: World) -> None:
    on_the_day(world)
    planned_before(world, "Teach phonics daily", "Train the deputy")
    sian, ben = world.person(SIAN), world.person(BEN)
    for someone in (sian, ben):
        form = someone.open(IMPACT)
    _, first, second = filled(form)
    sian.click("Save it", **{"impact": "Much has come of it", first: "Embedded"})
    told = ben.click("Save it", **{"impact": "Little has come of it", second: "Not begun"})
    assert "Siân Whitcombe has changed this while you were here" in str(told)
    assert "“Much has come of it”" in str(told)
    assert "“Embedded”" in str(told)
    assert filled(told)["impact"] == ("Little has come of it",)
    assert (impact(world), comments(world)) == ("Much has come of it", ["Embedded"])
    ben.click("Save it", **{first: "Embedded"})
    assert (impact(world), comments(world)) == ("Little has come of it", ["Embedded", "Not begun"])


def test_the_same_form_twice_is_one_change(day: World) -> None:
    sian = day.person(SIAN)
    sian.open(IMPACT)
    twin = sian.twin()
    sian.click("Save it", impact="Much")
    assert "Saved." in str(twin.click("Save it", impact="Much"))
    assert kinds(day) == ["summary_impact_written"]

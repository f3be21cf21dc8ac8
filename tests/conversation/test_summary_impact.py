"""What came of the previous plan: its actions stand there with their progress, to be commented on."""

import pytest
from sqlalchemy import select

from storage.models import Change
from tests.chat import World, error, filled
from tests.conversation.conftest import SIAN
from tests.conversation.summing_up import (
    IMPACT,
    SHOW,
    comments,
    impact,
    kinds,
    on_the_day,
    planned_before,
)


@pytest.fixture
def day(world_on_sqlite: World) -> World:
    return on_the_day(world_on_sqlite)


def test_the_earlier_actions_stand_there_with_their_progress_and_are_commented_on(world: World) -> None:
    on_the_day(world)
    planned_before(world, "Teach phonics daily", "Train the deputy")
    sian = world.person(SIAN)
    assert "no word yet of the impact of the previous action plan" in str(sian.open(SHOW))
    form = sian.click("Write it")
    assert "Teach phonics daily" in str(form)
    assert "Done on Monday 3 April 2017" in str(form)
    assert "Due on Monday 1 May 2017" in str(form)
    _, first, _ = filled(form)
    card = sian.click("Save it", **{"impact": "Results rose.", first: "Embedded in every class"})
    assert "Results rose." in str(card)
    assert "1 of 2 earlier actions is commented on." in str(card)
    assert "no word yet of the impact" not in str(card)
    read = str(sian.click("Read it all"))
    assert "Done on Monday 3 April 2017. Embedded in every class" in read
    assert "Nothing is said of it yet." in read
    assert kinds(world) == ["summary_impact_written"]


def test_without_an_earlier_plan_there_is_prose_alone_and_nothing_is_missed(day: World) -> None:
    sian = day.person(SIAN)
    card = sian.open(SHOW)
    assert "no earlier action plan here" in str(card)
    assert "no word yet of areas of strength and areas for development" in str(card)
    assert list(filled(sian.click("Write it"))) == ["impact"]
    sian.click("Save it", impact="Reading has improved since 2015.")
    assert impact(day) == "Reading has improved since 2015."


def test_it_can_be_taken_back_and_what_it_was_is_kept(day: World) -> None:
    planned_before(day, "Teach phonics daily")
    sian = day.person(SIAN)
    form = sian.open(IMPACT)
    _, first = filled(form)
    sian.click("Save it", **{"impact": "Much", first: "Embedded"})
    sian.click("Change")
    sian.click("Save it", **{"impact": "", first: ""})
    assert (impact(day), comments(day)) == ("", [""])
    with day.sessions() as session:
        *_, last = session.scalars(select(Change).order_by(Change.id))
    assert (last.was["impact"], list(last.was["comments"].values())) == ("Much", ["Embedded"])


def test_many_actions_come_some_at_a_time_and_each_page_is_saved(day: World) -> None:
    planned_before(day, *(f"Action {n}" for n in range(6)))
    sian = day.person(SIAN)
    form = sian.open(IMPACT)
    names = list(filled(form))
    assert len(names) == 5
    following = sian.click("Save and go on", **{"impact": "Much", names[1]: "First"})
    assert "Saved. Here are the next actions." in str(following)
    assert "Action 5" in str(following)
    assert "impact" not in filled(following)
    last = list(filled(following))[-1]
    card = sian.click("Save it", **{last: "Last"})
    assert "2 of 6 earlier actions are commented on." in str(card)
    assert (impact(day), comments(day)) == ("Much", ["First", "Last"])
    read = str(sian.click("Read it all"))
    assert "Action 0" in read
    assert "Action 5" in str(sian.click("More (2 left)"))


def test_five_thousand_characters_are_kept_and_more_are_refused_and_kept_in_the_form(day: World) -> None:
    sian, long = day.person(SIAN), "Word by word. " * 357
    sian.open(IMPACT)
    sian.click("Save it", impact=long)
    assert impact(day) == long.strip()
    assert long.strip() in str(sian.click("Read it all"))
    sian.open(IMPACT)
    assert "Saved." in str(sian.click("Save it"))
    assert kinds(day) == ["summary_impact_written"]
    sian.open(IMPACT)
    told = sian.click("Save it", impact="a" * 5_001, impact2="")
    assert "5,001" in error(told, "impact")
    assert "".join(value for values in filled(told).values() for value in values) == "a" * 5_001
    assert impact(day) == long.strip()


def test_a_comment_that_is_too_long_is_said_at_its_box(day: World) -> None:
    planned_before(day, "Teach phonics daily")
    sian = day.person(SIAN)
    _, first = filled(sian.open(IMPACT))
    told = sian.click("Save it", **{first: "a" * 1_001})
    assert "1,001" in error(told, first)
    assert filled(told)[first] == ("a" * 1_001,)
    assert kinds(day) == []

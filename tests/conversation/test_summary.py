"""The lead reviewer and the team write the summary: points typed or taken from the notes, put in order."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.rules.findings import Strand
from storage.models import Change, SummaryPoint, TeamNote
from tests.chat import World, error, filled
from tests.conversation.conftest import BEN, MARTIN, SIAN
from tests.conversation.summing_up import (
    NOTES,
    SHOW,
    TITLE,
    WRITE,
    added,
    kinds,
    noted,
    on_the_day,
    point,
    rows,
    stored,
)

STRENGTHS = ("Calm corridors", "Kind pupils", "Rich reading", "Clear routines")
AREAS = ("Marking in Year 4", "Phonics groups", "Use of data", "Outdoor space")
LONG = "Every child could say what they were learning. " * 107


@pytest.fixture
def day(world_on_sqlite: World) -> World:
    return on_the_day(world_on_sqlite)


def test_three_clicks_fill_it_with_four_and_four_from_the_notes_and_the_fourth_previews_it(
    world: World,
) -> None:
    on_the_day(world)
    noted(world, BEN, Strand.STRENGTH, *STRENGTHS)
    noted(world, MARTIN, Strand.DEVELOPMENT, *AREAS)
    noted(world, MARTIN, Strand.ACTIVITY, "Learning walk")
    sian = world.person(SIAN)
    assert sian.type("/peer-review summary Oak").title == TITLE
    sian.click("Take from the notes (8)")
    card = sian.click("Take them")
    assert "8 points are added." in str(card)
    assert stored(world) == {Strand.STRENGTH: list(STRENGTHS), Strand.DEVELOPMENT: list(AREAS)}
    assert "From a note of the day" in str(card)
    [preview] = [button for button in card.buttons if button.label == "Preview and send"]
    assert str(getattr(preview, "to", "")) == "paper.preview?paper=summary&review=1"
    assert kinds(world) == ["summary_notes_taken"]


def test_a_note_that_was_taken_is_marked_among_the_notes(day: World) -> None:
    noted(day, BEN, Strand.STRENGTH, "Calm corridors", "Kind pupils")
    sian = day.person(SIAN)
    first = filled(sian.open(NOTES))["strengths"][0]
    sian.click("Take them", strengths=(first,))
    assert str(sian.open("team_notes.show?review=1")).count("it stands in the summary") == 1


def test_of_the_notes_those_are_taken_that_are_ticked_and_none_twice(day: World) -> None:
    noted(day, BEN, Strand.STRENGTH, *STRENGTHS)
    sian = day.person(SIAN)
    form = sian.open(NOTES)
    first = filled(form)["strengths"][0]
    twin = sian.twin()
    sian.click("Take them", strengths=(first,))
    assert stored(day)[Strand.STRENGTH] == ["Calm corridors"]
    assert "stand in the summary already" in str(twin.click("Take them", strengths=(first,)))
    assert "Calm corridors" not in str(sian.open(NOTES))
    sian.open(NOTES)
    sian.click("Take them")
    assert stored(day)[Strand.STRENGTH] == list(STRENGTHS)
    assert "no notes that could be taken" in str(sian.open(NOTES))
    assert kinds(day) == ["summary_notes_taken", "summary_notes_taken"]


def test_a_note_whose_point_was_taken_out_can_be_taken_again(day: World) -> None:
    noted(day, BEN, Strand.STRENGTH, "Calm corridors")
    sian = day.person(SIAN)
    sian.open(NOTES)
    sian.click("Take them")
    sian.click("Remove")
    sian.click("Take from the notes (1)")
    sian.click("Take them")
    assert stored(day)[Strand.STRENGTH] == ["Calm corridors"]


def test_no_note_chosen_is_said_and_a_note_taken_out_meanwhile_is_not_taken(day: World) -> None:
    noted(day, BEN, Strand.STRENGTH, "Calm corridors")
    sian = day.person(SIAN)
    sian.open(NOTES)
    twin = sian.twin()
    assert "choose at least one note" in str(sian.click("Take them", strengths=()))
    with day.sessions.begin() as session:
        session.scalars(select(TeamNote)).one().removed_at = day.now
    assert "taken out of the notes" in str(twin.click("Take them"))
    assert kinds(day) == []


def test_many_notes_come_a_page_at_a_time(day: World) -> None:
    noted(day, BEN, Strand.STRENGTH, *(f"Strength {n}" for n in range(35)))
    noted(day, BEN, Strand.DEVELOPMENT, *(f"Area {n}" for n in range(30)))
    sian = day.person(SIAN)
    sian.open(NOTES)
    sian.click("More notes (35)")
    sian.click("Take them")
    assert [len(found) for found in stored(day).values()] == [5, 25]
    sian.open(NOTES)
    sian.click("Take them")
    sian.open(NOTES)
    sian.click("Take them")
    assert [len(found) for found in stored(day).values()] == [35, 30]


def test_several_points_are_typed_at_once_a_line_each_and_the_same_stands_once(day: World) -> None:
    sian = added(day, strengths="- Calm corridors\n\n- Kind pupils\nKind pupils", areas="1. Marking")
    assert "3 points are added." in str(sian.card)
    sian.open(WRITE)
    assert "stands in the summary already" in str(sian.click("Add them", areas="Marking"))
    assert stored(day) == {
        Strand.STRENGTH: ["Calm corridors", "Kind pupils"],
        Strand.DEVELOPMENT: ["Marking"],
    }


def test_forty_strengths_and_five_thousand_characters_in_one_are_kept_and_nothing_is_cut(
    world: World,
) -> None:
    on_the_day(world)
    long = LONG[:4_999] + "."
    forty = [f"Strength number {n}" for n in range(39)]
    sian = added(world, strengths="\n".join([long, *forty]), areas="One")
    assert stored(world)[Strand.STRENGTH] == [long, *forty]
    assert len(long) == 5_000
    assert rows(sian.card)[1].endswith("…")
    assert long in str(sian.click("Read it all"))
    sian.open(SHOW)
    seen = list(rows(sian.card))[1:]
    while any(button.label.startswith("More") for button in sian.card.buttons):
        [more] = [button.label for button in sian.card.buttons if button.label.startswith("More")]
        sian.click(more)
        seen += rows(sian.card)
    assert len(seen) == 41


def test_a_long_point_comes_in_boxes_that_every_surface_takes_and_is_one_again(day: World) -> None:
    long = LONG[:4_999] + "."
    sian = added(day, strengths=long)
    form = sian.click("Change")
    typed = filled(form)
    assert max(len(value) for values in typed.values() for value in values) <= 2_800
    assert "Saved." in str(sian.click("Save it"))
    assert kinds(day) == ["summary_points_added"]
    sian.click("Change")
    last = typed["text2"][0]
    sian.click("Save it", text2=f"{last[:-1]}!")
    assert stored(day)[Strand.STRENGTH] == [long[:-1] + "!"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "at least one point"),
        ({"strengths": "a" * 5_001}, "5,001 characters"),
        ({"areas": "a\n" * 5_001}, "10,000"),
        ({"areas": "\n".join("ab" * 21)}, "42 lines"),
    ],
)
def test_what_will_not_do_changes_nothing_and_is_kept(
    day: World, typed: dict[str, str], sentence: str
) -> None:
    sian = added(day, **typed)
    assert sentence in str(sian.card)
    for name, value in typed.items():
        assert filled(sian.card)[name] == (value.strip(),)
    assert kinds(day) == []


def test_a_point_is_put_right_and_moved_to_the_other_heading(day: World) -> None:
    added(day, strengths="Calm coridors", areas="Marking")
    ben = day.person(BEN)
    ben.open(SHOW)
    ben.click_in("Calm", "Change")
    ben.click("Save it", text="Calm corridors", strand="development")
    assert stored(day) == {Strand.STRENGTH: [], Strand.DEVELOPMENT: ["Marking", "Calm corridors"]}
    with day.sessions() as session:
        last = session.scalars(select(Change).order_by(Change.id.desc())).first()
    assert last is not None
    assert (last.was["text"], last.was["strand"], last.now["text"]) == (
        "Calm coridors",
        "strength",
        "Calm corridors",
    )


@pytest.mark.parametrize(
    ("fields", "name"),
    [({"text": " "}, "text"), ({"text": "a" * 5_001}, "text"), ({"strand": "activity"}, "strand")],
)
def test_a_point_that_will_not_do_stays_as_it_was(day: World, fields: dict[str, str], name: str) -> None:
    sian = added(day, strengths="Calm")
    sian.click("Change")
    assert error(sian.click("Save it", **fields), name)
    assert kinds(day) == ["summary_points_added"]


def test_points_change_their_order_under_their_own_heading(world: World) -> None:
    on_the_day(world)
    sian = added(world, strengths="One\nTwo\nThree", areas="Four")
    sian.click_in("3. Three", "Up")
    assert rows(sian.card)[1:] == ["1. One", "2. Three", "3. Two", "1. Four"]
    sian.click_in("1. One", "Down")
    assert stored(world)[Strand.STRENGTH] == ["Three", "One", "Two"]
    sian.open(f"summary.place?review=1&point={point(world, 'Two')}&to=99")
    assert kinds(world) == ["summary_points_added", "summary_point_placed", "summary_point_placed"]


def test_what_was_taken_out_is_put_back_at_once_or_later(day: World) -> None:
    sian = added(day, strengths="One\nTwo")
    twin = sian.twin()
    sian.click_in("1. One", "Remove")
    assert "is taken out" in str(twin.click_in("1. One", "Remove"))
    assert stored(day)[Strand.STRENGTH] == ["Two"]
    sian.click("Put it back")
    assert stored(day)[Strand.STRENGTH] == ["Two", "One"]
    sian.click_in("1. Two", "Remove")
    sian.open(SHOW)
    sian.click("Taken out (1)")
    twin = sian.twin()
    sian.click("Put it back")
    twin.click("Put it back")
    assert stored(day)[Strand.STRENGTH] == ["One", "Two"]
    assert kinds(day)[1:] == ["summary_point_removed", "summary_point_put_back"] * 2


def test_how_it_stands_is_said_in_words(day: World) -> None:
    sian = added(day, strengths="Calm corridors")
    assert "Not sent yet. It is due on Thursday 14 December 2017." in str(sian.card)
    assert "There is no word yet of areas for development." in str(sian.card)
    day.now = datetime(2017, 12, 15, 9, 0, tzinfo=UTC)
    assert "It was due on Thursday 14 December 2017: 1 working day late." in str(sian.open(SHOW))
    day.now = datetime(2017, 12, 18, 9, 0, tzinfo=UTC)
    assert "2 working days late" in str(sian.open(SHOW))


def test_it_stands_in_the_list_of_the_lead_reviewer_from_the_day_on(world_on_sqlite: World) -> None:
    wanted = "Write the summary of Oak Primary School"
    on_the_day(world_on_sqlite)
    sian = world_on_sqlite.person(SIAN)
    assert wanted in str(sian.type("/peer-review"))
    assert wanted not in str(world_on_sqlite.person(BEN).type("/peer-review"))
    assert sian.click_in("Write the summary", "Write the summary").title == TITLE
    world_on_sqlite.now = datetime(2017, 12, 6, 9, 0, tzinfo=UTC)
    assert wanted not in str(sian.type("/peer-review"))


def test_hostile_words_come_out_as_they_were_typed(day: World) -> None:
    words = "{{ 7*7 }} <w:p> & =HYPERLINK(1) <!channel> **bold**"
    sian = added(day, strengths=words)
    assert words in str(sian.card)
    with day.sessions() as session:
        assert session.scalars(select(SummaryPoint.text)).one() == words

"""On the day the review team jots down what it finds, and sees it gathered."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.cards.model import Card, Listing
from storage.models import Change, TeamNote
from tests.chat import Chat, World, error, filled
from tests.conversation.conftest import (
    BEN,
    CARL,
    CHANNEL,
    CHIDI,
    KATE,
    MARTIN,
    OFFICE,
    PRIYA,
    SIAN,
    ZOE,
    booked,
    number,
)

SHOW, ASK = "team_notes.show?review=1", "team_notes.ask?review=1"
TITLE = "Notes of the day: Oak Primary School, Thursday 7 December 2017"
ROUTES = (
    SHOW,
    ASK,
    "team_notes.add?review=1",
    "team_notes.change?review=1&note=1",
    "team_notes.save?review=1&note=1&version=1",
    "team_notes.remove?review=1&note=1&version=1",
)


def on_the_day(world: World) -> World:
    booked(world)
    world.now = datetime(2017, 12, 7, 10, 0, tzinfo=UTC)
    return world


@pytest.fixture
def day(world_on_sqlite: World) -> World:
    return on_the_day(world_on_sqlite)


def rows(card: Card) -> list[tuple[str, str]]:
    return [
        (row.title, str(row.detail)) for part in card.blocks if isinstance(part, Listing) for row in part.rows
    ]


def stored(world: World) -> list[tuple[str, str]]:
    with world.sessions() as session:
        found = session.scalars(select(TeamNote).where(TeamNote.removed_at.is_(None)).order_by(TeamNote.id))
        return [(one.strand.value, one.text) for one in found]


def note(world: World, email: str, typed: str) -> Chat:
    someone = world.person(email)
    someone.type(typed)
    return someone


def test_a_line_is_noted_by_one_command(world: World) -> None:
    ben = note(on_the_day(world), BEN, "/peer-review note strength: Calm corridors")
    assert ben.card.title == TITLE
    assert rows(ben.card) == [("Calm corridors", "Area of strength, noted by Ben Hartley")]
    assert stored(world) == [("strength", "Calm corridors")]


def test_the_lead_reviewer_has_all_of_them_by_heading(day: World) -> None:
    note(day, MARTIN, "note development: Marking in Year 4")
    note(day, BEN, "note Oak strength: Calm corridors")
    note(day, BEN, "note activity: Learning walk")
    assert rows(note(day, SIAN, "notes").card) == [
        ("Calm corridors", "Area of strength, noted by Ben Hartley"),
        ("Marking in Year 4", "Area for development, noted by Martin Kowalczyk"),
        ("Learning walk", "Activity undertaken, noted by Ben Hartley"),
    ]


def test_each_line_can_have_a_heading_of_its_own(day: World) -> None:
    ben = note(
        day, BEN, "note strength: Calm corridors\ndevelopment: Marking\nPhonics\nactivity: Learning walk"
    )
    assert "4 notes added." in str(ben.card)
    assert stored(day) == [
        ("strength", "Calm corridors"),
        ("development", "Marking"),
        ("development", "Phonics"),
        ("activity", "Learning walk"),
    ]


def test_several_lines_are_several_notes_and_the_same_is_noted_once(day: World) -> None:
    ben = day.person(BEN)
    ben.open(ASK)
    ben.click("Note it", strand="explored", notes="- Reading\n- Maths\n\nReading")
    assert "2 notes added." in str(ben.card)
    ben.open(ASK)
    assert "noted already" in str(ben.click("Note it", strand="explored", notes="Maths"))
    assert stored(day) == [("explored", "Reading"), ("explored", "Maths")]


def test_what_is_not_plain_is_asked_and_kept(day: World) -> None:
    ben = note(day, BEN, "/peer-review note calm corridors")
    assert ben.card.title.startswith("A note of the day")
    assert "heading" in error(ben.click("Note it"), "strand")
    assert stored(day) == []
    ben.click("Note it", strand="strength")
    assert stored(day) == [("strength", "calm corridors")]


def test_a_school_that_is_none_of_theirs_is_asked_after_and_the_words_are_kept(day: World) -> None:
    ben = note(day, BEN, "note Elm House strength: Calm corridors")
    assert "Elm House" in str(ben.card)
    assert "review" in error(ben.click("Note it"), "review")
    ben.click("Note it", review="1")
    assert stored(day) == [("strength", "Calm corridors")]


@pytest.mark.parametrize(
    "typed", ["notes", "/peer-review note", "notes Oak", "notes of the day", "note at Oak"]
)
def test_the_notes_are_found_by_what_is_typed(day: World, typed: str) -> None:
    note(day, BEN, "note strength: Calm")
    assert rows(note(day, SIAN, typed).card) == [("Calm", "Area of strength, noted by Ben Hartley")]


def test_what_is_noted_is_kept_to_its_last_word(day: World) -> None:
    note(day, BEN, "note strength: Pupils say please and thank you")
    assert stored(day) == [("strength", "Pupils say please and thank you")]


def test_whoever_names_the_school_finds_the_notes_of_a_review_that_is_long_over(day: World) -> None:
    note(day, SIAN, "note strength: Calm")
    day.now = datetime(2018, 3, 1, 10, 0, tzinfo=UTC)
    assert "Yours has not come yet" in str(note(day, SIAN, "notes").card)
    assert note(day, SIAN, "notes Oak").card.title == TITLE
    assert note(day, SIAN, "note Oak activity: Learning walk").card.title == TITLE
    assert len(stored(day)) == 2


def test_a_form_for_a_note_never_stands_where_others_read_along(day: World) -> None:
    ben = day.person(BEN)
    for typed in ("note Calm corridors", "note Elm House strength: Calm corridors"):
        ben.type(typed, place=CHANNEL)
        assert (ben.card.is_form, ben.card.private) == (True, True)
    ben.click("Note it", strand="strength", review="1")
    ben.click("Change")
    assert (ben.card.is_form, ben.card.private) == (True, True)


def test_whoever_has_two_reviews_means_the_one_of_today(day: World) -> None:
    day.now = datetime(2017, 12, 1, 10, 0, tzinfo=UTC)
    kate = day.person(KATE)
    kate.type("/schedule-review St Anne's, Fri 15 Dec", place=CHANNEL)
    kate.click("See the timetable", lead_reviewer=number(day, BEN), reviewers=number(day, ZOE))
    kate.click("Book it", champions_reason="Nobody is free")
    day.now = datetime(2017, 12, 15, 10, 0, tzinfo=UTC)
    assert note(day, BEN, "note strength: Kind pupils").card.title.startswith("Notes of the day: St Anne")
    day.now = datetime(2017, 12, 16, 10, 0, tzinfo=UTC)
    asked = note(day, BEN, "note strength: Calm corridors")
    assert error(asked.click("Note it"), "review")
    asked.click("Note it", review="1")
    assert asked.card.title == TITLE
    assert note(day, BEN, "notes").card.title == "Which review do you mean?"
    assert note(day, BEN, "notes Oak").card.title == TITLE


@pytest.mark.parametrize(
    ("notes", "sentence"),
    [
        (" ", "what you saw"),
        ("a" * 1001, "1,001 characters"),
        ("a\n" * 5_001, "10,000"),
        ("\n".join("ab" * 21), "42 lines"),
    ],
)
def test_what_will_not_do_changes_nothing_and_is_kept(day: World, notes: str, sentence: str) -> None:
    ben = day.person(BEN)
    ben.open(ASK)
    shown = ben.click("Note it", strand="strength", notes=notes)
    assert sentence in str(shown)
    assert filled(shown).get("notes", ("",)) == (notes.strip(),)
    assert stored(day) == []


def test_a_note_is_put_right_by_whoever_made_it_and_by_the_lead_reviewer(day: World) -> None:
    ben = note(day, BEN, "note strength: Calm coridors")
    ben.click("Change")
    ben.click("Save it", note="Calm corridors")
    sian, martin = note(day, SIAN, "notes"), note(day, MARTIN, "notes")
    sian.click("Change")
    sian.click("Save it", strand="development")
    assert stored(day) == [("development", "Calm corridors")]
    assert "can change it" in str(martin.open("team_notes.change?review=1&note=1"))
    with day.sessions() as session:
        kept = [one.was.get("text") for one in session.scalars(select(Change)) if one.what == "note_changed"]
    assert kept == ["Calm coridors", "Calm corridors"]


def test_of_two_who_change_a_note_the_second_is_told_and_loses_nothing(day: World) -> None:
    ben, sian = note(day, BEN, "note strength: Calm"), day.person(SIAN)
    sian.open("team_notes.change?review=1&note=1")
    ben.click("Change")
    ben.click("Save it", note="Calm corridors")
    told = sian.click("Save it", note="Calm classrooms")
    assert "It now says: “Calm corridors”" in str(told)
    assert "Calm classrooms" in str(told)
    sian.click("Save it")
    assert stored(day) == [("strength", "Calm classrooms")]


def test_what_was_taken_out_can_be_noted_anew(day: World) -> None:
    ben, sian = note(day, BEN, "note strength: Calm"), day.person(SIAN)
    sian.open("team_notes.change?review=1&note=1")
    twin = ben.twin()
    ben.click("Remove")
    assert "is taken out" in str(twin.click("Remove"))
    assert stored(day) == []
    kept = sian.click("Save it", note="Calm corridors")
    assert "has been taken out" in error(kept, "notes")
    sian.click("Note it")
    assert stored(day) == [("strength", "Calm corridors")]


@pytest.mark.parametrize("email", [PRIYA, CHIDI, KATE, OFFICE, CARL, ZOE])
def test_nobody_else_makes_or_sees_them(day: World, email: str) -> None:
    note(day, BEN, "note strength: Canary")
    someone = day.person(email)
    for route in ROUTES:
        shown = someone.open(route, strand="strength", notes="Mine", note="Mine")
        assert "Only the review team" in str(shown)
        assert "Canary" not in str(shown)
    for typed in ("notes", "note strength: Mine"):
        assert "Canary" not in str(someone.type(typed))
    assert stored(day) == [("strength", "Canary")]
    assert "Notes of the day" not in str(someone.open("review.show?review=1"))


def test_before_the_day_and_of_a_review_that_is_off_nothing_is_noted(world_on_sqlite: World) -> None:
    kate, ben = booked(world_on_sqlite), world_on_sqlite.person(BEN)
    assert "from the day of the review on" in str(ben.open(ASK))
    assert "Yours has not come yet" in str(ben.type("note strength: Early"))
    world_on_sqlite.now = datetime(2017, 12, 7, 10, 0, tzinfo=UTC)
    assert "Notes of the day" in str(ben.open("review.show?review=1"))
    kate.open("postpone.ask?review=1")
    kate.click("Postpone it", reason="Snow")
    assert "from the day of the review on" in str(ben.open("team_notes.add?review=1", notes="Late"))
    kate.open("cancel.ask?review=1")
    kate.click("Cancel it", reason="Snow")
    assert "cancelled" in str(ben.open("team_notes.add?review=1", notes="Late"))
    assert stored(world_on_sqlite) == []


def test_what_is_noted_stands_in_no_history_and_no_channel(day: World) -> None:
    note(day, BEN, "note strength: Canary")
    history = day.person(KATE).open("review.history?review=1")
    assert "made notes of the day" in str(history)
    day.send_waiting()
    assert "Canary" not in str(history) + str(day.channel(CHANNEL)) + str(day.room.posts)


@pytest.mark.parametrize(
    "token", ["team_notes.show?review=9", "team_notes.change?review=1&note=9", "team_notes.add"]
)
def test_damaged_buttons_change_nothing(day: World, token: str) -> None:
    assert day.person(BEN).open(token, strand="strength", notes="Mine").title.startswith("Sorry")
    assert stored(day) == []

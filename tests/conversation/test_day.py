"""The timetable of a review day: the head writes it, the team has it, and hears of what changes."""

from datetime import date

import pytest
from sqlalchemy import select

from bot.cards import slack
from bot.cards.model import Card, Prose, Table, Text
from bot.rules.milestones import Kind
from storage.models import Change, DayTimetable, Milestone, Outgoing, TimetableSlot
from tests.chat import Chat, World, error
from tests.conversation.conftest import BEN, CHANNEL, CHIDI, KATE, MARTIN, OFFICE, OWEN, PRIYA, SIAN, booked

TYPED = "8.30 Welcome, Hall\n9.15-10 Phonics, Year 1, with KM\nhalf 10 Learning walk, with Priya"
ROWS = (
    ("08:30", "Welcome", "Hall", ""),
    ("09:15–10:00", "Phonics", "Year 1", "KM"),
    ("10:30", "Learning walk", "", "Priya"),
)
SENT = "Timetable for the day: Oak Primary School, Thursday 7 December 2017"
TEAM = (SIAN, BEN, MARTIN)


def rows(card: Card) -> tuple[tuple[str, ...], ...]:
    return next((block.rows for block in card.blocks if isinstance(block, Table)), ())


def field(card: Card) -> Prose:
    [found] = [block for block in card.blocks if isinstance(block, Prose)]
    return found


def head_with_form(world: World) -> Chat:
    booked(world)
    priya = world.person(PRIYA)
    priya.open("day.show?review=1")
    priya.click("Add timetable")
    return priya


def final(world: World, typed: str = TYPED) -> Chat:
    priya = head_with_form(world)
    priya.click("Send to the team", rows=typed)
    return priya


def milestone(world: World) -> Milestone:
    with world.sessions() as session:
        return session.scalars(select(Milestone).where(Milestone.kind == Kind.TIMETABLE)).one()


def heard(world: World, email: str) -> list[str]:
    """What came after the question whether they can."""
    return [title for title in world.person(email).titles() if "imetable for the day" in title]


def test_the_form_is_sent_in_one_go_and_the_team_is_told(world: World) -> None:
    priya = final(world)
    assert rows(priya.card) == ROWS
    assert "Sent. The review team is told." in str(priya.card)
    for email in TEAM:
        assert heard(world, email) == [SENT]
        card = world.person(email).read(SENT)
        assert rows(card) == ROWS
        assert "Priya Nair has sent you the timetable" in str(card)
    for email in (CHIDI, OWEN, KATE, PRIYA):
        assert heard(world, email) == []
    assert milestone(world).done_at == world.now
    assert milestone(world).done_by_id is not None
    reader = world.person(BEN)
    reader.read(SENT)
    opened = reader.click("Open the timetable")
    assert rows(opened) == ROWS
    assert "Final: Priya Nair sent it to the team, Wed 1 Nov 2017, 09:00." in str(opened)
    assert [button.label for button in opened.buttons] == ["See the review"]


def test_a_draft_is_kept_and_made_final_with_one_click(world: World) -> None:
    priya = head_with_form(world)
    card = priya.click("Keep as draft", rows=TYPED)
    assert rows(card) == ROWS
    assert "This is a draft: the team has not seen it." in str(card)
    assert "A draft, kept by Priya Nair" in str(priya.open("day.show?review=1"))
    assert heard(world, SIAN) == []
    assert rows(world.person(SIAN).open("day.show?review=1")) == ()
    assert milestone(world).done_at is None
    assert rows(priya.click("Send it to the team")) == ROWS
    assert heard(world, SIAN) == [SENT]


def test_it_is_in_the_list_of_what_is_to_do_until_it_is_final(world: World) -> None:
    booked(world)
    priya = world.person(PRIYA)
    assert SENT not in str(priya.type("/peer-review"))
    world.wait(days=16)
    card = priya.type("/peer-review")
    assert SENT in str(card)
    assert "By Wednesday 6 December 2017, 16:00." in str(card)
    priya.click_in(SENT, "Add timetable")
    priya.click("Keep as draft", rows=TYPED)
    priya.type("/peer-review")
    assert rows(priya.click_in(SENT, "Same as draft: send it to the team")) == ROWS
    assert heard(world, BEN) == [SENT]
    assert SENT not in str(priya.type("/peer-review"))
    assert SENT not in str(world.person(KATE).type("/peer-review"))


def test_what_cannot_stand_comes_back_whole_and_changes_nothing(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    priya = head_with_form(world)
    typed = f"{TYPED}\nLunch\n10-9.30 Maths"
    for label in ("Send to the team", "Keep as draft"):
        card = priya.click(label, rows=typed)
        assert field(card).value == typed
        assert error(card, "rows") == (
            "Nothing is saved yet.\n"
            "Row 4 (“Lunch”): please begin with a time, such as 9.15 or 09:15–10:00.\n"
            "Row 5 (“10-9.30 Maths”): it ends at 09:30, which is not after 10:00."
        )
        assert [block for block in card.blocks if isinstance(block, Text)] == []
    with world.sessions() as session:
        assert session.scalars(select(DayTimetable)).all() == []
    priya.click("Send to the team", rows=TYPED)
    assert heard(world, BEN) == [SENT]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "error='Please write at least one row, for example: 9.15 Phonics, Year 1, with KM.'"),
        ("9 x\n" * 41, "A timetable can have 40 rows; this has 41."),
        ("9.15 " + "x" * 300, "please keep a row to 200 characters; this has 300."),
    ],
)
def test_nothing_too_much_and_too_long(world_on_sqlite: World, typed: str, sentence: str) -> None:
    priya = head_with_form(world_on_sqlite)
    card = priya.click("Send to the team", rows=typed)
    assert sentence in str(card)
    assert field(card).value == typed.strip()


def test_the_team_hears_what_changed_and_not_the_whole_again(world: World) -> None:
    priya = final(world)
    priya.click("Change it")
    assert field(priya.card).value == TYPED
    priya.click("Send to the team", rows="8.30 Welcome, Hall\n9.30 Phonics, Year 1, with KM\n11 Books")
    assert heard(world, SIAN)[1:] == [
        "Changed: the timetable for the day, Oak Primary School, Thursday 7 December 2017"
    ]
    news = world.person(SIAN).messages[-1]
    assert rows(news) == ()
    said = [str(getattr(block, "body", "")) for block in news.blocks]
    assert said == [
        "Priya Nair has changed the timetable for the day.",
        "Now: 09:30 Phonics, Year 1, with KM (was: 09:15–10:00 Phonics, Year 1, with KM)",
        "No longer: 10:30 Learning walk, with Priya",
        "New: 11:00 Books",
    ]
    # The message with the timetable in it is kept as it is.
    assert ("11:00", "Books", "", "") in rows(world.person(SIAN).read(SENT))
    assert "Sent" in str(priya.card)


def test_a_change_of_nothing_tells_nobody(world: World) -> None:
    priya = final(world)
    priya.click("Change it")
    card = priya.click("Send to the team", rows=TYPED.replace("9.15-10", "09:15 – 10:00"))
    assert "The team has exactly this already." in str(card)
    assert heard(world, SIAN) == [SENT]


def test_a_timetable_changed_before_it_went_is_told_once(world: World) -> None:
    world.now = world.now.replace(hour=20)
    priya = final(world)
    priya.click("Change it")
    priya.click("Send to the team", rows=f"{TYPED}\n11 Books")
    world.wait(hours=12)
    assert heard(world, SIAN) == [SENT]
    assert len(rows(world.person(SIAN).read(SENT))) == 4


def test_most_of_it_changed_is_shown_whole(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    priya = final(world, "\n".join(f"{8 + n // 6}:{n % 6 * 10:02} Lesson {n}" for n in range(20)))
    priya.click("Change it")
    priya.click("Send to the team", rows="\n".join(f"{8 + n // 6}:{n % 6 * 10:02} Walk" for n in range(20)))
    news = world.person(SIAN).messages[-1]
    assert "has changed most of the day" in str(news)
    assert len(rows(news)) == 20


def test_taken_back_it_is_a_draft_again(world: World) -> None:
    priya = final(world)
    card = priya.click("Take it back")
    assert rows(card) == ROWS
    assert "Taken back: this is a draft now, and the team is told." in str(card)
    assert "has not seen it" not in str(card)
    assert milestone(world).done_at is None
    assert world.person(SIAN).titles()[-1] == (
        "Taken back: the timetable for the day, Oak Primary School, Thursday 7 December 2017"
    )
    assert heard(world, SIAN)[0] != SENT
    assert rows(world.person(SIAN).open("day.show?review=1")) == ()
    priya.click("Send it to the team")
    assert heard(world, SIAN)[-1] == SENT
    assert milestone(world).done_at == world.now


def test_taken_back_before_it_went_nobody_hears_of_it(world: World) -> None:
    world.now = world.now.replace(hour=20)
    priya = final(world)
    priya.click("Take it back")
    world.wait(hours=12)
    assert heard(world, SIAN) == []


def test_a_draft_beside_what_the_team_has(world: World) -> None:
    priya = final(world)
    priya.click("Change it")
    card = priya.click("Keep as draft", rows=f"{TYPED}\n11 Books")
    assert "The team still has the one of Wed 1 Nov 2017, 09:00." in str(card)
    assert len(rows(card)) == 4
    assert rows(world.person(SIAN).open("day.show?review=1")) == ROWS
    assert rows(priya.click("What the team has")) == ROWS
    priya.click("See the draft")
    assert rows(priya.click("Drop the draft")) == ROWS
    priya.click("Change it")
    assert field(priya.card).value.splitlines()[1] == "09:15–10:00 | Phonics | Year 1 | with KM"
    assert heard(world, SIAN) == [SENT]


def test_the_history_says_what_was_done_and_no_row(world: World) -> None:
    priya = final(world)
    priya.click("Change it")
    priya.click("Send to the team", rows="9 Assembly, Hall")
    priya.click("Take it back")
    for email in (KATE, OFFICE, PRIYA):
        history = str(world.person(email).open("review.history?review=1"))
        assert "Priya Nair sent the timetable for the day to the team" in history
        assert "Priya Nair changed the timetable for the day" in history
        assert "Priya Nair took the timetable for the day back" in history
        assert [word for word in ("Phonics", "Assembly", "Hall") if word in history] == []
    with world.sessions() as session:
        [change] = session.scalars(select(Change).where(Change.what == "day_changed"))
        assert [row["activity"] for row in change.was["rows"]] == ["Welcome", "Phonics", "Learning walk"]


def test_the_channels_card_shows_how_far_it_is_and_no_row(world: World) -> None:
    final(world)
    assert "Welcome" not in str(world.channel(CHANNEL))
    with world.sessions() as session:
        told = session.scalars(select(Outgoing).where(Outgoing.template.startswith("day."))).all()
        assert {message.group_id for message in told} == {None}
        assert all("Welcome" not in str(message.args) for message in told)
        assert len(session.scalars(select(TimetableSlot)).all()) == 3


def test_taken_back_after_a_move_it_is_due_for_the_new_day(world_on_sqlite: World) -> None:
    priya = final(world_on_sqlite)
    kate = world_on_sqlite.person(KATE)
    kate.open("move.ask?review=1&version=1")
    kate.open("review.show?review=1")
    kate.click("Move it")
    kate.click("See what changes", day="Tues 12 Dec", reason="")
    kate.click("Move it")
    assert milestone(world_on_sqlite).due == date(2017, 12, 6)
    priya.open("day.show?review=1")
    priya.click("Take it back")
    assert milestone(world_on_sqlite).due == date(2017, 12, 11)


def test_of_a_postponed_review_reviewers_keep_the_timetable(world_on_sqlite: World) -> None:
    final(world_on_sqlite)
    kate = world_on_sqlite.person(KATE)
    kate.open("review.show?review=1")
    kate.click("Postpone it")
    kate.click("Postpone it", reason="Snow")
    world_on_sqlite.wait(days=90)
    assert rows(world_on_sqlite.person(BEN).open("day.show?review=1")) == ROWS


def test_of_many_rows_that_cannot_stand_five_are_named_at_the_field(world_on_sqlite: World) -> None:
    priya = head_with_form(world_on_sqlite)
    card = priya.click("Send to the team", rows="9.15 Phonics\n" + "\n".join(f"Lesson {n}" for n in range(8)))
    lines = error(card, "rows").splitlines()
    assert lines[0] == "Nothing is saved yet."
    assert [line.partition(" (")[0] for line in lines[1:6]] == [f"Row {n}" for n in range(2, 7)]
    assert lines[6:] == ["And 3 more."]
    assert slack.errors(card) == {"rows": error(card, "rows")}


def test_rows_at_one_time_are_told_each_with_what_it_was(world: World) -> None:
    priya = final(world, "9.15 Phonics, Year 1, with KM\n9.15 Maths, Year 4, with SW")
    assert rows(world.person(SIAN).read(SENT)) == (
        ("09:15", "Phonics", "Year 1", "KM"),
        ("09:15", "Maths", "Year 4", "SW"),
    )
    priya.click("Change it")
    priya.click("Send to the team", rows="9.15 Reading, Year 4, with SW\n9.15 Phonics, Year 1, with KM")
    news = world.person(SIAN).messages[-1]
    assert [str(getattr(block, "body", "")) for block in news.blocks][1:] == [
        "Now: 09:15 Reading, Year 4, with SW (was: 09:15 Maths, Year 4, with SW)"
    ]


def test_the_same_rows_at_one_time_in_another_order_are_no_change(world: World) -> None:
    priya = final(world, "9.15 Phonics, Year 1\n9.15 Maths, Year 4")
    priya.click("Change it")
    card = priya.click("Send to the team", rows="9.15 Maths, Year 4\n9.15 Phonics, Year 1")
    assert "The team has exactly this already." in str(card)
    assert heard(world, SIAN) == [SENT]


def test_after_the_review_the_head_reads_that_they_have_not_sent_it(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    priya = head_with_form(world)
    nothing = world.now
    world.now = world.now.replace(month=12, day=8)
    card = priya.open("day.show?review=1")
    assert "You have not sent it to the review team." in str(card)
    assert "The headteacher has not sent it" not in str(card)
    world.now = nothing
    priya.open("day.ask?review=1")
    priya.click("Keep as draft", rows=TYPED)
    world.now = world.now.replace(month=12, day=8)
    card = priya.open("day.show?review=1")
    assert rows(card) == ROWS
    assert "You have not sent it to the review team. This is the draft, kept by Priya Nair" in str(card)
    assert [button.label for button in card.buttons] == ["See the review"]
    other = world.person(SIAN).open("day.show?review=1")
    assert rows(other) == ()
    assert "The headteacher has not sent one. It was due by Wednesday 6 December 2017, 16:00." in str(other)


def test_after_the_review_the_head_still_sees_the_draft_beside_what_was_sent(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    priya = final(world)
    priya.click("Change it")
    priya.click("Keep as draft", rows="9.15 Maths")
    world.now = world.now.replace(month=12, day=8)
    assert rows(priya.open("day.show?review=1")) == ROWS
    assert rows(priya.click("See the draft")) == (("09:15", "Maths"),)
    assert "See the draft" not in str(world.person(SIAN).open("day.show?review=1"))
    assert rows(world.person(SIAN).open("day.show?review=1&which=draft")) == ROWS

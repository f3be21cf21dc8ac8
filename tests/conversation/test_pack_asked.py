"""The headteacher is asked for the papers once the date stands, by one card that is kept as the pack is."""

import pytest
from sqlalchemy import select

from bot.rules.roles import Role
from storage.models import Person, RoleAssignment
from tests import roster
from tests.chat import Chat, Fields, World
from tests.chat import buttons as pressable
from tests.conversation.conftest import KATE, LEILA, MARTIN, OWEN, PRIYA, SIAN, booked, number
from tests.conversation.packing import DENISE, LINK, ROWS, SHOW, add, fill, labels, links, rows, told

MARGARET = "margaret.osei@oak.example"
PAPERWORK = "Paperwork: Oak Primary School, Thursday 7 December 2017"
LATER = "Paperwork: Oak Primary School, Thursday 1 February 2018"
OUT_OF_DATE = "This message is out of date"


def confirmed(world: World) -> Chat:
    """Priya has confirmed the date, and has the card before her."""
    booked(world)
    priya = world.person(PRIYA)
    confirm(priya)
    priya.read("Paperwork: ")
    return priya


def confirm(priya: Chat) -> None:
    priya.read("Does ")
    priya.click("Confirm")


def move(world: World, day: str = "Thurs 1 Feb 2018") -> None:
    kate = world.person(KATE)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day=day)
    kate.click("Move it")


def live(priya: Chat) -> list[str]:
    return [title for title in priya.titles() if title.startswith("Paperwork")]


def joint(world: World) -> Chat:
    """Margaret heads Oak as well."""
    with world.sessions.begin() as session:
        held = session.scalars(
            select(RoleAssignment).join(Person).where(Person.email == PRIYA, RoleAssignment.role == Role.HEAD)
        ).first()
        assert held is not None
        new = session.scalars(select(Person.id).where(Person.email == MARGARET)).one()
        session.add(
            RoleAssignment(person_id=new, role=held.role, school_id=held.school_id, starts=held.starts)
        )
        roster.has_changed(session)
    return world.person(MARGARET)


def test_confirming_the_date_brings_the_card_with_all_the_papers(world: World) -> None:
    priya = confirmed(world)
    assert live(priya) == [PAPERWORK]
    assert len(rows(priya.card)) == len(ROWS) + 1
    assert "needs a link, or a word why it does not apply" in str(priya.card)
    assert {"Add link", "Not applicable", "Need longer", "Hand over"} <= labels(priya.card)
    assert "Link added" not in str(add(priya, "(SEF)"))
    assert links(world, priya.read(PAPERWORK)) == {LINK}


def test_before_the_date_is_confirmed_nobody_is_asked(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    assert live(world_on_sqlite.person(PRIYA)) == []


def test_confirmed_has_a_button_to_the_paperwork(world_on_sqlite: World) -> None:
    priya = confirmed(world_on_sqlite)
    priya.read("Confirmed: ")
    assert priya.click("Paperwork").title == PAPERWORK


def test_the_card_is_kept_as_the_pack_is_whoever_changes_it(world: World) -> None:
    priya, denise = confirmed(world), world.person(DENISE)
    priya.click("Hand over")
    priya.click("Ask them", person=number(world, DENISE))
    denise.open(SHOW)
    add(denise, "Ofsted")
    shown = priya.read("Paperwork: ")
    assert rows(shown)["Last Ofsted report"] == "docs.oak.example, added by Denise Abbott"
    assert "Denise Abbott added a link to the paperwork: Last Ofsted report." in str(shown)
    denise.click("Need longer")
    denise.click("Tell the review team", day="27 Nov")
    assert "Denise Abbott needs longer, until Monday 27 November 2017" in str(priya.read("Paperwork: "))
    denise.click("Add a note")
    denise.click("Save the note", areas="Reading")
    assert "Reading" in str(priya.read("Paperwork: "))
    denise.click_in("Ofsted", "Remove")
    assert rows(priya.read("Paperwork: "))["Last Ofsted report"] == "Still needed"
    assert live(priya) == [PAPERWORK]


def test_a_form_that_is_half_filled_in_is_never_written_over_by_somebody_elses_change(
    world_on_sqlite: World,
) -> None:
    shown = confirmed(world_on_sqlite).card
    assert [button.label for button in pressable(shown) if not button.aside] == []


def test_complete_it_says_so_and_nothing_is_asked_any_more(world_on_sqlite: World) -> None:
    priya = confirmed(world_on_sqlite)
    fill(priya)
    shown = str(priya.read("Paperwork: "))
    assert "Everything is in." in shown
    assert "needs a link" not in shown


def test_where_it_is_complete_already_nobody_is_asked(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    priya = world_on_sqlite.person(PRIYA)
    priya.open(SHOW)
    fill(priya)
    confirm(priya)
    assert live(priya) == []


def test_a_date_that_is_confirmed_once_more_is_not_asked_about_twice(world_on_sqlite: World) -> None:
    priya = confirmed(world_on_sqlite)
    priya.read("Confirmed: ")
    priya.click("It doesn’t suit after all")
    priya.click("Confirm")
    assert live(priya) == [PAPERWORK]
    assert told(world_on_sqlite, "pack.ask") == 1


def test_a_moved_review_asks_again_once_its_new_date_is_confirmed(world: World) -> None:
    priya = confirmed(world)
    move(world)
    assert live(priya) == []
    assert priya.titles().count(OUT_OF_DATE) == 2
    confirm(priya)
    assert live(priya) == [LATER]
    move(world, "Thurs 7 Dec")
    confirm(priya)
    assert live(priya) == [PAPERWORK]


def test_moved_at_night_the_card_of_the_old_date_never_goes(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    priya = world_on_sqlite.person(PRIYA)
    priya.read("Does ")
    world_on_sqlite.wait(hours=12)
    priya.click("Confirm")
    move(world_on_sqlite)
    world_on_sqlite.wait(hours=12)
    assert live(priya) == []
    confirm(priya)
    assert live(priya) == [LATER]


def test_a_cancelled_review_has_no_card_and_one_that_is_brought_back_has_one(world_on_sqlite: World) -> None:
    priya, kate = confirmed(world_on_sqlite), world_on_sqlite.person(KATE)
    kate.open("cancel.ask?review=1")
    kate.click("Cancel it", reason="Snow")
    assert live(priya) == []
    kate.open("cancel.undo?review=1")
    assert live(priya) == [PAPERWORK]


def test_a_postponed_review_keeps_the_card_without_a_date(world_on_sqlite: World) -> None:
    priya, kate = confirmed(world_on_sqlite), world_on_sqlite.person(KATE)
    kate.open("postpone.ask?review=1")
    kate.click("Postpone it", reason="Snow")
    assert "no date at the moment" in str(priya.read("Paperwork: "))


def test_every_headteacher_of_the_school_has_the_card(world_on_sqlite: World) -> None:
    margaret = joint(world_on_sqlite)
    priya = confirmed(world_on_sqlite)
    add(priya, "(SEF)")
    assert live(margaret) == [PAPERWORK]
    shown = margaret.read("Paperwork: ")
    assert links(world_on_sqlite, shown) == {LINK}
    assert rows(shown)["Most recent self-evaluation form (SEF)"] == "docs.oak.example, added by Priya Nair"


def test_the_head_who_books_their_own_school_is_asked_at_once(world_on_sqlite: World) -> None:
    kate = world_on_sqlite.person(KATE)
    kate.type("/schedule-review Holly Lane, Thurs 7 Dec")
    people: Fields = {
        "lead_reviewer": number(world_on_sqlite, SIAN),
        "reviewers": (number(world_on_sqlite, PRIYA), number(world_on_sqlite, MARTIN)),
        "champions": (number(world_on_sqlite, OWEN), number(world_on_sqlite, LEILA)),
    }
    kate.click("See the timetable", **people)
    kate.click("Book it")
    assert [title for title in live(kate) if "Holly Lane" in title]


def test_a_date_that_the_head_suggested_asks_as_soon_as_it_is_used(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    booked(world)
    priya = world.person(PRIYA)
    priya.read("Does ")
    priya.click("Suggest another date")
    priya.click("Suggest it", day="Thurs 1 Feb 2018")
    kate = world.person(KATE)
    kate.read("suggests")
    kate.click("Use this date")
    if "Use it all the same" in labels(kate.card):
        kate.click("Use it all the same")
    assert live(priya) == [LATER]


def test_one_who_heads_the_school_no_longer_keeps_no_card(world_on_sqlite: World) -> None:
    margaret, priya = joint(world_on_sqlite), confirmed(world_on_sqlite)
    with world_on_sqlite.sessions.begin() as session:
        for held in session.scalars(select(RoleAssignment).join(Person).where(Person.email == PRIYA)):
            session.delete(held)
        roster.has_changed(session)
    margaret.open(SHOW)
    add(margaret, "(SEF)")
    assert links(world_on_sqlite, priya.card) == set()
    assert links(world_on_sqlite, margaret.read("Paperwork: ")) == {LINK}


def test_whoever_it_was_handed_to_completes_it_and_the_head_hears(world_on_sqlite: World) -> None:
    priya, denise = confirmed(world_on_sqlite), world_on_sqlite.person(DENISE)
    priya.click("Hand over")
    priya.click("Ask them", person=number(world_on_sqlite, DENISE))
    denise.open(SHOW)
    shown = fill(denise)
    assert "Everything is in now, and the review team has been told." in str(shown)
    done = priya.read("The paperwork is complete: ")
    assert "Denise Abbott has completed the paperwork; the review team has been told." in str(done)
    assert "Everything is in." in str(priya.read("Paperwork: "))
    assert priya.titles().count(done.title) == 1
    assert done.title in world_on_sqlite.person(SIAN).titles()


@pytest.mark.parametrize("email", [PRIYA, MARGARET])
def test_a_head_who_completes_it_is_not_told_of_it(world_on_sqlite: World, email: str) -> None:
    joint(world_on_sqlite)
    booked(world_on_sqlite)
    head = world_on_sqlite.person(email)
    head.open(SHOW)
    fill(head)
    assert "The paperwork is complete" not in str(head.titles())
    assert told(world_on_sqlite, "pack.completed") == 0

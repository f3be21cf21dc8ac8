"""Two at once, months-old buttons, replaced people, and reviews that move under an agreed meeting."""

from sqlalchemy import select

from bot.rules.roles import Role
from storage.models import Change, Milestone, Person, RoleAssignment
from tests import roster
from tests.chat import World
from tests.conversation.conftest import BEN, KATE, LEILA, MARTIN, PRIYA, SIAN, booked, number
from tests.conversation.meeting import ASK, SHOW, agreed, milestone, propose, proposed, stored
from tests.conversation.test_at_once import at_once, pressing

TOM = "tom.garrod@oak.example"


def kinds(world: World) -> list[str]:
    with world.sessions() as session:
        return list(session.scalars(select(Change.what).order_by(Change.id)))


def moved(world: World, day: str) -> None:
    kate = world.person(KATE)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day=day)
    assert kate.click("Move it").title.startswith("Moved")


def replaced_head(world: World) -> None:
    """Tom Garrod is the headteacher of Oak instead of Priya Nair."""
    with world.sessions.begin() as session:
        held = session.scalars(
            select(RoleAssignment)
            .join(Person, Person.id == RoleAssignment.person_id)
            .where(Person.email == PRIYA, RoleAssignment.role == Role.HEAD)
        ).one()
        held.person_id = session.scalars(select(Person.id).where(Person.email == TOM)).one()
        roster.has_changed(session)


def test_both_propose_and_the_second_keeps_what_they_typed(world: World) -> None:
    booked(world)
    sian, priya = world.person(SIAN), world.person(PRIYA)
    for someone in (sian, priya):
        someone.open(ASK)
    sian.click("Propose it", day="28 Nov", time="14:30", place="The hall")
    form = priya.click("Propose it", day="29 Nov", time="10:00", place="My office")
    said = "Siân Whitcombe has proposed Tuesday 28 November 2017, 14:30 (The hall) while you were here."
    assert said in str(form)
    assert "My office" in str(form)
    assert kinds(world) == ["booked", "meeting_proposed"]
    assert "Wednesday 29 November 2017, 10:00: proposed" in str(priya.click("Propose it"))


def test_a_form_to_move_it_sees_that_it_was_agreed_meanwhile(world: World) -> None:
    proposed(world)
    sian = world.person(SIAN)
    sian.open(ASK)
    priya = world.person(PRIYA)
    priya.read("suit you")
    priya.click("Confirm")
    form = sian.click("Propose it", day="29 Nov")
    assert "Priya Nair has agreed to Tuesday 28 November 2017, 14:30 while you were here." in str(form)
    assert milestone(world).agreed is not None


def test_both_press_at_once_and_one_time_is_proposed(world: World) -> None:
    booked(world)
    both = [world.person(SIAN), world.person(PRIYA)]
    for someone in both:
        someone.open(ASK)
    acts = [
        pressing(chat, "Propose it", day=day, time="14:30")
        for chat, day in zip(both, ("28 Nov", "29 Nov"), strict=True)
    ]
    cards = at_once(acts)
    assert sorted(card.is_form for card in cards) == [False, True]
    assert kinds(world) == ["booked", "meeting_proposed"]


def test_eight_confirm_at_once_and_everyone_is_told_once(world: World) -> None:
    proposed(world)
    priya = world.person(PRIYA)
    priya.read("suit you")
    at_once([pressing(priya.twin(), "Confirm") for _ in range(8)])
    world.send_waiting()
    assert kinds(world) == ["booked", "meeting_proposed", "meeting_agreed"]
    assert len([title for title in world.person(BEN).titles() if "agreed" in title]) == 1


def test_a_button_about_an_earlier_time_confirms_nothing(world: World) -> None:
    proposed(world)
    priya = world.person(PRIYA)
    old = priya.read("Does Tuesday 28 November")
    propose(world, SIAN, day="29 Nov")
    priya.card = old
    card = priya.click("Confirm")
    assert "Another time has been proposed since. Does this one suit?" in str(card)
    assert milestone(world).agreed is None
    priya.click("Confirm")
    assert milestone(world).agreed is not None


def test_two_write_the_focus_and_the_second_sees_the_first(world: World) -> None:
    booked(world)
    sian, priya = world.person(SIAN), world.person(PRIYA)
    sian.open("meeting.focus?review=1")
    sian.click("Save it", focus="Reading")
    for someone in (sian, priya):
        someone.open("meeting.focus?review=1")
    sian.click("Save it", focus="Writing")
    form = priya.click("Save it", focus="Phonics")
    assert "Siân Whitcombe has changed this while you were here" in str(form)
    assert "“Writing”" in str(form)
    assert stored(world).focus == "Writing"
    priya.click("Save it")
    assert stored(world).focus == "Phonics"


def test_two_record_it_and_the_second_sees_the_first(world: World) -> None:
    agreed(world)
    world.wait(days=28)
    sian, priya = world.person(SIAN), world.person(PRIYA)
    for someone in (sian, priya):
        someone.open("meeting.record?review=1")
    sian.click("Record it", focus="Reading")
    form = priya.click("Record it", focus="Phonics")
    assert "Siân Whitcombe has changed this while you were here" in str(form)
    assert "Phonics" in str(form)
    priya.click("Record it")
    assert stored(world).focus == "Phonics"
    assert kinds(world)[-2:] == ["meeting_recorded", "meeting_recorded"]


def test_a_review_moved_before_the_meeting_has_it_agreed_again(world: World) -> None:
    agreed(world)
    moved(world, "28 Nov")
    assert milestone(world).agreed is None
    assert "To be agreed again" in str(world.person(BEN).open(SHOW))
    assert "Agree the time of the pre-review meeting" in str(world.person(SIAN).type("/peer-review"))
    moved(world, "7 Dec")
    # The same time suits again, and has to be agreed again all the same.
    sian = propose(world, SIAN)
    assert "Proposed. I have asked Priya Nair" in str(sian.card)
    priya = world.person(PRIYA)
    priya.read("Does Tuesday 28 November")
    priya.click("Confirm")
    assert milestone(world).agreed is not None


def test_a_review_moved_behind_the_meeting_leaves_it(world: World) -> None:
    agreed(world)
    moved(world, "12 Dec")
    assert milestone(world).agreed is not None
    assert "To be agreed again" not in str(world.person(BEN).open(SHOW))


def test_a_cancelled_or_postponed_review_arranges_no_meeting(world: World) -> None:
    proposed(world)
    priya, kate = world.person(PRIYA), world.person(KATE)
    priya.read("suit you")
    kate.open("postpone.ask?review=1")
    kate.click("Postpone it", reason="Ofsted")
    assert "has no date at the moment" in str(priya.click("Confirm"))
    assert "has no date at the moment" in str(world.person(SIAN).open(ASK))
    version = stored(world).version
    assert "Saved" in str(priya.open(f"meeting.keep_focus?review=1&version={version}", focus="Reading"))
    kate.open("cancel.ask?review=1")
    kate.click("Cancel it", reason="Merger")
    assert "there is nothing to prepare" in str(priya.open("meeting.focus?review=1"))
    assert "there is nothing to prepare" in str(priya.open("questions.ask?review=1"))
    assert "The review is cancelled." in str(priya.open(SHOW))


def test_a_head_who_was_replaced_has_no_part_in_it(world: World) -> None:
    proposed(world)
    priya = world.person(PRIYA)
    priya.read("suit you")
    replaced_head(world)
    assert priya.click("Confirm").title == "Sorry, I can’t do that"
    assert priya.open(SHOW).title == "Sorry, I can’t do that"
    tom = world.person(TOM)
    assert "Confirm the pre-review meeting" in str(tom.type("/peer-review"))
    tom.open(SHOW)
    tom.click("Confirm")
    assert milestone(world).agreed is not None


def test_a_head_replaced_overnight_is_not_asked_in_the_morning(world: World) -> None:
    booked(world)
    world.now = world.now.replace(hour=20)
    propose(world, SIAN)
    replaced_head(world)
    world.wait(hours=12)
    assert not any("pre-review meeting" in title for title in world.person(PRIYA).titles())


def test_a_lead_reviewer_who_was_replaced_has_still_asked_the_head(world: World) -> None:
    proposed(world)
    kate = world.person(KATE)
    kate.open("team.show?review=1")
    kate.click_in("Siân Whitcombe", "Replace")
    kate.click("Ask them", person=number(world, LEILA))
    assert world.person(SIAN).open(ASK).title == "Sorry, I can’t do that"
    leila = world.person(LEILA)
    leila.open(SHOW)
    assert "Confirm" not in {button.label for button in leila.card.buttons}
    priya = world.person(PRIYA)
    priya.read("suit you")
    priya.click("Confirm")
    assert milestone(world).agreed is not None


def test_proposed_and_confirmed_in_one_night_is_told_once_in_the_morning(world: World) -> None:
    booked(world)
    world.now = world.now.replace(hour=20)
    propose(world, SIAN)
    priya = world.person(PRIYA)
    priya.open(SHOW)
    priya.click("Confirm")
    world.wait(hours=12)
    assert not any("suit you for" in title for title in priya.titles())
    for email in (SIAN, BEN, MARTIN):
        assert len([title for title in world.person(email).titles() if "agreed" in title]) == 1


def test_a_meeting_for_tomorrow_is_asked_about_at_once(world: World) -> None:
    booked(world)
    world.now = world.now.replace(hour=20)
    propose(world, SIAN, day="2 Nov")
    assert any("suit you for" in title for title in world.person(PRIYA).titles())


def test_nothing_is_told_of_a_review_that_was_called_off_overnight(world: World) -> None:
    booked(world)
    world.now = world.now.replace(hour=20)
    propose(world, SIAN)
    kate = world.person(KATE)
    kate.open("cancel.ask?review=1")
    kate.click("Cancel it", reason="Flood")
    world.wait(hours=12)
    assert not any("meeting" in title for title in world.person(PRIYA).titles())


def test_the_other_dates_stay_as_they_were(world: World) -> None:
    """Agreeing a time lays the timetable out anew, as on the day on which the review was booked."""
    booked(world)
    before = dates(world)
    world.wait(days=10)
    propose(world, SIAN)
    priya = world.person(PRIYA)
    priya.open(SHOW)
    priya.click("Confirm")
    after = dates(world)
    assert {kind: due for kind, due in after.items() if kind != "meeting"} == {
        kind: due for kind, due in before.items() if kind != "meeting"
    }


def dates(world: World) -> dict[str, object]:
    with world.sessions() as session:
        return {str(row.kind): (row.due, row.short_notice) for row in session.scalars(select(Milestone))}


def test_when_an_agreed_time_moves_no_card_says_the_old_one_any_more(world: World) -> None:
    agreed(world)
    old = "Pre-review meeting agreed: Tuesday 28 November 2017, 14:30"
    told = [world.person(email) for email in (BEN, MARTIN, SIAN, PRIYA)]
    assert any(old in one.titles() for one in told)
    propose(world, PRIYA, day="29 Nov", time="3.45pm")
    for one in told:
        assert old not in one.titles()
    moved_card = world.person(BEN).read("The pre-review meeting moves")
    assert "it had been agreed for Tuesday 28 November 2017, 14:30" in str(moved_card)
    sian = world.person(SIAN)
    sian.read("Does Wednesday 29 November 2017, 15:45 suit you")
    sian.click("Confirm")
    for email in (BEN, MARTIN, PRIYA):
        assert "Pre-review meeting agreed: Wednesday 29 November 2017, 15:45" in world.person(email).titles()


def test_the_form_to_move_an_agreed_meeting_says_what_the_schedule_asks_for(world: World) -> None:
    agreed(world)
    sian = world.person(SIAN)
    form = sian.open(ASK)
    assert "The schedule asks for it by Thursday 30 November 2017" in str(form)
    assert "The schedule asks" not in str(sian.click("Propose it", day="30 Nov"))
    sian.open(ASK)
    late = sian.click("Propose it", day="1 Dec")
    assert "The schedule asks for the meeting by Thursday 30 November 2017." in str(late)

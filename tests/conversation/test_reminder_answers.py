"""What people answer to a reminder: not now, it is done, it is not mine."""

from bot.cards.model import Card
from tests.chat import Chat, World, buttons
from tests.conversation.afterwards import DENISE
from tests.conversation.conftest import (
    BEN,
    KATE,
    PRIYA,
    SIAN,
    booked,
    number,
)
from tests.conversation.reminding import (
    agreed,
    november,
    reminders,
    things,
)


def test_when_it_is_done_nothing_is_left_of_the_reminder(world: World) -> None:
    booked(world)
    november(world, 6)
    ben = world.person(BEN)
    ben.read("Reminder: ")
    ben.click("Accept")
    ben.open("nudge.later?day=2017-11-06&choice=tomorrow")
    assert "done, moved, or someone else’s by now" in str(ben.card)


def put_off(world: World) -> Chat:
    agreed(world)
    november(world, 16)
    priya = world.person(PRIYA)
    priya.read("Reminder: ")
    return priya


def test_not_now_brings_it_back_on_the_day_that_was_chosen(world: World) -> None:
    priya = put_off(world)
    assert "Friday 17 November 2017" in str(priya.click("Remind me tomorrow"))
    november(world, 17)
    assert things(world, PRIYA) == [["Send the paperwork"]] * 2
    november(world, 20, 21)
    assert len(reminders(world, PRIYA)) == 2


def test_put_off_past_the_next_step_both_come_as_one(world: World) -> None:
    priya = put_off(world)
    card = priya.click("On Monday")
    assert "Monday 20 November 2017" in str(card)
    november(world, 17)
    assert len(reminders(world, PRIYA)) == 1
    november(world, 20, 21, 22)
    assert len(reminders(world, PRIYA)) == 3


def test_a_reminder_is_never_put_off_past_the_review(world: World) -> None:
    priya = put_off(world)
    assert "After the holiday" not in str(priya.card)
    # The day before the review; a card from before may still have the button.
    card = priya.open("nudge.later?day=2017-11-16&choice=holiday")
    assert "That day would be too late for the review" in str(card)
    assert "I’ll come back to this on Wednesday 6 December 2017." in str(card)


def test_of_two_ways_the_second_wins_on_every_copy(world: World) -> None:
    priya = put_off(world)
    twin = priya.twin()
    priya.click("Remind me tomorrow")
    assert "Monday 20 November 2017" in str(priya.click("On Monday"))
    assert "Friday 17 November 2017" in str(twin.click("Remind me tomorrow"))
    assert [one.label for one in buttons(twin.card)][-1:] == ["On Monday"]
    november(world, 17)
    assert len(reminders(world, PRIYA)) == 2


def test_asked_again_it_is_said_when_it_comes_back(world: World) -> None:
    priya = put_off(world)
    priya.click("On Monday")
    for day in (16, 17):
        november(world, day)
        card = priya.open("nudge.about")
        assert "You have put this off: I’ll come back to it on Monday 20 November 2017." in str(card)
        assert "Put it off with a button below" not in str(card)
    assert "Remind me tomorrow" not in [one.label for one in buttons(card)]
    assert "It’s done" in [one.label for one in buttons(card)]


def test_it_is_done_ends_it_and_the_lead_hears(world: World) -> None:
    priya = put_off(world)
    card = priya.click("It’s done")
    assert "You said that it is done. None of the 6 links is here." in str(card)
    assert {"Remind me after all", "Add the links"} <= {one.label for one in buttons(card)}
    world.send_waiting()
    assert "About the paperwork: Oak Primary School" in str(world.person(KATE).titles())
    november(world, 22, 23)
    assert len(reminders(world, PRIYA)) == 1
    priya.click("Remind me after all")
    november(world, 24)
    assert len(reminders(world, PRIYA)) == 2


def test_not_mine_ends_it_for_that_person_alone(world: World) -> None:
    agreed(world)
    november(world, 27)
    sian = world.person(SIAN)
    sian.read("Reminder: ")
    sian.click("Not mine")
    november(world, 30)
    assert len(reminders(world, SIAN)) == 1
    assert len(reminders(world, BEN)) == 2


def test_the_lead_hears_once_that_nobody_has_it_and_it_stays_among_what_is_owed(world: World) -> None:
    put_off(world).click("Not mine")
    november(world, 17)
    [said] = about_it(world, KATE)
    assert "Priya Nair says that it isn’t theirs to do. Nobody has it now" in str(said)
    assert "Paperwork: Oak Primary School" in str(world.person(KATE).open("owed.show?said=Oak"))
    november(world, 20, 21)
    assert len(about_it(world, KATE)) == 1
    assert len(reminders(world, PRIYA)) == 1


def test_while_others_have_it_the_lead_is_told_so(world: World) -> None:
    agreed(world)
    november(world, 27)
    for email, said in ((SIAN, "Others are still reminded of it"), (BEN, "Others are still reminded of it")):
        one = world.person(email)
        one.read("Reminder: ")
        one.click("Not mine")
        world.send_waiting()
        assert said in str(about_it(world, KATE, "the pre-review meeting")[-1])


def test_the_head_hears_when_whoever_helps_says_that_it_is_not_theirs(world: World) -> None:
    agreed(world)
    priya = world.person(PRIYA)
    priya.open("hand.ask?review=1&part=pack")
    priya.click("Ask them", person=number(world, DENISE))
    november(world, 16)
    denise = world.person(DENISE)
    denise.read("Reminder: ")
    denise.click("Not mine")
    denise.click("Remind me after all")
    denise.click("Not mine")
    world.send_waiting()
    for email in (PRIYA, KATE):
        assert "Denise Abbott says that it isn’t theirs to do. Nobody has it now" in str(
            about_it(world, email)[0]
        )
    assert not about_it(world, BEN)


def about_it(world: World, email: str, what: str = "the paperwork") -> list[Card]:
    return [one for one in world.person(email).messages if one.title.startswith(f"About {what}: Oak")]


def test_a_click_twice_says_it_once(world: World) -> None:
    put_off(world)
    priya = world.person(PRIYA)
    priya.read("Reminder: ")
    twin = priya.twin()
    priya.click("It’s done")
    assert "You said that it is done" in str(twin.click("It’s done"))
    world.send_waiting()
    assert [one for one in world.person(KATE).titles() if one.startswith("About the paperwork")] == [
        "About the paperwork: Oak Primary School, Thursday 7 December 2017"
    ]


def test_somebody_elses_reminder_changes_nothing(world: World) -> None:
    put_off(world)
    ben = world.person(BEN)
    assert "went to somebody else" in str(ben.open("nudge.done?reminder=1&day=2017-11-16"))
    assert "isn’t here any more" in str(ben.open("nudge.later?day=2017-11-16&choice=monday"))


def test_a_review_that_moves_takes_its_reminders_along(world: World) -> None:
    put_off(world)
    kate = world.person(KATE)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="Thurs 14 Dec")
    kate.click("Move it")
    world.send_waiting()
    november(world, 20, 22)
    assert len(reminders(world, PRIYA)) == 1
    november(world, 23, 29, 30)
    assert len(reminders(world, PRIYA)) == 4
    priya = world.person(PRIYA)
    priya.card = reminders(world, PRIYA)[0]
    assert "nothing to put off" in str(priya.click("It’s done"))

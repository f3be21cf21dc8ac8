"""The champions write the action plan, line by line or all at once; nobody else sees it before it is sent."""

from datetime import date

import pytest
from sqlalchemy import select

from storage.models import Change, PlanItem
from tests.chat import World, error, filled
from tests.conversation.afterwards import PLAN, PLAN_TITLE, SIX, TOM, held, item, reviewed, sent, written
from tests.conversation.conftest import BEN, CHIDI, KATE, LEILA, OFFICE, OWEN, PRIYA, SIAN, booked, number


def actions(world: World) -> list[str]:
    with world.sessions() as session:
        query = select(PlanItem.action).where(PlanItem.removed_at.is_(None))
        return list(session.scalars(query.order_by(PlanItem.position, PlanItem.id)))


def test_six_actions_pasted_as_lines_are_a_plan(world: World) -> None:
    chidi = held(world)
    # From the list: one click opens the form, one sends it.
    chidi.type("/peer-review")
    chidi.click_in("Write the action plan", "Add actions")
    chidi.click("Add them", actions=SIX)
    assert chidi.card.title == PLAN_TITLE
    assert "6 actions are added." in str(chidi.card)
    assert (
        "Still missing: a deadline (1 action), who delivers it (2 actions) and where support comes from (2 "
        "actions)." in str(chidi.card)
    )
    first = item(world, "Pair reading in Year 3")
    assert (first.due, first.owner, str(first.owner_id)) == (
        date(2018, 3, 30),
        "Tom Garrod",
        number(world, TOM),
    )
    assert (first.support, first.comments) == ("a", "Cover from Holly Lane")
    third = item(world, "Train all staff in phonics")
    assert (third.owner, third.owner_id, third.support) == ("the phonics lead", None, "c")
    assert item(world, "Change the marking policy").due == date(2018, 2, 2)
    assert item(world, "Tell the governors").due is None
    assert "Preview and send" in [button.label for button in chidi.card.buttons]
    with world.sessions() as session:
        assert session.scalars(select(Change.what)).all().count("actions_added") == 1


def test_words_for_a_deadline_are_asked_about_once_and_then_kept(world: World) -> None:
    chidi = held(world)
    chidi.open("plan.ask?review=1")
    lines = "Train all staff | ongoing\nVisit Holly Lane | 12 Jan 2018\nLook at books | asap"
    form = chidi.click("Add them", actions=lines)
    assert "Line 1: “ongoing” will be hard to come back to. Could you give a date" in str(form)
    assert "Line 3: “asap”" in str(form)
    assert filled(form)["actions"] == (lines,)
    assert actions(world) == []
    # One of them is given a date, the other stays: that is the same answer a second time.
    chidi.click("Add them as they are", actions=lines.replace("asap", "26 Jan 2018"))
    assert actions(world) == ["Train all staff", "Visit Holly Lane", "Look at books"]
    kept = item(world, "Train all staff")
    assert (kept.due, kept.timing) == (None, "ongoing")


def test_one_action_asks_for_a_day_and_offers_those_that_may_be_meant(world: World) -> None:
    chidi = held(world)
    chidi.open(PLAN)
    chidi.click("Add one action")
    form = chidi.click("Add it", action="Train all staff", day="asap", owner="Tom", support=("c", "a"))
    assert "“asap” will be hard to come back to." in error(form, "day")
    form = chidi.click("Add it", day="next Friday")
    assert "do you mean" in error(form, "day")
    [label] = [b.label for b in form.buttons if b.label == "Friday 29 December 2017"]
    chidi.click(label)
    made = item(world, "Train all staff")
    assert (made.due, made.support, str(made.owner_id)) == (date(2017, 12, 29), "ac", number(world, TOM))
    assert "Tom (in the roster: Tom Garrod)" in str(chidi.card)


def test_asked_once_the_same_words_are_kept_in_the_form_for_one(world: World) -> None:
    chidi = held(world)
    chidi.open("plan.ask_one?review=1")
    chidi.click("Add it", action="Train all staff", day="tbc")
    chidi.click("Add it")
    assert item(world, "Train all staff").timing == "tbc"
    chidi.click("Change")
    assert filled(chidi.card)["day"] == ("tbc",)


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"day": "1 Dec 2017"}, "day", "Friday 1 December 2017 is before the review on Thursday 7 December"),
        ({"action": ""}, "action", "Please write what is to be done."),
        ({"action": "x" * 5000}, "action", "600 characters; it has 5,000"),
        ({"owner": "x" * 101}, "owner", "100 characters; it has 101"),
        ({"comments": "x" * 601}, "comments", "600 characters; it has 601"),
        ({"support": ("a", "d")}, "support", "Please choose among these."),
    ],
)
def test_what_will_not_do_is_said_at_its_field_and_nothing_is_lost(
    world_on_sqlite: World, fields: dict[str, str], field: str, sentence: str
) -> None:
    chidi = held(world_on_sqlite)
    chidi.open("plan.ask_one?review=1")
    form = chidi.click("Add it", **{"action": "Train all staff", "comments": "Cover", **fields})
    assert sentence in error(form, field)
    assert filled(form)["comments"][0].startswith(("Cover", "x"))
    assert actions(world_on_sqlite) == []


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("Train | 1 Dec 2017", "Line 1: Friday 1 December 2017 is before the review"),
        ("| 12 Jan 2018", "Line 1: the action itself is missing."),
        ("x" * 5000, "please keep the action to 600 characters; it has 5,000."),
        ("Train | 12 Jan 2018 | Tom | z | none", "support comes from a (within the school)"),
        ("\n".join(f"Action {n}" for n in range(41)), "40 actions at most at once; this has 41."),
        ("", "Please write at least one action."),
    ],
)
def test_lines_with_something_wrong_add_nothing(world_on_sqlite: World, lines: str, sentence: str) -> None:
    chidi = held(world_on_sqlite)
    chidi.open("plan.ask?review=1")
    form = chidi.click("Add them", actions=lines)
    assert sentence in str(form)
    assert filled(form)["actions"] == (lines,)
    assert actions(world_on_sqlite) == []


def test_markup_comes_out_as_it_was_typed(world_on_sqlite: World) -> None:
    chidi = held(world_on_sqlite)
    chidi.open("plan.ask?review=1")
    odd = "{{ plan }} <w:p> & =HYPERLINK(1)"
    chidi.click("Add them", actions=odd)
    assert odd in str(chidi.card)


def test_forty_actions_are_shown_page_by_page(world_on_sqlite: World) -> None:
    chidi = held(world_on_sqlite)
    chidi.open("plan.ask?review=1")
    chidi.click("Add them", actions="\n".join(f"Action number {n}" for n in range(40)))
    assert "1. Action number 0" in str(chidi.card)
    chidi.click("More (34 left)")
    assert "7. Action number 6" in str(chidi.card)


def test_actions_are_changed_put_in_order_taken_out_and_put_back(world: World) -> None:
    chidi = written(world)
    chidi.open(PLAN)
    chidi.click_in("2. Visit Holly Lane", "Up")
    assert actions(world)[:2] == ["Visit Holly Lane", "Pair reading in Year 3"]
    chidi.click_in("1. Visit Holly Lane", "Change")
    assert filled(chidi.card)["owner"] == ("Priya Nair",)
    chidi.click("Save it", action="Visit Holly Lane twice", owner="Ellie Fenwick")
    assert actions(world)[0] == "Visit Holly Lane twice"
    chidi.click_in("1. Visit Holly Lane twice", "Remove")
    assert "Visit Holly Lane twice" not in actions(world)
    chidi.click("Put it back")
    assert actions(world)[0] == "Visit Holly Lane twice"
    chidi.click_in("1. Visit Holly Lane twice", "Remove")
    chidi.open(PLAN)
    chidi.click("Taken out (1)")
    chidi.click("Put it back")
    assert len(actions(world)) == 6
    with world.sessions() as session:
        changes = session.scalars(select(Change).where(Change.what == "action_changed")).all()
        assert [(c.was["action"], c.now["action"]) for c in changes] == [
            ("Visit Holly Lane", "Visit Holly Lane twice")
        ]
    history = str(world.person(KATE).open("review.history?review=1"))
    assert "put an action back into the plan" in history
    assert "Holly Lane twice" not in history


def test_the_second_of_two_champions_sees_the_first_and_keeps_their_words(world: World) -> None:
    chidi = written(world)
    owen = world.person(OWEN)
    for one in (chidi, owen):
        one.open(PLAN)
        one.click_in("2. Visit Holly Lane", "Change")
    chidi.click("Save it", action="Visit Holly Lane in January")
    form = owen.click("Save it", action="Visit St Anne’s")
    assert "Chidi Eze has changed this action while you were here" in str(form)
    assert "Visit Holly Lane in January" in str(form)
    assert filled(form)["action"] == ("Visit St Anne’s",)
    owen.click("Save it")
    assert actions(world)[1] == "Visit St Anne’s"


def test_an_action_taken_out_meanwhile_can_be_added_anew(world_on_sqlite: World) -> None:
    chidi = written(world_on_sqlite)
    owen = world_on_sqlite.person(OWEN)
    owen.open(PLAN)
    old = owen.twin()
    owen.click_in("5. Tell the governors", "Change")
    chidi.open(PLAN)
    chidi.click_in("5. Tell the governors", "Remove")
    form = owen.click("Save it", action="Tell all governors")
    assert "taken out meanwhile" in error(form, "action")
    owen.click("Add it")
    assert "Tell all governors" in actions(world_on_sqlite)
    assert "The action is taken out." in str(old.click_in("5. Tell the governors", "Remove"))


def test_a_second_press_adds_nothing_twice(world: World) -> None:
    chidi = held(world)
    chidi.open("plan.ask?review=1")
    other = chidi.twin()
    chidi.click("Add them", actions=SIX)
    assert "That is in the plan already." in str(other.click("Add them", actions=SIX))
    assert len(actions(world)) == 6


@pytest.mark.parametrize("email", [PRIYA, SIAN, OFFICE])
def test_those_who_read_it_later_are_told_that_it_has_not_been_sent(
    world_on_sqlite: World, email: str
) -> None:
    written(world_on_sqlite)
    someone = world_on_sqlite.person(email)
    assert "It has not been sent yet. It is due by" in str(someone.open(PLAN))
    assert "Pair reading" not in str(someone.card)
    assert "Only the Improvement Champions" in str(someone.open("plan.add?review=1", actions="Mine"))


def test_the_lead_sees_where_it_stands_and_others_nothing(world_on_sqlite: World) -> None:
    written(world_on_sqlite)
    kate = world_on_sqlite.person(KATE)
    assert "not sent yet; due by" in str(kate.open(PLAN))
    assert "Pair reading" not in str(kate.card)
    for email in (BEN, LEILA, TOM):
        assert "This action plan is not open to you" in str(world_on_sqlite.person(email).open(PLAN))


def test_it_is_begun_on_the_day_of_the_review_and_not_before(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    chidi = world_on_sqlite.person(CHIDI)
    assert "can be begun on the day of the review" in str(chidi.open("plan.ask?review=1"))
    assert "Action plan" not in [b.label for b in chidi.open("review.show?review=1").buttons]
    reviewed_world(world_on_sqlite)
    assert chidi.open("plan.ask?review=1").is_form
    assert "Action plan" in [b.label for b in chidi.open("review.show?review=1").buttons]


def reviewed_world(world: World) -> None:
    """The day has come."""
    from tests.conversation.afterwards import EVENING

    world.now = EVENING


def test_a_change_after_it_was_sent_stays_with_its_writers(world: World) -> None:
    chidi = written(world)
    sent(world)
    assert "Version 1 was sent" in str(chidi.open(PLAN))
    assert "Preview and send" not in [button.label for button in chidi.card.buttons]
    chidi.click_in("2. Visit Holly Lane", "Change")
    chidi.click("Save it", action="Visit St Anne’s")
    chidi.click_in("1. Pair reading", "Remove")
    chidi.click("Add one action")
    chidi.click("Add it", action="Buy new books")
    assert "It has been changed since: others see that once it is sent again." in str(chidi.card)
    shown = str(world.person(PRIYA).open(PLAN))
    assert "Pair reading in Year 3" in shown
    assert "Visit Holly Lane" in shown
    assert "St Anne’s" not in shown
    assert "Buy new books" not in shown
    world.wait(minutes=1)
    sent(world)
    shown = str(world.person(PRIYA).open(PLAN))
    assert "Pair reading" not in shown
    assert "Visit St Anne’s" in shown
    assert "Buy new books" in shown


def test_the_management_group_reads_it_once_it_is_released(world_on_sqlite: World) -> None:
    written(world_on_sqlite)
    amit = world_on_sqlite.person("amit.desai@consortium.example")
    sent(world_on_sqlite)
    assert "has not released it" in str(amit.open(PLAN))
    sent(world_on_sqlite, released=True)
    assert "Pair reading in Year 3" in str(amit.open(PLAN))


def test_it_is_found_by_what_is_typed(world: World) -> None:
    reviewed(world)
    chidi = world.person(CHIDI)
    for typed in ("/peer-review plan", "/peer-review action plan Oak", "/peer-review plan for Oak Primary"):
        assert chidi.type(typed).title == PLAN_TITLE

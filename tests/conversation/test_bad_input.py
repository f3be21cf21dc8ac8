"""Whatever is typed or pressed gets a clear sentence; nothing is lost and nothing changes twice."""

import pytest
from sqlalchemy import func, select, update

from bot.rules.milestones import Kind
from storage.models import Change, Milestone, Outgoing, Review
from tests.chat import Fields, World, error
from tests.conversation.conftest import (
    BEN,
    CARL,
    CHANNEL,
    CHIDI,
    KATE,
    OFFICE,
    PRIYA,
    SIAN,
    booked,
    number,
    team,
)


@pytest.fixture
def world(world_on_sqlite: World) -> World:
    return world_on_sqlite


def count(world: World, table: type[Review | Change | Outgoing]) -> int:
    with world.sessions() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Please give a date"),
        ("soonish", "I couldn't read “soonish” as a date"),
        ("31 November", "November has 30 days, so there is no 31 November."),
        ("next Friday", "Friday"),
        ("Mon 14 Nov", "14 November 2017 is a Tuesday"),
        ("Sat 18 Nov", "Schools are closed on Saturday 18 November 2017"),
        ("Tues 24 Oct 2017", "is past"),
        ("27 Dec", "Schools are closed on Wednesday 27 December 2017"),
        ("Fri 30 March 2018", "Good Friday"),
        ("14 Nov 2018", "The roster has no school year for that date yet"),
        ("14 Nov 3018", "3018"),
        ("x" * 10_000, "too long"),
        ("٣ Nov", "Do you mean Friday 3 November 2017?"),
        ("<!channel> 🎉", "date"),
    ],
)
def test_a_date_that_will_not_do_is_asked_for_again(world: World, typed: str, sentence: str) -> None:
    kate = world.person(KATE)
    kate.type("/schedule-review Oak", place=CHANNEL)
    form = kate.click("See the timetable", **team(world), day=typed, note="Welcome")
    assert form.title == "Schedule a review"
    assert sentence in error(form, "day")
    kept = {f.name: getattr(f, "values", None) or getattr(f, "value", None) for f in form.fields}
    assert kept["note"] == "Welcome"
    assert kept["reviewers"] == team(world)["reviewers"]
    assert count(world, Review) == 0


def test_an_unsure_date_is_settled_by_a_button_and_nothing_else_is_lost(world: World) -> None:
    kate = world.person(KATE)
    kate.type("/schedule-review Oak, Mon 14 Nov", place=CHANNEL)
    preview = kate.click("Tuesday 14 November 2017", **team(world), note="Welcome")
    assert preview.title == "Oak Primary School: review on Tuesday 14 November 2017?"
    assert "Welcome" in str(preview)


def test_an_empty_form_names_everything_that_is_missing(world: World) -> None:
    kate = world.person(KATE)
    kate.type("/schedule-review", place=CHANNEL)
    form = kate.click("See the timetable")
    assert {f.name: f.error for f in form.fields if f.error} == {
        "school": "Please choose the school to be reviewed.",
        "day": "Please give a date, for example Tues 14 Nov.",
        "lead_reviewer": "Please choose who leads the review.",
    }


def test_ten_thousand_characters_are_kept_and_asked_to_be_fewer(world: World) -> None:
    kate = world.person(KATE)
    kate.type("/schedule-review Oak, 7 Dec", place=CHANNEL)
    long = "<!channel> [x](javascript:alert(1)) **ŵyl** 🎉 " * 230
    form = kate.click("See the timetable", **team(world), note=long)
    assert error(form, "note").startswith("Please keep this to 2,000 characters; it has 10,")
    assert long.strip() in str(form)


def test_hostile_text_is_a_note_like_any_other(world: World) -> None:
    note = "<!channel> [x](javascript:alert(1)) **ŵ** & <b>"
    kate = world.person(KATE)
    kate.type("/schedule-review Oak, 7 Dec", place=CHANNEL)
    kate.click("See the timetable", **team(world), note=note)
    kate.click("Book it")
    assert note in str(world.person(PRIYA).messages[-1])
    assert note not in str(world.channel(CHANNEL))


def test_people_who_cannot_are_refused_at_their_field(world: World) -> None:
    kate = world.person(KATE)
    kate.type("/schedule-review Oak, 7 Dec", place=CHANNEL)
    form = kate.click("See the timetable", **team(world, lead_reviewer=number(world, PRIYA)))
    assert error(form, "lead_reviewer") == (
        "Priya Nair works at this school, so can’t review it. Please choose someone else."
    )
    twice: Fields = {
        "lead_reviewer": number(world, SIAN),
        "reviewers": (number(world, SIAN), number(world, BEN)),
    }
    assert "named twice" in error(kate.click("See the timetable", **team(world, **twice)), "reviewers")
    nobody: Fields = {"reviewers": ("999999", number(world, BEN))}
    assert "no longer in the roster" in error(
        kate.click("See the timetable", **team(world, **nobody)), "reviewers"
    )


def test_someone_booked_elsewhere_that_day_is_refused_and_that_week_is_remarked_on(world: World) -> None:
    booked(world)
    trish = world.person("trish.wilkie@brookend.example")
    form: Fields = {
        "lead_reviewer": number(world, "trish.wilkie@brookend.example"),
        "reviewers": (number(world, BEN),),
    }
    trish.type("/schedule-review Queen's Meadow, Thurs 7 Dec", place="group-3")
    card = trish.click("See the timetable", **form)
    assert error(card, "reviewers").startswith(
        "Ben Hartley takes part in another review on Thursday 7 December 2017."
    )
    card = trish.click("See the timetable", **form, day="Weds 6 Dec")
    assert "Ben Hartley has another review that week (Thu 7 Dec)." in str(card)
    assert "The review team would be 2 people; the schedule says 3 or 4." in str(card)


def test_another_number_of_champions_needs_a_reason(world: World) -> None:
    kate = world.person(KATE)
    kate.type("/schedule-review Oak, 7 Dec", place=CHANNEL)
    kate.click("See the timetable", **team(world, champions=(number(world, CHIDI),)))
    assert error(kate.click("Book it"), "champions_reason") == "Please say in a few words why, then book it."
    assert count(world, Review) == 0
    assert kate.click("Book it", champions_reason="Owen is on leave").title.startswith("Booked")
    assert "Owen is on leave" in str(kate.open("review.show?review=1"))


def test_who_may_not_schedule_is_told_who_may(world: World) -> None:
    refusal = "Only the group’s Peer Review Lead, the deputy or the Consortium Office can do that."
    assert refusal in str(world.person(BEN).type("/schedule-review Oak", place=CHANNEL))
    elsewhere = world.person(CARL).type("/schedule-review Oak", place=CHANNEL)
    assert "In this channel only the Peer Review Lead of Collaborative Group 2 can schedule." in str(
        elsewhere
    )
    assert "ask the Consortium Office (Janet Pryke)" in str(world.person("stranger").type("/schedule-review"))
    assert world.person(SIAN).type("/schedule-review Oak").title == "Schedule a review"
    assert world.person(OFFICE).type("/schedule-review Oak").title == "Schedule a review"


def test_a_school_that_is_booked_is_shown_with_a_way_on(world: World) -> None:
    booked(world)
    kate = world.person(KATE)
    kate.type("/schedule-review Oak, 12 Dec", place=CHANNEL)
    form = kate.click("See the timetable", **team(world))
    assert error(form, "school").startswith("You have booked Oak Primary School for Thursday 7 December")
    assert kate.click("See that review").title == "Oak Primary School, Thursday 7 December 2017"


def test_a_double_click_books_once_and_answers_twice(world: World) -> None:
    kate = booked(world)
    told = count(world, Outgoing)
    again = kate.open("schedule.book?draft=1")
    assert again.title == "Oak Primary School is booked for Thursday 7 December 2017"
    assert (count(world, Review), count(world, Outgoing)) == (1, told)
    for _ in range(2):
        world.person(PRIYA).open("date.confirm?review=1&day=2017-12-07")
        world.person(BEN).open("answer.accept?review=1&day=2017-12-07")
        kate.open("move.ask?review=1")
    with world.sessions() as session:
        changes = session.scalars(select(Change.what).order_by(Change.id)).all()
    assert changes == ["booked", "confirmed", "accepted"]


def test_a_move_pressed_twice_moves_once(world: World) -> None:
    kate = booked(world)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="12 Dec")
    kate.click("Move it")
    told = count(world, Outgoing)
    assert kate.open("move.do?draft=2").title == "Moved: Oak Primary School, Tuesday 12 December 2017"
    assert count(world, Outgoing) == told


def test_of_two_who_move_at_once_the_second_sees_the_first_and_keeps_what_was_typed(world: World) -> None:
    booked(world)
    kate, sian = world.person(KATE), world.person(SIAN)
    for lead in (kate, sian):
        lead.open("move.ask?review=1")
    kate.click("See what changes", day="12 Dec")
    kate.click("Move it")
    card = sian.click("See what changes", day="13 Dec", reason="Nativity")
    assert "Kate Moore moved the review while you were here" in str(card)
    assert "It is on Tuesday 12 December 2017 now." in str(card)
    assert {f.name: f.value for f in card.fields if hasattr(f, "value")} == {
        "day": "13 Dec",
        "reason": "Nativity",
    }
    sian.click("See what changes")
    assert sian.click("Move it").title == "Moved: Oak Primary School, Wednesday 13 December 2017"


@pytest.mark.parametrize(
    "token",
    [
        "review.show",
        "review.show?review=abc",
        "review.show?review=-1",
        "review.show?review=٣",
        "review.show?review=99999999999999999999",
        "answer.accept?review=1",
        "answer.accept?review=1&day=soon",
        "schedule.book?draft=77",
        "schedule.check?day=soon",
        "move.do?draft=1",
        "team.replace?review=1&member=99",
        "team.add?review=1&part=boss",
        "suggestion.use?suggestion=5",
        "no.such.route",
        "",
        "?&&==%00",
    ],
)
def test_a_forged_or_damaged_button_changes_nothing(world: World, token: str) -> None:
    kate = booked(world)
    changes = count(world, Change)
    card = kate.open(token)
    assert card.title in {"Sorry, I can’t do that", "That button is out of date"}
    assert count(world, Change) == changes


@pytest.mark.parametrize(
    "token",
    [
        "move.ask?review=1",
        "cancel.do?review=1&day=2017-12-07",
        "team.replace?review=1&member=1",
        "team.remove?review=1&member=2",
        "note.save?review=1&version=1",
        "date.confirm?review=1&day=2017-12-07",
        "review.history?review=1",
        "postpone.do?review=1&day=2017-12-07",
        "schedule.book?draft=1",
    ],
)
def test_rights_are_checked_at_every_click(world: World, token: str) -> None:
    booked(world)
    changes = count(world, Change)
    for email in (BEN, CARL, CHIDI):
        assert world.person(email).open(token, reason="because").title == "Sorry, I can’t do that"
    assert count(world, Change) == changes


def test_another_group_sees_nothing_of_a_review(world: World) -> None:
    booked(world)
    carl = world.person(CARL)
    assert "Oak" not in str(carl.open("review.show?review=1"))
    assert "Oak" not in str(carl.open("review.timetable?review=1"))
    assert "Oak" not in str(carl.type("/peer-review"))


def test_a_button_for_a_review_that_is_gone(world: World) -> None:
    assert "That review isn’t here any more" in str(world.person(KATE).open("review.show?review=9"))


def test_nobody_answers_for_a_day_that_is_over(world: World) -> None:
    kate = booked(world, "Fri 3 Nov")
    world.wait(days=5)
    over = "The day of that review is over"
    assert over in str(kate.open("team.show?review=1"))
    assert over in str(world.person(BEN).open("answer.accept?review=1&day=2017-11-03"))
    assert over in str(world.person(PRIYA).open("suggest.ask?review=1"))


def test_the_lead_may_say_that_a_review_was_not_held(world: World) -> None:
    kate = booked(world, "Fri 3 Nov")
    world.wait(days=5)
    kate.open("review.show?review=1")
    kate.click("More about it")
    kate.click("Postpone it")
    assert kate.click("Postpone it", reason="Snow on the day").title.startswith("Postponed")
    kate.click("Give a new date")
    kate.click("See what changes", day="Tues 12 Dec")
    assert kate.click("Move it").title == "Moved: Oak Primary School, Tuesday 12 December 2017"


def test_what_was_held_stays_on_its_date(world: World) -> None:
    kate = booked(world, "Fri 3 Nov")
    world.wait(days=5)
    with world.sessions.begin() as session:
        session.execute(update(Milestone).where(Milestone.kind == Kind.FEEDBACK).values(done_at=world.now))
    for token in ("move.ask?review=1", "cancel.ask?review=1", "postpone.ask?review=1"):
        assert "That review has been held" in str(kate.open(token))


def test_a_reviewer_from_the_school_cannot_be_added_later_either(world: World) -> None:
    kate = booked(world)
    card = kate.open("team.added?review=1&part=reviewer", person=number(world, PRIYA))
    assert "works at this school" in error(card, "person")
    card = kate.open("team.added?review=1&part=reviewer", person=number(world, BEN))
    assert "is in this team already" in error(card, "person")
    assert error(kate.open("team.added?review=1&part=reviewer"), "person") == "Please choose someone to ask."

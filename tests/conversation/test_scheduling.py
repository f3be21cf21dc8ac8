"""A review is planned, answered, changed and called off: the whole conversation, by clicking labels."""

from bot.cards.model import Facts, Table, Text
from tests.chat import Chat, World, error
from tests.conversation.conftest import (
    BEN,
    CHANNEL,
    CHIDI,
    KATE,
    LEILA,
    MARTIN,
    OWEN,
    PRIYA,
    SIAN,
    booked,
    number,
    team,
)


def facts(world: World) -> dict[str, str]:
    """What the channel's card says."""
    [card] = world.channel(CHANNEL)
    [shown] = [block for block in card.blocks if isinstance(block, Facts)]
    return {label: str(words) for label, words in shown.rows}


def test_a_lead_sees_the_whole_timetable_before_booking(world: World) -> None:
    kate = world.person(KATE)
    form = kate.type("/schedule-review Oak Primary, Tues 14 Nov", place=CHANNEL)
    assert form.title == "Schedule a review"
    assert [(f.name, f.error) for f in form.fields if f.error] == []
    preview = kate.click("See the timetable", **team(world))
    assert preview.title == "Oak Primary School: review on Tuesday 14 November 2017?"
    [table] = [block for block in preview.blocks if isinstance(block, Table)]
    assert [row[:3] for row in table.rows] == [
        ("By Thursday 2 November 2017", "Paperwork to the review team", "Headteacher"),
        ("By Tuesday 7 November 2017", "Pre-review meeting", "Review team and headteacher"),
        ("By Monday 13 November 2017, 16:00", "Timetable for the day", "Headteacher"),
        ("Tuesday 14 November 2017", "The review", "Review team"),
        ("Tuesday 14 November 2017", "Immediate feedback", "Lead reviewer"),
        ("By Tuesday 21 November 2017", "Peer review summary sent", "Lead reviewer"),
        ("Tuesday 21 November to Tuesday 28 November 2017", "Post-review workshop", "Improvement Champions"),
        ("By Tuesday 5 December 2017", "Action plan sent", "Improvement Champions"),
        ("By Tuesday 19 December 2017", "Audit proforma returned", "Headteacher"),
        ("By Monday 14 May 2018", "Impact recorded", "Headteacher"),
    ]
    assert world.room.posts == []
    assert kate.click("Book it").title == "Booked: Oak Primary School, Tuesday 14 November 2017"


def test_in_the_evening_it_is_said_when_people_are_asked(world: World) -> None:
    world.wait(hours=10)
    kate = booked(world)
    asked = "Priya Nair will be asked to confirm the date, and 5 people will be asked to take part."
    assert kate.card.blocks[:2] == (
        Text(asked, "good"),
        Text("Messages go out in the hours of a school day: these on Thu 2 Nov 2017, 07:30."),
    )
    assert world.room.posts == []
    world.wait(hours=12, minutes=30)
    world.person(PRIYA).read("Does Thursday 7 December 2017 suit Oak Primary School?")


def test_everyone_is_asked_and_answers(world: World) -> None:
    booked(world)
    priya = world.person(PRIYA)
    priya.read("Does Thursday 7 December 2017 suit Oak Primary School?")
    assert priya.click("Confirm").title == "Confirmed: Oak Primary School, Thursday 7 December 2017"
    assert facts(world)["Date"] == "Thursday 7 December 2017, confirmed by Priya Nair"
    assert "Priya Nair has confirmed Thu 7 Dec for Oak Primary School" in world.person(KATE).titles()
    for email in (SIAN, BEN, MARTIN, CHIDI, OWEN):
        someone = world.person(email)
        someone.read("at Oak Primary School on Thursday 7 December 2017?")
        someone.click("Accept")
    assert facts(world)["Other reviewers"] == "Ben Hartley (accepted) and Martin Kowalczyk (accepted)"
    assert "The whole team has accepted: Oak Primary School, Thursday 7 December 2017" in (
        world.person(KATE).titles()
    )
    assert facts(world)["Where it stands"] == "Preparing"


def test_a_refusal_asks_the_lead_for_a_replacement(world: World) -> None:
    kate = booked(world)
    martin = world.person(MARTIN)
    martin.read("Can you be a reviewer")
    martin.click("Can’t do it")
    assert martin.click("Yes, tell them", reason="I am at a wedding").title == (
        "You are not taking part at Oak Primary School, Thursday 7 December 2017"
    )
    kate.read("Martin Kowalczyk can’t be a reviewer at Oak Primary School")
    kate.click("Choose someone else")
    after = kate.click("Ask them", person=number(world, LEILA))
    assert "Leila Haddad has been asked." in str(after.blocks[0])
    assert facts(world)["Other reviewers"] == (
        "Ben Hartley (not answered yet) and Leila Haddad (not answered yet)"
    )
    assert "Can you be a reviewer at Oak Primary School on Thursday 7 December 2017?" in (
        world.person(LEILA).titles()
    )
    assert world.person(MARTIN).titles() == [
        "Oak Primary School, Thursday 7 December 2017: your place has been filled"
    ]
    refused = martin.open("answer.accept?review=1&day=2017-12-07")
    assert "not in the team" in str(refused.blocks)


def test_a_suggested_date_is_used_and_all_are_asked_again(world: World) -> None:
    kate = booked(world)
    world.person(BEN).open("answer.accept?review=1&day=2017-12-07")
    priya = world.person(PRIYA)
    priya.read("Does Thursday 7 December 2017 suit")
    priya.click("Suggest another date")
    assert priya.click("Suggest it", day="Tues 12 Dec", note="Nativity on the 7th").title == (
        "Suggested: Tuesday 12 December 2017 for Oak Primary School"
    )
    kate.read("Priya Nair suggests Tuesday 12 December 2017")
    assert kate.click("Use this date").title == ("Oak Primary School: moved to Tuesday 12 December 2017")
    assert facts(world)["Date"] == "Tuesday 12 December 2017, confirmed by Priya Nair"
    assert facts(world)["Other reviewers"].startswith("Ben Hartley (not answered yet)")
    assert "Moved: Oak Primary School, to Tuesday 12 December 2017" in priya.titles()
    ben = world.person(BEN)
    assert ben.titles() == [
        "This message is out of date",
        "Can you be a reviewer at Oak Primary School on Tuesday 12 December 2017?",
    ]
    stale = ben.open("answer.accept?review=1&day=2017-12-07")
    assert "The review is on Tuesday 12 December 2017 now." in str(stale.blocks)
    assert ben.click("Accept").title == "You are a reviewer at Oak Primary School, Tuesday 12 December 2017"


def test_keeping_the_date_tells_whoever_suggested_another(world: World) -> None:
    kate = booked(world)
    ben = world.person(BEN)
    ben.open("suggest.ask?review=1")
    ben.click("Suggest it", day="Tues 12 Dec")
    kate.read("Ben Hartley suggests")
    assert kate.click("Keep Thursday 7 December 2017").title == ("Oak Primary School: the date is kept")
    assert "Oak Primary School stays on Thursday 7 December 2017" in ben.titles()
    assert facts(world)["Date"].startswith("Thursday 7 December 2017")


def test_a_move_answers_the_suggestions_that_were_open(world: World) -> None:
    kate = booked(world)
    for email, day in ((BEN, "Tues 12 Dec"), (PRIYA, "Weds 13 Dec")):
        someone = world.person(email)
        someone.open("suggest.ask?review=1")
        someone.click("Suggest it", day=day)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="Weds 13 Dec")
    kate.click("Move it")
    assert "suggests" not in str(kate.type("/peer-review"))
    assert [title for title in kate.titles() if title.startswith("Oak Primary School: ")] == [
        "Oak Primary School: the date is kept",
        "Oak Primary School: moved to Wednesday 13 December 2017",
    ]


def test_moved_there_and_back_is_news_both_times(world: World) -> None:
    kate = booked(world)
    for day in ("Tues 12 Dec", "Thurs 7 Dec"):
        kate.open("review.show?review=1")
        kate.click("Move it")
        kate.click("See what changes", day=day, reason="Ofsted")
        kate.click("Move it")
    for email in (PRIYA, SIAN, BEN, MARTIN, CHIDI, OWEN):
        titles = world.person(email).titles()
        assert len(titles) == 3, titles
        assert "7 December" in titles[-1]
    history = kate.open("review.history?review=1")
    assert str(history.blocks).count("moved the review") == 2


def test_moved_twice_before_anyone_could_be_told_is_still_news_twice(world: World) -> None:
    kate = booked(world)
    world.wait(hours=11)
    for day in ("Tues 12 Dec", "Thurs 7 Dec"):
        kate.open("move.ask?review=1")
        kate.click("See what changes", day=day)
        kate.click("Move it")
    ben = world.person(BEN)
    assert len(ben.titles()) == 1
    world.wait(hours=12)
    assert ben.titles()[1:] == [
        "Moved: Oak Primary School, to Tuesday 12 December 2017",
        "Can you be a reviewer at Oak Primary School on Thursday 7 December 2017?",
    ]


def test_cancelled_with_a_reason_and_brought_back(world: World) -> None:
    kate = booked(world)
    kate.open("review.show?review=1")
    kate.click("Cancel it")
    assert error(kate.click("Cancel it", reason=" "), "reason").startswith("Please give the reason")
    assert kate.click("Cancel it", reason="The head is ill").title.startswith("Cancelled: Oak Primary School")
    [card] = world.channel(CHANNEL)
    assert card.title == "Cancelled: Oak Primary School, Thursday 7 December 2017"
    assert "ill" not in str(card)
    for email in (PRIYA, SIAN, BEN, MARTIN, CHIDI, OWEN):
        assert world.person(email).titles()[-1] == "Cancelled: Oak Primary School, Thursday 7 December 2017"
    assert "has been cancelled" in str(world.person(BEN).open("answer.accept?review=1&day=2017-12-07"))
    kate.open("review.show?review=1")
    kate.click("Bring it back")
    assert world.person(BEN).titles()[-1].startswith("Can you be a reviewer")
    assert "it goes ahead on the day it had" in str(world.person(BEN).messages[-1])
    assert world.channel(CHANNEL)[0].title == "Oak Primary School, Thursday 7 December 2017"


def test_cancelled_for_tomorrow_is_told_at_once_whatever_the_hour(world: World) -> None:
    kate = booked(world, "Fri 3 Nov")
    world.wait(hours=33)
    kate.open("cancel.ask?review=1")
    kate.click("Cancel it", reason="Snow")
    assert world.person(BEN).titles()[-1].startswith("Cancelled")


def test_postponed_waits_for_a_new_date(world: World) -> None:
    kate = booked(world)
    kate.open("postpone.ask?review=1")
    kate.click("Postpone it", reason="Ofsted")
    assert world.channel(CHANNEL)[0].title == "Postponed: Oak Primary School"
    assert "has no date at the moment" in str(world.person(BEN).open("answer.accept?review=1&day=2017-12-07"))
    kate.open("review.show?review=1")
    kate.click("New date")
    kate.click("See what changes", day="Tues 12 Dec")
    assert kate.click("Move it").title == "Moved: Oak Primary School, Tuesday 12 December 2017"
    assert facts(world)["Date"] == "Tuesday 12 December 2017, not confirmed yet"


def test_a_change_of_mind_is_shown_to_all(world: World) -> None:
    booked(world)
    ben = world.person(BEN)
    ben.read("Can you be a reviewer")
    ben.click("Accept")
    ben.read("You are a reviewer")
    ben.click("Can’t do it after all")
    ben.click("Yes, tell them")
    assert "Ben Hartley (can’t do it)" in facts(world)["Other reviewers"]
    ben.read("You are not taking part")
    ben.click("I can do it after all")
    assert "Ben Hartley (accepted)" in facts(world)["Other reviewers"]


def test_what_is_mine_to_do_is_merged_over_all_my_roles(world: World) -> None:
    kate = booked(world)
    world.person(MARTIN).open("answer.declined?review=1&day=2017-12-07")
    kate.type("/peer-review")
    assert "Find someone for Oak Primary School" in str(kate.card.blocks)
    assert "Reviews of Collaborative Group 2" in str(kate.card.blocks)
    ben: Chat = world.person(BEN)
    ben.type("/peer-review")
    assert ben.click_in("Can you take part?", "Accept").title.startswith("You are a reviewer")
    assert "Nothing is waiting for you." in str(ben.type("/peer-review"))
    ben.type("/peer-review help")
    assert "/schedule-review" in str(ben.click("All commands"))

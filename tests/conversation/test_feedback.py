"""The lead reviewer records that the feedback was given; the headteacher names whom they invite."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.rules.milestones import Kind
from storage.models import Change, Feedback, Milestone
from tests.chat import Chat, World, error, filled
from tests.conversation.conftest import (
    BEN,
    CARL,
    CHANNEL,
    CHIDI,
    KATE,
    LEILA,
    MARTIN,
    OFFICE,
    OWEN,
    PRIYA,
    SIAN,
    ZOE,
    booked,
    number,
)
from tests.conversation.test_at_once import at_once, pressing

SHOW, ASK, INVITE = "feedback.show?review=1", "feedback.ask?review=1", "feedback.invite?review=1"
TITLE = "Feedback: Oak Primary School, Thursday 7 December 2017"
TOLD = "The feedback was given: Oak Primary School"
ALL = (PRIYA, SIAN, BEN, MARTIN, CHIDI, OWEN)
WRITES = (
    ASK,
    "feedback.record?review=1&version=0",
    "feedback.take_back?review=1",
)


def on_the_day(world: World) -> World:
    booked(world)
    world.now = datetime(2017, 12, 7, 16, 0, tzinfo=UTC)
    return world


@pytest.fixture
def day(world_on_sqlite: World) -> World:
    return on_the_day(world_on_sqlite)


def recorded(world: World, **fields: str | tuple[str, ...]) -> Chat:
    sian = world.person(SIAN)
    sian.open(ASK)
    sian.click("Record it", **fields)
    return sian


def stored(world: World) -> Feedback | None:
    with world.sessions() as session:
        return session.scalars(select(Feedback)).one_or_none()


def milestone(world: World) -> Milestone:
    with world.sessions() as session:
        return session.scalars(select(Milestone).where(Milestone.kind == Kind.FEEDBACK)).one()


def kinds(world: World) -> list[str]:
    with world.sessions() as session:
        return [what for what in session.scalars(select(Change.what).order_by(Change.id)) if what != "booked"]


def test_two_clicks_record_it_with_everyone_who_was_to_come(world: World) -> None:
    on_the_day(world)
    sian = world.person(SIAN)
    sian.type("/peer-review feedback Oak")
    form = sian.click("Record that it was given")
    assert filled(form)["day"] == ("2017-12-07",)
    assert set(filled(form)["present"]) == {number(world, email) for email in ALL}
    card = sian.click("Record it", governors="Margaret Osei\n")
    assert card.title == TITLE
    assert "Given on Thursday 7 December 2017" in str(card)
    assert "Margaret Osei" in str(card)
    assert milestone(world).done_at == datetime(2017, 12, 7, 15, 30, tzinfo=UTC)
    assert kinds(world) == ["feedback_given"]
    assert "Feedback given" in str(world.channel(CHANNEL))


def test_the_headteacher_and_the_champions_are_told_once_what_comes_next(world: World) -> None:
    recorded(on_the_day(world), governors="Canary Osei")
    for email in (PRIYA, CHIDI, OWEN):
        [told] = [card for card in world.person(email).messages if TOLD in card.title]
        assert ("Choose workshop date" in str(told)) is (email != PRIYA)
        assert ("Release booked" in str(told)) is (email != PRIYA)
        assert "on a day from Thursday 14 December to " in str(told)
        assert "Canary" not in str(told)
    for email in (SIAN, BEN, KATE):
        assert [title for title in world.person(email).titles() if TOLD in title] == []


def test_a_correction_is_no_second_piece_of_news(day: World) -> None:
    day.now = datetime(2017, 12, 11, 9, 0, tzinfo=UTC)
    sian = recorded(day)
    sian.click("Correct the record")
    card = sian.click("Record it", day="8 Dec", present=(number(day, PRIYA),))
    assert "Given on Friday 8 December 2017" in str(card)
    assert "Ben Hartley" not in str(card)
    chidi = day.person(CHIDI)
    assert len([title for title in chidi.titles() if TOLD in title]) == 1
    assert "Friday 8 December 2017" in str(chidi.read(TOLD))
    with day.sessions() as session:
        last = session.scalars(select(Change).order_by(Change.id.desc())).first()
    assert last is not None
    assert last.was["given"] == "2017-12-07"


def test_it_can_be_taken_back_and_given_after_all(day: World) -> None:
    sian, twin = recorded(day, others="Jo Bloggs"), day.person(SIAN)
    twin.card = sian.card
    assert "counts as not given" in str(sian.click("It was not given"))
    assert "counts as not given" in str(twin.click("It was not given"))
    assert milestone(day).done_at is None
    assert kinds(day) == ["feedback_given", "feedback_taken_back"]
    chidi = day.person(CHIDI)
    assert [title for title in chidi.titles() if TOLD in title] == []
    assert "out of date" in str(chidi.messages)
    form = sian.click("Record that it was given")
    assert "Jo Bloggs" in str(form)
    sian.click("Record it")
    assert TOLD in str(chidi.titles())


def test_the_headteacher_names_whom_they_invite_before_and_after(world: World) -> None:
    booked(world)
    priya = world.person(PRIYA)
    priya.open(SHOW)
    priya.click("Name others invited")
    assert "Jo Bloggs, Sam Reed" in str(priya.click("Save it", others="Jo Bloggs\n\n Sam Reed "))
    world.now = datetime(2017, 12, 7, 16, 0, tzinfo=UTC)
    sian = recorded(world)
    assert "Jo Bloggs, Sam Reed" in str(sian.card)
    priya.open(INVITE)
    card = priya.click("Save it", others="Jo Bloggs")
    assert "Sam Reed" not in str(card)
    assert "Recorded by" in str(card)
    assert "Siân Whitcombe" in str(card)
    assert kinds(world) == ["feedback_invited", "feedback_given", "feedback_invited"]


def test_the_same_form_twice_changes_nothing_more(day: World) -> None:
    sian = day.person(SIAN)
    sian.open(ASK)
    twin = sian.twin()
    sian.click("Record it")
    assert "That is recorded." in str(twin.click("Record it"))
    priya = day.person(PRIYA)
    priya.open(INVITE)
    twin = priya.twin()
    priya.click("Save it", others="Jo Bloggs")
    assert "Saved." in str(twin.click("Save it", others="Jo Bloggs"))
    assert kinds(day) == ["feedback_given", "feedback_invited"]


def test_eight_presses_at_once_tell_everyone_once(world: World) -> None:
    on_the_day(world)
    sian = world.person(SIAN)
    sian.open(ASK)
    at_once([pressing(sian.twin(), "Record it") for _ in range(8)])
    world.send_waiting()
    assert kinds(world) == ["feedback_given"]
    assert len([title for title in world.person(CHIDI).titles() if TOLD in title]) == 1


def test_of_two_at_once_the_second_is_told_sees_both_and_loses_nothing(world: World) -> None:
    on_the_day(world)
    sian, priya = world.person(SIAN), world.person(PRIYA)
    sian.open(ASK)
    priya.open(INVITE)
    priya.click("Save it", others="Jo Bloggs")
    told = sian.click("Record it", others="Sam Reed")
    assert "Priya Nair has changed this while you were here" in str(told)
    assert "others: Jo Bloggs" in str(told)
    assert filled(told)["others"] == ("Sam Reed",)
    assert kinds(world) == ["feedback_invited"]
    assert "Others invited" in str(sian.click("Record it", others="Jo Bloggs\nSam Reed"))
    priya.open(INVITE)
    sian.open(ASK)
    sian.click("Record it", governors="Margaret Osei")
    told = priya.click("Save it", others="Nobody")
    assert "Siân Whitcombe has changed this" in str(told)
    assert "Margaret Osei" in str(told)
    assert filled(told)["others"] == ("Nobody",)


@pytest.mark.parametrize(
    ("fields", "name", "sentence"),
    [
        ({"day": "6 Dec 2017"}, "day", "the feedback comes at its end"),
        ({"day": "8 Dec 2017"}, "day", "still to come"),
        ({"day": "soon"}, "day", ""),
        ({"present": ()}, "present", "who was present"),
        ({"present": ("999",)}, "present", "choose again"),
        ({"others": "a" * 1001}, "others", "1,001"),
        ({"governors": "a" * 1001}, "governors", "1,001"),
    ],
)
def test_what_will_not_do_changes_nothing_and_is_kept(
    day: World, fields: dict[str, str | tuple[str, ...]], name: str, sentence: str
) -> None:
    sian = recorded(day, **{"governors": "Margaret Osei", **fields})
    assert error(sian.card, name)
    assert sentence in error(sian.card, name)
    [(field, value)] = fields.items()
    if field != "day":
        assert filled(sian.card)[field] == ((value,) if isinstance(value, str) else value)
    assert field == "governors" or filled(sian.card)["governors"] == ("Margaret Osei",)
    assert stored(day) is None
    assert milestone(day).done_at is None


def test_names_that_are_too_many_are_kept_for_the_headteacher_too(day: World) -> None:
    priya = day.person(PRIYA)
    priya.open(INVITE)
    told = priya.click("Save it", others="a" * 1001)
    assert "1,001" in error(told, "others")
    assert filled(told)["others"] == ("a" * 1001,)
    assert stored(day) is None


def test_whoever_was_there_and_has_left_the_team_since_stays_recorded(day: World) -> None:
    sian, leila = recorded(day), number(day, LEILA)
    with day.sessions.begin() as session:
        session.scalars(select(Feedback)).one().present[0].person_id = int(leila)
    form = sian.click("Correct the record")
    assert leila in filled(form)["present"]
    assert "Leila Haddad" in str(sian.click("Record it", governors="Margaret Osei"))


def test_it_is_recorded_by_the_lead_reviewer_alone(day: World) -> None:
    for email in (BEN, MARTIN, CHIDI, PRIYA, OFFICE, KATE, CARL, ZOE):
        someone = day.person(email)
        for route in WRITES:
            assert someone.open(route, day="7 Dec", others="Mine").title.startswith("Sorry")
    for email in (BEN, CHIDI, SIAN, OFFICE, KATE):
        assert (
            day.person(email)
            .open("feedback.invited?review=1&version=0", others="Mine")
            .title.startswith("Sorry")
        )
    assert kinds(day) == []


def test_who_sees_the_record_and_who_only_where_it_stands(day: World) -> None:
    recorded(day, others="Canary Bloggs")
    for email in (*ALL, OFFICE):
        assert "Canary Bloggs" in str(day.person(email).open(SHOW))
    lead = str(day.person(KATE).open(SHOW))
    assert "Given on Thursday 7 December 2017" in lead
    assert "Canary" not in lead
    for email in (CARL, ZOE):
        assert day.person(email).open(SHOW).title.startswith("Sorry")


def test_before_the_day_and_of_a_review_that_is_off_nothing_is_recorded(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    kate, sian = booked(world), world.person(SIAN)
    assert "from the day of the review on" in str(sian.open(ASK))
    assert "Feedback" not in [b.label for b in sian.open("review.show?review=1").buttons]
    world.now = datetime(2017, 12, 7, 16, 0, tzinfo=UTC)
    assert "Feedback" in [b.label for b in sian.open("review.show?review=1").buttons]
    kate.open("postpone.ask?review=1")
    kate.click("Postpone it", reason="Snow")
    assert "no date at the moment" in str(sian.open(ASK))
    kate.open("cancel.ask?review=1")
    kate.click("Cancel it", reason="Snow")
    for token in WRITES:
        assert "cancelled" in str(sian.open(token))
    assert "cancelled" in str(world.person(PRIYA).open(INVITE))
    assert stored(world) is None


def test_it_stands_in_the_list_of_the_lead_reviewer_until_it_is_recorded(day: World) -> None:
    wanted = "Record that the feedback was given: Oak"
    sian = day.person(SIAN)
    assert wanted in str(sian.type("/peer-review"))
    assert wanted not in str(day.person(BEN).type("/peer-review"))
    sian.click_in("Record that the feedback", "Record it")
    sian.click("Record it")
    assert wanted not in str(sian.type("/peer-review"))


def test_a_review_that_has_had_feedback_keeps_its_date(day: World) -> None:
    recorded(day)
    kate = day.person(KATE)
    assert "has been held" in str(kate.open("move.ask?review=1"))


def test_the_history_says_that_it_was_recorded_and_no_names(day: World) -> None:
    recorded(day, others="Canary Bloggs")
    history = str(day.person(KATE).open("review.history?review=1"))
    assert "recorded that the feedback was given" in history
    assert "Canary" not in history


@pytest.mark.parametrize(
    "token", ["feedback.show?review=9", "feedback.ask", "feedback.record?review=x", "feedback.invited"]
)
def test_damaged_buttons_change_nothing(day: World, token: str) -> None:
    assert day.person(SIAN).open(token).title.startswith("Sorry")
    assert stored(day) is None


def test_a_name_that_is_typed_twice_is_kept_once(day: World) -> None:
    recorded(day, governors="Margaret Osei\n Margaret Osei\n")
    with day.sessions() as session:
        assert session.scalars(select(Feedback.governors)).one() == "Margaret Osei"

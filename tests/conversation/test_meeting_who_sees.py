"""Who sees the pre-review meeting: the permission matrix, part by part and day by day."""

import logging

import pytest

from tests.chat import Chat, World
from tests.conversation.conftest import (
    BEN,
    CARL,
    CHANNEL,
    CHIDI,
    KATE,
    MARTIN,
    OFFICE,
    OWEN,
    PRIYA,
    SIAN,
    ZOE,
)
from tests.conversation.meeting import SHOW, agreed

AMIT = "amit.desai@consortium.example"
MARGARET, TOM = "margaret.osei@oak.example", "tom.garrod@oak.example"
FOCUS, QUESTION, SOURCE = "CanaryFocus", "CanaryQuestion", "CanarySource"
PLACE, OTHER = "https://canary.example/room", "CanaryGuest"
CANARIES = (FOCUS, QUESTION, SOURCE, PLACE, OTHER)
WHEN = "Tuesday 28 November 2017"


def all_of_it(world: World) -> None:
    """Agreed, with a question; held, recorded with its focus."""
    agreed(world, place=PLACE)
    ben = world.person(BEN)
    ben.open("questions.ask?review=1")
    ben.click("Add it", question=QUESTION, sources=SOURCE)
    world.wait(days=28)
    sian = world.person(SIAN)
    sian.open("meeting.record?review=1")
    sian.click("Record it", focus=FOCUS, others=OTHER)


def seen(person: Chat) -> list[str]:
    shown = str(person.open(SHOW))
    return [word for word in CANARIES if word in shown]


@pytest.mark.parametrize("email", [PRIYA, SIAN, BEN, MARTIN])
def test_the_head_and_the_team_see_all_of_it(world: World, email: str) -> None:
    all_of_it(world)
    assert seen(world.person(email)) == [FOCUS, QUESTION, SOURCE, PLACE, OTHER]


@pytest.mark.parametrize("email", [CHIDI, OWEN])
def test_the_champions_see_the_focus_alone(world: World, email: str) -> None:
    all_of_it(world)
    champion = world.person(email)
    assert seen(champion) == [FOCUS]
    assert WHEN not in str(champion.card.blocks)


@pytest.mark.parametrize("email", [KATE, OFFICE])
def test_the_lead_and_the_office_see_how_it_stands(world: World, email: str) -> None:
    all_of_it(world)
    someone = world.person(email)
    assert seen(someone) == []
    assert f"Held on {WHEN}" in str(someone.card)
    assert "('Held', 'yes'), ('Enquiry questions', '1')" in str(someone.card)
    assert [button.label for button in someone.card.buttons] == ["See the review"]


@pytest.mark.parametrize("email", [AMIT, MARGARET, TOM, ZOE, CARL])
def test_everyone_else_is_refused(world_on_sqlite: World, email: str) -> None:
    all_of_it(world_on_sqlite)
    someone = world_on_sqlite.person(email)
    assert seen(someone) == []
    assert someone.card.title == "Sorry, I can’t do that"
    assert "Only the headteacher of the reviewed school and the review team" in str(someone.card)


ACTS = (
    "meeting.ask?review=1",
    "meeting.propose?review=1",
    "meeting.confirm?review=1&arranged=1",
    "meeting.record?review=1",
    "meeting.recorded?review=1",
    "meeting.unrecord?review=1",
    "meeting.focus?review=1",
    "meeting.keep_focus?review=1",
    "question.move?review=1&question=1&to=1",
)
READERS_ACTS = (
    "questions.ask?review=1",
    "questions.several?review=1",
    "questions.added?review=1",
    "question.change?review=1&question=1",
    "question.save?review=1&question=1",
    "question.remove?review=1&question=1&version=1",
)


@pytest.mark.parametrize("email", [BEN, CHIDI, KATE, OFFICE, AMIT, MARGARET, ZOE])
def test_only_the_head_and_the_lead_reviewer_arrange_it(world_on_sqlite: World, email: str) -> None:
    all_of_it(world_on_sqlite)
    before = seen(world_on_sqlite.person(PRIYA))
    for act in ACTS if email == BEN else (*ACTS, *READERS_ACTS):
        card = world_on_sqlite.person(email).open(act)
        assert card.title == "Sorry, I can’t do that", act
        assert not [word for word in CANARIES if word in str(card)]
    assert seen(world_on_sqlite.person(PRIYA)) == before


def test_reviewers_see_it_until_thirty_days_after_the_review(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    all_of_it(world)
    world.wait(days=38)
    ben = world.person(BEN)
    assert seen(ben) == [FOCUS, QUESTION, SOURCE, PLACE, OTHER]
    world.wait(days=1)
    assert seen(ben) == []
    assert "Reviewers see this until 30 days after the review." in str(ben.card)
    assert "Meeting" not in {button.label for button in ben.open("review.show?review=1").buttons}
    assert "Reviewers see this until 30 days after the review." in str(ben.type("/peer-review meeting Oak"))
    # The head and the lead reviewer still read it, and it stays as it is.
    for email in (PRIYA, SIAN):
        someone = world.person(email)
        assert seen(someone)
        assert [button.label for button in someone.card.buttons] == ["See the review"]
        assert "stays as it is" in str(someone.open("meeting.focus?review=1"))


def test_what_is_written_stays_out_of_channels_the_history_and_the_log(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    all_of_it(world)
    priya = world.person(PRIYA)
    priya.open("question.change?review=1&question=1")
    priya.click("Save it", question=f"{QUESTION} again")
    priya.open(SHOW)
    priya.click("Remove")
    history = [world.person(email).open("review.history?review=1") for email in (KATE, PRIYA, AMIT, OFFICE)]
    more = [world.person(KATE).open(f"review.history?review=1&page={page}") for page in (1, 2)]
    told = [world.person(email).messages for email in (KATE, OFFICE, AMIT, CHIDI, OWEN)]
    public = f"{world.channel(CHANNEL)}{history}{more}{told}{caplog.text}"
    assert [word for word in CANARIES if word in public] == []
    assert "took out an enquiry question" in public


def test_the_card_in_the_channel_says_no_more_than_before(world_on_sqlite: World) -> None:
    all_of_it(world_on_sqlite)
    assert "eeting" not in str(world_on_sqlite.channel(CHANNEL))

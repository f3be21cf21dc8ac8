"""In Teams no command of ours begins with a stroke, and in a channel the bot reads only what names it."""

import pytest
from sqlalchemy import select

from bot.cards.model import Card, Listing
from storage.models import ChatIdentity, Person
from tests.chat import Chat, World
from tests.conversation.conftest import BEN, KATE, OFFICE

NEW = "staff-room"


def in_teams(world: World, email: str) -> Chat:
    with world.sessions.begin() as session:
        person = session.scalars(select(Person).filter_by(email=email)).one()
        session.add(ChatIdentity(person_id=person.id, platform="teams", workspace="teams", user=email))
    return Chat(world, email, "teams")


def commands(card: Card) -> list[str]:
    return [row.title for block in card.blocks if isinstance(block, Listing) for row in block.rows]


def test_the_help_says_what_can_be_typed_there(world_on_sqlite: World) -> None:
    kate = in_teams(world_on_sqlite, KATE)
    kate.type("help")
    card = kate.click("All commands")
    before = ["papers", "meeting", "timetable"]
    after = ["note", "feedback", "summary", "workshop", "plan", "audit", "visit", "impact", "all actions"]
    year = ["digest", "year", "calendar"]
    assert commands(card) == ["schedule review", "what is mine", *before, *after, *year, "link", "help"]
    assert "for example schedule review Oak Primary, Tues 14 Nov" in str(card)
    assert "In a channel, begin with @Peer Review." in str(card)
    elsewhere = world_on_sqlite.person(KATE).open("help.all")
    assert commands(elsewhere)[0] == "/schedule-review"
    assert "@Peer Review" not in str(elsewhere)


def test_each_of_them_is_understood(world_on_sqlite: World) -> None:
    kate = in_teams(world_on_sqlite, KATE)
    titles = [kate.type(typed).title for typed in commands(kate.open("help.all"))]
    # Nothing is booked yet that could be prepared or held.
    assert titles == [
        "Schedule a review",
        "Kate Moore, Wednesday 1 November 2017",
        *["Sorry, I can’t do that"] * 12,
        "Collaborative Group 2: the week of Monday 30 October 2017",
        "Year at a glance: 2017-18",
        "Put it in my calendar",
        "Please type that in the group’s channel",
        "How to use Peer Review",
    ]


@pytest.mark.parametrize(
    ("email", "sentence"),
    [
        (KATE, "If it is your group’s channel, type @Peer Review link in it."),
        (OFFICE, "If it is one’s channel, type @Peer Review link in it."),
        (BEN, "its Peer Review Lead can type @Peer Review link in it."),
    ],
)
def test_a_channel_that_is_nobodys_is_linked_by_naming_the_bot(
    world_on_sqlite: World, email: str, sentence: str
) -> None:
    """`in it`: the answer stands in their own chat."""
    assert sentence in str(in_teams(world_on_sqlite, email).type("what is mine", place=NEW))


def test_whoever_links_in_their_own_chat_is_told_what_to_type_in_the_channel(world_on_sqlite: World) -> None:
    card = in_teams(world_on_sqlite, KATE).type("link")
    assert "Open it, and type @Peer Review link there." in str(card)

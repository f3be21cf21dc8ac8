"""Importing a roster beside channels that were linked in the chat; on both databases."""

from datetime import UTC, datetime

from sqlalchemy import select

from storage import channels
from storage.addresses import Address
from storage.booking import By
from storage.models import Channel, Group, Person
from storage.roster import Report
from tests.storage.rosters import Office


def linked(office: Office, conversation: str, group: str, platform: str = "slack") -> None:
    """As somebody does it in the chat."""
    with office.sessions.begin() as session:
        by = By(session.scalars(select(Person).limit(1)).one(), datetime(2018, 1, 8, 9, tzinfo=UTC))
        its_group = session.scalars(select(Group).filter_by(key=group)).one()
        channels.link(session, Address(platform, "T1", conversation, personal=False), its_group, by)


def channels_now(office: Office) -> list[tuple[str, str, bool, bool]]:
    query = select(Channel, Group.key).join(Group).order_by(Channel.conversation)
    with office.sessions() as session:
        return [(c.conversation, group, c.home, c.linked) for c, group in session.execute(query)]


def test_a_channel_that_was_linked_in_the_chat_outlives_an_import(office: Office) -> None:
    linked(office, "C9", "north")
    assert office.send() == Report()
    assert channels_now(office) == [("C9", "north", True, True), ("north-channel", "north", False, False)]


def test_a_linked_channel_is_the_home_when_the_rosters_own_is_taken_out(office: Office) -> None:
    linked(office, "C8", "north")
    linked(office, "north-channel", "north", platform="practice")
    office.send(("      practice: north-channel", "      practice: new-channel"))
    homes = [conversation for conversation, _, home, _ in channels_now(office) if home]
    assert homes == ["north-channel"]


SLACK = ("groups:", "workspaces: {slack: T1}\ngroups:")


def test_the_rosters_word_holds_for_a_channel_that_it_names(office: Office) -> None:
    linked(office, "C9", "north")
    names_it = (
        "lead: bob@ash.example\nschools:",
        "lead: bob@ash.example\n    channels: {slack: C9}\nschools:",
    )
    assert office.send(SLACK, names_it).changes == (
        "South Group uses the slack channel C9. It had been linked in the chat to North Group.",
    )
    assert channels_now(office) == [("C9", "south", True, False), ("north-channel", "north", True, False)]
    assert office.send(SLACK, names_it) == Report()
    assert office.send().changes == ("The slack channel C9 is used no longer.",)


def test_a_new_channel_of_the_roster_takes_no_home_from_a_linked_one(office: Office) -> None:
    linked(office, "C9", "north")
    office.send(SLACK, ("practice: north-channel", "slack: C1"))
    assert channels_now(office) == [("C1", "north", False, False), ("C9", "north", True, True)]


def test_of_a_groups_channels_in_the_roster_one_is_its_home(office: Office) -> None:
    office.send(SLACK, ("practice: north-channel", "practice: north-channel\n      slack: C1"))
    assert [home for _, _, home, _ in channels_now(office)] == [False, True]

"""What the tests of linked channels look at."""

from sqlalchemy import select

from storage.models import Channel, ChannelChange, Group
from tests.chat import World

NEW, OTHER = "staff-room", "group-2-again"
GROUP_1, GROUP_2, GROUP_3 = (f"Collaborative Group {n}" for n in (1, 2, 3))


def homes(world: World, group: str | None) -> list[str]:
    """The channels to which the group's messages go: there must never be two."""
    query = select(Channel.conversation).outerjoin(Group).where(Channel.home).order_by(Channel.conversation)
    with world.sessions() as session:
        return list(
            session.scalars(query.where(Group.name == group if group else Channel.group_id.is_(None)))
        )


def owner(world: World, conversation: str) -> str | None:
    query = select(Group.name).join(Channel).where(Channel.conversation == conversation)
    with world.sessions() as session:
        return session.scalar(query)


def titles(world: World, conversation: str) -> list[str]:
    return [card.title for card in world.channel(conversation)]


def nobodys(world: World, conversation: str) -> bool:
    with world.sessions() as session:
        return session.scalar(select(Channel.id).filter_by(conversation=conversation)) is None


def history(world: World) -> list[tuple[str, str]]:
    query = select(ChannelChange).order_by(ChannelChange.id)
    with world.sessions() as session:
        return [(made.what, made.by.name) for made in session.scalars(query)]

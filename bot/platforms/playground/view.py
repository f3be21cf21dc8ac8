"""What one person sees in one conversation."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from bot.platforms.playground.due import Due
from bot.platforms.playground.people import VISITOR, Cast, Someone
from bot.platforms.playground.practice import Practice
from bot.platforms.playground.room import Entry, Place

# The personal chat, in the page's address.
DIRECT = "peer-review"
DIRECT_NAME = "Peer Review"
CHANNEL = "A channel. Everyone in it sees what is posted here."
OWN_CHAT = "Your own chat with the bot. Nobody else sees it."


@dataclass(frozen=True, slots=True)
class Conversation:
    key: str
    name: str
    about: str
    place: Place


@dataclass(frozen=True, slots=True)
class Hint:
    """What to do first; pressing `label` sends `line`."""

    text: str
    label: str
    line: str


@dataclass(frozen=True)
class View:
    """`due_today`: the open milestones of the practice clock's day, in words."""

    practice: Practice
    cast: Cast
    me: Someone
    here: Conversation
    conversations: tuple[Conversation, ...]
    next_due: Due | None
    due_today: Sequence[str]

    @property
    def address(self) -> str:
        return self.address_of(self.here)

    def address_of(self, conversation: Conversation) -> str:
        return "/?" + urlencode({"as": self.me.user, "in": conversation.key})

    def chat_of(self, someone: Someone) -> str:
        return "/?" + urlencode({"as": someone.user, "in": DIRECT})

    @property
    def entries(self) -> Sequence[Entry]:
        return self.practice.room.entries(self.me.user, self.here.place)

    def unread(self, conversation: Conversation) -> int:
        return self.practice.room.unread(self.me.user, conversation.place)

    @property
    def unread_in_all(self) -> int:
        return sum(map(self.unread, self.conversations))

    @property
    def others(self) -> tuple[tuple[Someone, int], ...]:
        """Who else has personal messages that nobody has looked at."""
        chats = self.practice.room.unread_chats()
        found = ((self.cast.find(user), count) for user, count in chats.items() if user != self.me.user)
        return tuple((someone, count) for someone, count in found if someone)

    @property
    def completions(self) -> tuple[tuple[str, str], ...]:
        schools = self.cast.schools_of(self.me)
        return tuple((f"/schedule-review {school.name}", "") for school in schools)

    @property
    def hint(self) -> Hint | None:
        """Shown until there is something to read, or the person has found out what to do."""
        if self.entries or self.practice.room.has_acted(self.me.user):
            return None
        return hint(self.me, self.cast)

    @property
    def example(self) -> str:
        return "/schedule-review" if self.me.schedules else "/peer-review"


def hint(me: Someone, cast: Cast) -> Hint:
    if me == VISITOR:
        text = "You are a visitor, not in the roster. Type anything to see what a stranger is told, or press:"
        return Hint(text, "Ask what is mine to do", "/peer-review")
    intro = f"You are {me.name}, {me.roles[0]}."
    school = next((s.name for s in cast.schools_of(me) if s.id not in me.schools), "")
    if me.schedules and school:
        text = f"{intro} Type /schedule-review in the box below and press Send, or press:"
        return Hint(text, f"Schedule a review of {school}", f"/schedule-review {school}")
    text = (
        f"{intro} What needs your answer arrives under {DIRECT_NAME}. Type /peer-review to see it, or press:"
    )
    return Hint(text, "What is mine to do", "/peer-review")


def conversations_of(me: Someone, cast: Cast) -> tuple[Conversation, ...]:
    channels = (
        Conversation(channel.id, channel.name, CHANNEL, Place(channel=channel.id))
        for channel in cast.channels_of(me)
    )
    mine = Conversation(DIRECT, DIRECT_NAME, OWN_CHAT, Place(user=me.user))
    return (*channels, mine)


async def view(practice: Practice, user: str, key: str) -> View | None:
    """None when there is no such person, or the conversation is not theirs.

    Blanks mean the first person, and the conversation of a person's where their news is.
    """
    cast = await practice.cast()
    me = cast.find(user) if user else cast.first()
    if me is None:
        return None
    conversations = conversations_of(me, cast)
    here = next((c for c in conversations if c.key == key), None) if key else conversations[0]
    if user and not key and practice.room.unread(user, conversations[-1].place):
        here = conversations[-1]
    if here is None:
        return None
    due = (await practice.next_due(), await practice.due_today())
    return View(practice, cast, me, here, conversations, *due)

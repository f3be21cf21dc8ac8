"""What is said when a channel is linked to its group; `whose` is a group's name or "the Management Group"."""

from collections.abc import Sequence

from bot.cards.common import ECHOED, HOME
from bot.cards.model import Button, Card, Listing, Row, Text, go
from bot.cards.paging import page_of
from bot.cards.schedule import LEAVE
from bot.cards.words import shortened

MANAGEMENT_GROUP = "the Management Group"
ONLY_LEADS = (
    "Only a group’s Peer Review Lead, the deputy or the Consortium Office can say whose channel this is."
)
ROSTER_SAYS = "The roster names this channel now, so only the Consortium Office can change it, in the roster."
CHANGED_SINCE = "Somebody has said since whose channel that is, so nothing was changed."
NOT_A_GROUPS = "This channel isn’t a group’s yet."
# With what is typed. "In it", as on some platforms the answer stands elsewhere.
LINK_YOURS = f"{NOT_A_GROUPS} If it is your group’s channel, type {{}} in it."
LINK_ONE = f"{NOT_A_GROUPS} If it is one’s channel, type {{}} in it."
LEAD_CAN_LINK = f"{NOT_A_GROUPS} If it should be, its Peer Review Lead can type {{}} in it."


def only_they(whose: str, leads: Sequence[str], office: Sequence[str]) -> str:
    """Who may say that this is the group's channel."""
    the_office = f"the Consortium Office{_named(office)}"
    if whose == MANAGEMENT_GROUP:
        return f"Only {the_office} can say that this is the channel of {whose}."
    the_lead = f"the Peer Review Lead of {whose}{_named(leads)}"
    return f"Only {the_lead} or {the_office} can say that this is its channel."


def another_groups(other: str, whose: str) -> str:
    """To somebody who may not take the channel from the other group."""
    return (
        f"This is the channel of {other}. Please ask the Consortium Office: "
        f"only somebody who answers for both can make it the channel of {whose}."
    )


def type_it_there(typed: str) -> Card:
    return Card(
        "Please type that in the group’s channel",
        (Text(f"From here I can’t see which channel you mean. Open it, and type {typed} there."),),
        (HOME,),
    )


def ask_which(groups: Sequence[tuple[int, str]], page: int = 0, said: str = "") -> Card:
    """Whose channel is it? `groups`: what may be chosen, by number and name."""
    rows = [Row(_capital(name), "", (Button("Choose", go("channel.choose", group=n)),)) for n, name in groups]
    shown, pages = page_of(rows, page, lambda wanted: go("channel.which", page=wanted))
    typed = shortened(said, ECHOED)
    sorry = (Text(("I’m not sure which group you mean by “", typed, "”."), "warning"),) if said else ()
    return Card("Whose channel is this?", (*sorry, Listing(shown)), (*pages, LEAVE))


def ask_move(group: int, whose: str, other_group: int, other: str) -> Card:
    """The channel is another group's so far."""
    return Card(
        f"This is the channel of {other}",
        (Text(f"If it becomes the channel of {whose}, what I write to {other} no longer goes to it."),),
        (
            Button("Change it", go("channel.choose", group=group, was=other_group), "primary"),
            LEAVE,
        ),
    )


def already(whose: str, change: int | None) -> Card:
    """`change`: what linked it, where that can be taken back."""
    return Card(
        f"This is the channel of {whose} already",
        (Text("Nothing was changed."),),
        (*((_not_this(change),) if change else ()), HOME),
    )


def linked(whose: str, change: int, *, moved: bool = False, left: str = "") -> Card:
    """`moved`: messages went to another channel before. `left`: whose channel it was, who have none now."""
    news = [f"What I write to {whose} goes to this channel from now on."]
    if moved:
        news.append("It no longer goes to the one it went to before.")
    without = (Text(f"{_capital(left)} has no channel now.", "warning"),) if left else ()
    return Card(
        f"This is now the channel of {whose}",
        (Text(" ".join(news), "good"), *without),
        (_not_this(change), HOME),
    )


def unlinked(whose: str, *, has_channel: bool, now: str = "") -> Card:
    """`now`: whose channel it is again, if anybody's."""
    again = f"It is the channel of {now} again. " if now else ""
    goes = (
        f"What I write to {whose} goes to its other channel."
        if has_channel
        else f"{_capital(whose)} has no channel now; what I write to it waits until there is one."
    )
    return Card(f"This is not the channel of {whose}", (Text(f"{again}{goes}"),), (HOME,))


def announced(whose: str, by: str) -> Card:
    """To the channel itself."""
    comes = (
        "What concerns all the groups is posted here."
        if whose == MANAGEMENT_GROUP
        else "Each review of the group gets a card here, which is kept up to date."
    )
    never = "What schools write in their papers is never shown here."
    return Card(f"This is now the channel of {whose}", (Text(f"{by} has linked it. {comes} {never}"),))


def no_longer(whose: str) -> Card:
    """In place of what was said to the channel."""
    return Card(f"This is not the channel of {whose}", (Text("What was said here before was taken back."),))


def _not_this(change: int) -> Button:
    return Button("This isn’t the channel", go("channel.unlink", change=change))


def _named(people: Sequence[str]) -> str:
    return f" ({' or '.join(people)})" if people else ""


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]

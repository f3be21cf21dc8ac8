"""A group's channel is linked to it, in the channel itself."""

from collections.abc import Mapping

from bot.cards import channels as say
from bot.cards.model import Card
from bot.handlers.access import damaged
from bot.language import groups as language
from bot.language.commands import linking
from bot.language.names import Exact
from bot.letters import Letter, template
from bot.router import Refused, Turn, id_in, on
from bot.rules.hours import Urgency
from bot.rules.roles import Role
from storage import channels, consortium, outbox, pauses, standing
from storage.addresses import Address
from storage.booking import By
from storage.channels import MANAGEMENT
from storage.models import ChannelChange, Group

# By number, the Management Group included.
Groups = Mapping[int, str]


@on("channel.link")
def link(turn: Turn) -> Card:
    """For the group that was typed, or the only one that this person leads; else they are asked."""
    own, said = linkable(turn), turn.args.get("said", "")
    match language.which(said, {number: (name,) for number, name in every_group(turn).items()}):
        case Exact(number):
            return choose_group(turn, number)
        case None if len(own) == 1:
            return choose_group(turn, *own)
        case None:
            return ask(turn, own)
        case _:
            return ask(turn, own, said=said)


@on("channel.which")
def which(turn: Turn) -> Card:
    """Another page of the groups."""
    return ask(turn, linkable(turn), page=turn.page)


def ask(turn: Turn, own: Groups, *, page: int = 0, said: str = "") -> Card:
    if not own:
        raise Refused(say.ONLY_LEADS)
    if turn.where is None:
        return say.type_it_there(linking(turn.platform))
    return say.ask_which(list(own.items()), page, said)


@on("channel.choose")
def choose(turn: Turn) -> Card:
    return choose_group(turn, turn.id("group"))


@on("channel.unlink")
def unlink(turn: Turn) -> Card:
    channels.hold(turn.session)
    change = channels.change(turn.session, turn.id("change"))
    if change is None or change.what != channels.LINKED:
        raise damaged()
    whose = name_of(change.group)
    if channels.key(change) not in linkable(turn):
        raise Refused(only_they(turn, change.group))
    where = channels.place(change)
    channel, last = channels.at(turn.session, where), channels.last_change(turn.session, where)
    if last is not change:
        undone = last is not None and last.what == channels.UNLINKED and last.was.get("change") == change.id
        if not undone:
            raise Refused(say.CHANGED_SINCE)
    elif channel is None:
        raise Refused(say.CHANGED_SINCE)
    elif not channel.linked:
        raise Refused(say.ROSTER_SAYS)
    else:
        channels.unlink(turn.session, change, channel, By(turn.person, turn.now))
        take_back(turn, change)
        channel = channels.at(turn.session, where)
    again = name_of(channel.group) if channel and channels.key(channel) != channels.key(change) else ""
    has_channel = bool(channels.of_group(turn.session, change.group_id))
    return say.unlinked(whose, has_channel=has_channel, now=again)


def choose_group(turn: Turn, number: int) -> Card:
    """Link the channel, if this person may; away from another group only once they have seen whose it is."""
    own, group, where = linkable(turn), group_of(turn, number), turn.where
    if number not in own:
        raise Refused(only_they(turn, group))
    if where is None:
        return say.type_it_there(linking(turn.platform))
    channels.hold(turn.session)
    channel = channels.at(turn.session, where)
    if channel is None:
        return linked(turn, where, group)
    other = channels.key(channel)
    if other != number:
        if other not in own:
            raise Refused(say.another_groups(name_of(channel.group), own[number]))
        if id_in(turn.args.get("was", "")) != other:
            return say.ask_move(number, own[number], other, own[other])
    elif channel.home:
        pauses.try_there_now(turn.session, where, turn.now)
        last = channels.last_change(turn.session, where)
        can_undo = channel.linked and last is not None and last.what == channels.LINKED
        return say.already(own[number], last.id if last and can_undo else None)
    return linked(turn, where, group)


def linked(turn: Turn, where: Address, group: Group | None) -> Card:
    last = channels.last_change(turn.session, where)
    change = channels.link(turn.session, where, group, By(turn.person, turn.now))
    if last is not None and last.group_id != change.group_id:
        outbox.refresh(turn.session, turn.person, slot(last), key=f"linked:{change.id}", now=turn.now)
    news = outbox.News(
        "channel.linked", {"change": change.id}, f"channel.linked:{change.id}", slot(change), Urgency.URGENT
    )
    outbox.tell(turn.session, group, news, now=turn.now, calendar=turn.calendar)
    pauses.try_there_now(turn.session, where, turn.now)
    before = change.was["channel"]
    lost = group_of(turn, before["group"]) if before else group
    left_without = lost is not group and not channels.of_group(turn.session, lost.id if lost else None)
    return say.linked(
        name_of(group),
        change.id,
        moved=change.was["home"] is not None,
        left=name_of(lost) if left_without else "",
    )


def take_back(turn: Turn, change: ChannelChange) -> None:
    """Have what was said in the channel say so, and let nobody mend what nothing is sent to."""
    # Written to the person: a group without a channel would have it wait.
    outbox.refresh(turn.session, turn.person, slot(change), key=f"unlinked:{change.id}", now=turn.now)
    pauses.forget(turn.session, channels.place(change))


@template("channel.linked")
def announced(letter: Letter) -> Card | None:
    change = channels.change(letter.session, letter.id("change"))
    if change is None:
        return None
    channel = channels.at(letter.session, channels.place(change))
    if channel is None or channel.group_id != change.group_id:
        return say.no_longer(name_of(change.group)) if letter.stands else None
    # What has not gone by then would go to the group's newer home.
    return say.announced(name_of(change.group), change.by.name) if channel.home or letter.stands else None


def slot(change: ChannelChange) -> str:
    return f"channel:{change.id}"


def linkable(turn: Turn) -> Groups:
    """The groups whose channel this person may say it is."""
    led = standing.led_groups(turn.asker, turn.today)
    every = every_group(turn)
    return every if led is None else {number: name for number, name in every.items() if number in led}


def every_group(turn: Turn) -> Groups:
    found = {group.id: group.name for group in turn.directory.groups.values()}
    return {**found, MANAGEMENT: say.MANAGEMENT_GROUP}


def group_of(turn: Turn, number: int) -> Group | None:
    """None is the Management Group."""
    group = turn.session.get(Group, number) if number != MANAGEMENT else None
    if group is None and number != MANAGEMENT:
        raise damaged()
    return group


def name_of(group: Group | None) -> str:
    return group.name if group else say.MANAGEMENT_GROUP


def only_they(turn: Turn, group: Group | None) -> str:
    """To somebody who may not link this group's channel."""
    leads = consortium.people_with(turn.session, Role.LEAD, turn.today, group_id=group.id) if group else ()
    office = consortium.office_names(turn.session, turn.today)
    return say.only_they(name_of(group), [lead.name for lead in leads], office)


def not_linked(turn: Turn) -> str:
    """What to do about a channel that is nobody's; "" anywhere else."""
    if turn.where is None or turn.group is not None or channels.at(turn.session, turn.where):
        return ""
    led = standing.led_groups(turn.asker, turn.today)
    sentence = say.LINK_ONE if led is None else say.LINK_YOURS if led else say.LEAD_CAN_LINK
    return sentence.format(linking(turn.platform))

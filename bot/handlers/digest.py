"""A digest at any time, for whoever may read it: a group's, or that of all groups."""

from collections.abc import Mapping

from bot.cards import digest as say
from bot.cards import digest_management
from bot.cards.channels import MANAGEMENT_GROUP
from bot.cards.digest_management import Everything
from bot.cards.model import Button, Card, go
from bot.handlers.digest_access import (
    NOT_ALL,
    NOT_YOURS,
    group_in,
    key,
    leads,
    management_key,
    must,
    reads_all,
    status_of,
)
from bot.handlers.digest_figures import Moment, figures
from bot.handlers.digest_notes import notes
from bot.handlers.home import my_groups
from bot.language import groups as language
from bot.language.names import Exact
from bot.router import Refused, Turn, on
from bot.rules import digest_weeks
from bot.rules.permissions import Right
from storage import channels, digests, standing
from storage.directory import GroupEntry


@on("digest.find")
def find(turn: Turn) -> Card:
    """Of the group that was typed, else of the channel's, else one's own; who reads all has all of them."""
    said = turn.args.get("said", "")
    every = {one.id: (one.name,) for one in turn.directory.groups.values()}
    match language.which(said, {**every, channels.MANAGEMENT: (MANAGEMENT_GROUP, "all groups")}):
        case Exact(channels.MANAGEMENT):
            return everything(turn)
        case Exact(number):
            return of_group(turn, turn.directory.groups[number])
        case None if turn.group is not None:
            return of_group(turn, turn.group)
        case None if reads_all(turn):
            return everything(turn)
        case _:
            return which(turn)


@on("digest.which")
def which(turn: Turn) -> Card:
    """One’s own, where there is only one; else they are asked."""
    own = offered(turn)
    if len(own) == 1 and not reads_all(turn):
        return of_group(turn, turn.directory.groups[next(iter(own))])
    if not own:
        raise Refused(NOT_YOURS)
    return say.which(list(own.items()), turn.page, all_groups=reads_all(turn))


def offered(turn: Turn) -> Mapping[int, str]:
    """Those that this person reads whole; of another group there are a few figures for whoever names it."""
    whole = {one.id: one.name for one in my_groups(turn)}
    if whole:
        return whole
    groups = turn.directory.groups.values()
    return {one.id: one.name for one in groups if Right.READ in status_of(turn, one.id)}


@on("digest.show")
def show(turn: Turn) -> Card:
    return of_group(turn, group_in(turn))


@on("digest.management")
def show_everything(turn: Turn) -> Card:
    return everything(turn)


def of_group(turn: Turn, group: GroupEntry) -> Card:
    mine = status_of(turn, group.id)
    must(bool(mine), NOT_YOURS)
    found = figures(turn.session, turn.directory, [group.id], moment(turn, group.id))
    if not found:
        return say.empty(group.name)
    if Right.READ not in mine:
        return say.counts(found[0])
    return say.group(found[0], turn.page, extra(turn, group))


def extra(turn: Turn, group: GroupEntry) -> tuple[Button, ...]:
    note = Button("A note to the Management Group", go("lead_note.ask", group=group.id), aside=True)
    others = Button("All groups", go("digest.management"), aside=True)
    return (*((note,) if leads(turn, group.id) else ()), *((others,) if reads_all(turn) else ()))


def everything(turn: Turn) -> Card:
    must(reads_all(turn), NOT_ALL)
    at = moment(turn, channels.MANAGEMENT)
    found = figures(turn.session, turn.directory, list(turn.directory.groups), at)
    shown = notes(turn.session, at.monday, told=not turn.in_channel)
    asks = standing.is_management(turn.asker, turn.today)
    return digest_management.management(Everything(at.monday, found, shown, asks=asks), turn.page)


def moment(turn: Turn, group_id: int) -> Moment:
    """This week's, with all that was done since the digest before it; on a closed day the next week's."""
    monday = digest_weeks.shown_week(turn.today, turn.calendar)
    before = digest_weeks.week_before(monday, turn.calendar)
    name = management_key(before) if group_id == channels.MANAGEMENT else key(before, group_id)
    went = digests.last_sent(turn.session, [name])
    return Moment(monday, turn.now, went or digest_weeks.since(monday, turn.calendar))

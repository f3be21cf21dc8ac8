"""The addresses of a person’s calendar and of their groups’: shown, and renewed."""

from collections.abc import Iterator

from bot.cards import feeds as say
from bot.cards.feeds import Feed
from bot.cards.model import Card, Go, go
from bot.handlers.feed_reading import MINE, OF_GROUP
from bot.letters import Letter, template
from bot.router import Refused, Turn, on
from storage import feeds, outbox, standing
from storage.booking import By
from storage.models import Group

NOT_LEAD = "Only the group’s Peer Review Lead, the deputy or the Consortium Office can make a new address."


@on("feeds.show")
def show(turn: Turn) -> Card:
    return shown(turn)


@on("feeds.renew")
def renew(turn: Turn) -> Card:
    """My own. Of two clicks the second changes nothing."""
    return after(turn, feeds.renew(turn.session, turn.person, turn.id("serial"), By(turn.person, turn.now)))


@on("feeds.renew_group")
def renew_group(turn: Turn) -> Card:
    group = turn.session.get(Group, turn.id("group"))
    if group is None or not may_renew(turn, group.id):
        raise Refused(NOT_LEAD)
    seen = turn.id("serial")
    done = feeds.renew(turn.session, group, seen, By(turn.person, turn.now))
    if done:
        key = f"feeds.renewed:{group.id}:{seen + 1}"
        news = outbox.News("feeds.renewed", {"group": group.id, "serial": seen + 1}, key)
        outbox.tell(turn.session, group, news, now=turn.now, calendar=turn.calendar)
    return after(turn, done)


@template("feeds.renewed")
def renewed(letter: Letter) -> Card | None:
    """Nothing, where another has been made since: that is told as well."""
    group = letter.session.get(Group, letter.id("group"))
    if group is None or feeds.serial(letter.session, group) != letter.id("serial"):
        return None
    return say.renewed(group.name)


def after(turn: Turn, done: bool) -> Card:
    return shown(turn, said=say.RENEWED) if done else shown(turn, warning=say.RENEWED_MEANWHILE)


def shown(turn: Turn, *, said: str = "", warning: str = "") -> Card:
    only_at = "" if turn.links.reached else turn.links.public_url
    return say.show(list(addresses(turn)), turn.page, only_at, said, warning)


def addresses(turn: Turn) -> Iterator[Feed]:
    """First my own, then those of the groups whose reviews I may see."""
    serial = feeds.serial(turn.session, turn.person)
    renewing = go("feeds.renew", serial=serial)
    yield Feed("My own dates", turn.links.feed(MINE, turn.asker.id, serial), renewing)
    groups = standing.seen_groups(turn.session, turn.asker, turn.directory, turn.today)
    known = feeds.serials(turn.session, [group.id for group in groups]) if groups else {}
    for group in groups:
        serial = known.get(group.id, 0)
        url = turn.links.feed(OF_GROUP, group.id, serial)
        yield Feed(f"All dates of {group.name}", url, group_renewing(turn, group.id, serial))


def group_renewing(turn: Turn, group_id: int, serial: int) -> Go | None:
    may = may_renew(turn, group_id)
    return go("feeds.renew_group", group=group_id, serial=serial) if may else None


def may_renew(turn: Turn, group_id: int) -> bool:
    led = standing.led_groups(turn.asker, turn.today)
    return led is None or group_id in led

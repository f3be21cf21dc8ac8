"""The weekly digests come up by themselves: each group's once a week, and the Management Group's."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.cards import digest as say
from bot.cards import digest_management
from bot.cards.model import Card
from bot.handlers.digest_access import GROUP, MANAGEMENT, NO_CHANNEL, key, lead_of, management_key, member_key
from bot.handlers.digest_figures import Moment, figures
from bot.handlers.digest_notes import notes
from bot.language.commands import linking
from bot.letters import Letter, template
from bot.rules import digest_weeks, hours
from bot.rules.calendar import SchoolCalendar
from bot.rules.roles import Role
from storage import channels, consortium, digests, directory, outbox
from storage.directory import Directory
from storage.models import Group

TEMPLATES = (GROUP, MANAGEMENT, NO_CHANNEL)


def write_digests(session: Session, now: datetime) -> None:
    """For the first school day of a week at eight, or whenever the bot is back in that week."""
    roster = directory.newest(session)
    calendar = roster.calendar(None)
    monday = digest_weeks.digest_due(now, calendar)
    # Beyond the years of the roster nobody knows who is in which group, or whether there is school.
    if monday is None or roster.year_of(hours.today(now)) is None:
        return
    if not wanting(session, roster, monday, now):
        return
    # Held, so that of two schedulers the second sees what the first has written.
    channels.hold(session)
    for number in wanting(session, roster, monday, now):
        if number == channels.MANAGEMENT:
            write_management(session, monday, now, calendar)
        else:
            write_group(session, session.get_one(Group, number), monday, now, calendar)
    digests.withdraw(session, TEMPLATES, hours.moment(monday, digest_weeks.MIDNIGHT), now)


def wanting(session: Session, roster: Directory, monday: date, now: datetime) -> Sequence[int]:
    """The groups, the Management Group among them, whose digest of that week has not been written."""
    today = hours.today(now)
    keys = {key(monday, one): one for one in roster.groups if roster.schools_in([one], today)}
    keys[management_key(monday)] = channels.MANAGEMENT
    written = outbox.written(session, keys)
    return [number for name, number in keys.items() if name not in written]


def write_group(
    session: Session, group: Group, monday: date, now: datetime, calendar: SchoolCalendar
) -> None:
    args: dict[str, int | str] = {"group": group.id, "week": monday.isoformat()}
    news = outbox.News(GROUP, args, key(monday, group.id))
    outbox.tell(session, group, news, now=now, calendar=calendar)
    lead = None if channels.of_group(session, group.id) else lead_of(session, group, hours.today(now))
    if lead is not None:
        told = outbox.News(NO_CHANNEL, args, f"{NO_CHANNEL}:{group.id}:{monday.isoformat()}")
        outbox.tell(session, lead, told, now=now, calendar=calendar)


def write_management(session: Session, monday: date, now: datetime, calendar: SchoolCalendar) -> None:
    """To its channel; without one to each member, the first under the key that says that it is written."""
    args: dict[str, int | str] = {"week": monday.isoformat()}
    members = consortium.people_with(session, Role.MANAGEMENT, hours.today(now))
    if channels.of_group(session, outbox.MANAGEMENT) or not members:
        news = outbox.News(MANAGEMENT, args, management_key(monday), slot=management_key(monday))
        outbox.tell(session, outbox.MANAGEMENT, news, now=now, calendar=calendar)
        return
    for number, person in enumerate(members):
        name = member_key(monday, person.id) if number else management_key(monday)
        news = outbox.News(MANAGEMENT, args, name, slot=member_key(monday, person.id))
        outbox.tell(session, person, news, now=now, calendar=calendar)


@template(GROUP)
def group_digest(letter: Letter) -> Card | None:
    """As things stand when it goes; nothing, once the week is over."""
    monday, roster = week(letter), directory.newest(letter.session)
    if is_too_late(letter, roster, monday):
        return None
    before = key(digest_weeks.week_before(monday, roster.calendar(None)), letter.id("group"))
    found = figures(letter.session, roster, [letter.id("group")], moment(letter, roster, monday, before))
    return say.group(found[0]) if found else None


@template(MANAGEMENT)
def management_digest(letter: Letter) -> Card | None:
    monday, roster = week(letter), directory.newest(letter.session)
    if is_too_late(letter, roster, monday):
        return None
    before = management_key(digest_weeks.week_before(monday, roster.calendar(None)))
    found = figures(letter.session, roster, list(roster.groups), moment(letter, roster, monday, before))
    shown = notes(letter.session, monday, told=letter.person is not None)
    return digest_management.management(digest_management.Everything(monday, found, shown))


@template(NO_CHANNEL)
def without_channel(letter: Letter) -> Card | None:
    """Nothing, once the group has a channel or the week is over."""
    group = letter.session.get(Group, letter.id("group"))
    roster = directory.newest(letter.session)
    if group is None or channels.of_group(letter.session, group.id):
        return None
    if is_too_late(letter, roster, week(letter)):
        return None
    home = letter.person.home_platform if letter.person else ""
    return say.no_channel(group.name, group.id, linking(home))


def week(letter: Letter) -> date:
    return date.fromisoformat(str(letter.args["week"]))


def is_too_late(letter: Letter, roster: Directory, monday: date) -> bool:
    return not letter.stands and digest_weeks.is_over(monday, letter.now, roster.calendar(None))


def moment(letter: Letter, roster: Directory, monday: date, before: str) -> Moment:
    """`before`: the key of the digest of the week before; what was done since it went is told now."""
    went = digests.last_sent(letter.session, [before])
    return Moment(monday, letter.now, went or digest_weeks.since(monday, roster.calendar(None)))

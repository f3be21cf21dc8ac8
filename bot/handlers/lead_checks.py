"""Who leads each group in the coming year: it is confirmed, or the office is asked for somebody else."""

from datetime import date

from bot.cards import lead_checks as say
from bot.cards.common import DAMAGED
from bot.cards.model import Card
from bot.letters import Letter, template
from bot.router import Refused, Turn, on
from bot.rules.roles import Role
from bot.rules.seasons import newest_season
from storage import consortium, lead_checks, outbox, standing
from storage.directory import GroupEntry
from storage.models import LeadCheck

NOT_YOURS = "Only the Management Group, the Consortium Office and the group’s Lead can say who leads it."
OVER = "That was asked some time ago, so nothing was changed. Please tell the Consortium Office."
NO_NAME = "Please give a name, or leave it as it is."
TOO_LONG = f"Please keep it to {say.LONGEST} characters."
TEMPLATE = "leads.wanted"


@on("leads.confirm")
def confirm(turn: Turn) -> Card:
    group, season = asked(turn)
    standing_there = lead_checks.answered(turn.session, season).get(group.id)
    if standing_there:
        return say.answered(standing_there)
    made = lead_checks.answer(turn.session, group.id, season, turn.person, turn.now)
    return say.answered(made, "Thank you.")


@on("leads.ask")
def ask(turn: Turn) -> Card:
    group, season = asked(turn)
    standing_there = lead_checks.answered(turn.session, season).get(group.id)
    return say.answered(standing_there) if standing_there else say.ask(group, season.isoformat())


@on("leads.replace")
def replace(turn: Turn) -> Card:
    group, season = asked(turn)
    standing_there = lead_checks.answered(turn.session, season).get(group.id)
    if standing_there:
        return say.answered(standing_there)
    name = " ".join(turn.text("person").split())
    if not name or len(name) > say.LONGEST:
        return say.ask(group, season.isoformat(), turn.text("person"), TOO_LONG if name else NO_NAME)
    made = lead_checks.answer(turn.session, group.id, season, turn.person, turn.now, wanted=name)
    for person in consortium.people_with(turn.session, Role.OFFICE, turn.today):
        news = outbox.News(
            TEMPLATE, {"check": made.id}, key_of(made, person.id), slot=slot_of(made, person.id)
        )
        outbox.tell(turn.session, person, news, now=turn.now, calendar=turn.calendar)
    return say.answered(made, "The Consortium Office has been asked.")


@on("leads.take_back")
def take_back(turn: Turn) -> Card:
    check = lead_checks.get(turn.session, turn.id("check"))
    if check is None:
        raise Refused(DAMAGED)
    may(turn, check.group_id)
    if check.ended_at is None:
        lead_checks.take_back(turn.session, check, turn.now)
        for person in consortium.people_with(turn.session, Role.OFFICE, turn.today) if check.wanted else ():
            outbox.refresh(turn.session, person, slot_of(check, person.id), key="back", now=turn.now)
    return say.taken_back(check)


def asked(turn: Turn) -> tuple[GroupEntry, date]:
    """The group and the season named in the button, until the next season."""
    group = turn.directory.groups.get(turn.id("group"))
    if group is None:
        raise Refused(DAMAGED)
    may(turn, group.id)
    season = turn.day("season")
    if season != newest_season(turn.today):
        raise Refused(OVER)
    return group, season


def may(turn: Turn, group_id: int) -> None:
    led = standing.led_groups(turn.asker, turn.today)
    if not (led is None or group_id in led or standing.is_management(turn.asker, turn.today)):
        raise Refused(NOT_YOURS)


def key_of(check: LeadCheck, person_id: int) -> str:
    return f"{TEMPLATE}:{check.id}:person:{person_id}"


def slot_of(check: LeadCheck, person_id: int) -> str:
    return f"leads:{check.id}:{person_id}"


@template(TEMPLATE)
def wanted(letter: Letter) -> Card | None:
    check = lead_checks.get(letter.session, letter.id("check"))
    if check is None or letter.person is None or (check.ended_at and not letter.stands):
        return None
    held = consortium.roles_on(letter.person, letter.today)
    return say.wanted(check) if any(one.role is Role.OFFICE for one in held) else None

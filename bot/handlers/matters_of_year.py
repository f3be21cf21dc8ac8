"""What the year itself asks: in June and on 1 September, who leads each group."""

from collections.abc import Iterator, Sequence
from datetime import time

from bot.cards import lead_checks as say
from bot.handlers.matters import Looking, Matter, named
from bot.rules import hours
from bot.rules.reminders import To, once
from bot.rules.roles import Role
from bot.rules.seasons import lead_season
from storage import lead_checks


def of_the_year(looking: Looking) -> Iterator[Matter]:
    """Message table: "June; 1 September | Management Group; Lead"."""
    season = lead_season(looking.today)
    if season is None:
        return
    answered = lead_checks.answered(looking.session, season.day)
    for group in looking.roster.groups.values():
        leads = looking.with_role(Role.LEAD, group=group.id)
        whom = looking.with_role(Role.MANAGEMENT) if season.ahead else leads[:1]
        if group.id in answered or not whom:
            continue
        yield Matter(
            named("leads", None, season.day, group.id),
            None,
            once(season.day, looking.roster.calendar(None)),
            {To.OWER: whom},
            hours.moment(season.day, time(0)),
            {To.OWER: say.asks(group, led_by(looking, group.id), season)},
            answerable=False,
        )


def led_by(looking: Looking, group_id: int) -> Sequence[str]:
    return [looking.roster.people[one].name for one in looking.with_role(Role.LEAD, group=group_id)]

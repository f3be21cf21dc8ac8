"""The year at a glance for one person: their groups' reviews with every date, of other groups the numbers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.milestones import STAGE, WHAT, WHO
from bot.cards.review import stage_of
from bot.documents.year import Count, Dated, Glance, GroupRows, ReviewOf, SchoolRow
from bot.handlers.reading import Reader
from bot.rules.milestones import Kind
from bot.rules.permissions import Paper, Right, rights
from bot.rules.roles import Role
from bot.rules.stage import is_held
from bot.rules.year import Step, Year
from storage import consortium, milestones, standing, teams
from storage import year as reviews_of
from storage.directory import Directory, GroupEntry, SchoolEntry
from storage.models import Milestone, Review
from storage.year import Booked

NONE_BOOKED = "no review booked yet"
NOT_SHOWN = "has a review that is not of this group"
ONLY_YOURS = "Only what you take part in is shown."
POSTPONED = "postponed, no date yet"


@dataclass(frozen=True, slots=True)
class Found:
    """Of a year: the reviews that this person may see, and all that are booked, to be counted."""

    roster: Directory
    year: Year
    seen: Sequence[Review]
    booked: Sequence[Booked]
    groups: Sequence[GroupEntry]


def may_open(reader: Reader) -> bool:
    """Governors have no part in how the groups stand, nor has anybody without a role."""
    return any(held.role is not Role.GOVERNOR for held in consortium.roles_on(reader.person, reader.today))


def glance(reader: Reader, roster: Directory, year_id: int, year: Year) -> Glance:
    session, today = reader.session, reader.today
    groups = standing.seen_groups(session, reader.person, roster, today)
    seen = reviews_of.reviews_seen(
        session,
        year_id,
        year,
        group_ids=[group.id for group in groups],
        school_ids=standing.headed_schools(reader.person, today),
        person_id=reader.person.id,
    )
    found = Found(roster, year, seen, reviews_of.booked(session, year_id), groups)
    shown = [*whole_groups(found, today), *parts_of_groups(found, reader)]
    return Glance(
        consortium=consortium.name(session),
        year=year,
        today=today,
        reader=reader.person.name,
        calendar=roster.calendar(None),
        groups=shown,
        counts=[count(found, group, today) for group in others(found)],
    )


def others(found: Found) -> Sequence[GroupEntry]:
    return [group for group in found.roster.groups.values() if group not in found.groups]


def whole_groups(found: Found, today: date) -> Sequence[GroupRows]:
    """Every school of the groups that this person may see."""
    day = min(max(today, found.year.starts), found.year.ends)
    shown = []
    for group in found.groups:
        here = {school.id: school for school, _ in found.roster.schools_in([group.id], day)}
        # One that has left the group is still there with the review that it had in it.
        here |= {one.school_id: found.roster.schools[one.school_id] for one in of_group(found, group)}
        by_name = sorted(here.values(), key=lambda school: school.name)
        shown.append(GroupRows(group.name, [row(found, school, group, today) for school in by_name]))
    return shown


def parts_of_groups(found: Found, reader: Reader) -> Sequence[GroupRows]:
    """Of other groups the reviews in which this person has a part."""
    shown = []
    for group in others(found):
        theirs = {one.school_id for one in of_group(found, group) if is_theirs(reader, one)}
        schools = [school for school in found.roster.schools.values() if school.id in theirs]
        if schools:
            rows = [row(found, school, group, reader.today) for school in schools]
            shown.append(GroupRows(group.name, rows, ONLY_YOURS))
    return shown


def is_theirs(reader: Reader, review: Review) -> bool:
    return Right.READ in rights(reader.parts(review), Paper.STATUS)


def of_group(found: Found, group: GroupEntry) -> Sequence[Review]:
    return [one for one in found.seen if one.group_id == group.id]


def row(found: Found, school: SchoolEntry, group: GroupEntry, today: date) -> SchoolRow:
    own = [one for one in of_group(found, group) if one.school_id == school.id]
    elsewhere = any(one.school_id == school.id and one.group_id != group.id for one in found.booked)
    remark = NOT_SHOWN if elsewhere else NONE_BOOKED
    calendar = found.roster.calendar(school.id)
    return SchoolRow(school.name, calendar, [review_of(one, today) for one in own], "" if own else remark)


def review_of(review: Review, today: date) -> ReviewOf:
    if review.postponed_at:
        return ReviewOf(None, POSTPONED)
    order = list(Kind)
    rows = sorted(review.milestones, key=lambda one: order.index(one.kind))
    return ReviewOf(
        review.day, STAGE[stage_of(review, today)], [dated(review, milestone, today) for milestone in rows]
    )


def dated(review: Review, row: Milestone, today: date) -> Dated:
    done = row.done_at is not None
    if row.kind is Kind.REVIEW:
        done = is_held(teams.progress(review), today)
    opens = None if row.agreed or done else row.opens
    step = Step(row.kind, milestones.stands_on(row, review.day), done, opens)
    return Dated(step, WHAT[row.kind], WHO[row.kind])


def count(found: Found, group: GroupEntry, today: date) -> Count:
    of_it = [one for one in found.booked if one.group_id == group.id and not one.postponed]
    schools = found.roster.schools_in([group.id], min(max(today, found.year.starts), found.year.ends))
    return Count(group.name, len(schools), len(of_it), sum(one.day < today for one in of_it))


def named(kinds: Collection[Kind] = tuple(Kind)) -> Sequence[tuple[Kind, str]]:
    return [(kind, WHAT[kind]) for kind in kinds]

"""A review as somebody would have it, checked against the rules with what the roster and the diary know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.cards import remarks as wording
from bot.cards.problems import Problem
from bot.handlers.choices import Candidate, candidates
from bot.language.dates import Found, Reading, Unsure, asked, read
from bot.language.schools import shifted, weekdays_meant
from bot.router import Turn
from bot.rules import timetable
from bot.rules.checks import ClosedDay, Member, Proposal, Refusal, Remark, day_refusals, refusals, remarks
from bot.rules.milestones import Timetable
from bot.rules.roles import Answer, TeamPart
from storage import milestones, reviews, teams
from storage.models import Review

A_WEEK = timedelta(days=7)
HALF_A_YEAR = timedelta(days=183)
LONGEST_NOTE = 2000
LONGEST_LINE = 300
NO_YEAR = "The roster has no school year for that date yet. The Consortium Office can add it."


def day_typed(turn: Turn, *, record: bool = False) -> tuple[date | None, Problem | None]:
    """The date in the field `day`, or in the button that settled which date was meant.

    `record`: on which something has happened, so that "Friday" is the last one.
    """
    if "day" in turn.args:
        return turn.day("day"), None
    reading = read(turn.text("day"), today=turn.today, calendar=turn.calendar, record=record)
    match _of_now(reading, turn) if record else reading:
        case Found(day):
            return day, None
        case Unsure(choices, reason):
            return None, Problem(reason, choices)
        case unread:
            return None, Problem(unread.reason)


def _of_now(reading: Reading, turn: Turn) -> Reading:
    """A day without its year that would have been most of a year ago is one to come, and no record yet."""
    days = (
        (reading.day,)
        if isinstance(reading, Found)
        else reading.choices
        if isinstance(reading, Unsure)
        else ()
    )
    if not days or any(timedelta() <= turn.today - day < HALF_A_YEAR for day in days):
        return reading
    ahead = read(turn.text("day"), today=turn.today, calendar=turn.calendar)
    near = isinstance(ahead, Found) and abs(ahead.day - turn.today) < HALF_A_YEAR
    return ahead if near else reading


def day_said(turn: Turn, review: Review) -> tuple[str, Problem | None]:
    """What stands in the form of a new date, and at it, for what was said before the form was opened."""
    said = turn.args.get("said", "").strip()
    return day_in(turn, said, review.day) if said else ("", None)


def day_in(turn: Turn, said: str, stands: date | None) -> tuple[str, Problem | None]:
    """`stands`: the day from which it may be reckoned, where there is one."""
    if stands and (day := shifted(said, stands)):
        return day.isoformat(), None
    if stands and (days := weekdays_meant(said, stands, turn.today)):
        # As a rule it is reckoned from today, and they may have had the review's own week in mind.
        return said, Problem(asked(days).reason, days)
    match read(said, today=turn.today, calendar=turn.calendar):
        case Found(day):
            return day.isoformat(), None
        case Unsure(choices, reason):
            return said, Problem(reason, choices)
        case unread:
            return said, Problem(unread.reason)


def too_long(text: str, most: int) -> str:
    """A sentence when there is more than a card can carry everywhere, else ""."""
    if len(text) <= most:
        return ""
    return f"Please keep this to {most:,} characters; it has {len(text):,}. What you typed is still here."


@dataclass(frozen=True, slots=True)
class Diary:
    """Who is booked when, in the weeks around a day."""

    days: Mapping[int, frozenset[date]]

    @classmethod
    def around(cls, turn: Turn, day: date, people: Sequence[int], *, but: int | None = None) -> "Diary":
        return cls(reviews.days_booked(turn.session, people, day - A_WEEK, day + A_WEEK, but=but))

    def member(self, candidate: Candidate) -> Member:
        person = candidate.person
        federations = frozenset(s.federation for s in candidate.schools.values() if s.federation)
        schools = frozenset(candidate.schools)
        return Member(person.id, person.name, schools, federations, self.days.get(person.id, frozenset()))


@dataclass(frozen=True, slots=True)
class NewDate:
    """A review on another day: what forbids it, what the Lead should know, and its timetable if it may be."""

    refused: tuple[Refusal, ...] = ()
    no_year: str = ""
    remarks: tuple[Remark, ...] = ()
    timetable: Timetable | None = None

    @property
    def problem(self) -> Problem | None:
        """For the field of the date, with the dates that could be had instead."""
        if self.no_year:
            return Problem(self.no_year)
        if not self.refused:
            return None
        near = [d for r in self.refused if isinstance(r, ClosedDay) for d in (r.before, r.after) if d]
        return Problem(" ".join(map(wording.refusal, self.refused)), tuple(near))


def check_day(turn: Turn, review: Review, day: date) -> Problem | None:
    """Whether the school could be reviewed on that day at all, whoever takes part."""
    if no_year := no_year_for(turn, day):
        return Problem(no_year)
    calendar = turn.directory.calendar(review.school_id)
    return NewDate(day_refusals(day, calendar, turn.today)).problem


def no_year_for(turn: Turn, day: date) -> str:
    """A sentence when no school year has the day, and it is not past, which is refused anyway; else ""."""
    return "" if day < turn.today or turn.directory.year_of(day) else NO_YEAR


def check_move(turn: Turn, review: Review, day: date) -> NewDate:
    """The review as it would be on `day`, with the team that it has."""
    if no_year := no_year_for(turn, day):
        return NewDate(no_year=no_year)
    calendar = turn.directory.calendar(review.school_id)
    proposal = as_proposal(turn, review, day)
    refused = refusals(proposal, calendar, turn.today)
    if refused:
        return NewDate(refused)
    fixed = milestones.fixed(review)
    planned = timetable.plan(day, calendar, turn.now, turn.policy, fixed=fixed)
    known = remarks(proposal, planned, turn.today, turn.policy)
    return NewDate(remarks=known, timetable=planned)


def as_proposal(turn: Turn, review: Review, day: date) -> Proposal:
    places = teams.present(review)
    known = candidates(turn)
    diary = Diary.around(turn, day, [place.person_id for place in places], but=review.id)
    by_part: dict[TeamPart, list[Member]] = {part: [] for part in TeamPart}
    for place in places:
        candidate = known.get(place.person_id)
        # Someone whom the roster no longer has at any school still stands in the team.
        member = diary.member(candidate) if candidate else Member(place.person_id, place.person.name)
        if place.answer is Answer.DECLINED:
            # Whoever has said no stands in nobody's way; should they say yes after all, their diary is asked.
            member = replace(member, booked=frozenset())
        by_part[place.part].append(member)
    lead, *_ = by_part[TeamPart.LEAD_REVIEWER]
    reviewers, champions = by_part[TeamPart.REVIEWER], by_part[TeamPart.CHAMPION]
    school = review.school
    return Proposal(day, school.id, school.federation, lead, tuple(reviewers), tuple(champions))

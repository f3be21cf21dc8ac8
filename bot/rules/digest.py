"""What a digest counts: what is to come, what is overdue, what came in time, which places are free."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.rules.actions import is_overdue
from bot.rules.calendar import SchoolCalendar
from bot.rules.deadlines import working_days_late
from bot.rules.digest_weeks import Days
from bot.rules.hours import london
from bot.rules.milestones import Kind
from bot.rules.policy import Policy
from bot.rules.roles import TeamPart
from bot.rules.stage import STAGE_1

# What waits for the Lead longer than that is told to the Management Group.
OLD = 5
# What comes as paper, and what of it goes to the Management Group by the office.
PAPERS = frozenset({Kind.PACK, Kind.TIMETABLE, Kind.SUMMARY, Kind.PLAN, Kind.AUDIT})
PASSED_ON = (Kind.SUMMARY, Kind.PLAN, Kind.AUDIT)
# What looks back at the action plan: nobody is asked for it, nor reminded, before the plan was sent.
AFTER_THE_PLAN = frozenset({Kind.AUDIT, Kind.IMPACT})


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone as a digest sees it. `due` is the later day where longer was asked for."""

    kind: Kind
    due: date
    due_at: datetime | None = None
    agreed: bool = False
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """Something on a day: a milestone's kind, or a visit; `by`: it is owed by then, and not on that day."""

    what: str
    on: date
    by: bool = False


def to_come(steps: Iterable[Step], days: Days, today: date) -> tuple[Dated, ...]:
    """What of one review falls into these days and is not done, in the order of the days."""
    found = [
        Dated(step.kind.value, step.due, by=not (step.kind is Kind.REVIEW or step.agreed))
        for step in steps
        if step.kind is not Kind.FEEDBACK and step.due in days and is_to_come(step, today)
    ]
    return tuple(sorted(found, key=lambda one: one.on))


def is_to_come(step: Step, today: date) -> bool:
    if step.kind is Kind.REVIEW:
        # This week's is told all week, whether it was on Tuesday or is on Friday.
        return True
    return step.done_at is None and step.due >= today


def overdue(steps: Collection[Step], now: datetime, *, held: bool) -> tuple[Step, ...]:
    """What of one review should have been done by now. `held`: what prepares it is of no use any more."""
    done = done_of(steps)
    return tuple(
        step
        for step in steps
        if step.kind not in done and is_late(step, now) and is_owed(step.kind, held=held, done=done)
    )


def done_of(steps: Iterable[Step]) -> frozenset[Kind]:
    return frozenset(step.kind for step in steps if step.done_at is not None)


def is_owed(kind: Kind, *, held: bool, done: Collection[Kind]) -> bool:
    """Whether anybody is asked for it. `done`: what of its review is done."""
    if kind in AFTER_THE_PLAN and Kind.PLAN not in done:
        return False
    return kind is not Kind.REVIEW and not (held and kind in STAGE_1)


def is_late(step: Step, at: datetime) -> bool:
    if step.due_at is not None:
        return at > step.due_at
    return london(at).date() > step.due


def older(late: Iterable[Step], today: date, calendar: SchoolCalendar, policy: Policy) -> tuple[Step, ...]:
    """Those that are overdue for more than five working days; `today` is London's."""
    return tuple(step for step in late if working_days_late(step.due, today, calendar, policy) > OLD)


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of the papers that were due by now came in time."""

    in_time: int
    due: int

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(self.in_time + other.in_time, self.due + other.due)


def on_time(steps: Collection[Step], now: datetime) -> Rate:
    """What was sent before it was due counts at once; what is not due yet and not sent does not count.

    A paper that prepares the review and never came stays late, although nobody asks for it afterwards.
    """
    papers, done = [step for step in steps if step.kind in PAPERS], done_of(steps)
    due = [
        step
        for step in papers
        if step.kind in done or (is_late(step, now) and is_owed(step.kind, held=False, done=done))
    ]
    return Rate(sum(one.done_at is not None and not is_late(one, one.done_at) for one in due), len(due))


@dataclass(frozen=True, slots=True)
class Place:
    """`coming`: whoever has it has not declined and has not left."""

    part: TeamPart
    coming: bool


def not_filled(places: Collection[Place], policy: Policy, *, fewer_champions: bool) -> Mapping[TeamPart, int]:
    """How many people are still to be found for one review; `fewer_champions`: that was meant so."""

    def count(part: TeamPart, *, coming: bool) -> int:
        return sum(place.part is part and place.coming is coming for place in places)

    leads = count(TeamPart.LEAD_REVIEWER, coming=True)
    team = max(leads, 1) + count(TeamPart.REVIEWER, coming=True)
    short_of_champions = policy.champions - count(TeamPart.CHAMPION, coming=True)
    wanted = {
        TeamPart.LEAD_REVIEWER: 0 if leads else 1,
        TeamPart.REVIEWER: max(count(TeamPart.REVIEWER, coming=False), policy.team_least - team),
        TeamPart.CHAMPION: max(
            count(TeamPart.CHAMPION, coming=False), 0 if fewer_champions else short_of_champions
        ),
    }
    return {part: number for part, number in wanted.items() if number > 0}


@dataclass(frozen=True, slots=True)
class Actions:
    """The actions of the plans that were sent: all, done, late, and due by the end of the fortnight."""

    all: int = 0
    done: int = 0
    late: int = 0
    due: int = 0

    @property
    def open(self) -> int:
        """Neither done nor late."""
        return self.all - self.done - self.late

    def __add__(self, other: "Actions") -> "Actions":
        return Actions(
            self.all + other.all, self.done + other.done, self.late + other.late, self.due + other.due
        )


def count_actions(items: Sequence[tuple[date | None, bool]], today: date, until: date) -> Actions:
    """Of each its date, where it has one, and whether it is done."""
    return Actions(
        all=len(items),
        done=sum(done for _, done in items),
        late=sum(is_overdue(due, today, done=done) for due, done in items),
        due=sum(due is not None and today <= due <= until and not done for due, done in items),
    )


@dataclass(frozen=True, slots=True)
class Papers:
    """Of one paper, of reviews that were held: how many have come, how many are awaited."""

    received: int = 0
    awaited: int = 0

    def __add__(self, other: "Papers") -> "Papers":
        return Papers(self.received + other.received, self.awaited + other.awaited)


def received(steps: Iterable[Step], *, held: bool) -> Mapping[Kind, Papers]:
    """Of one review, for each paper that goes to the Management Group."""
    done = {step.kind: step.done_at is not None for step in steps}
    return {
        kind: Papers(int(done.get(kind, False)), int(held and not done.get(kind, False)))
        for kind in PASSED_ON
    }


def completed(
    steps: Iterable[Step], recorded: Collection[Kind], since: datetime, today: date
) -> tuple[Kind, ...]:
    """What of one review was completed from `since` on. A review is held once its day is over.

    `recorded`: what was said to be held since then, maybe days after it was.
    """
    first = london(since).date()
    return tuple(
        step.kind
        for step in steps
        if (
            first <= step.due < today
            if step.kind is Kind.REVIEW
            else step.done_at is not None and (step.done_at >= since or step.kind in recorded)
        )
    )

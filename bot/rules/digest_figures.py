"""The figures of a digest: of each school, and of the schools of a group together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.rules.calendar import Span
from bot.rules.digest import Actions, Dated, Papers, Rate
from bot.rules.milestones import Kind
from bot.rules.roles import TeamPart
from bot.rules.stage import Stage

NO_ACTIONS, NONE_DUE, NO_PAPERS = Actions(), Rate(0, 0), Papers()
# Beside the milestones' kinds: what else is planned and completed.
VISIT, ACTION = "visit", "action"


@dataclass(frozen=True)
class SchoolFigures:
    """Of one school's reviews; counts and dates, and nothing that anybody has written.

    `late`: how much is overdue; `old`: of that, for more than five working days. `completed`: what was done
    since the last digest, each as often as it was. `sent`: how often its people review elsewhere this
    year. `booked`: it has a review this year.
    """

    school: str
    week: tuple[Dated, ...] = ()
    fortnight: tuple[Dated, ...] = ()
    wanted: Mapping[TeamPart, int] = field(default_factory=dict)
    has_head: bool = True
    late: int = 0
    old: int = 0
    completed: tuple[str, ...] = ()
    actions: Actions = NO_ACTIONS
    stages: tuple[Stage, ...] = ()
    rate: Rate = NONE_DUE
    papers: Mapping[Kind, Papers] = field(default_factory=dict)
    sent: int = 0
    booked: bool = True

    @property
    def has_gaps(self) -> bool:
        return bool(self.wanted) or not self.has_head


@dataclass(frozen=True)
class GroupFigures:
    """`until`: the last day of the fortnight. `lead`: who leads it, "" where nobody does."""

    id: int
    name: str
    monday: date
    until: date
    schools: Sequence[SchoolFigures]
    lead: str = ""
    holiday: Span | None = None

    @property
    def actions(self) -> Actions:
        return sum((one.actions for one in self.schools), NO_ACTIONS)

    @property
    def rate(self) -> Rate:
        return sum((one.rate for one in self.schools), NONE_DUE)

    @property
    def stages(self) -> Mapping[Stage, int]:
        """In the order in which a review goes through them."""
        counted = Counter(stage for one in self.schools for stage in one.stages)
        return {stage: counted[stage] for stage in Stage if counted[stage]}

    @property
    def late(self) -> int:
        return sum(one.late for one in self.schools)

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to tell: what is under way without a date near is no news."""
        return not any(
            one.week or one.fortnight or one.late or one.completed or one.has_gaps for one in self.schools
        ) and not (self.actions.due or self.actions.late)

    def papers(self, kind: Kind) -> Papers:
        return sum((one.papers.get(kind, NO_PAPERS) for one in self.schools), NO_PAPERS)


def total(counts: Iterable[Mapping[TeamPart, int]]) -> Mapping[TeamPart, int]:
    summed: Counter[TeamPart] = Counter()
    for one in counts:
        summed.update(one)
    return {part: summed[part] for part in TeamPart if summed[part]}

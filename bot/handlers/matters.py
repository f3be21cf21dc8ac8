"""What somebody owes, as reminders see it: whom it concerns, on which steps, and the line that says it."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.cards.model import Row
from bot.rules.calendar import SchoolCalendar
from bot.rules.policy import Policy
from bot.rules.reminders import Step, To
from bot.rules.roles import Role
from storage import consortium, standing
from storage.directory import Directory, PersonEntry
from storage.models import Review


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing of a review, or of the year. `name` has the date it is due: moved, it is another one.

    `whom`: whom each kind of step reminds, by person id. `asked`: when it was first theirs to do (UTC).
    `rows`: the line that each of them reads. `latest`: the last day on which a reminder still helps.
    """

    name: str
    review: Review | None
    steps: Sequence[Step]
    whom: Mapping[To, Collection[int]]
    asked: datetime
    rows: Mapping[To, Row]
    latest: date | None = None
    # What is still missing, for whoever says that it is done; "" where that is not known.
    missing: str = ""
    # Whether whoever is reminded may say that it is done, or not theirs.
    answerable: bool = True

    @property
    def kind(self) -> str:
        return self.name.partition(":")[0]

    def steps_of(self, person_id: int) -> Sequence[Step]:
        return [one for one in self.steps if person_id in self.whom.get(one.to, ())]

    def row_of(self, step: str) -> Row | None:
        """The line under a step of that name; none, where there is no such step any more."""
        to = next((one.to for one in self.steps if one.name == step), None)
        return self.rows.get(to) if to else None


def named(kind: str, review: Review | None, due: date, number: int = 0) -> str:
    return f"{kind}:{review.id if review else 0}:{number}:{due.isoformat()}"


@dataclass(frozen=True)
class Looking:
    """The roster on a day, and what is asked of it for each review.

    `away`: who can't be reached, and why. `dated`: when reviews were given their dates, as far as asked for.
    """

    session: Session
    roster: Directory
    now: datetime
    today: date
    away: Mapping[int, str] = field(default_factory=dict)
    dated: dict[int, datetime] = field(default_factory=dict)

    @property
    def policy(self) -> Policy:
        return self.roster.policy

    def calendar(self, review: Review) -> SchoolCalendar:
        return self.roster.calendar(review.school_id)

    def calendar_of(self, person_id: int) -> SchoolCalendar:
        """The days of the school at which somebody works, else the consortium's."""
        person = self.roster.person(person_id, self.today)
        own = standing.own_schools(person, self.today) if person else ()
        return self.roster.calendar(own[0] if own else None)

    def with_role(self, role: Role, *, school: int | None = None, group: int | None = None) -> Sequence[int]:
        """Those who hold the role now, first those who are not deputies."""
        found = [
            (held.deputy, person.name, person.id)
            for person in self.here()
            for held in consortium.roles_on(person, self.today)
            if held.role is role and school in (None, held.school_id) and group in (None, held.group_id)
        ]
        return list(dict.fromkeys(number for _, _, number in sorted(found)))

    def here(self) -> Iterator[PersonEntry]:
        return (person for person in self.roster.people.values() if person.is_here(self.today))

    def heads(self, review: Review) -> Sequence[int]:
        return self.with_role(Role.HEAD, school=review.school_id)

    def lead(self, review: Review, owing: Collection[int]) -> Sequence[int]:
        """Who hears that `owing` are late: the Lead, else the deputy, else the office.

        Nobody hears it of themselves or of their own school, nor where they are out of reach.
        """
        concerned = {*self.heads(review), *owing, *self.away}
        leads = self.with_role(Role.LEAD, group=review.group_id)
        return [one for one in leads if one not in concerned][:1] or self.office()

    def office(self) -> Sequence[int]:
        return self.with_role(Role.OFFICE)

    def is_here(self, person_id: int) -> bool:
        return self.roster.person(person_id, self.today) is not None


# What is open of a review, and of whom it has to be asked.
Finds = Callable[[Looking, Review], Iterator[Matter]]

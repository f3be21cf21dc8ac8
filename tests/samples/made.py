"""Made-up reviews, in no database: a tiny one, a usual one, the longest that forms and roster allow."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from bot.cards.booking import Plan
from bot.cards.model import Option, OptionGroup
from bot.cards.schedule import MOST_CHAMPIONS, MOST_REVIEWERS
from bot.handlers.proposals import LONGEST_LINE, LONGEST_NOTE
from bot.rules import timetable
from bot.rules.calendar import SchoolCalendar, SchoolYear, Span
from bot.rules.policy import Policy
from bot.rules.roles import Answer, TeamPart
from storage import teams
from storage.models import Change, Group, Milestone, Person, Review, School, Suggestion, TeamMember
from storage.roster.shape import PERSON_LONGEST, PLACE_LONGEST
from tests.rules.school_years import BANK_HOLIDAYS, SAMPLE, YEAR

NOW = datetime(2017, 11, 1, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
DAY, OTHER_DAY = date(2017, 12, 7), date(2017, 12, 12)
# No day of the school year takes more letters, and the Christmas holiday moves much of what follows it.
LONG_DAY, LATE_DAY = date(2017, 12, 13), date(2017, 12, 20)
BIG = 999_999_999
HOSTILE = "<!channel> [x](javascript:alert(1)) **Siân** _Gwŷn_ & 👩‍🏫 "
PEOPLE, A_SCHOOL, REVIEWS, CHANGES = 300, 5, 40, 100


def filled(text: str, length: int) -> str:
    """The text over and over, to exactly that length."""
    return (text * length)[: length - 1] + "."


NOTE = filled(HOSTILE + "Please use the side gate: the playground is being laid anew.\n", LONGEST_NOTE)
REASON = filled(HOSTILE + "The boiler has broken down and the hall can’t be used. ", LONGEST_LINE)
TYPED = filled(HOSTILE + "Every child reads to an adult each week. ", 10_000)
TERMS = tuple(Span(t.starts, t.ends, filled(f"{t.name} & ", 150)) for t in YEAR.terms)
LONG_CALENDAR = SchoolCalendar((SchoolYear(YEAR.starts, YEAR.ends, TERMS, YEAR.holidays),), BANK_HOLIDAYS)


def person(number: int, name: str = "") -> Person:
    """Without a name, the longest there may be, and another for each number."""
    given = name or filled(f"{number} {HOSTILE}", PERSON_LONGEST)
    return Person(id=number, email=f"{number}@example.test", name=given)


KATE, PRIYA = person(1, "Kate Moore"), person(2, "Priya Nair")
USUAL_TEAM = (person(3, "Siân Whitcombe"), person(4, "Ben Hartley"), person(5, "Martin Kowalczyk"))
USUAL_CHAMPIONS = (person(6, "Chidi Eze"), person(7, "Owen O’Connell"))
LONG_TEAM = tuple(person(BIG - n) for n in range(MOST_REVIEWERS + 1))
LONG_CHAMPIONS = tuple(person(BIG - 100 - n) for n in range(MOST_CHAMPIONS))
LONG_PERSON = person(BIG)


def school(number: int, name: str = "") -> School:
    return School(id=number, key=f"s{number}", name=name or filled(f"{number} {HOSTILE}", PLACE_LONGEST))


def review(number: int, at: School, day: date, by: Person, **state: object) -> Review:
    """A review without a team; `state` sets what else has happened to it."""
    group = Group(id=number, key=f"g{number}", name=filled(f"{number} {HOSTILE}", PLACE_LONGEST))
    made = Review(id=number, school=at, group=group, day=day, booked_by=by, booked_at=NOW, version=number)
    made.note, made.champions_reason, made.reason = "", "", ""
    made.team, made.milestones = [], []
    for name, value in state.items():
        setattr(made, name, value)
    return made


def with_team(
    made: Review, team: Sequence[Person], champions: Sequence[Person], answer: Answer, reason: str = ""
) -> Review:
    lead, *others = team
    parts = [(lead, TeamPart.LEAD_REVIEWER), *((one, TeamPart.REVIEWER) for one in others)]
    for person, part in (*parts, *((one, TeamPart.CHAMPION) for one in champions)):
        position = len(made.team) + 1
        place = TeamMember(id=person.id, person=person, person_id=person.id, part=part, position=position)
        place.answer, place.reason = answer, reason
        made.team.append(place)
    return made


def laid_out(made: Review, calendar: SchoolCalendar) -> Review:
    planned = timetable.plan(made.day, calendar, NOW, Policy())
    for step in planned.milestones:
        row = Milestone(kind=step.kind, due=step.due, unmoved=step.unmoved, because=step.because)
        row.opens, row.due_time, row.short_notice = step.opens, step.due_time, step.short_notice
        made.milestones.append(row)
    return made


def tiny(**state: object) -> Review:
    made = review(1, school(1, "Oak"), DAY, person(1, "Jo"), **state)
    return laid_out(with_team(made, [person(2, "Al")], (), Answer.ACCEPTED), SAMPLE)


def usual(**state: object) -> Review:
    note = "Please park in Mill Lane."
    made = review(7, school(4, "Oak Primary School"), DAY, KATE, **{"note": note, **state})
    return laid_out(with_team(made, USUAL_TEAM, USUAL_CHAMPIONS, Answer.WAITING), SAMPLE)


def longest(**state: object) -> Review:
    words = {"note": NOTE, "champions_reason": REASON, "reason": REASON, "confirmed_by": LONG_PERSON}
    made = review(BIG, school(BIG), LONG_DAY, LONG_PERSON, **{**words, **state})
    with_team(made, LONG_TEAM, LONG_CHAMPIONS, Answer.DECLINED, REASON)
    laid_out(made, LONG_CALENDAR)
    for row in made.milestones:
        row.done_at, row.agreed = NOW, row.due
    return made


def lead(made: Review) -> TeamMember:
    return teams.present(made)[0]


def champion(made: Review) -> TeamMember:
    return teams.present(made)[-1]


NOTHING: Mapping[str, str] = {}


def change(
    made: Review,
    what: str,
    by: Person = KATE,
    *,
    was: Mapping[str, str] = NOTHING,
    now: Mapping[str, str] = NOTHING,
) -> Change:
    return Change(id=1, review=made, by=by, at=NOW, what=what, was=dict(was), now=dict(now))


def suggestion(made: Review, by: Person, note: str, *, number: int = 1, used: bool = False) -> Suggestion:
    asked = Suggestion(id=number, review=made, review_id=made.id, person=by, day=OTHER_DAY, note=note)
    asked.made_at, asked.used = NOW, used
    return asked


def days_of(count: int) -> tuple[date, ...]:
    return tuple(LONG_DAY + timedelta(days=n) for n in range(count))


def plan(of: Review, heads: Sequence[Person], remarks: Sequence[str], calendar: SchoolCalendar) -> Plan:
    """What a preview says about the review before it is booked."""
    lead, *others = [place.person.name for place in teams.present(of)]
    champions = [place.person.name for place in teams.present(of) if place.part is TeamPart.CHAMPION]
    return Plan(
        school=of.school.name,
        day=of.day,
        heads=[one.name for one in heads],
        lead_reviewer=lead,
        reviewers=others[: len(others) - len(champions)],
        champions=champions,
        note=of.note,
        timetable=timetable.plan(of.day, calendar, NOW, Policy()),
        remarks=remarks,
        asks_why_champions=len(champions) != Policy().champions,
    )


def pickers() -> tuple[OptionGroup, ...]:
    """Everyone of a consortium, by school; as in any roster, few names are of the longest."""
    everyone = [person(n, "" if n < 5 else f"Siân Ashworth-O’Neill {n}") for n in ids_of(PEOPLE)]
    options = [Option(str(one.id), one.name) for one in everyone]
    return tuple(
        OptionGroup(place.label, tuple(options[n * A_SCHOOL : (n + 1) * A_SCHOOL]))
        for n, place in enumerate(schools())
    )


def school_picker() -> tuple[OptionGroup, ...]:
    offered = schools()
    half = len(offered) // 2
    return (
        OptionGroup("No review yet this year", offered[:half]),
        OptionGroup("Has a review this year", offered[half:]),
    )


def schools() -> tuple[Option, ...]:
    some = [school(n, "" if n < 5 else f"Ysgol Llanfair Primary {n}") for n in ids_of(PEOPLE // A_SCHOOL)]
    return tuple(Option(str(one.id), one.name) for one in some)


def ids_of(count: int) -> range:
    return range(1, count + 1)


def small_picker() -> tuple[OptionGroup, ...]:
    chosen = tuple(Option(str(one.id), one.name) for one in (*USUAL_TEAM, *USUAL_CHAMPIONS))
    return (OptionGroup("St Anne’s Primary School", chosen[:3]), OptionGroup("Holly Lane", chosen[3:]))

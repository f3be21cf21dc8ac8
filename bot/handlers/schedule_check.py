"""What was typed into the schedule form, checked: a review that can be booked, or what stands in its way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.cards import remarks as wording
from bot.cards.model import Button, go
from bot.cards.problems import Problem
from bot.cards.schedule import MOST_CHAMPIONS, MOST_REVIEWERS, Typed
from bot.handlers.choices import Bookable, Candidate, may_champion, may_review
from bot.handlers.naming import person_meant
from bot.handlers.proposals import LONGEST_NOTE, NO_YEAR, Diary, too_long
from bot.router import Turn
from bot.rules import checks, timetable
from bot.rules.checks import ChampionCount, Proposal, Remark
from bot.rules.milestones import Timetable
from storage import reviews
from storage.calendars import YearEntry
from storage.models import Review

FIELDS = ("lead_reviewer", "reviewers", "champions")
MOST = {"lead_reviewer": 1, "reviewers": MOST_REVIEWERS, "champions": MOST_CHAMPIONS}


@dataclass(frozen=True, slots=True)
class Sound:
    """A review that can be booked as it stands; `typed` has everyone by id."""

    typed: Typed
    bookable: Bookable
    year: YearEntry
    number: int
    proposal: Proposal
    people: Mapping[str, Sequence[Candidate]]
    timetable: Timetable
    remarks: tuple[Remark, ...]

    @property
    def asks_why_champions(self) -> bool:
        return any(isinstance(remark, ChampionCount) for remark in self.remarks)


@dataclass(slots=True)
class Found:
    """What stands in the way, by field, and the ways on that are offered.

    `typed` has everyone by id who was plainly meant, and the others as they were typed.
    """

    typed: Typed
    problems: dict[str, Problem] = field(default_factory=dict)
    ways_on: tuple[Button, ...] = ()
    existing: Review | None = None

    def add(self, name: str, sentence: str, dates: tuple[date, ...] = ()) -> None:
        old = self.problems.get(name)
        if old is not None:
            sentence, dates = f"{old.sentence} {sentence}", old.dates or dates
        self.problems[name] = Problem(sentence, dates)


def check(
    turn: Turn,
    typed: Typed,
    day: date | None,
    schools: Sequence[Bookable],
    people: Mapping[int, Candidate],
) -> Sound | Found:
    """All that is wrong at once; nothing is changed."""
    found = Found(typed)
    bookable = next((b for b in schools if str(b.school.id) == typed.school), None)
    if bookable is None:
        found.add("school", "Please choose the school to be reviewed.")
    if too := too_long(typed.note, LONGEST_NOTE):
        found.add("note", too)
    chosen = chosen_people(typed, people, found)
    year = year_for(turn, day, found) if day else None
    if bookable is None or day is None or year is None or not chosen["lead_reviewer"]:
        return found
    number = number_in_year(turn, bookable.school.id, year, found)
    if found.existing:
        return found
    proposal = propose(turn, bookable, day, chosen)
    calendar = turn.directory.calendar(bookable.school.id)
    for refusal in checks.refusals(proposal, calendar, turn.today):
        name, dates = place_of(refusal, proposal)
        found.add(name, wording.refusal(refusal), dates)
    if found.problems:
        return found
    planned = timetable.plan(day, calendar, turn.now, turn.policy)
    known = checks.remarks(proposal, planned, turn.today, turn.policy)
    return Sound(found.typed, bookable, year, number, proposal, chosen, planned, known)


def chosen_people(
    typed: Typed, people: Mapping[int, Candidate], found: Found
) -> Mapping[str, Sequence[Candidate]]:
    """The people behind what was chosen or typed in each field; `found` has them by id afterwards."""
    several = {
        "lead_reviewer": (typed.lead_reviewer,) if typed.lead_reviewer else (),
        "reviewers": typed.reviewers,
        "champions": typed.champions,
    }
    chosen: dict[str, Sequence[Candidate]] = {}
    values: dict[str, tuple[str, ...]] = {}
    for name, given in several.items():
        fits = may_champion if name == "champions" else may_review
        fitting = {one: candidate for one, candidate in people.items() if fits(candidate)}
        chosen[name], values[name] = meant(name, given, fitting, found)
    if not typed.lead_reviewer:
        found.add("lead_reviewer", "Please choose who leads the review.")
    lead = "".join(values["lead_reviewer"])
    found.typed = replace(
        typed, lead_reviewer=lead, reviewers=values["reviewers"], champions=values["champions"]
    )
    return chosen


def meant(
    name: str, given: Sequence[str], fitting: Mapping[int, Candidate], found: Found
) -> tuple[Sequence[Candidate], tuple[str, ...]]:
    """Everyone whom a field plainly means, each once, and its values with them by id."""
    if len(given) > MOST[name]:
        found.add(name, f"Please choose {MOST[name]} people at most here; there are {len(given)}.")
        return (), tuple(given)
    known: dict[int, Candidate] = {}
    problems: dict[str, str] = {}
    values: dict[str, None] = {}
    for value in given:
        person = person_meant(value, fitting)
        if isinstance(person, str):
            problems[value] = person
            values[value] = None
        else:
            known[person.person.id] = person
            values[str(person.person.id)] = None
    for sentence in dict.fromkeys(problems.values()):
        found.add(name, sentence)
    return tuple(known.values()), tuple(values)


def year_for(turn: Turn, day: date, found: Found) -> YearEntry | None:
    year = turn.directory.year_of(day)
    if year is None and day >= turn.today:
        found.add("day", NO_YEAR)
    elif year is None:
        found.add("day", wording.refusal(checks.PastDay(day, turn.today)))
    return year


def number_in_year(turn: Turn, school_id: int, year: YearEntry, found: Found) -> int:
    """Which of the school's reviews this is; one that is still to come has to be moved instead."""
    earlier = reviews.of_school(turn.session, school_id, year.id)
    to_come = [review for review in earlier if review.day >= turn.today or review.postponed_at]
    if to_come:
        found.existing = to_come[0]
        found.add("school", wording.has_a_review(to_come[0], turn.asker.id))
        see = Button("See that review", go("review.show", review=to_come[0].id), aside=True)
        found.ways_on = (see,)
    return max((review.number for review in earlier), default=0) + 1


def propose(turn: Turn, bookable: Bookable, day: date, chosen: Mapping[str, Sequence[Candidate]]) -> Proposal:
    ids = [candidate.person.id for name in FIELDS for candidate in chosen[name]]
    diary = Diary.around(turn, day, ids)
    lead, reviewers, champions = (tuple(diary.member(c) for c in chosen[name]) for name in FIELDS)
    return Proposal(day, bookable.school.id, bookable.school.federation, lead[0], reviewers, champions)


def place_of(refusal: checks.Refusal, proposal: Proposal) -> tuple[str, tuple[date, ...]]:
    """The field that a refusal belongs to, and the dates that could be had instead."""
    match refusal:
        case checks.ClosedDay(_, _, before, after):
            return "day", tuple(day for day in (before, after) if day)
        case checks.PastDay() | checks.FarDay():
            return "day", ()
        case _:
            person = refusal.member.person_id
            if person in {member.person_id for member in proposal.champions}:
                return "champions", ()
            is_lead = person == proposal.lead_reviewer.person_id
            named_twice = isinstance(refusal, checks.NamedTwice)
            return "lead_reviewer" if is_lead and not named_twice else "reviewers", ()

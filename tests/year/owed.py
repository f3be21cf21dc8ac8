"""What is owed for a review at a moment, and when it is asked for: the message table, line by line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from tests.year.days import counted, is_open, last_open, months, next_open, working_days
from tests.year.facts import PRIYA_LEAVES, Did, Visit

LONG_AGO = datetime(2000, 1, 1)
MORNING, TEN, AFTERNOON, FOUR = time(8), time(10), time(15), time(16)
HEADS = {
    "stour-view": "carl.messer",
    "mersea-road": "bronwen.llewellyn-hughes",
    "thornbury-hill": "olu.adeyemi",
    "holly-lane": "kate.moore",
    "st-annes": "sian.whitcombe",
    "brook-end": "trish.wilkie",
    "mill-lane": "tomasz.zielinski",
    "queens-meadow": "grace.okonkwo",
}
GROUPS = (
    ("stour-view", "mersea-road", "thornbury-hill"),
    ("oak", "holly-lane", "st-annes"),
    ("brook-end", "mill-lane", "queens-meadow"),
)
# The Lead and the deputy of each group, with the schools where they work.
LEADS = (
    (("carl.messer", "stour-view"), ("bronwen.llewellyn-hughes", "mersea-road")),
    (("kate.moore", "holly-lane"), ("sian.whitcombe", "st-annes")),
    (("trish.wilkie", "brook-end"), ("grace.okonkwo", "queens-meadow")),
)
OFFICE = "janet.pryke"
MANAGEMENT = ("helen.fairweather", "amit.desai", "sian.whitcombe")
SEPTEMBER, JUNE = date(2017, 9, 1), date(2018, 6, 1)
# Those who fill in a section of the audit proforma together.
SECTIONS = ({"lead", "reviewer"}, {"champion"})
ACTING, NAMED = "tom.garrod", {"Ellie Fenwick": "ellie.fenwick", "Olu Adeyemi": "olu.adeyemi"}
NAMED["Siân Whitcombe"] = "sian.whitcombe"


@dataclass(frozen=True)
class Step:
    """`by`: the date itself, after which it would be too late to ask."""

    name: str
    day: date
    at: time = MORNING
    by: date = date.max


@dataclass(frozen=True)
class Owed:
    """Something that these people are asked for, in these steps; `since`: when it became theirs to do."""

    school: str
    matter: str
    people: Sequence[str]
    steps: Sequence[Step]
    since: datetime = LONG_AGO
    # What makes it another thing: the day of the review, for one, which may move.
    of: object = None


@dataclass
class Place:
    part: str
    asked: datetime
    answer: str = ""


@dataclass
class State:
    """A review as it stands."""

    visit: Visit
    day: date
    since: datetime
    team: dict[str, Place]
    off: bool = False
    sent: dict[str, datetime] = field(default_factory=dict)
    filled_in: set[str] = field(default_factory=set)
    workshop: date | None = None
    chosen: datetime = LONG_AGO
    finished: set[int] = field(default_factory=set)
    shifted: dict[int, tuple[date, datetime]] = field(default_factory=dict)

    def those(self, *parts: str) -> list[str]:
        return [who for who, place in self.team.items() if place.part in parts and place.answer != "declines"]


def state(visit: Visit, now: datetime) -> State | None:
    """None, as long as it is not booked."""
    booked = visit.booked.at
    if booked > now:
        return None
    parts = {visit.lead: "lead", **dict.fromkeys(visit.reviewers, "reviewer")}
    parts |= dict.fromkeys(visit.champions, "champion")
    found = State(visit, visit.day, booked, {who: Place(part, booked) for who, part in parts.items()})
    # Whoever names themselves has accepted.
    if visit.booked.who in found.team:
        found.team[visit.booked.who].answer = "accepts"
    for one in visit.did:
        if one.at <= now:
            happened(found, one)
    return found


def happened(found: State, one: Did) -> None:
    match one.what, one.more.split():
        case (("accepts" | "declines"), _):
            found.team[one.who].answer = one.what
        case "moves", [day]:
            found.day, found.since = date.fromisoformat(day), one.at
            for place in found.team.values():
                place.asked, place.answer = one.at, ""
        case "replaces", [old, new]:
            place = found.team.pop(old)
            found.team[new] = Place(place.part, one.at, "accepts" if new == one.who else "")
        case "cancels", _:
            found.off = True
        case "chooses", [day]:
            found.workshop, found.chosen = date.fromisoformat(day), one.at
        case "fills_in", _:
            found.filled_in.add(found.team[one.who].part)
        case "finishes", [number]:
            found.finished.add(int(number))
        case "shifts", [number, day]:
            found.shifted[int(number)] = date.fromisoformat(day), one.at
        case what, _ if what.startswith("sends_") or what == "meets":
            found.sent[what.removeprefix("sends_")] = one.at
        case _:
            pass


def heads(school: str, now: datetime) -> list[str]:
    if school == "oak":
        return ["priya.nair" if now.date() < PRIYA_LEAVES else ACTING]
    return [HEADS[school]]


def told(school: str, late: Sequence[str]) -> str:
    """Who hears that something is late: never whoever is late, and of no school of their own."""
    [leads] = [leads for group, leads in zip(GROUPS, LEADS, strict=True) if school in group]
    others = [who for who, works_at in leads if works_at != school and who not in late]
    return [*others, OFFICE][0]


def roles(now: datetime) -> Iterator[Owed]:
    """June: the Management Group, of the coming year; 1 September: each Lead. Nobody answers."""
    for number, leads in enumerate(LEADS, 1):
        for day, whom in ((SEPTEMBER, [leads[0][0]]), (JUNE, MANAGEMENT)):
            if day <= now.date() and (now.year, now.month) in {
                (day.year, day.month),
                (day.year, day.month + 1),
            }:
                yield Owed(f"group-{number}", "leads", whom, [Step("asked", day)], of=day)


def owed(visit: Visit, now: datetime) -> Iterator[Owed]:
    found = state(visit, now)
    if found is None or found.off:
        return
    if now.date() < found.day:
        yield from invitations(found)
        yield from pack(found, now)
        yield from meeting(found, now)
        yield from timetable(found, now)
        return
    yield from summary(found)
    yield from plan(found)
    yield from audit(found, now)
    yield from actions(found, now)
    yield from impact(found, now)


def invitations(found: State) -> Iterator[Owed]:
    """Invited; again after 3 days; Lead told after 5."""
    school = found.visit.school
    for who, place in found.team.items():
        if place.answer:
            continue
        asked = place.asked.date()
        again, too_long = Step("3", asked + timedelta(3)), Step("5", asked + timedelta(5))
        since, matter, of = max(found.since, place.asked), f"invitation {who}", found.day
        yield Owed(school, matter, [who], [again], since, of)
        yield Owed(school, matter, [told(school, [who])], [too_long], since, of)


def pack_due(found: State) -> date:
    due = last_open(found.day - timedelta(14), found.visit.school)
    if due < found.since.date():
        # Past already when it was booked: on the next school day.
        return next_open(found.since.date() + timedelta(1), found.visit.school)
    return due


def pack(found: State, now: datetime) -> Iterator[Owed]:
    """21 and 15 days before, on the day, 2 days late (then the Lead)."""
    if "pack" in found.sent:
        return
    due, school = pack_due(found), found.visit.school
    before = [found.day - timedelta(n) for n in (21, 15)]
    early = [Step(str((found.day - day).days), day, by=due) for day in before if day < due]
    late = Step("late", due + timedelta(2))
    who = heads(school, now)
    yield Owed(school, "pack", who, [*early, Step("due", due, by=due), late], found.since, due)
    yield Owed(school, "pack", [told(school, who)], [late], found.since, due)


def meeting(found: State, now: datetime) -> Iterator[Owed]:
    """10 and 7 days before, to the headteacher and the team."""
    if "meets" in found.sent:
        return
    due, school = last_open(found.day - timedelta(7), found.visit.school), found.visit.school
    steps = [Step(str(n), found.day - timedelta(n), by=due) for n in (10, 7)]
    who = [*heads(school, now), *found.those("lead", "reviewer")]
    yield Owed(school, "meeting", who, steps, found.since, due)


def timetable(found: State, now: datetime) -> Iterator[Owed]:
    """3 days and 1 day before at 10:00; 16:00 to the lead reviewer."""
    if "timetable" in found.sent:
        return
    school = found.visit.school
    due = last_open(found.day - timedelta(1), school)
    steps = [Step(str(n), found.day - timedelta(n), TEN, by=due) for n in (3, 1)]
    missing = Step("due", due, FOUR, by=due)
    yield Owed(school, "timetable", heads(school, now), steps, found.since, due)
    yield Owed(school, "timetable", found.those("lead"), [missing], found.since, due)


def working_days_after(day: date) -> list[Step]:
    """At 15:00 of the day; 2, 4 and 5 working days after it."""
    return [Step("0", day, AFTERNOON), *(Step(str(n), working_days(day, n)) for n in (2, 4, 5))]


def summary(found: State) -> Iterator[Owed]:
    if "summary" in found.sent:
        return
    school, writers = found.visit.school, found.those("lead")
    yield Owed(school, "summary", writers, working_days_after(found.day), of=found.day)
    lead, at_last = told(school, writers), Step("6", working_days(found.day, 6))
    late = [Step("5", working_days(found.day, 5))]
    # Where it is the office that hears of it in a Lead's place, it hears of both.
    yield Owed(school, "summary", [lead], [*late, at_last] if lead == OFFICE else late, of=found.day)
    if lead != OFFICE:
        yield Owed(school, "summary", [OFFICE], [at_last], of=found.day)


def plan(found: State) -> Iterator[Owed]:
    if found.workshop is None or "plan" in found.sent:
        return
    school, writers = found.visit.school, found.those("champion")
    steps = working_days_after(found.workshop)
    yield Owed(school, "plan", writers, steps, found.chosen, found.workshop)
    yield Owed(school, "plan", [told(school, writers)], steps[-1:], found.chosen, found.workshop)


def audit(found: State, now: datetime) -> Iterator[Owed]:
    """5 and 10 school days after the plan, to the headteacher and to whoever has a part of it."""
    if "plan" not in found.sent or "audit" in found.sent:
        return
    school, sent = found.visit.school, found.sent["plan"]
    steps = [Step(str(n), counted(sent.date(), n, lambda day: is_open(day, school))) for n in (5, 10)]
    missing = [who for parts in SECTIONS if not found.filled_in & parts for who in found.those(*parts)]
    yield Owed(school, "audit", [*heads(school, now), *missing], steps, sent, sent)


def actions(found: State, now: datetime) -> Iterator[Owed]:
    """7 days before, on the day, then weekly."""
    if "plan" not in found.sent:
        return
    school = found.visit.school
    for number, action in enumerate(found.visit.actions, 1):
        if number in found.finished:
            continue
        due, since = found.shifted.get(number, (action.due, found.sent["plan"]))
        who = [NAMED[action.owner]] if action.owner in NAMED else heads(school, now)
        weekly = [Step(str(7 * n), due + timedelta(7 * n)) for n in range(50)]
        early = Step("-7", due - timedelta(7), by=due)
        yield Owed(school, f"action {number}", who, [early, *weekly], since, due)


def impact(found: State, now: datetime) -> Iterator[Owed]:
    school = found.visit.school
    yield Owed(school, "impact", heads(school, now), [Step("months", months(found.day, 6))], of=found.day)


WORKS_AT: Mapping[str, str] = dict.fromkeys(
    ("grace.okonkwo", "steven.ridley", "mei-ling.chan"), "queens-meadow"
)

"""The sentences of the digests: what the templates in `templates/digest` say, and the words that they use."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from types import ModuleType

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from bot.cards.milestones import STAGE
from bot.language.say import full, listed, short
from bot.rules.digest import Dated
from bot.rules.digest_figures import ACTION, VISIT, SchoolFigures
from bot.rules.roles import TeamPart

GROUP, MANAGEMENT = "group", "management"

# One of them, and several.
EVENTS: Mapping[str, tuple[str, str]] = {
    "pack": ("paperwork", "packs of paperwork"),
    "meeting": ("pre-review meeting", "pre-review meetings"),
    "timetable": ("timetable", "timetables"),
    "review": ("review", "reviews"),
    "summary": ("summary", "summaries"),
    "workshop": ("workshop", "workshops"),
    "plan": ("action plan", "action plans"),
    "audit": ("audit proforma", "audit proformas"),
    "impact": ("impact", "impacts"),
    VISIT: ("development visit", "development visits"),
}
DONE: Mapping[str, str] = {
    "pack": "paperwork complete",
    "meeting": "pre-review meeting held",
    "timetable": "timetable sent",
    "review": "review held",
    "feedback": "feedback given",
    "summary": "summary sent",
    "workshop": "workshop held",
    "plan": "action plan sent",
    "audit": "audit proforma returned",
    "impact": "impact recorded",
    VISIT: "development visit held",
}
PEOPLE: Mapping[TeamPart, tuple[str, str]] = {
    TeamPart.LEAD_REVIEWER: ("lead reviewer", "lead reviewers"),
    TeamPart.REVIEWER: ("reviewer", "reviewers"),
    TeamPart.CHAMPION: ("Improvement Champion", "Improvement Champions"),
}


def words(digest: str, macro: str, *given: object) -> str:
    """What a macro of a digest's template says, on one line."""
    return " ".join(str(getattr(macros(digest), macro)(*given)).split())


@cache
def macros(digest: str) -> ModuleType:
    return templates().get_template(f"digest/{digest}.txt").module  # type: ignore[return-value]


@cache
def templates() -> Environment:
    # What is written here is text and becomes part of a card: each renderer escapes for its own chat.
    made = Environment(
        loader=PackageLoader("bot.cards"),
        autoescape=select_autoescape(default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": full,
        "short": short,
        "event": event,
        "counted_event": counted_event,
        "gaps": gaps,
        "people": people,
        "done": done,
        "stage": STAGE.__getitem__,
    }
    return made


def event(one: Dated) -> str:
    """Such as "review Tue 7 Nov" or "paperwork by Mon 6 Nov"."""
    return f"{EVENTS[one.what][0]}{' by' if one.by else ''} {short(one.on)}"


def counted_event(what: str, number: int) -> str:
    return EVENTS[what][0 if number == 1 else 1]


def people(wanted: Mapping[TeamPart, int]) -> str:
    return ", ".join(f"{number} {PEOPLE[part][0 if number == 1 else 1]}" for part, number in wanted.items())


def gaps(school: SchoolFigures) -> str:
    named = [people(school.wanted)] if school.wanted else []
    return listed([*named, *([] if school.has_head else ["headteacher"])])


def done(completed: Sequence[str]) -> str:
    """Each once, in the order of the schedule, and how many actions."""
    counted = Counter(completed)
    said = [sentence for what, sentence in DONE.items() if counted[what]]
    if actions := counted[ACTION]:
        said.append(f"{actions} {'action' if actions == 1 else 'actions'} done")
    return ", ".join(said)

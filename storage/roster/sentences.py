"""What pydantic found wrong with a roster, in sentences for the person who wrote it."""

from collections.abc import Iterable

from pydantic import BaseModel
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from storage.roster.reading import Place
from storage.roster.shape import Calendar, Channels, Dates, Group, Person, RoleAt, Roster, School, Term, Year

# An entry by the heading that it stands under: its shape, and what to call it.
ENTRIES: dict[str, tuple[type[BaseModel], str]] = {
    "": (Roster, "The roster"),
    "year": (Year, "The year"),
    "terms": (Term, "This term"),
    "half_terms": (Dates, "This half term"),
    "calendar": (Calendar, "This calendar"),
    "groups": (Group, "This group"),
    "schools": (School, "This school"),
    "people": (Person, "This person"),
    **dict.fromkeys(("channels", "management_channels", "workspaces"), (Channels, "The list of channels")),
    **dict.fromkeys(("headteacher", "reviewer", "champion", "governor", "staff"), (RoleAt, "This role")),
}
LIKE_ENOUGH = 70


def sentence(error: ErrorDetails) -> str:
    place, wrong, context = error["loc"], error["input"], error.get("ctx", {})
    field = heading(place)
    if wrong is None:
        return f"“{field}” is empty."
    match error["type"]:
        case "missing":
            return f"{entry(place)[1]} needs “{place[-1]}”."
        case "extra_forbidden":
            return f"{entry(place)[1]} has no “{field}”.{did_you_mean(field, words(entry(place)[0]))}"
        case "value_error":
            return str(context["error"])
        case "string_too_long":
            longest = context["max_length"]
            return f"“{wrong}” has {len(str(wrong).strip())} characters; {longest} is the most that fits."
        case "literal_error":
            return f"“{field}” can be {context['expected']}.".replace("'", "")
        case "string_too_short" | "too_short":
            return f"“{field}” is empty."
        case kind:
            return f"“{field}” {should_be(kind)}"


def should_be(kind: str) -> str:
    if kind.startswith("string"):
        return "should be text: put it in quotes."
    if kind.startswith("bool"):
        return "should be true or false."
    if kind.startswith(("tuple", "list")):
        return "should be a list: a line for each, beginning with a dash."
    return "should have lines of its own below it, such as “name: …”."


def entry(place: Place) -> tuple[type[BaseModel], str]:
    """What the word at the end of this place stands in."""
    return ENTRIES.get(heading(place[:-1]), ENTRIES[""])


def heading(place: Place) -> str:
    return next((step for step in reversed(place) if isinstance(step, str)), "")


def words(shape: type[BaseModel]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in shape.model_fields.items() if name != "lines")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence to go on with, or nothing when no known word is like this one."""
    found = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH)
    return f" Did you mean “{found[0]}”?" if found else ""

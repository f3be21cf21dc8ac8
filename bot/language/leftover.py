"""What a request names beside a school and a day: “lunch at Oak” is no review."""

import re

from bot.language import names, schools
from bot.language.commands import LONGEST, On
from bot.language.dates import Unreadable
from bot.language.names import Names, Nobody
from bot.language.schools import POINTS

# After these comes a day, a reason or a place, and no longer what is meant.
BOUND = re.compile(
    r"[,;.]|\b(?:to|until|till|on|for|by|from|at|in|because|as|since|due|so|with|after|before|if|while|until)\b",
    re.IGNORECASE,
)
SCHOOL = "§"
# Each is a time of day as well.
MEAL = re.compile(r"\b(?:lunch|breakfast|dinner|supper|tea)\b", re.IGNORECASE)
# Said of a review, and no other thing.
FILLER = re.compile(
    r"\b(?:the|a|an|our|my|your|their|its|that|this|it|one|peer|whole|new|date|day|visit day|back|forward"
    r"|later|earlier|off|down|again|instead|now|today|please|then|also|all|completely|altogether|booking"
    r"|appointment|slot|is|are|be|has|have|not|cannot|can't|we|i|or|and|me|us)\b",
    re.IGNORECASE,
)


def another_thing(said: str, every: Names, known: Names, on: On) -> str:
    """The words that name neither a review nor its school nor its day; "" where there are none.

    `every`: the schools that may be named; `known`: those of which one may be misspelt.
    """
    if len(said) > LONGEST:
        return ""
    text = schools.NEITHER.sub(" ", named(said, every))
    whole = schools.bare(text.replace(SCHOOL, " "))
    if not whole or is_day(whole, on):
        return ""
    begun = schools.BEFORE.sub("", " ".join(text.split()))
    head = without_day(BOUND.split(begun)[0].replace(SCHOOL, " "), on)
    left = " ".join(FILLER.sub(" ", head).split()).strip(f"{POINTS}'")
    # A school's name that is misspelt, or a day that is, is asked about.
    asked = isinstance(names.match(left, known), Nobody) and isinstance(on.read(left), Unreadable)
    return left if MEAL.search(left) or (left and asked) else ""


def named(said: str, known: Names) -> str:
    """What was said, with a sign in the place of every school."""
    text = said.strip(POINTS)
    for start, end in sorted((where for where, _ in schools.within(text, known)), reverse=True):
        text = f"{text[:start]} {SCHOOL} {text[end:]}"
    return text


def is_day(text: str, on: On) -> bool:
    return not MEAL.search(text) and bool(on.plain(text) or schools.shifted(text, on.today))


def without_day(text: str, on: On) -> str:
    """What stands before a day, or after it."""
    words = text.split()
    cuts = range(len(words))
    before = next((words[:cut] for cut in cuts if is_day(" ".join(words[cut:]), on)), words)
    after = next((words[-cut:] for cut in cuts[1:] if is_day(" ".join(words[:-cut]), on)), words)
    return " ".join(before if len(before) <= len(after) else after)

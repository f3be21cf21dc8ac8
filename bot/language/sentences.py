"""A plain sentence: what it asks for, without what is said out of politeness."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from bot.language import commands
from bot.language.requests import REQUESTS
from bot.language.requests.everyday import CLOSINGS, GREETINGS, OPENINGS
from bot.language.requests.model import compiled

# What is longer is a letter and no request.
LONGEST = commands.LONGEST
MOST_CLAUSES = 4

CURLY = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "\u00a0": " "})
# In full, so that the table has one way of writing each.
IN_FULL = (
    (re.compile(r"\b(what|who|when|where|how)(?:'s|s)(?=\s)", re.IGNORECASE), r"\1 is"),
    (re.compile(r"\b(that|it|there|here)'s(?=\s|$)", re.IGNORECASE), r"\1 is"),
    (re.compile(r"\bi'?m(?=\s)", re.IGNORECASE), "i am"),
    (re.compile(r"\bwe're(?=\s)", re.IGNORECASE), "we are"),
    (re.compile(r"\b(i|we)'d(?=\s)", re.IGNORECASE), r"\1 would"),
    (re.compile(r"\b(i|we)'ve(?=\s)", re.IGNORECASE), r"\1 have"),
    (re.compile(r"\b(i|we|that)'ll(?=\s)", re.IGNORECASE), r"\1 will"),
)
# Between what is said before a request and the request.
AFTER_OPENING = r"(?:[\s,.!:;–-]+|$)"
OPENED = tuple(compiled(way, AFTER_OPENING) for way in OPENINGS)
MOST_OPENINGS = 6
# As it is typed, and as Slack and Teams write it; of any colour.
THUMBS_UP = re.compile(
    "(?:[👍👌][\U0001f3fb-\U0001f3ff]?|:(?:\\+1|thumbsup|ok_hand)(?::skin-tone-\\d)?:|\\(y\\))+"
)
# Whoever asks whether it should be done has not asked for it.
DOUBT = compiled(
    "(should|must|do) (i|we) [really] [need to|have to] "
    "(cancel|call off|postpone|put off|move|reschedule|delay) {what}"
)
CLOSED = re.compile(rf"[\s,]+(?:{CLOSINGS})$", re.IGNORECASE)
EDGES = " \t\r\n,.!?;:–-"
CLAUSE = re.compile(
    r"[.!?;]+\s+|\s*\n\s*|,\s+(?:and |so |but |then )?|\s+(?:so|but)\s+|\s+[–-]\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Wish:
    """Where a sentence leads, and what it said about it."""

    route: str
    said: str = ""


WAYS = tuple((asked, compiled(way)) for asked in REQUESTS for way in asked.ways)
GREETED = tuple((name, compiled(way)) for name, way in GREETINGS.items())


def understood(typed: str) -> Wish | None:
    """What is asked for, in one of the sentences at least; None where nothing is, or two different things."""
    asked = commands.without_name(typed.strip())
    if len(asked) > LONGEST:
        return None
    whole = plainly(asked)
    if doubted := DOUBT.fullmatch(f"{' '.join(asked.split()).strip(EDGES)} "):
        return Wish("review.find", said(doubted))
    if wish := wished(whole) or greeted(asked):
        return wish
    clauses = [plainly(one) for one in CLAUSE.split(asked.translate(CURLY))[:MOST_CLAUSES]]
    return of_clauses([wish for one in clauses if len(clauses) > 1 and (wish := wished(one))])


def of_clauses(wishes: Collection[Wish]) -> Wish | None:
    """ "Ofsted have called, we need to postpone Oak": the one that says about what, if there is only one."""
    saying = dict.fromkeys(wish for wish in wishes if wish.said) or dict.fromkeys(wishes)
    return next(iter(saying)) if len(saying) == 1 else None


def plainly(typed: str) -> str:
    """The sentence without what is said before and after it out of politeness, in full words."""
    text = " ".join(typed.translate(CURLY).split())
    for short, full in IN_FULL:
        text = short.sub(full, text)
    text = text.strip(EDGES)
    for _ in range(MOST_OPENINGS):
        opened = next(filter(None, (way.match(text) for way in OPENED)), None)
        if opened is None:
            break
        text = text[opened.end() :]
    while (closed := CLOSED.sub("", text).strip(EDGES)) != text:
        text = closed
    return text


def wished(text: str) -> Wish | None:
    if not text:
        return None
    line = f"{text} "
    for asked, way in WAYS:
        if found := way.fullmatch(line):
            return Wish(asked.route, said(found) if asked.about else "")
    return of_command(text)


def of_command(text: str) -> Wish | None:
    """One of the commands, once politeness is gone; what would be kept as it is typed is never one."""
    found, rest = commands.command(text)
    if found is None or found.as_typed or not text:
        return None
    return Wish(found.route, rest)


def said(found: re.Match[str]) -> str:
    return " ".join(" ".join(part for part in found.groups() if part).split())


def greeted(typed: str) -> Wish | None:
    """Somebody says hello, thanks, all right or goodbye, and nothing else."""
    shown = THUMBS_UP.sub(" thumbs up ", typed.translate(CURLY))
    line = re.sub(r"[^\w' ]+", " ", " ".join(shown.split()))
    line = " ".join(line.split()) + " "
    named = next((name for name, way in GREETED if way.fullmatch(line)), None)
    return Wish("hello.show", named) if named else None

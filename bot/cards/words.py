"""The words that every renderer shares: tones, labels, progress, and text cut into pieces without loss."""

import re
from datetime import date, time
from typing import Any, assert_never
from urllib.parse import urlsplit

from bot.cards.model import (
    Ask,
    Clock,
    Day,
    Field,
    Line,
    OneOf,
    OptionGroup,
    People,
    Progress,
    Prose,
    SomeOf,
    Span,
    Strong,
    Text,
    Words,
    YesNo,
)

Json = dict[str, Any]
# What an input's name on the wire ends with, after the field's own: the calendar or clock beside a typed
# line, an input that gives several values as one text, and a line in which people are named.
PICKED = ".picked"
SEVERAL = ".several"
NAMES = ".names"
# The value of the option that empties a choice, where a platform takes no empty value.
NO_CHOICE = ".none"
OPTIONAL = " (optional)"
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
ISO_TIME = re.compile(r"\d\d:\d\d", re.ASCII)
NOTHING = "–"
NO_OPTIONS = "There is nothing to choose from yet."


class TooLongError(ValueError):
    """A card that the platform would refuse: it should have been cut into pages."""


def spans(words: Words) -> tuple[Span, ...]:
    return (words,) if isinstance(words, str) else words


def letters(span: Span) -> str:
    return span if isinstance(span, str) else span.text


def flat(words: Words) -> str:
    return "".join(map(letters, spans(words)))


def said(text: Text) -> tuple[Span, ...]:
    """The text with its tone in words or a sign, because a colour alone tells some readers nothing."""
    match text.tone:
        case "warning":
            return (Strong("⚠ Please note: "), *spans(text.body))
        case "good":
            return (Strong("✓ "), *spans(text.body))
        case "plain" | "muted":
            return spans(text.body)
        case _:
            assert_never(text.tone)


def given(value: Words) -> tuple[Span, ...]:
    """A value, or a dash where there is none."""
    return spans(value) if flat(value) else (NOTHING,)


def label(asked: Ask) -> str:
    return asked.label if asked.required else asked.label + OPTIONAL


def problem(asked: Ask) -> str:
    """What is wrong with a field, for the line above it; empty when nothing is."""
    return f"⚠ {asked.error}" if asked.error else ""


def progress(shown: Progress) -> str:
    """Such as `Stage 2 of 5: Preparing (next: The review)`."""
    total, done = len(shown.steps), now(shown)
    if done == total:
        return f"{shown.label}: all {total} done" if total else shown.label
    following = shown.steps[done + 1 : done + 2]
    after = f" (next: {following[0]})" if following else " (the last one)"
    return f"{shown.label} {done + 1} of {total}: {shown.steps[done]}{after}"


def now(shown: Progress) -> int:
    """The position of the step that is under way, counted from 0; the number of steps when all are done."""
    return max(0, min(shown.done, len(shown.steps)))


def dots(shown: Progress) -> str:
    total, done = len(shown.steps), now(shown)
    return ("●" * done + "◉" * (done < total) + "○" * (total - done - 1)) if total else ""


def chosen(groups: tuple[OptionGroup, ...], values: tuple[str, ...]) -> tuple[str, ...]:
    """The labels of the values, in their order; a value that is not on offer stands for itself."""
    if not any(values):
        # Most fields of a new form: what is on offer may be everyone in the roster.
        return values
    known = {option.value: option.label for group in groups for option in group.options}
    return tuple(known.get(value, value) for value in values)


def answer(field: Field) -> str:
    """A field's value as people read it."""
    match field:
        case Line() | Prose() | Day() | Clock():
            return field.value
        case OneOf():
            return ", ".join(chosen(field.groups, (field.value,)))
        case SomeOf():
            return ", ".join(chosen((OptionGroup("", field.options),), field.values))
        case People():
            return ", ".join(chosen(field.groups, field.values))
        case YesNo():
            return field.value.capitalize()
        case _:
            assert_never(field)


def pieces(text: str, room: int) -> list[str]:
    """The text in pieces of at most `room` characters; joined together they are the text again.

    A piece ends after a line or a word where there is one in its second half.
    """
    parts = []
    while len(text) > room:
        at = max(text.rfind("\n", room // 2, room), text.rfind(" ", room // 2, room)) + 1 or room
        parts.append(text[:at])
        text = text[at:]
    return [*parts, text] if text else parts


def shortened(text: str, room: int) -> str:
    """A short form, for places where the full text stands beside it."""
    return text if len(text) <= room else text[: room - 1].rstrip() + "…"


def is_web_address(url: str) -> bool:
    """Whether a chat may open it: http or https with a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and url.isprintable() and " " not in url


def picked(field: Day | Clock) -> str:
    """The value where a picker can show it: a date that there is, or a time of day; else blank."""
    read = date.fromisoformat if isinstance(field, Day) else time.fromisoformat
    wanted = ISO_DAY if isinstance(field, Day) else ISO_TIME
    if not wanted.fullmatch(field.value):
        return ""
    try:
        read(field.value)
    except ValueError:
        return ""
    return field.value


def is_page_address(url: str) -> bool:
    """Whether a page may link to it: the web, e-mail, or a path of the same site."""
    if url.startswith("/"):
        return not url.startswith(("//", "/\\")) and url.isprintable()
    return is_web_address(url) or (url.startswith("mailto:") and url.isprintable())

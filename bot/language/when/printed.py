"""A reading as data: what `peer-review when` prints, one object for each phrase."""

from datetime import date, datetime, time
from typing import TypedDict

from bot.language.when.values import Days, Hours, No, Reading, Stretch, Sure, Value, Which


class Printed(TypedDict):
    """`kind`: date, datetime, range, ambiguous or invalid; a time alone is a datetime without its date."""

    phrase: str
    kind: str
    value: str | None
    choices: list[str]
    reason: str


def printed(phrase: str, reading: Reading) -> Printed:
    match reading:
        case Sure(value):
            return Printed(phrase=phrase, kind=kind_of(value), value=written(value), choices=[], reason="")
        case Which(values, reason):
            choices = [written(value) for value in values]
            return Printed(phrase=phrase, kind="ambiguous", value=None, choices=choices, reason=reason)
        case No(reason):
            return Printed(phrase=phrase, kind="invalid", value=None, choices=[], reason=reason)


def kind_of(value: Value) -> str:
    match value:
        case Days() | Hours() | Stretch():
            return "range"
        case datetime() | time():
            return "datetime"
        case date():
            return "date"


def written(value: Value) -> str:
    """2017-11-14; 2017-11-14T09:15; T14:30 without a day; start/end for days and for times."""
    match value:
        case datetime():
            return f"{value:%Y-%m-%dT%H:%M}"
        case date():
            return value.isoformat()
        case time():
            return f"T{value:%H:%M}"
        case Days(first, last):
            return f"{first.isoformat()}/{last.isoformat()}"
        case Stretch(begins, closes):
            return f"{written(begins)}/{written(closes)}"
        case Hours(starts, ends, day):
            before = day.isoformat() if day else ""
            return f"{before}T{starts:%H:%M}/{before}T{ends:%H:%M}"

"""What a consortium may settle for itself: the defaults where the documents disagree or are silent."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import time
from typing import Any

from bot.rules.web_links import is_website

LONGEST = 366  # days; more than a year is a slip of the keyboard
LONGEST_LABEL = 60  # characters
MAY_BE_NONE = frozenset({"champions", "notice_days", "links_days_after"})
IN_ORDER = (
    ("meeting_days_before", "pack_days_before"),
    ("workshop_from", "workshop_to"),
    ("workshop_to", "workshop_caution"),
    ("workshop_caution", "workshop_warning"),
    ("team_least", "team_most"),
)


@dataclass(frozen=True)
class Policy:
    """Days are calendar days unless the name says working days or school days."""

    # Five-stage schedule: "2 weeks before the review", "1 week before the review".
    pack_days_before: int = 14
    meeting_days_before: int = 7
    # Five-stage schedule: "on the day before", without an hour. London time, on the school day before.
    timetable_due: time = time(16, 0)
    # Five-stage schedule: "1-2 weeks after the review"; the audit proforma: "within 2 – 4 weeks".
    workshop_from: int = 7
    workshop_to: int = 14
    workshop_caution: int = 14
    workshop_warning: int = 28
    # Summary and action plan templates: "within 5 working days", without saying whose.
    summary_working_days: int = 5
    plan_working_days: int = 5
    # The same: Monday–Friday less bank holidays, unless a consortium would rather count school days.
    count_school_days: bool = False
    # Audit proforma: no deadline; counted from the action plan.
    audit_school_days: int = 10
    # Five-stage schedule: impact "tbc".
    impact_months: int = 6
    # Five-stage schedule: "3-4 review team members", the lead reviewer among them, the champions not.
    team_least: int = 3
    team_most: int = 4
    # Five-stage schedule: "the two Improvement Champions".
    champions: int = 2
    # Five-stage schedule: the pack goes out 2 weeks before, so less notice than that is worth a word.
    notice_days: int = 14
    # Memorandum: data "remains confidential"; how long a reviewer keeps the pack's links is not said.
    links_days_after: int = 30
    # Memorandum: "FFT and RAISE"; RAISE is now ASP/IDSR.
    data_label: str = "Data: FFT and ASP/IDSR"
    # Memorandum: "confidential to Consortium members"; where the papers lie is not said. None: anywhere.
    link_domains: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for lower, upper in IN_ORDER:
            if getattr(self, lower) > getattr(self, upper):
                raise ValueError(f"The setting {lower} can't be more than {upper}.")

    @classmethod
    def from_settings(cls, settings: Mapping[str, object]) -> "Policy":
        """The policy with some defaults replaced; ValueError with a sentence that names a wrong setting."""
        defaults = {field.name: field.default for field in fields(cls)}
        values: dict[str, Any] = {}
        for name, value in settings.items():
            if name not in defaults:
                raise ValueError(f"There is no setting called {name}. Known: {', '.join(defaults)}.")
            values[name] = _read(name, value, defaults[name])
        return cls(**values)


def _read(name: str, value: object, default: object) -> object:
    if isinstance(default, bool):
        return _yes_or_no(name, value)
    if isinstance(default, time):
        return _time(name, value)
    if isinstance(default, str):
        return _label(name, value)
    if isinstance(default, tuple):
        return _domains(name, value)
    return _number(name, value)


def _yes_or_no(name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError(f"The setting {name} must be true or false.")


def _number(name: str, value: object) -> int:
    least = 0 if name in MAY_BE_NONE else 1
    if isinstance(value, int) and not isinstance(value, bool) and least <= value <= LONGEST:
        return value
    raise ValueError(f"The setting {name} must be a whole number from {least} to {LONGEST}.")


def _time(name: str, value: object) -> time:
    if isinstance(value, time):
        return value
    # YAML 1.1 reads an unquoted 16:00 as a number to the base of 60: 960, the minutes since midnight.
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 24 * 60:
        return time(*divmod(value, 60))
    if isinstance(value, str) and re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", value):
        hour, minute = map(int, value.split(":"))
        return time(hour, minute)
    raise ValueError(f"The setting {name} must be a time of day such as 16:00.")


def _label(name: str, value: object) -> str:
    words = value.strip() if isinstance(value, str) else ""
    if words and len(words) <= LONGEST_LABEL and words.isprintable():
        return words
    raise ValueError(f"The setting {name} must be a few words, {LONGEST_LABEL} characters at most.")


def _domains(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError(f"The setting {name} must be a list of domains, such as [oak.example].")
    for one in value:
        if not isinstance(one, str) or not is_website(one.strip()):
            raise ValueError(
                f"The setting {name} takes domains such as oak.example, without https:// and without a path;"
                f" “{one}” is none."
            )
    return tuple(dict.fromkeys(one.strip().lower() for one in value))

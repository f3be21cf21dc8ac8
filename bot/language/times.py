"""A time of day as people type it: 14:30, 2pm, 2.30pm."""

import re
from datetime import time

EXAMPLES = "Please give it as 14:30 or 2.30pm."
ARMY = re.compile(r"(\d{2})(\d{2})", re.ASCII)
TIME = re.compile(
    r"(?:at\s+)?(\d{1,2})(?:\s*[.:]\s*(\d{2}))?\s*(?:(a|p)\.?\s*m\.?)?", re.IGNORECASE | re.ASCII
)
NAMED = {"noon": time(12, 0), "midday": time(12, 0)}
LONGEST = 40


def read(text: str) -> time | str:
    """The time, or a sentence that says why it can't be read; what could be two times is asked about."""
    typed = text.strip()
    if not typed:
        return f"Please give a time. {EXAMPLES}"
    if len(typed) > LONGEST:
        return f"That is too long for a time. {EXAMPLES}"
    if typed.casefold() in NAMED:
        return NAMED[typed.casefold()]
    found = TIME.fullmatch(ARMY.sub(r"\1:\2", typed) if ARMY.fullmatch(typed) else typed)
    if found is None:
        return f"I couldn’t read “{typed}” as a time. {EXAMPLES}"
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if minute > 59 or hour > (12 if half else 23) or (half and not hour):
        return f"There is no time {typed}. {EXAMPLES}"
    if half:
        return time(hour % 12 + (12 if half == "p" else 0), minute)
    # A picker writes 02:30; somebody who types 2.30 nearly always means the afternoon, but may not.
    if 1 <= hour <= 6 and len(found[1]) == 1:
        return f"Is {typed} in the morning or the afternoon? Please write {_both(hour, minute)}."
    return time(hour, minute)


def _both(hour: int, minute: int) -> str:
    said = f"{hour}.{minute:02}" if minute else str(hour)
    return f"{said}am or {said}pm"

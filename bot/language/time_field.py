"""A time of day as people type it where a time is wanted: read, or a sentence that says what to do."""

from datetime import time

from bot.language.times import AS, EXAMPLES
from bot.language.when import clock, words
from bot.language.when.values import Hours, No, Sure, Which, either

LONGEST = 40


def read(text: str) -> time | str:
    """The time that the whole of `text` means, or a sentence that says why it can't be read."""
    typed = text.strip()
    if not typed:
        return f"Please give a time, {AS}."
    if len(typed) > LONGEST:
        return f"That is too long for a time. {EXAMPLES}"
    match clock.read(words.phrases(typed)[0].text):
        case Sure(value) if isinstance(value, time):
            return value
        case Sure(Hours()):
            return f"Please give the time at which it begins, {AS}."
        case Which(values, _):
            times = [f"{value:%H:%M}" for value in values if isinstance(value, time)]
            return (
                f"Do you mean {either(times)}? {EXAMPLES}"
                if len(times) > 1
                else f"At what time exactly? {EXAMPLES}"
            )
        case No(reason):
            return reason
    return f"I couldn’t read “{typed}” as a time. {EXAMPLES}"

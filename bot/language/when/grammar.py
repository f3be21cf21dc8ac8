"""The forms of a date, family by family; a family is a table with a line for each way of saying it."""

from collections.abc import Sequence

from bot.language.when import (
    anchored,
    counted,
    feasts,
    holidays,
    near,
    parts,
    school_days,
    terms,
    weeks,
    weeks_beside,
    weeks_on,
    weeks_within,
    written,
)
from bot.language.when.values import Asked, Reading
from bot.language.when.written import Form

# What can be read from its own words comes first; what leans on another day comes last.
FAMILIES: Sequence[Sequence[Form]] = (
    written.FORMS,
    near.FORMS,
    weeks_on.FORMS,
    weeks.FORMS,
    terms.FORMS,
    holidays.FORMS,
    school_days.FORMS,
    feasts.FORMS,
    counted.FORMS,
    weeks_beside.FORMS,
    anchored.FORMS,
    weeks_within.FORMS,
    parts.FORMS,
)


def day(phrase: str, asked: Asked) -> Reading | None:
    """What a phrase in the spelling of `Phrase` means; None when it is in no form here."""
    for family in FAMILIES:
        for pattern, reader in family:
            match = pattern.fullmatch(phrase)
            reading = reader(match, asked) if match else None
            if reading:
                return reading
    return None

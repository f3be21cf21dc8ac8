"""The morning of a review: when everyone who takes part is told its details."""

from datetime import date, datetime, time

from bot.rules.hours import NEWS_HOURS, london

END_OF_SCHOOL_DAY = time(15, 30)


def day_of_details(now: datetime) -> date | None:
    """London's date while its reviews' details are worth telling; before and after that, none."""
    here = london(now)
    return here.date() if NEWS_HOURS[0] <= here.time() < END_OF_SCHOOL_DAY else None

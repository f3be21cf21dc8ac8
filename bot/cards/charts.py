"""The charts that several cards show: of counts alone, so that they may stand wherever the counts may."""

from collections import Counter
from collections.abc import Iterable, Mapping

from bot.cards.milestones import STAGES
from bot.cards.model import Chart, Series
from bot.rules.stage import NUMBER, Stage

COMPLETE = "Complete"
REVIEWS = ("review", "reviews")
PAPERS = ("paper", "papers")
ACTIONS = ("action", "actions")


def reviews_by_stage(stages: Iterable[Stage], title: str = "How far the reviews are") -> Chart:
    """A bar for each of the five stages, and for those that are through; cancelled reviews stand on none."""
    stood = Counter(_stands(stage) for stage in stages if NUMBER[stage])
    through = (COMPLETE,) if stood[COMPLETE] else ()
    return bars(title, REVIEWS, {label: stood[label] for label in (*STAGES, *through)})


def _stands(stage: Stage) -> str:
    return COMPLETE if stage is Stage.CLOSED else STAGES[NUMBER[stage] - 1]


def papers(received: int, not_applicable: int, needed: int, title: str = "Paperwork") -> Chart:
    """Of the pack of one review, or of several."""
    counts = {"Received": received, "Not applicable": not_applicable, "Still needed": needed}
    return bars(title, PAPERS, counts)


def actions(done: int, late: int, to_do: int, title: str = "Actions") -> Chart:
    """Of one plan, or of several together; `to_do`: neither done nor late."""
    return bars(title, ACTIONS, {"Done": done, "Late": late, "To do": to_do})


def actions_by(counts: Mapping[str, tuple[int, int, int]], title: str) -> Chart:
    """By group or school: how many are done, late and still to do, as parts of one bar."""
    names = ("Done", "Late", "To do")
    series = tuple(Series(name, tuple(c[at] for c in counts.values())) for at, name in enumerate(names))
    return Chart(title, ACTIONS, tuple(counts), series)


def bars(title: str, unit: tuple[str, str], counts: Mapping[str, int]) -> Chart:
    """One number for each label, such as the schools of a group."""
    return Chart(title, unit, tuple(counts), (Series(unit[1].capitalize(), tuple(counts.values())),))

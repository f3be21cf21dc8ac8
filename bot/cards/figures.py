"""The figures of a chart in words, which every renderer shows, and what a picture of them needs."""

from collections.abc import Sequence

from bot.cards.model import Chart
from bot.cards.words import shortened


def lines(chart: Chart) -> list[str]:
    """Such as `Group 1: 12 actions (Done 7, Late 2, To do 3)`."""
    return [f"{label}: {value}" for label, value in rows(chart)]


def rows(chart: Chart) -> tuple[tuple[str, str], ...]:
    """Each label, and what was counted there."""
    return tuple((label, _counted(chart, at)) for at, label in enumerate(chart.labels))


def totals(chart: Chart) -> list[int]:
    """For each label the sum over its series: how long its bar is."""
    return [sum(series.values[at] for series in chart.series) for at in range(len(chart.labels))]


def _counted(chart: Chart, at: int) -> str:
    count = totals(chart)[at]
    counted = f"{count} {chart.unit[0] if count == 1 else chart.unit[1]}"
    if len(chart.series) == 1:
        return counted
    parts = ", ".join(f"{series.name} {series.values[at]}" for series in chart.series)
    return f"{counted} ({parts})"


def can_be_drawn(chart: Chart, most_bars: int, most_series: int) -> bool:
    """Whether a picture shows anything, and all of it: else the words stand alone."""
    fits = 0 < len(chart.labels) <= most_bars and 0 < len(chart.series) <= most_series
    names = [series.name for series in chart.series]
    return fits and any(totals(chart)) and all(map(_are_distinct, (chart.labels, names)))


def fitted(labels: Sequence[str], room: int) -> list[str] | None:
    """The labels in short, where their full text stands beside them; None where two would be alike.

    What makes a long name differ from the next stands at its end more often than not: a group's number.
    """
    for short in (shortened, _both_ends):
        made = [short(label, room) for label in labels]
        if _are_distinct(made):
            return made
    return None


def _both_ends(text: str, room: int) -> str:
    end = room // 2
    return text if len(text) <= room else f"{text[: room - 1 - end].rstrip()}…{text[-end:].lstrip()}"


def _are_distinct(names: Sequence[str]) -> bool:
    return len(set(names)) == len(names) and all(name.strip() for name in names)

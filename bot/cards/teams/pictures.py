"""Charts as Teams draws them: no part of the schema, so a client that knows none leaves them out."""

from bot.cards import figures
from bot.cards.model import Chart
from bot.cards.teams.text import BRACES
from bot.cards.words import Json

BARS = 20
# Teams' own names; told apart by how light they are as well, and in the order of the parts.
COLOURS = (
    *("categoricalTeal", "categoricalMarigold", "categoricalLavender"),
    *("categoricalRed", "categoricalBlue", "categoricalLime"),
)
# The words stand beside the picture, so nothing is lost where it is dropped.
OTHERWISE = {"fallback": "drop"}


def picture(chart: Chart) -> Json | None:
    """None where Teams could not show all of it, or would change a label: its charts have no runs of text."""
    names = (*chart.labels, *(series.name for series in chart.series))
    if any(map(BRACES.search, names)) or not figures.can_be_drawn(chart, BARS, len(COLOURS)):
        return None
    return _bars(chart) if len(chart.series) == 1 else _stacked(chart)


def _bars(chart: Chart) -> Json:
    """One colour for all: several would mean nothing."""
    [counted] = chart.series
    data = [{"x": label, "y": value} for label, value in zip(chart.labels, counted.values, strict=True)]
    shown = {"color": COLOURS[0], "displayMode": "AbsoluteNoAxis"}
    return {"type": "Chart.HorizontalBar", "data": data, **shown, **OTHERWISE}


def _stacked(chart: Chart) -> Json:
    """Teams draws each bar as parts of its own whole, so that one of nothing has no bar."""
    data = [
        {"title": label, "data": _parts(chart, at)}
        for at, (label, total) in enumerate(zip(chart.labels, figures.totals(chart), strict=True))
        if total
    ]
    return {"type": "Chart.HorizontalBar.Stacked", "data": data, **OTHERWISE}


def _parts(chart: Chart, at: int) -> list[Json]:
    return [
        {"legend": series.name, "value": series.values[at], "color": colour}
        for series, colour in zip(chart.series, COLOURS, strict=False)
    ]

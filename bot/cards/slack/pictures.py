"""Charts as Slack's own block, which not every workspace takes: so each can be left out again."""

from bot.cards import figures
from bot.cards.model import Chart
from bot.cards.words import Json, shortened

KIND = "data_visualization"
# In one message or home tab.
MOST = 2
BARS, SERIES = 20, 6
TITLE, NAME, AXIS = 50, 20, 50


def picture(chart: Chart) -> Json | None:
    """None where Slack's block could not show all of it; the words stand beside it in any case."""
    labels = figures.fitted(chart.labels, NAME)
    names = figures.fitted([series.name for series in chart.series], NAME)
    if not (labels and names and chart.title.strip() and figures.can_be_drawn(chart, BARS, SERIES)):
        return None
    series = [
        {"name": name, "data": _points(labels, one.values)}
        for name, one in zip(names, chart.series, strict=True)
    ]
    axes = {"categories": labels, "y_label": shortened(chart.unit[1].capitalize(), AXIS)}
    bars = {"type": "bar", "series": series, "axis_config": axes}
    return {"type": KIND, "title": shortened(chart.title, TITLE), "chart": bars}


def _points(labels: list[str], values: tuple[int, ...]) -> list[Json]:
    return [{"label": label, "value": value} for label, value in zip(labels, values, strict=True)]


def without(asked: Json) -> Json | None:
    """A message or view as it was asked of Slack, in its words alone; None: there is no picture in it."""
    if isinstance(view := asked.get("view"), dict):
        bare = without(view)
        return asked | {"view": bare} if bare else None
    blocks = asked.get("blocks", [])
    kept = left(blocks)
    return asked | {"blocks": kept} if len(kept) < len(blocks) else None


def left(blocks: list[Json]) -> list[Json]:
    """The blocks without their pictures."""
    return [block for block in blocks if block.get("type") != KIND]

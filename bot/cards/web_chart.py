"""A chart as a page draws it: where each line of words and each bar stands, in ems and per cent.

So it takes the width that there is and the size of the text round it, with no style of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.cards import figures
from bot.cards.model import Chart
from bot.cards.words import pieces

# Longer lists are read rather than looked at; there are so many patterns.
BARS, SERIES = 20, 4
# So many letters find room on a phone.
LINE = 38
LINE_HEIGHT, BAR, GAP = 1.4, 1.0, 0.7
# From a line's top to where its letters stand.
BASELINE = 1.1


@dataclass(frozen=True, slots=True)
class Part:
    """One series' share of a bar, in per cent of the width."""

    series: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """Lines of words, each at its height, and what stands at `y`: a bar, or the key of a series."""

    lines: tuple[tuple[float, str], ...]
    y: float
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """`said`: the same in words. Where nothing can be drawn it stands alone."""

    title: str
    said: list[str]
    bars: tuple[Bar, ...] = ()
    legend: tuple[Bar, ...] = ()
    height: float = 0

    @property
    def is_picture(self) -> bool:
        return bool(self.bars)


def drawn(chart: Chart) -> Drawn:
    said = figures.lines(chart)
    if not figures.can_be_drawn(chart, BARS, SERIES):
        return Drawn(chart.title, said)
    bars, y = [], 0.0
    for at, line in enumerate(said):
        lines = tuple(_lines(line, y))
        below = _em(y + len(lines) * LINE_HEIGHT + 0.2)
        bars.append(Bar(lines, below, tuple(_parts(chart, at))))
        y = _em(below + BAR + GAP)
    legend = []
    for series in chart.series if len(chart.series) > 1 else ():
        lines = tuple(_lines(series.name, y))
        legend.append(Bar(lines, _em(y + 0.3)))
        y = _em(y + len(lines) * LINE_HEIGHT)
    return Drawn(chart.title, said, tuple(bars), tuple(legend), y)


def _lines(said: str, y: float) -> Iterator[tuple[float, str]]:
    for number, line in enumerate(pieces(said, LINE)):
        yield _em(y + number * LINE_HEIGHT + BASELINE), line


def _parts(chart: Chart, at: int) -> Iterator[Part]:
    longest, before = max(figures.totals(chart)), 0
    for number, series in enumerate(chart.series):
        count = series.values[at]
        if count:
            yield Part(number, _em(before * 100 / longest), _em(count * 100 / longest))
        before += count


def _em(value: float) -> float:
    return round(value, 2)

"""The year at a glance as a page of the web: a picture that prints on A4, and a list for a small screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import jinja2

from bot.documents.year import Dated, Glance, GroupRows, SchoolRow
from bot.documents.year_picture import (
    LETTERS,
    SHAPES,
    WIDTH,
    Drawing,
    bands,
    drawing,
    middle,
    months,
)
from bot.language.say import full, short, span
from bot.rules.milestones import Kind
from bot.rules.year import holidays, terms_known

PAGES = jinja2.Environment(
    loader=jinja2.PackageLoader("bot", "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
PAGES.filters["full"] = full
PAGES.filters["short"] = short
NO_TERMS = (
    "The term dates of this year are not known yet. Monday to Friday count as school days, except for bank "
    "holidays."
)


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the legend."""

    shape: str
    letters: str
    what: str


@cache
def style() -> str:
    return files("bot").joinpath("templates", "year", "year.css").read_text("utf-8")


def year_page(glance: Glance, named: Sequence[tuple[Kind, str]]) -> str:
    """The whole page; nothing in it is loaded or runs. `named`: what each milestone is called."""
    year = glance.year
    return PAGES.get_template("year/year.html").render(
        glance=glance,
        groups=[(group, [drawn(school, glance) for school in group.schools]) for group in glance.groups],
        months=months(year),
        bands=bands(glance.calendar, year),
        today=middle(year, glance.today) if glance.today in year else None,
        width=WIDTH,
        keys=[Key(SHAPES[kind], LETTERS[kind], what) for kind, what in named],
        closed=closed(glance),
        no_terms="" if terms_known(glance.calendar, year) else NO_TERMS,
        differing=[school.name for _, school in schools(glance) if school.calendar != glance.calendar],
        beyond=any(each.step.on not in year for each in steps(glance)),
        when=when,
        style=style(),
    )


def drawn(school: SchoolRow, glance: Glance) -> tuple[SchoolRow, Drawing]:
    return school, drawing(school, glance.year)


def schools(glance: Glance) -> Sequence[tuple[GroupRows, SchoolRow]]:
    return [(group, school) for group in glance.groups for school in group.schools]


def steps(glance: Glance) -> Iterator[Dated]:
    for _, school in schools(glance):
        for review in school.reviews:
            yield from review.steps


def closed(glance: Glance) -> Sequence[str]:
    """The consortium's holidays, by name and days."""
    return [f"{one.name}, {span(one.starts, one.ends)}" for one in holidays(glance.calendar, glance.year)]


def when(each: Dated) -> str:
    """The day, or the days that are offered; short enough for a phone."""
    step = each.step
    last = f"{short(step.on)} {step.on.year}"
    return f"{short(step.opens)} to {last}" if step.opens and step.opens != step.on else last

"""Samples of the timetable of a review day, and of what is told of it."""

from collections.abc import Sequence
from datetime import time

from bot.cards import day as say
from bot.cards import day_form as form
from bot.cards import day_news as told
from bot.language.day_rows import as_text, read
from bot.rules.day import LONGEST_ROW, MOST_ROWS, DayRow, RowChange
from bot.rules.roles import Answer
from storage import days
from storage.models import DayTimetable, Person, Review
from tests.samples import made
from tests.samples.registry import Three, samples

USUAL = "8.30 Welcome, Hall\n9.15–10 Phonics, Year 1, with KM\n10.30 Learning walk, with Priya\nnoon Lunch"
USUAL_ROWS = read(USUAL).rows
ONE = USUAL_ROWS[:1]


def long_row(number: int) -> DayRow:
    starts, ends = time(7 + number // 6, number % 6 * 10), time(7 + number // 6, number % 6 * 10 + 9)
    third = (LONGEST_ROW - 12) // 3
    return DayRow(starts, ends, *(made.filled(f"{part} {made.HOSTILE}", third) for part in "abc"))


ROWS = tuple(long_row(n) for n in range(MOST_ROWS))
OTHERS = tuple(DayRow(row.starts, None, row.place, row.activity, row.with_whom) for row in ROWS)


def kept(
    review: Review,
    *,
    given: Sequence[DayRow] = (),
    draft: Sequence[DayRow] = (),
    by: Person = made.PRIYA,
) -> DayTimetable:
    one = DayTimetable(id=review.id, review=review, version=review.id, by=by, at=made.NOW)
    one.typed = as_text(draft or given)
    one.slots = [*days.slots(given, final=True), *days.slots(draft, final=False)]
    one.final_at, one.final_by = (made.NOW, by) if given else (None, None)
    return one


@samples(say.show)
def show() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    by = made.LONG_PERSON
    everything = say.May(writes=True, hands=True, helper=by.name)
    both = kept(longest, given=OTHERS, draft=ROWS, by=by)
    return Three(
        say.show(tiny, None, say.May()),
        say.show(
            usual, kept(usual, given=USUAL_ROWS), say.May(writes=True), said="Sent. The review team is told."
        ),
        say.show(longest, both, everything, warning=say.changed_since(by.name)),
    )


@samples(say.status)
def status() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    return Three(
        say.status(tiny, None),
        say.status(usual, kept(usual, given=USUAL_ROWS)),
        say.status(longest, kept(longest, given=ROWS, by=made.LONG_PERSON)),
    )


@samples(form.ask)
def ask() -> Three:
    said = form.changed_meanwhile(made.LONG_PERSON.name)
    problems = read("\n".join("x" * LONGEST_ROW for _ in range(MOST_ROWS))).problems
    return Three(
        form.ask(made.tiny(), 0),
        form.ask(made.usual(), 3, value=f"{USUAL}\nLunch", problems=read("Lunch").problems),
        form.ask(made.longest(), made.BIG, value=made.TYPED, problems=problems, said=said, theirs=ROWS),
    )


@samples(form.please)
def please() -> Three:
    return Three(
        form.please(made.tiny(), 0),
        form.please(made.usual(), 3, value=USUAL),
        form.please(made.longest(), made.BIG, value=made.TYPED),
    )


@samples(told.has_it)
def has_it() -> Three:
    return Three(
        told.has_it(made.tiny(), "Jo", ONE),
        told.has_it(made.usual(), "Priya Nair", USUAL_ROWS),
        told.has_it(made.longest(), made.LONG_PERSON.name, ROWS),
    )


@samples(told.sent)
def sent() -> Three:
    return Three(
        told.sent(made.tiny(), "Jo", ONE),
        told.sent(made.usual(), "Priya Nair", USUAL_ROWS),
        told.sent(made.longest(), made.LONG_PERSON.name, ROWS),
    )


@samples(told.changed)
def changed() -> Three:
    first, second, third, _ = USUAL_ROWS
    few = [RowChange(None, first), RowChange(second, None), RowChange(third, second)]
    lines = [RowChange(was, now) for was, now in zip(OTHERS, ROWS, strict=True)][: told.MOST_LINES]
    return Three(
        told.changed(made.tiny(), "Jo", few[:1], ONE),
        told.changed(made.usual(), "Priya Nair", few, USUAL_ROWS),
        told.changed(made.longest(), made.LONG_PERSON.name, lines, ROWS),
    )


@samples(told.taken_back)
def taken_back() -> Three:
    return Three(
        told.taken_back(made.tiny(), "Jo"),
        told.taken_back(made.usual(), "Priya Nair"),
        told.taken_back(made.longest(), made.LONG_PERSON.name),
    )


@samples(told.details)
def details() -> Three:
    names = [made.LONG_PERSON.name] * 3
    coming = made.with_team(made.longest(team=[]), made.LONG_TEAM, made.LONG_CHAMPIONS, Answer.ACCEPTED)
    return Three(
        told.details(made.tiny(), [], told.Morning()),
        told.details(made.usual(), ["Priya Nair"], told.Morning(USUAL_ROWS)),
        told.details(coming, names, told.Morning(ROWS)),
    )

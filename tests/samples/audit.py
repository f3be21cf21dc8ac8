"""Samples of the audit proforma as people see it, and of what is asked for it."""

from bot.cards import audit as say
from bot.cards import audit_forms as forms
from bot.cards import audit_news as told
from bot.cards import audit_part as part
from bot.cards.audit import Asked, Returned, View
from bot.cards.audit_forms import Typed
from bot.cards.problems import Problem
from bot.rules.audit import (
    COLUMNS,
    LONGEST_PRESENT,
    LONGEST_WORDS,
    OF_THE_CHAMPIONS,
    OF_THE_TEAM,
    Column,
    Line,
    Said,
)
from bot.rules.papers import AuditLine
from tests.samples import made
from tests.samples.registry import Three, samples

LONG_WORDS = made.filled(made.HOSTILE + "Reading is taught well. ", LONGEST_WORDS)
LONG_PRESENT = made.filled(f"{made.HOSTILE}\n", LONGEST_PRESENT)
BEN = Said("How reading is taught", 4, "Ben Hartley", made.NOW)
MANY = 40
RETURNED = Returned(7, "Priya Nair", made.NOW, 1)
LONG_RETURNED = Returned(made.BIG, made.LONG_PERSON.name, made.NOW, made.BIG, changed=True)


def empty() -> list[Line]:
    return [Line(line) for line in AuditLine]


def usual() -> list[Line]:
    some = {
        AuditLine.REVIEW: Line(AuditLine.REVIEW, "Siân Whitcombe and Ben Hartley", made.DAY),
        AuditLine.KEY_AREAS: Line(AuditLine.KEY_AREAS, words=(Said("Phonics", name="the meeting"), BEN)),
    }
    return [some.get(line, Line(line)) for line in AuditLine]


def longest() -> list[Line]:
    words = tuple(Said(LONG_WORDS, n, made.LONG_PERSON.name, made.NOW) for n in range(MANY))
    return [Line(line, LONG_PRESENT, made.LONG_DAY, words) for line in AuditLine]


@samples(say.show)
def show() -> Three:
    review = made.usual()
    due, long_name = made.LONG_DAY, made.LONG_PERSON.name
    asked = [Asked("Chidi Eze", made.NOW)]
    everyone = [Asked(one.name, made.NOW) for one in (*made.LONG_TEAM, *made.LONG_CHAMPIONS)]
    most = View(
        made.longest(), [*longest(), Line(AuditLine.VISIT)], due, everyone, LONG_RETURNED, to_ask=True
    )
    return Three(
        say.show(View(made.tiny(), empty()[:1], due, open=False)),
        say.show(View(review, usual(), due, asked, to_ask=True), said=say.who_was_asked(["Chidi Eze"])),
        say.show(most, 0, said=say.who_was_asked([long_name] * 9), warning=made.REASON),
    )


@samples(part.own_part)
def own_part() -> Three:
    pairs = zip(empty(), OF_THE_TEAM.values(), strict=False)
    team = [row for line, columns in pairs for row in part.own(line, columns, ())]
    columns, words = (Column.PRESENT, Column.DATED, Column.WORDS), [LONG_WORDS] * MANY
    row = [row for line in longest()[:2] for row in part.own(line, columns, words)]
    everything = {"wrote": True, "visits": True}
    return Three(
        part.own_part(made.tiny(), team[:1], None, open=False),
        part.own_part(made.usual(), team, RETURNED, visits=True),
        part.own_part(
            made.longest(), row, LONG_RETURNED, 3, **everything, said=made.REASON, warning=made.REASON
        ),
    )


@samples(part.status)
def status() -> Three:
    return Three(
        part.status(made.tiny(), made.DAY, None),
        part.status(made.usual(), made.DAY, RETURNED, reads=True),
        part.status(made.longest(), made.LONG_DAY, LONG_RETURNED, reads=True),
    )


def problems(*lines: AuditLine) -> dict[str, Problem]:
    words = {line.value: Problem("Please keep this to 2,000 characters.") for line in lines}
    return {
        **words,
        forms.PRESENT: Problem("Please keep this to 500 characters."),
        forms.DAY: Problem("Which day do you mean?", made.days_of(3)),
    }


@samples(forms.ask_mine)
def ask_mine() -> Three:
    lines = OF_THE_CHAMPIONS
    words = dict.fromkeys(lines, made.TYPED)
    typed = Typed(made.filled(made.HOSTILE, 200), made.TYPED, words, frozenset(lines))
    said = forms.changed_meanwhile(made.LONG_PERSON.name, made.NOTE)
    usual = Typed("2017-12-07", "Ben Hartley", {AuditLine.KEY_AREAS: "How reading is taught"})
    version = f"{made.BIG}.{made.BIG}"
    wrong = problems(*lines)
    return Three(
        forms.ask_mine(made.tiny(), {AuditLine.KEY_AREAS: (Column.WORDS,)}, Typed(), version="0.0"),
        forms.ask_mine(made.usual(), OF_THE_TEAM, usual, version="1.2"),
        forms.ask_mine(made.longest(), lines, typed, version=version, problems=wrong, said=said),
    )


@samples(forms.ask_line)
def ask_line() -> Three:
    visit = AuditLine.VISIT
    typed = Typed(made.filled(made.HOSTILE, 200), made.TYPED, {visit: made.TYPED}, frozenset({visit}))
    said = forms.changed_meanwhile(made.LONG_PERSON.name, made.NOTE)
    data, columns = AuditLine.DATA, COLUMNS
    return Three(
        forms.ask_line(made.tiny(), AuditLine.KEY_AREAS, (Column.WORDS,), Typed(), version="0.0"),
        forms.ask_line(
            made.usual(), data, columns[data], Typed("2017-11-23", "Priya Nair"), version="1.0", own=True
        ),
        forms.ask_line(
            made.longest(),
            visit,
            columns[visit],
            typed,
            version=f"{made.BIG}.{made.BIG}",
            own=True,
            problems=problems(visit),
            said=said,
        ),
    )


@samples(told.asked)
def asked() -> Three:
    return Three(
        told.asked(made.tiny(), "Jo", (AuditLine.REVIEW,)),
        told.asked(made.usual(), "Priya Nair", tuple(OF_THE_TEAM)),
        told.asked(made.longest(), made.LONG_PERSON.name, tuple(OF_THE_CHAMPIONS), visits=True),
    )


@samples(told.answered)
def answered() -> Three:
    return Three(told.answered(made.tiny()), told.answered(made.usual()), told.answered(made.longest()))


@samples(told.returned)
def returned() -> Three:
    return Three(told.returned(made.tiny()), told.returned(made.usual()), told.returned(made.longest()))


@samples(told.has_answered)
def has_answered() -> Three:
    return Three(
        told.has_answered(made.tiny(), "Al", (AuditLine.DATA,), added=True),
        told.has_answered(made.usual(), "Chidi Eze", (AuditLine.VISIT, AuditLine.DATA), added=False),
        told.has_answered(made.longest(), made.LONG_PERSON.name, tuple(AuditLine), added=True),
    )

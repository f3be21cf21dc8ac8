"""Samples of the weekly digests, and of what goes with the Management Group's."""

from collections.abc import Sequence
from datetime import date

from bot.cards import digest as say
from bot.cards import digest_management, digest_notes
from bot.cards.digest_management import Everything, Note
from bot.cards.digest_notes import About
from bot.language.commands import linking
from bot.rules.calendar import Span
from bot.rules.digest import PASSED_ON, Actions, Dated, Papers, Rate
from bot.rules.digest_figures import GroupFigures, SchoolFigures
from bot.rules.findings import LONGEST
from bot.rules.milestones import Kind
from bot.rules.roles import TeamPart
from bot.rules.stage import Stage
from storage.models import Group, LeadNote, LeadQuestion, Person
from tests.samples import made
from tests.samples.registry import Three, samples

MONDAY, UNTIL = date(2017, 12, 11), date(2017, 12, 29)
HOLIDAY = Span(date(2017, 12, 21), date(2018, 1, 3), "Christmas holiday")
LONG_HOLIDAY = Span(date(2017, 12, 21), date(2018, 1, 3), made.filled("Christmas & ", 150))
WORDS = made.filled(made.HOSTILE + "Two schools ask for later dates.\n", LONGEST)
QUIET = SchoolFigures("Oak Primary School", booked=False)
DONE = (*(kind.value for kind in Kind), "visit", *["action"] * 30)
OAK = SchoolFigures(
    "Oak Primary School",
    week=(Dated("timetable", date(2017, 12, 11), by=True), Dated("review", date(2017, 12, 12))),
    fortnight=(Dated("workshop", date(2017, 12, 20)),),
    late=1,
    stages=(Stage.PREPARING,),
    rate=Rate(1, 2),
)
ELM = SchoolFigures(
    "Elm Primary School",
    wanted={TeamPart.CHAMPION: 1},
    completed=("summary", "review", "action"),
    actions=Actions(6, 3, 1, 1),
    stages=(Stage.WORKSHOP_BOOKED,),
    rate=Rate(3, 3),
    papers={PASSED_ON[0]: Papers(1, 0), PASSED_ON[1]: Papers(0, 1)},
    sent=3,
)


def group(number: int, schools: Sequence[SchoolFigures], name: str = "", **more: object) -> GroupFigures:
    named = name or made.school(number).name
    figures = GroupFigures(number, named, MONDAY, UNTIL, schools, made.LONG_PERSON.name, LONG_HOLIDAY)
    return GroupFigures(**{**vars(figures), **more})


def long_school(number: int) -> SchoolFigures:
    """Everything at once, and two of each that may be on one day."""
    days = [Dated(kind.value, made.LONG_DAY, by=True) for kind in Kind if kind is not Kind.FEEDBACK]
    return SchoolFigures(
        made.school(number).name,
        week=(*days, Dated("visit", made.LONG_DAY)),
        fortnight=(*days, Dated("visit", made.LONG_DAY)),
        wanted=dict.fromkeys(TeamPart, 12),
        has_head=False,
        late=99,
        old=99,
        completed=DONE,
        actions=Actions(900, 300, 300, 200),
        stages=tuple(Stage),
        rate=Rate(99, 100),
        papers=dict.fromkeys(PASSED_ON, Papers(99, 99)),
        sent=99,
        booked=False,
    )


TINY = GroupFigures(1, "A", MONDAY, UNTIL, (SchoolFigures("Oak"),))
USUAL = GroupFigures(2, "Collaborative Group 2", MONDAY, UNTIL, (OAK, ELM, QUIET), "Kate Moore", HOLIDAY)
LONG = group(made.BIG, [long_school(made.BIG - n) for n in range(40)])


@samples(say.group)
def group_digest() -> Three:
    return Three(say.group(TINY), say.group(USUAL), say.group(LONG, 1))


@samples(say.counts)
def counts() -> Three:
    return Three(say.counts(TINY), say.counts(USUAL), say.counts(LONG))


@samples(say.empty)
def empty() -> Three:
    return Three(say.empty("A"), say.empty(USUAL.name), say.empty(LONG.name))


@samples(say.no_channel)
def no_channel() -> Three:
    return Three(
        say.no_channel("A", 1, linking("slack")),
        say.no_channel(USUAL.name, 2, linking("slack")),
        say.no_channel(LONG.name, made.BIG, linking("teams")),
    )


@samples(say.which)
def which() -> Three:
    many = [(made.BIG - n, made.school(n).name) for n in range(40)]
    return Three(
        say.which([(1, "A")]),
        say.which([(2, USUAL.name), (3, "Collaborative Group 3")], all_groups=True),
        say.which(many, 2, all_groups=True),
    )


@samples(digest_management.management)
def management() -> Three:
    notes = {2: Note("Kate Moore", "Oak has asked for a later date.")}
    long = [group(made.BIG - n, LONG.schools) for n in range(40)]
    long_notes = {one.id: Note(made.LONG_PERSON.name, WORDS) for one in long}
    return Three(
        digest_management.management(Everything(MONDAY, ())),
        digest_management.management(Everything(MONDAY, (USUAL, TINY), notes)),
        digest_management.management(Everything(MONDAY, long, long_notes), 1),
    )


def about(number: int) -> About:
    return About(number, MONDAY, number, stands=True)


@samples(digest_notes.note_form)
def note_form() -> Three:
    form = digest_notes.note_form
    return Three(
        form("A", About(1, MONDAY)),
        form(USUAL.name, about(2), value="Oak has asked for a later date."),
        form(LONG.name, about(made.BIG), value=made.TYPED, error="Too long", said=WORDS),
    )


@samples(digest_notes.note_saved)
def note_saved() -> Three:
    saved = digest_notes.note_saved
    return Three(
        saved("A", about(1), ""),
        saved(USUAL.name, about(2), "Oak has asked for a later date."),
        saved(LONG.name, about(made.BIG), WORDS),
    )


def lead_note(by: Person, words: str) -> LeadNote:
    return LeadNote(id=1, number=1, words=words, by=by)


@samples(digest_notes.note)
def note() -> Three:
    shown = digest_notes.note
    return Three(
        shown("A", about(1), None, writes=True),
        shown(USUAL.name, about(2), lead_note(made.KATE, "Oak has asked for a later date."), writes=False),
        shown(LONG.name, about(made.BIG), lead_note(made.LONG_PERSON, WORDS), writes=False),
    )


def question(number: int, name: str, by: Person, words: str, answer: str = "") -> LeadQuestion:
    group = Group(id=number, key=f"g{number}", name=name)
    asked = LeadQuestion(id=number, group=group, group_id=number, week=MONDAY, person=by, words=words)
    asked.answer, asked.answered_by, asked.version = answer, by if answer else None, number
    return asked


ASKED = question(1, "A", made.person(1, "Jo"), "When?")
USUAL_ASKED = question(7, USUAL.name, made.PRIYA, "Which date does Oak want?", "The end of January")
LONG_ASKED = question(made.BIG, LONG.name, made.LONG_PERSON, WORDS, WORDS)


@samples(digest_notes.question_form)
def question_form() -> Three:
    form = digest_notes.question_form
    return Three(
        form("A", About(1, MONDAY)),
        form(USUAL.name, about(2), asked=USUAL_ASKED, value=USUAL_ASKED.words),
        form(LONG.name, about(made.BIG), asked=LONG_ASKED, value=made.TYPED, error="Too long", said=WORDS),
    )


@samples(digest_notes.question)
def asked() -> Three:
    shown = digest_notes.question
    return Three(shown(ASKED), shown(USUAL_ASKED, "Saved."), shown(LONG_ASKED, made.REASON))


@samples(digest_notes.queried)
def queried() -> Three:
    return Three(*(digest_notes.queried(one) for one in (ASKED, USUAL_ASKED, LONG_ASKED)))


@samples(digest_notes.answer_form)
def answer_form() -> Three:
    form = digest_notes.answer_form
    return Three(
        form(ASKED),
        form(USUAL_ASKED, value=USUAL_ASKED.answer),
        form(LONG_ASKED, value=made.TYPED, error="Too long", said=WORDS),
    )


@samples(digest_notes.answered)
def answered() -> Three:
    return Three(*(digest_notes.answered(one) for one in (ASKED, USUAL_ASKED, LONG_ASKED)))

"""Samples of the feedback: recorded, corrected, and what is told of it."""

from bot.cards import feedback as say
from bot.cards import feedback_forms as forms
from bot.cards.feedback import May
from bot.cards.feedback_forms import Typed
from bot.cards.problems import Problem
from bot.handlers.feedback import LONGEST_NAMES
from bot.rules.milestones import Kind
from storage import milestones
from storage.models import Feedback, FeedbackAttendance, Person
from tests.samples import made
from tests.samples.registry import Three, samples

NAMES = made.filled(made.HOSTILE + "\n", LONGEST_NAMES)
USUAL = ((made.PRIYA.id, made.PRIYA.name), *((one.id, one.name) for one in made.USUAL_TEAM))
LONGEST = (*made.LONG_TEAM, *made.LONG_CHAMPIONS, made.LONG_PERSON)
EVERYTHING = May(record=True, invite=True, workshop=True, summary=True)


def feedback(
    by: Person, present: tuple[Person, ...] = (), names: str = "", *, given: bool = True
) -> Feedback:
    kept = Feedback(given_on=made.DAY if given else None, others=names, governors=names, by=by, at=made.NOW)
    kept.present = [FeedbackAttendance(person=one, person_id=one.id) for one in present]
    return kept


LONG = feedback(made.LONG_PERSON, LONGEST, NAMES)


@samples(say.show)
def show() -> Three:
    usual = feedback(made.KATE, made.USUAL_TEAM, "Jo Bloggs\nSam Reed")
    return Three(
        say.show(made.tiny(), None, May()),
        say.show(made.usual(), usual, May(record=True), said="Recorded."),
        say.show(made.longest(), LONG, EVERYTHING, said="Saved.", warning=made.REASON),
    )


@samples(say.in_part)
def in_part() -> Three:
    return Three(
        say.in_part(made.tiny(), None),
        say.in_part(made.usual(), feedback(made.KATE, given=False)),
        say.in_part(made.longest(), feedback(made.LONG_PERSON, given=False)),
    )


@samples(forms.ask)
def ask() -> Three:
    names = tuple((one.id, one.name) for one in LONGEST)
    problems = {
        "day": Problem("Which day do you mean?", made.days_of(3)),
        "present": Problem("Please say who was present."),
        "others": Problem("Please keep this to 1,000 characters."),
        "governors": Problem("Please keep this to 1,000 characters."),
    }
    everyone = tuple(str(number) for number, _ in names)
    typed = Typed(made.filled(made.HOSTILE, 200), everyone, made.TYPED, made.TYPED)
    said = forms.changed_meanwhile(made.LONG_PERSON.name, LONG)
    return Three(
        forms.ask(made.tiny(), Typed(), ((2, "Al"),), version=0),
        forms.ask(made.usual(), Typed("2017-12-07", ("2", "3"), "Jo Bloggs"), USUAL, version=7),
        forms.ask(made.longest(), typed, names, version=made.BIG, problems=problems, said=said),
    )


@samples(forms.ask_invited)
def ask_invited() -> Three:
    said = forms.changed_meanwhile(made.LONG_PERSON.name, LONG)
    problems = {"others": Problem("Please keep this to 1,000 characters.")}
    return Three(
        forms.ask_invited(made.tiny(), value="", version=0),
        forms.ask_invited(made.usual(), value="Jo Bloggs", version=7),
        forms.ask_invited(made.longest(), value=made.TYPED, version=made.BIG, problems=problems, said=said),
    )


@samples(say.given)
def given() -> Three:
    longest = made.longest()
    milestones.of(longest, Kind.WORKSHOP).agreed = None
    return Three(
        say.given(made.tiny(), made.DAY, champion=False),
        say.given(made.usual(), made.DAY, champion=False),
        say.given(longest, made.LONG_DAY, champion=True),
    )

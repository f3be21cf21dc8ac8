"""Samples of what is said when a part is handed to someone at the school."""

from bot.cards import handing_over as say
from bot.rules.milestones import Kind
from storage.models import HandedOver, Person, Review
from tests.samples import made
from tests.samples.registry import Three, samples

BY = "by Thursday 23 November 2017"
BY_LONGEST = "by Wednesday 22 November 2017, 16:00"


def handed(review: Review, part: Kind, to: Person) -> HandedOver:
    return HandedOver(id=made.BIG, review=review, part=part.value, person=to, by=to, at=made.NOW)


@samples(say.ask)
def ask() -> Three:
    longest = made.longest()
    to = handed(longest, Kind.TIMETABLE, made.LONG_PERSON)
    said = say.changed_meanwhile(Kind.TIMETABLE, to)
    known = {"value": made.TYPED, "error": made.REASON, "said": said}
    return Three(
        say.ask(made.tiny(), Kind.PACK, made.small_picker()[:1], None),
        say.ask(made.usual(), Kind.PACK, made.small_picker(), None, value=str(made.USUAL_TEAM[0].id)),
        say.ask(longest, Kind.TIMETABLE, made.pickers(), to, **known),
    )


@samples(say.please)
def please() -> Three:
    return Three(
        say.please(made.tiny(), Kind.PACK, "Jo", BY),
        say.please(made.usual(), Kind.PACK, "Priya Nair", BY),
        say.please(made.longest(), Kind.TIMETABLE, made.LONG_PERSON.name, BY_LONGEST),
    )


@samples(say.no_longer)
def no_longer() -> Three:
    return Three(
        say.no_longer(made.tiny(), Kind.PACK),
        say.no_longer(made.usual(), Kind.PACK),
        say.no_longer(made.longest(), Kind.TIMETABLE),
    )

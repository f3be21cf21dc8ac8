"""Samples of what is said about the action plan."""

from bot.cards import plan as say
from bot.cards import plan_forms as forms
from bot.cards.plan import Counts, Draft
from bot.cards.plan_forms import Typed
from bot.cards.plan_words import columns
from bot.cards.problems import Problem
from bot.language.action_timing import marks
from storage import plans as stored
from storage.models import Change
from tests.samples import made, plans
from tests.samples.registry import Three, samples

SUPPORT = ("a", "b", "c")
FEW = marks(["asap", "ongoing", "termly"])
MARKS = marks(str(number) for number in range(40))
WRONG = {
    "action": Problem("Please keep this to 600 characters."),
    "day": Problem("Do you mean one of these?", made.days_of(3)),
    "owner": Problem("Please keep this to 100 characters."),
    "support": Problem("Please choose among these."),
    "comments": Problem("Please keep this to 600 characters."),
}
LONG = Typed(made.TYPED, made.NOTE, made.NOTE, SUPPORT, made.TYPED)
USUAL = Typed("Pair reading in Year 3", "2018-03-30", "Tom", ("a",), "Holly Lane can show how")

PASTED = Change(id=made.BIG, now={"rows": [{}] * plans.MANY})
UNDO = say.undo(made.usual(), PASTED)


@samples(say.draft)
def draft() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    many = plans.longest(longest)
    sent = plans.paper(longest, made.BIG)
    whole = Draft(longest, many, made.LONG_DAY, plans.AFTER, sent, changed=True, out=plans.MANY)
    return Three(
        say.draft(Draft(tiny, (), made.DAY, made.TODAY)),
        say.draft(
            Draft(usual, plans.usual(usual), made.DAY, made.TODAY), said="3 actions are added.", undo=UNDO
        ),
        say.draft(whole, 2, said="Saved.", warning=made.REASON, put_back=many[0], undo=UNDO),
    )


@samples(say.taken_out)
def taken_out() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    return Three(
        say.taken_out(tiny, ()),
        say.taken_out(usual, plans.usual(usual)),
        say.taken_out(longest, plans.longest(longest), 2),
    )


@samples(say.status)
def status() -> Three:
    longest = made.longest()
    counts = Counts(3 * made.BIG, made.BIG, made.BIG, made.BIG)
    return Three(
        say.status(made.tiny(), made.DAY, None, None),
        say.status(made.usual(), made.DAY, plans.paper(made.usual()), Counts(6, 1, 2, 0)),
        say.status(longest, made.LONG_DAY, plans.paper(longest), counts),
    )


@samples(say.not_yet)
def not_yet() -> Three:
    return Three(
        say.not_yet(made.tiny(), None, sent=False),
        say.not_yet(made.usual(), made.DAY, sent=False),
        say.not_yet(made.longest(), made.LONG_DAY, sent=True),
    )


@samples(forms.ask_lines)
def ask_lines() -> Three:
    problems = [f"Line {n}: “ongoing” will be hard to come back to." for n in range(40)]
    asked = marks(["asap"])
    return Three(
        forms.ask_lines(made.tiny()),
        forms.ask_lines(made.usual(), value="Train | asap", problems=problems[:1], asked=asked, sure=True),
        forms.ask_lines(made.longest(), value=made.TYPED, problems=problems, asked=MARKS),
    )


@samples(forms.ask_one)
def ask_one() -> Three:
    return Three(
        forms.ask_one(made.tiny(), Typed()),
        forms.ask_one(made.usual(), USUAL),
        forms.ask_one(made.longest(), LONG, problems=WRONG, asked=FEW),
    )


@samples(forms.ask_change)
def ask_change() -> Three:
    tiny, usual, longest = made.tiny(), made.usual(), made.longest()
    first, long = plans.usual(usual)[0], plans.long(1, longest)
    entry = stored.entry_of(long)
    said = forms.changed_meanwhile(made.LONG_PERSON.name, f"{entry.action}\n{columns(entry)}")
    return Three(
        forms.ask_change(tiny, plans.short(tiny), Typed("Train all staff"), since=0),
        forms.ask_change(usual, first, USUAL, since=3),
        forms.ask_change(longest, long, LONG, since=made.BIG, problems=WRONG, asked=FEW, said=said),
    )

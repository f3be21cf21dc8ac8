"""The champions write actions down: several at once, a line each, or one with its columns."""

from bot.cards import plan as say_plan
from bot.cards import plan_forms as say
from bot.cards.model import Card
from bot.cards.plan_forms import Typed
from bot.cards.plan_words import columns, lacks
from bot.cards.problems import Problem
from bot.handlers.plan import page_of
from bot.handlers.plan_access import draft, item_in, writing
from bot.handlers.proposals import too_long
from bot.language import action_lines, action_timing, names
from bot.language.action_lines import Row
from bot.language.action_timing import Timed, Vague, Wrong
from bot.language.names import Exact
from bot.router import Turn, id_in, on
from bot.rules.actions import LONGEST, LONGEST_NAME, Entry
from bot.rules.papers import Support
from storage import actions, plans, standing
from storage.booking import By
from storage.models import Change, PlanItem, Review

MOST_TYPED = 20_000
TOUCHED = (plans.CHANGED, plans.REMOVED, plans.PUT_BACK, actions.PUT_OFF)
Problems = dict[str, Problem]


@on("plan.ask")
def ask_lines(turn: Turn) -> Card:
    """What was typed as one action comes along."""
    review, _ = writing(turn)
    support = "".join(turn.values("support"))
    typed = (turn.text("action"), turn.text("day"), turn.text("owner"), support, turn.text("comments"))
    line = " | ".join(" ".join(one.split()) for one in typed) if any(typed) else ""
    return say.ask_lines(review, value=line)


@on("plan.add")
def add_lines(turn: Turn) -> Card:
    review, _ = writing(turn)
    text, asked = turn.text("actions"), turn.args.get("asked", "")
    if error := too_long(text, MOST_TYPED):
        return say.ask_lines(review, value=text, problems=[error])
    calendar = turn.directory.calendar(review.school_id)
    read = action_lines.read(text, today=turn.today, review_day=review.day, calendar=calendar, asked=asked)
    if read.problems:
        # What was asked about before need not be asked about again, whatever else is changed.
        marks = ".".join(filter(None, (asked, action_timing.marks(read.vague)))) if read.vague else asked
        sure = len(read.problems) == len(read.vague)
        return say.ask_lines(
            review, value=text, problems=read.problems, asked=action_timing.fitting(marks), sure=sure
        )
    if not read.rows:
        return say.ask_lines(review, value=text, problems=["Please write at least one action."])
    return added(turn, review, [entry_of(turn, review, row) for row in read.rows])


@on("plan.ask_one")
def ask_one(turn: Turn) -> Card:
    review, _ = writing(turn)
    return say.ask_one(review, Typed())


@on("plan.add_one")
def add_one(turn: Turn) -> Card:
    review, _ = writing(turn)
    typed, entry, problems, asked = understood(turn, review)
    if entry is None:
        return say.ask_one(review, typed, problems=problems, asked=asked)
    return added(turn, review, [entry])


def added(turn: Turn, review: Review, entries: list[Entry]) -> Card:
    change = plans.add(turn.session, review, entries, By(turn.person, turn.now))
    many = len(change.now["rows"]) if change else 0
    said = {0: "That is in the plan already.", 1: "The action is added."}.get(
        many, f"{many} actions are added."
    )
    standing = plans.items(turn.session, review.id)
    made = {one["id"] for one in change.now["rows"]} if change else set()
    first = next(one for one in standing if one.id in made or (not made and plans.entry_of(one) in entries))
    undo = say_plan.undo(review, change) if change and many > 1 else None
    new = [(place, plans.entry_of(one)) for place, one in enumerate(standing, 1) if one.id in made]
    return draft(turn, review, page_of(turn, review, first), said=said, warning=lacks(new), undo=undo)


@on("plan.change")
def ask_change(turn: Turn) -> Card:
    review, _ = writing(turn)
    item = item_in(turn, review)
    since = plans.last_id(turn.session, item, TOUCHED)
    return say.ask_change(review, item, as_typed(item), since=since)


@on("plan.save")
def save(turn: Turn) -> Card:
    review, _ = writing(turn)
    item = item_in(turn, review, removed_too=True)
    typed, entry, problems, asked = understood(turn, review, item.timing)
    if item.removed_at:
        # The words are kept: they can be added as an action of their own.
        gone = Problem("This action has been taken out meanwhile. Add it again if it is still wanted.")
        return say.ask_one(review, typed, problems={**problems, "action": gone}, asked=asked)
    if entry and entry == plans.entry_of(item):
        return draft(turn, review, page_of(turn, review, item), said="Saved.")
    latest = plans.last_change(turn.session, item, TOUCHED)
    since = latest.id if latest else 0
    said = meanwhile(turn, item, latest)
    if entry is None or said:
        return say.ask_change(review, item, typed, since=since, problems=problems, asked=asked, said=said)
    plans.rewrite(turn.session, review, item, entry, By(turn.person, turn.now))
    return draft(turn, review, page_of(turn, review, item), said="Saved.")


def meanwhile(turn: Turn, item: PlanItem, latest: Change | None) -> tuple[str, ...]:
    if latest is None or (id_in(turn.args.get("since", "")) or 0) == latest.id:
        return ()
    now = "\n".join(filter(None, (item.action, columns(plans.entry_of(item)))))
    return tuple(say.changed_meanwhile(latest.by.name, now))


def as_typed(item: PlanItem) -> Typed:
    day = item.due.isoformat() if item.due else item.timing
    return Typed(item.action, day, item.owner, tuple(item.support), item.comments)


def understood(turn: Turn, review: Review, accepted: str = "") -> tuple[Typed, Entry | None, Problems, str]:
    """What was typed, the action where nothing is wrong with it, and the marks of what is asked about.

    `accepted`: the words that stand for its deadline already.
    """
    typed = Typed(
        turn.text("action"),
        turn.text("day"),
        turn.text("owner"),
        turn.values("support"),
        turn.text("comments"),
    )
    read = timing_of(turn, review, typed.day, accepted)
    asked = turn.args.get("asked", "")
    timing, problems = action_timing.settled(read, asked), wrong(typed)
    if isinstance(timing, Vague):
        problems["day"] = Problem(timing.asks, timing.days)
        asked = action_timing.fitting(".".join(filter(None, (asked, action_timing.mark(timing.words)))))
    if isinstance(timing, Wrong):
        problems["day"] = Problem(timing.reason[:1].upper() + timing.reason[1:])
    if problems or not isinstance(timing, Timed):
        return typed, None, problems, asked
    support = "".join(one.value for one in Support if one.value in typed.support)
    row = Row(typed.action, timing, typed.owner, support, typed.comments)
    return typed, entry_of(turn, review, row), {}, asked


def timing_of(turn: Turn, review: Review, typed: str, accepted: str) -> action_timing.Timing:
    if "day" in turn.args:
        return action_timing.on(turn.day("day"), review.day)
    calendar, today = turn.directory.calendar(review.school_id), turn.today
    return action_timing.read(typed, today=today, review_day=review.day, calendar=calendar, accepted=accepted)


def wrong(typed: Typed) -> Problems:
    problems = {}
    if not typed.action:
        problems["action"] = Problem("Please write what is to be done.")
    for name, said, most in (
        ("action", typed.action, LONGEST),
        ("owner", typed.owner, LONGEST_NAME),
        ("comments", typed.comments, LONGEST),
    ):
        if error := too_long(said, most):
            problems[name] = Problem(error)
    if not set(typed.support) <= set(Support):
        problems["support"] = Problem("Please choose among these.")
    return problems


def entry_of(turn: Turn, review: Review, row: Row) -> Entry:
    return Entry(
        row.action,
        row.timing.due,
        row.timing.words,
        row.owner,
        known(turn, review, row.owner),
        row.support,
        row.comments,
    )


def known(turn: Turn, review: Review, name: str) -> int | None:
    """Who at the school goes by that name, where it is nobody else’s."""
    if not name:
        return None
    at_school = {
        one.id: (one.name,)
        for one in turn.directory.people.values()
        if one.is_here(turn.today) and review.school_id in standing.own_schools(one, turn.today)
    }
    found = names.exact(name, at_school)
    return found.id if isinstance(found, Exact) else None

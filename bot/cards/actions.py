"""How far the actions of a plan have come: as those see them who may read it, or who deliver some."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards import charts
from bot.cards.common import SAFEGUARDING, told
from bot.cards.model import Button, Card, Chart, Go, Listing, Prose, Row, Text, go
from bot.cards.paging import pages_of
from bot.cards.plan_words import columns, deadline, moved
from bot.cards.problems import NO_PROBLEMS, Problems, day_field, days_meant, error
from bot.cards.review import title
from bot.language.action_words import how_far
from bot.language.say import moment
from bot.rules.actions import is_overdue
from storage.actions import Sent
from storage.models import PlanItem, Review, SentPaper

# With what was asked for as help, each may be two long paragraphs.
A_PAGE = 6
# Of so many actions a picture says more than the list.
A_PICTURE = 3


@dataclass(frozen=True, slots=True)
class Progress:
    """The actions that somebody sees; `acts`: the ids of those whose progress they may tell.

    `whole`: they may read all of the plan, and else see what they deliver themselves.
    """

    review: Review
    paper: SentPaper
    actions: Sequence[Sent]
    acts: frozenset[int]
    today: date
    whole: bool = True


def show(found: Progress, page: int = 0, *, said: str = "", warning: str = "") -> Card:
    review = found.review

    def to(wanted: int) -> Go:
        return go("plan.progress", review=review.id, page=wanted)

    rows = tuple(
        Row(one.entry.action, _detail(one, found.today), _acts(one) if one.item.id in found.acts else ())
        for one in found.actions
    )
    shown, pages = pages_of(rows, page, to, most=A_PAGE)
    paper = Button("The plan as it was sent", go("paper.show", sent=found.paper.id), aside=True)
    see = Button("See the review", go("review.show", review=review.id), aside=True)
    return Card(
        f"{'Action plan' if found.whole else 'Your actions'}: {title(review)}",
        (
            *told(said, warning),
            Text(f"Version {found.paper.number}, sent on {moment(found.paper.at)}.", "muted"),
            *(_how_far(found) if rows[:1] == shown[:1] else ()),
            Listing(shown) if shown else Text("There are no actions in it.", "muted"),
        ),
        (*pages, *((paper, see) if found.whole else ())),
    )


def _how_far(found: Progress) -> tuple[Chart, ...]:
    """Above the first page, for those who see the whole plan."""
    if not found.whole or len(found.actions) < A_PICTURE:
        return ()
    done = sum(one.item.done_at is not None for one in found.actions)
    overdue = sum(_is_overdue(one, found.today) for one in found.actions)
    return (charts.actions(done, overdue, len(found.actions) - done - overdue),)


def _is_overdue(one: Sent, today: date) -> bool:
    return is_overdue(one.entry.due, today, done=one.item.done_at is not None)


def _detail(one: Sent, today: date) -> str:
    late = _is_overdue(one, today)
    was = f"Moved; it was {moved(one.was_due)}." if one.was_due else ""
    return "\n".join(
        filter(None, (columns(one.entry), was, what_came_of(one.item), "Overdue." if late else ""))
    )


def what_came_of(item: PlanItem) -> str:
    """With what is asked for, to those who may read it."""
    said = how_far(item.done_at, item.help_at)
    if not said:
        return ""
    return f"{said}." if item.done_at else f"{said}: {item.help_words}"


def _acts(one: Sent) -> tuple[Button, ...]:
    item, to = one.item, {"item": one.item.id}
    if item.done_at:
        return (Button("Not done after all", go("action.not_done", **to)),)
    return (
        Button("Done", go("action.done", **to)),
        Button("Move", go("action.ask_move", **to)),
        Button("Change what you ask for" if item.help_at else "Ask for help", go("action.ask_help", **to)),
        *((Button("No help needed", go("action.no_help", **to)),) if item.help_at else ()),
    )


def ask_move(
    review: Review, one: Sent, *, value: str, was: str, problems: Problems = NO_PROBLEMS, said: str = ""
) -> Card:
    """`was`: the deadline that the form has seen; `said`: what somebody else has done meanwhile."""
    to = {"item": one.item.id, "was": was}
    stands = deadline(one.entry) or "no deadline"
    return Card(
        f"Move an action: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            Text((one.entry.action,)),
            Text(f"It stands at {stands}. The old date is kept and shown.", "muted"),
            day_field("New date", "Fri 23 March", value, problems),
        ),
        (
            Button("Move it", go("action.move", **to), "primary"),
            *days_meant(problems, lambda day: go("action.move", day=day, **to)),
            Button("Go back", go("plan.progress", review=review.id)),
        ),
    )


def ask_help(
    review: Review, one: Sent, *, value: str, since: int, problems: Problems = NO_PROBLEMS, said: str = ""
) -> Card:
    return Card(
        f"Help with an action: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            Text((one.entry.action,)),
            Prose(
                name="help",
                label="What would help?",
                hint=(
                    "The group’s Peer Review Lead is told that help is wanted; the Consortium Office sees "
                    f"what you write. {SAFEGUARDING}"
                ),
                value=value,
                error=error(problems, "help"),
            ),
        ),
        (
            Button("Ask for help", go("action.help", item=one.item.id, since=since), "primary"),
            Button("Go back", go("plan.progress", review=review.id)),
        ),
    )


def help_wanted(review: Review, by: str, one: Sent, *, reads: bool) -> Card:
    """To the Lead that it is wanted; to the office, who may read the plan, with what."""
    plan = Button("Open the action plan", go("plan.progress", review=review.id), "primary", aside=True)
    see = Button("See the review", go("review.show", review=review.id), aside=True)
    words = (Text(("The action: ", one.entry.action)), Text(("What would help: ", one.item.help_words)))
    return Card(
        f"Help is wanted with an action: {title(review)}",
        (Text(f"{by} asks for help with an action of the plan."), *(words if reads else ())),
        (plan, see) if reads else (see,),
    )


def help_is_over(review: Review) -> Card:
    return Card(
        f"Help is no longer wanted: {title(review)}",
        (Text("Nothing is left to do here.", "muted"),),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )


def date_moved(review: Review, by: str, one: Sent) -> Card:
    """To the headteacher, and to whoever delivers it, where it was the other who moved it."""
    was = f"; it was {moved(one.was_due)}" if one.was_due else ""
    return Card(
        f"The date of an action moves: {title(review)}",
        (Text((one.entry.action,)), Text(f"{by} has moved it to {deadline(one.entry)}{was}.")),
        (Button("Open the actions", go("plan.progress", review=review.id), "primary", aside=True),),
    )


def moved_meanwhile(by: str, now: str) -> str:
    return f"{by} has moved it to {now} while you were here. Send it again if you would rather have yours."


def asked_meanwhile(by: str, words: str) -> str:
    now = f" It says now: “{words}”." if words else ""
    return f"{by} has changed what is asked for while you were here, so nothing is sent yet.{now}"

"""The post-review workshop as people see it: all of it, or how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.common import told
from bot.cards.model import Block, Button, Card, Confirm, Facts, Heading, Text, Tone, go
from bot.cards.review import title
from bot.cards.workshop_words import days_offered, how_it_stands
from bot.language.say import full, moment
from bot.rules.roles import TeamPart
from bot.rules.workshop import State
from storage import teams, workshops
from storage.models import Review, Workshop

NO_RELEASE = "not confirmed yet"


@dataclass(frozen=True, slots=True)
class May:
    """What the reader may do now."""

    choose: bool = False
    release: bool = False
    """They are a champion who has not said that their half day is booked."""
    unrelease: bool = False
    staff: bool = False
    record: bool = False


SCHEDULED = {False: "The schedule offers", True: "The schedule offered"}


@dataclass(frozen=True, slots=True)
class View:
    """A review’s workshop with what is shown of it.

    `window`: what the schedule offers; `days`: those that can be chosen with a click. `remark`: what the
    documents say to a day as late as the chosen one, a warning where it is `very_late`. `since`: the last
    change of its day. `plan_due`: when the action plan is due.
    """

    review: Review
    workshop: Workshop | None
    state: State
    window: tuple[date, date]
    today: date
    days: Sequence[date] = ()
    remark: str = ""
    very_late: bool = False
    since: int = 0
    plan_due: date | None = None
    may: May = May()


def show(view: View, *, said: str = "", warning: str = "") -> Card:
    """To the headteacher, the champions and the lead reviewer."""
    workshop = view.workshop
    staff = workshop.staff.splitlines() if workshop else []
    nobody = Text("The headteacher decides who attends; nobody is named yet.", "muted")
    return Card(
        f"Post-review workshop: {title(view.review)}",
        (
            *told(said, warning),
            *_off(view.review),
            Facts(_facts(view)),
            *_remark(view),
            Heading("Staff attending"),
            Text("\n".join(staff)) if staff else nobody,
        ),
        (*_buttons(view), Button("See the review", go("review.show", review=view.review.id), aside=True)),
    )


def in_part(view: View) -> Card:
    """To everyone else who may see where the review stands: dates, and how many."""
    staff = len(view.workshop.staff.splitlines()) if view.workshop else 0
    booked = sum(bool(one) for _, one in _releases(view))
    of = len(_releases(view))
    return Card(
        f"Post-review workshop: {title(view.review)}",
        (
            *_off(view.review),
            Facts(
                (
                    ("When", _when(view)),
                    ("Release booked", f"{booked} of {of}" if of else "no champions yet"),
                    ("Staff attending", str(staff) if staff else "not named yet"),
                )
            ),
            *_remark(view),
        ),
        (Button("See the review", go("review.show", review=view.review.id), aside=True),),
    )


def _off(review: Review) -> tuple[Block, ...]:
    if review.cancelled_at:
        return (Text("The review is cancelled.", "warning"),)
    if review.postponed_at:
        return (Text("The review is postponed; it has no date at the moment.", "warning"),)
    return ()


def _when(view: View) -> str:
    return how_it_stands(view.workshop, view.state, view.window, view.today)


def _facts(view: View) -> tuple[tuple[str, str], ...]:
    found, workshop = [("When", _when(view))], view.workshop
    if view.state is State.AGREED and workshop and workshop.arranged_by and workshop.arranged_at:
        found.append(("Chosen by", f"{workshop.arranged_by.name}, {moment(workshop.arranged_at)}"))
    if view.state is State.HELD and workshop and workshop.held_by and workshop.held_at:
        found.append(("Recorded by", f"{workshop.held_by.name}, {moment(workshop.held_at)}"))
    if view.state is not State.OPEN:
        found.append((SCHEDULED[view.window[1] < view.today], days_offered(view.window)))
    found += [
        (f"Half a day of release: {name}", f"booked, said on {at}" if at else NO_RELEASE)
        for name, at in _releases(view)
    ]
    if view.plan_due:
        found.append(("Action plan due", full(view.plan_due)))
    return tuple(found)


def _releases(view: View) -> Sequence[tuple[str, str]]:
    """Each champion, and when they said that their release is booked."""
    champions = [m.person for m in teams.present(view.review) if m.part is TeamPart.CHAMPION]
    booked = [(one.name, workshops.release_of(view.workshop, one.id)) for one in champions]
    return [(name, moment(release.at) if release else "") for name, release in booked]


def _remark(view: View) -> tuple[Text, ...]:
    tone: Tone = "warning" if view.very_late else "plain"
    return (Text(view.remark, tone),) if view.remark else ()


def _buttons(view: View) -> tuple[Button, ...]:
    may, to = view.may, {"review": view.review.id}
    release, unrelease = go("workshop.release", **to), go("workshop.unrelease", **to)
    staff = (
        "Change the staff attending" if view.workshop and view.workshop.staff else "Name the staff attending"
    )
    # Until it has a day, that is what comes first.
    days = (*_days(view), *_held(view)) if view.state is State.OPEN else (*_held(view), *_days(view))
    return (
        *days,
        *((Button("My release is booked", release),) if may.release else ()),
        *((Button("My release is not booked", unrelease),) if may.unrelease else ()),
        *((Button(staff, go("workshop.staff", **to)),) if may.staff else ()),
    )


def _days(view: View) -> tuple[Button, ...]:
    """While none stands, a click chooses one."""
    if not view.may.choose:
        return ()
    another = go("workshop.ask", review=view.review.id)
    if view.state is State.AGREED:
        return (Button("Move the workshop", another),)
    return (*day_buttons(view), Button("Another day", another))


def day_buttons(view: View) -> tuple[Button, ...]:
    return tuple(
        Button(full(day), go("workshop.choose", review=view.review.id, day=day, since=view.since))
        for day in view.days
    )


def _held(view: View) -> tuple[Button, ...]:
    """On the day that was chosen with one click, once it has come; else the day is asked for."""
    if not view.may.record:
        return ()
    to, ask = {"review": view.review.id}, go("workshop.record", review=view.review.id)
    if view.state is State.HELD:
        sure = Confirm("Was it not held?", "The record is taken back.", "Yes, take it back")
        return (
            Button("Correct the day", ask),
            Button("It was not held", go("workshop.unrecord", **to), confirm=sure),
        )
    day = view.workshop.day if view.workshop and view.state is State.AGREED else None
    if day is None or day > view.today:
        return (Button("It was held", ask),)
    return (
        Button(f"It was held on {full(day)}", go("workshop.recorded", day=day, **to), "primary"),
        Button("It was held on another day", ask),
    )

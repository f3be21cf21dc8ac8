"""The forms of the pack: a link, a reason why a paper does not apply, more time."""

from datetime import date

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Block, Button, Card, Go, Line, Link, Listing, Row, Text, go
from bot.cards.pack_words import added
from bot.cards.problems import NO_PROBLEMS, Problems, day_before, day_field, days_meant, error
from bot.cards.review import title
from bot.language.say import closed_on, full
from bot.rules.milestones import Kind
from bot.rules.pack import Item
from storage import milestones
from storage.models import PackItem, Review


def ask_link(
    review: Review,
    item: Item,
    called: str,
    paper: PackItem | None,
    *,
    value: str = "",
    error: str = "",
    beaten: str = "",
    opens: str = "",
) -> Card:
    """`beaten`: who has changed the paper since the form was opened, "You have" for the same person.

    What they left is shown; `opens` is our own link to it.
    """
    link = Line(
        name="link",
        label="Link to the paper",
        hint="It begins with https://. Please share the paper with the review team where you keep it.",
        value=value,
        error=error,
    )
    save = Button("Save the link", Go("pack.add", _to(review, item, paper)), "primary")
    other = Button("Not applicable", go("pack.reason", review=review.id, item=item.value))
    return _form(f"{called}: add a link", review, link, save, other, _left(paper, beaten, opens))


def ask_reason(
    review: Review,
    item: Item,
    called: str,
    paper: PackItem | None,
    *,
    value: str = "",
    error: str = "",
    beaten: str = "",
    opens: str = "",
) -> Card:
    """`beaten` and `opens` as for `ask_link`."""
    reason = Line(
        name="reason",
        label="Why it does not apply",
        hint=f"The review team sees this. {SAFEGUARDING}",
        value=value,
        error=error,
    )
    save = Button("Save the reason", Go("pack.skip", _to(review, item, paper)), "primary")
    other = Button("Add a link", go("pack.link", review=review.id, item=item.value))
    return _form(f"{called}: not applicable", review, reason, save, other, _left(paper, beaten, opens))


def _form(
    heading: str, review: Review, field: Line, save: Button, other: Button, left: tuple[Block, ...]
) -> Card:
    return Card(heading, (Text(title(review)), *left, field), (save, other, _back(review)))


def _to(review: Review, item: Item, paper: PackItem | None) -> dict[str, str]:
    version = paper.version if paper else 0
    return {"review": str(review.id), "item": item.value, "version": str(version)}


def _left(paper: PackItem | None, who: str, opens: str) -> tuple[Block, ...]:
    """What has been done with the paper meanwhile."""
    if paper is None or not who:
        return ()
    replace = "Yours is not saved yet. Save again to replace it."
    if paper.link:
        has = Text(f"{who} just added a link. {replace}", "warning")
        there = Row("The link there now", added(paper.link, paper.by), (Link("Open", opens),))
        return (has, Listing((there,)))
    if paper.reason:
        return (Text(f"{who} just given a reason: “{paper.reason}”. {replace}", "warning"),)
    return (Text(f"{who} just taken it out. Save again if it should stand.", "warning"),)


def _back(review: Review) -> Button:
    return Button("Go back", go("pack.show", review=review.id))


def ask_longer(
    review: Review, *, value: str = "", why: str = "", problems: Problems = NO_PROBLEMS, said: str = ""
) -> Card:
    """Until when, and a word of why."""
    row = milestones.of(review, Kind.PACK)
    to = {"review": review.id, "part": Kind.PACK.value, "was": row.longer_until or ""}
    off = Button("No longer needed", go("longer.off", **to))
    return Card(
        f"Longer for the paperwork: {title(review)}",
        (
            *((Text(said, "warning"),) if said else ()),
            Text(f"It is due by {full(row.due)}. The review team is told until when you need."),
            day_field("Until when", day_before(review.day), value, problems),
            Line(
                name="why",
                label="Why",
                hint=f"The review team sees this. {SAFEGUARDING}",
                value=why,
                error=error(problems, "why"),
                required=False,
            ),
        ),
        (
            Button("Tell the review team", go("longer.give", **to), "primary"),
            *days_meant(problems, lambda day: go("longer.give", day=day, **to)),
            *((off,) if milestones.longer(row, review.day) else ()),
            _back(review),
        ),
    )


def not_before(review: Review, day: date) -> str:
    """What is wrong with a day on which the review has begun, "" where it is earlier."""
    if day > review.day:
        return f"That is after the review, which is on {full(review.day)}."
    return "That is the day of the review, and the team reads it before." if day == review.day else ""


def not_open(day: date, why: str) -> str:
    return f"Schools are closed on {closed_on(day, why)}." if why else ""


def latest_is(why_not: str, last: date | None) -> str:
    """What could be had instead."""
    if last is None:
        return f"{why_not} There is no school day left before it."
    return f"{why_not} The last school day before is {full(last)}."


def longer_changed(until: str, who: str) -> str:
    """For the second of two who ask for longer at once; `who` as in `ask_link`."""
    return f"{who} just asked for longer, until {until}. What is here is not saved yet."

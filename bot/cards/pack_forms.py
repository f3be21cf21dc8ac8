"""The forms of the pack: a link, a reason why a paper does not apply, more time."""

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Block, Button, Card, Go, Line, Link, Listing, Row, Text, go
from bot.cards.problems import NO_PROBLEMS, Problems, day_field, days_meant, error
from bot.cards.review import title
from bot.language.say import full
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
    beaten: bool = False,
) -> Card:
    """`beaten`: somebody else has changed the paper since the form was opened; what they left is shown."""
    link = Line(
        name="link",
        label="Link to the paper",
        hint="It begins with https://. Please share the paper with the review team where it lies.",
        value=value,
        error=error,
    )
    save = Button("Save the link", Go("pack.add", _to(review, item, paper)), "primary")
    other = Button("Not applicable", go("pack.reason", review=review.id, item=item.value))
    return _form(f"{called}: add a link", review, link, save, other, _left(paper) if beaten else ())


def ask_reason(
    review: Review,
    item: Item,
    called: str,
    paper: PackItem | None,
    *,
    value: str = "",
    error: str = "",
    beaten: bool = False,
) -> Card:
    """`beaten` as for `ask_link`."""
    reason = Line(
        name="reason",
        label="Why it does not apply",
        hint=f"The review team sees this. {SAFEGUARDING}",
        value=value,
        error=error,
    )
    save = Button("Save the reason", Go("pack.skip", _to(review, item, paper)), "primary")
    other = Button("Add a link", go("pack.link", review=review.id, item=item.value))
    return _form(f"{called}: not applicable", review, reason, save, other, _left(paper) if beaten else ())


def _form(
    heading: str, review: Review, field: Line, save: Button, other: Button, left: tuple[Block, ...]
) -> Card:
    return Card(heading, (Text(title(review)), *left, field), (save, other, _back(review)))


def _to(review: Review, item: Item, paper: PackItem | None) -> dict[str, str]:
    version = paper.version if paper else 0
    return {"review": str(review.id), "item": item.value, "version": str(version)}


def _left(paper: PackItem | None) -> tuple[Block, ...]:
    """What somebody else has done with the paper meanwhile."""
    if paper is None:
        return ()
    replace = "Yours is not saved yet. Save again to replace it."
    if paper.link:
        has = Text(f"{paper.by.name} has just added a link. {replace}", "warning")
        return (has, Listing((Row("The link there now", "", (Link("Open", paper.link),)),)))
    if paper.reason:
        return (Text(f"{paper.by.name} has just given a reason: “{paper.reason}”. {replace}", "warning"),)
    return (Text(f"{paper.by.name} has just taken it out. Save again if it should stand.", "warning"),)


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
            day_field("Until when", "Mon 27 Nov", value, problems),
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


def longer_changed(row_until: str, by: str) -> str:
    """For the second of two who ask for longer at once."""
    return f"{by} has just asked for longer, until {row_until}. Nothing of yours is saved yet."

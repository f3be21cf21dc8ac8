"""The pack as people see it: which papers are in, and to whom it matters their links."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.cards import charts, pack_links
from bot.cards.common import told
from bot.cards.handing_over import buttons as handing_buttons
from bot.cards.model import Block, Button, Card, Chart, Confirm, Heading, Link, Listing, Row, Text, go
from bot.cards.pack_words import added, called, same_link
from bot.cards.pack_words import named as in_words
from bot.cards.review import title
from bot.language.say import full
from bot.rules.milestones import Kind
from bot.rules.pack import Item, asked, is_complete
from storage import milestones, packs
from storage.models import FocusNote, PackItem, Person, Review

NOTE = "Self-review note (optional)"


@dataclass(frozen=True, slots=True)
class Pack:
    """A review's pack as it stands.

    `held_before`: the day of the school's last review that the bot knows. `opens` and `opens_note`: our own
    links for whoever looks, which check them again; never where the papers lie.
    """

    review: Review
    papers: Mapping[Item, PackItem]
    focus: FocusNote | None
    helper: Person | None
    held_before: date | None
    data_label: str
    opens: Mapping[Item, str]
    opens_note: str

    @property
    def asked(self) -> tuple[Item, ...]:
        return asked(church_school=self.review.school.church_school)

    @property
    def is_complete(self) -> bool:
        return is_complete(self.asked, packs.settled(self.papers))


@dataclass(frozen=True, slots=True)
class Sees:
    """What one person may see of a pack and do with it.

    `longer`: more time can be asked for. `hands`: it is theirs to hand over. `review`: they may see the rest.
    """

    status: bool = False
    links: bool = False
    areas: bool = False
    writes: bool = False
    longer: bool = False
    hands: bool = False
    review: bool = False


def show(pack: Pack, sees: Sees, said: str = "", warning: str = "") -> Card:
    rows = tuple(_row(pack, sees, item) for item in pack.asked)
    where = "Links alone are kept here, never the papers. The headteacher and the review team see them."
    return Card(
        f"Paperwork: {title(pack.review)}",
        (
            *told(said, warning),
            *(_state(pack, sees) if sees.status else ()),
            *(_twice(pack) if sees.writes else ()),
            *((Listing(rows),) if sees.status else ()),
            *(_focus(pack, sees) if sees.areas else ()),
            *((Text(where, "muted"),) if sees.links else ()),
        ),
        _buttons(pack, sees),
    )


def _state(pack: Pack, sees: Sees) -> tuple[Block, ...]:
    """How far it is, by when, and who sees to it."""
    review, row = pack.review, milestones.of(pack.review, Kind.PACK)
    until = milestones.longer(row, review.day)
    helper = (Text(f"{pack.helper.name} has been asked to see to it.", "muted"),) if pack.helper else ()
    if review.cancelled_at:
        return (Text("This review is cancelled, so no paperwork is needed.", "warning"),)
    if pack.is_complete:
        return (Text("Everything is in.", "good"), *helper)
    found = sum(packs.is_settled(pack.papers.get(item)) for item in pack.asked)
    how_far = f"{found} of {len(pack.asked)} settled."
    counts = () if sees.links else (_counts(pack),)
    if review.postponed_at:
        no_date = "The review has no date at the moment; what is here is kept, and can be added to."
        return (Text(f"{how_far} {no_date}"), *counts, *helper)
    return (
        Text(f"{how_far} The review team should have it by {full(until or row.due)}."),
        *counts,
        *_longer(review, sees),
        *helper,
    )


def _counts(pack: Pack) -> Chart:
    """For whoever answers for it without opening it."""
    kept = [paper for item in pack.asked if (paper := pack.papers.get(item))]
    received = sum(bool(paper.link) for paper in kept)
    settled = sum(map(packs.is_settled, kept))
    return charts.papers(received, settled - received, len(pack.asked) - settled)


def _twice(pack: Pack) -> tuple[Text, ...]:
    """A link that stands at several papers: one of them was perhaps pasted for another."""
    named: dict[str, list[str]] = {}
    for item in pack.asked:
        if (paper := pack.papers.get(item)) and paper.link:
            named.setdefault(paper.link, []).append(in_words(item, pack.data_label))
    return tuple(Text(same_link(names), "warning") for names in named.values() if len(names) > 1)


def _longer(review: Review, sees: Sees) -> tuple[Text, ...]:
    row = milestones.of(review, Kind.PACK)
    until = milestones.longer(row, review.day)
    if until is None or row.longer_by is None:
        return ()
    why = f": “{row.longer_why}”" if row.longer_why and sees.links else "."
    return (Text(f"{row.longer_by.name} needs longer, until {full(until)}{why}", "warning"),)


def _row(pack: Pack, sees: Sees, item: Item) -> Row:
    paper = pack.papers.get(item)
    opens = (Link("Open", pack.opens[item]),) if paper and paper.link and sees.links else ()
    buttons = _to_do(pack, item, paper) if sees.writes else ()
    return Row(called(item, pack.data_label), _standing(pack, sees, item, paper), (*opens, *buttons))


def _standing(pack: Pack, sees: Sees, item: Item, paper: PackItem | None) -> str:
    if paper and paper.link:
        return added(paper.link, paper.by) if sees.links else f"Link added by {paper.by.name}"
    if paper and paper.reason:
        return f"Not applicable: {paper.reason}" if sees.links else "Not applicable"
    if item is Item.PREVIOUS and pack.held_before:
        return (
            f"Still needed. The last review was on {full(pack.held_before)}. Papers that are made with Peer "
            "Review will be here by themselves; until there are some, a link can be added."
        )
    return "Still needed"


def _to_do(pack: Pack, item: Item, paper: PackItem | None) -> tuple[Button, ...]:
    to = {"review": pack.review.id, "item": item.value}
    version = paper.version if paper else 0
    if paper is None or not packs.is_settled(paper):
        first = Button("First review", go("pack.first", review=pack.review.id, version=version))
        is_first = item is Item.PREVIOUS and pack.held_before is None
        return (
            Button("Add link", go("pack.link", **to)),
            Button("Not applicable", go("pack.reason", **to)),
            *((first,) if is_first else ()),
        )
    sure = Confirm(
        "Take this paper out?",
        f"{called(item, pack.data_label)}: it is still needed then.",
        "Yes, take it out",
    )
    return (
        Button("Change", go("pack.link" if paper.link else "pack.reason", **to)),
        Button("Remove", go("pack.remove", **to, version=version), confirm=sure),
    )


def _focus(pack: Pack, sees: Sees) -> tuple[Block, ...]:
    """To the champions the areas of focus alone."""
    areas, link = (pack.focus.areas, pack.focus.link) if pack.focus else ("", "")
    if not sees.links:
        return (Heading("Areas of focus"), Text(areas or "None have been named yet."))
    label = "Change the note" if areas or link else "Add a note"
    write = (Button(label, go("focus.ask", review=pack.review.id)),) if sees.writes else ()
    opens = (Link("Open", pack.opens_note),) if link else ()
    if pack.focus and (areas or link):
        detail = "\n".join(filter(None, (areas, link and added(link, pack.focus.by))))
    else:
        detail = "Broad areas of focus, and a link to the pro forma (Appendix 3a)."
    return (Listing((Row(NOTE, detail, (*opens, *write)),)),)


def _buttons(pack: Pack, sees: Sees) -> tuple[Button, ...]:
    to = {"review": pack.review.id, "part": Kind.PACK.value}
    until = milestones.longer(milestones.of(pack.review, Kind.PACK), pack.review.day)
    longer = Button("Change the later date" if until else "Need longer", go("longer.ask", **to))
    hand = handing_buttons(pack.review, Kind.PACK, handed=pack.helper is not None)
    needed = sum(not packs.is_settled(pack.papers.get(item)) for item in pack.asked)
    return (
        *((pack_links.button(pack.review),) if sees.writes and needed > 1 else ()),
        *((longer,) if sees.longer and not pack.is_complete else ()),
        *(hand if sees.hands else ()),
        *((Button("See the review", go("review.show", review=pack.review.id)),) if sees.review else ()),
    )

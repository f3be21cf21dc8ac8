"""What was changed in a review, by whom and from what."""

from collections.abc import Sequence
from datetime import date

from bot.cards.change_words import CHANGES, WITH_A_DAY
from bot.cards.handing_over import WORDS
from bot.cards.model import Button, Card, Go, Link, Listing, Row, Text, go
from bot.cards.paging import page_of
from bot.cards.paper_files import YOUR_LINK, Address, about
from bot.cards.paper_words import THE
from bot.cards.review import title
from bot.language.say import full, moment
from storage.models import Change, Review
from storage.sent_papers import CHANGES as OF_SENT_PAPERS

# By the values that the change keeps.
PAPERS = {paper.value: called for paper, called in THE.items()}
# To whom "a word to the Peer Review Lead" is said.
FOR_THE_LEAD = frozenset({"declined", "suggested"})
# Each may hold a whole note, and Slack takes about 13,000 characters in a message.
CHANGES_SHOWN = 5
CONFIDENTIAL = "It says what each thing was and is now, as far as that is yours to read, and is confidential."


def history(review: Review, changes: Sequence[Change], page: int, table: Address, *, leads: bool) -> Card:
    """`leads`: the reader may see what was said to the Lead alone."""

    def to(wanted: int) -> Go:
        return go("review.history", review=review.id, page=wanted)

    rows = tuple(
        Row(f"{moment(one.at)}: {one.by.name} {did(one)}", happened(one, leads=leads)) for one in changes
    )
    shown, buttons = page_of(rows, page, to, CHANGES_SHOWN)
    return Card(
        f"History: {review.school.name}",
        (Listing(shown), *about(table, YOUR_LINK, CONFIDENTIAL)),
        (*buttons, Link("All of it as a table (CSV)", table.url)),
    )


def changed(review: Review, change: Change) -> Card:
    """To the Lead, of what somebody else has done."""
    detail = happened(change)
    return Card(
        f"{change.by.name} {did(change)}: {title(review)}",
        (Text(detail),) if detail else (),
        (Button("See the review", go("review.show", review=review.id), aside=True),),
    )


def did(change: Change) -> str:
    """What stands after the name of whoever made the change."""
    part = WORDS.get(change.now.get("part", ""))
    sent = PAPERS.get(change.now.get("of", ""), "a paper")
    return CHANGES[change.what].format(part=part.called if part else "a part", paper=sent)


def done(change: Change) -> str:
    """The same in one sentence, with what was changed."""
    return ": ".join(filter(None, (did(change), happened(change))))


def happened(change: Change, *, leads: bool = True) -> str:
    """What a change changed, from what to what."""
    was, now = change.was, change.now
    parts = []
    if change.what in WITH_A_DAY and "day" in now:
        to = full(date.fromisoformat(now["day"]))
        parts.append(f"{full(date.fromisoformat(was['day']))} to {to}" if "day" in was else to)
    if change.what == "replaced":
        parts.append(f"{now['person']} in place of {was['person']}")
    elif change.what in {"added", "removed"}:
        parts.append(str((now or was)["person"]))
    parts += _paperwork(change)
    parts += _sent_paper(change)
    if change.what == "note":
        parts.append(f"It was: {was['note'] or '(nothing)'}")
    if now.get("reason") and (leads or change.what not in FOR_THE_LEAD):
        parts.append(f"“{now['reason']}”")
    return "; ".join(parts)


def _paperwork(change: Change) -> list[str]:
    """Which paper, until when, with whom: never what is in it."""
    was, now = change.was, change.now
    if "paper" in now:
        return [str(now["paper"])]
    if change.what == "longer":
        return [f"until {full(date.fromisoformat(now['until']))}"]
    if change.what == "handed_over":
        return [f"to {now['person']}"]
    return [f"from {was['person']}"] if change.what == "taken_back" and "person" in was else []


def _sent_paper(change: Change) -> list[str]:
    """Which version, and whose signature: never what a paper or a query says."""
    now = change.now
    version = [f"version {now['number']}"] if change.what in OF_SENT_PAPERS and "number" in now else []
    return [*version, *([str(now["signer"])] if "signer" in now else [])]

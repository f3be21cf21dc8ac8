"""What people are told about a paper that was sent: by one card each, which is kept up to date."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards import paper_content
from bot.cards.common import SAFEGUARDING
from bot.cards.governor import LABEL
from bot.cards.model import Block, Button, Card, Heading, Listing, Row, Text, go
from bot.cards.paper import View, state
from bot.cards.paper_words import NAMES, THE, paper_title
from bot.cards.review import title
from bot.cards.words import flat
from bot.language.say import full
from bot.rules.hours import today
from bot.rules.paper_changes import Difference
from storage.models import PaperQuery, SentPaper

# More than that is read on a card of its own.
CHANGES_TOLD = 2_000


@dataclass(frozen=True, slots=True)
class Told:
    """`changed`: what it says otherwise than the version before. `signed`: the reader has signed it."""

    view: View
    changed: Sequence[Difference] = ()
    signed: bool = False


def received(told: Told) -> Card:
    """To the school, the team, the office and the Management Group, with what each of them may do."""
    view = told.view
    signed = (Text("You have signed it.", "good"),) if told.signed else ()
    return Card(
        _headline(view),
        (*signed, *state(view), *_changed(view, told.changed)),
        _buttons(view),
    )


def _headline(view: View) -> str:
    sent = view.sent
    if view.may.sign:
        return f"Please sign {THE[sent.paper]}: {title(sent.review)}"
    if view.may.release:
        return f"{NAMES[sent.paper]} to release: {title(sent.review)}"
    return f"{NAMES[sent.paper]} sent: {title(sent.review)}"


def _changed(view: View, changed: Sequence[Difference]) -> tuple[Block, ...]:
    if not changed:
        return ()
    rows = paper_content.changes(changed)
    heading = Heading(f"What changed since version {view.sent.number - 1}")
    if sum(len(row.title) + len(flat(row.detail)) for row in rows) <= CHANGES_TOLD:
        return (heading, Listing(tuple(rows)))
    return (heading, Text(f"{paper_content.counted(changed)}."))


def _buttons(view: View) -> tuple[Button, ...]:
    """Each answers beside the card: in its place an answer would be written over by the next change."""
    may, sent = view.may, view.sent
    buttons = (
        (Button("Sign", go("paper.sign", sent=sent.id), "primary", aside=True), may.sign),
        (Button("Query", go("paper.query", sent=sent.id), aside=True), may.query),
        (Button(LABEL, go("governor.link", sent=sent.id), aside=True), _hands_over(view)),
        (_release(sent), may.release),
        (Button("Take it back", go("paper.unrelease", sent=sent.id), aside=True), may.take_back),
        (Button("Open", go("paper.show", sent=sent.id), aside=True), True),
        (Button("What changed", go("paper.changes", sent=sent.id), aside=True), view.before),
    )
    return tuple(button for button, offered in buttons if offered)


def _hands_over(view: View) -> bool:
    """The headteacher. The office finds it in the paper: its own card is about releasing."""
    return view.may.link and not view.may.record


def _release(sent: SentPaper) -> Button:
    return Button("Release to the Management Group", go("paper.release", sent=sent.id), aside=True)


def replaced(sent: SentPaper, newest: SentPaper) -> Card:
    """In place of what was said of an earlier version."""
    return Card(
        f"There is a newer version: {paper_title(sent)}",
        (Text(f"{newest.by.name} has sent version {newest.number}, which takes the place of this one."),),
        (
            Button("Open the newest version", go("paper.show", sent=newest.id), "primary", aside=True),
            Button("What changed", go("paper.changes", sent=newest.id), aside=True),
        ),
    )


def taken_back(sent: SentPaper) -> Card:
    """To the Management Group, in place of what was released to it."""
    sentence = f"The Consortium Office has taken {THE[sent.paper]} back for now."
    return Card(paper_title(sent), (Text(sentence, "muted"),))


def status(sent: SentPaper, late: str) -> Card:
    """To the Lead: that it was sent and how that kept its date, and nothing of what it says."""
    day, name = full(today(sent.at)), NAMES[sent.paper]
    the = f"The {name[0].lower()}{name[1:]} for {sent.review.school.name}"
    said = f"{the} was sent on {day}, {late}."
    if not late:
        said = f"{the} was corrected: version {sent.number}, sent on {day}."
    look = Button("See the review", go("review.show", review=sent.review_id), aside=True)
    return Card(f"{name} sent: {title(sent.review)}", (Text(said),), (look,))


def queried(asked: PaperQuery) -> Card:
    """To those who wrote the paper; once it is answered, with the answer."""
    label = "Change the answer" if asked.answer else "Answer"
    return Card(
        f"{asked.person.name} has a query about {THE[asked.sent.paper]}: {title(asked.sent.review)}",
        (Listing((Row("They ask", asked.words), *_answered(asked))), Text(SAFEGUARDING, "muted")),
        (
            Button(label, go("paper.answer", query=asked.id), aside=True),
            Button("Open", go("paper.show", sent=asked.sent_id), aside=True),
        ),
    )


def answered(asked: PaperQuery, *, may_sign: bool) -> Card:
    """To whoever asked."""
    sign = (Button("Sign", go("paper.sign", sent=asked.sent_id), "primary", aside=True),) if may_sign else ()
    return Card(
        f"Your query about {THE[asked.sent.paper]} is answered: {title(asked.sent.review)}",
        (Listing((Row("You asked", asked.words), *_answered(asked))),),
        (
            *sign,
            Button("Open", go("paper.show", sent=asked.sent_id), aside=True),
            Button("Queries", go("paper.queries", sent=asked.sent_id), aside=True),
        ),
    )


def _answered(asked: PaperQuery) -> tuple[Row, ...]:
    if not asked.answer or asked.answered_by is None:
        return ()
    return (Row(f"{asked.answered_by.name} answers", asked.answer),)

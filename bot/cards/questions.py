"""What is said about the enquiry questions and their sources of evidence."""

from collections.abc import Sequence

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Button, Card, Confirm, Prose, Row, Text, go
from bot.cards.problems import NO_PROBLEMS, Problems, error
from bot.cards.review import title
from bot.language.question_lines import LONGEST
from storage.models import EnquiryQuestion, Review

# Each may be as long as a page of a book, and Slack takes about 13,000 characters in a message.
A_PAGE = 5
PROBLEMS_SHOWN = 5


def rows(review: Review, questions: Sequence[EnquiryQuestion], *, orders: bool, own: int) -> tuple[Row, ...]:
    """`orders`: the reader may change all of them; else those that they added, by their id `own`."""
    last = len(questions)
    return tuple(
        Row(
            f"{place}. {one.question}",
            ("Sources of evidence: ", one.sources) if one.sources else "",
            (
                *(_change(review, one) if orders or one.by_id == own else ()),
                *(_places(review, one, place, last) if orders else ()),
            ),
        )
        for place, one in enumerate(questions, 1)
    )


def _change(review: Review, one: EnquiryQuestion) -> tuple[Button, ...]:
    sure = Confirm("Remove this question?", "The others move up.", "Yes, remove it", "Keep it")
    to = {"review": review.id, "question": one.id, "version": one.version}
    return (
        Button("Change", go("question.change", review=review.id, question=one.id)),
        Button("Remove", go("question.remove", **to), confirm=sure),
    )


def _places(review: Review, one: EnquiryQuestion, place: int, last: int) -> tuple[Button, ...]:
    to = {"review": review.id, "question": one.id}
    up = (Button("Up", go("question.move", to=place - 1, **to)),) if place > 1 else ()
    down = (Button("Down", go("question.move", to=place + 1, **to)),) if place < last else ()
    return (*up, *down)


def ask_one(
    review: Review, *, question: str = "", sources: str = "", problems: Problems = NO_PROBLEMS
) -> Card:
    return Card(
        f"A question for {title(review)}",
        _fields(question, sources, problems),
        (
            Button("Add it", go("questions.added", review=review.id), "primary"),
            Button("Add several at once", go("questions.several", review=review.id)),
            Button("Go back", go("meeting.show", review=review.id)),
        ),
    )


def ask_change(
    review: Review,
    one: EnquiryQuestion,
    *,
    question: str,
    sources: str,
    problems: Problems = NO_PROBLEMS,
    said: str = "",
) -> Card:
    """`said`: what somebody else has done with it meanwhile."""
    save = go("question.save", review=review.id, question=one.id, version=one.version)
    return Card(
        f"A question for {title(review)}",
        (*((Text(said, "warning"),) if said else ()), *_fields(question, sources, problems)),
        (Button("Save it", save, "primary"), Button("Go back", go("meeting.show", review=review.id))),
    )


def _fields(question: str, sources: str, problems: Problems) -> tuple[Prose, Prose]:
    return (
        Prose(
            name="question",
            label="Enquiry question",
            hint=f"Up to {LONGEST} characters. {SAFEGUARDING}",
            value=question,
            error=error(problems, "question"),
        ),
        Prose(
            name="sources",
            label="Sources of evidence",
            hint=f"Such as books, data or a talk with pupils. Up to {LONGEST} characters.",
            value=sources,
            error=error(problems, "sources"),
            required=False,
        ),
    )


def ask_several(review: Review, *, value: str = "", problems: Sequence[str] = ()) -> Card:
    """One a line; what is wrong is said line by line, and nothing is added until all of it is right."""
    more = len(problems) - PROBLEMS_SHOWN
    shown = [*problems[:PROBLEMS_SHOWN], *((f"{more} more lines have to be changed.",) if more > 0 else ())]
    return Card(
        f"Questions for {title(review)}",
        (
            *(Text(one, "warning") for one in shown),
            Prose(
                name="questions",
                label="Enquiry questions",
                hint=f"One a line, with | before its sources of evidence. {SAFEGUARDING}",
                value=value,
                error="Nothing has been added yet. What you typed is still here." if problems else "",
            ),
        ),
        (
            Button("Add them", go("questions.added", review=review.id, several="yes"), "primary"),
            Button("Go back", go("meeting.show", review=review.id)),
        ),
    )

"""The enquiry questions: added, changed, put in order, taken out."""

from collections.abc import Sequence

from bot.cards import questions as say
from bot.cards.model import Button, Card, go
from bot.cards.problems import Problem
from bot.handlers.meeting_access import ARRANGERS, Parts, back, card, changing, leading
from bot.handlers.proposals import too_long
from bot.language import question_lines
from bot.language.question_lines import LONGEST
from bot.router import Refused, Turn, id_in, on
from storage import questions
from storage.booking import By
from storage.models import EnquiryQuestion, Review

MOST_AT_ONCE = 10_000
NOT_YOURS = "The headteacher, the lead reviewer and whoever added a question can change it."
GONE = "That question has been taken out already, so nothing was changed."


@on("questions.ask")
def ask(turn: Turn) -> Card:
    review, _ = changing(turn)
    return say.ask_one(review)


@on("questions.several")
def ask_several(turn: Turn) -> Card:
    """What was typed as one question comes along."""
    review, _ = changing(turn)
    typed = (" ".join(turn.text(name).splitlines()) for name in ("question", "sources"))
    return say.ask_several(review, value=" | ".join(filter(None, typed)))


@on("questions.added")
def add(turn: Turn) -> Card:
    review, parts = changing(turn)
    if turn.args.get("several"):
        return add_several(turn, review, parts)
    question, sources = turn.text("question"), turn.text("sources")
    if problems := wrong(question, sources):
        return say.ask_one(review, question=question, sources=sources, problems=problems)
    return added(turn, review, parts, [(question, sources)])


def add_several(turn: Turn, review: Review, parts: Parts) -> Card:
    text = turn.text("questions")
    if error := too_long(text, MOST_AT_ONCE):
        return say.ask_several(review, value=text, problems=[error])
    read = question_lines.read(text)
    if not read.rows:
        return say.ask_several(review, value=text, problems=["Please write at least one question."])
    if read.problems:
        return say.ask_several(review, value=text, problems=read.problems)
    return added(turn, review, parts, read.rows)


def added(turn: Turn, review: Review, parts: Parts, rows: Sequence[tuple[str, str]]) -> Card:
    change = questions.add(turn.session, review, rows, By(turn.person, turn.now))
    many = len(change.now["rows"]) if change else 0
    said = {0: "That is in the list already.", 1: "The question is added."}.get(
        many, f"{many} questions are added."
    )
    return card(turn, review, parts, last_page(turn, review), said=said)


def wrong(question: str, sources: str) -> dict[str, Problem]:
    problems = {}
    if not question:
        problems["question"] = Problem("Please write the question.")
    for name, said in (("question", question), ("sources", sources)):
        if error := too_long(said, LONGEST):
            problems[name] = Problem(error)
    return problems


@on("question.change")
def ask_change(turn: Turn) -> Card:
    review, _, one = own(turn)
    return say.ask_change(review, one, question=one.question, sources=one.sources)


@on("question.save")
def save(turn: Turn) -> Card:
    review, parts, one = own(turn, removed_too=True)
    question, sources = turn.text("question"), turn.text("sources")
    if one.removed_at:
        # The words are kept: they can be added as a question of their own.
        gone = Problem(
            f"{who_last(turn, one)} has taken this question out. Add it again if it is still wanted."
        )
        return say.ask_one(review, question=question, sources=sources, problems={"question": gone})
    if (question, sources) == (one.question, one.sources):
        return card(turn, review, parts, page_of(turn, review, one), said="Saved.")
    problems = wrong(question, sources)
    said = ""
    if id_in(turn.args.get("version", "")) != one.version:
        said = (
            f"{who_last(turn, one)} has changed this question while you were here. It now says: "
            f"“{one.question}”. Save again to replace it."
        )
    if problems or said:
        return say.ask_change(review, one, question=question, sources=sources, problems=problems, said=said)
    questions.rewrite(turn.session, review, one, question, sources, By(turn.person, turn.now))
    return card(turn, review, parts, page_of(turn, review, one), said="Saved.")


@on("question.move")
def move(turn: Turn) -> Card:
    review, parts = leading(turn)
    one = question_in(turn, review)
    if one.removed_at:
        raise Refused(GONE, back(review))
    questions.move(turn.session, review, one, turn.id("to"), By(turn.person, turn.now))
    return card(turn, review, parts, page_of(turn, review, one))


@on("question.remove")
def remove(turn: Turn) -> Card:
    review, parts, one = own(turn, removed_too=True)
    if one.removed_at:
        return card(turn, review, parts, said="The question is taken out.")
    if id_in(turn.args.get("version", "")) != one.version:
        warning = f"{who_last(turn, one)} has changed that question since, so it was not taken out."
        return card(turn, review, parts, page_of(turn, review, one), warning=warning)
    page = page_of(turn, review, one)
    questions.remove(turn.session, review, one, By(turn.person, turn.now))
    return card(turn, review, parts, page, said="The question is taken out. The others have moved up.")


def question_in(turn: Turn, review: Review) -> EnquiryQuestion:
    one = questions.get(turn.session, turn.id("question"))
    if one is None or one.review_id != review.id:
        raise Refused(GONE, back(review))
    return one


def own(turn: Turn, *, removed_too: bool = False) -> tuple[Review, Parts, EnquiryQuestion]:
    """A question that this person may change."""
    review, parts = changing(turn)
    one = question_in(turn, review)
    if not parts & ARRANGERS and one.by_id != turn.asker.id:
        raise Refused(NOT_YOURS, back(review))
    if one.removed_at and not removed_too:
        raise Refused(GONE, back(review), Button("Add a question", go("questions.ask", review=review.id)))
    return review, parts, one


def who_last(turn: Turn, one: EnquiryQuestion) -> str:
    """Whoever changed this question or took it out last."""
    return questions.last_changed_by(turn.session, one) or "Somebody"


def page_of(turn: Turn, review: Review, one: EnquiryQuestion) -> int:
    ids = [each.id for each in questions.of_review(turn.session, review.id)]
    return ids.index(one.id) // say.A_PAGE if one.id in ids else 0


def last_page(turn: Turn, review: Review) -> int:
    return max(0, questions.count(turn.session, review.id) - 1) // say.A_PAGE

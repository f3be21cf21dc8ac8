"""One point of the summary: written anew, put in its place, taken out and put back."""

from bot.cards import summary_forms as forms
from bot.cards import summary_reading as reading
from bot.cards.long_text import joined
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.handlers.proposals import too_long
from bot.handlers.summary import page_with
from bot.handlers.summary_access import back, card, drafting
from bot.router import Refused, Turn, id_in, on
from bot.rules.findings import SUMMARY, Strand
from bot.rules.papers import LONGEST_POINT
from storage import summary_points
from storage.booking import By
from storage.models import Review, SummaryPoint

GONE = "That point has been taken out already, so nothing was changed."


@on("summary.change")
def ask_change(turn: Turn) -> Card:
    review, one = standing(turn)
    return forms.ask_change(review, one, strand=one.strand.value, text=one.text)


@on("summary.save")
def save(turn: Turn) -> Card:
    review, one = point_in(turn)
    heading, text = turn.text("strand"), joined(turn.fields, "text")
    if one.removed_at:
        # The words are kept: they can be added as a point of their own.
        typed = {Strand.DEVELOPMENT if heading == Strand.DEVELOPMENT else Strand.STRENGTH: text}
        gone = f"{who_last(turn, one)} has taken this point out. Add it again if it is still wanted."
        return forms.ask_points(review, typed, [gone])
    if (heading, text) == (one.strand.value, one.text):
        return card(turn, review, page_with(turn, review, one.id), said="Saved.")
    problems, said = wrong(heading, text), ""
    if id_in(turn.args.get("version", "")) != one.version:
        said = (
            f"{who_last(turn, one)} has changed this point while you were here. It now says: “{one.text}”. "
            "Save again to replace it."
        )
    if problems or said:
        return forms.ask_change(review, one, strand=heading, text=text, problems=problems, said=said)
    summary_points.rewrite(turn.session, review, one, Strand(heading), text, By(turn.person, turn.now))
    return card(turn, review, page_with(turn, review, one.id), said="Saved.")


def wrong(heading: str, text: str) -> dict[str, Problem]:
    problems = {}
    if heading not in {one.value for one in SUMMARY}:
        problems["strand"] = Problem("Please choose the heading that it belongs under.")
    if not text:
        problems["text"] = Problem("Please write the point, or remove it.")
    elif error := too_long(text, LONGEST_POINT):
        problems["text"] = Problem(error)
    return problems


@on("summary.place")
def place(turn: Turn) -> Card:
    review, one = standing(turn)
    summary_points.place(turn.session, review, one, turn.id("to"), By(turn.person, turn.now))
    return card(turn, review, page_with(turn, review, one.id))


@on("summary.remove")
def remove(turn: Turn) -> Card:
    review, one = point_in(turn)
    page = page_with(turn, review, one.id)
    if one.removed_at:
        return card(turn, review, said="The point is taken out.", put_back=one.id)
    if id_in(turn.args.get("version", "")) != one.version:
        warning = f"{who_last(turn, one)} has changed that point since, so it was not taken out."
        return card(turn, review, page, warning=warning)
    summary_points.remove(turn.session, review, one, By(turn.person, turn.now))
    return card(turn, review, page, said="The point is taken out.", put_back=one.id)


@on("summary.removed")
def removed(turn: Turn) -> Card:
    review = drafting(turn)
    return reading.removed(review, summary_points.removed(turn.session, review.id), turn.page)


@on("summary.put_back")
def put_back(turn: Turn) -> Card:
    review, one = point_in(turn)
    if one.removed_at:
        summary_points.put_back(turn.session, review, one, By(turn.person, turn.now))
    return card(turn, review, page_with(turn, review, one.id), said="The point is put back, as the last one.")


def point_in(turn: Turn) -> tuple[Review, SummaryPoint]:
    """The point of the button, taken out or not, for someone who writes the summary."""
    review = drafting(turn)
    one = summary_points.get(turn.session, turn.id("point"))
    if one is None or one.review_id != review.id:
        raise Refused(GONE, back(review))
    return review, one


def standing(turn: Turn) -> tuple[Review, SummaryPoint]:
    review, one = point_in(turn)
    if one.removed_at:
        raise Refused(GONE, back(review))
    return review, one


def who_last(turn: Turn, one: SummaryPoint) -> str:
    """Whoever changed this point or took it out last."""
    return summary_points.last_changed_by(turn.session, one) or "Somebody"

"""The summary of a review: looked at, read whole, filled from typed lines and from the notes of the day."""

from collections.abc import Sequence

from bot.cards import summary_forms as forms
from bot.cards import summary_reading as reading
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.cards.summary import A_PAGE, HEADINGS
from bot.cards.summary_forms import FIELD
from bot.handlers import finding
from bot.handlers.access import parts, review_in
from bot.handlers.proposals import too_long
from bot.handlers.summary_access import back, card, draft, drafting, previous, untaken
from bot.language import note_lines
from bot.router import Refused, Turn, on
from bot.rules.findings import SUMMARY, Strand
from bot.rules.papers import LONGEST_POINT
from bot.rules.permissions import Paper
from storage import summaries, summary_points
from storage.booking import By
from storage.models import Change, Review, TeamNote

MOST_TYPED = 10_000
# Each is a line of a choice.
NOTES_AT_ONCE = 30
GONE = "That is not in the summary any more, so there is nothing to read."


@on("summary.find")
def find(turn: Turn) -> Card:
    found = finding.held(turn, "summary", Paper.SUMMARY, finding.near(turn))
    return card(turn, found) if isinstance(found, Review) else found


@on("summary.show")
def show(turn: Turn) -> Card:
    return card(turn, review_in(turn), turn.page)


@on("summary.read")
def read(turn: Turn) -> Card:
    """One point, one action of the previous plan, or all that is said of that plan."""
    review = drafting(turn)
    if "point" in turn.args:
        one = summary_points.get(turn.session, turn.id("point"))
        if one is None or one.review_id != review.id:
            raise Refused(GONE, back(review))
        return reading.read(review, HEADINGS[one.strand], one.text)
    if "item" in turn.args:
        action = dict(previous(turn, review)).get(turn.id("item"))
        if action is None:
            raise Refused(GONE, back(review))
        return reading.read(review, "An earlier action", action.action)
    return reading.read_impact(draft(turn, review, parts(turn, review)), turn.page)


@on("summary.write")
def ask_points(turn: Turn) -> Card:
    return forms.ask_points(drafting(turn), {})


@on("summary.add")
def add(turn: Turn) -> Card:
    review = drafting(turn)
    typed = {strand: turn.text(FIELD[strand]) for strand in SUMMARY}
    if not any(typed.values()):
        problems = {FIELD[Strand.STRENGTH]: Problem("Please write at least one point.")}
        return forms.ask_points(review, typed, problems=problems)
    long = {FIELD[strand]: Problem(why) for strand in SUMMARY if (why := too_long(typed[strand], MOST_TYPED))}
    found = {strand: note_lines.read(typed[strand], LONGEST_POINT) for strand in SUMMARY}
    wrong = [problem for lines in found.values() for problem in lines.problems]
    if long or wrong:
        return forms.ask_points(review, typed, wrong, long)
    texts = {strand: lines.texts for strand, lines in found.items()}
    change = summary_points.add(turn.session, review, texts, By(turn.person, turn.now))
    if change is None:
        return card(turn, review, said="That stands in the summary already.")
    return card(turn, review, page_of(turn, review, change), said=added(change))


def added(change: Change) -> str:
    many = len(change.now["points"])
    return "The point is added." if many == 1 else f"{many} points are added."


def page_of(turn: Turn, review: Review, change: Change) -> int:
    """The page of the first that was added."""
    return page_with(turn, review, change.now["points"][0]["id"])


def page_with(turn: Turn, review: Review, point: int) -> int:
    points = summaries.points(turn.session, review.id)
    ids = [one.id for strand in SUMMARY for one in points if one.strand is strand]
    return ids.index(point) // A_PAGE if point in ids else 0


@on("summary.notes")
def ask_notes(turn: Turn) -> Card:
    """All are ticked: whoever makes a note for the summary mostly means it to stand there."""
    review = drafting(turn)
    return offered(turn, review, turn.page)


def offered(turn: Turn, review: Review, page: int, said: str = "") -> Card:
    notes = untaken(turn, review, summaries.points(turn.session, review.id))
    if not notes:
        return card(turn, review, warning="There are no notes that could be taken into the summary.")
    page = max(0, min(page, (len(notes) - 1) // NOTES_AT_ONCE))
    here = notes[page * NOTES_AT_ONCE : (page + 1) * NOTES_AT_ONCE]
    left = len(notes) - (page + 1) * NOTES_AT_ONCE
    return forms.ask_notes(review, here, [str(one.id) for one in here], page, max(0, left), said)


@on("summary.take")
def take(turn: Turn) -> Card:
    review = drafting(turn)
    chosen = [value for strand in SUMMARY for value in turn.values(FIELD[strand])]
    page = turn.page
    if not chosen:
        return offered(turn, review, page, "Please choose at least one note.")
    notes = chosen_of(turn, review, chosen)
    change = summary_points.take(turn.session, review, notes, By(turn.person, turn.now))
    if change is None:
        return card(turn, review, said="Those stand in the summary already, or were taken out of the notes.")
    return card(turn, review, page_of(turn, review, change), said=added(change))


def chosen_of(turn: Turn, review: Review, chosen: Sequence[str]) -> Sequence[TeamNote]:
    """Those that still wait to be taken: somebody else may have been quicker."""
    waiting = untaken(turn, review, summaries.points(turn.session, review.id))
    return [one for one in waiting if str(one.id) in chosen]

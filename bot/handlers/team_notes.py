"""On the day: the review team jots down what it finds, and the lead reviewer has it gathered."""

from collections.abc import Sequence

from bot.cards import team_notes as say
from bot.cards.finding import which_review
from bot.cards.model import Button, Card, go
from bot.cards.problems import Problem
from bot.cards.team_notes import Gathered
from bot.handlers import finding
from bot.handlers.access import GONE as REVIEW_GONE
from bot.handlers.access import parts, review_in, see
from bot.handlers.proposals import too_long
from bot.language import note_lines
from bot.router import Refused, Turn, id_in, on
from bot.rules.findings import LONGEST, Strand, may_be_noted
from bot.rules.permissions import Paper, Right, rights
from storage import reviews, team_notes
from storage.booking import By
from storage.models import Review, TeamNote

TEAM = frozenset({Right.DRAFT, Right.WRITE})
NOT_YOURS = "Only the review team makes and sees the notes of the day."
NOT_YOUR_NOTE = "Whoever made a note, and the lead reviewer, can change it."
GONE = "That note has been taken out already, so nothing was changed."
TOO_SOON = "Notes of the day can be made from the day of the review on."
NONE = "You are in no review team whose day has come. Notes of the day can be made from that day on."
MOST_TYPED = 10_000


@on("team_notes.typed")
def typed(turn: Turn) -> Card:
    """`strength: calm corridors`, with or without the school before it; what is not plain, the form asks."""
    said = note_lines.headed(turn.args.get("said", ""))
    mine = [one for one in finding.own_reviews(turn) if may_note(turn, one)]
    if not mine:
        raise Refused(NONE)
    near, unsure = finding.of_school(mine, said.before) if said.before else (mine, "")
    # Whoever is in one school today means that one.
    near = [one for one in near if one.day == turn.today and len(near) > 1] or near
    if said.strand is None and not said.text:
        only = near[0] if len(near) == 1 else None
        return shown(turn, only) if only else which_review(near, "team_notes.show", "team_notes.typed")
    if unsure or len(near) > 1:
        return say.ask(None, near, strand=said.strand or "", text=said.text, unsure=unsure)
    if said.strand is None:
        return say.ask(near[0], text=said.text)
    return added(turn, noting(turn, near[0].id), said.strand.value, said.text)


@on("team_notes.show")
def show(turn: Turn) -> Card:
    review = review_in(turn)
    if refusal := why_not(turn, review):
        raise Refused(refusal, see(review))
    return shown(turn, review, id_in(turn.args.get("page", "")) or 0)


@on("team_notes.ask")
def ask(turn: Turn) -> Card:
    return say.ask(noting(turn, turn.id("review")))


@on("team_notes.add")
def add(turn: Turn) -> Card:
    """`review` is in the button, or was chosen in the form where somebody had several."""
    chosen = id_in(turn.text("review")) if "review" in turn.fields else turn.id("review")
    if chosen is None:
        mine = [one for one in finding.own_reviews(turn) if may_note(turn, one)]
        problems = {"review": Problem("Please choose the review.")}
        return say.ask(None, mine, strand=turn.text("strand"), text=turn.text("notes"), problems=problems)
    return added(turn, noting(turn, chosen), turn.text("strand"), turn.text("notes"))


def added(turn: Turn, review: Review, heading: str, text: str) -> Card:
    read = note_lines.read(text)
    problems = wrong(heading, "notes", text, MOST_TYPED)
    if problems or read.problems:
        return say.ask(review, strand=heading, text=text, problems=problems, lines=read.problems)
    change = team_notes.add(turn.session, review, Strand(heading), read.texts, By(turn.person, turn.now))
    many = len(change.now["notes"]) if change else 0
    said = {0: "That is noted already.", 1: "Noted."}.get(many, f"{many} notes are made.")
    return shown(turn, review, said=said)


@on("team_notes.change")
def ask_change(turn: Turn) -> Card:
    review, one = own(turn)
    return say.ask_change(review, one, strand=one.strand.value, text=one.text)


@on("team_notes.save")
def save(turn: Turn) -> Card:
    review, one = own(turn, removed_too=True)
    heading, text = turn.text("strand"), " ".join(turn.text("note").splitlines())
    if one.removed_at:
        # The words are kept: they can be noted anew.
        gone = {"notes": Problem("This note has been taken out. Note it again if it is still wanted.")}
        return say.ask(review, strand=heading, text=text, problems=gone)
    if (heading, text) == (one.strand.value, one.text):
        return shown(turn, review, said="Saved.")
    problems, said = wrong(heading, "note", text, LONGEST), ""
    if id_in(turn.args.get("version", "")) != one.version:
        said = (
            f"This note was changed while you were here. It now says: “{one.text}”. Save again to replace it."
        )
    if problems or said:
        return say.ask_change(review, one, strand=heading, text=text, problems=problems, said=said)
    team_notes.rewrite(turn.session, review, one, Strand(heading), text, By(turn.person, turn.now))
    return shown(turn, review, said="Saved.")


@on("team_notes.remove")
def remove(turn: Turn) -> Card:
    review, one = own(turn, removed_too=True)
    if one.removed_at:
        return shown(turn, review, said="The note is taken out.")
    if id_in(turn.args.get("version", "")) != one.version:
        return shown(turn, review, warning="That note has been changed since, so it was not taken out.")
    team_notes.remove(turn.session, review, one, By(turn.person, turn.now))
    return shown(turn, review, said="The note is taken out.")


def wrong(heading: str, name: str, text: str, most: int) -> dict[str, Problem]:
    problems = {}
    if heading not in set(Strand):
        problems["strand"] = Problem("Please choose the heading that it belongs under.")
    if not text.strip():
        problems[name] = Problem("Please write what you saw.")
    elif error := too_long(text, most):
        problems[name] = Problem(error)
    return problems


def shown(turn: Turn, review: Review, page: int = 0, *, said: str = "", warning: str = "") -> Card:
    notes: Sequence[TeamNote] = team_notes.of_review(turn.session, review.id)
    gathered = Gathered(review, notes, turn.asker.id, leads(turn, review))
    return say.show(gathered, page, said=said, warning=warning)


def leads(turn: Turn, review: Review) -> bool:
    return Right.WRITE in rights(parts(turn, review), Paper.SUMMARY)


def why_not(turn: Turn, review: Review) -> str | None:
    """Why this person makes and sees no notes of this review; None: they do."""
    if not rights(parts(turn, review), Paper.SUMMARY) & TEAM:
        return NOT_YOURS
    if review.cancelled_at:
        return "That review has been cancelled, so there is nothing to note."
    return (
        None if may_be_noted(review.day, turn.today, postponed=review.postponed_at is not None) else TOO_SOON
    )


def may_note(turn: Turn, review: Review) -> bool:
    return why_not(turn, review) is None


def noting(turn: Turn, review_id: int) -> Review:
    """The review, for its team, from its day on, once nobody else is changing it."""
    review = reviews.get_to_change(turn.session, review_id)
    if review is None:
        raise Refused(REVIEW_GONE)
    if refusal := why_not(turn, review):
        raise Refused(refusal, see(review))
    return review


def own(turn: Turn, *, removed_too: bool = False) -> tuple[Review, TeamNote]:
    """A note that this person may change."""
    review = noting(turn, turn.id("review"))
    back = Button("See the notes", go("team_notes.show", review=review.id))
    one = team_notes.get(turn.session, turn.id("note"))
    if one is None or one.review_id != review.id or (one.removed_at and not removed_too):
        raise Refused(GONE, back)
    if not leads(turn, review) and one.by_id != turn.asker.id:
        raise Refused(NOT_YOUR_NOTE, back)
    return review, one

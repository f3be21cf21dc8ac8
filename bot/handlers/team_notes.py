"""On the day: the review team jots down what it finds, and the lead reviewer has it gathered."""

from collections.abc import Sequence
from datetime import timedelta

from bot.cards import team_notes as say
from bot.cards.finding import which_review
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.cards.team_notes import Gathered
from bot.handlers import finding
from bot.handlers.access import review_in
from bot.handlers.proposals import too_long
from bot.handlers.team_notes_access import NONE, leads, noted, noting, own, to_read
from bot.language import names, note_lines
from bot.router import Refused, Turn, id_in, on
from bot.rules.findings import LONGEST, Strand
from storage import summary_points, team_notes
from storage.booking import By
from storage.models import Review, TeamNote
from storage.reviews import A_YEAR

MOST_TYPED = 10_000


@on("team_notes.find")
def find(turn: Turn) -> Card:
    """The notes of the one review that it can be, or the question which."""
    return listed(turn, todays(turn, some(turn, finding.near(turn))))


@on("team_notes.typed")
def typed(turn: Turn) -> Card:
    """`strength: calm corridors`, with or without the school before it; what is not plain, the form asks.

    A school alone is asked for its notes.
    """
    said = note_lines.headed(turn.args.get("said", ""))
    mine, unsure = some(turn, A_YEAR if said.before or not said.strand else finding.near(turn)), ""
    if said.strand is None and names.exact(said.text, finding.called(mine)):
        return listed(turn, finding.of_school(mine, said.text)[0])
    if said.before:
        mine, unsure = finding.of_school(mine, said.before)
    near = todays(turn, mine)
    if unsure or len(near) > 1:
        return say.ask(None, near, strand=said.strand or "", text=said.text, unsure=unsure)
    if said.strand is None:
        return say.ask(near[0], text=said.text)
    return added(turn, noting(turn, near[0].id), said.strand.value, said.text)


def some(turn: Turn, back: timedelta) -> Sequence[Review]:
    mine = noted(turn, back)
    if not mine:
        raise Refused(NONE)
    return mine


def todays(turn: Turn, near: Sequence[Review]) -> Sequence[Review]:
    """Whoever is in one school today means that one."""
    return [one for one in near if one.day == turn.today] or near


def listed(turn: Turn, near: Sequence[Review]) -> Card:
    if len(near) == 1:
        return shown(turn, near[0])
    return which_review(near, "team_notes.show", "team_notes.find", turn.page)


@on("team_notes.show")
def show(turn: Turn) -> Card:
    return shown(turn, to_read(turn, review_in(turn)), turn.page)


@on("team_notes.ask")
def ask(turn: Turn) -> Card:
    return say.ask(noting(turn, turn.id("review")))


@on("team_notes.add")
def add(turn: Turn) -> Card:
    """`review` is in the button, or was chosen in the form where somebody had several."""
    chosen = id_in(turn.text("review")) if "review" in turn.fields else turn.id("review")
    if chosen is None:
        mine = some(turn, A_YEAR)
        problems = {"review": Problem("Please choose the review.")}
        return say.ask(None, mine, strand=turn.text("strand"), text=turn.text("notes"), problems=problems)
    return added(turn, noting(turn, chosen), turn.text("strand"), turn.text("notes"))


def added(turn: Turn, review: Review, heading: str, text: str) -> Card:
    read = note_lines.read(text)
    problems = wrong(heading, "notes", text, MOST_TYPED)
    if problems or read.problems:
        return say.ask(review, strand=heading, text=text, problems=problems, lines=read.problems)
    found = {
        one: note_lines.read(said).texts for one, said in note_lines.under(Strand(heading), text).items()
    }
    change = team_notes.add(turn.session, review, found, By(turn.person, turn.now))
    many = len(change.now["notes"]) if change else 0
    said = {0: "That is noted already.", 1: "Noted."}.get(many, f"{many} notes added.")
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
    taken = summary_points.taken(turn.session, review.id)
    gathered = Gathered(review, notes, turn.asker.id, leads(turn, review), taken)
    return say.show(gathered, page, said=said, warning=warning)

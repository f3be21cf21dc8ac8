"""The audit proforma: looked at, and filled in by those who take part, each for their own lines."""

from collections.abc import Mapping

from bot.cards import audit_forms as say
from bot.cards.audit_forms import Typed
from bot.cards.model import Card
from bot.documents import audit_draft
from bot.handlers import finding
from bot.handlers.access import review_in
from bot.handlers.audit_access import Parts, contributing, own_lines, shown
from bot.handlers.audit_asked import answered, keep_current
from bot.handlers.audit_writing import (
    Problems,
    Sheet,
    as_it_stands,
    is_as_before,
    is_overtaken,
    sheet,
    understood,
)
from bot.language.audit import HEADINGS
from bot.language.say import full
from bot.router import Turn, on
from bot.rules.audit import Column
from bot.rules.papers import AuditLine
from bot.rules.permissions import Paper
from storage import audits, reviews
from storage.audits import Words
from storage.booking import By, log
from storage.models import Review

SAVED = "Saved. Thank you."
NOTHING_TO_ADD = "Thank you: nothing to add."


@on("audit.find")
def find(turn: Turn) -> Card:
    found = finding.held(turn, "audit", Paper.AUDIT)
    return shown(turn, found) if isinstance(found, Review) else found


@on("audit.show")
def show(turn: Turn) -> Card:
    return shown(turn, review_in(turn), page=turn.page)


@on("audit.mine")
def ask_mine(turn: Turn) -> Card:
    review, mine = contributing(turn)
    filled = sheet(turn, review, own_lines(mine), whole=False)
    return form(review, filled, as_it_stands(filled))


def form(
    review: Review, filled: Sheet, typed: Typed, problems: Problems | None = None, said: str = ""
) -> Card:
    return say.ask_mine(
        review, filled.columns, typed, version=filled.version, problems=problems or {}, said=said
    )


@on("audit.write")
def write(turn: Turn) -> Card:
    review, mine = contributing(turn)
    filled = sheet(turn, review, own_lines(mine), whole=False)
    typed, given, problems = understood(turn, review, filled)
    if problems:
        return form(review, filled, typed, problems)
    if is_as_before(filled, given):
        return nothing_to_add(turn, review, mine)
    if said := meanwhile(turn, review, filled, given):
        return form(review, filled, typed, said=said)
    by = By(turn.person, turn.now)
    was_asked = turn.asker.id in audits.unanswered(turn.session, review.id)
    # A line that is left as it was keeps its place among what others wrote.
    new = {line: words for line, words in given.items() if words != filled.mine(line)}
    change = audits.write(turn.session, review, audits.WRITTEN, new, by, whole=False)
    if was_asked:
        answered(turn, review, change)
    return shown(turn, review, mine, said=SAVED)


def nothing_to_add(turn: Turn, review: Review, mine: Parts) -> Card:
    """Whoever was asked has answered with that; else nothing has happened."""
    if turn.asker.id not in audits.unanswered(turn.session, review.id):
        return shown(turn, review, mine, said=SAVED)
    change = log(turn.session, review, audits.CHECKED, By(turn.person, turn.now))
    answered(turn, review, change)
    return shown(turn, review, mine, said=NOTHING_TO_ADD)


def meanwhile(turn: Turn, review: Review, filled: Sheet, given: Mapping[AuditLine, Words]) -> str:
    """What has changed since the form was shown, of what it would take the place of; "" where nothing."""
    if not is_overtaken(turn.args.get("version", ""), filled, given):
        return ""
    latest = reviews.latest_change(turn.session, review.id, audits.CHANGES)
    return say.changed_meanwhile(latest.by.name if latest else "Someone", as_text(filled))


def as_text(filled: Sheet) -> str:
    """What of the form is there by now, in a line."""
    found = []
    for line, columns in filled.columns.items():
        stands = filled.stands(line)
        dated = full(stands.dated) if stands.dated and Column.DATED in columns else ""
        present = stands.present if Column.PRESENT in columns else ""
        words = filled.shown(line) if Column.WORDS in columns else ""
        said = "; ".join(filter(None, (dated, present, words)))
        found += [f"{HEADINGS[line]}: {said}"] if said else []
    return ". ".join(found)


@on("audit.withdraw")
def withdraw(turn: Turn) -> Card:
    review, mine = contributing(turn)
    written = audit_draft.written(turn.session, review)
    mine_now = [line for line, found in written.items() if any(one.by == turn.asker.id for one in found)]
    if mine_now:
        there, by = dict.fromkeys(mine_now, Words()), By(turn.person, turn.now)
        keep_current(
            turn, review, audits.write(turn.session, review, audits.TAKEN_BACK, there, by, whole=False)
        )
    return shown(turn, review, mine, said="What you wrote is taken back.")

"""One line of the audit proforma, put right by the headteacher of the reviewed school."""

from bot.cards import audit_forms as say
from bot.cards.audit_forms import Typed
from bot.cards.model import Card
from bot.handlers.access import damaged
from bot.handlers.audit import SAVED, meanwhile
from bot.handlers.audit_access import correcting, shown
from bot.handlers.audit_writing import Problems, Sheet, as_it_stands, is_as_before, sheet, understood
from bot.router import Turn, on
from bot.rules.audit import COLUMNS
from bot.rules.papers import AuditLine
from storage import audits
from storage.audits import Words
from storage.booking import By
from storage.models import Review


def line_in(turn: Turn) -> AuditLine:
    try:
        return AuditLine(turn.args.get("line", ""))
    except ValueError:
        raise damaged() from None


@on("audit.line")
def ask(turn: Turn) -> Card:
    review, _ = correcting(turn)
    line = line_in(turn)
    filled = sheet(turn, review, {line: COLUMNS[line]}, whole=True)
    return form(review, line, filled, as_it_stands(filled))


def form(
    review: Review,
    line: AuditLine,
    filled: Sheet,
    typed: Typed,
    problems: Problems | None = None,
    said: str = "",
) -> Card:
    return say.ask_line(
        review,
        line,
        filled.columns[line],
        typed,
        version=filled.version,
        own=filled.mine(line) != Words(),
        problems=problems or {},
        said=said,
    )


@on("audit.correct")
def correct(turn: Turn) -> Card:
    review, mine = correcting(turn)
    line = line_in(turn)
    filled = sheet(turn, review, {line: COLUMNS[line]}, whole=True)
    typed, given, problems = understood(turn, review, filled)
    if problems:
        return form(review, line, filled, typed, problems)
    if typed == as_it_stands(filled):
        return shown(turn, review, mine, said=SAVED)
    if said := meanwhile(turn, review, filled, given):
        return form(review, line, filled, typed, said=said)
    if not is_as_before(filled, given):
        by = By(turn.person, turn.now)
        audits.write(turn.session, review, audits.CORRECTED, given, by, whole=True)
    return shown(turn, review, mine, said=SAVED)


@on("audit.restore")
def restore(turn: Turn) -> Card:
    """What the records and the others say stands again."""
    review, mine = correcting(turn)
    line = line_in(turn)
    filled = sheet(turn, review, {line: COLUMNS[line]}, whole=True)
    if filled.mine(line) != Words():
        by = By(turn.person, turn.now)
        audits.write(turn.session, review, audits.TAKEN_BACK, {line: Words()}, by, whole=True)
    return shown(turn, review, mine, said="What you wrote at that line is taken back.")

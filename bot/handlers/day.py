"""The timetable of a review day: the head writes it, the review team reads it."""

from bot.cards import day_form as form
from bot.cards.common import DAMAGED
from bot.cards.day import changed_since
from bot.cards.model import Card
from bot.handlers import day_news, finding, news
from bot.handlers.access import review_in
from bot.handlers.day_access import shown, written
from bot.language import day_rows
from bot.language.day_rows import Typed
from bot.router import Refused, Turn, id_in, on
from bot.rules.milestones import Kind
from storage import days
from storage.booking import By
from storage.models import DayTimetable, Review


@on("day.find")
def find(turn: Turn) -> Card:
    """Never a form: in a channel it would stand there for all to read."""
    found = finding.meant(turn, "day", Kind.TIMETABLE)
    return shown(turn, found) if isinstance(found, Review) else found


@on("day.show")
def show(turn: Turn) -> Card:
    return shown(turn, review_in(turn))


@on("day.ask")
def ask(turn: Turn) -> Card:
    review, kept = written(turn)
    return form.ask(review, kept.version if kept else 0, value=kept.typed if kept else "")


@on("day.save")
def save(turn: Turn) -> Card:
    """The form, sent to the team; what can't stand comes back with it."""
    review, kept = written(turn)
    typed, rows = rows_typed(turn)
    if rows.problems:
        return form.ask(review, version_in(turn), value=typed, problems=rows.problems)
    if kept and kept.final_at and kept.typed == typed and not days.draft(kept):
        return shown(turn, review, "The team has it.")
    if version_in(turn) != version_of(kept):
        return changed_meanwhile(review, kept, typed)
    return sent(turn, review, typed, rows)


@on("day.keep")
def keep(turn: Turn) -> Card:
    """The form, kept until later; the team hears nothing."""
    review, kept = written(turn)
    typed, rows = rows_typed(turn)
    if rows.problems:
        return form.ask(review, version_in(turn), value=typed, problems=rows.problems)
    if kept is None or kept.typed != typed or not days.draft(kept):
        if version_in(turn) != version_of(kept):
            return changed_meanwhile(review, kept, typed)
        change = days.keep(turn.session, review, typed, rows.rows, By(turn.person, turn.now))
        day_news.show_in_details(turn, review, change, news.heads(turn, review))
    return shown(turn, review, "This is a draft: the team has not seen it.")


@on("day.send")
def send(turn: Turn) -> Card:
    """The draft as it was kept, sent to the team."""
    review, kept = written(turn)
    if kept is None or not days.draft(kept):
        return shown(turn, review)
    if overtaken := newer(turn, review, kept):
        return overtaken
    return sent(turn, review, kept.typed, Typed(days.draft(kept), ()))


@on("day.drop")
def drop(turn: Turn) -> Card:
    """Back to what the team has."""
    review, kept = written(turn)
    if kept is None or not kept.final_at or not days.draft(kept):
        return shown(turn, review)
    if overtaken := newer(turn, review, kept):
        return overtaken
    typed = day_rows.as_text(days.given(kept))
    days.drop_draft(turn.session, review, kept, typed, By(turn.person, turn.now))
    return shown(turn, review, "The draft is gone.")


@on("day.take_back")
def take_back(turn: Turn) -> Card:
    review, kept = written(turn)
    if kept is None or not kept.final_at:
        return shown(turn, review)
    if overtaken := newer(turn, review, kept):
        return overtaken
    calendar, by = turn.directory.calendar(review.school_id), By(turn.person, turn.now)
    change = days.take_back(turn.session, review, kept, calendar, turn.policy, by)
    day_news.tell_taken_back(turn, review, change)
    return shown(turn, review, "Taken back: this is a draft now, and the team is told.")


def newer(turn: Turn, review: Review, kept: DayTimetable) -> Card | None:
    """The timetable as somebody else has left it since the button was made, if they have."""
    if version_in(turn) == kept.version:
        return None
    return shown(turn, review, warning=changed_since(kept.by.name))


def sent(turn: Turn, review: Review, typed: str, rows: Typed) -> Card:
    change = days.send(turn.session, review, typed, rows.rows, By(turn.person, turn.now))
    if change:
        day_news.tell_sent(turn, review, change)
    said = "Sent. The review team is told." if change else "The team has exactly this already."
    return shown(turn, review, said)


def changed_meanwhile(review: Review, kept: DayTimetable | None, typed: str) -> Card:
    """The second of two savers keeps what they typed, and sees what the first left."""
    if kept is None:
        raise Refused(DAMAGED)
    theirs = days.draft(kept) or days.given(kept)
    return form.ask(
        review, kept.version, value=typed, said=form.changed_meanwhile(kept.by.name), theirs=theirs
    )


def rows_typed(turn: Turn) -> tuple[str, Typed]:
    typed = turn.text("rows")
    return typed, day_rows.read(typed)


def version_in(turn: Turn) -> int:
    return id_in(turn.args.get("version", "")) or 0


def version_of(kept: DayTimetable | None) -> int:
    return kept.version if kept else 0

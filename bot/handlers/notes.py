"""The note that goes with a review; of two who change it at once the second sees the first's."""

from bot.cards import notes as say
from bot.cards.model import Card
from bot.handlers import news
from bot.handlers.access import managed
from bot.handlers.moving import changed_meanwhile
from bot.handlers.proposals import LONGEST_NOTE, too_long
from bot.router import Turn, id_in, on
from storage import booking
from storage.booking import By
from storage.models import Review


@on("note.ask")
def ask_note(turn: Turn) -> Card:
    review = managed(turn)
    return say.ask_note(review, value=review.note)


@on("note.save")
def save_note(turn: Turn) -> Card:
    review = managed(turn)
    note = turn.text("note")
    if error := too_long(note, LONGEST_NOTE):
        return say.ask_note(review, value=note, error=error)
    if note == review.note:
        return say.note_saved(review)
    if id_in(turn.args.get("version", "")) != review.version:
        return say.ask_note(review, value=note, error=note_changed(turn, review))
    change = booking.rewrite_note(turn.session, review, note, By(turn.person, turn.now))
    news.refresh_questions(turn, review, change)
    return say.note_saved(review)


def note_changed(turn: Turn, review: Review) -> str:
    """The second of two savers sees what the first left, and keeps their own words."""
    return f"{changed_meanwhile(turn, review)} The note now says: “{review.note}”. Save again to replace it."

"""A greeting, and what can be done about too many reminders: a short answer each."""

from bot.cards import requests as say
from bot.cards.home import to_do
from bot.cards.model import Card
from bot.handlers.home import mine
from bot.handlers.matters_open import looking_now
from bot.handlers.open_answers import open_answers, waiting
from bot.handlers.reminder_card import card, lines_of
from bot.router import Turn, on
from storage import reminders as kept


@on("hello.show")
def hello(turn: Turn) -> Card:
    match turn.args.get("said", ""):
        case "agreed" if waiting(turn):
            # It may be meant as the answer to what waits.
            return open_answers(turn)
        case "thanks" | "agreed":
            return say.you_are_welcome()
        case "goodbye":
            return say.goodbye()
        case _:
            return say.hello(turn.asker.name, len(to_do(mine(turn))))


@on("nudge.about")
def about_reminders(turn: Turn) -> Card:
    """Today's reminder, where there is one, can be put off at once."""
    rows = kept.of_day(turn.session, turn.asker.id, turn.today)
    looking = looking_now(turn.session, turn.now)
    lines = lines_of(looking, rows) if rows else ()
    if any(not one.reminder.ended_at for one in lines):
        return card(looking, turn.asker.id, turn.today, lines, said=say.HOW_TO_STOP)
    return say.about_reminders()

"""A greeting, and what can be done about too many reminders: a short answer each."""

from bot.cards import requests as say
from bot.cards.home import to_do
from bot.cards.model import Card
from bot.cards.reminders import stands
from bot.handlers.home import mine
from bot.handlers.matters_open import looking_now
from bot.handlers.open_answers import open_answers, waiting
from bot.handlers.reminder_card import card, comes_back, lines_of
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
    """Today's reminder, or one that was put off, where there is one, can be put off at once."""
    day = turn.today
    rows = kept.of_day(turn.session, turn.asker.id, day)
    if not rows and (put_off := kept.put_off(turn.session, turn.asker.id, day)):
        day = put_off.day
        rows = kept.of_day(turn.session, turn.asker.id, day)
    looking = looking_now(turn.session, turn.now)
    lines = lines_of(looking, rows) if rows else ()
    if any(not one.reminder.ended_at for one in lines):
        back = comes_back(lines, turn.today)
        said = stands(back) if back else say.HOW_TO_STOP
        return card(looking, turn.asker.id, day, lines, said=said)
    return say.about_reminders()

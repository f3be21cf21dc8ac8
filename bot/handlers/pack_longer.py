"""The paperwork needs longer: until when, and the review team is told."""

from datetime import date

from bot.cards import pack_forms as say
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.handlers import news
from bot.handlers.pack_access import shown, waited_for
from bot.handlers.proposals import LONGEST_LINE, day_typed, too_long
from bot.language.say import full
from bot.router import Turn, on
from bot.rules.milestones import Kind
from storage import milestones, packs
from storage.booking import By
from storage.models import Milestone, Review


@on("longer.ask")
def ask(turn: Turn) -> Card:
    review = waited_for(turn)
    row = milestones.of(review, Kind.PACK)
    until = milestones.longer(row, review.day)
    if until is None:
        return say.ask_longer(review)
    return say.ask_longer(review, value=until.isoformat(), why=row.longer_why)


@on("longer.give")
def give(turn: Turn) -> Card:
    review = waited_for(turn)
    row, why = milestones.of(review, Kind.PACK), turn.text("why")
    day, unread = day_typed(turn)
    typed = day.isoformat() if day else turn.text("day")
    problems = {"day": unread} if unread else {}
    if day and (sentence := unsuitable(turn, review, row, day)):
        problems["day"] = Problem(sentence)
    if error := too_long(why, LONGEST_LINE):
        problems["why"] = Problem(error)
    if day is None or problems:
        return say.ask_longer(review, value=typed, why=why, problems=problems)
    if (day, why) == (row.longer_until, row.longer_why):
        return shown(turn, review)
    if turn.args.get("was", "") != (row.longer_until.isoformat() if row.longer_until else ""):
        return say.ask_longer(review, value=typed, why=why, said=changed_meanwhile(row))
    change = packs.give_longer(turn.session, review, day, why, By(turn.person, turn.now))
    for person in news.review_team(turn, review):
        news.tell(turn, person, "pack.longer", change)
    return shown(turn, review, f"The review team is told that you need until {full(day)}.")


@on("longer.off")
def take_back(turn: Turn) -> Card:
    """They don't need longer after all."""
    review = waited_for(turn)
    if milestones.of(review, Kind.PACK).longer_until:
        packs.no_longer(turn.session, review, By(turn.person, turn.now))
    return shown(turn, review, "Then the date is the usual one again.")


def unsuitable(turn: Turn, review: Review, row: Milestone, day: date) -> str:
    if day < turn.today:
        return f"{full(day)} is past. Please give a day from today on."
    if day > review.day:
        return f"That is after the review, which is on {full(review.day)}. Please give an earlier day."
    if day <= row.due:
        return f"It is due by {full(row.due)} anyway. Please give a later day."
    return ""


def changed_meanwhile(row: Milestone) -> str:
    if row.longer_until is None or row.longer_by is None:
        return "That has been taken back meanwhile, so nothing of yours is saved yet."
    return say.longer_changed(full(row.longer_until), row.longer_by.name)

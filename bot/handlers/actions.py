"""Progress of the actions of a plan that was sent: done, moved, help wanted; each can be taken back."""

from bot.cards import actions as say
from bot.cards.model import Card
from bot.cards.plan_words import deadline
from bot.cards.problems import Problem
from bot.handlers import action_news
from bot.handlers.plan_access import acting, progress
from bot.handlers.proposals import day_typed, too_long
from bot.language.say import full
from bot.router import Turn, id_in, on
from bot.rules.actions import LONGEST_HELP
from storage import actions, plans
from storage.actions import Sent
from storage.booking import By

HELPED = (actions.HELP, actions.NO_HELP)


@on("action.done")
def done(turn: Turn) -> Card:
    review, held, one = acting(turn)
    if one.item.done_at is None:
        change = actions.done(turn.session, review, one.item, By(turn.person, turn.now))
        action_news.refresh_help(turn, review, one, change)
    return progress(turn, review, held, said="Done. Thank you.")


@on("action.not_done")
def not_done(turn: Turn) -> Card:
    review, held, one = acting(turn)
    if one.item.done_at is not None:
        change = actions.not_done(turn.session, review, one.item, By(turn.person, turn.now))
        action_news.refresh_help(turn, review, one, change)
    return progress(turn, review, held, said="It counts as not done.")


@on("action.ask_move")
def ask_move(turn: Turn) -> Card:
    review, _, one = acting(turn)
    return say.ask_move(review, one, value="", was=stands(one))


@on("action.move")
def move(turn: Turn) -> Card:
    review, held, one = acting(turn)
    day, problem = day_typed(turn)
    if day is not None and day == one.entry.due:
        return progress(turn, review, held, said="That is the date it has.")
    if day is not None and day < review.day:
        problem = Problem(f"The review was on {full(review.day)}. Please give a date after it.")
    value, said = day.isoformat() if day else turn.text("day"), meanwhile(turn, one)
    if day is None or problem or said:
        problems = {"day": problem} if problem else {}
        return say.ask_move(review, one, value=value, was=stands(one), problems=problems, said=said)
    change = actions.put_off(turn.session, review, one, day, By(turn.person, turn.now))
    action_news.moved(turn, review, one, change)
    return progress(turn, review, held, said=f"Moved to {full(day)}. The old date is kept.")


def stands(one: Sent) -> str:
    """The date that a form has seen; words without one are not put into a button."""
    return one.entry.due.isoformat() if one.entry.due else ""


def meanwhile(turn: Turn, one: Sent) -> str:
    if turn.args.get("was", "") == stands(one):
        return ""
    latest = plans.last_change(turn.session, one.item, (actions.PUT_OFF, plans.CHANGED))
    return say.moved_meanwhile(latest.by.name if latest else "Someone", deadline(one.entry))


@on("action.ask_help")
def ask_help(turn: Turn) -> Card:
    review, _, one = acting(turn)
    since = plans.last_id(turn.session, one.item, HELPED)
    return say.ask_help(review, one, value=one.item.help_words, since=since)


@on("action.help")
def ask_for_help(turn: Turn) -> Card:
    review, held, one = acting(turn)
    words, latest = turn.text("help"), plans.last_change(turn.session, one.item, HELPED)
    since = latest.id if latest else 0
    if words and words == one.item.help_words:
        return progress(turn, review, held, said="Help is asked for already.")
    error = too_long(words, LONGEST_HELP) if words else "Please write what would help."
    seen = id_in(turn.args.get("since", "")) or 0
    said = say.asked_meanwhile(latest.by.name, one.item.help_words) if latest and seen != since else ""
    if error or said:
        problems = {"help": Problem(error)} if error else {}
        return say.ask_help(review, one, value=words, since=since, problems=problems, said=said)
    change = actions.ask_for_help(turn.session, review, one.item, words, By(turn.person, turn.now))
    action_news.help_wanted(turn, review, one, change)
    return progress(turn, review, held, said="The Peer Review Lead and the Consortium Office are told.")


@on("action.no_help")
def no_help(turn: Turn) -> Card:
    review, held, one = acting(turn)
    if one.item.help_at is not None:
        change = actions.no_help(turn.session, review, one.item, By(turn.person, turn.now))
        action_news.refresh_help(turn, review, one, change)
    return progress(turn, review, held, said="Noted: no help is needed.")

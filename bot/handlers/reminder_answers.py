"""What somebody answers to a reminder: not now, it is done, it is not mine."""

from collections.abc import Sequence
from datetime import date

from bot.cards import reminders as say
from bot.cards.model import Card
from bot.handlers import news
from bot.handlers.letters import about
from bot.handlers.matters_open import looking_now
from bot.handlers.reminder_card import Line, card, is_too_late, lines_of, put_off_to
from bot.letters import Letter, template
from bot.router import Refused, Turn, on
from bot.rules.permissions import Part, may_manage
from bot.rules.reminders import To
from storage import reminders as kept
from storage import reviews, standing
from storage.booking import By, log
from storage.models import Person, Review

GONE = "That reminder isn’t here any more, so nothing was changed."
NOT_YOURS = "That reminder went to somebody else, so nothing was changed."
NO_LONGER = "That is done, moved, or someone else’s by now, so there is nothing to put off."
SAID, INVITATION = "nudge.said", "invitation"
# What the headteacher hands to somebody at the school, or the plan gives to them.
FROM_THE_HEAD = frozenset({"pack", "timetable", "action"})
DONE, NOT_MINE, AGAIN = "reminder_done", "reminder_not_mine", "reminder_again"


@on("nudge.later")
def later(turn: Turn) -> Card:
    """Put off everything in that day's reminder that is still open."""
    day = turn.day("day")
    lines = theirs(turn, day)
    waiting = [one for one in lines if not one.reminder.ended_at]
    if not waiting:
        raise Refused(NO_LONGER)
    looking = looking_now(turn.session, turn.now)
    choice = turn.args.get("choice", "")
    then = put_off_to(looking, turn.asker.id, waiting, choice)
    for one in waiting:
        one.reminder.until = then
    return shown(turn, day, say.put_off(then, sooner=is_too_late(looking, turn.asker.id, waiting, choice)))


@on("nudge.done")
def done(turn: Turn) -> Card:
    return end(turn, say.DONE, DONE)


@on("nudge.not_mine")
def not_mine(turn: Turn) -> Card:
    return end(turn, say.NOT_MINE, NOT_MINE)


def end(turn: Turn, why: str, what: str) -> Card:
    one, review = answered(turn)
    if one.reminder.ended_at is None:
        kept.end(one.reminder, why, turn.now)
        change = log(turn.session, review, what, By(turn.person, turn.now), now={"matter": one.matter.kind})
        for to in hears(turn, review, one, why):
            news.tell(turn, to, SAID, change, review=review.id, others=others(turn, one))
    return shown(turn, one.reminder.day, said=say.ENDED[why])


def hears(turn: Turn, review: Review, one: Line, why: str) -> Sequence[Person]:
    """Whoever leads; and the headteachers, when whoever does it for them says that it is not theirs."""
    lead = news.lead_of(turn, review, but=turn.person)
    gave = why == say.NOT_MINE and one.matter.kind in FROM_THE_HEAD
    people = (*((lead,) if lead else ()), *(news.heads(turn, review) if gave else ()))
    return list({person.id: person for person in people if person.id != turn.asker.id}.values())


def others(turn: Turn, one: Line) -> int:
    """How many are still reminded of it."""
    matter = one.matter
    past = kept.of_matters(turn.session, {matter.name})
    owing = set(matter.whom.get(To.OWER, ())) - {turn.asker.id}
    return sum(not any(row.ended_at for row in past.get((number, matter.name), ())) for number in owing)


@on("nudge.again")
def again(turn: Turn) -> Card:
    """After all: from the next step on, or tomorrow where none is to come."""
    one, review = answered(turn)
    if one.reminder.ended_at is not None:
        kept.go_on(turn.session, one.reminder)
        log(turn.session, review, AGAIN, By(turn.person, turn.now), now={"matter": one.matter.kind})
    return shown(turn, one.reminder.day, said="All right: I’ll remind you again.")


def answered(turn: Turn) -> tuple[Line, Review]:
    """The line named in the button and its review, for whoever was reminded and still has it to do."""
    found = kept.get(turn.session, turn.id("reminder"))
    if found is None:
        raise Refused(GONE)
    if found.person_id != turn.asker.id:
        raise Refused(NOT_YOURS)
    # Held, so that of two who answer at once the second sees the first's.
    review = reviews.get_to_change(turn.session, found.review_id) if found.review_id else None
    lines = lines_of(looking_now(turn.session, turn.now), [found])
    if review is None or not lines or not lines[0].shown.mine:
        raise Refused(NO_LONGER)
    return lines[0], review


def theirs(turn: Turn, day: date) -> Sequence[Line]:
    rows = kept.of_day(turn.session, turn.asker.id, day)
    if not rows:
        raise Refused(GONE)
    return lines_of(looking_now(turn.session, turn.now), rows)


def shown(turn: Turn, day: date, said: str) -> Card:
    lines = theirs(turn, day)
    if not lines:
        return say.nothing()
    return card(looking_now(turn.session, turn.now), turn.asker.id, day, lines, said)


@template(SAID)
def told(letter: Letter) -> Card | None:
    """To the Lead or the head: that somebody says it is done, or not theirs; nothing of what is in it."""
    review, change = about(letter)
    if review is None or change is None or letter.person is None or review.cancelled_at:
        return None
    mine = standing.parts(letter.session, letter.person, review, letter.today)
    matter, left = str(change.now["matter"]), letter.args.get("others")
    if not may_manage(mine) and not (Part.HOST_HEAD in mine and matter in FROM_THE_HEAD):
        return None
    # Everyone answers for themselves whether they come; a message from before does not say who is left.
    left = None if matter == INVITATION or left is None else int(left)
    return say.said(review, change.by.name, matter, done=change.what == DONE, others=left)

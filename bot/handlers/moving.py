"""A review gets another date: the Lead or the office sees all that changes before it does."""

from collections.abc import Collection
from datetime import date

from bot.cards import moving as say
from bot.cards import remarks as wording
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.handlers import day_asked, news
from bot.handlers.access import manage, managed, not_held, see
from bot.handlers.pack_asked import ask_heads, keep_current
from bot.handlers.proposals import LONGEST_LINE, check_move, day_said, day_typed, too_long
from bot.router import Refused, Turn, id_in, on
from storage import booking, drafts, reviews, suggestions
from storage.booking import By
from storage.models import Change, Draft, Review

KIND = "move"


@on("move.ask")
def ask(turn: Turn) -> Card:
    """The form; with the day in it that was said, as far as it can be read."""
    review = movable(turn)
    day, problem = day_said(turn, review)
    problems = {"day": problem} if problem else {}
    return say.ask_day(review, turn.today, value=day, problems=problems)


@on("move.check")
def check(turn: Turn) -> Card:
    review = movable(turn)
    typed, reason = turn.text("day"), turn.text("reason")
    if id_in(turn.args.get("version", "")) != review.version:
        return say.ask_day(
            review, turn.today, value=typed, reason=reason, said=changed_meanwhile(turn, review)
        )
    day, unread = day_typed(turn)
    problems = {"day": unread} if unread else {}
    if error := too_long(reason, LONGEST_LINE):
        problems["reason"] = Problem(error)
    if day == review.day and not (review.postponed_at or review.cancelled_at):
        problems["day"] = Problem("That is the date it has already. Please choose another.")
    if day is None or problems:
        return say.ask_day(
            review, turn.today, value=day.isoformat() if day else typed, reason=reason, problems=problems
        )
    return preview(turn, review, day, reason)


def preview(turn: Turn, review: Review, day: date, reason: str) -> Card:
    new = check_move(turn, review, day)
    if new.timetable is None:
        problems = {"day": new.problem} if new.problem else {}
        return say.ask_day(review, turn.today, value=day.isoformat(), reason=reason, problems=problems)
    data = {"review": review.id, "day": day.isoformat(), "reason": reason, "version": review.version}
    draft = drafts.save(turn.session, turn.person, KIND, data, now=turn.now, draft=None)
    remarks = [*say.over(review, turn.today), *wording.sentences(new.remarks)]
    return say.preview(review, day, new.timetable, turn.policy, remarks, draft.id)


@on("move.change")
def change(turn: Turn) -> Card:
    draft, review = own_draft(turn)
    return say.ask_day(review, turn.today, value=draft.data["day"], reason=draft.data["reason"])


@on("move.do")
def move(turn: Turn) -> Card:
    draft, review = own_draft(turn)
    day, reason = date.fromisoformat(draft.data["day"]), draft.data["reason"]
    if draft.review_id:
        return say.moved(review)
    if draft.data["version"] != review.version:
        said = changed_meanwhile(turn, review)
        return say.ask_day(review, turn.today, value=day.isoformat(), reason=reason, said=said)
    new = check_move(turn, review, day)
    if new.problem:
        return say.ask_day(
            review, turn.today, value=day.isoformat(), reason=reason, problems={"day": new.problem}
        )
    put_on(turn, review, day, reason=reason, agreed=(turn.asker.id,))
    draft.review_id = review.id
    return say.moved(review)


def put_on(turn: Turn, review: Review, day: date, *, reason: str, agreed: Collection[int]) -> None:
    """Move it, and tell everyone concerned. Those `agreed` to the day are told; the others are asked."""
    calendar = turn.directory.calendar(review.school_id)
    by, urgency = By(turn.person, turn.now), news.how_urgent(turn, review.day, day)
    change = booking.move(turn.session, review, day, calendar, turn.policy, by, reason=reason, agreed=agreed)
    for head in news.heads(turn, review):
        if head.id in agreed and review.confirmed_at is None:
            booking.confirm(turn.session, review, By(head, turn.now))
    settle_suggestions(turn, review, change)
    day_asked.show_how_it_stands(turn, review, change)
    keep_current(turn, review, change)
    news.ask_everyone(turn, review, change, urgency)
    if review.confirmed_at:
        ask_heads(turn, review)
    news.show_in_channel(turn, review, change)
    lead = news.lead_of(turn, review)
    takes_part = {person.id for person in news.everyone(turn, review)}
    if lead is not None and lead.id not in {turn.asker.id, *takes_part}:
        news.tell(turn, lead, "review.moved", change, urgency=urgency)


def settle_suggestions(turn: Turn, review: Review, change: Change) -> None:
    """A new date answers every open suggestion; those who made them hear of the move like all others."""
    for made in suggestions.waiting_for(turn.session, review.id):
        booking.decide(turn.session, made, made.day == review.day, By(turn.person, turn.now))
        news.refresh_suggestion(turn, review, made.id, change)


def movable(turn: Turn) -> Review:
    """The review, for the Lead or the office, if it can be given a date: a cancelled one comes back by it."""
    review = not_held(managed(turn))
    if review.cancelled_at:
        only_one(turn, review)
    return review


def only_one(turn: Turn, review: Review) -> None:
    """A cancelled review can't come back when the school has been booked again."""
    reviews.hold_school(turn.session, review.school_id)
    for other in reviews.of_school(turn.session, review.school_id, review.year_id):
        if other.number == review.number or other.day >= turn.today or other.postponed_at:
            raise Refused(wording.booked_again(other), see(other))


def own_draft(turn: Turn) -> tuple[Draft, Review]:
    draft = drafts.get(turn.session, turn.id("draft"), KIND, turn.person, hold=True)
    review = reviews.get_to_change(turn.session, draft.data["review"]) if draft else None
    if draft is None or review is None:
        raise Refused("That form is no longer here. Please open the review and move it again.")
    manage(turn, review)
    if review.cancelled_at and not draft.review_id:
        only_one(turn, review)
    return draft, not_held(review)


def changed_meanwhile(turn: Turn, review: Review) -> str:
    """Who has changed the review since this person's form was shown."""
    return say.changed_meanwhile(review, reviews.latest_change(turn.session, review.id))

"""Another date, suggested by someone it concerns; the Lead uses it or keeps the date."""

from datetime import date

from bot.cards import remarks as wording
from bot.cards import suggestions as say
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.handlers import news
from bot.handlers.access import GONE, going_ahead, manage, parts, review_in, see, to_come
from bot.handlers.moving import put_on
from bot.handlers.proposals import LONGEST_NOTE, check_day, check_move, day_said, day_typed, too_long
from bot.router import Refused, Turn, on
from bot.rules.checks import DeadlineMoved
from bot.rules.permissions import Part
from storage import booking, reviews, suggestions
from storage.booking import By
from storage.models import Review, Suggestion

MAY_SUGGEST = {Part.HOST_HEAD, Part.LEAD_REVIEWER, Part.REVIEWER, Part.CHAMPION}


@on("suggest.ask")
def ask(turn: Turn) -> Card:
    review = concerned(turn)
    day, problem = day_said(turn, review)
    problems = {"day": problem} if problem else {}
    # Whoever was about to say no may have given the reason already.
    note, moving = turn.text("reason"), turn.args.get("move") == "yes"
    return say.ask_suggestion(review, value=day, note=note, problems=problems, wanted_to_move=moving)


@on("suggest.send")
def send(turn: Turn) -> Card:
    review = concerned(turn)
    typed, note = turn.text("day"), turn.text("note")
    day, unread = day_typed(turn)
    problems = {"day": unread} if unread else {}
    if day:
        typed = day.isoformat()
        problems = unsuitable(turn, review, day)
    if error := too_long(note, LONGEST_NOTE):
        problems["note"] = Problem(error)
    if day is None or problems:
        return say.ask_suggestion(review, value=typed, note=note, problems=problems)
    if not suggestions.has_suggested(turn.session, review.id, turn.asker.id, day):
        made, change = booking.suggest(turn.session, review, day, note, By(turn.person, turn.now))
        lead = news.lead_of(turn, review, but=turn.person)
        if lead is not None:
            slot = news.suggestion_slot(made.id)
            news.tell(turn, lead, "lead.suggested", change, slot=slot, suggestion=made.id)
    return say.suggested(review, day)


def unsuitable(turn: Turn, review: Review, day: date) -> dict[str, Problem]:
    if day == review.day:
        return {"day": Problem("That is the date it has already. Please suggest another.")}
    problem = check_day(turn, review, day)
    return {"day": problem} if problem else {}


@on("suggestion.show")
def show(turn: Turn) -> Card:
    made, review = suggestion_in(turn)
    if made.decided_at:
        return say.decided(review, made)
    new = check_move(turn, review, made.day)
    return say.suggestion(review, made, [new.problem.sentence] if new.problem else [])


@on("suggestion.use")
def use(turn: Turn) -> Card:
    made, review = suggestion_in(turn)
    if made.decided_at:
        return say.decided(review, made)
    new = check_move(turn, review, made.day)
    if new.problem:
        return say.suggestion(review, made, [new.problem.sentence])
    weighty = [known for known in new.remarks if not isinstance(known, DeadlineMoved)]
    if weighty and turn.args.get("sure") != "yes":
        return say.suggestion(review, made, wording.sentences(weighty), sure=True)
    # The note was for the Lead alone: it is not given to everyone as the reason.
    put_on(turn, review, made.day, reason="", agreed=(made.person_id, turn.asker.id))
    return say.decided(review, made)


@on("suggestion.keep")
def keep(turn: Turn) -> Card:
    made, review = suggestion_in(turn)
    if not made.decided_at:
        by = By(turn.person, turn.now)
        booking.decide(turn.session, made, False, by)
        change = booking.log(turn.session, review, "kept", by, now={"day": review.day.isoformat()})
        news.refresh_suggestion(turn, review, made.id, change)
        if made.person_id != turn.asker.id:
            news.tell(turn, made.person, "suggestion.kept", change, suggestion=made.id)
    return say.decided(review, made)


def suggestion_in(turn: Turn) -> tuple[Suggestion, Review]:
    """The suggestion, for the Lead or the office, and its review as it stands."""
    made = suggestions.get(turn.session, turn.id("suggestion"))
    review = reviews.get_to_change(turn.session, made.review_id) if made else None
    if made is None or review is None:
        raise Refused(GONE)
    manage(turn, review)
    if not made.decided_at:
        to_come(turn, review)
        if review.cancelled_at:
            going_ahead(review)
    return made, review


def concerned(turn: Turn) -> Review:
    # Held, so that a button pressed many times at once suggests once.
    review = to_come(turn, going_ahead(review_in(turn, reviews.get_to_change)))
    if not parts(turn, review) & MAY_SUGGEST:
        raise Refused("Only this review’s headteacher and team can suggest another date.", see(review))
    return review

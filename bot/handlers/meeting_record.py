"""That the pre-review meeting was held, who was there, and the focus and process agreed in it."""

from collections.abc import Sequence
from datetime import date

from bot.cards import meeting_record as say
from bot.cards.meeting_record import Typed
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.handlers import news
from bot.handlers.access import rules_for
from bot.handlers.meeting_access import card, leading
from bot.handlers.meeting_news import coming
from bot.handlers.proposals import LONGEST_NOTE, day_typed, too_long
from bot.language.say import full
from bot.router import Turn, id_in, on
from storage import meetings
from storage.booking import By
from storage.meetings import Held
from storage.models import Meeting, Person, Review

LONGEST_OTHERS = 500
CHANGES = ("meeting_proposed", "meeting_agreed", "meeting_recorded", "meeting_unrecorded", "focus_agreed")
Problems = dict[str, Problem]


@on("meeting.record")
def ask(turn: Turn) -> Card:
    """With what is recorded; the first time, with the agreed day and everyone who was to come."""
    review, _ = leading(turn)
    meeting, people = meetings.get(turn.session, review.id), who(turn, review)
    day = (meeting.held_on or meeting.day) if meeting else None
    present = [one.person_id for one in meeting.present] if meeting else []
    if not present and not (meeting and meeting.held_on):
        present = [one.id for one in people]
    typed = Typed(
        day.isoformat() if day and day <= turn.today else "",
        tuple(map(str, present)),
        meeting.others if meeting else "",
        meeting.focus if meeting else "",
    )
    return form(turn, review, meeting, typed)


def form(
    turn: Turn,
    review: Review,
    meeting: Meeting | None,
    typed: Typed,
    problems: Problems | None = None,
    said: str = "",
) -> Card:
    options = [(one.id, one.name) for one in who(turn, review)]
    version = meeting.version if meeting else 0
    return say.ask_record(review, typed, options, version=version, problems=problems or {}, said=said)


def who(turn: Turn, review: Review) -> Sequence[Person]:
    """Those who come, and whoever is recorded already and has left the team since."""
    meeting = meetings.get(turn.session, review.id)
    recorded = [one.person for one in meeting.present] if meeting else []
    people = (*coming(turn.session, review, turn.today), *recorded)
    return list({one.id: one for one in people}.values())


@on("meeting.recorded")
def record(turn: Turn) -> Card:
    review, parts = leading(turn)
    meeting = meetings.get(turn.session, review.id)
    typed, held, problems = understood(turn, review)
    if meeting and held and is_recorded(meeting, held):
        return card(turn, review, parts, said="That is recorded already.")
    if said := meanwhile(turn, review, meeting):
        return form(turn, review, meeting, typed, problems, said)
    if held is None:
        return form(turn, review, meeting, typed, problems)
    meeting = meetings.to_change(turn.session, review)
    change = meetings.record(turn.session, review, meeting, held, By(turn.person, turn.now))
    news.show_in_channel(turn, review, change)
    return card(turn, review, parts, said="Recorded.")


@on("meeting.unrecord")
def take_back(turn: Turn) -> Card:
    review, parts = leading(turn)
    meeting = meetings.get(turn.session, review.id)
    if meeting is None or meeting.held_on is None:
        return card(turn, review, parts)
    rules, by = rules_for(turn, review), By(turn.person, turn.now)
    change = meetings.take_back(turn.session, review, meeting, rules, by)
    news.show_in_channel(turn, review, change)
    return card(turn, review, parts, said="It counts as not held. What was written about it is kept.")


@on("meeting.focus")
def ask_focus(turn: Turn) -> Card:
    review, _ = leading(turn)
    meeting = meetings.get(turn.session, review.id)
    value, version = (meeting.focus, meeting.version) if meeting else ("", 0)
    return say.ask_focus(review, value=value, version=version)


@on("meeting.keep_focus")
def save_focus(turn: Turn) -> Card:
    review, parts = leading(turn)
    meeting, focus = meetings.get(turn.session, review.id), turn.text("focus")
    version = meeting.version if meeting else 0
    if focus == (meeting.focus if meeting else ""):
        return card(turn, review, parts, said="Saved.")
    if error := too_long(focus, LONGEST_NOTE):
        return say.ask_focus(review, value=focus, version=version, problems={"focus": Problem(error)})
    if said := meanwhile(turn, review, meeting):
        return say.ask_focus(review, value=focus, version=version, said=said)
    meeting = meetings.to_change(turn.session, review)
    meetings.write_focus(turn.session, review, meeting, focus, By(turn.person, turn.now))
    return card(turn, review, parts, said="Saved.")


def meanwhile(turn: Turn, review: Review, meeting: Meeting | None) -> str:
    """What somebody else has changed since the form was shown, "" where nothing."""
    if meeting is None or id_in(turn.args.get("version", "")) == meeting.version:
        return ""
    latest = meetings.latest_change(turn.session, review.id, CHANGES)
    return say.changed_meanwhile(latest.by.name if latest else "Someone", meeting.focus)


def is_recorded(meeting: Meeting, held: Held) -> bool:
    """The same form sent twice."""
    present = {one.person_id for one in meeting.present}
    stored = (meeting.held_on, present, meeting.others, meeting.focus)
    return stored == (held.on, set(held.present), held.others, held.focus)


def understood(turn: Turn, review: Review) -> tuple[Typed, Held | None, Problems]:
    typed = Typed(turn.text("day"), turn.values("present"), turn.text("others"), turn.text("focus"))
    day, unread = day_held(turn, review)
    problems = {"day": unread} if unread else {}
    if day:
        typed = Typed(day.isoformat(), typed.present, typed.others, typed.focus)
        if why := not_then(turn, review, day):
            problems["day"] = Problem(why)
    known = {str(one.id): one.id for one in who(turn, review)}
    if not set(typed.present) <= known.keys():
        problems["present"] = Problem("Somebody chosen here is no longer in the team. Please choose again.")
    others = "\n".join(line.strip() for line in typed.others.splitlines() if line.strip())
    if not typed.present and not others:
        problems["present"] = Problem("Please say who was present.")
    for name, said, most in (("others", others, LONGEST_OTHERS), ("focus", typed.focus, LONGEST_NOTE)):
        if error := too_long(said, most):
            problems[name] = Problem(error)
    if day is None or problems:
        return typed, None, problems
    return typed, Held(day, [known[one] for one in typed.present], others, typed.focus), {}


def day_held(turn: Turn, review: Review) -> tuple[date | None, Problem | None]:
    """A date that could be of this year or the next is the one on which a meeting can have been held."""
    day, unread = day_typed(turn, record=True)
    past = [one for one in unread.dates if not not_then(turn, review, one)] if unread else []
    return (past[0], None) if len(past) == 1 else (day, unread)


def not_then(turn: Turn, review: Review, day: date) -> str:
    """Why it can't have been held on that day, "" where it can."""
    if day > turn.today:
        return f"{full(day)} is still to come. Please record the meeting when it has been held."
    if day > review.day and not review.postponed_at:
        return f"The review was on {full(review.day)}, and the meeting comes before it. Please check the day."
    return ""

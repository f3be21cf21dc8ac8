"""The pre-review meeting: looked at, proposed, confirmed, moved."""

from datetime import date, time

from bot.cards import meeting_time as say
from bot.cards.meeting_time import Typed
from bot.cards.meeting_words import asked, caution, odd_hour, proposed, refused
from bot.cards.model import Card
from bot.cards.problems import Problem
from bot.handlers import finding, meeting_news, news, part_said
from bot.handlers.access import parts, review_in, rules_for
from bot.handlers.meeting_access import (
    ARRANGERS,
    ONLY_THEY,
    Parts,
    arranging,
    asked_part,
    back,
    card,
    frame,
)
from bot.handlers.proposals import day_typed, too_long
from bot.language import time_field
from bot.router import Refused, Turn, id_in, on
from bot.rules.meeting import State, in_school_hours, refusal
from bot.rules.milestones import Kind
from bot.rules.permissions import Part
from storage import meetings, milestones
from storage.booking import By
from storage.meetings import Time
from storage.models import Meeting, Review

LONGEST_PLACE = 200
ARRANGED = ("meeting_proposed", "meeting_agreed")
Problems = dict[str, Problem]


@on("meeting.find")
def find(turn: Turn) -> Card:
    """With the day that was said of it in the form."""
    said = part_said.apart(turn)
    found = finding.meant(said.turn, "meeting", keep=said.kept)
    return part_said.opened(said, found, ask_arranger, card) if isinstance(found, Review) else found


def ask_arranger(turn: Turn) -> Card:
    """Whoever sees how it stands and arranges nothing is told who does."""
    if not parts(turn, review_in(turn)) & ARRANGERS:
        raise Refused(ONLY_THEY)
    return ask(turn)


@on("meeting.look")
def look(turn: Turn) -> Card:
    """Whatever day is said."""
    found = finding.meant(part_said.apart(turn).turn, "meeting")
    return card(turn, found) if isinstance(found, Review) else found


@on("meeting.show")
def show(turn: Turn) -> Card:
    return card(turn, review_in(turn), page=turn.page)


@on("meeting.ask")
def ask(turn: Turn) -> Card:
    """With what was said, else the time that stands, else the day by which the schedule asks for it."""
    review, _ = arranging(turn)
    meeting = meetings.get(turn.session, review.id)
    due = meetings.asked_by(turn.session, review, rules_for(turn, review))
    day = meeting.day if meeting and meeting.day else due
    suits = refusal(day, None, frame(turn, review, due), turn.now) is None
    at = f"{meeting.at:%H:%M}" if meeting and meeting.at else ""

    def wrong(told: date) -> Problem | None:
        why = refusal(told, None, frame(turn, review, due), turn.now)
        return refused(why, review.school.name)[1] if why else None

    stood = meeting.day if meeting else None
    said = part_said.filled(turn, day.isoformat() if suits else "", at, stood, wrong)
    typed = Typed(said.day, said.time, meeting.place if meeting else "")
    return say.ask_time(review, typed, due, arranged=stands(meeting), problems=said.problems)


@on("meeting.propose")
def propose(turn: Turn) -> Card:
    review, held = arranging(turn)
    meeting, row = meetings.get(turn.session, review.id), milestones.of(review, Kind.MEETING)
    due, now = meetings.asked_by(turn.session, review, rules_for(turn, review)), stands(meeting)
    typed, wanted, problems = understood(turn, review, held)
    if meeting and wanted and is_there(turn, review, meeting, wanted):
        return there_already(turn, review, held, meeting)
    if meeting and (id_in(turn.args.get("arranged", "")) or 0) != now:
        said = meanwhile(turn, review, meeting)
        return say.ask_time(review, typed, due, arranged=now, problems=problems, said=said)
    if wanted is None:
        sure = typed.time if set(problems) == {"sure"} else ""
        shown = {"time": problems["sure"]} if sure else problems
        return say.ask_time(review, typed, due, arranged=now, problems=shown, sure=sure)
    was, meeting = row.agreed, meetings.to_change(turn.session, review)
    by = By(turn.person, turn.now)
    change = meetings.propose(turn.session, review, meeting, wanted, rules_for(turn, review), by)
    meeting_news.proposed(turn, review, meeting, change, was)
    said = proposed(review, meeting, [head.name for head in news.heads(turn, review)])
    return card(turn, review, held, said=said, warning=caution(wanted.day, row.due))


@on("meeting.confirm")
def confirm(turn: Turn) -> Card:
    review, held = arranging(turn)
    meeting, row = meetings.get(turn.session, review.id), milestones.of(review, Kind.MEETING)
    state = meetings.state_of(review, meeting, row, turn.now)
    if meeting is None or state not in {State.PROPOSED, State.AGREED}:
        return card(turn, review, held, warning="That time no longer fits. Please propose another.")
    if state is State.AGREED:
        return card(turn, review, held)
    if turn.id("arranged") != meeting.arranged_id:
        return card(turn, review, held, warning="Another time has been proposed since. Does this one suit?")
    return settle(turn, review, held, meeting)


def settle(turn: Turn, review: Review, held: Parts, meeting: Meeting) -> Card:
    """The side that was asked says yes."""
    if asked_part(meeting) not in held:
        names = asked(review, meeting, [head.name for head in news.heads(turn, review)])
        raise Refused(f"You proposed that time; {names} has still to confirm it.", back(review))
    due = milestones.of(review, Kind.MEETING).due
    if meeting.day and (why := refusal(meeting.day, meeting.at, frame(turn, review, due), turn.now)):
        _, problem = refused(why, review.school.name)
        return card(turn, review, held, warning=problem.sentence)
    by = By(turn.person, turn.now)
    change = meetings.agree(turn.session, review, meeting, rules_for(turn, review), by)
    meeting_news.agreed(turn, review, change)
    return card(turn, review, held, said="Agreed. The headteacher and the review team are told.")


def stands(meeting: Meeting | None) -> int:
    """The change that arranged what stands; 0 where nothing does."""
    return (meeting.arranged_id or 0) if meeting else 0


def is_there(turn: Turn, review: Review, meeting: Meeting, wanted: Time) -> bool:
    state = meetings.state_of(review, meeting, milestones.of(review, Kind.MEETING), turn.now)
    same = (meeting.day, meeting.at, meeting.place) == (wanted.day, wanted.at, wanted.place)
    return same and state in {State.PROPOSED, State.AGREED}


def there_already(turn: Turn, review: Review, held: Parts, meeting: Meeting) -> Card:
    """Sent twice; or the other side proposes the very time that it has been asked about."""
    row = milestones.of(review, Kind.MEETING)
    proposed = meetings.state_of(review, meeting, row, turn.now) is State.PROPOSED
    if proposed and asked_part(meeting) in held:
        return settle(turn, review, held, meeting)
    return card(turn, review, held, said="That is the time that stands.")


def meanwhile(turn: Turn, review: Review, meeting: Meeting) -> str:
    latest = meetings.latest_change(turn.session, review.id, ARRANGED)
    by = latest.by.name if latest else "Someone"
    return say.proposed_meanwhile(by, meeting, agreed=meeting.confirmed_at is not None)


def understood(turn: Turn, review: Review, held: Parts) -> tuple[Typed, Time | None, Problems]:
    """What was typed, as far as it is plain; the time only where nothing is wrong with it."""
    typed = Typed(turn.text("day"), turn.text("time"), turn.text("place"))
    day, unread = day_typed(turn)
    at, problems = time_field.read(typed.time), {"day": unread} if unread else {}
    if error := too_long(typed.place, LONGEST_PLACE):
        problems["place"] = Problem(error)
    if not isinstance(at, time):
        problems["time"] = Problem(at)
    hour = at if isinstance(at, time) else None
    due = milestones.of(review, Kind.MEETING).due
    if day:
        typed = Typed(day.isoformat(), typed.time, typed.place)
        if why := refusal(day, hour, frame(turn, review, due), turn.now):
            field, problem = refused(why, review.school.name)
            problems[field] = problem
    if hour is None or day is None or problems:
        return typed, None, problems
    typed = Typed(typed.day, f"{hour:%H:%M}", typed.place)
    if not in_school_hours(hour) and turn.args.get("sure") != typed.time:
        return typed, None, {"sure": Problem(odd_hour(typed.time))}
    leads = Part.LEAD_REVIEWER in held and Part.HOST_HEAD not in held
    return typed, Time(day, hour, typed.place, leads), {}

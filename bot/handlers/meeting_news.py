"""Who hears what about the pre-review meeting, and what it says when it is sent."""

from collections.abc import Sequence
from datetime import date, time

from sqlalchemy.orm import Session

from bot.cards import calling_off
from bot.cards import meeting_time as say
from bot.cards.model import Card
from bot.handlers import news
from bot.handlers.letters import about
from bot.handlers.meeting_access import ARRANGERS, asked_part
from bot.language.say import full
from bot.letters import Letter, template
from bot.router import Turn
from bot.rules.meeting import State
from bot.rules.milestones import Kind
from bot.rules.permissions import Part
from bot.rules.roles import REVIEW_TEAM, TeamPart
from storage import meetings, milestones, outbox, standing, teams
from storage.models import Change, Meeting, Person, Review

ATTENDING = ARRANGERS | {Part.REVIEWER}


def slot(review: Review, person: Person) -> str:
    """The place of the question whether the time suits; it is updated with the answer."""
    return f"meeting:{review.id}:{person.id}"


def time_slot(review: Review, person: Person) -> str:
    """The place of the news that a time is agreed; once it moves, that shows as out of date."""
    return f"meeting-time:{review.id}:{person.id}"


def coming(session: Session, review: Review, today: date) -> Sequence[Person]:
    """Everyone but the champions."""
    return news.attending(session, review, REVIEW_TEAM, today)


def sides(turn: Turn, review: Review) -> dict[Part, Sequence[Person]]:
    """Those who arrange the meeting with each other."""
    lead = [m.person for m in teams.present(review) if m.part is TeamPart.LEAD_REVIEWER]
    return {Part.HOST_HEAD: news.heads(turn, review), Part.LEAD_REVIEWER: lead}


def proposed(turn: Turn, review: Review, meeting: Meeting, change: Change, was: date | None) -> None:
    """Ask the other side; where a time had been agreed, tell all the others that it moves."""
    days = [day for day in (meeting.day, was) if day]
    urgency = news.how_urgent(turn, *days)
    both = sides(turn, review)
    asked = {one.id for one in both[asked_part(meeting)] if one.id != turn.asker.id}
    for person in {one.id: one for side in both.values() for one in side}.values():
        is_asked, place = person.id in asked, slot(review, person)
        outbox.refresh(turn.session, person, place, key=str(change.id), now=turn.now, retire=is_asked)
        if is_asked:
            news.tell(turn, person, "meeting.asked", change, slot=place, urgency=urgency)
    if was is None:
        return
    for person in coming(turn.session, review, turn.today):
        old = time_slot(review, person)
        outbox.refresh(turn.session, person, old, key=str(change.id), now=turn.now, retire=True)
        if person.id not in {turn.asker.id, *asked}:
            news.tell(turn, person, "meeting.moved", change, urgency=urgency)


def agreed(turn: Turn, review: Review, change: Change) -> None:
    """Everyone who comes is told once, and the question shows what was answered."""
    day = milestones.of(review, Kind.MEETING).agreed
    urgency = news.how_urgent(turn, *([day] if day else []))
    for side in sides(turn, review).values():
        for person in side:
            outbox.refresh(turn.session, person, slot(review, person), key=str(change.id), now=turn.now)
    for person in coming(turn.session, review, turn.today):
        if person.id != turn.asker.id:
            place = time_slot(review, person)
            news.tell(turn, person, "meeting.agreed", change, slot=place, urgency=urgency)


def as_it_stands(letter: Letter) -> tuple[Review, Change, Meeting, State] | None:
    """What a letter is about, where its reader may still see it."""
    review, change = about(letter)
    meeting = meetings.get(letter.session, review.id) if review else None
    if review is None or change is None or meeting is None or letter.person is None:
        return None
    if not standing.parts(letter.session, letter.person, review, letter.today) & ATTENDING:
        return None
    state = meetings.state_of(review, meeting, milestones.of(review, Kind.MEETING), letter.now)
    return review, change, meeting, state


def is_off(review: Review) -> bool:
    return bool(review.cancelled_at or review.postponed_at)


@template("meeting.asked")
def asked(letter: Letter) -> Card | None:
    """The question; once it is answered, the answer; nothing once another time has been proposed."""
    found = as_it_stands(letter)
    if found is None:
        return None
    review, change, meeting, state = found
    if is_off(review):
        return calling_off.is_off(review) if letter.stands else None
    if state is State.AGREED and letter.stands:
        return say.agreed(review, meeting, names(letter, review))
    if state is State.PROPOSED and meeting.arranged_id == change.id:
        due = milestones.of(review, Kind.MEETING).due
        return say.please_confirm(review, meeting, due, said_before(change))
    return None


@template("meeting.moved")
def moved(letter: Letter) -> Card | None:
    """Not once another time is agreed: then that is what they hear."""
    found = as_it_stands(letter)
    if found is None:
        return None
    review, change, meeting, state = found
    if is_off(review) or state in {State.AGREED, State.HELD}:
        return None
    proposed = meeting if state is State.PROPOSED else None
    return say.moved(review, change.by.name, said_before(change), proposed)


def said_before(change: Change) -> str:
    """The day and the hour that had been agreed before this proposal; "" where nothing had."""
    was = change.was
    if "agreed" not in was:
        return ""
    hour = f", {time.fromisoformat(was['at']):%H:%M}" if was.get("at") else ""
    return f"{full(date.fromisoformat(was['agreed']))}{hour}"


@template("meeting.agreed")
def told(letter: Letter) -> Card | None:
    found = as_it_stands(letter)
    if found is None:
        return None
    review, change, meeting, state = found
    if is_off(review) or state is not State.AGREED or meeting.arranged_id != change.id:
        return None
    return say.agreed(review, meeting, names(letter, review))


def names(letter: Letter, review: Review) -> Sequence[str]:
    return [person.name for person in coming(letter.session, review, letter.today)]

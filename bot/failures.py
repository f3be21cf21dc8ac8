"""How sending can fail, and what is done then: the conversation is paused, and who can mend it is told.

Whatever else a platform raises is tried again, with growing pauses.
"""

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy.orm import Session

from bot.rules import hours
from bot.rules.roles import Role
from storage import calendars, consortium, outbox, pauses
from storage.addresses import Address
from storage.database import Sessions
from storage.models import Outgoing, Pause, Person

# Where something had to be mended, one message tries it this often; a worker that starts tries at once.
TRY_AGAIN = timedelta(minutes=15)

# How long to wait where a platform asks for it and does not say how long.
USUAL_WAIT = timedelta(seconds=30)
# The longest known limits are of minutes; whatever asks for more than a day is a mistake.
LONGEST_WAIT = timedelta(days=1)

Reach = Literal["message", "conversation", "workspace"]


class Wait(Exception):
    """The platform takes no more for a while; nothing goes to this conversation before that is over."""

    def __init__(self, pause: timedelta, *, everywhere: bool = False) -> None:
        super().__init__(pause)
        self.pause = pause
        self.everywhere = everywhere


class Never(Exception):
    """It will not go until somebody mends something: `sentence` says what is wrong and how to mend it.

    `holds`: what is held up with it. A channel that was archived keeps only its own messages waiting; a
    token that was taken back keeps those of the whole workspace.
    """

    def __init__(self, sentence: str, *, holds: Reach = "conversation") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.holds = holds


class Doubtful(Exception):
    """A new message was sent, and nobody knows whether it arrived. It is sent again, and says so then."""


class NoFiles(Exception):
    """No file of ours can be put there: its link goes instead."""


class Gone(Exception):
    """The message that was to be changed is no longer there, so there is nothing to change."""


def hold(sessions: Sessions, message_id: int, to: Address, failure: Wait | Never, now: datetime) -> None:
    """Keep a message, and what the failure holds up with it, until it may be tried again. `now` is in UTC."""
    with sessions.begin() as session:
        message = session.get_one(Outgoing, message_id)
        if isinstance(failure, Wait):
            message.problem = pauses.WAITING
            pauses.begin(session, to, now + failure.pause, everywhere=failure.everywhere)
        else:
            message.problem = failure.sentence
            if failure.holds == "message":
                return
            everywhere = failure.holds == "workspace"
            pause = pauses.begin(session, to, now + TRY_AGAIN, failure.sentence, everywhere=everywhere)
            if pause is not None:
                tell_who_can_mend(session, message, pause, now)
        # It was no fault of the message, so it loses no try.
        message.attempts -= 1


def tell_who_can_mend(session: Session, held: Outgoing, pause: Pause, now: datetime) -> None:
    """Once each time that something breaks; `peer-review check` shows it to the operator all the while."""
    mender = who_can_mend(session, held, now)
    if mender is None:
        return
    args: dict[str, int | str] = {
        "pause": pause.id,
        "person": held.person_id or 0,
        "group": held.group_id or 0,
    }
    news = outbox.News("delivery.held", args, f"held:{pause.id}:{now.isoformat()}")
    outbox.tell(session, mender, news, now=now, calendar=calendars.school_calendar(session, None))


def who_can_mend(session: Session, held: Outgoing, now: datetime) -> Person | None:
    """Of a group's channel its Lead; otherwise the Consortium Office. Never whoever can't be reached."""
    today = hours.today(now)
    office = consortium.people_with(session, Role.OFFICE, today)
    leads = consortium.people_with(session, Role.LEAD, today, group_id=held.group_id) if held.group_id else ()
    return next((person for person in (*leads, *office) if person.id != held.person_id), None)


def pause_asked(seconds: str) -> timedelta:
    """What a Retry-After asks for; it may be missing or damaged."""
    asked = seconds.strip()
    if not (asked.isascii() and asked.isdigit() and len(asked) < 10):
        return USUAL_WAIT
    return min(max(timedelta(seconds=int(asked)), timedelta(seconds=1)), LONGEST_WAIT)

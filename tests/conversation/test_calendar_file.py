"""The calendar file of one review, which calendars take as newer by its sequence alone."""

from icalendar import Calendar

from bot.handlers.calendar_file import calendar_for
from tests.chat import World
from tests.conversation.conftest import PRIYA, SIAN, booked, number
from tests.conversation.meeting import propose


def sequences(world: World) -> dict[str, tuple[int, object]]:
    """By the entry’s id, its sequence and its day."""
    priya = int(number(world, PRIYA))
    with world.sessions() as session:
        body = calendar_for(session, priya, 1, world.now)
    assert body
    events = Calendar.from_ical(body).walk("VEVENT")
    return {str(one["uid"]): (int(one.decoded("sequence")), one.decoded("dtstart")) for one in events}


def test_a_meeting_that_is_agreed_on_another_day_has_a_higher_sequence(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    booked(world)
    before = sequences(world)
    propose(world, SIAN)
    priya = world.person(PRIYA)
    priya.read("suit you for the pre-review meeting")
    priya.click("Confirm")
    after = sequences(world)
    meeting = "review-1-meeting@peer-review"
    assert after[meeting][1] != before[meeting][1]
    assert after[meeting][0] > before[meeting][0]

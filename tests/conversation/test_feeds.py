"""The calendars that people subscribe to: what stands in whose, and what becomes of it when dates move."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar, Component
from sqlalchemy import select, update

from bot.cards.model import Card, Listing
from bot.feed_routes import CALENDARS
from bot.handlers.feed_reading import OF_GROUP
from bot.rules import hours
from bot.rules.feeds import CANCELLED_FOR, CONCERNS
from bot.rules.milestones import Kind
from bot.rules.permissions import Part
from bot.rules.roles import Role
from storage.models import Feed, HandedOver, Meeting, Person, Review
from tests import roster
from tests.chat import LINKS, World
from tests.conversation.conftest import (
    BEN,
    CARL,
    CHANNEL,
    CHIDI,
    KATE,
    MARTIN,
    OFFICE,
    PRIYA,
    SIAN,
    ZOE,
    booked,
    number,
)
from tests.conversation.meeting import propose
from tests.conversation.packing import DENISE
from tests.conversation.paper_files import AMIT, MARGARET, REFUSED
from tests.conversation.preparing import ChatStage
from tests.improving.play import reviewed
from tests.permissions.people import end_roles

OAK = "Oak Primary School"


def rows(card: Card) -> dict[str, str]:
    """The addresses, by whose they are."""
    return {
        row.title: str(row.detail)
        for block in card.blocks
        if isinstance(block, Listing)
        for row in block.rows
    }


def address(world: World, email: str, whose: str = "My own dates") -> str:
    return rows(world.person(email).type("/peer-review calendar"))[whose]


def behind(world: World, url: str) -> bytes | None:
    path, token = url.removeprefix(f"{LINKS.public_url}/").removesuffix(".ics").rsplit("/", 1)
    read = LINKS.read_feed(path, token)
    assert read
    with world.sessions() as session:
        return CALENDARS[path](session, *read, world.now)


def calendar(world: World, url: str) -> dict[str, Component]:
    """Its entries, by what they are called."""
    body = behind(world, url)
    assert body
    return {str(event["summary"]): event for event in Calendar.from_ical(body).walk("VEVENT")}


def mine(world: World, email: str) -> dict[str, Component]:
    return calendar(world, address(world, email))


def kinds(events: dict[str, Component]) -> set[str]:
    return {str(event["uid"]).split("-")[2].split(".")[0] for event in events.values()}


@pytest.fixture
def held(world_on_sqlite: World) -> World:
    """Oak is booked for 7 December."""
    booked(world_on_sqlite)
    return world_on_sqlite


@pytest.mark.parametrize(
    ("email", "part"),
    [
        (PRIYA, Part.HOST_HEAD),
        (SIAN, Part.LEAD_REVIEWER),
        (BEN, Part.REVIEWER),
        (CHIDI, Part.CHAMPION),
    ],
)
def test_each_has_in_their_calendar_what_concerns_them(held: World, email: str, part: Part) -> None:
    assert kinds(mine(held, email)) == {kind.value for kind in CONCERNS[part]}


@pytest.mark.parametrize("email", [KATE, ZOE, OFFICE, AMIT, CARL, MARGARET])
def test_whoever_has_no_part_in_a_review_has_none_of_it_in_their_own_calendar(
    held: World, email: str
) -> None:
    assert mine(held, email) == {}


def test_deadlines_have_the_whole_day_and_take_nobody_s_time(held: World) -> None:
    due = mine(held, PRIYA)[f"Paperwork to the review team due: {OAK}"]
    assert (due.decoded("dtstart"), due.decoded("dtend")) == (date(2017, 11, 23), date(2017, 11, 24))
    assert str(due["transp"]) == "TRANSPARENT"
    assert f"Timetable for the review day due: {OAK}, by 16:00" in mine(held, PRIYA)


@pytest.mark.parametrize("email", [PRIYA, SIAN, BEN])
def test_the_day_is_kept_free_and_is_tentative_until_the_head_has_confirmed(held: World, email: str) -> None:
    name = f"Peer review: {OAK}"
    before = mine(held, email)
    assert (str(before[name]["transp"]), str(before[name]["status"])) == ("OPAQUE", "TENTATIVE")
    held.person(PRIYA).open("date.confirm?review=1&day=2017-12-07")
    assert str(mine(held, email)[name]["status"]) == "CONFIRMED"


def test_the_group_s_calendar_takes_nobody_s_day(held: World) -> None:
    of_group = calendar(held, address(held, SIAN, "All dates of Collaborative Group 2"))
    assert str(of_group[f"Peer review: {OAK}"]["transp"]) == "TRANSPARENT"
    assert str(of_group[f"Peer review: {OAK}"]["status"]) == "TENTATIVE"


def test_a_workshop_that_has_no_day_yet_has_the_days_that_are_offered(held: World) -> None:
    offered = mine(held, CHIDI)[f"Post-review workshop: {OAK} (one of these days)"]
    assert (offered.decoded("dtstart"), offered.decoded("dtend")) == (date(2017, 12, 14), date(2017, 12, 21))


def test_what_is_handed_over_stands_in_the_calendar_of_whoever_has_it(held: World) -> None:
    assert mine(held, DENISE) == {}
    priya, denise = (int(number(held, email)) for email in (PRIYA, DENISE))
    with held.sessions.begin() as session:
        made = HandedOver(review_id=1, part="pack", person_id=denise, by_id=priya, at=held.now)
        session.add(made)
    assert list(mine(held, DENISE)) == [f"Paperwork to the review team due: {OAK}"]


def test_whoever_declines_has_nothing_more_of_it(held: World) -> None:
    ben = held.person(BEN)
    ben.open("answer.declined?review=1&day=2017-12-07", reason="A course")
    assert mine(held, BEN) == {}


def agree(world: World) -> None:
    """The pre-review meeting: Tuesday 28 November, 14:30."""
    propose(world, SIAN, place="The library")
    priya = world.person(PRIYA)
    priya.read("suit you for the pre-review meeting")
    priya.click("Confirm")


def test_an_agreed_meeting_has_its_hour_and_place_for_those_who_meet(held: World) -> None:
    agree(held)
    meeting = mine(held, BEN)[f"Pre-review meeting: {OAK}"]
    assert meeting.decoded("dtstart") == datetime(2017, 11, 28, 14, 30, tzinfo=UTC)
    assert str(meeting["location"]) == "The library"
    assert str(meeting["transp"]) == "OPAQUE"


def test_the_group_s_calendar_has_the_day_of_a_meeting_and_neither_hour_nor_place(held: World) -> None:
    agree(held)
    body = behind(held, address(held, SIAN, "All dates of Collaborative Group 2"))
    assert body
    assert b"library" not in body
    [meeting] = [e for e in Calendar.from_ical(body).walk("VEVENT") if "meeting" in str(e["uid"])]
    assert meeting.decoded("dtstart") == date(2017, 11, 28)


@pytest.mark.parametrize(
    ("day", "at", "utc"),
    [
        (date(2018, 3, 23), time(9), datetime(2018, 3, 23, 9, tzinfo=UTC)),
        (date(2018, 3, 26), time(9), datetime(2018, 3, 26, 8, tzinfo=UTC)),
        (date(2018, 10, 26), time(9), datetime(2018, 10, 26, 8, tzinfo=UTC)),
        (date(2018, 10, 29), time(9), datetime(2018, 10, 29, 9, tzinfo=UTC)),
    ],
)
def test_nine_o_clock_stays_nine_o_clock_when_the_clocks_change(
    held: World, day: date, at: time, utc: datetime
) -> None:
    with held.sessions.begin() as session:
        review = session.get_one(Review, 1)
        [row] = [row for row in review.milestones if row.kind is Kind.MEETING]
        row.agreed = day
        session.add(
            Meeting(review=review, day=day, at=at, place="", focus="", others="", by_lead_reviewer=True)
        )
    starts = mine(held, BEN)[f"Pre-review meeting: {OAK}"].decoded("dtstart")
    assert starts == utc
    assert hours.london(starts).time() == at


def test_a_review_that_moves_keeps_its_entries_and_raises_them(held: World) -> None:
    url = address(held, PRIYA)
    before = calendar(held, url)
    held.wait(minutes=5)
    kate = held.person(KATE)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="11 Dec", reason="Snow")
    kate.click("Move it")
    after = calendar(held, url)
    assert {str(e["uid"]) for e in after.values()} == {str(e["uid"]) for e in before.values()}
    name = f"Peer review: {OAK}"
    assert after[name].decoded("dtstart") == date(2017, 12, 11)
    assert after[name].decoded("sequence") > before[name].decoded("sequence")
    assert after[name].decoded("last-modified") == held.now
    assert before[name].decoded("last-modified") < held.now


@dataclass
class Watched(World):
    """The group's calendar is looked at after every click: never other words with the same number."""

    seen: dict[str, tuple[int, str]] = field(default_factory=dict)
    raised: set[str] = field(default_factory=set)

    def send_waiting(self) -> None:
        super().send_waiting()
        for event in calendar(self, LINKS.feed(OF_GROUP, 2, 0)).values():
            uid, sequence = str(event["uid"]), int(event.decoded("sequence"))
            words = f"{event['summary']} {event.decoded('dtstart')} {event['status']}"
            old = self.seen.get(uid, (0, words))
            assert sequence >= old[0]
            assert words == old[1] or sequence > old[0], (old, words)
            if words != old[1]:
                self.raised.add(uid.split("-")[2].split(".")[0])
            self.seen[uid] = sequence, words


async def test_whatever_moves_a_date_or_settles_it_raises_its_entry(world_on_sqlite: World) -> None:
    """From the papers to what the review has led to."""
    world = Watched(world_on_sqlite.sessions)
    await reviewed(ChatStage(world))
    done = {kind.value for kind in Kind} - {Kind.REVIEW, Kind.FEEDBACK}
    assert done <= world.raised


def test_a_review_that_is_cancelled_brought_back_and_postponed_raises_its_entries(held: World) -> None:
    world = Watched(held.sessions, held.room, held.now)
    kate = world.person(KATE)
    kate.open("cancel.do?review=1&day=2017-12-07", reason="Snow")
    kate.open("cancel.undo?review=1")
    kate.open("postpone.do?review=1&day=2017-12-07", reason="Snow")
    assert world.raised == {kind.value for kind in Kind}


def test_a_cancelled_review_is_said_to_be_cancelled_for_a_month_and_then_is_gone(held: World) -> None:
    held.person(KATE).open("cancel.do?review=1&day=2017-12-07", reason="Snow")
    url = address(held, PRIYA)
    events = calendar(held, url)
    assert {str(event["status"]) for event in events.values()} == {"CANCELLED"}
    assert f"Cancelled: Peer review: {OAK}" in events
    assert not [name for name in events if "Snow" in name]
    held.now += CANCELLED_FOR + timedelta(minutes=1)
    assert calendar(held, url) == {}


def test_the_same_dates_give_the_same_bytes(held: World) -> None:
    url = address(held, PRIYA)
    first = behind(held, url)
    held.now += timedelta(hours=3)
    assert behind(held, url) == first


def test_the_calendar_says_what_it_is_and_how_often_to_ask(held: World) -> None:
    body = behind(held, address(held, PRIYA))
    assert body
    [made] = Calendar.from_ical(body).walk("VCALENDAR")
    assert str(made["x-wr-calname"]) == "Peer Review: my dates"
    assert str(made["version"]) == "2.0"
    lines = body.decode().split("\r\n")
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT4H" in lines
    assert "X-PUBLISHED-TTL:PT4H" in lines


def test_nobody_s_name_and_nothing_they_wrote_is_in_the_group_s_calendar(held: World) -> None:
    held.person(KATE).open("note.ask?review=1")
    with held.sessions.begin() as session:
        session.get_one(Review, 1).note = "CanaryNote"
    body = behind(held, address(held, KATE, "All dates of Collaborative Group 2"))
    assert body
    assert [name for name in (b"Canary", b"Priya", b"Ben", b"Chidi") if name in body] == []
    assert OAK in body.decode()


def test_whoever_has_left_has_no_calendar_any_more(held: World) -> None:
    url = address(held, BEN)
    assert behind(held, url)
    with held.sessions.begin() as session:
        session.execute(update(Person).where(Person.email == BEN).values(left=held.now.date()))
        roster.has_changed(session)
    assert behind(held, url) is None


def test_a_head_who_is_replaced_keeps_nothing_of_the_school(held: World) -> None:
    url = address(held, PRIYA)
    end_roles(held.sessions, PRIYA, Role.HEAD)
    assert calendar(held, url) == {}


def test_a_new_address_ends_the_old_one_at_once(held: World) -> None:
    ben = held.person(BEN)
    old = rows(ben.type("/peer-review calendar"))["My own dates"]
    card = ben.click("Make a new address")
    new = rows(card)["My own dates"]
    assert behind(held, old) is None
    assert mine(held, BEN) == calendar(held, new) != {}
    with held.sessions() as session:
        feed = session.scalars(select(Feed)).one()
    assert (feed.person_id, feed.serial) == (int(number(held, BEN)), 1)


def test_a_second_click_renews_nothing(held: World) -> None:
    ben = held.person(BEN)
    ben.type("/peer-review calendar")
    other = ben.twin()
    new = rows(ben.click("Make a new address"))["My own dates"]
    again = other.click("Make a new address")
    assert "had been made already" in str(again)
    assert rows(again)["My own dates"] == new


@pytest.mark.parametrize("email", [KATE, SIAN, OFFICE])
def test_the_lead_the_deputy_and_the_office_renew_a_group_s_address_and_its_channel_is_told(
    held: World, email: str
) -> None:
    whose = "All dates of Collaborative Group 2"
    asker = held.person(email)
    old = rows(asker.type("/peer-review calendar"))[whose]
    card = asker.press("Make a new address", whose, {})
    assert behind(held, old) is None
    assert behind(held, rows(card)[whose])
    told = [card for card in held.channel(CHANNEL) if card.title.startswith("New calendar address")]
    assert len(told) == 1
    assert "feeds/" not in str(told).replace("feeds.show", "")


@pytest.mark.parametrize("email", [ZOE, AMIT, CARL, BEN, MARGARET])
def test_nobody_else_can_renew_a_group_s_address(held: World, email: str) -> None:
    old = address(held, KATE, "All dates of Collaborative Group 2")
    assert held.person(email).open("feeds.renew_group?group=2&serial=0").title == REFUSED
    assert behind(held, old)


@pytest.mark.parametrize(
    ("email", "groups"),
    [
        (ZOE, ()),
        (SIAN, (1, 2, 3)),
        (PRIYA, (2,)),
        (KATE, (2,)),
        (CARL, (1,)),
        (OFFICE, (1, 2, 3)),
        (AMIT, (1, 2, 3)),
        (MARTIN, ()),
        (MARGARET, ()),
    ],
)
def test_each_is_offered_the_calendars_of_the_groups_that_they_may_see(
    held: World, email: str, groups: Sequence[int]
) -> None:
    offered = set(rows(held.person(email).type("/peer-review calendar")))
    assert offered == {"My own dates", *(f"All dates of Collaborative Group {n}" for n in groups)}


def test_another_group_s_calendar_has_nothing_of_it(held: World) -> None:
    assert calendar(held, address(held, CARL, "All dates of Collaborative Group 1")) == {}

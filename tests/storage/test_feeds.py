"""Addresses of calendars are renewed once, whoever presses at once; and the year is read."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.documents.year import Glance
from bot.handlers.feed_reading import of_group, of_person
from bot.handlers.year_links import opened as year_opened
from bot.router import in_turn
from storage import feeds, year
from storage.booking import By
from storage.database import Sessions
from storage.models import Feed, Group, Person
from tests.chat import number_of
from tests.conversation.conftest import KATE, PRIYA
from tests.conversation.yearly import a_year
from tests.databases import Databases, copied, opened

NOW = datetime(2017, 11, 1, 9, tzinfo=UTC)


@pytest.fixture
def booked(databases: Databases) -> Iterator[Sessions]:
    with copied(databases, a_year) as url, opened(url) as sessions:
        yield sessions


def test_of_several_who_renew_at_once_one_does(booked: Sessions) -> None:
    def renewed(session: Session) -> bool:
        kate = session.scalars(select(Person).where(Person.email == KATE)).one()
        return feeds.renew(session, session.get_one(Group, 2), 0, By(kate, NOW))

    def renew(_: int) -> bool:
        return in_turn(booked, "feeds.renew_group", renewed)

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(renew, range(4))) == [False, False, False, True]
    with booked() as session:
        assert session.scalars(select(Feed.serial)).all() == [1]


def test_a_person_s_and_a_group_s_calendar_and_the_year_are_read(booked: Sessions) -> None:
    with booked() as session:
        priya, kate = (int(number_of(session, email)) for email in (PRIYA, KATE))
        mine, group = of_person(session, priya, 0, NOW), of_group(session, 2, 0, NOW)
        assert mine
        assert group
        assert mine.count(b"BEGIN:VEVENT") == 8
        assert group.count(b"BEGIN:VEVENT") == 30
        found = year_opened(session, kate, 1, NOW)
        assert isinstance(found, Glance)
        assert [len(one.schools) for one in found.groups] == [3]
        assert year.without_terms(session, NOW.date()) == []

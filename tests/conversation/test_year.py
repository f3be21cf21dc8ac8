"""The year at a glance: asked for in the chat, opened by whoever the link was made for."""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from sqlalchemy import delete, select, update

from bot.links import Opened
from bot.platforms.playground.furnishing import give_accounts
from bot.rules.milestones import Kind
from storage.database import Sessions
from storage.models import AcademicYear, CalendarSpan, Milestone, Person, Review, School
from tests import roster
from tests.benchmarks.past import store
from tests.chat import FILES, LINKS, World, number_of
from tests.conftest import with_sample
from tests.conversation.conftest import KATE, LEILA, OFFICE, PRIYA
from tests.conversation.paper_files import AMIT, MARGARET, REFUSED, STRANGER, TOM, behind, urls
from tests.conversation.yearly import DAYS, a_year
from tests.databases import Databases, copied, opened
from tests.documents.reading import Page, one_line, text_of
from tests.queries import counting

OAK, ANNES = "Oak Primary School", "St Anne's Church of England Primary School"
GROUP_1, GROUP_2, GROUP_3 = (f"Collaborative Group {n}" for n in (1, 2, 3))


@pytest.fixture
def booked(sqlite_databases: Databases) -> Iterator[World]:
    with copied(sqlite_databases, a_year) as url, opened(url) as sessions:
        yield World(sessions)


def page_of(world: World, email: str) -> str:
    [page, _] = urls(world.person(email).type("/peer-review year"))
    return one_line(Page(text_of(behind(world, page))).text)


def table_of(world: World, email: str) -> list[dict[str, str]]:
    [_, table] = urls(world.person(email).type("/peer-review year"))
    return list(csv.DictReader(StringIO(text_of(behind(world, table)))))


def test_the_office_has_every_school_of_every_group_with_every_milestone(booked: World) -> None:
    rows = table_of(booked, OFFICE)
    assert {row["Group"] for row in rows} == {GROUP_1, GROUP_2, GROUP_3}
    assert len({row["School"] for row in rows}) == 9
    assert len([row for row in rows if row["Date of the milestone"]]) == len(DAYS) * len(Kind)
    [review] = [row for row in rows if row["School"] == OAK and row["Milestone"] == "The review"]
    assert review == {
        "Group": GROUP_2,
        "School": OAK,
        "Date of the review": "2017-12-07",
        "Where the review stands": "waiting for answers",
        "Milestone": "The review",
        "Date of the milestone": "2017-12-07",
        "Days offered from": "",
        "Done": "no",
        "Whose it is": "Review team",
    }


def test_a_school_without_a_review_has_a_row_that_says_so(booked: World) -> None:
    [row] = [row for row in table_of(booked, OFFICE) if row["School"] == "Thornbury Hill Primary School"]
    assert row["Where the review stands"] == "no review booked yet"
    assert row["Milestone"] == ""


@pytest.mark.parametrize("email", [KATE, PRIYA])
def test_a_group_s_lead_and_heads_see_their_own_group_and_of_others_the_numbers(
    booked: World, email: str
) -> None:
    assert {row["Group"] for row in table_of(booked, email)} == {GROUP_2}
    page = page_of(booked, email)
    assert f"{GROUP_1}: 3 schools, 2 reviews booked, 1 held" in page
    assert f"{GROUP_3}: 3 schools, 2 reviews booked, 1 held" in page
    assert "Stour View" not in page
    assert "Mill Lane" not in page


def test_the_management_group_sees_all_groups_and_no_numbers_in_their_place(booked: World) -> None:
    assert {row["Group"] for row in table_of(booked, AMIT)} == {GROUP_1, GROUP_2, GROUP_3}
    assert "Other groups" not in page_of(booked, AMIT)


def test_who_takes_part_sees_the_reviews_in_whose_team_they_are(booked: World) -> None:
    with booked.sessions.begin() as session:
        oak = session.scalars(select(Review).join(School).where(School.key == "oak")).one()
        oak.team[1].person_id = int(number_of(session, LEILA))
    assert {row["School"] for row in table_of(booked, LEILA)} == {OAK}
    page = page_of(booked, LEILA)
    assert "Only what you take part in is shown." in page
    assert f"{GROUP_2}: 3 schools, 3 reviews booked, 0 held" in page


@pytest.mark.parametrize("email", [MARGARET, STRANGER])
def test_governors_and_strangers_get_no_link(booked: World, email: str) -> None:
    assert urls(booked.person(email).type("/peer-review year")) == []


def test_governors_are_told_that_it_is_not_theirs(booked: World) -> None:
    assert booked.person(MARGARET).type("/peer-review year").title == REFUSED


def test_a_reviewer_whose_school_they_do_not_head_sees_what_is_theirs_alone(booked: World) -> None:
    assert OAK not in {row["School"] for row in table_of(booked, TOM)}


def test_the_link_opens_nothing_once_its_person_has_left(booked: World) -> None:
    [page, table] = urls(booked.person(KATE).type("/peer-review year"))
    with booked.sessions.begin() as session:
        session.execute(update(Person).where(Person.email == KATE).values(left=booked.now.date()))
        roster.has_changed(session)
    assert (behind(booked, page), behind(booked, table)) == (None, None)


def test_the_link_lasts_an_hour(booked: World) -> None:
    [page, _] = urls(booked.person(KATE).type("/peer-review year"))
    token = page.rsplit("/", 1)[1]
    assert isinstance(LINKS.read("year", token, booked.now), Opened)
    booked.wait(hours=1)
    assert not isinstance(LINKS.read("year", token, booked.now), Opened)


def test_the_page_names_whom_it_was_made_for_and_the_day(booked: World) -> None:
    assert "As it stands on Wednesday 1 November 2017, for Kate Moore." in page_of(booked, KATE)


def test_a_cancelled_review_is_gone_and_a_postponed_one_has_no_dates(booked: World) -> None:
    with booked.sessions.begin() as session:
        at = {one.school.name: one for one in session.query(Review)}
        at[OAK].postponed_at = at[ANNES].cancelled_at = booked.now
    rows = {row["School"]: row for row in table_of(booked, KATE)}
    assert rows[OAK]["Where the review stands"] == "postponed, no date yet"
    assert rows[OAK]["Date of the review"] == rows[OAK]["Milestone"] == ""
    assert rows[ANNES]["Where the review stands"] == "no review booked yet"


def test_what_was_agreed_stands_before_what_the_rules_say(booked: World) -> None:
    with booked.sessions.begin() as session:
        rows = [row for one in session.query(Review) if one.school.name == OAK for row in one.milestones]
        [workshop] = [row for row in rows if row.kind is Kind.WORKSHOP]
        before, workshop.agreed = workshop.due, date(2017, 12, 15)
    assert before != date(2017, 12, 15)
    [row] = [
        row
        for row in table_of(booked, KATE)
        if row["School"] == OAK and row["Milestone"] == "Post-review workshop"
    ]
    assert (row["Date of the milestone"], row["Days offered from"]) == ("2017-12-15", "")


def test_last_year_s_review_is_there_while_something_of_it_is_due_this_year(booked: World) -> None:
    """Its impact falls in the autumn after."""
    with booked.sessions.begin() as session:
        session.add(AcademicYear(id=9, name="2018-19", starts=date(2018, 9, 1), ends=date(2019, 8, 31)))
        roster.has_changed(session)
    booked.now = datetime(2018, 9, 10, 9, tzinfo=UTC)
    rows = [row for row in table_of(booked, OFFICE) if row["School"] == "Mersea Road Primary School"]
    assert [row["Date of the milestone"] for row in rows if row["Milestone"] == "Impact recorded"] == [
        "2018-11-09"
    ]
    # Of this one nothing is due any more.
    [row] = [row for row in table_of(booked, OFFICE) if row["School"] == "Stour View Primary School"]
    assert row["Where the review stands"] == "no review booked yet"


def test_another_year_is_one_click_away(booked: World) -> None:
    with booked.sessions.begin() as session:
        session.add(AcademicYear(id=9, name="2018-19", starts=date(2018, 9, 1), ends=date(2019, 8, 31)))
        roster.has_changed(session)
    kate = booked.person(KATE)
    assert kate.type("/peer-review year").title == "Year at a glance: 2017-18"
    assert kate.click("The year 2018-19").title == "Year at a glance: 2018-19"
    assert kate.open("year.show?year=77").title == REFUSED


def test_a_year_without_term_dates_says_so(booked: World) -> None:
    said = "The term dates of this year are not known yet."
    assert said not in page_of(booked, KATE)
    with booked.sessions.begin() as session:
        session.execute(delete(CalendarSpan))
        roster.has_changed(session)
    page = page_of(booked, KATE)
    assert said in page
    assert "half term" not in page


def test_a_school_with_days_of_its_own_is_named(booked: World) -> None:
    assert "these differ: Queen's Meadow Primary School." in page_of(booked, OFFICE)


def test_what_is_typed_as_a_school_s_name_stays_text(booked: World) -> None:
    with booked.sessions.begin() as session:
        [oak] = [one.school for one in session.query(Review) if one.school.name == OAK]
        oak.name = "=1+1<script>alert(1)</script>"
        roster.has_changed(session)
    [page, table] = urls(booked.person(KATE).type("/peer-review year"))
    opened_page = behind(booked, page)
    assert opened_page
    assert b"<script" not in opened_page.body
    assert "'=1+1<script>" in text_of(behind(booked, table))


def test_it_is_offered_at_home(booked: World) -> None:
    kate = booked.person(KATE)
    kate.type("/peer-review")
    assert kate.click("Year at a glance").title == "Year at a glance: 2017-18"


def three(url: str) -> None:
    filled(url, 3)


def three_hundred(url: str) -> None:
    filled(url, 300)


def filled(url: str, reviews: int) -> None:
    with_sample(url)
    with opened(url) as sessions:
        give_accounts(sessions)
        store(sessions, reviews)
        with sessions.begin() as session:
            session.execute(update(Milestone).values(done_at=None))


def test_it_takes_as_many_queries_for_300_reviews_as_for_3(sqlite_databases: Databases) -> None:
    counts = []
    for fill in (three, three_hundred):
        with copied(sqlite_databases, fill) as url, opened(url) as sessions:
            with sessions.begin() as session:
                session.execute(update(Review).values(year_id=1))
            counts.append((queries(sessions, "year"), queries(sessions, "year-table")))
    assert counts[0] == counts[1]
    assert max(counts[1]) <= 14


def queries(sessions: Sessions, purpose: str) -> int:
    with sessions() as session:
        office = session.query(Person.id).filter(Person.email == OFFICE).scalar()
        FILES[purpose](session, office, 1, datetime(2017, 11, 1, 9, tzinfo=UTC))
        session.expunge_all()
        with counting(sessions) as asked:
            assert FILES[purpose](session, office, 1, datetime(2017, 11, 1, 9, tzinfo=UTC))
    return len(asked)

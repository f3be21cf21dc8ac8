"""The history of a review as a table: each reads what was and is now where they may read the thing itself."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from bot.cards.change_words import CHANGES
from bot.rules.roles import Role
from storage.models import Change, Person
from tests import roster
from tests.chat import FILES, World
from tests.conversation.conftest import (
    BEN,
    CARL,
    CHIDI,
    KATE,
    OFFICE,
    OWEN,
    PRIYA,
    SIAN,
    ZOE,
    number,
)
from tests.conversation.history import AFTER, FORMULA, HISTORY, corrected, last_of, link_of, table_of
from tests.conversation.paper_files import AMIT, MARGARET, STRANGER, behind, release, urls
from tests.conversation.test_leavers import leaves
from tests.conversation.test_paper_files_read import paths, served
from tests.databases import Databases, copied, opened
from tests.permissions.people import end_roles, give_role
from tests.queries import counting

# All who read the history. Siân leads the review, and is the Lead's deputy.
READERS = (PRIYA, KATE, SIAN, AMIT, OFFICE)
GIVEN = "Given on: Thursday 7 December 2017\nPresent: Chidi Eze"
# What was done, what it was, what it is now, and who reads that.
CORRECTED = (
    ("changed the note", "", f"Note: {FORMULA}", READERS),
    (
        "said they can’t do it",
        "",
        "Who: Martin Kowalczyk\nReason: A bereavement",
        (KATE, SIAN, OFFICE),
    ),
    ("accepted", "Reason: A bereavement", "Who: Martin Kowalczyk", (KATE, SIAN, OFFICE)),
    (
        "added a link to the paperwork",
        "Link: https://docs.oak.example/first",
        "Paper: Most recent self-evaluation form (SEF)\nLink: https://docs.oak.example/second",
        (PRIYA,),
    ),
    (
        "changed the self-review note",
        "Broad areas of focus: Reading",
        "Broad areas of focus: Writing",
        (PRIYA, SIAN),
    ),
    (
        "changed the timetable for the day",
        "Rows: 09:15 Phonics, Year 1, with KM",
        "Rows: 09:15–10:00 Assembly, Hall",
        (PRIYA, SIAN),
    ),
    (
        "changed an enquiry question",
        "Question: How is phonics taught?\nSources of evidence: A lesson",
        "Question: How is it read?\nSources of evidence: Books",
        (PRIYA, SIAN),
    ),
    (
        "changed a note of the day",
        "Under: Area of strength\nText: Calm corridors",
        "Under: Area of strength\nText: Calm halls",
        (SIAN,),
    ),
    (
        "recorded that the feedback was given",
        f"{GIVEN}\nOthers: Jo Fenn\nGovernors: Margaret Osei",
        f"{GIVEN}\nOthers: Jo Fenwick\nGovernors: Margaret Osei",
        (PRIYA, SIAN, OFFICE),
    ),
    (
        "changed a point of the summary",
        "Under: Area of strength\nText: Readers everywhere",
        "Under: Area of strength\nText: Keen readers",
        (SIAN,),
    ),
    ("added to the action plan", "Nobody", "reads this", ()),
    ("changed an action of the plan", "Nobody", "reads this", ()),
    ("decided which staff attend the workshop", "", "Who attends: Ellie Fenwick", (PRIYA, SIAN)),
    (
        "corrected the audit proforma",
        "School improvement achieved: Too early to say",
        "School improvement achieved: They read more",
        (PRIYA,),
    ),
    (
        "changed a query about the summary",
        "Query: Which books?",
        "Version: 1\nQuery: Which shelves?",
        (PRIYA, SIAN, OFFICE),
    ),
    (
        "moved the date of an action",
        "Action: Buy shelves\nDeadline: Friday 12 January 2018",
        "Action: Buy shelves\nDeadline: Friday 19 January 2018",
        (PRIYA, SIAN, OFFICE),
    ),
)
# What they all read of it.
TO_ALL = {
    "said they can’t do it": "Who: Martin Kowalczyk",
    "accepted": "Who: Martin Kowalczyk",
    "added a link to the paperwork": "Paper: Most recent self-evaluation form (SEF)",
    "changed a query about the summary": "Version: 1",
}


@pytest.fixture
def past(sqlite_databases: Databases) -> Iterator[World]:
    with copied(sqlite_databases, corrected) as url, opened(url) as sessions:
        yield World(sessions, now=AFTER)


@pytest.mark.parametrize(("what", "was", "now", "readers"), CORRECTED)
def test_what_was_and_is_now_is_read_by_those_who_may_read_the_thing(
    past: World, what: str, was: str, now: str, readers: tuple[str, ...]
) -> None:
    expected = {email: (was, now) if email in readers else ("", TO_ALL.get(what, "")) for email in READERS}
    assert {email: last_of(past, email, what) for email in READERS} == expected


def test_a_draft_of_the_plan_is_read_by_its_writers_alone(past: World) -> None:
    give_role(past.sessions, CHIDI, Role.HEAD, "oak")
    was, now = last_of(past, CHIDI, "changed an action of the plan")
    assert was.splitlines()[0] == "Action: Buy books"
    assert now == "Action: Buy shelves\nDeadline: Friday 12 January 2018"
    assert last_of(past, CHIDI, "added to the action plan") == (
        "",
        "Actions: Buy books | Friday 12 January 2018 | Tom Garrod | within the reviewed school | Soon",
    )


def test_what_the_management_group_reads_begins_with_the_release(past: World) -> None:
    release(past)
    assert "Others: Jo Fenwick" in last_of(past, AMIT, "recorded that the feedback was given")[1]
    assert "Buy shelves" in last_of(past, AMIT, "moved the date of an action")[0]
    assert last_of(past, AMIT, "changed a query about the summary") == ("", "Version: 1")
    release(past, at=None)
    assert last_of(past, AMIT, "recorded that the feedback was given") == ("", "")


def test_there_is_a_row_for_each_change_with_london_s_time_and_the_words_of_the_card(past: World) -> None:
    headers, *rows = table_of(past, PRIYA)
    assert headers == ["When", "Who", "What was done", "It was", "It is now"]
    with past.sessions() as session:
        kinds = session.scalars(select(Change.what).order_by(Change.id.desc())).all()
    assert len(rows) == len(kinds)
    assert rows[-1][:3] == ["2017-11-01 09:00", "Kate Moore", CHANGES["booked"]]
    assert {len(row) for row in rows} == {5}


@pytest.mark.parametrize("email", [BEN, CHIDI, OWEN, CARL, ZOE, MARGARET, STRANGER])
def test_whoever_may_not_read_the_history_gets_no_link_and_nothing_by_one(past: World, email: str) -> None:
    """Made by hand with the right key: it names the person, and the person is asked about."""
    assert urls(past.person(email).open(HISTORY)) == []
    person = 999 if email == STRANGER else int(number(past, email))
    with past.sessions() as session:
        assert FILES["history"](session, person, 1, past.now) is None


def test_of_a_review_that_is_not_there_there_is_no_table(past: World) -> None:
    with past.sessions() as session:
        assert FILES["history"](session, int(number(past, OFFICE)), 77, past.now) is None


def test_a_link_asks_again_when_it_is_opened(past: World) -> None:
    links = {email: link_of(past.person(email).open(HISTORY)) for email in READERS}
    assert all(behind(past, url) for url in links.values())
    end_roles(past.sessions, PRIYA)
    leaves(past, AMIT, past.now.date())
    assert [email for email, url in links.items() if behind(past, url)] == [KATE, SIAN, OFFICE]
    # She leads the review still, which is no right to its history.
    end_roles(past.sessions, SIAN)
    assert behind(past, links[SIAN]) is None


async def test_the_file_comes_for_an_hour_and_by_the_whole_link_alone(past: World) -> None:
    [path] = paths([link_of(past.person(PRIYA).open(HISTORY))])
    async with served(past) as client:
        saved = await client.get(path)
        assert saved.status == 200
        assert saved.content_type == "text/csv"
        assert saved.headers["Content-Disposition"] == (
            'attachment; filename="oak-primary-school-2017-12-07-history.csv"'
        )
        assert saved.headers["Cache-Control"] == "no-store"
        assert (await saved.read()).startswith("\ufeffWhen,Who".encode())
        for altered in (f"{path}x", path.replace("/history/", "/actions/"), path[:-1]):
            closed = await client.get(altered)
            assert closed.status == 403
            assert "A part of it may have been lost" in await closed.text()
        past.now += timedelta(hours=1)
        assert (await client.get(path)).status == 410


def test_what_looks_like_a_formula_comes_out_as_typed(past: World) -> None:
    with past.sessions.begin() as session:
        session.execute(update(Person).where(Person.email == KATE).values(name=FORMULA))
        roster.has_changed(session)
    [noted] = [row for row in table_of(past, PRIYA) if row[2] == "changed the note"]
    assert noted[1:] == [f"'{FORMULA}", "changed the note", "", f"Note: {FORMULA}"]


def test_three_hundred_changes_take_as_many_queries_as_a_few(past: World) -> None:
    few = queries(past)
    with past.sessions.begin() as session:
        priya, chidi = (int(number(past, email)) for email in (PRIYA, CHIDI))
        kept = [
            ("meeting_recorded", {"held": "2017-11-28", "present": [priya, chidi]}),
            ("action_help", {"id": 1, "words": "Cover"}),
            ("summary_impact_written", {"impact": "Much", "comments": {"1": "Done"}}),
        ]
        rows = [
            {"review_id": 1, "by_id": (priya, chidi)[n % 2], "at": AFTER, "what": what, "was": {}, "now": now}
            for n in range(100)
            for what, now in kept
        ]
        session.execute(insert(Change), rows)
    assert len(table_of(past, SIAN)) > 300
    assert queries(past) == few


def queries(world: World) -> int:
    """How many it takes to make Siân's table, who may read most of it."""
    person = int(number(world, SIAN))
    with counting(world.sessions) as asked, world.sessions() as session:
        assert FILES["history"](session, person, 1, world.now)
    return len(asked)

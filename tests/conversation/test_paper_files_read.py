"""What stands in the files of papers, and which version of a paper it is."""

import logging
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bot.app import application
from bot.cards.model import Go
from bot.links import File
from bot.router import Incoming, answer
from bot.rules.papers import PlanPaper, SignedAs, Signing
from bot.rules.permissions import Paper
from storage.models import PlanItem
from tests.chat import FILES, LINKS, World
from tests.conversation.conftest import (
    BEN,
    CHIDI,
    OWEN,
    PRIYA,
    SIAN,
    number,
)
from tests.conversation.paper_files import (
    AFTER,
    MARGARET,
    PLAN,
    SENT,
    SUMMARY,
    WORDS,
    behind,
    papers_sent,
    table_of,
    urls,
)
from tests.databases import Databases, copied, opened
from tests.documents.reading import text_of
from tests.sent import saying, send, sign


@pytest.fixture
def sent(sqlite_databases: Databases) -> Iterator[World]:
    with copied(sqlite_databases, papers_sent) as url, opened(url) as sessions:
        yield World(sessions, now=AFTER)


def test_one_review_s_papers_come_as_word_files_with_the_actions_as_a_table(sent: World) -> None:
    priya, ben = sent.person(PRIYA), sent.person(BEN)
    [bundle, table] = urls(priya.open("files.review?review=1"))
    file = behind(sent, bundle)
    assert file
    assert file.name == "oak-primary-school-2017-12-07-papers.zip"
    with ZipFile(BytesIO(file.body)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "oak-primary-school-2017-12-07-summary.docx",
            "oak-primary-school-2017-12-07-action-plan.docx",
            "oak-primary-school-2017-12-07-audit-proforma.docx",
            "oak-primary-school-2017-12-07-actions.csv",
        ]
        assert archive.infolist()[0].date_time == (2017, 12, 20, 9, 0, 0)
    assert behind(sent, table) == File(
        text_of(behind(sent, table)).encode("utf-8-sig"),
        "text/csv",
        "oak-primary-school-2017-12-07-actions.csv",
    )
    # A reviewer does not read the plan, so there are no actions either.
    [bundle] = urls(ben.open("files.review?review=1"))
    assert ".csv" not in text_of(behind(sent, bundle))


def test_the_newest_version_is_the_one_that_is_found_and_the_old_one_can_still_be_read(sent: World) -> None:
    words = {**WORDS, Paper.SUMMARY: "CanaryAgain"}
    again = send(sent.sessions, Paper.SUMMARY, saying(words)[Paper.SUMMARY], AFTER, number=2)
    [bundle, _] = urls(sent.person(PRIYA).open("files.review?review=1"))
    assert "CanaryAgain" in text_of(behind(sent, bundle))
    assert SUMMARY not in text_of(behind(sent, bundle))
    old, new = (sent.person(PRIYA).open(f"files.show?sent={which}") for which in (1, again))
    assert new.title == "Summary, version 2: Oak Primary School, Thursday 7 December 2017"
    assert SUMMARY in text_of(behind(sent, urls(old)[0]))
    file = behind(sent, urls(new)[0])
    assert file
    assert file.name == "oak-primary-school-2017-12-07-summary-version-2.docx"


def test_the_table_says_how_far_each_action_has_come_and_nothing_that_was_not_sent(sent: World) -> None:
    rows = saying(WORDS)[Paper.PLAN]
    assert isinstance(rows, PlanPaper)
    several = PlanPaper(rows.school, rows.day, rows.actions * 3)
    send(sent.sessions, Paper.PLAN, several, AFTER, number=2)
    with sent.sessions.begin() as session:
        by = int(number(sent, CHIDI))
        for position, state in enumerate(({"done_at": AFTER}, {"help_at": AFTER}, {}), 1):
            item = PlanItem(review_id=1, position=position, action=PLAN, by_id=by, at=AFTER, **state)
            session.add(item)
        session.add(PlanItem(review_id=1, position=9, action="CanaryDraft", by_id=by, at=AFTER))
    progress = [(row[3], row[8]) for row in table_of(sent, PRIYA)]
    assert progress == [(PLAN, "Done on Wednesday 20 December 2017"), (PLAN, "Help is wanted"), (PLAN, "")]


def printed(world: World, paper: Paper) -> str:
    [_, page] = urls(world.person(PRIYA).open(f"files.show?sent={SENT[paper]}"))
    return text_of(behind(world, page))


def test_signatures_stand_on_the_paper_and_those_to_come_are_said_to(sent: World) -> None:
    assert "signatures to follow" in printed(sent, Paper.SUMMARY)
    sign(sent.sessions, 1, SignedAs.LEAD_REVIEWER, SIAN, AFTER)
    sign(sent.sessions, 1, SignedAs.HEAD, PRIYA, AFTER)
    assert "signatures to follow" in printed(sent, Paper.SUMMARY)
    sign(sent.sessions, 1, SignedAs.GOVERNOR, MARGARET, AFTER, Signing.ON_PAPER)
    whole = printed(sent, Paper.SUMMARY)
    assert "signatures to follow" not in whole
    assert "Margaret Osei" in whole
    assert "Wednesday 20 December 2017, on paper" in whole
    assert "signatures to follow" not in printed(sent, Paper.AUDIT)


def test_both_champions_sign_the_plan(sent: World) -> None:
    for part, email in ((SignedAs.HEAD, PRIYA), (SignedAs.GOVERNOR, MARGARET), (SignedAs.CHAMPION, CHIDI)):
        sign(sent.sessions, 2, part, email, AFTER)
    assert "signatures to follow" in printed(sent, Paper.PLAN)
    sign(sent.sessions, 2, SignedAs.CHAMPION, OWEN, AFTER)
    assert "signatures to follow" not in printed(sent, Paper.PLAN)


@asynccontextmanager
async def served(world: World) -> AsyncIterator[TestClient[Request, Application]]:
    app = application(
        world.sessions.kw["bind"],
        LINKS,
        lambda: world.now,
        platforms=(),
        calendar=lambda *_: None,
        addresses={},
        files=FILES,
    )
    async with TestClient(TestServer(app)) as client:
        yield client


def paths(urls: Sequence[str]) -> list[str]:
    return [url.removeprefix(LINKS.public_url) for url in urls]


async def test_each_link_opens_its_file_in_the_browser_for_an_hour(
    sent: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    incoming = Incoming("practice", "practice", PRIYA, Go.parse("files.show?sent=1"))
    card = answer(sent.sessions, incoming, AFTER, LINKS)
    assert card
    async with served(sent) as client:
        word, page = paths(urls(card))
        saved, shown = await client.get(word), await client.get(page)
        assert saved.headers["Content-Disposition"].endswith(
            'filename="oak-primary-school-2017-12-07-summary.docx"'
        )
        assert shown.content_type == "text/html"
        assert SUMMARY in await shown.text()
        assert [answered.headers["Cache-Control"] for answered in (saved, shown)] == ["no-store", "no-store"]
        sent.now += timedelta(hours=1)
        for path in (word, page):
            closed = await client.get(path)
            assert closed.status == 410
            assert "Ask for the paper in the chat again" in await closed.text()
    assert SUMMARY not in caplog.text

"""Papers as files, behind links: who finds them, what they open, and for how long."""

from collections.abc import Iterator
from datetime import date

import pytest

from bot.cards.model import Go
from bot.links import Links
from bot.router import Incoming, answer
from bot.rules.papers import PAPERS
from bot.rules.permissions import Paper
from tests.chat import FILES, LINKS, World, buttons
from tests.conversation.conftest import (
    BEN,
    CARL,
    CHANNEL,
    CHIDI,
    KATE,
    LEILA,
    MARTIN,
    OFFICE,
    OWEN,
    PRIYA,
    SIAN,
    ZOE,
    booked,
    number,
    team,
)
from tests.conversation.paper_files import (
    AFTER,
    AMIT,
    AUDIT,
    GILLIAN,
    MARGARET,
    PLAN,
    REFUSED,
    SENT,
    STRANGER,
    SUMMARY,
    TOM,
    WORDS,
    behind,
    papers_sent,
    release,
    table_of,
    urls,
    words_in,
)
from tests.conversation.test_leavers import leaves
from tests.databases import Databases, copied, opened
from tests.documents.reading import text_of
from tests.sent import saying, send


@pytest.fixture
def sent(sqlite_databases: Databases) -> Iterator[World]:
    with copied(sqlite_databases, papers_sent) as url, opened(url) as sessions:
        yield World(sessions, now=AFTER)


def found_by(world: World, email: str, token: str) -> list[str]:
    """Of the canaries, those behind the links that this person is given; each link has the same."""
    card = world.person(email).open(token)
    assert words_in(str(card)) == []
    assert (card.title == REFUSED) is not bool(urls(card))
    found = [words_in(text_of(behind(world, url))) for url in urls(card)]
    return found[0] if found else []


def read_by(world: World, email: str) -> list[str]:
    return [word for paper in PAPERS for word in found_by(world, email, f"files.show?sent={SENT[paper]}")]


MATRIX = {
    PRIYA: [SUMMARY, PLAN, AUDIT],
    SIAN: [SUMMARY, PLAN, AUDIT],
    # Of the audit proforma the team and the champions have their own parts alone.
    BEN: [SUMMARY],
    MARTIN: [SUMMARY],
    CHIDI: [SUMMARY, PLAN],
    OWEN: [SUMMARY, PLAN],
    KATE: [],
    ZOE: [],
    CARL: [],
    AMIT: [AUDIT],
    OFFICE: [SUMMARY, PLAN, AUDIT],
    MARGARET: [SUMMARY, PLAN, AUDIT],
    GILLIAN: [],
    TOM: [],
    LEILA: [],
    STRANGER: [],
}


@pytest.mark.parametrize("email", MATRIX)
def test_each_finds_the_papers_that_the_table_lets_them_read(sent: World, email: str) -> None:
    if email == STRANGER:
        assert urls(sent.person(email).open("files.show?sent=1")) == []
        return
    for released in (False, True):
        if released:
            release(sent)
        mine = MATRIX[MARGARET] if email == AMIT and released else MATRIX[email]
        assert read_by(sent, email) == mine
        assert found_by(sent, email, "files.review?review=1") == mine
        assert found_by(sent, email, "files.actions") == [word for word in mine if word == PLAN]


@pytest.mark.parametrize("email", MATRIX)
def test_a_link_gives_nothing_to_whoever_may_not_read_it(sent: World, email: str) -> None:
    """Made by hand with the right key: it names the person, and the person is asked about."""
    person = 999 if email == STRANGER else int(number(sent, email))
    with sent.sessions() as session:
        for paper, sent_id in SENT.items():
            for purpose in ("word", "print"):
                file = FILES[purpose](session, person, sent_id, sent.now)
                assert words_in(text_of(file)) == [word for word in [WORDS[paper]] if word in MATRIX[email]]
        of_all, of_one = (FILES["actions"](session, person, which, sent.now) for which in (0, 1))
        assert (
            words_in(text_of(of_all)) == words_in(text_of(of_one)) == [w for w in MATRIX[email] if w == PLAN]
        )
        assert words_in(text_of(FILES["papers"](session, person, 1, sent.now))) == MATRIX[email]
        for purpose, gives in FILES.items():
            assert gives(session, person, 77, sent.now) is None, purpose


def test_of_two_versions_the_management_group_gets_the_released_one(sent: World) -> None:
    release(sent)
    words = {**WORDS, Paper.PLAN: "CanaryAgain"}
    send(sent.sessions, Paper.PLAN, saying(words)[Paper.PLAN], AFTER, number=2)
    for token in ("files.review?review=1", "files.actions"):
        managed, own = (
            text_of(behind(sent, urls(sent.person(email).open(token))[0])) for email in (AMIT, PRIYA)
        )
        assert ("CanaryAgain" in managed, PLAN in managed) == (False, True)
        assert ("CanaryAgain" in own, PLAN in own) == (True, False)


def test_the_review_s_card_offers_the_files_to_those_who_find_some(sent: World) -> None:
    # A governor sees no review's card, and is given their links.
    for email, words in {**MATRIX, MARGARET: []}.items():
        labels = [one.label for one in buttons(sent.person(email).open("review.more?review=1"))]
        assert ("Files of the papers" in labels) is bool(words), email
    priya = sent.person(PRIYA)
    priya.open("review.show?review=1")
    priya.click("More about it")
    priya.click("Files of the papers")
    priya.click("Action plan")
    assert priya.card.title == "Action plan: Oak Primary School, Thursday 7 December 2017"


def test_before_anything_is_sent_there_is_nothing_to_find(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    priya, kate = world_on_sqlite.person(PRIYA), world_on_sqlite.person(KATE)
    assert "Files of the papers" not in str(priya.open("review.show?review=1"))
    assert "has been sent to you yet" in str(priya.open("files.review?review=1"))
    assert "Only those whom a paper is meant for" in str(kate.open("files.review?review=1"))
    assert "No action plan has been sent" in str(priya.type("/peer-review all actions"))
    assert priya.open("files.show?sent=1").title == REFUSED


def test_all_actions_are_those_of_the_plans_that_somebody_may_read(sent: World) -> None:
    kate = sent.person(KATE)
    kate.type("/schedule-review Holly Lane, Thurs 8 Feb", place=CHANNEL)
    reviewers = (number(sent, MARTIN), number(sent, LEILA))
    kate.click("See the timetable", **team(sent, reviewers=reviewers, champions=(number(sent, OWEN),)))
    kate.click("Book it", champions_reason="One is enough")
    other = saying({**WORDS, Paper.PLAN: "CanaryOther"}, school="Holly Lane", day=date(2018, 2, 8))
    send(sent.sessions, Paper.PLAN, other[Paper.PLAN], AFTER, review=2, released=True)
    seen = {
        email: [row[3] for row in table_of(sent, email)] for email in (PRIYA, KATE, OFFICE, OWEN, AMIT, CHIDI)
    }
    assert seen == {
        PRIYA: [PLAN],
        # Of her own school; of the group's other schools a Lead hears how they stand.
        KATE: ["CanaryOther"],
        OFFICE: [PLAN, "CanaryOther"],
        OWEN: [PLAN, "CanaryOther"],
        AMIT: ["CanaryOther"],
        CHIDI: [PLAN],
    }
    assert "2 actions from 2 action plans" in str(sent.person(OFFICE).type("all actions"))
    kate.open("cancel.ask?review=2")
    kate.click("Cancel it", reason="Closed")
    assert [row[3] for row in table_of(sent, OFFICE)] == [PLAN]


def test_a_link_asks_again_when_it_is_opened(sent: World) -> None:
    ben = urls(sent.person(BEN).open("files.show?sent=1"))
    release(sent)
    amit = urls(sent.person(AMIT).open("files.show?sent=1"))
    assert all(behind(sent, url) for url in (*ben, *amit))
    release(sent, at=None)
    assert [behind(sent, url) for url in amit] == [None, None]
    leaves(sent, BEN, sent.now.date())
    assert [behind(sent, url) for url in ben] == [None, None]


def test_a_bot_that_nobody_reaches_says_where_the_links_open(sent: World) -> None:
    local = Links("http://127.0.0.1:8000", LINKS.secret, reached=False)
    for token in ("files.show?sent=1", "files.review?review=1", "files.actions"):
        card = answer(sent.sessions, Incoming("practice", "practice", PRIYA, Go.parse(token)), AFTER, local)
        assert "http://127.0.0.1:8000 alone, on the computer that it runs on" in str(card)
        assert "Consortium Office can open this there" in str(card)
        assert "can be reached at" not in str(sent.person(PRIYA).open(token))

"""The page behind a governor's link, tried by everybody with a link of their own and the code to it.

Such a link is only ever made for a governor; if one were not, or is one no more, it must open nothing.
"""

import pytest

from bot.documents.governor_page import Page
from bot.handlers import governor
from bot.handlers.governor_access import GOVERNOR, PROOF, NotYours
from bot.links import A_FORTNIGHT, Opened
from bot.rules.permissions import Paper
from storage import governor_links, sent_papers
from storage.booking import By
from storage.database import Sessions
from storage.models import Person
from tests.chat import LINKS, number_of
from tests.conversation.conftest import PRIYA
from tests.permissions.acting import everything
from tests.permissions.canaries import canaries
from tests.permissions.conftest import Fresh
from tests.permissions.moments import MOMENT, When
from tests.permissions.people import WHO, become
from tests.permissions.surfaces import GUEST, STRANGER
from tests.permissions.table import CELLS

ROWS = [row for row in CELLS if WHO[row] not in {GUEST, STRANGER}]
SENT = (When.SENT, When.RELEASED)
ACTS = ("", "open", "sign", "signed", "withdraw", "query", "drop")


@pytest.mark.parametrize("when", SENT)
@pytest.mark.parametrize("row", ROWS)
def test_it_opens_for_a_governor_of_the_school_alone(fresh: Fresh, row: str, when: When) -> None:
    with fresh(when) as sessions:
        email = become(row, sessions, when)
        for paper in (Paper.SUMMARY, Paper.PLAN):
            link = made_for(sessions, email, paper, when)
            before = everything(sessions)
            found = [answer(sessions, link, when, act) for act in ACTS]
            if row == "governor of the school":
                assert all(isinstance(one, Page) for one in found)
                assert canaries(str(found)) != set()
            else:
                assert {type(one) for one in found} == {NotYours}
                assert everything(sessions) == before


def made_for(sessions: Sessions, email: str, paper: Paper, when: When) -> Opened:
    with sessions.begin() as session:
        sent = sent_papers.latest(session, 1, paper)
        assert sent
        whose, head = (session.get_one(Person, int(number_of(session, one))) for one in (email, PRIYA))
        link = governor_links.make(session, sent, whose, By(head, MOMENT[when]), A_FORTNIGHT)
        return Opened(whose.id, link.id)


def answer(sessions: Sessions, opened: Opened, when: When, act: str) -> object:
    """As whoever has entered the code already, and as whoever enters it."""
    code = LINKS.code(GOVERNOR, opened.subject_id)
    proof = LINKS.seal(PROOF, opened.person_id, opened.subject_id, MOMENT[when])
    given = {"do": act, "answer": code, "words": "Which books?"} | ({} if act == "open" else {"proof": proof})
    fields = {name: (value,) for name, value in given.items()}
    with sessions.begin() as session:
        return governor.answer(session, opened, LINKS, MOMENT[when], fields)

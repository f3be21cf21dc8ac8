"""An event counts once, also when it comes twice at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Event

import pytest
from sqlalchemy.orm import Session

from storage.database import Sessions
from storage.received import Source, whereabouts_if_new

NOON = datetime(2017, 11, 1, 12, 0, tzinfo=UTC)


def is_new(session: Session, platform: str, event: str, now: datetime) -> bool:
    """Whether an event is new that comes from an account nobody knows."""
    return whereabouts_if_new(session, Source(platform, "T1", "U1", "C1"), event, now) is not None


def test_an_event_is_new_once(sessions: Sessions) -> None:
    with sessions.begin() as session:
        assert is_new(session, "slack", "E1", NOON)
        assert not is_new(session, "slack", "E1", NOON)
    with sessions.begin() as session:
        assert not is_new(session, "slack", "E1", NOON)
        assert is_new(session, "teams", "E1", NOON)
        assert is_new(session, "slack", "E2", NOON)


@pytest.mark.parametrize("works", [True, False])
def test_while_an_event_is_acted_on_the_same_one_waits_to_see_what_becomes_of_it(
    sessions: Sessions, works: bool
) -> None:
    asked = Event()

    def again() -> bool:
        with sessions.begin() as session:
            asked.set()
            return is_new(session, "slack", "E1", NOON)

    with ThreadPoolExecutor(1) as other:
        with sessions() as session:
            assert is_new(session, "slack", "E1", NOON)
            second = other.submit(again)
            # On SQLite the second cannot even begin.
            asked.wait(0.2)
            assert not second.done()
            session.commit() if works else session.rollback()
        assert second.result(30) is not works

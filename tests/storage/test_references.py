"""How a platform reaches its conversations."""

from concurrent.futures import ThreadPoolExecutor

from storage import references
from storage.addresses import Address
from storage.database import Sessions

KATE = Address("teams", "T1", "kate", personal=True)
GROUP = Address("teams", "T1", "19:group", personal=False)


def test_what_is_given_goes_over_what_is_known_and_the_rest_stays(sessions: Sessions) -> None:
    with sessions.begin() as session:
        assert references.of(session, KATE) == {}
        references.keep(session, KATE, {"service_url": "https://one.example/", "conversation": "a:1"})
        references.keep(session, KATE, {"service_url": "https://two.example/"})
    with sessions() as session:
        known = references.of(session, KATE)
    assert known == {"service_url": "https://two.example/", "conversation": "a:1"}


def test_eight_first_acts_at_once_leave_one_reference(sessions: Sessions) -> None:
    def keep(number: int) -> None:
        with sessions.begin() as session:
            references.keep(session, KATE, {"service_url": "https://one.example/", f"n{number}": number})

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(keep, range(8)))
    with sessions() as session:
        assert references.of(session, KATE)["service_url"] == "https://one.example/"


def test_channels_are_told_from_people(sessions: Sessions) -> None:
    with sessions.begin() as session:
        for place in (KATE, GROUP):
            references.keep(session, place, {"service_url": "https://one.example/"})
        assert references.channels(session, "teams") == [(GROUP, {"service_url": "https://one.example/"})]
        assert references.channels(session, "slack") == []

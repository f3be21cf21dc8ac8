"""What Teams refuses, and what that means: who has to mend what, and what waits meanwhile."""

from datetime import timedelta

import pytest
from aiohttp import ClientSession

from bot import failures
from bot.cards.model import Card, Text
from bot.cards.teams.card import MOST_BYTES
from bot.failures import Never, Wait
from bot.platforms.teams import posting
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.people import Members
from bot.platforms.teams.posting import Posting, Unavailable
from storage.addresses import Address
from storage.database import Sessions
from tests.teams.seed import TENANT
from tests.teams.sending import CHANNEL, PERSON, failing
from tests.teams.stub import Stub, error, posts


@pytest.mark.parametrize(
    ("asked", "pause"),
    [
        ({"Retry_After": "7"}, timedelta(seconds=7)),
        ({"retry_after": "7"}, timedelta(seconds=7)),
        ({}, failures.USUAL_WAIT),
        ({"Retry_After": "soon"}, failures.USUAL_WAIT),
        ({"Retry_After": "-5"}, failures.USUAL_WAIT),
        ({"Retry_After": "0"}, timedelta(seconds=1)),
        ({"Retry_After": "999999999"}, failures.LONGEST_WAIT),
    ],
)
async def test_teams_says_how_long_to_wait(
    stub: Stub, to_teams: Posting, asked: dict[str, str], pause: timedelta
) -> None:
    stub.said = [error(429, "TooManyRequests", **asked)]
    for updates in (False, True):
        failure = await failing(to_teams, updates=updates)
        assert isinstance(failure, Wait)
        assert (failure.pause, failure.everywhere) == (pause, False)
    assert len(stub.asked) == 2


@pytest.mark.parametrize(
    ("status", "to", "sentence"),
    [
        (403, PERSON, posting.NOT_THEIRS),
        (403, CHANNEL, posting.NOT_IN_TEAM),
        (404, CHANNEL, posting.NOT_IN_TEAM),
    ],
)
async def test_what_somebody_must_mend_in_one_conversation(
    stub: Stub, to_teams: Posting, status: int, to: Address, sentence: str
) -> None:
    stub.said = [error(status)]
    failure = await failing(to_teams, to)
    assert isinstance(failure, Never)
    assert (failure.sentence, failure.holds) == (sentence, "conversation")


async def test_a_conversation_that_was_never_met_names_the_cure(sqlite_sessions: Sessions) -> None:
    for to, sentence in ((PERSON, posting.NOT_THEIRS), (CHANNEL, posting.NOT_IN_TEAM)):
        failure = await failing(posts(sqlite_sessions), to)
        assert isinstance(failure, Never)
        assert failure.sentence == sentence


async def test_a_refused_token_holds_all_that_goes_to_teams(stub: Stub, to_teams: Posting) -> None:
    stub.said = [error(401)]
    failure = await failing(to_teams)
    assert isinstance(failure, Never)
    assert failure.holds == "workspace"
    assert "TEAMS_APP_PASSWORD" in failure.sentence


@pytest.mark.parametrize("status", [400, 413])
async def test_a_message_that_is_refused_holds_only_itself(
    stub: Stub, to_teams: Posting, status: int
) -> None:
    stub.said = [error(status, "MessageSizeTooBig")]
    failure = await failing(to_teams)
    assert isinstance(failure, Never)
    assert failure.holds == "message"
    assert "MessageSizeTooBig" in failure.sentence


async def test_a_card_that_has_no_room_at_teams_is_told_to_the_operator(
    stub: Stub, to_teams: Posting
) -> None:
    long = Card("Long", (Text("x" * MOST_BYTES),))
    for try_it in (to_teams.send(CHANNEL, long), to_teams.update(CHANNEL, "19:c 1700", long)):
        with pytest.raises(Never) as refused:
            await try_it
        assert refused.value.holds == "message"
        assert posting.TELL_OPERATOR in refused.value.sentence
    assert stub.asked == []


@pytest.mark.parametrize(
    ("raised", "kind"), [(PermissionError("AADSTS7000215"), Never), (ConnectionError(), Unavailable)]
)
async def test_a_token_that_microsoft_does_not_give_is_no_doubt_about_the_message(
    stub: Stub, sqlite_sessions: Sessions, raised: Exception, kind: type[Exception]
) -> None:
    class NoToken(Connector):
        """Whose credentials Microsoft does not answer."""

    def fails() -> str:
        raise raised

    asks = NoToken("app", "", TENANT, ClientSession)
    asks._credentials = type("Credentials", (), {"get_access_token": staticmethod(fails)})()
    posting = Posting(sqlite_sessions, asks, Members(sqlite_sessions, asks, TENANT))
    assert isinstance(await failing(posting), kind)
    assert stub.asked == []

"""What Teams may answer, and what it means: a stub answers as Teams would, and as it should not."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import ClientSession

from bot import failures
from bot.cards.model import Card, Text
from bot.cards.teams.card import MOST_BYTES
from bot.failures import Doubtful, Gone, Never, Wait
from bot.platforms.teams import connector as asking
from bot.platforms.teams import posting
from bot.platforms.teams.connector import Connector
from bot.platforms.teams.people import Members
from bot.platforms.teams.posting import Posting, Unavailable
from storage import references
from storage.addresses import Address
from storage.database import Sessions
from tests.teams.seed import TENANT
from tests.teams.stub import Said, Stub, error, posts, stubbed

CHANNEL = Address("teams", TENANT, "19:c", personal=False)
PERSON = Address("teams", TENANT, "entra", personal=True)
CARD = Card("Hello", (Text("A secret finding."),))
KINDS = (Wait, Never, Gone, Doubtful, Unavailable)


@pytest.fixture
async def stub(sqlite_sessions: Sessions) -> AsyncIterator[Stub]:
    async with stubbed() as stub:
        with sqlite_sessions.begin() as session:
            references.keep(session, CHANNEL, {"service_url": stub.url})
            references.keep(session, PERSON, {"service_url": stub.url, "account": "29:1"})
        yield stub


@pytest.fixture
def teams(sqlite_sessions: Sessions) -> Posting:
    return posts(sqlite_sessions)


async def failing(teams: Posting, to: Address = CHANNEL, *, updates: bool = False) -> Exception:
    with pytest.raises(KINDS) as failed:
        await (teams.update(to, "19:c 1700", CARD) if updates else teams.send(to, CARD))
    assert "secret" not in str(failed.value)
    return failed.value


async def test_a_message_is_posted_once_and_known_by_its_conversation_and_id(
    stub: Stub, teams: Posting
) -> None:
    assert await teams.send(CHANNEL, CARD) == "19:c 1700"
    assert stub.asked == ["POST conversations/19:c/activities"]
    assert stub.bodies[0]["summary"].startswith("Hello")


async def test_a_chat_is_opened_once_and_kept(stub: Stub, teams: Posting) -> None:
    stub.said = [Said(body='{"id": "a:1"}'), Said()]
    assert await teams.send(PERSON, CARD) == "a:1 1700"
    await teams.send(PERSON, CARD)
    assert stub.asked == ["POST conversations", *["POST conversations/a:1/activities"] * 2]
    assert [one["id"] for one in stub.bodies[0]["members"]] == ["29:1"]
    assert stub.bodies[0]["channelData"] == {"tenant": {"id": TENANT}}


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
    stub: Stub, teams: Posting, asked: dict[str, str], pause: timedelta
) -> None:
    stub.said = [error(429, "TooManyRequests", **asked)]
    for updates in (False, True):
        failure = await failing(teams, updates=updates)
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
    stub: Stub, teams: Posting, status: int, to: Address, sentence: str
) -> None:
    stub.said = [error(status)]
    failure = await failing(teams, to)
    assert isinstance(failure, Never)
    assert (failure.sentence, failure.holds) == (sentence, "conversation")


async def test_a_conversation_that_was_never_met_names_the_cure(sqlite_sessions: Sessions) -> None:
    for to, sentence in ((PERSON, posting.NOT_THEIRS), (CHANNEL, posting.NOT_IN_TEAM)):
        failure = await failing(posts(sqlite_sessions), to)
        assert isinstance(failure, Never)
        assert failure.sentence == sentence


async def test_a_refused_token_holds_all_that_goes_to_teams(stub: Stub, teams: Posting) -> None:
    stub.said = [error(401)]
    failure = await failing(teams)
    assert isinstance(failure, Never)
    assert failure.holds == "workspace"
    assert "TEAMS_APP_PASSWORD" in failure.sentence


@pytest.mark.parametrize("status", [400, 413])
async def test_a_message_that_is_refused_holds_only_itself(stub: Stub, teams: Posting, status: int) -> None:
    stub.said = [error(status, "MessageSizeTooBig")]
    failure = await failing(teams)
    assert isinstance(failure, Never)
    assert failure.holds == "message"
    assert "MessageSizeTooBig" in failure.sentence


@pytest.mark.parametrize(
    "said",
    [
        error(500, "InternalServerError"),
        error(502),
        Said(502, "<html>A secret finding.</html>", "text/html"),
        Said(503, "", "text/plain"),
        Said(504, "[1]"),
        Said(200, "A secret finding.", "text/html"),
        Said(200, "A secret finding."),
        Said(200, "null"),
        Said(200, '["id"]'),
        Said(200, '{"id": ""}'),
        Said(200, "{}"),
        Said(200, ""),
        Said(hangs=True),
    ],
    ids=lambda said: f"{said.status} {said.body[:12]}",
)
async def test_a_post_of_which_nobody_knows_whether_it_arrived_is_doubtful(
    stub: Stub, teams: Posting, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "ANSWER_SECONDS", 0.5)
    stub.said = [said]
    assert isinstance(await failing(teams), Doubtful)
    # A silent repeat would post it twice.
    assert len(stub.asked) == 1


@pytest.mark.parametrize("said", [error(408), error(409), error(412, "ConversationBusy")])
async def test_a_post_that_teams_says_it_did_not_take_is_simply_tried_again(
    stub: Stub, teams: Posting, said: Said
) -> None:
    stub.said = [said]
    assert isinstance(await failing(teams), Unavailable)


@pytest.mark.parametrize(
    "said", [error(412), error(500), Said(502, "<html>", "text/html"), Said(200, "?"), Said(hangs=True)]
)
async def test_a_change_is_simply_tried_again(
    stub: Stub, teams: Posting, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "ANSWER_SECONDS", 0.5)
    stub.said = [said]
    assert isinstance(await failing(teams, updates=True), Unavailable)
    assert len(stub.asked) == 1


async def test_a_teams_that_is_not_there_has_not_taken_anything(
    sqlite_sessions: Sessions, teams: Posting
) -> None:
    with sqlite_sessions.begin() as session:
        references.keep(session, CHANNEL, {"service_url": "http://127.0.0.1:9/"})
    for updates in (False, True):
        assert isinstance(await failing(teams, updates=updates), Unavailable)


async def test_a_chat_that_could_not_be_opened_is_simply_tried_again(
    stub: Stub, teams: Posting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "ANSWER_SECONDS", 0.5)
    for said in (error(502), error(412), Said(200, "{}"), Said(200, "?"), Said(hangs=True)):
        stub.said = [said]
        assert isinstance(await failing(teams, PERSON), Unavailable)
    assert set(stub.asked) == {"POST conversations"}


async def test_a_chat_that_was_removed_is_opened_again(stub: Stub, teams: Posting) -> None:
    stub.said = [Said(body='{"id": "a:1"}'), error(404), Said(body='{"id": "a:2"}'), Said()]
    assert isinstance(await failing(teams, PERSON), Unavailable)
    assert await teams.send(PERSON, CARD) == "a:2 1700"


async def test_a_message_that_is_no_longer_there_is_left_alone(stub: Stub, teams: Posting) -> None:
    stub.said = [error(404, "ActivityNotFoundInConversation")]
    assert isinstance(await failing(teams, updates=True), Gone)


async def test_a_card_that_has_no_room_at_teams_is_told_to_the_operator(stub: Stub, teams: Posting) -> None:
    long = Card("Long", (Text("x" * MOST_BYTES),))
    for try_it in (teams.send(CHANNEL, long), teams.update(CHANNEL, "19:c 1700", long)):
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


def test_the_connector_gives_up_before_the_worker_does() -> None:
    from bot.worker import TRY_SECONDS

    assert asking.ANSWER_SECONDS < TRY_SECONDS

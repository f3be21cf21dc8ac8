"""Whether a message has arrived at Teams: it has, it has not, or nobody knows."""

import pytest

from bot.failures import Doubtful, Gone
from bot.platforms.teams import requests as asking
from bot.platforms.teams.posting import Posting, Unavailable
from storage import references
from storage.database import Sessions
from tests.teams.seed import TENANT
from tests.teams.sending import CARD, CHANNEL, PERSON, failing
from tests.teams.stub import Said, Stub, error


async def test_a_message_is_posted_once_and_known_by_its_conversation_and_id(
    stub: Stub, to_teams: Posting
) -> None:
    assert await to_teams.send(CHANNEL, CARD) == "19:c 1700"
    assert stub.asked == ["POST conversations/19:c/activities"]
    assert stub.bodies[0]["summary"].startswith("Hello")


async def test_a_chat_is_opened_once_and_kept(stub: Stub, to_teams: Posting) -> None:
    stub.said = [Said(body='{"id": "a:1"}'), Said()]
    assert await to_teams.send(PERSON, CARD) == "a:1 1700"
    await to_teams.send(PERSON, CARD)
    assert stub.asked == ["POST conversations", *["POST conversations/a:1/activities"] * 2]
    assert [one["id"] for one in stub.bodies[0]["members"]] == ["29:1"]
    assert stub.bodies[0]["channelData"] == {"tenant": {"id": TENANT}}


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
    stub: Stub, to_teams: Posting, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "ANSWER_SECONDS", 0.5)
    stub.said = [said]
    assert isinstance(await failing(to_teams), Doubtful)
    # A silent repeat would post it twice.
    assert len(stub.asked) == 1


@pytest.mark.parametrize("said", [error(408), error(409), error(412, "ConversationBusy")])
async def test_a_post_that_teams_says_it_did_not_take_is_simply_tried_again(
    stub: Stub, to_teams: Posting, said: Said
) -> None:
    stub.said = [said]
    assert isinstance(await failing(to_teams), Unavailable)


@pytest.mark.parametrize(
    "said", [error(412), error(500), Said(502, "<html>", "text/html"), Said(200, "?"), Said(hangs=True)]
)
async def test_a_change_is_simply_tried_again(
    stub: Stub, to_teams: Posting, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "ANSWER_SECONDS", 0.5)
    stub.said = [said]
    assert isinstance(await failing(to_teams, updates=True), Unavailable)
    assert len(stub.asked) == 1


async def test_a_teams_that_is_not_there_has_not_taken_anything(
    sqlite_sessions: Sessions, to_teams: Posting
) -> None:
    with sqlite_sessions.begin() as session:
        references.keep(session, CHANNEL, {"service_url": "http://127.0.0.1:9/"})
    for updates in (False, True):
        assert isinstance(await failing(to_teams, updates=updates), Unavailable)


async def test_a_chat_that_could_not_be_opened_is_simply_tried_again(
    stub: Stub, to_teams: Posting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "ANSWER_SECONDS", 0.5)
    for said in (error(502), error(412), Said(200, "{}"), Said(200, "?"), Said(hangs=True)):
        stub.said = [said]
        assert isinstance(await failing(to_teams, PERSON), Unavailable)
    assert set(stub.asked) == {"POST conversations"}


async def test_a_chat_that_was_removed_is_opened_again(stub: Stub, to_teams: Posting) -> None:
    stub.said = [Said(body='{"id": "a:1"}'), error(404), Said(body='{"id": "a:2"}'), Said()]
    assert isinstance(await failing(to_teams, PERSON), Unavailable)
    assert await to_teams.send(PERSON, CARD) == "a:2 1700"


async def test_a_message_that_is_no_longer_there_is_left_alone(stub: Stub, to_teams: Posting) -> None:
    stub.said = [error(404, "ActivityNotFoundInConversation")]
    assert isinstance(await failing(to_teams, updates=True), Gone)


def test_the_connector_gives_up_before_the_worker_does() -> None:
    from bot.worker import TRY_SECONDS

    assert asking.ANSWER_SECONDS < TRY_SECONDS

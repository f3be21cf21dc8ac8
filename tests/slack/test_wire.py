"""How Slack brings what happens: signed over HTTP, and over Socket Mode. Bolt understands both."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping

import pytest
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack import payloads
from tests.slack.person import Someone, someone
from tests.slack.relay import Slack
from tests.slack.seed import APP_TOKEN, OFFICE
from tests.slack.toy import SECRET, Fields, Toy, over_http, over_sockets
from tests.slack.wire import SIGNATURE, TIMESTAMP, Http, as_request, signature

OLD = str(int(time.time()) - 60 * 6)
BODY = "command=%2Fhello&text=Oak"


@pytest.fixture
def toy(slack: Slack) -> Toy:
    return Toy(slack)


@pytest.fixture
async def http(toy: Toy) -> AsyncIterator[Http]:
    async with over_http(toy) as http:
        yield http


async def on_sockets(slack: Slack) -> Someone:
    return await someone(slack, slack.sockets, OFFICE)


async def test_a_right_signature_is_taken(http: Http) -> None:
    answer = await http.post(BODY)
    assert (answer.status, answer.body["text"]) == (200, "Hello")


@pytest.mark.parametrize(
    "headers",
    [
        {SIGNATURE: "v0=0"},
        {SIGNATURE: None},
        {TIMESTAMP: None},
        {TIMESTAMP: "1"},
        {TIMESTAMP: OLD, SIGNATURE: signature(SECRET, OLD, BODY)},
        {SIGNATURE: signature("another secret", OLD, BODY)},
    ],
)
async def test_a_wrong_signature_is_refused(http: Http, headers: Mapping[str, str | None]) -> None:
    assert (await http.post(BODY, headers=headers)).status == 401


async def test_a_time_that_is_no_number_is_a_trap_in_bolt(http: Http) -> None:
    assert (await http.post(BODY, headers={TIMESTAMP: "soon"})).status == 500


async def test_an_address_is_checked_by_a_challenge(http: Http) -> None:
    asked = {"type": "url_verification", "challenge": "3eZbrw1a", "token": payloads.TOKEN}
    answer = await http.bring("events_api", asked)
    assert (answer.status, answer.body) == (200, {"challenge": "3eZbrw1a"})


async def test_a_bot_that_takes_too_long_fails_the_act(slack: Slack, toy: Toy, http: Http) -> None:
    async def slow(ack: AsyncAck) -> None:
        await asyncio.sleep(3.1)
        await ack()

    toy.app.command("/slow")(slow)
    kate = await someone(slack, http, OFFICE)
    with pytest.raises(AssertionError, match="within 3 seconds"):
        await kate.command("/slow")
    assert [answer.status for answer in kate.answers] == [0]


async def test_a_command_that_the_bot_lacks_fails_the_act(slack: Slack, http: Http) -> None:
    kate = await someone(slack, http, OFFICE)
    with pytest.raises(AssertionError, match="404"):
        await kate.command("/unknown")


def test_forms_and_json_are_as_slack_has_them() -> None:
    said: Fields = {"type": "block_actions"}
    assert as_request("interactive", said)[1] == "payload=%7B%22type%22%3A+%22block_actions%22%7D"
    assert as_request("events_api", said) == ("application/json", '{"type": "block_actions"}')


@pytest.mark.parametrize(("token", "error"), [("xapp-another", "invalid_auth"), ("", "not_authed")])
async def test_socket_mode_wants_the_token_of_the_app(slack: Slack, token: str, error: str) -> None:
    with pytest.raises(SlackApiError) as refused:
        await AsyncWebClient(base_url=slack.api).apps_connections_open(app_token=token)
    assert refused.value.response["error"] == error


async def test_an_address_of_socket_mode_is_good_for_one_connection(slack: Slack) -> None:
    opened = await AsyncWebClient(base_url=slack.api).apps_connections_open(app_token=APP_TOKEN)
    async with slack.http.ws_connect(opened["url"]) as socket:
        assert (await socket.receive_json())["type"] == "hello"
    async with slack.http.get(opened["url"]) as second:
        assert second.status == 408


async def test_a_connection_that_slack_ends_is_opened_again(slack: Slack, toy: Toy) -> None:
    async with over_sockets(toy, slack):
        kate = await on_sockets(slack)
        for _ in range(2):
            await slack.sockets.refresh()
            await kate.command("/hello")
        assert (slack.sockets.opened, len(kate.ephemerals())) == (3, 2)


async def test_a_connection_that_is_cut_is_opened_again(slack: Slack, toy: Toy) -> None:
    async with over_sockets(toy, slack):
        kate = await on_sockets(slack)
        await slack.sockets.drop()
        await slack.sockets.connected(opened=2)
        await kate.command("/hello")
        assert len(kate.ephemerals()) == 1


async def test_of_two_connections_each_is_brought_something(slack: Slack) -> None:
    one, two = Toy(slack), Toy(slack)
    async with over_sockets(one, slack), over_sockets(two, slack):
        await slack.sockets.connected(links=2)
        kate = await on_sockets(slack)
        for _ in range(2):
            await kate.command("/hello")
        assert (len(one.bodies), len(two.bodies)) == (1, 1)

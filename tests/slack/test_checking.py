"""What `peer-review check` says of Slack: which token, which permission, which address is wrong."""

import pytest

from bot.platforms.slack.checking import lacking, told
from bot.platforms.slack.credentials import Credentials, mistakes_in, read
from bot.platforms.slack.manifest import SCOPES
from tests.slack.relay import Slack
from tests.slack.seed import APP_TOKEN, BOT_TOKEN
from tests.slack.test_refusals import Stub, stub

__all__ = ["stub"]

KEYS = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s3cret"}


async def test_all_is_well(slack: Slack) -> None:
    well, wrong = await told(Credentials(BOT_TOKEN, "", APP_TOKEN, slack.api))
    assert wrong == []
    assert well == [
        "Slack knows the bot as peer-review in the workspace Tiptree and Stanway (T000000001).",
        "Slack takes SLACK_APP_TOKEN for Socket Mode.",
    ]


async def test_an_app_token_that_slack_does_not_take_is_told(slack: Slack) -> None:
    well, wrong = await told(Credentials(BOT_TOKEN, "", "xapp-another", slack.api))
    assert len(well) == 1
    assert [sentence.partition(")")[0] for sentence in wrong] == [
        "Slack does not take SLACK_APP_TOKEN (invalid_auth"
    ]


async def test_a_bot_token_that_slack_does_not_take_is_told(stub: Stub) -> None:
    stub.says("token_revoked")
    well, wrong = await told(Credentials("xoxb-hidden", "", "", stub.api))
    assert (well, len(wrong)) == ([], 1)
    assert wrong[0].startswith("Slack does not take SLACK_BOT_TOKEN (token_revoked).")
    assert "hidden" not in wrong[0]


async def test_a_slack_that_cannot_be_reached_is_told() -> None:
    well, wrong = await told(Credentials("xoxb-1", "", "", "http://127.0.0.1:9/"))
    assert (well, len(wrong)) == ([], 1)
    assert wrong[0].startswith("Slack can't be reached at http://127.0.0.1:9/")


def test_a_permission_that_is_missing_is_named() -> None:
    assert lacking(",".join(SCOPES)) == ""
    assert lacking("chat:write, commands").startswith("On Slack the bot lacks app_mentions:read, files:write")
    # An answer without the list says nothing either way.
    assert lacking("") == ""


def test_without_a_token_slack_is_off() -> None:
    assert read({}) is None
    assert list(mistakes_in({})) == []


def test_credentials_are_taken_as_they_are_and_shown_to_nobody() -> None:
    found = read({**KEYS, "SLACK_APP_TOKEN": "xapp-1", "SLACK_API_URL": "http://127.0.0.1:4003/api"})
    assert found == Credentials("xoxb-1", "s3cret", "xapp-1", "http://127.0.0.1:4003/api/")
    assert not any(secret in repr(found) for secret in ("xoxb", "s3cret", "xapp"))
    usual = read(KEYS)
    assert usual is not None
    assert usual.api_url == "https://slack.com/api/"


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        ({"SLACK_BOT_TOKEN": ""}, ["SLACK_BOT_TOKEN"]),
        ({"SLACK_BOT_TOKEN": "xoxp-hidden"}, ["SLACK_BOT_TOKEN"]),
        ({"SLACK_SIGNING_SECRET": " "}, ["Slack"]),
        ({"SLACK_APP_TOKEN": "hidden"}, ["SLACK_APP_TOKEN"]),
        ({"SLACK_API_URL": "slack.com"}, ["SLACK_API_URL"]),
        ({"SLACK_BOT_TOKEN": "", "SLACK_API_URL": "x"}, ["SLACK_BOT_TOKEN", "SLACK_API_URL"]),
    ],
)
def test_each_mistake_is_a_sentence_that_keeps_the_secret(changed: dict[str, str], names: list[str]) -> None:
    found = list(mistakes_in({**KEYS, **changed}))
    assert [sentence.split()[0] for sentence in found] == names
    assert "hidden" not in str(found)

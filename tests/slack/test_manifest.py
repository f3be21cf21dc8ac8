"""The Slack manifest: within Slack's limits, asking for no more than is used."""

import json
import re
from collections.abc import Iterator

import pytest
import yaml

from bot.language import commands
from bot.platforms.slack.manifest import Manifest, manifest
from tests.printed import Printed, printed_by

URL = "https://reviews.example.org"
EVENTS_URL = "https://reviews.example.org/slack/events"


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Printed:
    return printed_by(capsys, "manifest")


def addresses(made: object) -> Iterator[str]:
    """Every address in a manifest, however deep."""
    return (text for text in re.findall(r'"(.*?)"', json.dumps(made)) if "://" in text)


@pytest.fixture(params=[URL, None])
def made(request: pytest.FixtureRequest) -> Manifest:
    return manifest(request.param)


def test_it_keeps_to_slacks_limits(made: Manifest) -> None:
    shown, features = made["display_information"], made["features"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert re.fullmatch(r"#[0-9a-f]{6}", shown["background_color"])
    assert re.fullmatch(r"[a-z0-9._-]{1,80}", features["bot_user"]["display_name"])
    for command in features["slash_commands"]:
        assert re.fullmatch(r"/[a-z-]{1,31}", command["command"])
        assert 0 < len(command["description"]) <= 2000
        assert 0 < len(command["usage_hint"]) <= 1000


def test_its_commands_are_those_that_the_bot_knows(made: Manifest) -> None:
    named = [command["command"] for command in made["features"]["slash_commands"]]
    assert named == list(dict.fromkeys(name.split()[0] for name, _ in commands.COMMANDS))
    found = [commands.command(name)[0] for name in named]
    assert [one.name for one in found if one] == ["schedule", "home"]


def test_it_asks_for_what_is_used_and_no_more(made: Manifest) -> None:
    scopes = made["oauth_config"]["scopes"]
    assert scopes.keys() == {"bot"}
    assert sorted(scopes["bot"]) == [
        "app_mentions:read",
        "chat:write",
        "commands",
        "files:write",
        "im:history",
        "im:write",
        "users:read",
        "users:read.email",
    ]


def test_each_event_has_the_scope_that_it_needs(made: Manifest) -> None:
    needed = {"app_home_opened": None, "app_mention": "app_mentions:read", "message.im": "im:history"}
    assert made["settings"]["event_subscriptions"]["bot_events"] == list(needed)
    assert set(filter(None, needed.values())) <= set(made["oauth_config"]["scopes"]["bot"])


def test_people_may_open_its_home_and_write_to_it(made: Manifest) -> None:
    assert made["features"]["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }
    assert made["settings"]["interactivity"]["is_enabled"]


def test_with_an_address_everything_comes_there() -> None:
    made = manifest(URL)
    settings = made["settings"]
    assert not settings["socket_mode_enabled"]
    assert [command["url"] for command in made["features"]["slash_commands"]] == [EVENTS_URL] * 2
    assert settings["event_subscriptions"]["request_url"] == EVENTS_URL
    assert settings["interactivity"]["request_url"] == EVENTS_URL
    assert list(addresses(made)) == [EVENTS_URL] * 4


def test_over_socket_mode_there_is_no_address() -> None:
    made = manifest(None)
    assert made["settings"]["socket_mode_enabled"]
    assert list(addresses(made)) == []


@pytest.mark.parametrize(
    ("arguments", "url"),
    [
        (["--url", URL], URL),
        (["--url", f"{URL}/"], URL),
        (["--url", f"{URL}:8443/bot"], f"{URL}:8443/bot"),
        (["--socket"], None),
    ],
)
def test_the_command_prints_it_as_yaml(printed: Printed, arguments: list[str], url: str | None) -> None:
    code, said, complained = printed("slack", *arguments)
    assert (code, complained) == (0, "")
    assert yaml.safe_load(said) == manifest(url)
    # Readable, in Slack's own order, and the same whatever a terminal or a file makes of other letters.
    assert said.startswith("display_information:\n  name: Peer Review\n")
    assert said.isascii()
    assert "{" not in said


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Say how Slack reaches the bot: "),
        (["--url", URL, "--socket"], "Use --url or --socket, not both: "),
        (["--url", ""], "'' isn't a whole web address, "),
        (["--url", "reviews.example.org"], "'reviews.example.org' isn't a whole web address, "),
        (["--url", "https://two words"], "'https://two words' isn't a whole web address, "),
        (["--url", "https://[bad"], "'https://[bad' isn't a whole web address, "),
        (["--url", "ftp://reviews.example.org"], "'ftp://reviews.example.org' isn't a whole web address, "),
        (["--url", "http://reviews.example.org"], "Slack calls https addresses alone, "),
        (["--url", "http://127.0.0.1:8000"], "Slack can't reach http://127.0.0.1:8000 from outside. "),
        (["--url", "https://[::1]:8000"], "Slack can't reach https://[::1]:8000 from outside. "),
        (["--url", "https://localhost"], "Slack can't reach https://localhost from outside. "),
        (["--url", "https://192.168.1.4"], "Slack can't reach https://192.168.1.4 from outside. "),
    ],
)
def test_bad_use_is_told_in_a_sentence(printed: Printed, arguments: list[str], sentence: str) -> None:
    code, said, complained = printed("slack", *arguments)
    assert (code, said) == (2, "")
    assert complained.startswith(sentence)
    assert complained.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "usage"),
    [
        ([], "usage: peer-review manifest [-h] PLATFORM ...\n"),
        (["zoom"], "usage: peer-review manifest [-h] PLATFORM ...\n"),
        (["slack", "--url"], "usage: peer-review manifest slack [-h] (--url URL | --socket)\n"),
    ],
)
def test_a_platform_or_an_address_that_is_missing_is_told_with_the_usage(
    printed: Printed, arguments: list[str], usage: str
) -> None:
    code, said, complained = printed(*arguments)
    assert (code, said) == (2, "")
    assert complained.startswith(usage)

"""What the environment says of Teams: off, on, for this machine alone, or wrong in so many words."""

import pytest

from bot.platforms.teams.credentials import LOCAL_TENANT, Credentials, mistakes_in, read
from bot.settings import BadSettings
from bot.settings import read as settings
from tests.teams.seed import APP, TENANT

ANOTHER = "0f0f0f0f-0000-4000-8000-0f0f0f0f0f0f"
KEYS = {"TEAMS_APP_ID": APP, "TEAMS_APP_PASSWORD": "hidden~8Q", "TEAMS_TENANT_ID": TENANT}


def test_without_an_app_id_teams_is_off() -> None:
    assert read({}) is None
    assert list(mistakes_in({})) == []
    assert settings({}).teams is None
    assert settings(dict.fromkeys(KEYS, " ")).teams is None
    assert settings({"TEAMS_LOCAL": "0"}).teams is None


def test_credentials_are_taken_as_they_are_and_shown_to_nobody() -> None:
    found = settings({name: f" {value}\n" for name, value in KEYS.items()}).teams
    assert found == Credentials(APP, "hidden~8Q", TENANT)
    assert not found.local
    assert "hidden" not in repr(found)
    assert "hidden" not in repr(settings(KEYS))


def test_ids_may_be_copied_in_capitals() -> None:
    found = read({**KEYS, "TEAMS_APP_ID": APP.upper(), "TEAMS_TENANT_ID": TENANT.upper()})
    assert found == read(KEYS)


def test_on_this_machine_no_id_is_needed() -> None:
    assert settings({"TEAMS_LOCAL": "1"}).teams == Credentials("", "", LOCAL_TENANT, local=True)


def test_whoever_has_an_app_id_is_never_let_in_unchecked() -> None:
    with pytest.raises(BadSettings, match="TEAMS_LOCAL"):
        settings({**KEYS, "TEAMS_LOCAL": "1"})


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        ({"TEAMS_APP_ID": ""}, ["TEAMS_APP_ID"]),
        ({"TEAMS_APP_ID": "", "TEAMS_APP_PASSWORD": ""}, ["TEAMS_APP_ID"]),
        ({"TEAMS_APP_ID": "", "TEAMS_TENANT_ID": ""}, ["TEAMS_APP_ID"]),
        ({"TEAMS_APP_ID": "peer-review"}, ["TEAMS_APP_ID"]),
        ({"TEAMS_APP_ID": f"28:{APP}"}, ["TEAMS_APP_ID"]),
        ({"TEAMS_APP_ID": f"{APP}0"}, ["TEAMS_APP_ID"]),
        ({"TEAMS_APP_PASSWORD": " "}, ["TEAMS_APP_PASSWORD"]),
        ({"TEAMS_APP_PASSWORD": ANOTHER}, ["TEAMS_APP_PASSWORD"]),
        ({"TEAMS_TENANT_ID": ""}, ["TEAMS_TENANT_ID"]),
        ({"TEAMS_TENANT_ID": "school.example"}, ["TEAMS_TENANT_ID"]),
        ({"TEAMS_APP_PASSWORD": "", "TEAMS_TENANT_ID": ""}, ["TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID"]),
        ({"TEAMS_APP_ID": "x", "TEAMS_TENANT_ID": "y"}, ["TEAMS_APP_ID", "TEAMS_TENANT_ID"]),
        ({"TEAMS_LOCAL": "yes"}, ["TEAMS_LOCAL"]),
        ({"TEAMS_LOCAL": "1"}, ["TEAMS_LOCAL"]),
    ],
    ids=str,
)
def test_each_mistake_is_a_sentence_that_keeps_the_secret(changed: dict[str, str], names: list[str]) -> None:
    environ = KEYS | changed
    found = list(mistakes_in(environ))
    assert [sentence.split()[0] for sentence in found] == names
    assert all(sentence.endswith(".") for sentence in found)
    secret = environ["TEAMS_APP_PASSWORD"].strip()
    assert not secret or not any(secret in sentence for sentence in found)
    with pytest.raises(BadSettings) as refused:
        settings(environ)
    assert str(refused.value) == "\n".join(found)

"""The Teams app's package: as Microsoft's schema wants it, asking for no more than is used."""

import io
import json
import re
import struct
import zlib
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from jsonschema_rs import Draft4Validator

from bot.language.commands import command
from bot.platforms.teams.manifest import App, Manifest, manifest, package
from tests.printed import Printed, printed_by
from tests.teams.install import schema_of_an_app
from tests.teams.seed import APP

URL = "https://reviews.example.org"
GIVEN = ("--url", URL, "--app-id", APP)


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Printed:
    monkeypatch.chdir(tmp_path)
    return printed_by(capsys, "manifest", "teams")


def app(**changed: str) -> App:
    given = {"developer": "Peer Review", "website": URL, "privacy": URL, "terms": URL, "version": "1.0.0"}
    return App(APP, URL, **given | changed)


@pytest.fixture
def made() -> Manifest:
    return manifest(app())


def files(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def lists(made: Manifest) -> list[dict[str, Any]]:
    return list(made["bots"][0]["commandLists"])


def pixels(picture: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and each pixel's red, green, blue and opacity."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height, *kind = struct.unpack(">IIBBBBB", picture[16:29])
    assert kind == [8, 6, 0, 0, 0]
    length = struct.unpack(">I", picture[33:37])[0]
    raw = zlib.decompress(picture[41 : 41 + length])
    lines = [raw[start + 1 : start + 1 + 4 * width] for start in range(0, len(raw), 4 * width + 1)]
    return width, height, [line[at : at + 4] for line in lines for at in range(0, len(line), 4)]


def test_microsofts_schema_has_nothing_to_say(made: Manifest) -> None:
    schema = schema_of_an_app(made["manifestVersion"])
    assert made["$schema"].endswith(f"/v{made['manifestVersion']}/MicrosoftTeams.schema.json")
    assert [error.message for error in Draft4Validator(schema).iter_errors(made)] == []
    # The schema does find what is wrong.
    made["name"]["short"] = "Peer Review of the Tiptree and Stanway schools"
    assert not Draft4Validator(schema).is_valid(made)


def test_it_can_be_used_alone_in_a_team_and_in_a_group_chat(made: Manifest) -> None:
    [bot] = made["bots"]
    assert bot["botId"] == APP
    assert bot["scopes"] == ["personal", "team", "groupChat"]
    assert (bot["isNotificationOnly"], bot["supportsFiles"]) == (False, True)


def test_it_asks_for_what_is_used_and_no_more(made: Manifest) -> None:
    assert made["permissions"] == ["identity", "messageTeamMembers"]
    assert made.keys() & {"authorization", "devicePermissions", "webApplicationInfo"} == set()
    assert made["validDomains"] == ["reviews.example.org"]


def test_the_bot_knows_the_commands_that_it_offers(made: Manifest) -> None:
    titles = [each["title"] for each in lists(made)[0]["commands"]]
    found = {title: command(f"@Peer Review {title}")[0] for title in titles}
    assert {title: one.name for title, one in found.items() if one} == {
        "schedule review": "schedule",
        "what is mine": "home",
        "papers": "papers",
        "meeting": "meeting",
        "timetable": "day",
        "help": "help",
        "link": "link",
    }
    assert all(0 < len(each["description"]) < 100 for each in lists(made)[0]["commands"])


def test_a_channel_is_linked_in_a_channel_alone(made: Manifest) -> None:
    offered = {tuple(each["scopes"]): [one["title"] for one in each["commands"]] for each in lists(made)}
    assert offered == {
        ("team", "groupChat"): [
            "schedule review",
            "what is mine",
            "papers",
            "meeting",
            "timetable",
            "help",
            "link",
        ],
        ("personal",): ["schedule review", "what is mine", "papers", "meeting", "timetable", "help", "note"],
    }


def test_commands_are_offered_after_a_slash_where_others_read_along(made: Manifest) -> None:
    assert [each["triggers"] for each in lists(made)] == [["mention", "slash"], ["mention"]]
    assert made["bots"][0]["supportsTargetedMessages"] is True


def test_the_same_app_is_the_same_to_teams_each_time() -> None:
    assert package(app()) == package(app())
    assert manifest(app())["id"] == manifest(app(developer="Another"))["id"]
    assert manifest(App(APP.upper(), URL, "x", URL, URL, URL, "1.0.0"))["id"] == manifest(app())["id"]
    another = App(f"{APP[:-1]}1", URL, "x", URL, URL, URL, "1.0.0")
    assert manifest(another)["id"] not in (manifest(app())["id"], APP)


def test_the_package_has_what_it_names() -> None:
    inside = files(package(app()))
    made = json.loads(inside["manifest.json"])
    assert made == manifest(app())
    assert inside.keys() == {"manifest.json", *made["icons"].values()}


def test_the_coloured_icon_is_as_teams_wants_it(made: Manifest) -> None:
    width, height, found = pixels(files(package(app()))["color.png"])
    assert (width, height, len(found)) == (192, 192, 192 * 192)
    assert {pixel[3] for pixel in found} == {255}
    assert found[0] == bytes.fromhex(made["accentColor"][1:]) + b"\xff"
    assert b"\xff\xff\xff\xff" in found


def test_the_outline_is_white_on_nothing() -> None:
    width, height, found = pixels(files(package(app()))["outline.png"])
    assert (width, height, len(found)) == (32, 32, 32 * 32)
    assert {pixel[:3] for pixel in found} == {b"\xff\xff\xff"}
    assert found[0][3] == 0
    assert 100 < sum(pixel[3] == 255 for pixel in found) < 500


def test_the_command_makes_the_package(printed: Printed) -> None:
    code, said, complained = printed("--url", f"{URL}/", "--app-id", APP)
    assert (code, complained) == (0, "")
    assert said == "Made peer-review-teams.zip. docs/TEAMS.md says where Teams takes it.\n"
    assert Path("peer-review-teams.zip").read_bytes() == package(app())


def test_what_people_are_shown_about_the_app_can_be_given(printed: Printed) -> None:
    pages = ("--website", f"{URL}/a", "--privacy", f"{URL}/b", "--terms", f"{URL}/c")
    assert printed(*GIVEN, *pages, "--developer", "Our schools", "--app-version", "1.0.1")[0] == 0
    made = json.loads(files(Path("peer-review-teams.zip").read_bytes())["manifest.json"])
    assert made["version"] == "1.0.1"
    assert made["developer"] == {
        "name": "Our schools",
        "websiteUrl": f"{URL}/a",
        "privacyUrl": f"{URL}/b",
        "termsOfUseUrl": f"{URL}/c",
    }


def test_nothing_is_written_over(printed: Printed) -> None:
    Path("roster.yaml").write_text("ours", "utf-8")
    code, said, complained = printed(*GIVEN, "--out", "roster.yaml")
    assert (code, said) == (1, "")
    assert complained == "roster.yaml is there already. Take it away, or give another name with --out.\n"
    assert Path("roster.yaml").read_text("utf-8") == "ours"


def test_a_folder_that_is_not_there_is_told(printed: Printed) -> None:
    code, said, complained = printed(*GIVEN, "--out", "nowhere/app.zip")
    assert (code, said) == (1, "")
    assert complained == "nowhere/app.zip can't be written: No such file or directory.\n"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ((), "Say how Teams reaches the bot: "),
        # What $TEAMS_APP_ID leaves in a terminal where it is not set.
        (("--url", URL, "--app-id"), "Say which app it is: "),
        (("--url", "reviews.example.org"), "'reviews.example.org' isn't a whole web address, "),
        (("--url", "http://reviews.example.org"), "Teams calls https addresses alone, "),
        (("--url", "https://localhost"), "Teams can't reach https://localhost from outside. "),
        ((*GIVEN, "--app-id", "my bot"), "'my bot' isn't an Application (client) ID, "),
        ((*GIVEN, "--app-id", f"{{{APP}}}"), f"'{{{APP}}}' isn't an Application (client) ID, "),
        ((*GIVEN, "--developer", " "), "Teams has room for 32 characters in --developer."),
        ((*GIVEN, "--developer", "x" * 33), "Teams has room for 32 characters in --developer."),
        ((*GIVEN, "--privacy", "http://x.example"), "--privacy is 'http://x.example'. "),
        ((*GIVEN, "--terms", "terms.html"), "--terms is 'terms.html'. "),
        ((*GIVEN, "--app-version", "2"), "--app-version is '2'. "),
    ],
)
def test_bad_use_is_told_in_a_sentence(printed: Printed, changed: tuple[str, ...], sentence: str) -> None:
    code, said, complained = printed(*changed)
    assert (code, said) == (2, "")
    assert complained.startswith(sentence)
    assert list(Path().iterdir()) == []


def test_every_mistake_is_told_at_once(printed: Printed) -> None:
    _, _, complained = printed()
    assert re.findall(r"--[a-z-]+", complained) == ["--url", "--app-id"]

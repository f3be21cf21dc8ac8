"""What the practice room refuses, and how it says so."""

import json
import re
from io import BytesIO

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.platforms.playground.practice import Practice
from bot.platforms.playground.server import application
from tests.practice.toy import KATE, PRIYA
from tests.practice.visits import JSON, KATES, Client, ask, entries, page, post


@pytest.mark.parametrize(
    "address", ["/", "/?as=nobody", f"/?as={PRIYA}&in=management", f"/clock?as={PRIYA}&in=x"]
)
async def test_nothing_is_done_for_someone_who_is_not_there(client: Client, address: str) -> None:
    response = await client.post(address, data={"_typed": "/peer-review", "by": "day"})
    assert response.status == 400
    assert "open the practice room again" in (await response.text()).lower()
    assert "Wednesday 1 November 2017, 09:00" in await page(client, "/")


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:8000"},
        {"Host": "[::1"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost"},
    ],
)
async def test_what_comes_from_elsewhere_is_refused(client: Client, headers: dict[str, str]) -> None:
    response = await client.post(KATES, data={"_typed": "/peer-review"}, headers=headers | JSON)
    assert response.status == 403
    assert "nothing was done" in (await response.json())["problem"]
    assert entries(await page(client, KATES)) == []


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000", "192.168.1.20:8000"])
async def test_it_goes_by_its_own_names(client: Client, host: str) -> None:
    response = await client.get("/", headers={"Host": host})
    assert response.status == 200


async def test_it_goes_by_the_name_it_was_given(practice: Practice) -> None:
    async with TestClient(TestServer(application(practice, "Staffroom.example"))) as client:
        response = await client.get("/", headers={"Host": "staffroom.example:8000"})
        assert response.status == 200


async def test_a_page_of_another_name_cannot_read_the_room(client: Client) -> None:
    response = await client.get("/state", headers={"Host": "evil.example"})
    assert response.status == 403


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe\x00",
        b"%ED%A0%80=%00&go=%ff",
        b"go=&_on=&_event=",
        b"go=%3F%3F%3D%26",
        b"go=toy.plan?x=1&_on=e999999999999999999999",
        b"go=toy.plan&_on=e%C2%B2",
        b"&".join(b"a%d=1" % n for n in range(5000)),
        json.dumps({"go": "toy.plan"}).encode(),
        b"_typed=" + b"%F0%9F%90%89" * 2000,
        b"_typed=%00%0d%0a&team.999=1&team.0=x&.picked=1&day.picked.picked=2",
    ],
)
@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/x; charset=nil"]
)
async def test_rubbish_gets_a_sentence(client: Client, body: bytes, kind: str) -> None:
    for path in ("/", "/clock", "/start-again"):
        response = await client.post(f"{path}{KATES[1:]}", data=body, headers={"Content-Type": kind})
        assert response.status in {200, 400}
        assert "<h1>" in await response.text()


@pytest.mark.parametrize("since", ["-1", "x", "²", "9" * 40, "1.5"])
async def test_a_damaged_revision_asks_for_everything(client: Client, since: str) -> None:
    await ask(client, KATES, _typed="/peer-review", _event="1")
    response = await client.get("/state", params={"as": KATE, "in": "group-2", "since": since})
    assert len((await response.json())["entries"]) == 1


async def test_too_much_is_said_kindly(client: Client) -> None:
    response = await client.post(KATES, data=BytesIO(b"_typed=" + b"x" * 1_100_000), headers=JSON)
    assert response.status == 413
    assert "make it shorter" in (await response.json())["problem"]


async def test_ten_thousand_characters_stand_in_full(client: Client) -> None:
    line = "/schedule-review " + "Ŵ" * 10_000
    assert line in await post(client, KATES, _typed=line, _event="1")


async def test_a_page_that_is_not_there(client: Client) -> None:
    response = await client.get("/nowhere")
    assert response.status == 404
    assert "no such page" in await response.text()


async def test_nothing_from_elsewhere_is_asked_for(client: Client) -> None:
    response = await client.get("/")
    text = await response.text()
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert not re.search(r"https?://|<style|style=|onclick|<script>", text)
    for path in set(re.findall(r'(?:href|src)="(/static/[^"]+)"', text)):
        answer = await client.get(path)
        assert answer.status == 200
        assert "http://" not in (await answer.text()).replace("http://www.w3.org/2000/svg", "")


async def test_scripts_have_what_they_ask_for(client: Client) -> None:
    for name in ("room", "acts", "page", "live", "confirm", "fields", "hint", "menu"):
        source = await (await client.get(f"/static/{name}.js")).text()
        for other in re.findall(r'from "\./(\w+\.js)"', source):
            assert (await client.get(f"/static/{other}")).status == 200


async def test_what_goes_wrong_behind_a_link_is_logged_without_the_link(
    practice: Practice, caplog: pytest.LogCaptureFixture
) -> None:
    async def break_down(_request: web.Request) -> web.Response:
        raise RuntimeError

    app = application(practice)
    app.router.add_get("/paper/{token}", break_down)
    async with TestClient(TestServer(app)) as client:
        assert (await client.get("/paper/CanaryToken")).status == 500
    logged = [record.getMessage() for record in caplog.records if record.name != "aiohttp.access"]
    assert [line for line in logged if "failed" in line] == ["GET /paper/{token} failed"]
    assert "CanaryToken" not in str(logged)

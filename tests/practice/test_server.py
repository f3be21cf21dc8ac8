"""The practice room over HTTP: by plain forms as without a script, and in JSON as the page's script asks."""

import asyncio
import json
import re
from html import unescape
from io import BytesIO

import pytest
from aiohttp import ClientResponse, FormData
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bot.platforms.playground.practice import Practice
from bot.platforms.playground.server import application
from bot.router import ROUTES
from tests.practice.toy import KATE, PRIYA, fail

Client = TestClient[Request, Application]
KATES = f"/?as={KATE}&in=group-2"
PRIYAS = f"/?as={PRIYA}&in=peer-review"
JSON = {"Accept": "application/json"}


async def page(client: Client, address: str) -> str:
    response = await client.get(address)
    assert response.status == 200
    text: str = await response.text()
    return unescape(text)


async def post(client: Client, address: str, **form: str) -> str:
    """As a browser without a script: the page that it is sent on to."""
    response = await client.post(address, data=form)
    assert response.status == 200
    return unescape(await response.text())


async def ask(client: Client, address: str, **form: str) -> dict[str, object]:
    response = await client.post(address, data=form, headers=JSON)
    assert response.status == 200
    answer = await response.json()
    assert isinstance(answer, dict)
    return answer


def entries(text: str) -> list[str]:
    """The titles of the cards on a page."""
    return re.findall(r'<h2 id="e\d+-title">(.*?)</h2>', text)


def last_mark(text: str) -> str:
    found: list[str] = re.findall(r'name="_on" value="(e\d+)"', text)
    return found[-1]


async def booked(client: Client, practice: Practice) -> None:
    """Kate has booked, and Priya has her message."""
    text = await post(client, KATES, _typed="/schedule-review Oak", _event="1")
    text = await post(client, KATES, go="toy.plan", day="14 Nov", _on=last_mark(text), _event="2")
    await post(client, KATES, go="toy.book", _on=last_mark(text), _event="3")
    async with asyncio.timeout(5):
        while not practice.room.unread_chats():
            await practice.room.changed(practice.room.revision)


async def test_a_first_visit_says_who_one_is_and_what_to_do(client: Client) -> None:
    text = await page(client, "/")
    assert "You are Kate Moore, Peer Review Lead of Collaborative Group 2." in text
    assert "Schedule a review of Oak Primary School" in text
    assert "Wednesday 1 November 2017, 09:00" in text
    assert "This is for practice" in text


async def test_the_hints_button_fills_the_box(client: Client) -> None:
    text = await page(client, f"{KATES}&say=/schedule-review+Oak+Primary+School")
    assert 'name="_typed" value="/schedule-review Oak Primary School"' in text


async def test_commands_and_schools_complete_what_is_typed(client: Client) -> None:
    text = await page(client, KATES)
    offered = re.findall(r'<option value="(/[^"]*)"', text)
    assert offered[:2] == ["/schedule-review", "/peer-review"]
    assert "/schedule-review Oak Primary School" in offered
    assert "/schedule-review Elm Primary School" not in offered


async def test_a_typed_command_is_answered_on_the_page(client: Client) -> None:
    text = await post(client, KATES, _typed="/schedule-review Oak", _event="1")
    assert entries(text) == ["Schedule a review"]
    assert "Only you can see this" in text
    assert "You are Kate Moore" not in text


async def test_what_is_no_command_gets_the_help(client: Client) -> None:
    text = await post(client, KATES, _typed="<b>good</b> morning", _event="1")
    assert entries(text) == ["What you can type"]
    assert "&lt;b&gt;good&lt;/b&gt; morning" in await (await client.get(KATES)).text()


async def test_a_click_replaces_an_own_card_and_keeps_what_was_typed(client: Client) -> None:
    text = await post(client, KATES, _typed="/schedule-review Oak", _event="1")
    form = {"go": "toy.plan", "_on": last_mark(text), "_event": "2"}
    fields = FormData(
        [*form.items(), ("day", ""), ("day.picked", "2017-11-14"), ("team.1", "4"), ("team.2", "2")]
    )
    response = await client.post(KATES, data=fields)
    text = unescape(await response.text())
    assert entries(text) == ["The timetable"]
    assert "<dd>2017-11-14</dd>" in text
    assert "<dd>4, 2</dd>" in text


async def test_news_reaches_the_others(client: Client, practice: Practice) -> None:
    await booked(client, practice)
    assert entries(await page(client, PRIYAS)) == ["Can you confirm the date?"]
    assert "Review of Oak Primary School" in entries(
        await page(client, "/?as=office@schools.example&in=group-2")
    )
    assert "New for other people" not in await page(client, KATES), "Priya has just looked at hers"


async def test_unread_messages_are_counted_in_words(client: Client, practice: Practice) -> None:
    await booked(client, practice)
    text = await page(client, KATES)
    assert 'Priya Nair <strong class="new">1 new</strong>' in text
    text = await page(client, f"/?as={PRIYA}&in=group-2")
    assert 'Peer Review <strong class="new">1 new</strong>' in text
    assert "<title>(1 new) " in text


async def test_the_script_gets_what_changed_and_where_to_look(client: Client) -> None:
    answer = await ask(client, f"{KATES}&since=0", _typed="/peer-review", _event="1")
    assert answer["focus"] == "entry-e1"
    response = await client.get(f"/state?as={KATE}&in=group-2&since={answer['revision']}")
    assert (await response.json())["entries"] == []


async def test_the_same_act_again_changes_nothing(client: Client) -> None:
    await ask(client, KATES, _typed="/peer-review", _event="same")
    answer = await ask(client, KATES, _typed="/peer-review", _event="same")
    assert answer["focus"] == ""
    assert len(entries(await page(client, KATES))) == 1


async def test_what_broke_keeps_what_was_typed(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ROUTES, "home.show", fail)
    text = await post(client, KATES, _typed="/peer-review", _event="1")
    assert entries(text) == ["Something went wrong on our side"]
    assert 'name="_typed" value="/peer-review"' in text


async def test_the_clock_goes_forward(client: Client) -> None:
    assert "Thursday 2 November 2017, 09:00" in await post(client, f"/clock{KATES[1:]}", by="day")
    assert "Thursday 9 November 2017, 09:00" in await post(client, f"/clock{KATES[1:]}", by="week")
    assert "Nothing is due yet" in await post(client, f"/clock{KATES[1:]}", by="next")


async def test_the_clock_says_what_is_due_next(client: Client, practice: Practice) -> None:
    await booked(client, practice)
    assert 'To the next thing due<span data-part="next">: Wed 8 Nov, 09:00' in await page(client, KATES)
    assert "Wednesday 8 November 2017, 09:00" in await post(client, f"/clock{KATES[1:]}", by="next")


async def test_starting_again_asks_first(client: Client) -> None:
    await post(client, KATES, _typed="/peer-review", _event="1")
    assert "thrown away" in await post(client, f"/start-again{KATES[1:]}")
    assert entries(await page(client, KATES)) == ["Mine to do: Kate Moore"]
    await post(client, f"/start-again{KATES[1:]}", _sure="yes")
    assert entries(await page(client, KATES)) == []


async def test_an_open_page_hears_of_changes(client: Client) -> None:
    async with client.get("/live") as line:
        assert line.headers["Content-Type"] == "text/event-stream"
        first = await heard(line)
        await ask(client, KATES, _typed="/peer-review", _event="1")
        second = await heard(line)
    assert (first, second) == ("data: 1 0", "data: 1 1")


async def heard(line: ClientResponse) -> str:
    async with asyncio.timeout(5):
        while not (text := (await line.content.readline()).decode()).startswith("data:"):
            pass
    return text.strip()


@pytest.mark.parametrize(
    "address", ["/?as=nobody", f"/?as={PRIYA}&in=management", "/?in=nowhere", "/?as=%00&in=%ff"]
)
async def test_an_address_with_a_slip_leads_to_a_page(client: Client, address: str) -> None:
    assert "Wednesday 1 November" in await page(client, address)


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

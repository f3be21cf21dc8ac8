"""The practice room over HTTP: by plain forms as without a script, and in JSON as the page's script asks."""

import re
from html import unescape

import pytest
from aiohttp import FormData

from bot.platforms.playground.practice import Practice
from bot.router import ROUTES
from tests.practice.toy import KATE, PRIYA
from tests.practice.toy_talk import fail
from tests.practice.visits import KATES, PRIYAS, Client, ask, booked, entries, heard, last_mark, page, post


async def test_a_first_visit_says_who_one_is_and_what_to_do(client: Client) -> None:
    text = await page(client, "/")
    assert "You are Kate Moore, Peer Review Lead of Collaborative Group 2." in text
    assert "Schedule a review of Oak Primary School" in text
    assert "Wednesday 1 November 2017, 09:00" in text
    assert "This is for practice" in text


async def test_the_hints_button_opens_the_form_at_once(client: Client) -> None:
    text = await page(client, "/")
    [address] = re.findall(r'<form class="hint-box" method="post" action="([^"]*)"', text)
    [line] = re.findall(r'<button name="_typed" value="([^"]*)"', text)
    assert entries(await post(client, address, _typed=line, _event=f"hint {KATE}")) == ["Schedule a review"]


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
    assert "Next: a message, Wed 8 Nov, 09:00" in await page(client, KATES)
    assert "Wednesday 8 November 2017, 09:00" in await post(client, f"/clock{KATES[1:]}", by="next")


async def test_starting_again_asks_first(client: Client) -> None:
    await post(client, KATES, _typed="/peer-review", _event="1")
    assert "thrown away" in await post(client, f"/start-again{KATES[1:]}")
    assert entries(await page(client, KATES)) == ["Mine to do: Kate Moore"]
    await post(client, f"/start-again{KATES[1:]}", _sure="yes")
    assert entries(await page(client, KATES)) == []


async def test_starting_again_leads_back_to_the_first_person_and_the_hint(client: Client) -> None:
    text = await post(client, f"/start-again{PRIYAS[1:]}", _sure="yes")
    assert "Type a command as Kate Moore" in text
    assert "You are Kate Moore, Peer Review Lead" in text
    assert "<h1>Collaborative Group 2</h1>" in text


async def test_being_somebody_begins_where_their_news_is(client: Client, practice: Practice) -> None:
    assert "<h1>Collaborative Group 2</h1>" in await page(client, f"/?as={PRIYA}")
    await booked(client, practice)
    assert "<h1>Peer Review</h1>" in await page(client, f"/?as={PRIYA}")
    assert "<h1>Collaborative Group 2</h1>" in await page(client, f"/?as={PRIYA}"), "she has looked at it"


async def test_an_open_page_hears_of_changes(client: Client) -> None:
    async with client.get("/live") as line:
        assert line.headers["Content-Type"] == "text/event-stream"
        first = await heard(line)
        await ask(client, KATES, _typed="/peer-review", _event="1")
        second = await heard(line)
    assert (first, second) == ("data: 1 0", "data: 1 1")


@pytest.mark.parametrize(
    "address", ["/?as=nobody", f"/?as={PRIYA}&in=management", "/?in=nowhere", "/?as=%00&in=%ff"]
)
async def test_an_address_with_a_slip_leads_to_a_page(client: Client, address: str) -> None:
    assert "Wednesday 1 November" in await page(client, address)


async def test_without_a_script_the_question_is_a_page(client: Client) -> None:
    text = await post(client, KATES, _typed="/peer-review", _event="1")
    mark = last_mark(text)
    asked = await post(client, KATES, go="toy.confirm", note="Llŷr & co", _on=mark, _event="2")
    assert "<h1>Cancel the review?</h1>" in asked
    assert 'name="note" value="Llŷr & co"' in asked
    assert entries(await page(client, KATES)) == ["Mine to do: Kate Moore"]
    done = await post(client, KATES, go="toy.confirm", _on=mark, _event="2", _sure="yes")
    assert entries(done) == ["Thank you"]


async def test_a_visitor_is_told_what_to_try(client: Client) -> None:
    assert "You are a visitor, not in the roster." in await page(client, "/?as=visitor")

"""The Playground itself: what its page shows, and what it brings to a bot by itself."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from playwright.async_api import Browser, Page, Route, expect

from tests.teams import activities
from tests.teams.install import installed
from tests.teams.person import Someone, someone
from tests.teams.playground import Playground, playing
from tests.teams.relay import Teams
from tests.teams.seed import BOT, KATE, KATES_CHAT, channel, people
from tests.teams.toy import Toy, asking, form, said

Fields = dict[str, Any]
PATIENCE_MS = 60_000
GROUP = channel("group-2")
# Teams has these of which the Playground knows nothing.
OURS_ALONE = {"attachments", "channelData.legacy.replyToId", "conversation.name", "value.trigger"}


@pytest.fixture(scope="module")
def running_playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playground]:
    """Of its own: the page shows all that was ever said to one, and is slow where that is much."""
    with playing(installed(), tmp_path_factory.mktemp("teams")) as playground:
        yield playground


@pytest.fixture
async def kate(teams: Teams, toy: Toy) -> Someone:
    return await someone(teams, KATE)


async def test_a_card_is_shown_and_its_buttons_reach_the_bot(
    teams: Teams, toy: Toy, browser: Browser
) -> None:
    page = await opened(browser, teams.playground.address)
    # The page itself tells the bot that it was installed.
    await expect(page.get_by_text("Welcome")).to_be_visible()
    await toy.send(KATES_CHAT, said(form()))
    await page.get_by_label("Day", exact=True).fill("6 March")
    await page.get_by_role("button", name="Next").click()
    await expect(page.get_by_text("Next, done")).to_be_visible()
    # What is empty is left out, as by the tests' own people.
    action = {"type": "Action.Execute", "title": "Next", "verb": "go:Next"}
    assert toy.bodies[-1]["value"] == {"action": action | {"data": {"aside": True, "day": "6 March"}}}

    await toy.send(KATES_CHAT, said(asking()))
    await page.get_by_role("button", name="Cancel it").click()
    await expect(page.get_by_text("The team will be told.")).to_be_visible()
    await page.get_by_role("button", name="Yes").click()
    await expect(page.get_by_text("It is too late.").first).to_be_visible()


async def opened(browser: Browser, address: str) -> Page:
    page = await browser.new_page()
    page.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)

    async def only_here(route: Route) -> None:
        """It asks for typefaces elsewhere."""
        await (route.continue_() if route.request.url.startswith(address) else route.abort())

    await page.route("**", only_here)
    await page.goto(address)
    return page


async def test_ours_are_as_the_playgrounds_own(teams: Teams, toy: Toy, kate: Someone) -> None:
    await write(teams, KATES_CHAT, {"text": "hello", "textFormat": "plain"})
    await kate.until(lambda: kate.messages())
    await press(teams, kate)
    await kate.say("hello")
    await kate.click("Done")
    called = {"mentioned": {"id": BOT}, "text": activities.MENTION}
    words = f"{activities.MENTION} hello"
    await write(teams, GROUP, {"text": words, "textFormat": "plain", "mentions": [called]})
    await kate.read("hello", GROUP)
    await press(teams, kate)
    await kate.mention(GROUP, "hello")
    await kate.click("Done")
    for theirs, ours in zip(
        toy.bodies[0:2] + toy.bodies[4:6], toy.bodies[2:4] + toy.bodies[6:8], strict=True
    ):
        assert theirs["type"] == ours["type"]
        assert set(shape(theirs)) - set(shape(ours)) == set()
        assert set(shape(ours)) - set(shape(theirs)) <= OURS_ALONE


async def test_so_are_installations(teams: Teams, toy: Toy, kate: Someone) -> None:
    await kate.install(channel=GROUP)
    for kind, ours in zip(["install", "botAdded"], toy.bodies, strict=True):
        url = f"{teams.playground.address}/_internal/v1/customActivities/template"
        async with teams.http.get(url, params={"conversationId": GROUP, "type": kind}) as answered:
            theirs = await answered.json()
        assert theirs["type"] == ours["type"]
        assert set(shape(theirs)) - set(shape(ours)) <= {"conversation.name"}


async def write(teams: Teams, room: str, said: Fields) -> None:
    """As the page does."""
    url = f"{teams.playground.address}/_conversation/v1/conversations/{room}/messages"
    me = {"from": {"id": people()[KATE].id}}
    async with teams.http.post(url, json=said | me) as answered:
        assert answered.status == 200, await answered.text()


async def press(teams: Teams, kate: Someone) -> None:
    """As the page does."""
    shown = kate.card.message
    action = {"type": "Action.Execute", "title": "Done", "verb": "go:Done", "data": {}}
    clicked = {
        "name": "adaptiveCard/action",
        "value": {"action": action},
        "from": {"id": kate.who.id},
        "conversation": {"id": shown.thread},
        "replyToId": shown.id,
    }
    url = f"{teams.playground.address}/_conversation/v1/invoke"
    async with teams.http.post(url, json=clicked) as answered:
        assert answered.status == 200, await answered.text()
    await teams.quiet()


def shape(node: Mapping[str, Any], at: str = "") -> Iterator[str]:
    """The names of everything in it; lists are one thing."""
    for name, value in node.items():
        if isinstance(value, dict) and value:
            yield from shape(value, f"{at}{name}.")
        else:
            yield at + name

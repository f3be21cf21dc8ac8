"""A small bot, on Bolt itself: it shows that Bolt understands what the tests' people bring it."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.respond.async_respond import AsyncRespond
from slack_bolt.context.say.async_say import AsyncSay
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.slack.relay import Slack
from tests.slack.seed import APP_TOKEN, BOT_TOKEN
from tests.slack.wire import Http

Fields = dict[str, Any]
SECRET = "a secret for tests"  # noqa: S105 (of nobody)


def plain(text: str) -> Fields:
    return {"type": "plain_text", "text": text}


def options(*labels: str) -> list[Fields]:
    return [{"text": plain(label), "value": label.lower()} for label in labels]


def asked(name: str, label: str, element: Fields, *, optional: bool = False) -> Fields:
    value = {"action_id": "value", **element}
    return {"type": "input", "block_id": name, "label": plain(label), "element": value, "optional": optional}


def row(*labels: str) -> Fields:
    buttons = [
        {"type": "button", "text": plain(label), "action_id": f"go:{label}", "value": label}
        for label in labels
    ]
    return {"type": "actions", "elements": buttons}


def text(said: str) -> Fields:
    return {"type": "section", "text": plain(said)}


TEAMS = [{"label": plain("Hartley"), "options": options("Ben", "Leila", "Martin")}]
FORM = [
    asked("school", "School", {"type": "static_select", "options": options("Oak", "Elm")}),
    asked("day", "Day", {"type": "plain_text_input", "initial_value": "5 March"}),
    asked("day.pick", "Day: or pick it", {"type": "datepicker"}, optional=True),
    asked(
        "team",
        "Team",
        {"type": "multi_static_select", "max_selected_items": 2, "option_groups": TEAMS},
        optional=True,
    ),
    asked("sure", "Sure?", {"type": "radio_buttons", "options": options("Yes", "No")}, optional=True),
    asked("extras", "Extras", {"type": "checkboxes", "options": options("Tea", "Cake")}, optional=True),
]


def modal(title: str, *blocks: Fields, **other: object) -> Fields:
    close = {"close": plain("Close"), "callback_id": "form", "private_metadata": title}
    return {"type": "modal", "title": plain(title), "blocks": list(blocks), **close, **other}


def form(title: str = "Schedule") -> Fields:
    return modal(title, *FORM, row("Team page", "Change"), submit=plain("Next"), notify_on_close=True)


class Toy:
    """`bodies` are what it was brought, `states` the forms, `retries` how often before each mention came."""

    def __init__(self, slack: Slack) -> None:
        client = AsyncWebClient(BOT_TOKEN, slack.api)
        self.app = AsyncApp(signing_secret=SECRET, client=client, request_verification_enabled=True)
        self.states: list[Fields] = []
        self.bodies: list[Fields] = []
        self.retries: list[list[str]] = []
        self.app.command("/schedule")(self.schedule)
        self.app.command("/hello")(self.hello)
        self.app.view("form")(self.submitted)
        self.app.view_closed("form")(self.closed)
        self.app.action({"action_id": "go:Team page"})(self.team_page)
        self.app.action({"action_id": "go:Change"})(self.change)
        self.app.action({"action_id": re.compile("go:Done")})(self.done)
        self.app.event("app_mention")(self.mentioned)
        self.app.event("message")(self.written)
        self.app.event("app_home_opened")(self.home)

    async def schedule(self, ack: AsyncAck, body: Fields, client: AsyncWebClient) -> None:
        self.bodies.append(body)
        await ack()
        # What is raised after the acknowledgement would withdraw it.
        with suppress(SlackApiError):
            await client.views_open(trigger_id=body["trigger_id"], view=form())

    async def hello(self, ack: AsyncAck, body: Fields) -> None:
        self.bodies.append(body)
        await ack(text="Hello", blocks=[text("Hello"), row("Done")])

    async def submitted(self, ack: AsyncAck, body: Fields) -> None:
        self.bodies.append(body)
        values = body["view"]["state"]["values"]
        self.states.append(values)
        match (values.get("day") or {}).get("value", {}).get("value"):
            case "soon":
                await ack(response_action="errors", errors={"day": "That is no date."})
            case "shown":
                await ack(response_action="update", view=modal("Booked", text("Booked"), row("Team page")))
            case "on top":
                await ack(response_action="push", view=form("More"))
            case "clear":
                await ack(response_action="clear")
            case _:
                await ack()

    async def closed(self, ack: AsyncAck, body: Fields) -> None:
        self.bodies.append(body)
        await ack()

    async def team_page(self, ack: AsyncAck, body: Fields, client: AsyncWebClient) -> None:
        self.bodies.append(body)
        await ack()
        view = modal("Team", text("Ben, Leila"), row("Team page"))
        await client.views_push(trigger_id=body["trigger_id"], view=view)

    async def change(self, ack: AsyncAck, body: Fields, client: AsyncWebClient) -> None:
        await ack()
        shown = body["view"]
        view = form("Changed") | {"blocks": [text("Changed"), *FORM[:-1], row("Change")]}
        await client.views_update(view_id=shown["id"], hash=shown["hash"], view=view)

    async def done(self, ack: AsyncAck, body: Fields, respond: AsyncRespond) -> None:
        self.bodies.append(body)
        await ack()
        if "view" in body:
            return
        await respond(text="Done", blocks=[text("Done")], replace_original=True)

    async def mentioned(self, body: Fields, say: AsyncSay, request: AsyncBoltRequest) -> None:
        self.bodies.append(body)
        self.retries.append(list(request.headers.get("x-slack-retry-num", ["0"])))
        await say(text=f"You said: {body['event']['text']}", blocks=[text("You said"), row("Done")])

    async def written(self, body: Fields, say: AsyncSay) -> None:
        self.bodies.append(body)
        await say(text=f"You wrote: {body['event']['text']}")

    async def home(self, event: Fields, client: AsyncWebClient) -> None:
        view = {"type": "home", "blocks": [text("Yours to do"), row("Done")]}
        await client.views_publish(user_id=event["user"], view=view)


@asynccontextmanager
async def over_http(toy: Toy) -> AsyncIterator[Http]:
    async def events(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await toy.app.async_dispatch(await to_bolt_request(request)))

    served = web.Application()
    served.router.add_post("/slack/events", events)
    async with TestServer(served) as server:
        yield Http(str(server.make_url("/slack/events")), SECRET)


@asynccontextmanager
async def over_sockets(toy: Toy, slack: Slack) -> AsyncIterator[AsyncSocketModeHandler]:
    handler = AsyncSocketModeHandler(toy.app, APP_TOKEN, ping_interval=0.2)
    try:
        await handler.connect_async()  # type: ignore[no-untyped-call]
        await slack.sockets.connected()
        yield handler
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]

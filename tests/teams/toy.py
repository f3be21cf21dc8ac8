"""A small bot that answers by hand: it shows what people bring, and what becomes of the answers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import quote

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from tests.teams.checking import ERROR, TEXT
from tests.teams.relay import Teams
from tests.teams.rooms import ADAPTIVE
from tests.teams.seed import BOT, TENANT

Fields = dict[str, Any]


def text(said: str, **style: str) -> Fields:
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": said} | style]}


def button(label: str, **more: object) -> Fields:
    return {"type": "Action.Execute", "title": label, "verb": f"go:{label}", **more}


def row(*actions: Fields) -> Fields:
    return {"type": "ActionSet", "actions": list(actions)}


def card(title: str, *body: Fields) -> Fields:
    heading = {"type": "TextBlock", "text": title, "style": "heading", "size": "Large", "wrap": True}
    return {"type": "AdaptiveCard", "version": "1.5", "body": [heading, *body]}


def entry(kind: str, name: str, label: str, **more: object) -> Fields:
    return {"type": f"Input.{kind}", "id": name, "label": label, "isRequired": False, **more}


def choices(*titles: str) -> list[Fields]:
    return [{"title": title, "value": title.split(" ")[0].lower()} for title in titles]


PEOPLE = choices("Ben Hartley (Holly Lane)", "Leila Haddad (St Anne's)")
LISTS: Fields = {"style": "compact", "choices": PEOPLE}
FORM = [
    entry("ChoiceSet", "school", "School", style="compact", choices=choices("Oak", "Elm")),
    entry("Text", "day", "Day", value="5 March"),
    entry("Date", "day.picked", "Day: or pick it"),
    entry("Time", "start.picked", "Start (optional)"),
    entry("ChoiceSet", "team.1", "Team, 1", **LISTS),
    entry("ChoiceSet", "team.2", "Team, 2 (optional)", **LISTS),
    entry("ChoiceSet", "tea.several", "Refreshments", isMultiSelect=True, choices=choices("Tea", "Cake"))
    | {"style": "expanded"},
]


def form(error: str = "", day: str = "5 March") -> Fields:
    wrong = [text(error, color="Attention")] if error else []
    typed = [one | ({"value": day} if one["id"] == "day" else {}) for one in FORM]
    return card("Schedule a review", *wrong, *typed, row(button("Next", data={"aside": True})))


def asking() -> Fields:
    inner = {"type": "AdaptiveCard", "body": [text("The team will be told.")], "actions": [button("Yes")]}
    return card("Oak", row({"type": "Action.ShowCard", "title": "Cancel it", "card": inner}))


def rows() -> Fields:
    lines = [{"type": "Container", "items": [text(one), row(button("Open"))]} for one in ("Oak", "Elm")]
    return card("Yours", *lines)


def said(shown: Fields) -> Fields:
    return {"type": "message", "attachments": [{"contentType": ADAPTIVE, "content": shown}]}


def answer(value: object, kind: str = ADAPTIVE, status: int = 200) -> Fields:
    return {"statusCode": status, "type": kind, "value": value}


class Toy:
    """`bodies` are what it was brought, `headers` what came with each, `statuses` what Teams answered.

    `answers`: by verb, instead of the usual ones.
    """

    def __init__(self, teams: Teams, http: ClientSession) -> None:
        self.teams, self.http = teams, http
        self.bodies: list[Fields] = []
        self.headers: list[dict[str, str]] = []
        self.statuses: list[int] = []
        self.answers: dict[str, Fields] = {}
        self.token = "a token"  # noqa: S105 (of nobody)

    async def ask(self, method: str, path: str, body: Fields | None = None) -> Fields:
        url = f"{self.teams.service_url}v3/{quote(path, safe='/?=')}"
        headers = {"Authorization": f"Bearer {self.token}"}
        async with self.http.request(method, url, json=body, headers=headers) as answered:
            self.statuses.append(answered.status)
            told = await answered.json() if answered.content_type == "application/json" else None
            return told or {}

    async def send(self, thread: str, body: Fields) -> str:
        return str((await self.ask("POST", f"conversations/{thread}/activities", body)).get("id"))

    async def update(self, thread: str, key: str, body: Fields) -> None:
        await self.ask("PUT", f"conversations/{thread}/activities/{key}", body)

    async def open(self, person: str, tenant: str = TENANT) -> str:
        wanted: Fields = {"isGroup": False, "bot": {"id": BOT}, "members": [{"id": person}]}
        wanted |= {"tenantId": tenant, "channelData": {"tenant": {"id": tenant}}}
        return str((await self.ask("POST", "conversations", wanted)).get("id"))

    async def brought(self, request: web.Request) -> web.Response:
        activity: Fields = await request.json()
        self.bodies.append(activity)
        self.headers.append(dict(request.headers))
        thread = activity["conversation"]["id"]
        match activity["type"]:
            case "message":
                await self.send(thread, self.heard(activity["text"]))
            case "invoke":
                return web.json_response(await self.pressed(activity, thread))
            case "conversationUpdate":
                await self.send(thread, said(card("Welcome")))
        return web.Response()

    def heard(self, words: str) -> Fields:
        match words.split()[-1]:
            case "form":
                return said(form())
            case "cancel":
                return said(asking())
            case "mine":
                return said(rows())
            case "both":
                return said(card("A card")) | {"text": "and a text"}
            case "wrong":
                return said(card("Wrong", row(button("Done", style="loud"))))
            case _:
                body = text(f"You wrote: {words}"), row(button("Done"), button("Tell all"), button("Hush"))
                return said(card("Heard", *body))

    async def pressed(self, activity: Fields, thread: str) -> Fields:
        action = activity["value"]["action"]
        if action["verb"] in self.answers:
            return self.answers[action["verb"]]
        match action["verb"].removeprefix("go:"):
            case "Tell all":
                await self.update(thread, activity["replyToId"], said(card("For all")))
                return answer(card("For you"))
            case "Hush":
                return answer("Nobody else sees this.", TEXT)
            case "Next" if action["data"].get("day") == "soon":
                return answer(form("That is no date.", "soon"))
            case "Yes":
                return answer({"code": "BadRequest", "message": "It is too late."}, ERROR, 400)
            case verb:
                return answer(card(f"{verb}, done", row(button("Done"))))


@asynccontextmanager
async def serving(teams: Teams) -> AsyncIterator[Toy]:
    async with ClientSession() as http:
        toy = Toy(teams, http)
        served = web.Application()
        served.router.add_post("/api/messages", toy.brought)
        async with TestServer(served) as server:
            teams.bot = str(server.make_url("/api/messages"))
            yield toy

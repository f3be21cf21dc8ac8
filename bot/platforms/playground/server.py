"""The practice room as a web application."""

import socket
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from aiohttp import web

from bot.cards.model import Confirm
from bot.cards.replies import gather
from bot.platforms.playground import guard, live, pages
from bot.platforms.playground.acts import Act, Outcome
from bot.platforms.playground.practice import Practice
from bot.platforms.playground.view import View, view
from bot.router import id_in

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
# The form's own values; all others are the card's fields.
OURS = frozenset({"go", "_event", "_on", "_typed", "_sure"})
MOST_FIELDS = 2000
STEPS = {"day": 1, "week": 7}
NOTICES = {
    "nothing-due": "Nothing is due yet. Schedule a review first, or go forward a day or a week.",
    "nothing-typed": "Type a command first, for example /schedule-review.",
}
NOT_YOURS = "That conversation isn’t there any more. Please open the practice room again."
UNREADABLE = "The practice room could not read that. Please go back and try again."

UNCHANGED = Outcome()

Form = dict[str, tuple[str, ...]]


def application(practice: Practice, *names: str) -> web.Application:
    """The room's pages; it opens and closes `practice`. It answers to `names` besides this computer's own."""
    ours = LOOPBACK | {socket.gethostname().lower()} | {name.lower() for name in names}
    app = web.Application(
        middlewares=[guard.guarded(frozenset(ours), said)], client_max_size=guard.MOST_BYTES
    )
    add_routes(app, practice)
    app.on_response_prepare.append(guard.add_headers)

    async def opened(_app: web.Application) -> None:
        await practice.open()

    async def ending(_app: web.Application) -> None:
        # The open pages' streams would otherwise hold the server up.
        practice.room.close()

    async def closed(_app: web.Application) -> None:
        await practice.close()

    app.on_startup.append(opened)
    app.on_shutdown.append(ending)
    app.on_cleanup.append(closed)
    return app


def add_routes(app: web.Application, practice: Practice) -> None:
    room = Pages(practice)
    app.router.add_get("/", room.show)
    app.router.add_post("/", room.act)
    app.router.add_post("/clock", room.move_clock)
    app.router.add_post("/start-again", room.start_again)
    app.router.add_get("/state", room.state)
    app.router.add_get("/live", room.live)
    app.router.add_static("/static", pages.STATIC)


def wants_json(request: web.Request) -> bool:
    return "application/json" in request.headers.get("Accept", "")


def said(request: web.Request, status: int, sentence: str) -> web.StreamResponse:
    """Something that went wrong, in words, for the page or for the person."""
    if wants_json(request):
        return web.json_response({"problem": sentence}, status=status)
    return web.Response(text=pages.problem(sentence), status=status, content_type="text/html")


@dataclass(frozen=True)
class Pages:
    practice: Practice

    async def show(self, request: web.Request) -> web.StreamResponse:
        seen = await self._view(request)
        if seen is None:
            # An old address, or one with a slip in it, leads to a place that there is.
            someone = {"as": request.query.get("as", "")} if "in" in request.query else {}
            raise web.HTTPSeeOther("/?" + urlencode(someone))
        self._see(seen)
        text = pages.page(
            seen, typed=request.query.get("say", ""), notice=NOTICES.get(request.query.get("notice", ""), "")
        )
        return web.Response(text=text, content_type="text/html")

    async def state(self, request: web.Request) -> web.StreamResponse:
        seen = await self._own_view(request)
        self._see(seen)
        return web.json_response(pages.state(seen, since(request)))

    async def live(self, request: web.Request) -> web.StreamResponse:
        return await live.stream(request, self.practice.room)

    async def act(self, request: web.Request) -> web.StreamResponse:
        seen, form = await self._own_view(request), await read(request)
        on = self.practice.room.entry(first(form, "_on"))
        if on not in seen.entries:
            on = None
        act = Act(
            user=seen.me.user,
            place=seen.here.place,
            event=first(form, "_event") or pages.event(),
            typed=first(form, "_typed").strip(),
            token=first(form, "go"),
            on=on,
            fields=gather({name: values for name, values in form.items() if name not in OURS}),
        )
        if not act.typed and not act.token:
            return await self._answer(request, "nothing-typed")
        pressed = on.button(act.token) if on else None
        if pressed and pressed.confirm and not first(form, "_sure"):
            return asks(pressed.confirm, request, seen, form)
        outcome = await self.practice.act(act)
        return await self._answer(request, outcome=outcome, typed=act.typed)

    async def move_clock(self, request: web.Request) -> web.StreamResponse:
        await self._own_view(request)
        by = first(await read(request), "by")
        if by in STEPS:
            await self.practice.forward(STEPS[by])
        elif by == "next" and not await self.practice.forward_to_next():
            return await self._answer(request, "nothing-due")
        return await self._answer(request)

    async def start_again(self, request: web.Request) -> web.StreamResponse:
        seen, form = await self._own_view(request), await read(request)
        if not first(form, "_sure"):
            return asks(pages.START_AGAIN, request, seen, form)
        await self.practice.start_again()
        if wants_json(request):
            return await self._answer(request)
        raise web.HTTPSeeOther("/")

    async def _answer(
        self, request: web.Request, notice: str = "", outcome: Outcome = UNCHANGED, typed: str = ""
    ) -> web.StreamResponse:
        """The page as it is now: what is new of it for a page that asks so, else by sending there."""
        seen = await self._own_view(request)
        entry = outcome.entry
        if not wants_json(request):
            kept = {"say": typed} if outcome.failed and typed else {}
            more = kept | ({"notice": notice} if notice else {})
            address = seen.address + ("&" + urlencode(more) if more else "")
            raise web.HTTPSeeOther(f"{address}#entry-{entry.uid}" if entry else address)
        self._see(seen)
        fresh = pages.state(seen, since(request))
        focus = f"entry-{entry.uid}" if entry else ""
        return web.json_response(
            fresh | {"focus": focus, "failed": outcome.failed, "notice": NOTICES.get(notice, "")}
        )

    def _see(self, seen: View) -> None:
        self.practice.room.see(seen.me.user, seen.here.place)

    async def _view(self, request: web.Request) -> View | None:
        return await view(self.practice, request.query.get("as", ""), request.query.get("in", ""))

    async def _own_view(self, request: web.Request) -> View:
        seen = await self._view(request) if "as" in request.query else None
        if seen is None:
            raise web.HTTPBadRequest(text=NOT_YOURS)
        return seen


def asks(asked: Confirm, request: web.Request, seen: View, form: Form) -> web.StreamResponse:
    """The question before an act; a page with a script has asked it already."""
    page = pages.ask(asked, request.path_qs, seen.address, form)
    return web.Response(text=page, content_type="text/html")


def since(request: web.Request) -> int:
    """The revision that the page has."""
    return id_in(request.query.get("since", "")) or 0


async def read(request: web.Request) -> Form:
    """The posted form; damaged letters are shown as such, and anything else that is no form is refused."""
    body = (await request.read()).decode("utf-8", "replace")
    try:
        found = parse_qs(body, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise web.HTTPBadRequest(text=UNREADABLE) from None
    return {name: tuple(values) for name, values in found.items()}


def first(form: Form, name: str) -> str:
    return next(iter(form.get(name, ())), "")

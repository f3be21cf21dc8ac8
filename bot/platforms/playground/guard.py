"""Who may talk to the practice room: pages that it served itself, under a name that it goes by."""

import logging
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.wordless import wordless

log = logging.getLogger(__name__)

MOST_BYTES = 1024 * 1024
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # With no-referrer a browser hides the origin of a form even from ourselves; this tells nobody else.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
TOO_LARGE = "That is more than the practice room can take at once. Please make it shorter and send it again."
NOT_HERE = "There is no such page in the practice room."
NOT_OURS = "That did not come from the practice room’s own page, so nothing was done."
WENT_WRONG = "Something went wrong on our side. Please try again; what you did may not have been kept."
WRONG_METHOD = "That address can’t be used in this way."

Say = Callable[[web.Request, int, str], web.StreamResponse]


def guarded(names: frozenset[str], say: Say) -> Middleware:
    """Checks each request, and has `say` answer it in words when something is wrong."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not served(request.host, names) or (request.method == "POST" and not is_own(request)):
            return say(request, 403, NOT_OURS)
        try:
            return await handler(request)
        except web.HTTPException as problem:
            if problem.status < 400:
                raise
            return say(request, problem.status, sentence(problem))
        except Exception as error:
            # Not its path, which may hold a link’s token.
            log.exception("%s %s failed", request.method, named(request), exc_info=wordless(error))
            return say(request, 500, WENT_WRONG)

    return guard


def named(request: web.Request) -> str:
    resource = request.match_info.route.resource
    return resource.canonical if resource else "a page"


def sentence(problem: web.HTTPException) -> str:
    known = {404: NOT_HERE, 405: WRONG_METHOD, 413: TOO_LARGE}
    return known.get(problem.status) or problem.text or problem.reason


def served(host: str, names: frozenset[str]) -> bool:
    """Whether we go by that name. A name of someone else's that leads here could read the room's pages.

    An address of digits can't be made to lead elsewhere, so any will do.
    """
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    return name in names or is_address(name)


def is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def is_own(request: web.Request) -> bool:
    """Whether a page of ours sent it, or no page at all."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or origin == f"{request.scheme}://{request.host}"


async def add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)

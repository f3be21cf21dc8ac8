"""Plain pages outside the chat, and the headers that all of ours carry."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

import jinja2
from aiohttp import web

TEMPLATES = jinja2.Environment(
    loader=jinja2.PackageLoader("bot", "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
)


@cache
def style() -> str:
    return files("bot").joinpath("templates/page.css").read_text("utf-8")


@cache
def content_policy(of: str = "", *, forms: bool = False) -> str:
    """Nothing is loaded, nothing runs; the page's own style, `of` or the usual one, is named by its hash.

    `forms`: the page has some, which come back to us and to nobody else.
    """
    digest = base64.b64encode(hashlib.sha256((of or style()).encode()).digest()).decode()
    to = "'self'" if forms else "'none'"
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; form-action {to}; "
        "base-uri 'none'; frame-ancestors 'none'"
    )


def page(title: str, *sentences: str, status: int = 200) -> web.Response:
    text = TEMPLATES.get_template("page.html").render(title=title, sentences=sentences, style=style())
    # Said again here, because the practice room has a policy of its own that knows nothing of this style.
    headers = {"Content-Security-Policy": content_policy()}
    return web.Response(text=text, status=status, content_type="text/html", headers=headers)


def add_security_headers(app: web.Application, *, https: bool) -> None:
    """On every answer, errors too. With `https`, browsers are told to stay with it."""

    async def add(_request: web.Request, response: web.StreamResponse) -> None:
        response.headers.setdefault("Content-Security-Policy", content_policy())
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex"
        if https:
            response.headers["Strict-Transport-Security"] = "max-age=31536000"

    app.on_response_prepare.append(add)

"""What `peer-review check` says of Teams: which of the three settings Microsoft does not take."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.platforms.teams import checking
from bot.platforms.teams.credentials import Credentials
from tests.teams.seed import APP, TENANT

OURS = Credentials(APP, "hidden", TENANT)


@dataclass
class Login:
    """Answers as Microsoft's login server would, and as it should not."""

    status: int = 400
    body: str = ""
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        self.asked.append((request.path, form))
        return web.Response(text=self.body, status=self.status, content_type="application/json")

    def refuses(self, error: str, code: int) -> None:
        said = f"AADSTS{code}: No. hidden Trace ID: 0000aaaa-11bb-cccc-dd22-eeeeee333333"
        self.body = json.dumps({"error": error, "error_description": said, "error_codes": [code]})


@pytest.fixture
async def login(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Login]:
    login = Login()
    app = web.Application()
    app.router.add_post("/{rest:.*}", login.answer)
    async with TestServer(app, shutdown_timeout=0.1) as server:
        monkeypatch.setattr(checking, "LOGIN", str(server.make_url("")).rstrip("/"))
        yield login


async def test_all_is_well(login: Login) -> None:
    login.status = 200
    login.body = '{"token_type": "Bearer", "expires_in": 3599, "access_token": "a.b.c"}'
    well, wrong = await checking.told(OURS)
    assert (well, wrong) == ([f"Microsoft knows the bot as {APP} in the tenant {TENANT}."], [])


async def test_it_asks_as_the_bot_does_before_it_sends(login: Login) -> None:
    await checking.told(OURS)
    wanted = {"grant_type": "client_credentials", "client_id": APP, "client_secret": "hidden"}
    scope = {"scope": "https://api.botframework.com/.default"}
    assert login.asked == [(f"/{TENANT}/oauth2/v2.0/token", wanted | scope)]


@pytest.mark.parametrize(
    ("error", "code", "begins", "names"),
    [
        ("invalid_request", 90002, f"Microsoft knows no tenant {TENANT}: ", ["TEAMS_TENANT_ID"]),
        (
            "unauthorized_client",
            700016,
            f"Microsoft knows no app {APP} in the tenant {TENANT}: ",
            ["TEAMS_APP_ID", "TEAMS_TENANT_ID"],
        ),
        ("invalid_client", 7000215, "Microsoft does not take TEAMS_APP_PASSWORD", ["TEAMS_APP_PASSWORD"]),
        ("invalid_client", 7000222, "TEAMS_APP_PASSWORD has run out. ", ["TEAMS_APP_PASSWORD"]),
        (
            "invalid_client",
            53003,
            "Microsoft gives the bot no token (invalid_client AADSTS53003). ",
            ["TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID"],
        ),
    ],
)
async def test_what_microsoft_does_not_take_is_named(
    login: Login, error: str, code: int, begins: str, names: list[str]
) -> None:
    login.refuses(error, code)
    well, [sentence] = await checking.told(OURS)
    assert well == []
    assert sentence.startswith(begins)
    assert [
        name for name in ("TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID") if name in sentence
    ] == names
    # Microsoft's own words may hold anything.
    assert "hidden" not in sentence


@pytest.mark.parametrize(
    ("body", "begins"),
    [
        ("{}", "Microsoft gives the bot no token (no reason). "),
        ('{"error": "x", "error_codes": "y"}', "Microsoft gives the bot no token (x). "),
        ("[]", "Microsoft can't be asked for a token at http://127.0.0.1:"),
        ("<html>Busy</html>", "Microsoft can't be asked for a token at http://127.0.0.1:"),
        ("", "Microsoft can't be asked for a token at http://127.0.0.1:"),
    ],
)
async def test_an_answer_that_says_nothing_is_told_too(login: Login, body: str, begins: str) -> None:
    login.body = body
    well, [sentence] = await checking.told(OURS)
    assert (well, sentence[: len(begins)]) == ([], begins)


async def test_a_login_server_that_cannot_be_reached_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "LOGIN", "http://127.0.0.1:9")
    well, wrong = await checking.told(OURS)
    assert (well, wrong) == (
        [],
        [
            "Microsoft can't be asked for a token at http://127.0.0.1:9 (ClientConnectorError). "
            "Check that this machine is connected and let out to there."
        ],
    )

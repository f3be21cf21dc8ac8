"""`python -m tests.benchmarks.teams`: a press of a button in Teams on PostgreSQL, beside botbuilder alone.

Both run in a process of their own, and a third stands for Teams: it brings the presses, and has the keys. The
same token is checked on both sides; ours looks the person up, keeps the press and changes the message.
"""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from aiohttp import ClientSession, ClientTimeout, TCPConnector, web

from bot.cards.typed import asked
from bot.commands.words import FAILED, say
from bot.platforms.teams.activities import PLATFORM
from bot.platforms.teams.door import PATH
from bot.platforms.teams.showing import CARD
from storage import accounts
from storage.database import Sessions
from tests.benchmarks.slack import LEADS
from tests.conftest import with_sample
from tests.databases import Databases, copied, opened, postgres_server
from tests.processes import Serving, bare, free_port, serving
from tests.teams import activities
from tests.teams.keyserver import authorization, key_server
from tests.teams.rooms import Message
from tests.teams.seed import APP, BOT, TENANT, people

COMMAND = "schedule review Oak, Thurs 7 Dec"
# Many short rounds: the machine may be half as fast for a while.
AT_ONCE, PRESSES, WARMING_UP, ROUNDS = 50, 150, 150, 15
TARGET = 4.0
LIMIT = ClientTimeout(total=60)

Command = Callable[[int, str], list[str]]


@dataclass(frozen=True)
class Round:
    """Presses answered in a second, and the seconds after which 19 of 20 were answered."""

    a_second: float
    answered: float


@asynccontextmanager
async def standing_in() -> AsyncIterator[str]:
    """Teams, as far as it is asked here to change messages; gives its address."""

    async def changed(_request: web.BaseRequest) -> web.Response:
        return web.json_response({"id": "1511956800000"})

    # Without an application around it: what it costs is taken from the one who is measured.
    runner = web.ServerRunner(web.Server(changed, access_log=None))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/uk/{TENANT}/"
    await runner.cleanup()


def press(number: int, service_url: str) -> tuple[bytes, dict[str, str]]:
    """The button that opens the form of a review, each time pressed anew."""
    who = people()[LEADS[number % len(LEADS)]]
    shown = Message("1511956800000", f"a:{who.entra}", BOT, {})
    action = {"verb": str(asked(COMMAND)), "data": {}}
    activity = activities.pressed(who, shown, service_url, action)
    headers = {"Authorization": authorization(activity), "Content-Type": "application/json"}
    return json.dumps(activity).encode(), headers


async def load(url: str, service_url: str, presses: int, at_once: int = AT_ONCE) -> Round:
    """So many presses, by so many people at a time."""
    waiting = iter([press(number, service_url) for number in range(presses)])
    took: list[float] = []

    async def person(http: ClientSession) -> None:
        for body, headers in waiting:
            began = time.perf_counter()
            async with http.post(url, data=body, headers=headers) as answered:
                said = await answered.read()
                # Not read as JSON: that would take the time of the one who is measured.
                assert answered.status == 200, said
                assert CARD.encode() in said[:200], said
            took.append(time.perf_counter() - began)

    start = time.perf_counter()
    async with ClientSession(connector=TCPConnector(limit=at_once), timeout=LIMIT) as http:
        await asyncio.gather(*(person(http) for _ in range(at_once)))
    return Round(presses / (time.perf_counter() - start), quantiles(took, n=20)[-1])


async def rounds(ours: Serving, theirs: Serving, teams: str) -> tuple[Sequence[Round], Sequence[Round]]:
    """In turns, so that a machine that is busy for a while slows both."""
    measured: dict[str, list[Round]] = {ours.address: [], theirs.address: []}
    for served in (ours, theirs):
        # Everybody has been there before: how each is reached is kept at their first press.
        await load(served.address + PATH, teams, len(LEADS), at_once=1)
        await load(served.address + PATH, teams, WARMING_UP)
    for turn in range(ROUNDS):
        for served in (ours, theirs) if turn % 2 else (theirs, ours):
            measured[served.address].append(await load(served.address + PATH, teams, PRESSES))
    return measured[ours.address], measured[theirs.address]


def give_accounts(sessions: Sessions) -> None:
    with sessions.begin() as session:
        for email in LEADS:
            person = accounts.by_email(session, email)
            assert person
            accounts.keep(session, person, PLATFORM, TENANT, people()[email].entra)


async def compared(databases: Databases) -> bool:
    """Measure both and print it; whether all is as expected."""
    async with key_server() as keys, standing_in() as teams:
        with (
            copied(databases, with_sample) as url,
            TemporaryDirectory() as folder,
            started(ours_is, url, keys.openid, folder) as ours,
            started(theirs_is, url, keys.openid, folder) as theirs,
        ):
            with opened(url) as sessions:
                give_accounts(sessions)
            return table(*await rounds(ours, theirs, teams))


def ours_is(_port: int, openid: str) -> list[str]:
    return ["-m", "tests.benchmarks.own_teams", openid]


def theirs_is(port: int, openid: str) -> list[str]:
    return ["-m", "tests.benchmarks.bare_botbuilder", str(port), openid, APP, TENANT]


@contextmanager
def started(command: Command, url: str, openid: str, folder: str) -> Iterator[Serving]:
    port = free_port()
    settings = {
        "DATABASE_URL": url,
        "PORT": str(port),
        "SECRET_KEY": "k" * 32,
        "TEAMS_APP_ID": APP,
        "TEAMS_APP_PASSWORD": "a password for the benchmark",
        "TEAMS_TENANT_ID": TENANT,
        "PYTHONPATH": ":".join(filter(None, sys.path)),
    }
    whole = [sys.executable, *command(port, openid)]
    with serving(whole, port=port, folder=Path(folder), environ=bare(**settings)) as served:
        yield served


def table(ours: Sequence[Round], theirs: Sequence[Round]) -> bool:
    say(f"\nA press in Teams up to its card, {AT_ONCE} at once, PostgreSQL: medians of {len(ours)} rounds")
    say(f"{'':24}{'a second':>12}{'answered':>16}  (19 of 20, milliseconds)")
    for name, found in (("botbuilder, an echo", theirs), ("Peer Review", ours)):
        a_second = median(one.a_second for one in found)
        say(f"{name:24}{a_second:>12.0f}{median(one.answered for one in found) * 1000:>16.0f}")
    ratio = median(one.a_second / other.a_second for one, other in zip(ours, theirs, strict=True))
    verdict = "as expected" if ratio >= TARGET else "too slow"
    say(f"{'ratio':24}{ratio:>12.2f}  {verdict}: {TARGET:.0f} or more")
    return ratio >= TARGET


def main() -> int:
    with postgres_server() as server:
        return 0 if asyncio.run(compared(server)) else FAILED


if __name__ == "__main__":
    sys.exit(main())

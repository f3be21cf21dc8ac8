"""`python -m tests.benchmarks.slack`: /schedule-review up to its modal on PostgreSQL, beside Bolt alone.

Both run in a process of their own, and a third stands for Slack: it sends the commands and opens the modals.
"""

import asyncio
import re
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from aiohttp import ClientSession, TCPConnector, web

from bot.commands.words import FAILED, say
from bot.platforms.slack.manifest import PATH
from bot.rules import hours
from storage.database import Sessions
from storage.models import AcademicYear, Channel, ChatIdentity, Group, Person
from tests.conftest import with_sample
from tests.conversation.conftest import KATE, OFFICE, SIAN
from tests.databases import Databases, copied, opened, postgres_server
from tests.processes import Serving, bare, free_port, serving
from tests.slack.wire import FORM, SIGNATURE, TIMESTAMP, signature

SECRET = "a secret for the benchmark"  # noqa: S105
TEAM, BOT_TOKEN = "T0BENCH", "xoxb-benchmark"
# Who may schedule a review.
LEADS = (KATE, SIAN, OFFICE)
# Many short rounds: the machine may be half as fast for a while.
AT_ONCE, COMMANDS, WARMING_UP, ROUNDS = 50, 200, 200, 15
TODAY = datetime.now(hours.LONDON).date()
TYPED = f"Oak, {TODAY + timedelta(days=14):%a %-d %b}"
TRIGGER = re.compile(rb'"trigger_id":\s*"([^"]+)"')
TARGET, LATEST_SECONDS = 0.4, 1.0


Command = Callable[[int, "Stub"], list[str]]


@dataclass
class Stub:
    """Slack, as far as it is asked here; it keeps when each modal was opened, by its trigger."""

    opened: dict[str, float] = field(default_factory=dict)
    address: str = ""
    numbers: "count[int]" = field(default_factory=count)

    async def answer(self, request: web.BaseRequest) -> web.Response:
        match request.path.rpartition("/")[2]:
            case "views.open":
                # Not read as JSON: that would take the time of the one who is measured.
                found = TRIGGER.search(await request.read())
                assert found
                self.opened[found[1].decode()] = time.perf_counter()
                return web.json_response({"ok": True, "view": {"id": "V1", "hash": "1"}})
            case _:
                who = {"user_id": "U0BOT", "bot_id": "B0BOT", "team_id": TEAM, "team": "Bench"}
                return web.json_response({"ok": True, **who})


@asynccontextmanager
async def standing_in() -> AsyncIterator[Stub]:
    stub = Stub()
    # Without an application around it: what it costs is taken from the one who is measured.
    runner = web.ServerRunner(web.Server(stub.answer, access_log=None))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    [address] = runner.addresses
    stub.address = f"http://127.0.0.1:{address[1]}/api/"
    yield stub
    await runner.cleanup()


@dataclass(frozen=True)
class Round:
    """Commands answered in a second, and the seconds after which 19 of 20 were acknowledged, and shown."""

    a_second: float
    acknowledged: float
    shown: float


def request(number: int) -> tuple[str, str, dict[str, str]]:
    trigger = f"{number}.trigger"
    fields = {
        "command": "/schedule-review",
        "text": TYPED,
        "team_id": TEAM,
        "user_id": f"U{number % len(LEADS)}",
        "channel_id": "C0BENCH",
        "api_app_id": "A0BENCH",
        "trigger_id": trigger,
        "response_url": "http://127.0.0.1:9/none",
    }
    body, now = urlencode(fields), str(int(time.time()))
    signed = {"Content-Type": FORM, TIMESTAMP: now, SIGNATURE: signature(SECRET, now, body)}
    return trigger, body, signed


async def load(stub: Stub, url: str, commands: int) -> Round:
    """So many commands, fifty people at a time, until the last modal is open."""
    waiting = iter([request(next(stub.numbers)) for _ in range(commands)])
    began: dict[str, float] = {}
    acknowledged: list[float] = []

    async def person(http: ClientSession) -> None:
        for trigger, body, headers in waiting:
            began[trigger] = time.perf_counter()
            async with http.post(url, data=body, headers=headers) as answered:
                assert answered.status == 200, await answered.text()
            acknowledged.append(time.perf_counter() - began[trigger])

    start = time.perf_counter()
    async with ClientSession(connector=TCPConnector(limit=AT_ONCE)) as http:
        await asyncio.gather(*(person(http) for _ in range(AT_ONCE)))
    while not all(trigger in stub.opened for trigger in began):
        assert time.perf_counter() - start < 60, "some modals were never opened"
        await asyncio.sleep(0.005)
    shown = [stub.opened[trigger] - moment for trigger, moment in began.items()]
    last = max(stub.opened[trigger] for trigger in began)
    return Round(commands / (last - start), quantiles(acknowledged, n=20)[-1], quantiles(shown, n=20)[-1])


async def rounds(stub: Stub, ours: Serving, theirs: Serving) -> tuple[Sequence[Round], Sequence[Round]]:
    """In turns, so that a machine that is busy for a while slows both."""
    measured: dict[str, list[Round]] = {ours.address: [], theirs.address: []}
    for served in (ours, theirs):
        await load(stub, served.address + PATH, WARMING_UP)
    for turn in range(ROUNDS):
        for served in (ours, theirs) if turn % 2 else (theirs, ours):
            measured[served.address].append(await load(stub, served.address + PATH, COMMANDS))
    return measured[ours.address], measured[theirs.address]


def give_accounts(sessions: Sessions) -> None:
    """To those who schedule; and the channel in which they do it is their group's."""
    with sessions.begin() as session:
        # The sample's year is long over; without one of today's there is less to ask, and less to show.
        session.query(AcademicYear).one().ends = TODAY + timedelta(days=300)
        group = session.query(Group).filter_by(key="group-2").one()
        place = {"platform": "slack", "workspace": TEAM, "conversation": "C0BENCH"}
        session.add(Channel(**place, group_id=group.id))
        for number, email in enumerate(LEADS):
            person = session.query(Person).filter_by(email=email).one()
            account = ChatIdentity(person_id=person.id, platform="slack", workspace=TEAM, user=f"U{number}")
            session.add(account)
            person.home_platform = "slack"


async def compared(databases: Databases) -> bool:
    """Measure both and print it; whether all is as expected."""
    async with standing_in() as stub:
        with (
            copied(databases, with_sample) as url,
            TemporaryDirectory() as folder,
            started(ours_is, url, stub, folder) as ours,
            started(theirs_is, url, stub, folder) as theirs,
        ):
            with opened(url) as sessions:
                give_accounts(sessions)
            return table(*await rounds(stub, ours, theirs))


def ours_is(_port: int, _stub: Stub) -> list[str]:
    return ["-m", "bot", "web", "--host", "127.0.0.1"]


def theirs_is(port: int, stub: Stub) -> list[str]:
    return ["-m", "tests.benchmarks.bare_bolt", str(port), stub.address, SECRET]


@contextmanager
def started(command: Command, url: str, stub: Stub, folder: str) -> Iterator[Serving]:
    port = free_port()
    settings = {
        "DATABASE_URL": url,
        "PORT": str(port),
        "SECRET_KEY": "k" * 32,
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_API_URL": stub.address,
        "PYTHONPATH": ":".join(filter(None, sys.path)),
    }
    whole = [sys.executable, *command(port, stub)]
    with serving(whole, port=port, folder=Path(folder), environ=bare(**settings)) as served:
        yield served


def table(ours: Sequence[Round], theirs: Sequence[Round]) -> bool:
    say(f"\n/schedule-review up to its modal, {AT_ONCE} at once, PostgreSQL: medians of {len(ours)} rounds")
    say(f"{'':24}{'a second':>12}{'acknowledged':>16}{'shown':>12}  (19 of 20, milliseconds)")
    for name, found in (("Bolt, constant modal", theirs), ("Peer Review", ours)):
        a_second = median(one.a_second for one in found)
        times = [median(getattr(one, what) for one in found) * 1000 for what in ("acknowledged", "shown")]
        say(f"{name:24}{a_second:>12.0f}{times[0]:>16.0f}{times[1]:>12.0f}")
    ratio = median(one.a_second / other.a_second for one, other in zip(ours, theirs, strict=True))
    latest = median(one.shown for one in ours)
    sound = ratio >= TARGET and latest < LATEST_SECONDS
    verdict = "as expected" if sound else "too slow"
    say(f"{'ratio':24}{ratio:>12.2f}  {verdict}: {TARGET} or more, and under {LATEST_SECONDS:.0f} s")
    return sound


def main() -> int:
    with postgres_server() as server:
        return 0 if asyncio.run(compared(server)) else FAILED


if __name__ == "__main__":
    sys.exit(main())

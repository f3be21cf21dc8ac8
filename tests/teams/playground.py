"""A Teams of the tests' own: Microsoft's Agents Playground, in a process of its own on 127.0.0.1."""

import json
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.node_packages import NODE
from tests.processes import START_SECONDS, bare
from tests.teams.seed import TENANT, organisation

PRELOAD = Path(__file__).with_name("preload.cjs")
SERVICE_PATH = f"/uk/{TENANT}/"
LISTENING = re.compile(r"Listening on (\d+)")


@dataclass(frozen=True)
class Playground:
    """`door` is where it brings activities and where the bot sends what it has to say: it is kept open for
    the relay of each test, since the Playground learns of it once."""

    port: int
    door: socket.socket

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def service_url(self) -> str:
        """Of this shape are those of Teams, the slash at the end included."""
        return service_url(self.door)


def service_url(door: socket.socket) -> str:
    return f"http://127.0.0.1:{door.getsockname()[1]}{SERVICE_PATH}"


@contextmanager
def playing(program: Path, folder: Path) -> Iterator[Playground]:
    """Runs until the block ends, in this folder."""
    # JSON is YAML too.
    (folder / ".m365agentsplayground.yml").write_text(json.dumps(organisation()), "utf-8")
    with socket.socket() as door, (folder / "said").open("wb") as said:
        door.bind(("127.0.0.1", 0))
        door.listen()
        endpoint = f"http://127.0.0.1:{door.getsockname()[1]}/api/messages"
        at = ["--app-endpoint", endpoint, "--service-url", service_url(door), "--port", "0"]
        command = [str(NODE), "--require", str(PRELOAD), str(program), "start", *at]
        with subprocess.Popen(  # noqa: S603 (our own command)
            [*command, "--channel-id", "msteams", "--disable-telemetry"],
            cwd=folder,
            env=bare(TEAMSAPPTESTER_BROWSER="none", NO_PROXY="127.0.0.1"),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        ) as process:
            try:
                yield Playground(port_of(process, folder), door)
            finally:
                process.kill()


def port_of(process: "subprocess.Popen[bytes]", folder: Path) -> int:
    """The one that it chose, once it is there."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        if found := LISTENING.search((folder / "said").read_text("utf-8", "replace")):
            return int(found[1])
        time.sleep(0.05)
    logs = [folder / "said", *(folder / "devTools").glob("*.log")]
    told = "\n".join(log.read_text("utf-8", "replace")[-2000:] for log in logs)
    raise AssertionError(f"the Playground did not start: {told}")

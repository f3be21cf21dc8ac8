"""Starting the program as a person would, in a process of its own."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

START_SECONDS = 60.0
OURS = {
    *("DATABASE_URL", "PORT", "PUBLIC_URL", "SECRET_KEY", "PEER_REVIEW_WORKER", "DYNO"),
    *("TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID", "TEAMS_LOCAL"),
    "TEMPLATES_DIR",
    *("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN", "SLACK_API_URL"),
    *("TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID", "TEAMS_LOCAL"),
}


@dataclass(frozen=True)
class Serving:
    process: "subprocess.Popen[str]"
    address: str

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urlopen(self.address + path, timeout=10) as answer:  # noqa: S310 (our own address)
                return answer.status, answer.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def stop(self) -> str:
        """What it said, once it has ended by itself."""
        self.process.terminate()
        said, _ = self.process.communicate(timeout=30)
        return said


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def bare(**settings: str) -> dict[str, str]:
    """The environment without the settings of whoever runs the tests."""
    return {name: value for name, value in os.environ.items() if name not in OURS} | settings


@contextmanager
def started(
    command: Sequence[str], *, environ: Mapping[str, str], folder: Path | None = None
) -> Iterator["subprocess.Popen[str]"]:
    """Runs until the block ends, however it ends: a program that will not stop holds up no test run."""
    with subprocess.Popen(  # noqa: S603 (the command is the test's own)
        command, cwd=folder, env=environ, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def serving(
    command: Sequence[str], *, port: int, folder: Path, environ: Mapping[str, str]
) -> Iterator[Serving]:
    """Runs until the block ends; it begins once the port answers."""
    with started(command, environ=environ, folder=folder) as process:
        served = Serving(process, f"http://127.0.0.1:{port}")
        wait(served)
        yield served


def wait(served: Serving) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if served.process.poll() is not None:
            said, _ = served.process.communicate()
            raise AssertionError(f"it ended: {said}")
        try:
            served.get("/")
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    raise AssertionError("it did not start in time")

"""A Slack of the tests' own: the `emulate` package, in a process of its own on 127.0.0.1."""

import json
import select
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from tests.processes import START_SECONDS, bare, free_port
from tests.slack.install import NODE
from tests.slack.seed import workspace

PROGRAM = Path(__file__).with_name("emulator.mjs")


@dataclass(frozen=True)
class Emulator:
    process: "subprocess.Popen[bytes]"
    port: int
    log: Path

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/"

    def reset(self) -> None:
        """As it was seeded, but for the ids of people and channels, which are new."""
        self._tell("reset")

    def begin(self) -> None:
        host = "127.0.0.1"
        options = {"service": "slack", "port": self.port, "hostname": host, "seed": {"slack": workspace()}}
        # Upload addresses begin with this one; "localhost" may lead to another interface first.
        self._tell(json.dumps(options | {"baseUrl": f"http://{host}:{self.port}"}))

    def _tell(self, line: str) -> None:
        stdin, stdout = self.process.stdin, self.process.stdout
        assert stdin
        assert stdout
        try:
            stdin.write(line.encode() + b"\n")
        except BrokenPipeError:
            self._fail("ended")
        answered, _, _ = select.select([stdout], [], [], START_SECONDS)
        if not answered:
            self._fail(f"did not answer within {START_SECONDS:.0f} seconds")
        if stdout.readline() != b"ready\n":
            self._fail("ended")

    def _fail(self, what: str) -> NoReturn:
        raise AssertionError(f"the emulator {what}: {self.log.read_text('utf-8', 'replace')}")


@contextmanager
def emulating(folder: Path, log: Path) -> Iterator[Emulator]:
    """Runs until the block ends, from the folder in which it is installed."""
    # A program given in words finds its packages from the folder it runs in, a file only from its own.
    command = [str(NODE), "--input-type=module", "--eval", PROGRAM.read_text("utf-8")]
    with (
        log.open("wb") as said,
        subprocess.Popen(  # noqa: S603 (our own command)
            command,
            cwd=folder,
            env=bare(),
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
        ) as process,
    ):
        try:
            emulator = Emulator(process, free_port(), log)
            emulator.begin()
            yield emulator
        finally:
            process.kill()

"""Keeping the threads of a process together on one core of the machine.

Python lets one of them run at a time. Where another core is free, whoever has waited is woken there, some
forty times in a turn, and that takes a third of the turn's time (see tests/benchmarks/teams.py).
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

from aiohttp import web

# Another process may want the same core: every so often the system may put us where there is more room.
STAY_SECONDS, CHOOSING_SECONDS = 10.0, 0.05
OURS = Path("/proc/self")
# Where it ran last, counted behind the name of the program: the 39th field in proc(5).
PROCESSOR = 36

if sys.platform == "linux":

    async def kept_together(_app: web.Application) -> AsyncIterator[None]:
        """As long as the application runs. A machine that won't have it is no worse off than before."""
        keeping = asyncio.create_task(keep_together(os.sched_getaffinity(0)))
        yield
        keeping.cancel()
        await asyncio.wait([keeping])

    async def keep_together(allowed: set[int]) -> None:
        with suppress(OSError):
            try:
                while True:
                    move({core()})
                    await asyncio.sleep(STAY_SECONDS)
                    move(allowed)
                    await asyncio.sleep(CHOOSING_SECONDS)
            finally:
                move(allowed)

    def core() -> int:
        return int((OURS / "stat").read_text().rpartition(")")[2].split()[PROCESSOR])

    def move(cores: set[int]) -> None:
        """All threads that there are; those that come are where the thread is that starts them."""
        for thread in (OURS / "task").iterdir():
            # It may have ended by now.
            with suppress(ProcessLookupError):
                os.sched_setaffinity(int(thread.name), cores)

else:

    async def kept_together(_app: web.Application) -> AsyncIterator[None]:
        """Only Linux is told how: elsewhere the system decides."""
        yield

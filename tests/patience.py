"""Waiting for what should come."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

Found = TypeVar("Found")
# How long somebody waits.
SECONDS = 20.0


async def patiently(look: Callable[[], Awaitable[Found | None]], otherwise: str) -> Found:
    """What is found, as soon as it is there; a look may fail by an AssertionError that says why."""
    end = time.monotonic() + SECONDS
    while True:
        try:
            if (found := await look()) is not None:
                return found
        except AssertionError:
            if time.monotonic() > end:
                raise
        assert time.monotonic() < end, f"{otherwise}, after {SECONDS:.0f} seconds"
        await asyncio.sleep(0.02)


async def until(true: Callable[[], object]) -> None:
    async def seen() -> bool | None:
        return True if true() else None

    await patiently(seen, "it never came true")

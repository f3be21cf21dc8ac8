"""Listening for the web, with a plain sentence when the port can't be had."""

import errno
import gc
import sys
from collections.abc import Callable

from aiohttp import web

from bot.commands.cores import kept_together
from bot.commands.words import Trouble, say
from bot.language.when.offers import ready

# A turn makes some thousands of objects, nearly all of which are gone with it: Python looks for what is not
# every 700, which costs a tenth of the time of the turn.
COLLECT_AFTER = 50_000
# A turn comes back from the database four times. With Python's own 5 milliseconds each of them would stop
# the event loop in the middle of something, for a tenth of what can be done in a second.
SWITCH_AFTER_SECONDS = 0.05


def serve(app: web.Application, host: str, port: int, *, greeting: str) -> None:
    """Until it is interrupted or told to stop; `greeting` is said once it listens."""
    # Whoever types the first date does not wait for what reads it.
    ready()
    settle_memory()
    sys.setswitchinterval(SWITCH_AFTER_SECONDS)
    app.cleanup_ctx.append(kept_together)
    try:
        web.run_app(app, host=host, port=port, print=once(greeting), access_log=None)
    except OSError as error:
        raise Trouble(why_not(error, host, port)) from error


def settle_memory() -> None:
    """What was loaded by now stays until the end, so that no collection need look through it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)


def once(greeting: str) -> Callable[..., None]:
    """aiohttp prints its own words when it has started; ours stand in their place."""
    return lambda *_words: say(greeting)


def why_not(error: OSError, host: str, port: int) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return f"Port {port} is taken by another program. Stop that one, or choose another port."
        case errno.EACCES:
            return f"Port {port} needs more rights than we have. Choose one above 1023."
        case errno.EADDRNOTAVAIL:
            return f"{host} isn't an address of this machine. Leave --host out to use the usual one."
        case _:
            return f"Can't listen on {host}, port {port}: {error.strerror or error}."

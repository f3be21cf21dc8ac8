"""An error as a log may hold it: its kind and the lines where it happened, and nothing that it says.

What an error says may be what somebody typed: a link, or what a database makes of the row that it refuses.
"""

from types import TracebackType

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def wordless(error: BaseException) -> ExcInfo:
    """For `log.exception(…, exc_info=wordless(error))`."""
    silent = _silent(error, set())
    return type(silent), silent, silent.__traceback__


def _silent(error: BaseException, seen: set[int]) -> BaseException:
    seen.add(id(error))
    kind = type(error)
    # A class of the same name, for an error's own may make its words of anything that it carries.
    named: type[Exception] = type(kind.__name__, (Exception,), {"__module__": kind.__module__})
    silent = named().with_traceback(error.__traceback__)
    cause, context = error.__cause__, error.__context__
    silent.__cause__ = _silent(cause, seen) if cause and id(cause) not in seen else None
    silent.__context__ = _silent(context, seen) if context and id(context) not in seen else None
    silent.__suppress_context__ = error.__suppress_context__
    return silent

"""The chat platforms that this deployment is connected to."""

from bot.delivery import Platforms


def connected() -> Platforms:
    """By name. None yet: the practice room needs no connection, and it has its own."""
    return {}

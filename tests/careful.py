"""What is wrong with something that may be odd in any way."""

from collections.abc import Iterator


def careful(found: Iterator[str]) -> list[str]:
    """Something so odd that it cannot be checked is a problem too."""
    problems: list[str] = []
    try:
        problems += found
    except (AttributeError, KeyError, TypeError, ValueError) as odd:
        problems.append(f"unreadable: {odd!r}")
    return problems

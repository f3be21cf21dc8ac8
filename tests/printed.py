"""Runs a command of the program inside the tests."""

from collections.abc import Callable

import pytest

from bot.__main__ import main

# Gives the exit code, what it said and what it complained of.
Printed = Callable[..., tuple[int, str, str]]


def printed_by(capsys: pytest.CaptureFixture[str], *before: str) -> Printed:
    def runner(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main([*before, *arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return runner

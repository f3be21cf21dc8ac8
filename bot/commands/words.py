"""How a command speaks to the person at the terminal."""

import sys

FAILED = 1
MISUSED = 2


class Trouble(Exception):
    """A command can't go on: a sentence that says why and what to do, and the exit code."""

    def __init__(self, sentence: str, code: int = FAILED) -> None:
        super().__init__(sentence)
        self.code = code


def say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def warn(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()

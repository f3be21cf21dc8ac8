"""Where the log goes: to the terminal, which is where a Procfile platform collects it."""

import logging


def log_to_terminal() -> None:
    """Warnings and errors, with the machine's own time; the rest is noise to an operator."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")

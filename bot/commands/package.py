"""`peer-review manifest teams`: the package that Teams takes as a new app."""

import re
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from bot.commands.manifest import mistake_in_address
from bot.commands.words import MISUSED, Trouble, say
from bot.platforms.teams.credentials import ID, WHERE_TO_FIND
from bot.platforms.teams.manifest import LONGEST_DEVELOPER, App, package
from bot.settings import is_web_address

PAGES = ("website", "privacy", "terms")
VERSION = re.compile(r"(0|[1-9]\d{0,5})(\.(0|[1-9]\d{0,5})){2}", re.ASCII)


def run(args: Namespace) -> int:
    wrong = list(mistakes(args))
    if wrong:
        raise Trouble("\n".join(wrong), MISUSED)
    url = args.url.rstrip("/")
    website, privacy, terms = (getattr(args, page) or url for page in PAGES)
    write(Path(args.out), App(args.app_id, url, args.developer, website, privacy, terms, args.app_version))
    say(f"Made {args.out}. docs/TEAMS.md says where Teams takes it.")
    return 0


def mistakes(args: Namespace) -> Iterator[str]:
    """A sentence for each thing that can't be used."""
    if args.url is None:
        yield "Say how Teams reaches the bot: --url and its address."
    elif wrong := mistake_in_address(args.url, "Teams"):
        yield wrong
    if args.app_id is None:
        yield f"Say which app it is: --app-id and its Application (client) ID. {WHERE_TO_FIND}"
    elif not ID.fullmatch(args.app_id):
        yield f"{args.app_id!r} isn't an Application (client) ID, like 5f0c9d1e-0000-4000-8000-123456789abc."
    if not 0 < len(args.developer.strip()) <= LONGEST_DEVELOPER:
        yield f"Teams has room for {LONGEST_DEVELOPER} characters in --developer."
    for page in PAGES:
        url = getattr(args, page)
        if url is not None and not (is_web_address(url) and urlsplit(url).scheme == "https"):
            yield f"--{page} is {url!r}. It should be a whole https address."
    if not VERSION.fullmatch(args.app_version):
        yield f"--app-version is {args.app_version!r}. It should be like 1.0.1."


def write(out: Path, app: App) -> None:
    """Nothing is written over: it might be somebody's roster."""
    made = package(app)
    try:
        with out.open("xb") as file:
            file.write(made)
    except FileExistsError:
        raise Trouble(f"{out} is there already. Take it away, or give another name with --out.") from None
    except OSError as error:
        raise Trouble(f"{out} can't be written: {error.strerror or error}.") from None

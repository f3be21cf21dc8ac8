"""`peer-review import FILE`: read the consortium's roster."""

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from bot import settings
from bot.commands.database import opened
from bot.commands.words import FAILED, MISUSED, Trouble, say, warn
from bot.rules import hours
from storage.database import session_maker
from storage.roster import import_file


def run(args: Namespace) -> int:
    path = Path(args.file)
    if not path.is_file():
        raise Trouble(f"There is no file {path}. Check the name and the folder.", MISUSED)
    with opened(settings.from_environment().database_url) as engine:
        today = hours.today(datetime.now(UTC))
        try:
            report = import_file(session_maker(engine), path, today, dry_run=args.dry_run)
        except OSError as error:
            raise Trouble(f"{path} can't be read: {error.strerror}.") from error
    for mistake in report.mistakes:
        warn(f"{path}:{mistake.line}: {mistake.sentence}")
    if report.mistakes:
        warn("Nothing was changed. Please mend the file and run this again.")
        return FAILED
    for change in report.changes:
        say(change)
    say(closing(len(report.changes), dry_run=args.dry_run))
    return 0


def closing(changes: int, *, dry_run: bool) -> str:
    if not changes:
        return "Nothing to change: the roster is already as in the file."
    counted = "1 change" if changes == 1 else f"{changes} changes"
    return f"A dry run: {counted} would be made, none was." if dry_run else f"Done: {counted}."

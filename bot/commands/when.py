"""`peer-review when PHRASE`: how the bot reads a date, as one JSON object a line."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.words import MISUSED, Trouble, say
from bot.language.when import reader
from bot.language.when.printed import printed
from bot.rules.calendar import SchoolCalendar
from bot.rules.hours import today
from storage.roster import SAMPLE, calendar_in


def run(args: Namespace) -> int:
    if args.stdin == bool(args.phrase):
        raise Trouble(
            'Give a phrase, such as "a week on Tuesday", or --stdin with one phrase a line.', MISUSED
        )
    calendar = calendar_of(Path(args.calendar) if args.calendar else SAMPLE)
    day = args.today or today(datetime.now(UTC))
    phrases: Iterable[str] = (
        (line.rstrip("\r\n") for line in sys.stdin) if args.stdin else [" ".join(args.phrase)]
    )
    for phrase in phrases:
        reading = reader.read(phrase, today=day, calendar=calendar, record=args.purpose == "record")
        say(json.dumps(printed(phrase, reading), ensure_ascii=False))
    return 0


def calendar_of(path: Path) -> SchoolCalendar:
    try:
        found = calendar_in(path.read_bytes())
    except OSError as error:
        raise Trouble(f"{path} can't be read: {error.strerror}.", MISUSED) from error
    if isinstance(found, SchoolCalendar):
        return found
    raise Trouble("\n".join(f"{path}:{mistake.line}: {mistake.sentence}" for mistake in found), MISUSED)

"""`python -m tests.benchmarks [RUNS]`: each step with 10 and with 10,000 reviews stored, on both databases.

The same queries are expected, and no more than 1.3 times the time. Before that the reading of dates, beside
dateparser; then ticks with nothing due; at the end Slack's commands, beside Bolt, and presses in Teams,
beside botbuilder.
"""

import asyncio
import gc
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bot.commands.words import FAILED, say
from bot.platforms.playground.furnishing import give_accounts
from tests.benchmarks import dates, slack, teams, ticks
from tests.benchmarks.past import store
from tests.benchmarks.steps import Cost, Stage
from tests.conftest import with_sample
from tests.databases import Databases, Sqlite, opened, postgres_server

FEW, MANY = 10, 10_000
RUNS, WARMING_UP = 25, 3
SLOWER = 1.3
Runs = Sequence[Mapping[str, Cost]]


@contextmanager
def stage(databases: Databases, reviews: int) -> Iterator[Stage]:
    """A stage of its own, with that many reviews of past years."""
    with opened(databases.copy(with_sample)) as sessions:
        give_accounts(sessions)
        store(sessions, reviews)
        yield Stage(sessions)


def measured(few: Stage, many: Stage, runs: int) -> tuple[Runs, Runs]:
    """Step by step in turns, so that a machine that is busy for a while slows both."""
    played = []
    gc.disable()
    for run in range(WARMING_UP + runs):
        gc.collect()
        first, second = (few, many) if run % 2 else (many, few)
        for _ in zip(first.scenes(), second.scenes(), strict=True):
            pass
        played.append((few.costs, many.costs))
    gc.enable()
    return [one for one, _ in played[WARMING_UP:]], [other for _, other in played[WARMING_UP:]]


def table(name: str, few: Runs, many: Runs) -> bool:
    """Print the steps; whether all is as expected."""
    say(f"\n{name}: medians of {len(few)} runs")
    say(f"{'':36}{'queries':>12}{'milliseconds':>20}")
    say(f"{'step':36}{FEW:>6,}{MANY:>8,}{FEW:>8,}{MANY:>8,}{'ratio':>8}")
    verdicts = [line(step, few, many) for step in few[0]]
    return all(verdicts)


def line(step: str, few: Runs, many: Runs) -> bool:
    queries = [{one[step].queries for one in runs} for runs in (few, many)]
    times = [median(one[step].seconds for one in runs) * 1000 for runs in (few, many)]
    # Of two measured side by side: what slows both for a moment does not count.
    ratio = median(b[step].seconds / a[step].seconds for a, b in zip(few, many, strict=True))
    counts = ["/".join(map(str, sorted(found))) for found in queries]
    sound = queries[0] == queries[1] and ratio <= SLOWER
    say(
        f"{step:36}{counts[0]:>6}{counts[1]:>8}{times[0]:>8.1f}{times[1]:>8.1f}{ratio:>8.2f}"
        f"{'' if sound else '  too much'}"
    )
    return sound


def compare(name: str, databases: Databases, runs: int) -> bool:
    with ExitStack() as stack:
        few, many = (stack.enter_context(stage(databases, reviews)) for reviews in (FEW, MANY))
        return table(name, *measured(few, many, runs))


def main(runs: int) -> int:
    dates_are_sound = dates.main() == 0
    with TemporaryDirectory() as folder:
        sqlite = Sqlite(Path(folder))
        sound = compare("SQLite", sqlite, runs) and dates_are_sound
        sound = ticks.compare("SQLite", sqlite, ticks.RUNS) and sound
    with postgres_server() as server:
        sound = compare("PostgreSQL", server, runs) and sound
        sound = ticks.compare("PostgreSQL", server, ticks.RUNS) and sound
        sound = asyncio.run(slack.compared(server)) and sound
        sound = asyncio.run(teams.compared(server)) and sound
    verdict = "As expected" if sound else "Not as expected"
    say(f"\n{verdict}: the same queries, and at most {SLOWER} times the time; of a tick {ticks.SLOWER}.")
    return 0 if sound else FAILED


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS))

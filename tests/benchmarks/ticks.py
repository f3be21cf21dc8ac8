"""`python -m tests.benchmarks.ticks`: a tick at which nothing is due, with 1,000 and with 100,000 milestones.

At 07:00, before anything may come up, and the first of the round at 08:00, which looks for what is due.
Between two of these the round is taken back, or there would be nothing to look for.
"""

import gc
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import delete, func, select, text

from bot import handlers
from bot.commands.words import FAILED, say
from bot.handlers import mornings
from storage.database import Sessions
from storage.models import Milestone, Outgoing, PlanItem, Review, Round
from tests.benchmarks.past import DUE, store
from tests.benchmarks.rows import Rows
from tests.conftest import with_sample
from tests.databases import Databases, Sqlite, opened, postgres_server

assert handlers.__all__

FEW, MANY = 1_000, 100_000
RUNS, WARMING_UP = 40, 5
SLOWER = 1.5
ACTIONS = 3
# A Wednesday of November, long after the last of the reviews.
BEFORE, AT_EIGHT = datetime(2019, 11, 6, 7, tzinfo=UTC), datetime(2019, 11, 6, 8, tzinfo=UTC)
MOMENTS = {"at 07:00": BEFORE, "the round at 08:00": AT_EIGHT}
Times = Mapping[str, float]


@contextmanager
def filled(databases: Databases, milestones: int) -> Iterator[Sessions]:
    with opened(databases.copy(with_sample)) as sessions:
        store(sessions, milestones // len(DUE))
        store_actions(sessions)
        with sessions() as session:
            assert session.scalar(select(func.count(Milestone.id))) == milestones
        yield sessions


def store_actions(sessions: Sessions) -> None:
    """Some for each review, all of them done in time."""
    with sessions.begin() as session:
        rows = Rows(session)
        for review, day, by in session.execute(select(Review.id, Review.day, Review.booked_by_id)):
            at = datetime.combine(day, datetime.min.time(), UTC)
            for position in range(1, ACTIONS + 1):
                rows.add(
                    PlanItem,
                    review_id=review,
                    position=position,
                    action="Read aloud daily",
                    by_id=by,
                    at=at,
                    due=day + timedelta(days=30 * position),
                    done_at=at + timedelta(days=30 * position),
                    version=2,
                )
        rows.insert()
        if session.get_bind().dialect.name == "postgresql":
            session.execute(text("ANALYZE"))


def ticked(sessions: Sessions) -> Times:
    """The seconds that each takes."""
    found = {}
    for name, now in MOMENTS.items():
        gc.collect()
        start = perf_counter()
        with sessions.begin() as session:
            mornings.tick(session, now)
        found[name] = perf_counter() - start
    with sessions.begin() as session:
        rounds = len(session.scalars(delete(Round).returning(Round.id)).all())
        written = session.scalar(select(func.count(Outgoing.id)).where(Outgoing.template == "nudge"))
    assert (rounds, written) == (1, 0), "it was to be an empty day"
    return found


def measured(few: Sessions, many: Sessions, runs: int) -> tuple[Sequence[Times], Sequence[Times]]:
    """In turns, so that a machine that is busy for a while slows both."""
    pairs = []
    gc.disable()
    for run in range(WARMING_UP + runs):
        first, second = (few, many) if run % 2 else (many, few)
        one, other = ticked(first), ticked(second)
        pairs.append((one, other) if run % 2 else (other, one))
    gc.enable()
    return [one for one, _ in pairs[WARMING_UP:]], [other for _, other in pairs[WARMING_UP:]]


def compare(name: str, databases: Databases, runs: int) -> bool:
    """Print what each takes; whether many milestones cost as much as few."""
    with ExitStack() as stack:
        few, many = (stack.enter_context(filled(databases, milestones)) for milestones in (FEW, MANY))
        seconds = measured(few, many, runs)
    say(f"\n{name}, a tick with nothing due: milliseconds, medians of {runs} runs")
    say(f"{'milestones':24}{FEW:>10,}{MANY:>10,}{'ratio':>8}")
    verdicts = [line(moment, *seconds) for moment in MOMENTS]
    return all(verdicts)


def line(moment: str, few: Sequence[Times], many: Sequence[Times]) -> bool:
    times = [median(one[moment] for one in runs) * 1000 for runs in (few, many)]
    ratio = times[1] / times[0]
    say(
        f"{moment:24}{times[0]:>10.2f}{times[1]:>10.2f}{ratio:>8.2f}{'' if ratio <= SLOWER else '  too much'}"
    )
    return ratio <= SLOWER


def main(runs: int) -> int:
    with TemporaryDirectory() as folder:
        sound = compare("SQLite", Sqlite(Path(folder)), runs)
    with postgres_server() as server:
        sound = compare("PostgreSQL", server, runs) and sound
    return 0 if sound else FAILED


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS))

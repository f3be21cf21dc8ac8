"""The durable queue under the worker: where it is kept, and what is asked of it."""

import sqlite3
import time
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import PurePath
from typing import Any

from dbos import DBOS, DBOSConfig, SetEnqueueOptions, SetWorkflowID, SetWorkflowTimeout
from sqlalchemy.engine import make_url

from storage.database import driver_url

QUEUE = "deliveries"
# Fixed: what one release has left, the next takes up. Only a change to the workflow's steps raises it.
VERSION = "1"
# All tries of a delivery and the pauses between them end well before its process may be thought dead.
# With the sweep's own pause on top, a dead process holds up a channel for less than two minutes.
DELIVERY_SECONDS = 60
PATIENCE = timedelta(seconds=75)
KEPT = timedelta(days=7)

Workflow = Callable[[int], object]


def launch(*, channel_seconds: float, look_seconds: float) -> None:
    """Start the queue: one message at a time to a channel, and no two within `channel_seconds`."""
    DBOS.launch()
    DBOS.register_queue(
        QUEUE,
        partition_concurrency=1,
        partition_limiter={"limit": 1, "period": channel_seconds},
        polling_interval_sec=look_seconds,
    )


def configuration(database_url: str, executor: str) -> DBOSConfig:
    return {
        "name": "peer-review",
        "system_database_url": engine_url(database_url),
        "db_engine_kwargs": engine_options(database_url),
        "application_version": VERSION,
        "executor_id": executor,
        "log_level": "WARNING",
        # The worker looks for itself, and spares each process a listening connection.
        "use_listen_notify": False,
    }


def engine_url(database_url: str) -> str:
    """Where the queue's tables are: on PostgreSQL in a schema of the same database.

    On SQLite in a file beside it: one file has one writer at a time, the queue writes all the time, and a
    click would wait for it. Nothing is lost with that file: what has not gone stands in our own.
    """
    url = make_url(driver_url(database_url))
    if url.get_backend_name() != "sqlite" or not url.database:
        return url.render_as_string(hide_password=False)
    file = PurePath(url.database)
    beside = file.with_name(f"{file.stem}-engine{file.suffix}")
    return url.set(database=str(beside)).render_as_string(hide_password=False)


def engine_options(database_url: str) -> dict[str, Any]:
    old = sqlite3.sqlite_version_info < (3, 42)
    return {"connect_args": {"factory": OldSqlite}} if old and database_url.startswith("sqlite") else {}


class OldSqlite(sqlite3.Connection):
    """On Python 3.12 and newer the queue asks SQLite for fractions of a second, which came with 3.42.

    Python is often built against an older one: Debian 12 has 3.40.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (whatever the driver passes)
        super().__init__(*args, **kwargs)
        self.create_function("unixepoch", 1, lambda _modifier: round(time.time(), 3))


def enqueue(deliver: Workflow, message_id: int, channel: str, run: str = "first") -> None:
    """Deliver a message in its channel's turn. The same message and `run` a second time is nothing."""
    with (
        SetWorkflowID(f"message-{message_id}-{run}"),
        SetWorkflowTimeout(DELIVERY_SECONDS),
        # The oldest first, whenever they were enqueued.
        SetEnqueueOptions(queue_partition_key=channel, priority=message_id),
    ):
        DBOS.enqueue_workflow(QUEUE, deliver, message_id)


def on_their_way() -> Collection[int]:
    """The messages that are in the queue, or being delivered."""
    runs = DBOS.list_workflows(
        queue_name=QUEUE, status=["ENQUEUED", "PENDING"], load_input=False, load_output=False
    )
    return {message_of(run.workflow_id) for run in runs}


def stuck(executor: str) -> Mapping[str, int]:
    """The runs that other processes began and can't be at any more, with their messages.

    A process that dies in a delivery holds its channel's one place; no live one takes this long.
    """
    runs = DBOS.list_workflows(
        queue_name=QUEUE,
        status="PENDING",
        dequeued_before=(datetime.now(UTC) - PATIENCE).isoformat(),
        load_input=False,
        load_output=False,
    )
    return {run.workflow_id: message_of(run.workflow_id) for run in runs if run.executor_id != executor}


def give_up(runs: Collection[str]) -> None:
    """Free the channels of these runs; enqueue their messages anew before.

    Resuming the runs instead would take them out of their channels' turns.
    """
    DBOS.cancel_workflows(list(runs))


def message_of(run: str) -> int:
    return int(run.split("-")[1])


def clear_done() -> None:
    done = DBOS.list_workflows(
        queue_name=QUEUE,
        completed_before=(datetime.now(UTC) - KEPT).isoformat(),
        limit=500,
        load_input=False,
        load_output=False,
    )
    if done:
        DBOS.delete_workflows([run.workflow_id for run in done])

"""What a conversation leaves behind in a database, without what differs between platforms by its nature.

What was posted (`posts`) is not compared: a question that has been overtaken by the time the worker comes to
it is withdrawn, and how soon that is differs. Nor are accounts, references and channels: they are the
platform's own names for things.
"""

import json
from collections import Counter
from collections.abc import Sequence

from sqlalchemy import select

from storage.database import Sessions
from storage.models import ChannelChange, Outgoing
from storage.models.base import Base

DELIVERY = "when a message goes, and so whether it is news by then, depends on how busy the worker is"
THEIRS = "the platform's own name for it"
LEFT_OUT = {
    Outgoing: {
        "id": "a refresh is written by whoever finds it first",
        "finished_at": DELIVERY,
        "withdrawn": DELIVERY,
        "attempts": DELIVERY,
        "problem": DELIVERY,
    },
    ChannelChange: {"platform": THEIRS, "workspace": THEIRS, "conversation": THEIRS},
}


def same(practised: Sessions, slacked: Sessions, teamed: Sessions, tables: Sequence[type[Base]]) -> None:
    """Each of the tables holds the same on each platform, and something at all."""
    for table in tables:
        expected = rows(practised, table)
        assert expected, table
        for platform, sessions in (("Slack", slacked), ("Teams", teamed)):
            found = rows(sessions, table)
            assert found == expected, (platform, table, found - expected, expected - found)


def rows(sessions: Sessions, table: type[Base]) -> Counter[str]:
    """Each as often as it is there; in what order they or their parts were written is nothing."""
    columns = [one.name for one in table.__table__.columns if one.name not in LEFT_OUT.get(table, {})]
    with sessions() as session:
        found = [{name: getattr(one, name) for name in columns} for one in session.scalars(select(table))]
    return Counter(json.dumps(row, sort_keys=True, default=str) for row in found)

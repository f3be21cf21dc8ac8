"""Rows in bulk, with ids of their own."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, insert, select, text
from sqlalchemy.orm import Session

from storage.models import Base

Row = dict[str, Any]


@dataclass
class Rows:
    """What is to be inserted, by table, with ids that carry on from those that are there."""

    session: Session
    of: dict[type[Base], list[Row]] = field(default_factory=lambda: defaultdict(list))
    last: dict[type[Base], int] = field(default_factory=dict)

    def add(self, table: type[Base], **values: object) -> int:
        if table not in self.last:
            self.last[table] = self.session.scalar(select(func.max(table.__table__.c.id))) or 0
        self.last[table] += 1
        self.of[table].append({"id": self.last[table], **values})
        return self.last[table]

    def insert(self) -> None:
        for table in Base.metadata.sorted_tables:
            rows = next((rows for model, rows in self.of.items() if model.__table__ is table), [])
            if rows:
                self.session.execute(insert(table), rows)
                self._carry_on(table.name)

    def _carry_on(self, table: str) -> None:
        """PostgreSQL counts ids for itself, and has to be told of those given here."""
        if self.session.get_bind().dialect.name == "postgresql":
            self.session.execute(
                text(
                    f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"  # noqa: S608
                )
            )

"""What an import added, changed and ended, in plain words."""

from dataclasses import dataclass, field
from datetime import date


@dataclass
class Changes:
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)

    def sentences(self) -> tuple[str, ...]:
        return (*self.added, *self.changed, *self.ended)


def said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"

"""What an import added, changed and ended, in plain words; and the days that it goes by."""

from dataclasses import dataclass, field
from datetime import date


@dataclass
class Changes:
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)

    def sentences(self) -> tuple[str, ...]:
        return (*self.added, *self.changed, *self.ended)


@dataclass(frozen=True)
class Days:
    """`first` is when a Lead or a place in a group begins that has no date of its own."""

    today: date
    first: date
    first_roster: bool

    @property
    def own_role(self) -> date:
        """When any other role begins that has no date of its own."""
        return self.first if self.first_roster else self.today


def said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"

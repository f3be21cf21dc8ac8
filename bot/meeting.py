"""Finding people on the chat platforms when the bot has to write to them first."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody's account, by the platform's own ids."""

    workspace: str
    user: str


class Directory(Protocol):
    """Who is on a chat platform."""

    async def find(self, email: str) -> Found | None:
        """The account with this e-mail address; None where nobody is to be matched, guests included.

        A Never that holds the conversation holds up looking for people there, and nothing else.
        """

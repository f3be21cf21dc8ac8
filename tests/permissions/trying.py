"""What it takes to go one way: the ids that fit, and what was done before."""

import re
from collections.abc import Mapping

from sqlalchemy import select

from bot.cards.model import Card, Go
from storage.addresses import Address
from storage.database import Sessions
from storage.models import Meeting, Review, School
from tests.chat import Post, Room, World, buttons
from tests.permissions.paths import Fields, Path
from tests.permissions.prepared import MOMENT, version_of_the_meeting

WORD = re.compile(r"canary[a-z]+")


class Heard(Room):
    """All that was sent or changed; what stood there before was in another room."""

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        self.posts.append(Post(to, card))
        return "1"

    async def update(self, to: Address, ref: str, card: Card) -> None:
        self.posts.append(Post(to, card))


def ids(sessions: Sessions) -> Mapping[str, str]:
    with sessions() as session:
        arranged = session.scalars(select(Meeting.arranged_id)).one()
        version = session.scalars(select(Review.version).where(Review.id == 1)).one()
        st_annes = session.scalars(select(School.id).where(School.key == "st-annes")).one()
    found = {"arranged": arranged, "version": version, "st_annes": st_annes}
    return {
        name: str(value) for name, value in {**found, "meeting": version_of_the_meeting(sessions)}.items()
    }


def fitted(path: Path, known: Mapping[str, str]) -> tuple[str, Fields]:
    return path.token.format_map(known), {
        name: value.format_map(known) for name, value in path.fields.items()
    }


def led_to(sessions: Sessions, email: str, path: Path, known: Mapping[str, str]) -> str:
    """The token, once whoever goes this way has done what comes before it."""
    person = World(sessions, now=MOMENT[path.when]).person(email)
    token = path.token.format_map(known)
    for before, fields in path.first:
        given = {name: value.format_map(known) for name, value in fields.items()}
        card = person.ask(Go.parse(before.format_map(known)), {**given})
        token = next((str(one.to) for one in buttons(card) if one.to.route == path.route), token)
    return token


def canaries(text: str) -> set[str]:
    return set(WORD.findall(text))

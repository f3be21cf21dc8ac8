"""What it takes to go one way: the ids that fit, and what was done before."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from bot.cards.model import Card, Go
from bot.handlers.paper_kinds import KINDS
from storage import sent_papers, workshops
from storage.addresses import Address
from storage.database import Sessions
from storage.models import Meeting, Review, School
from tests.chat import Post, Room, World, buttons, number_of
from tests.permissions.acting import version_of_the_meeting
from tests.permissions.moments import MOMENT
from tests.permissions.paths.model import Fields, Path
from tests.permissions.people import MARGARET
from tests.permissions.reviewed import version_of_the_impact, version_of_the_visit


class Heard(Room):
    """All that was sent or changed; what stood there before was in another room."""

    async def send(self, to: Address, card: Card, key: str = "") -> str:
        self.posts.append(Post(to, card))
        return "1"

    async def update(self, to: Address, ref: str, card: Card) -> None:
        self.posts.append(Post(to, card))


def ids(sessions: Sessions) -> Mapping[str, str]:
    with sessions() as session:
        review = session.get_one(Review, 1)
        found = {
            "arranged": session.scalars(select(Meeting.arranged_id)).one(),
            "version": review.version,
            "st_annes": session.scalars(select(School.id).where(School.key == "st-annes")).one(),
            "staff": workshops.last_id(session, 1, (workshops.STAFF,)),
            "chosen": workshops.last_id(session, 1, (workshops.CHOSEN,)),
            "margaret": number_of(session, MARGARET),
            # None of those who try it has written anything there.
            "own_part": "0.0",
            **marks(session, review),
        }
    found |= {
        "meeting": version_of_the_meeting(sessions),
        "visit": version_of_the_visit(sessions),
        "impact": version_of_the_impact(sessions),
    }
    return {name: str(value) for name, value in found.items()}


def marks(session: Session, review: Review) -> Mapping[str, str]:
    """What tells the papers as they would be sent now."""
    return {f"mark_{one}": sent_papers.mark(one, kind.draft(session, review)) for one, kind in KINDS.items()}


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


@contextmanager
def undone(sessions: Sessions) -> Iterator[Sessions]:
    """The same database, in which whatever is done has not been done afterwards."""
    with sessions.kw["bind"].connect() as connection:
        whole = connection.begin()
        yield sessionmaker(connection, expire_on_commit=False, join_transaction_mode="create_savepoint")
        whole.rollback()

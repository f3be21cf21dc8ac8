"""The practice room's database: a file of its own, with the sample consortium in it."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine, select, update

from bot.platforms.playground.room import PLATFORM, WORKSPACE
from storage.database import Sessions, open_engine
from storage.migrate import upgrade
from storage.models import Channel, ChatIdentity, Person

FOLDER = "peer-review-practice-"


class Database:
    """A SQLite file in a temporary folder, which goes when it is closed."""

    def __init__(self) -> None:
        # On Windows an open file stays; the system's own tidying takes it later.
        self.folder = TemporaryDirectory(prefix=FOLDER, ignore_cleanup_errors=True)
        self.engine: Engine = open_engine(f"sqlite:///{Path(self.folder.name) / 'practice.db'}")

    def close(self) -> None:
        self.engine.dispose()
        self.folder.cleanup()


def furnish(sessions: Sessions, engine: Engine, today: date) -> None:
    """Make the tables, import the sample roster, and give everyone in it an account here."""
    # Reading a roster loads pydantic, which nothing else here needs.
    from storage.roster import SAMPLE, import_file

    upgrade(engine)
    report = import_file(sessions, SAMPLE, today, dry_run=False)
    if report.mistakes:
        raise ValueError(f"the sample roster has mistakes: {report.mistakes}")
    give_accounts(sessions)


def give_accounts(sessions: Sessions) -> None:
    with sessions.begin() as session:
        for person in session.scalars(select(Person)):
            session.add(
                ChatIdentity(person_id=person.id, platform=PLATFORM, workspace=WORKSPACE, user=person.email)
            )
        session.execute(update(Channel).where(Channel.platform == PLATFORM).values(workspace=WORKSPACE))

"""A paper's Word file in the practice room: a message in one's own chat with its name and a link to it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from bot.cards.web import html
from bot.delivery import Platforms
from bot.platforms.playground.clock import Clock
from bot.platforms.playground.room import Place, Room
from tests.chat import World
from tests.conversation.conftest import PRIYA
from tests.conversation.paper_files import AFTER, PLAN, behind, papers_sent, urls, words_in
from tests.databases import Databases, copied, opened
from tests.documents.reading import text_of


@dataclass
class Practised(World):
    practice: Room = field(default_factory=lambda: Room(Clock(AFTER.date())))

    @property
    def platforms(self) -> Platforms:
        return {"practice": self.practice}


@pytest.fixture
def world(sqlite_databases: Databases) -> Iterator[Practised]:
    with copied(sqlite_databases, papers_sent) as url, opened(url) as sessions:
        yield Practised(sessions, now=AFTER)


def test_the_message_has_the_name_of_the_file_and_a_link_to_it(world: Practised) -> None:
    world.person(PRIYA).open("files.send?sent=2")
    card = world.practice.entries(PRIYA, Place(user=PRIYA))[-1].card
    shown = str(html(card, uid="e1"))
    assert "oak-primary-school-2017-12-07-action-plan.docx" in shown
    [url] = urls(card)
    assert f'href="{url}"' in shown
    assert words_in(text_of(behind(world, url))) == [PLAN]
    assert words_in(shown) == []

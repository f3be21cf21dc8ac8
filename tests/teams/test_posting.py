"""Writing first on Teams: whom the bot finds, what becomes of a message that does not go, and of the others.

A stub stands in for Teams, to answer what the Playground never does.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from bot.delivery import deliver
from bot.failures import Doubtful
from bot.meeting import Found
from bot.platforms.teams import people
from bot.platforms.teams.people import Members
from bot.platforms.teams.posting import NOT_IN_TEAM, Posting, Unavailable
from storage import references, unsent
from storage.addresses import Address
from storage.database import Sessions
from storage.models import Channel, ChatIdentity
from tests.chat import LINKS
from tests.delivery.conftest import scene
from tests.delivery.scene import JANET, KATE, PRIYA, Scene
from tests.teams.seed import TENANT
from tests.teams.stub import Said, Stub, connector, error, posts, stubbed

__all__ = ["scene"]


@pytest.fixture
def sessions(sqlite_sessions: Sessions) -> Sessions:
    return sqlite_sessions


@dataclass
class AtWork:
    """The scene of the delivery's tests, with Teams for its platform."""

    scene: Scene
    stub: Stub
    posting: Posting

    async def send_all(self, rounds: int = 2) -> None:
        for _ in range(rounds):
            for message in await asyncio.to_thread(self._left):
                with suppress(Unavailable, Doubtful):
                    await deliver(
                        message, self.scene.now, self.scene.sessions, {"teams": self.posting}, LINKS
                    )

    def _left(self) -> list[int]:
        with self.scene.sessions.begin() as session:
            return [one.id for one in unsent.overdue(session, self.scene.now, {"teams"})]

    def arrived(self, conversation: str) -> list[str]:
        """What was posted there, by the first line of it."""
        posted = zip(self.stub.asked, self.stub.bodies, strict=True)
        return [
            body["summary"].splitlines()[0]
            for asked, body in posted
            if asked == f"POST conversations/{conversation}/activities"
        ]

    def wait(self, **time: int) -> datetime:
        self.scene.now += timedelta(**time)
        return self.scene.now


@pytest.fixture
async def at_work(scene: Scene) -> AsyncIterator[AtWork]:
    async with stubbed() as stub:
        with scene.sessions.begin() as session:
            for row in [*session.query(Channel), *session.query(ChatIdentity)]:
                row.platform, row.workspace = "teams", TENANT
            for name in ("C1", "C2", KATE, JANET, PRIYA):
                personal = not name.startswith("C")
                to = Address("teams", TENANT, name, personal=personal)
                chat = {"conversation": f"a:{name}"} if personal else {}
                references.keep(session, to, {"service_url": stub.url, "account": f"29:{name}", **chat})
        yield AtWork(scene, stub, posts(scene.sessions))


async def test_a_limited_conversation_waits_as_long_as_it_is_told_and_holds_up_no_other(
    at_work: AtWork,
) -> None:
    at_work.stub.at["C1"] = error(429, Retry_After="90")
    at_work.scene.write(1, 2, channel="C1")
    at_work.scene.write(3, channel="C2")
    await at_work.send_all()
    assert at_work.arrived("C2") == ["3"]
    assert len(at_work.arrived("C1")) == 1
    at_work.stub.at.clear()
    at_work.wait(seconds=80)
    await at_work.send_all()
    assert len(at_work.arrived("C1")) == 1
    at_work.wait(seconds=20)
    await at_work.send_all()
    assert at_work.arrived("C1") == ["1", "1", "2"]


async def test_a_channel_without_the_app_is_told_to_its_lead_once_with_the_cure(at_work: AtWork) -> None:
    at_work.stub.at["C1"] = error(403, "BotNotInConversationRoster")
    at_work.scene.write(1, 2, channel="C1")
    for _ in range(3):
        await at_work.send_all()
        at_work.wait(minutes=16)
    assert at_work.scene.problem(1) == at_work.scene.problem(2) == NOT_IN_TEAM
    assert len(at_work.arrived("a:kate")) == 1
    at_work.stub.at.clear()
    await at_work.send_all()
    assert at_work.arrived("C1")[-2:] == ["1", "2"]


async def test_a_post_that_may_have_come_is_sent_again_and_says_so(at_work: AtWork) -> None:
    for broken in (error(502), Said(200, "?")):
        number = len(at_work.stub.asked) + 1
        at_work.stub.at["C1"] = broken
        at_work.scene.write(number, channel="C1")
        await at_work.send_all()
        at_work.stub.at.clear()
        await at_work.send_all()
        said = [body["summary"] for body in at_work.stub.bodies if body]
        assert "You may have had this message before" in said[-1]
        assert "You may have had this message before" not in said[0]


async def test_a_post_that_was_not_taken_is_sent_again_as_it_was(at_work: AtWork) -> None:
    at_work.stub.at["C1"] = error(412)
    at_work.scene.write(1, channel="C1")
    await at_work.send_all()
    at_work.stub.at.clear()
    await at_work.send_all()
    assert "before" not in str(at_work.stub.bodies)
    assert at_work.scene.problem(1) == ""


async def test_a_chat_that_was_removed_is_opened_again_and_the_message_arrives(at_work: AtWork) -> None:
    at_work.stub.at["a:priya"] = error(404)
    at_work.stub.said = [Said(body='{"id": "a:new"}'), Said()]
    at_work.scene.write(1, person=PRIYA)
    await at_work.send_all()
    await at_work.send_all()
    assert at_work.arrived("a:new") == ["1"]


async def test_a_message_without_room_is_held_alone(at_work: AtWork) -> None:
    at_work.stub.said = [error(413, "MessageSizeTooBig"), Said()]
    at_work.scene.write(1, 2, channel="C1")
    await at_work.send_all(rounds=1)
    assert "whoever looks after the bot" in at_work.scene.problem(1)
    assert at_work.scene.problem(2) == ""


def member(name: str, **more: object) -> dict[str, object]:
    return {"id": f"29:{name}", "aadObjectId": f"entra-{name}", "email": f"{name}@oak.example", **more}


async def test_people_are_found_on_every_page_and_asked_for_again_only_after_a_while(
    at_work: AtWork,
) -> None:
    at_work.stub.pages = [[member("a")], [member("b", email=None, userPrincipalName="B@OAK.example")]]
    now = [0.0]
    members = Members(at_work.scene.sessions, connector(), TENANT, clock=lambda: now[0])
    assert await members.find("b@oak.example") == Found(TENANT, "entra-b")
    assert await members.find("a@oak.example") == Found(TENANT, "entra-a")
    assert await members.find("c@oak.example") is None
    asked = len(at_work.stub.asked)
    assert await members.find("c@oak.example") is None
    assert len(at_work.stub.asked) == asked
    at_work.stub.pages[0].append(member("c"))
    now[0] += people.KEPT_SECONDS + 1
    assert await members.find("c@oak.example") == Found(TENANT, "entra-c")


async def test_guests_and_members_without_an_entra_id_are_not_found(at_work: AtWork) -> None:
    at_work.stub.pages = [[member("g", userRole="guest"), member("n", aadObjectId=None)]]
    members = Members(at_work.scene.sessions, connector(), TENANT)
    for name in "gn":
        assert await members.find(f"{name}@oak.example") is None


async def test_a_team_that_cannot_be_asked_does_not_keep_us_from_another(at_work: AtWork) -> None:
    at_work.stub.at["C1"] = error(403)
    at_work.stub.pages = [[member("a")]]
    assert await at_work.posting.find("a@oak.example") == Found(TENANT, "entra-a")

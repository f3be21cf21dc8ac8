"""How sending can fail: wait, never, gone. What is held goes out when it is over, or when it is mended."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot import handlers
from bot.cards.model import Card, Text
from bot.delivery import deliver
from bot.failures import TRY_AGAIN, Gone, Never, Wait
from bot.letters import TEMPLATES, Letter
from bot.meeting import Found
from bot.rules.hours import Urgency
from bot.rules.roles import Role
from storage import outbox, pauses, unsent
from storage.addresses import Address
from storage.database import Sessions
from storage.models import Channel, ChatIdentity, Group, Outgoing, Pause, Person, Post, RoleAssignment

assert handlers.__all__

NOW = datetime(2017, 11, 1, 9, tzinfo=UTC)
ARCHIVED = "This channel was archived. Please unarchive it, or link another one."
REVOKED = "Slack does not take our token any more. Please put a new one in."
KATE, JANET, PRIYA = "kate", "janet", "priya"


@dataclass
class Faulty:
    """A platform that fails in the conversations that it is told to fail in."""

    failing: dict[str, Exception] = field(default_factory=dict)
    sent: list[tuple[str, str]] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)

    async def send(self, to: Address, card: Card) -> str:
        self.tried.append(to.conversation)
        if failure := self.failing.get(to.conversation):
            raise failure
        self.sent.append((to.conversation, card.title))
        return card.title

    async def update(self, to: Address, ref: str, card: Card) -> None:
        await self.send(to, card)

    async def find(self, email: str) -> Found | None:
        return None


@dataclass
class Scene:
    """Two groups with a channel each; Kate leads the first, Janet is the office, Priya is anybody."""

    sessions: Sessions
    platform: Faulty
    now: datetime = NOW
    groups: Mapping[str, int] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)

    def write(self, *numbers: int, channel: str = "", person: str = "", slot: str = "") -> None:
        with self.sessions.begin() as session:
            for n in numbers:
                session.add(
                    Outgoing(
                        key=f"test:{n}",
                        template="test.numbered",
                        args={"n": n},
                        slot=slot,
                        group_id=self.groups.get(channel),
                        person_id=self.people.get(person),
                        urgency=Urgency.NEWS,
                        made_at=NOW,
                        due=NOW,
                    )
                )

    def send_all(self) -> None:
        """As the worker's sweep does: all that may go now, in order; and once more for what comes of it."""
        for _ in range(2):
            with self.sessions.begin() as session:
                left = unsent.overdue(session, self.now, {"slack"})
            for message in left:
                asyncio.run(deliver(message.id, self.now, self.sessions, {"slack": self.platform}))

    def problem(self, n: int) -> str:
        with self.sessions() as session:
            return session.scalars(select(Outgoing.problem).filter_by(key=f"test:{n}")).one()

    def told(self, person: str) -> list[str]:
        return [title for conversation, title in self.platform.sent if conversation == person]


@pytest.fixture
def scene(sessions: Sessions, monkeypatch: pytest.MonkeyPatch) -> Scene:
    def numbered(letter: Letter) -> Card:
        return Card(title=str(letter.args["n"]), blocks=(Text("Hello."),))

    monkeypatch.setitem(TEMPLATES, "test.numbered", numbered)
    with sessions.begin() as session:
        groups = {name: Group(key=name, name=f"Group {name}") for name in ("C1", "C2")}
        people = {
            name: Person(email=f"{name}@oak.example", name=name.title()) for name in (KATE, JANET, PRIYA)
        }
        session.add_all([*groups.values(), *people.values()])
        session.flush()
        for name, group in groups.items():
            session.add(
                Channel(platform="slack", workspace="T1", conversation=name, group_id=group.id, home=True)
            )
        for name, person in people.items():
            session.add(ChatIdentity(person_id=person.id, platform="slack", workspace="T1", user=name))
        start = NOW.date()
        session.add_all(
            [
                RoleAssignment(
                    person_id=people[KATE].id, role=Role.LEAD, group_id=groups["C1"].id, starts=start
                ),
                RoleAssignment(person_id=people[JANET].id, role=Role.OFFICE, starts=start),
            ]
        )
        ids = {name: group.id for name, group in groups.items()}, {n: p.id for n, p in people.items()}
    return Scene(sessions, Faulty(), groups=ids[0], people=ids[1])


def test_a_channel_that_is_limited_for_an_hour_delays_no_other_and_keeps_its_order(scene: Scene) -> None:
    scene.write(1, 2, channel="C1")
    scene.write(3, channel="C2")
    scene.platform.failing["C1"] = Wait(timedelta(hours=1))
    scene.send_all()
    assert scene.platform.sent == [("C2", "3")]
    assert scene.platform.tried.count("C1") == 1
    assert scene.problem(1) == scene.problem(2) == pauses.WAITING
    scene.platform.failing.clear()
    scene.now += timedelta(minutes=59)
    scene.send_all()
    assert scene.platform.sent == [("C2", "3")]
    scene.now += timedelta(minutes=1)
    scene.send_all()
    assert scene.platform.sent == [("C2", "3"), ("C1", "1"), ("C1", "2")]
    with scene.sessions() as session:
        assert session.scalars(select(Pause)).all() == []
        assert pauses.problems(session) == []


def test_waiting_uses_up_no_try(scene: Scene) -> None:
    scene.write(1, channel="C1")
    scene.platform.failing["C1"] = Wait(timedelta(seconds=30))
    for _ in range(50):
        scene.send_all()
        scene.now += timedelta(seconds=30)
    with scene.sessions() as session:
        assert session.scalars(select(Outgoing.attempts)).all() == [0]


def test_a_new_message_does_not_overtake_those_that_a_pause_left(scene: Scene) -> None:
    scene.write(1, channel="C1")
    scene.platform.failing["C1"] = Wait(timedelta(minutes=1))
    scene.send_all()
    scene.write(2, channel="C1")
    scene.now += timedelta(minutes=2)
    with scene.sessions.begin() as session:
        assert unsent.fresh(session, scene.now, {"slack"}) == []
        assert len(unsent.overdue(session, scene.now, {"slack"})) == 2


def test_an_archived_channel_is_shown_once_to_its_lead_and_goes_on_when_it_is_mended(scene: Scene) -> None:
    scene.write(1, 2, channel="C1")
    scene.platform.failing["C1"] = Never(ARCHIVED)
    for _ in range(4):
        scene.send_all()
        scene.now += TRY_AGAIN
    assert scene.told(KATE) == ["Messages to the channel of Group C1 can’t arrive"]
    assert scene.told(JANET) == []
    # One message tries it each time; the others wait.
    assert scene.platform.tried.count("C1") == 4
    with scene.sessions() as session:
        assert pauses.problems(session) == [ARCHIVED]
    assert scene.problem(2) == ARCHIVED
    scene.platform.failing.clear()
    scene.send_all()
    assert [title for where, title in scene.platform.sent if where == "C1"] == ["1", "2"]


def test_when_it_breaks_again_it_is_shown_again(scene: Scene) -> None:
    for n in (1, 2):
        scene.write(n, channel="C1")
        scene.platform.failing["C1"] = Never(ARCHIVED)
        scene.send_all()
        scene.platform.failing.clear()
        scene.now += TRY_AGAIN
        scene.send_all()
    assert len(scene.told(KATE)) == 2


def test_a_deactivated_account_is_shown_to_the_office(scene: Scene) -> None:
    scene.write(1, person=PRIYA)
    scene.platform.failing[PRIYA] = Never("Priya’s account was deactivated. Please ask for another one.")
    scene.send_all()
    assert scene.told(JANET) == ["Messages to Priya can’t arrive"]


def test_nobody_is_told_where_they_cannot_hear_it(scene: Scene) -> None:
    scene.write(1, person=JANET)
    scene.platform.failing[JANET] = Never("Janet’s account was deactivated.")
    scene.send_all()
    with scene.sessions() as session:
        assert session.scalars(select(Outgoing.template)).all() == ["test.numbered"]
        assert pauses.problems(session) == ["Janet’s account was deactivated."]


def test_a_revoked_token_holds_the_workspace_until_a_worker_starts_anew(scene: Scene) -> None:
    scene.write(1, channel="C1")
    scene.write(2, channel="C2")
    scene.write(3, person=PRIYA)
    for place in ("C1", "C2", PRIYA, KATE, JANET):
        scene.platform.failing[place] = Never(REVOKED, holds="workspace")
    scene.send_all()
    assert scene.platform.tried == ["C1"]
    assert scene.problem(2) == scene.problem(3) == REVOKED
    scene.platform.failing.clear()
    with scene.sessions.begin() as session:
        pauses.try_now(session, scene.now)
    scene.send_all()
    # What would have told of it has nothing left to say.
    assert sorted(scene.platform.sent) == [("C1", "1"), ("C2", "2"), (PRIYA, "3")]


def test_a_message_that_a_platform_refuses_holds_up_no_other(scene: Scene) -> None:
    scene.write(1, 2, channel="C1")
    refused = Never("Slack refused this message: invalid_blocks.", holds="message")
    first, *_ = messages(scene)
    scene.platform.failing["C1"] = refused
    asyncio.run(deliver(first, scene.now, scene.sessions, {"slack": scene.platform}))
    scene.platform.failing.clear()
    assert scene.problem(1) == "Slack refused this message: invalid_blocks."
    scene.send_all()
    assert scene.platform.sent == [("C1", "1"), ("C1", "2")]


def test_a_message_that_is_gone_is_not_changed_again(scene: Scene) -> None:
    scene.write(1, channel="C1", slot="a")
    scene.send_all()
    for key in ("first", "second"):
        with scene.sessions.begin() as session:
            outbox.refresh(session, session.get(Group, scene.groups["C1"]), "a", key=key, now=NOW)
        scene.platform.failing["C1"] = Gone()
        scene.send_all()
    assert scene.platform.tried == ["C1", "C1"]
    with scene.sessions() as session:
        assert session.scalars(select(Outgoing.id).where(Outgoing.finished_at.is_(None))).all() == []
        assert [post.retired_at for post in session.scalars(select(Post))] == [NOW]


def test_a_change_of_a_message_waits_with_its_channel(scene: Scene) -> None:
    scene.write(1, channel="C1", slot="a")
    scene.send_all()
    with scene.sessions.begin() as session:
        outbox.refresh(session, session.get(Group, scene.groups["C1"]), "a", key="k", now=NOW)
    scene.platform.failing["C1"] = Wait(timedelta(minutes=5))
    scene.send_all()
    scene.platform.failing.clear()
    scene.send_all()
    assert scene.platform.sent == [("C1", "1")]
    scene.now += timedelta(minutes=5)
    scene.send_all()
    assert scene.platform.sent == [("C1", "1"), ("C1", "1")]


def test_what_is_late_for_no_known_reason_is_noticed(scene: Scene) -> None:
    scene.write(1, 2, channel="C1")
    with scene.sessions() as session:
        assert unsent.late(session, NOW) == (0, None)
        assert unsent.late(session, NOW + timedelta(minutes=1)) == (2, NOW)
    scene.platform.failing["C1"] = Never(ARCHIVED)
    scene.send_all()
    with scene.sessions() as session:
        assert unsent.late(session, NOW + timedelta(minutes=1)) == (0, None)


def messages(scene: Scene) -> list[int]:
    with scene.sessions() as session:
        return list(session.scalars(select(Outgoing.id).order_by(Outgoing.id)))

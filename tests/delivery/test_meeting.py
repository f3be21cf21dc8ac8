"""The bot writes first to somebody it has not met: they are looked for by their e-mail address."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import delete, func, select

from bot.delivery import Platforms, deliver
from bot.failures import TRY_AGAIN, Never, Wait
from bot.meeting import Found
from bot.worker import next_try
from storage import accounts, pauses, unsent
from storage.models import ChatIdentity, Outgoing, Pause, Person
from tests.chat import LINKS
from tests.delivery.scene import JANET, KATE, NOW, PRIYA, Faulty, Scene

ADDRESS = f"{PRIYA}@oak.example"
HERE = Found("T1", "U7")
NOWHERE = (
    "Priya has no account on Slack with the e-mail address of the roster. "
    "Ask them to join with it, or correct the roster."
)
REVOKED = "Slack does not take our token any more. Please put a new one in."


@dataclass
class Meeting:
    """Nobody has met Priya yet; the worker looks, and sweeps, when it is told to."""

    scene: Scene
    platforms: Platforms
    queued: set[int] = field(default_factory=set)

    def look(self) -> None:
        with self.scene.sessions.begin() as session:
            new = unsent.fresh(session, self.scene.now, self.platforms)
        self.deliver([one.id for one in new if one.id not in self.queued])
        self.queued |= {one.id for one in new}

    def sweep(self) -> None:
        with self.scene.sessions.begin() as session:
            left = unsent.overdue(session, self.scene.now, self.platforms)
        self.deliver([one.id for one in left if next_try(one.due, one.attempts) <= self.scene.now])

    def deliver(self, messages: list[int]) -> None:
        for number in messages:
            asyncio.run(deliver(number, self.scene.now, self.scene.sessions, self.platforms, LINKS))

    def run(self, **time: int) -> None:
        """Let time go by as the worker spends it: two sweeps a minute."""
        end = self.scene.now + timedelta(**time)
        while self.scene.now < end:
            self.scene.now += timedelta(seconds=30)
            self.look()
            self.sweep()


@pytest.fixture
def unmet(scene: Scene) -> Scene:
    with scene.sessions.begin() as session:
        session.execute(delete(ChatIdentity).where(ChatIdentity.user == PRIYA))
    return scene


@pytest.fixture
def meeting(unmet: Scene) -> Meeting:
    return Meeting(unmet, {"slack": unmet.platform})


def looked(meeting: Meeting) -> int:
    return meeting.scene.platform.looked_for.count(ADDRESS)


def keeps(scene: Scene, person: str, found: Found = HERE) -> Person:
    with scene.sessions.begin() as session:
        whose = session.get_one(Person, scene.people[person])
        return accounts.keep(session, whose, "slack", found.workspace, found.user)


def accounts_of(scene: Scene, person: str) -> list[str]:
    query = select(ChatIdentity.user).filter_by(person_id=scene.people[person]).order_by(ChatIdentity.id)
    with scene.sessions() as session:
        return list(session.scalars(query))


def at_once(*acts: Callable[[], object]) -> None:
    ready = Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        ready.wait()
        act()

    with ThreadPoolExecutor(len(acts)) as threads:
        list(threads.map(run, acts))


def test_somebody_who_is_found_gets_the_message_in_the_same_delivery(meeting: Meeting) -> None:
    meeting.scene.write(1, person=PRIYA)
    meeting.scene.platform.accounts[ADDRESS] = HERE
    meeting.look()
    assert meeting.scene.platform.sent == [("U7", "1")]
    meeting.scene.write(2, person=PRIYA)
    meeting.look()
    assert meeting.scene.platform.sent == [("U7", "1"), ("U7", "2")]
    assert looked(meeting) == 1
    with meeting.scene.sessions() as session:
        assert session.scalars(select(Outgoing.attempts)).all() == [1, 1]


def test_somebody_who_is_not_found_is_named_with_what_to_do(meeting: Meeting) -> None:
    meeting.scene.write(1, person=PRIYA)
    meeting.look()
    with meeting.scene.sessions() as session:
        assert unsent.problems(session, NOW) == [(NOWHERE, 1)]
        assert unsent.late(session, NOW + timedelta(days=1)) == (0, None)


def test_they_are_looked_for_again_with_growing_pauses(meeting: Meeting) -> None:
    meeting.scene.write(1, person=PRIYA)
    meeting.run(hours=1)
    first_hour = looked(meeting)
    # Three tries each after 0, 1, 5, 15, 30 and 60 minutes, then every hour.
    assert 5 <= first_hour <= 6 * 3
    meeting.run(hours=4)
    assert looked(meeting) <= (6 + 4) * 3
    meeting.scene.platform.accounts[ADDRESS] = HERE
    meeting.run(hours=2)
    assert meeting.scene.platform.sent == [("U7", "1")]


def test_many_messages_to_one_person_are_not_as_many_questions(meeting: Meeting) -> None:
    meeting.scene.write(*range(1, 21), person=PRIYA)
    meeting.look()
    assert looked(meeting) == 20
    for _ in range(2):
        meeting.sweep()
    assert looked(meeting) == 22
    assert meeting.scene.problem(20) == NOWHERE
    meeting.scene.platform.accounts[ADDRESS] = HERE
    meeting.run(minutes=2)
    assert [title for _, title in meeting.scene.platform.sent] == [str(n) for n in range(1, 21)]


def test_a_new_message_has_them_looked_for_once_at_once(meeting: Meeting) -> None:
    meeting.scene.write(1, person=PRIYA)
    meeting.run(hours=12)
    before = looked(meeting)
    meeting.scene.write(2, person=PRIYA)
    for _ in range(5):
        meeting.look()
    assert looked(meeting) == before + 1


def test_two_messages_to_one_person_at_once_keep_one_account(meeting: Meeting) -> None:
    meeting.scene.write(1, 2, person=PRIYA)
    meeting.scene.platform.accounts[ADDRESS] = HERE
    at_once(lambda: meeting.deliver([1]), lambda: meeting.deliver([2]))
    assert sorted(meeting.scene.platform.sent) == [("U7", "1"), ("U7", "2")]
    assert accounts_of(meeting.scene, PRIYA) == ["U7"]


def test_eight_who_keep_the_same_account_keep_it_once(unmet: Scene) -> None:
    at_once(*[lambda: keeps(unmet, PRIYA)] * 8)
    assert accounts_of(unmet, PRIYA) == ["U7"]


def test_of_two_people_who_are_found_by_one_account_the_first_keeps_it(unmet: Scene) -> None:
    owners = []
    at_once(
        lambda: owners.append(keeps(unmet, PRIYA).name),
        lambda: owners.append(keeps(unmet, KATE).name),
    )
    assert len(set(owners)) == 1


def test_somebody_who_acts_in_between_gets_what_waited_within_half_a_minute(meeting: Meeting) -> None:
    meeting.scene.write(1, 2, person=PRIYA)
    meeting.run(hours=5)
    keeps(meeting.scene, PRIYA)
    meeting.run(seconds=30)
    assert meeting.scene.platform.sent == [("U7", "1"), ("U7", "2")]


def test_an_account_that_is_kept_while_we_ask_is_used(meeting: Meeting) -> None:
    scene = meeting.scene

    class Meets(Faulty):
        async def find(self, email: str) -> Found | None:
            await asyncio.to_thread(keeps, scene, PRIYA)
            return HERE

    meeting.platforms = {"slack": Meets(sent=scene.platform.sent)}
    scene.write(1, person=PRIYA)
    meeting.look()
    assert scene.platform.sent == [("U7", "1")]
    assert accounts_of(scene, PRIYA) == ["U7"]


def test_an_account_that_is_somebody_elses_is_not_taken_over(meeting: Meeting) -> None:
    meeting.scene.write(1, person=PRIYA)
    meeting.scene.platform.accounts[ADDRESS] = Found("T1", KATE)
    meeting.look()
    assert meeting.scene.platform.sent == []
    assert meeting.scene.problem(1) == (
        "The account on Slack with Priya’s e-mail address is known as Kate’s. "
        "Ask both which account they use, and correct the roster."
    )
    assert accounts_of(meeting.scene, KATE) == [KATE]


def test_each_platform_is_asked_in_turn(meeting: Meeting) -> None:
    teams = Faulty(accounts={ADDRESS: Found("tenant", "29:x")})
    meeting.platforms = {"teams": teams, "slack": meeting.scene.platform}
    meeting.scene.write(1, person=PRIYA)
    meeting.look()
    assert looked(meeting) == 1
    assert teams.sent == [("29:x", "1")]


def test_on_no_platform_is_said_of_them_all(meeting: Meeting) -> None:
    meeting.platforms = {"teams": Faulty(), "slack": meeting.scene.platform}
    meeting.scene.write(1, person=PRIYA)
    meeting.look()
    assert meeting.scene.problem(1).startswith("Priya has no account on Slack or Microsoft Teams with")
    assert meeting.scene.problem(1).endswith("or are in a team that has it: ask them to add it.")


def test_a_token_that_was_taken_back_is_asked_once_and_holds_the_platform(meeting: Meeting) -> None:
    scene = meeting.scene
    with scene.sessions.begin() as session:
        session.execute(delete(ChatIdentity).where(ChatIdentity.user == KATE))
    scene.write(*range(1, 11), person=PRIYA)
    scene.write(*range(11, 21), person=KATE)
    scene.write(21, channel="C1")
    scene.platform.directory_fails = Never(REVOKED, holds="workspace")
    meeting.deliver(list(range(1, 21)))
    meeting.run(minutes=10)
    assert len(scene.platform.looked_for) == 1
    assert scene.platform.tried == []
    assert scene.problem(20) == scene.problem(21) == REVOKED
    with scene.sessions() as session:
        assert pauses.problems(session) == [REVOKED]
    scene.platform.directory_fails = None
    meeting.run(minutes=10)
    with scene.sessions() as session:
        assert session.scalars(select(Pause)).all() == []
    assert scene.platform.sent == [("C1", "21")]
    assert scene.problem(1) == NOWHERE


def test_a_limit_on_looking_for_people_holds_up_nothing_else(meeting: Meeting) -> None:
    scene = meeting.scene
    scene.write(1, person=PRIYA)
    scene.write(2, channel="C1")
    scene.platform.directory_fails = Wait(timedelta(minutes=5))
    meeting.run(minutes=4)
    assert (looked(meeting), scene.problem(1)) == (1, pauses.WAITING)
    assert scene.platform.sent == [("C1", "2")]
    with scene.sessions() as session:
        assert session.scalars(select(Outgoing.attempts).filter_by(key="test:1")).one() == 0
    scene.platform.directory_fails = None
    scene.platform.accounts[ADDRESS] = HERE
    meeting.run(minutes=2)
    assert scene.platform.sent == [("C1", "2"), ("U7", "1")]


def test_what_keeps_us_from_looking_is_told_once_to_the_office(meeting: Meeting) -> None:
    meeting.scene.write(1, person=PRIYA)
    meeting.scene.platform.directory_fails = Never("Peer Review may not look for people on Slack.")
    meeting.run(minutes=40)
    assert meeting.scene.told(JANET) == ["Messages to people new to Slack can’t arrive"]
    # Once at first, then once each time it is tried again.
    assert looked(meeting) == 1 + timedelta(minutes=40) // (TRY_AGAIN + timedelta(seconds=30))


def test_while_one_platform_can_not_be_asked_the_other_is(meeting: Meeting) -> None:
    teams = Faulty(accounts={ADDRESS: Found("tenant", "29:x")})
    meeting.platforms = {"teams": teams, "slack": meeting.scene.platform}
    meeting.scene.write(1, person=PRIYA)
    meeting.scene.platform.directory_fails = Never(REVOKED, holds="workspace")
    meeting.run(minutes=2)
    assert looked(meeting) == 1
    assert teams.sent == [("29:x", "1")]


def test_an_error_of_the_platform_is_the_workers_and_counts_as_a_try(meeting: Meeting) -> None:
    meeting.scene.write(1, person=PRIYA)
    meeting.scene.platform.directory_fails = ConnectionError("away")
    with pytest.raises(ConnectionError):
        meeting.look()
    with meeting.scene.sessions() as session:
        assert session.scalars(select(Outgoing.attempts)).all() == [1]
        assert session.scalar(select(func.count()).select_from(Pause)) == 0


def test_whoever_has_left_is_not_looked_for(meeting: Meeting) -> None:
    meeting.scene.write(1, person=PRIYA)
    with meeting.scene.sessions.begin() as session:
        session.get_one(Person, meeting.scene.people[PRIYA]).left = NOW.date()
    meeting.look()
    assert looked(meeting) == 0
    with meeting.scene.sessions() as session:
        assert session.scalars(select(Outgoing.withdrawn)).all() == [True]

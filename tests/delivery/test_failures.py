"""How sending can fail: wait, never, gone. What is held goes out when it is over, or when it is mended."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.delivery import deliver
from bot.failures import TRY_AGAIN, Gone, Never, Wait
from storage import outbox, pauses, unsent
from storage.models import Group, Outgoing, Pause, Post
from tests.chat import LINKS
from tests.delivery.scene import JANET, KATE, NOW, PRIYA, Scene

ARCHIVED = "This channel was archived. Please unarchive it, or link another one."
REVOKED = "Slack does not take our token any more. Please put a new one in."


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


def test_the_log_says_what_a_message_waits_for(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    scene.write(1, channel="C1")
    scene.write(2, channel="C2")
    scene.platform.failing |= {"C1": Never(ARCHIVED), "C2": Wait(timedelta(minutes=1))}
    scene.send_all()
    assert [record.getMessage() for record in caplog.records] == [
        f"message 1 waits: {ARCHIVED}",
        f"message 2 waits: {pauses.WAITING}",
    ]


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
    asyncio.run(deliver(first, scene.now, scene.sessions, {"slack": scene.platform}, LINKS))
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

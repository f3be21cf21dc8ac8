"""Where there is e-mail a paper that is sent comes to the school's governors with a link and a code."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

import tests.chat
import tests.governor.pages
from bot.cards.mail import words
from bot.cards.model import Button, Card, Link
from bot.delivery import Platforms
from bot.failures import Never, Wait
from bot.links import Links
from bot.platforms.playground.furnishing import give_accounts
from bot.rules.roles import Role
from storage import pauses, unsent
from storage.addresses import MAIL
from storage.database import Sessions
from storage.models import ChatIdentity, Outgoing
from tests.chat import Room, World
from tests.conversation.conftest import CHIDI, OFFICE, PRIYA, SIAN
from tests.conversation.papering import (
    ACTION,
    AREA,
    ELLIE,
    MARGARET,
    STRENGTH,
    change_review,
    reword,
    send,
    signed,
    written,
)
from tests.governor.pages import GIVEN, MARGARETS, Governor, leave_the_chat
from tests.permissions.people import end_roles, give_role

READY = "The summary of the peer review at Oak Primary School is ready for your signature"


@dataclass
class WithMail(World):
    """`letters`: what has gone by e-mail."""

    letters: Room = field(default_factory=Room)

    @property
    def platforms(self) -> Platforms:
        return {"practice": self.room, MAIL: self.letters}

    def mailed(self, email: str = MARGARET) -> list[Card]:
        return [one.card for one in self.letters.posts if one.to.conversation == email]

    def try_again(self) -> None:
        with self.sessions.begin() as session:
            waiting = [one.id for one in unsent.overdue(session, self.now, self.platforms)]
        if waiting:
            asyncio.run(self._send(waiting))


@pytest.fixture
def world(consortium: Sessions, monkeypatch: pytest.MonkeyPatch) -> WithMail:
    links = Links("https://review.example", "a secret for tests", mailed=True)
    monkeypatch.setattr(tests.chat, "LINKS", links)
    monkeypatch.setattr(tests.governor.pages, "LINKS", links)
    give_accounts(consortium)
    world = WithMail(consortium)
    leave_the_chat(world)
    written(world)
    return world


def by_mail(world: WithMail, number: int = -1) -> Governor:
    """Margaret, with the link of an e-mail."""
    card = world.mailed()[number]
    [link] = [one for one in card.buttons if isinstance(one, Link)]
    code = words(card).split("Code: ")[1][:6]
    return Governor(world, link.url.removeprefix("https://review.example"), code)


def test_the_governor_gets_one_e_mail_without_a_word_of_the_paper(world: WithMail) -> None:
    send(world)
    [card] = world.mailed()
    assert card.title == READY
    assert not [one for one in card.buttons if isinstance(one, Button)]
    assert not [word for word in (STRENGTH, AREA) if word in str(card)]
    assert [one.to.conversation for one in world.letters.posts] == [MARGARET]
    page = by_mail(world).enter()
    assert STRENGTH in page.text
    page.press("sign").press("signed")
    assert MARGARETS in signed(world)


def test_the_plan_is_e_mailed_as_well(world: WithMail) -> None:
    send(world, CHIDI, "plan")
    assert "The action plan of the peer review" in world.mailed()[0].title
    assert ACTION in by_mail(world).enter().text


def test_a_governor_in_the_chat_is_written_to_there(world: WithMail) -> None:
    give_role(world.sessions, ELLIE, Role.GOVERNOR, "oak")
    send(world)
    assert world.mailed(ELLIE) == []
    assert world.person(ELLIE).read("Please sign the summary")
    assert len(world.mailed()) == 1


def test_nothing_else_goes_by_e_mail_and_nobody_s_home_is_there(world: WithMail) -> None:
    send(world)
    world.person(OFFICE).open("paper.release?sent=1")
    by_mail(world).enter().press("query", words="Which books?")
    world.send_waiting()
    assert {one.to.conversation for one in world.letters.posts} == {MARGARET}
    with world.sessions() as session:
        assert session.scalars(select(ChatIdentity).where(ChatIdentity.platform == MAIL)).all() == []


def test_a_new_version_brings_a_new_e_mail_and_the_old_link_leads_to_it(world: WithMail) -> None:
    send(world)
    reword(world, AREA, "Talk about stories")
    send(world)
    assert [card.title for card in world.mailed()] == [READY, READY]
    assert "Talk about stories" in by_mail(world, 0).enter().text
    assert "Talk about stories" in by_mail(world, 1).enter().text


@pytest.mark.parametrize("happens", ["new version", "cancelled", "left", "new link"])
def test_what_is_out_of_date_by_the_morning_is_not_e_mailed(world: WithMail, happens: str) -> None:
    world.now = datetime(2017, 12, 8, 22, 0, tzinfo=UTC)
    send(world)
    assert world.mailed() == []
    if happens == "new version":
        reword(world, AREA, "Talk about stories")
        send(world)
    elif happens == "cancelled":
        change_review(world, cancelled_at=world.now)
    elif happens == "left":
        end_roles(world.sessions, MARGARET)
    else:
        head = world.person(PRIYA)
        head.open(GIVEN)
        assert "not sent yet. It goes Mon 11 Dec 2017, 07:30." in str(head.card)
        head.click("Make a new link")
    world.wait(days=3)
    assert len(world.mailed()) == (1 if happens.startswith("new") else 0)


def test_the_headteacher_sees_when_it_went_and_can_have_a_new_one_e_mailed(world: WithMail) -> None:
    send(world)
    head = world.person(PRIYA)
    assert "sent Fri 8 Dec 2017, 10:00" in str(head.open(GIVEN))
    old = by_mail(world)
    head.click("Make a new link")
    assert len(world.mailed()) == 2
    assert old.open().status == 410
    assert by_mail(world).enter().status == 200


def test_the_answer_to_a_query_is_e_mailed_without_its_words(world: WithMail) -> None:
    send(world)
    page = by_mail(world).enter().press("query", words="Which books?")
    assert "you will get an e-mail" in page.text
    for number, answer in enumerate(("Those of Year 3", "Those of Year 4"), start=1):
        sian = world.person(SIAN)
        sian.open("paper.answer?query=1")
        sian.click("Send the answer", answer=answer)
        told = world.mailed()[number:]
        assert [card.title for card in told] == [
            "Your query about the summary of the peer review at Oak Primary School is answered"
        ]
        assert not [word for word in ("Which books?", answer) if word in str(told)]
        assert answer in by_mail(world).enter().text


def test_an_address_that_is_refused_waits_and_the_office_hears_once(world: WithMail) -> None:
    world.letters.failing[MARGARET] = Never("No such mailbox (550). Please correct the roster.")
    send(world)
    world.send_waiting()
    told = world.person(OFFICE).read("Messages to Margaret Osei can’t arrive")
    assert "No such mailbox (550)" in str(told)
    with world.sessions() as session:
        assert [whose for whose, _ in pauses.to_mend(session)] == ["Margaret Osei"]
    assert "No such mailbox" in str(world.person(PRIYA).open(GIVEN))
    world.letters.failing.clear()
    world.now += timedelta(minutes=16)
    world.try_again()
    assert len(world.mailed()) == 1
    with world.sessions() as session:
        assert list(pauses.to_mend(session)) == []


def test_a_server_that_is_busy_holds_up_e_mail_and_nothing_else(world: WithMail) -> None:
    world.letters.failing[MARGARET] = Wait(timedelta(minutes=5), everywhere=True)
    send(world)
    assert world.person(PRIYA).read("Please sign the summary")
    world.letters.failing.clear()
    world.try_again()
    assert world.mailed() == []
    world.now += timedelta(minutes=6)
    world.try_again()
    world.try_again()
    assert len(world.mailed()) == 1


def test_where_e_mail_was_put_out_since_it_says_so(world: WithMail) -> None:
    world.now = datetime(2017, 12, 8, 22, 0, tzinfo=UTC)
    send(world)
    world.now += timedelta(days=3)
    with world.sessions.begin() as session:
        unsent.overdue(session, world.now, {"practice"})
        problems = session.scalars(select(Outgoing.problem).where(Outgoing.does == "mail")).all()
    assert problems == ["Margaret Osei is to get an e-mail, and e-mail is off: SMTP_URL is not set."]

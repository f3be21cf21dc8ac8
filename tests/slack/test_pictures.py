"""Where a workspace takes no pictures, the same is said in words, whichever way it is sent."""

from collections.abc import AsyncIterator

import pytest

from bot.cards.model import Card
from bot.failures import Never
from bot.platforms.slack import answering, homes, posting
from bot.platforms.slack.homes import Homes
from bot.platforms.slack.posting import Posting
from bot.platforms.slack.showing import ANSWER_AT, reply
from storage.addresses import Address
from storage.database import Sessions
from tests.cards.examples import counted
from tests.chat import LINKS
from tests.conversation.conftest import KATE
from tests.slack.relay import PICTURE, Call, Slack
from tests.slack.running import Running, running
from tests.slack.seed import BOT_TOKEN, TEAM
from tests.slack.test_showing import act

CARD = Card("How far we are", (counted({"Plan the review": 3, "The review": 1}),))
SAID = "Plan the review: 3 reviews"


@pytest.fixture
async def at_work(
    slack: Slack, sqlite_consortium: Sessions, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Running]:
    """Whatever it is asked, it answers with figures."""
    async with running(slack, sqlite_consortium) as at_work:
        monkeypatch.setattr(answering, "answer", lambda *_: CARD)
        monkeypatch.setattr(homes, "answer", lambda *_: CARD)
        yield at_work


@pytest.fixture(params=[False, True], ids=["takes pictures", "takes none"])
def takes_none(request: pytest.FixtureRequest, slack: Slack) -> bool:
    slack.takes_no_pictures = bool(request.param)
    return slack.takes_no_pictures


def shown(blocks: object) -> tuple[bool, bool]:
    """Whether there is a picture, and whether the figures stand there in words."""
    return PICTURE in str(blocks), SAID in str(blocks)


def sent(slack: Slack, method: str) -> list[Call]:
    return [call for call in slack.by_the_bot() if call.method == method]


async def test_a_command_is_answered_with_a_picture_or_in_words(at_work: Running, takes_none: bool) -> None:
    kate = await at_work.person(KATE)
    await kate.command("/peer-review")
    await kate.until(kate.ephemerals)
    [note] = at_work.slack.notes.all
    assert shown(note.blocks) == (not takes_none, True)


async def test_words_are_answered_with_a_picture_or_in_words(at_work: Running, takes_none: bool) -> None:
    kate = await at_work.person(KATE)
    await kate.say("where are we?")
    await kate.read(SAID)
    [*_, last] = sent(at_work.slack, "chat.postMessage")
    assert shown(last.asked["blocks"]) == (not takes_none, True)
    assert last.answer["ok"]


async def test_a_home_tab_has_a_picture_or_the_words(at_work: Running, takes_none: bool) -> None:
    kate = await at_work.person(KATE)
    await kate.open_home()
    assert shown((await kate.home()).blocks) == (not takes_none, True)


async def test_a_home_tab_that_is_drawn_again_has_a_picture_or_the_words(
    at_work: Running, takes_none: bool
) -> None:
    kate = await at_work.slack.person(KATE)
    client = posting.client(BOT_TOKEN, at_work.slack.api)
    drawing = Homes(at_work.sessions, LINKS, lambda: at_work.now, client, seconds=0)
    drawing.soon(TEAM, kate)
    await drawing.settled()
    assert shown(at_work.slack.home_of(kate)["blocks"]) == (not takes_none, True)


async def test_a_message_is_delivered_and_changed_with_a_picture_or_in_words(
    slack: Slack, takes_none: bool
) -> None:
    to = Address("slack", TEAM, await slack.channel("group-2"), personal=False)
    posts = Posting(posting.client(BOT_TOKEN, slack.api))
    ref = await posts.send(to, CARD)
    await posts.update(to, ref, CARD)
    once = 2 if takes_none else 1
    for method in ("chat.postMessage", "chat.update"):
        calls = sent(slack, method)
        assert [call.answer["ok"] for call in calls] == [False, True][-once:]
        assert shown(calls[-1].asked["blocks"]) == (not takes_none, True)


async def test_what_is_refused_for_another_reason_is_not_sent_again(slack: Slack) -> None:
    to = Address("slack", TEAM, "C404", personal=False)
    with pytest.raises(Never):
        await Posting(posting.client(BOT_TOKEN, slack.api)).send(to, CARD)
    assert len(sent(slack, "chat.postMessage")) == 1


def test_a_picture_is_not_acknowledged_for_nobody_would_learn_that_it_was_refused() -> None:
    answered = reply(act("command"), CARD)
    assert answered.ack == {}
    assert answered.call
    assert answered.call.method == ANSWER_AT

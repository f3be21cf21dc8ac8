"""Thirty requests in plain sentences in the tests' own chat."""

from bot.platforms.playground.furnishing import give_accounts
from storage.database import Sessions
from tests.asking import play
from tests.asking.unchanged import counted
from tests.chat import World
from tests.conversation.preparing import ChatStage
from tests.preparing.play import booked


async def test_thirty_requests(sqlite_consortium: Sessions) -> None:
    give_accounts(sqlite_consortium)
    stage = ChatStage(World(sqlite_consortium))
    await booked(stage)
    before = counted(sqlite_consortium)
    await play.asked(stage)
    await play.not_understood(stage)
    assert counted(sqlite_consortium) == before
    await play.gone_on_with(stage)


def test_there_are_thirty_and_ten_of_them_are_not_understood() -> None:
    assert (len(play.UNDERSTOOD), len(play.NOT_UNDERSTOOD)) == (20, 10)

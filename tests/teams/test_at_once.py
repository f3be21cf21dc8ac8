"""Teams brings the same click to two processes at once."""

import asyncio

from bot.cards import common
from storage.database import Sessions
from storage.models import Review
from tests.teams.booking import counted, filled_in, link_group
from tests.teams.relay import Teams
from tests.teams.running import running


async def test_a_click_that_two_processes_get_at_once_acts_once(teams: Teams, consortium: Sessions) -> None:
    link_group(consortium)
    async with running(teams, consortium) as at_work, running(teams, consortium, delivers=False):
        second = teams.bot
        kate = await filled_in(at_work)
        await kate.click("See the timetable")
        await kate.click("Book it")
        pressed = teams.brought[-1].activity | {"id": "f:again"}
        answers = await asyncio.gather(*(straight(teams, url, pressed) for url in (at_work.url, second) * 2))
        assert [status for status, _ in answers] == [200] * 4
        assert [str(body) for _, body in answers].count(str(answers[0][1])) >= 1
        assert sum(common.ACTED_ON in str(body) for _, body in answers) == 3
        assert counted(at_work, Review) == 1


async def straight(teams: Teams, url: str, activity: dict[str, object]) -> tuple[int, object]:
    async with teams.http.post(url, json=activity) as answered:
        return answered.status, await answered.json()

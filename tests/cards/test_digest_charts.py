"""Which pictures a digest has: those that show more than its words."""

from dataclasses import replace

from bot.cards import digest_charts
from bot.cards.model import Chart
from bot.rules.digest import PASSED_ON, Papers
from tests.samples.digest import ELM, OAK, group


def titles(*papers: Papers) -> list[str]:
    schools = [replace(OAK, papers=dict(zip(PASSED_ON, papers, strict=False))), replace(ELM, papers={})]
    charts = digest_charts.of_group(group(1, schools))
    return [one.title for one in charts if isinstance(one, Chart)]


def test_the_papers_are_drawn_once_one_has_come() -> None:
    assert "Papers to the Management Group" in titles(Papers(1, 0), Papers(0, 1))
    assert "Papers to the Management Group" not in titles(Papers(0, 1), Papers(0, 1), Papers(0, 1))

"""Where figures stand as a picture: for whom, on which page, and that each figure is right."""

from datetime import UTC, datetime

import pytest

from bot.cards import home
from bot.cards.home import Mine
from bot.cards.model import Card, Chart
from bot.rules.roles import Answer
from storage.models import Review
from tests.chat import World
from tests.conversation.afterwards import PLAN, TOM, delivered
from tests.conversation.conftest import KATE, OFFICE, PRIYA, SIAN
from tests.conversation.packing import ROWS, SHOW, add, packing
from tests.rules.school_years import SAMPLE
from tests.samples import made


def pictures(card: Card) -> list[dict[str, int]]:
    """Of each chart the figures."""
    shown = [part for part in card.blocks if isinstance(part, Chart)]
    assert all(len(chart.series) == 1 for chart in shown)
    return [dict(zip(chart.labels, chart.series[0].values, strict=True)) for chart in shown]


@pytest.mark.parametrize("email", [KATE, OFFICE])
def test_who_answers_for_the_pack_sees_how_much_is_in(world_on_sqlite: World, email: str) -> None:
    priya = packing(world_on_sqlite)
    add(priya, ROWS[0])
    add(priya, ROWS[1])
    priya.click("First review")
    asked = len(ROWS)
    shown = world_on_sqlite.person(email).open(SHOW)
    assert pictures(shown) == [{"Received": 2, "Not applicable": 1, "Still needed": asked - 3}]
    assert f"3 of {asked} settled." in str(shown)


def test_who_sees_the_papers_needs_no_picture_of_them(world_on_sqlite: World) -> None:
    assert pictures(packing(world_on_sqlite).card) == []
    assert pictures(world_on_sqlite.person(SIAN).open(SHOW)) == []


def test_the_lead_sees_how_far_the_actions_are(world_on_sqlite: World) -> None:
    delivered(world_on_sqlite)
    priya = world_on_sqlite.person(PRIYA)
    priya.open(PLAN)
    priya.click_in("Pair reading in Year 3", "Done")
    world_on_sqlite.now = datetime(2018, 2, 5, 9, 0, tzinfo=UTC)
    # Overdue since 12 and 26 January and 2 February.
    figures = [{"Done": 1, "Overdue": 3, "To do": 2}]
    assert pictures(world_on_sqlite.person(KATE).open(PLAN)) == figures
    assert pictures(priya.open(PLAN)) == figures


def test_who_delivers_an_action_sees_no_figures_of_the_others(world_on_sqlite: World) -> None:
    delivered(world_on_sqlite)
    assert pictures(world_on_sqlite.person(TOM).open(PLAN)) == []


def shown(reviews: list[Review], group: str = "Collaborative Group 2", page: int = 0) -> Card:
    return home.show("Kate Moore", Mine(), group, reviews, made.TODAY, page, True)


def held() -> Review:
    review = made.usual()
    review.day = made.TODAY.replace(year=made.TODAY.year - 1)
    return review


def test_a_groups_reviews_have_a_picture_above_the_first_of_them() -> None:
    reviews = [made.usual(), made.usual(), held(), made.usual(cancelled_at=made.NOW)]
    figures = {"Plan the review": 2, "The review": 1, "Feedback and workshop": 0}
    assert pictures(shown(reviews)) == [{**figures, "Support and learning": 0, "Impact": 0}]


def test_two_reviews_are_seen_without_a_picture() -> None:
    assert pictures(shown([made.usual(), held()])) == []


def test_reviews_that_all_stand_alike_are_seen_without_a_picture() -> None:
    alike = [made.usual(), made.usual(), made.usual(cancelled_at=made.NOW)]
    assert pictures(shown(alike)) == []


def test_somebodys_own_reviews_are_no_group() -> None:
    assert pictures(shown([made.usual(), made.usual(), held()], group="")) == []


def test_the_next_page_has_no_picture_again() -> None:
    many = [made.review(n, made.school(n), made.DAY, made.KATE) for n in range(1, 21)]
    for one in many:
        made.laid_out(made.with_team(one, made.USUAL_TEAM, (), Answer.ACCEPTED), SAMPLE)
    assert [len(pictures(shown([held(), *many], page=page))) for page in (0, 1)] == [1, 0]

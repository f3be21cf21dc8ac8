"""What comes of a review is found by what is typed, for everybody who reads it and as long as it matters."""

from datetime import UTC, datetime

import pytest

from tests.chat import World
from tests.conversation.afterwards import PLAN_TITLE, TOM, WORKSHOP_TITLE, delivered, reviewed, sent
from tests.conversation.conftest import CHIDI, SIAN
from tests.conversation.papering import AMIT, MARGARET


@pytest.mark.parametrize("email", [AMIT, MARGARET])
@pytest.mark.parametrize("typed", ["plan", "plan Oak"])
def test_the_plan_is_found_by_those_who_only_read_it(world_on_sqlite: World, email: str, typed: str) -> None:
    delivered(world_on_sqlite)
    sent(world_on_sqlite, released=True)
    assert world_on_sqlite.person(email).type(typed).title == PLAN_TITLE


def test_whoever_delivers_an_action_finds_the_plan_alone(world_on_sqlite: World) -> None:
    delivered(world_on_sqlite)
    tom = world_on_sqlite.person(TOM)
    assert tom.type("plan").title == PLAN_TITLE.replace("Action plan", "Your actions")
    for typed in ("workshop", "feedback", "summary", "visit Oak"):
        assert "no review" in str(tom.type(typed)), typed


def test_months_later_the_workshop_is_still_meant_and_the_feedback_by_the_schools_name(
    world_on_sqlite: World,
) -> None:
    reviewed(world_on_sqlite)
    world_on_sqlite.now = datetime(2018, 5, 8, 9, 0, tzinfo=UTC)
    assert world_on_sqlite.person(CHIDI).type("workshop").title == WORKSHOP_TITLE
    sian = world_on_sqlite.person(SIAN)
    assert "type the school’s name as well" in str(sian.type("feedback"))
    assert sian.type("feedback Oak").title.startswith("Feedback: Oak Primary School")

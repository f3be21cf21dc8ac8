"""Who records what a review has led to, who may read it, and who knows that it is recorded."""

import pytest

from bot.rules.impact import may_know, may_read, may_record
from bot.rules.permissions import Part

READ = {Part.HOST_HEAD, Part.LEAD_REVIEWER, Part.CHAMPION, Part.OFFICE, Part.GOVERNOR}


@pytest.mark.parametrize("part", Part)
def test_the_headteacher_alone_records_it(part: Part) -> None:
    assert may_record({part}) is (part is Part.HOST_HEAD)


@pytest.mark.parametrize("part", Part)
def test_it_is_read_like_the_action_plan(part: Part) -> None:
    assert may_read({part}, released=False) is (part in READ)
    assert may_read({part}, released=True) is (part in {*READ, Part.MANAGEMENT})


@pytest.mark.parametrize("part", Part)
def test_the_lead_knows_of_it_and_the_management_group(part: Part) -> None:
    assert may_know({part}) is (part in {*READ, Part.MANAGEMENT, Part.GROUP_LEAD})


def test_of_several_parts_the_one_that_may_counts() -> None:
    assert may_read({Part.GROUP_LEAD, Part.LEAD_REVIEWER}, released=False)
    assert may_record({Part.GROUP_LEAD, Part.HOST_HEAD})

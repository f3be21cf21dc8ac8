"""What our files are called."""

from datetime import date

import pytest

from bot.documents.file_names import of_paper, stem
from bot.rules.permissions import Paper

DAY = date(2017, 12, 7)


@pytest.mark.parametrize(
    ("school", "name"),
    [
        ("Oak Primary School", "oak-primary-school-2017-12-07"),
        ("St Anne's C. of E. (V.A.) Primary", "st-annes-c-of-e-v-a-primary-2017-12-07"),
        ("Ysgol Gwŷn & Môr", "ysgol-gwyn-mor-2017-12-07"),
        ('../"\r\nX: y', "x-y-2017-12-07"),
        ("学校", "school-2017-12-07"),
        ("a" * 300, f"{'a' * 60}-2017-12-07"),
    ],
)
def test_a_name_is_plain_letters_school_and_day(school: str, name: str) -> None:
    assert stem(school, DAY) == name


def test_a_later_version_says_so() -> None:
    assert of_paper("Oak", DAY, Paper.PLAN, 1) == "oak-2017-12-07-action-plan"
    assert of_paper("Oak", DAY, Paper.AUDIT, 2) == "oak-2017-12-07-audit-proforma-version-2"

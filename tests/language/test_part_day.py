"""A day that is said of a part of a review, on Wednesday 1 November 2017: which words tell what."""

from datetime import date, time

import pytest

from bot.cards.typed import asked
from bot.language import part_day, schools
from bot.language.commands import On
from bot.language.part_day import When
from bot.language.when.reader import NO_CALENDAR

ON = On(date(2017, 11, 1), NO_CALENDAR)
SCHOOLS = {1: ["Oak Primary School"], 2: ["Mill Lane Primary School"]}
TWO = time(14, 0)


@pytest.mark.parametrize(
    ("typed", "route"),
    [
        ("what time is the feedback at Oak", "feedback.look"),
        ("feedback was given at Oak on 21 Nov", "feedback.find"),
        ("can the workshop at Oak be on the 21st?", "workshop.find"),
        ("could we have the workshop at Oak on the 21st", "workshop.find"),
        ("can the visit at Mill Lane be moved to 14 Nov", "visit.find"),
        ("put the meeting at Oak back a week", "meeting.find"),
        ("the meeting at Oak needs to move to Thursday", "meeting.find"),
        ("can the review meeting be on Thursday", "meeting.find"),
        ("move the review meeting at Oak to Thursday", "meeting.find"),
        ("cancel the Oak meeting", "meeting.look"),
        ("confirm the meeting at Oak", "meeting.look"),
    ],
)
def test_a_new_day_is_told_from_a_question(typed: str, route: str) -> None:
    assert asked(typed).route == route


@pytest.mark.parametrize(
    ("said", "school", "told"),
    [
        ("the Oak meeting to Thursday at 2", "Oak", When("Thursday", "at 2", TWO, "")),
        ("the Oak meeting to 2pm", "Oak", When("", "2pm", TWO, "")),
        ("the meeting to next Friday at 2pm", "", When("next Friday", "at 2pm", TWO, "")),
        ("our pre-review meeting for 28 Nov, 2pm", "", When("28 Nov", "2pm", TWO, "")),
        ("the workshop at Mill Lane back a day", "Mill Lane", When("back a day", "", None, "")),
        ("Oakk to 31 November", "Oakk", When("31 November", "", None, "")),
        ("Thursday afternoon at Oak", "Oak", When("Thursday", "", None, "afternoon")),
        ("the meeting at Oak because Ben is ill", "the meeting at Oak because Ben is ill", None),
        (
            "the governors' meeting to the 21st",
            "the governors' meeting to the 21st",
            When("the 21st", "", None, ""),
        ),
        ("at Oak", "at Oak", None),
        ("", "", None),
    ],
)
def test_the_day_is_told_apart_from_the_school(said: str, school: str, told: When | None) -> None:
    named, day = part_day.apart(said, SCHOOLS, ON)
    assert (named, part_day.when(day, ON)) == (school, told)


def test_a_day_back_is_reckoned_from_another() -> None:
    assert schools.bare("the review back a day") == "back a day"
    assert schools.shifted("back a day", date(2017, 11, 14)) == date(2017, 11, 15)

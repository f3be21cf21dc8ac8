"""Filling in a form in Teams: what is wrong is told at its field, and nothing that was typed is lost."""

import pytest

from bot.platforms.teams import answering
from storage.models import Draft
from tests.teams.booking import BOOK, GROUP, counted, filled_in
from tests.teams.running import Running

pytestmark = pytest.mark.usefixtures("linked")


async def test_a_wrong_date_is_told_at_its_field_and_nothing_typed_is_lost(at_work: Running) -> None:
    kate = await filled_in(at_work)
    await kate.fill({"day": "the 45th", "day.picked": "", "note": "Please park in Mill Lane"})
    await kate.click("See the timetable")
    form = await kate.sees("Schedule a review")
    assert len(form.errors) == 1
    assert form.values["note"] == "Please park in Mill Lane"
    assert form.values["day"] == "the 45th"
    assert counted(at_work, Draft) == 0


async def test_a_date_that_could_be_two_is_offered_as_buttons(at_work: Running) -> None:
    kate = await filled_in(at_work, GROUP)
    await kate.fill({"day": "next Tuesday", "day.picked": ""})
    await kate.click("See the timetable")
    form = await kate.sees("Schedule a review")
    days = [label for label in form.labels if "November 2017" in label]
    assert len(days) == 2
    await kate.click(days[1])
    await kate.sees(f"review on {days[1]}?")


async def test_the_way_back_from_the_timetable_keeps_the_form(at_work: Running) -> None:
    kate = await filled_in(at_work, GROUP)
    await kate.click("See the timetable")
    await kate.click("Change something")
    form = await kate.sees("Schedule a review")
    assert "2017-11-28" in form.values.values()


async def test_a_failure_keeps_what_was_typed_and_logs_nothing_of_it(
    at_work: Running, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    kate = await filled_in(at_work)
    await kate.fill(note="canary")
    form = kate.card

    def fails(*_: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr(answering, "answer", fails)
    await kate.click("See the timetable", at=form)
    await kate.read("Something went wrong on our side")
    await kate.say("canary")
    assert "canary" not in caplog.text
    monkeypatch.undo()
    await kate.click("See the timetable", at=form)
    await kate.sees(BOOK)
    assert "canary" in kate.card

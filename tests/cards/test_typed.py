"""A typed line leads to the same route on every platform."""

import pytest

from bot.cards.typed import asked


@pytest.mark.parametrize(
    ("line", "route"),
    [
        ("/schedule-review Oak, 14 Nov", "schedule.ask?said=Oak%2C+14+Nov"),
        ("/peer-review link group 2", "channel.link?said=group+2"),
        ("/peer-review link", "channel.link"),
        ("/peer-review papers Oak", "pack.find?said=Oak"),
        ("/peer-review meeting Oak", "meeting.find?said=Oak"),
        ("/peer-review timetable Oak", "day.find?said=Oak"),
        ("/peer-review timetable", "day.find"),
        ("/peer-review note strength: calm", "team_notes.typed?said=strength%3A+calm"),
        ("notes", "team_notes.find"),
        ("/peer-review all actions", "files.actions"),
        ("/peer-review workshop Oak", "workshop.find?said=Oak"),
        ("/peer-review plan", "plan.find"),
        ("/peer-review action plan for Oak", "plan.find?said=Oak"),
        ("/peer-review audit Oak", "audit.find?said=Oak"),
        ("/peer-review visit Oak", "visit.find?said=Oak"),
        ("/peer-review impact Oak", "impact.find?said=Oak"),
        ("/peer-review digest", "digest.find"),
        ("digest group 2", "digest.find?said=group+2"),
        ("/peer-review", "home.show"),
        ("/peer-review help", "help.show"),
        ("good morning", "hello.show?said=hello"),
        ("where do I park", "help.show?said=where+do+I+park"),
    ],
)
def test_a_typed_line_has_its_route(line: str, route: str) -> None:
    assert str(asked(line)) == route

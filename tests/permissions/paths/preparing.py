"""The pack, the pre-review meeting with its questions, and the timetable of the day."""

from tests.permissions.moments import When
from tests.permissions.paths.model import HEADS, LEADING, Column, at, opens, shows, typed, writes

LINK, DAY_ROWS = "https://docs.oak.example/another", "10.15 Assembly, Hall"
TIME = {"day": "5 Dec", "time": "3pm", "place": "Library"}

PAPERS = (
    *shows(Column.PAPERS, "pack.show?review=1", "pack.find?said=Oak", "pack.find"),
    *opens(Column.PAPERS, "pack.link?review=1&item=sef", "pack.reason?review=1&item=ofsted"),
    *opens(Column.PAPERS, "longer.ask?review=1&part=pack", "focus.ask?review=1", "links.ask?review=1"),
    *writes(
        Column.PAPERS,
        ("pack.add?review=1&item=sef&version=1", {"link": LINK}),
        ("pack.skip?review=1&item=sef&version=1", {"reason": "We have none"}),
        ("links.add?review=1&versions=1.0.0.0.0.0", {"data": LINK}),
        "pack.first?review=1&version=0",
        "pack.remove?review=1&item=sef&version=1",
        ("longer.give?review=1&part=pack&was=2017-11-28", {"day": "29 Nov"}),
        "longer.off?review=1&part=pack&was=2017-11-28",
        ("focus.save?review=1&version=1", {"areas": "Reading"}),
    ),
    *opens(Column.PAPERS, "hand.ask?review=1&part=pack", only=HEADS),
    *writes(
        Column.PAPERS,
        ("hand.over?review=1&part=pack&was=1", {"person": "Tom Garrod"}),
        "hand.back?review=1&part=pack",
        only=HEADS,
    ),
)

MEETING = (
    *shows(Column.MEETING, "meeting.show?review=1", "meeting.find?said=Oak", "meeting.find"),
    *shows(Column.MEETING, "meeting.find?said=Oak to 4 Dec at 3pm", "meeting.look?said=Oak", "meeting.look"),
    *opens(Column.MEETING, "meeting.focus?review=1", "meeting.record?review=1"),
    # While it has still to be held.
    *opens(Column.MEETING, "meeting.ask?review=1", ahead=True),
    *writes(
        Column.MEETING,
        ("meeting.propose?review=1&arranged={arranged}", TIME),
        ("meeting.recorded?review=1&version={meeting}", {"day": "20 Nov", "others": "The chair"}),
        ("meeting.keep_focus?review=1&version={meeting}", {"focus": "Reading"}),
    ),
    # The lead reviewer has proposed the time.
    *writes(Column.MEETING, "meeting.confirm?review=1&arranged={arranged}", only=HEADS),
    *at(When.MET, writes(Column.MEETING, "meeting.unrecord?review=1")),
)

QUESTIONS = (
    *opens(Column.QUESTIONS, "questions.ask?review=1", "questions.several?review=1"),
    *opens(Column.QUESTIONS, "question.change?review=1&question=1"),
    *writes(
        Column.QUESTIONS,
        ("questions.added?review=1", {"question": "How is phonics taught?", "sources": "A lesson"}),
        ("questions.added?review=1&several=yes", {"questions": "How is phonics taught? | A lesson"}),
        # A reviewer's own.
        ("question.save?review=1&question=1&version=1", {"question": "How is it taught?"}),
        "question.remove?review=1&question=1&version=1",
    ),
    *opens(Column.QUESTIONS, "question.change?review=1&question=2", only=LEADING),
    *writes(
        Column.QUESTIONS,
        ("question.save?review=1&question=2&version=1", {"question": "How is it taught?"}),
        "question.remove?review=1&question=2&version=1",
        "question.move?review=1&question=1&to=2",
        only=LEADING,
    ),
)

DAY = (
    *shows(Column.DAY, "day.show?review=1", "day.show?review=1&which=final", "day.find?said=Oak", "day.find"),
    *opens(Column.DAY, "day.ask?review=1"),
    *writes(
        Column.DAY,
        ("day.save?review=1&version=2", {"rows": DAY_ROWS}),
        ("day.keep?review=1&version=2", {"rows": DAY_ROWS}),
        "day.send?review=1&version=2",
        "day.drop?review=1&version=2",
        "day.take_back?review=1&version=2",
    ),
    *opens(Column.DAY, "hand.ask?review=1&part=timetable", only=HEADS),
    *writes(
        Column.DAY,
        ("hand.over?review=1&part=timetable&was=0", {"person": "Tom Garrod"}),
        only=HEADS,
    ),
)

PREPARING = (*PAPERS, *MEETING, *QUESTIONS, *DAY)
TYPED = (
    *typed(PAPERS, "pack.find", "papers Oak", "papers", "the paperwork for Oak Primary"),
    *typed(MEETING, "meeting.find", "meeting Oak", "meeting", "the pre-review meeting at Oak"),
    *typed(MEETING, "meeting.find", "move the Oak meeting to 4 Dec at 3pm"),
    *typed(MEETING, "meeting.look", "when is the meeting at Oak?"),
    *typed(DAY, "day.find", "timetable Oak", "timetable", "the timetable for the day at Oak"),
)

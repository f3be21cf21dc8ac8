"""What is typed to the bot, on Wednesday 1 November 2017."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.commands import COMMANDS, IN_TEAMS, PATTERNS, Request, command, split
from bot.language.dates import Found, Reading, Unreadable, Unsure
from bot.language.names import Exact, Likely, Nobody
from bot.language.say import short

TODAY = date(2017, 11, 1)
NOV_14 = Found(date(2017, 11, 14))
OAK, MARY, MARSH, MAY = range(1, 5)
ASKED = "I'm not sure I read “at 14 Nov?” rightly. Do you mean Tuesday 14 November 2017?"
SCHOOLS = {
    OAK: ["Oak Primary School"],
    MARY: ["St Mary's C of E Primary School"],
    MARSH: ["Marsh Lane Junior School"],
    MAY: ["May Tree Infant School"],
}


@pytest.mark.parametrize(
    ("typed", "name", "rest"),
    [
        ("/schedule-review Oak, Tues 14 Nov", "schedule", "Oak, Tues 14 Nov"),
        ("/schedule-review", "schedule", ""),
        ("schedule review Oak", "schedule", "Oak"),
        ("  SCHEDULE   Review:  Oak ", "schedule", "Oak"),
        ("schedule a review at Oak", "schedule", "at Oak"),
        ("/schedule–review Oak", "schedule", "Oak"),
        ("schedule", "schedule", ""),
        ("@Peer Review schedule review Oak", "schedule", "Oak"),
        ("/peer-review schedule Oak", "schedule", "Oak"),
        ("/schedule-review\nOak\n14 Nov", "schedule", "Oak\n14 Nov"),
        ("/peer-review", "home", ""),
        ("peer review", "home", ""),
        (" /Peer-Review  ", "home", ""),
        ("", "home", ""),
        ("what is mine", "home", ""),
        ("@Peer Review What’s mine to do?", "home", ""),
        ("/what is mine", "home", ""),
        ("what is mine-craft", "unknown", "what is mine-craft"),
        ("/peer-review link group 2", "link", "group 2"),
        ("/peer-review link", "link", ""),
        ("link", "link", ""),
        ("Link this channel to Collaborative Group 2", "link", "Collaborative Group 2"),
        ("link this to group 2", "link", "group 2"),
        ("link the Management Group", "link", "Management Group"),
        ("link group 2 here", "link", "group 2 here"),
        ("this is group 2", "link", "group 2"),
        ("this is group 2's channel", "link", "group 2's channel"),
        ("@Peer Review this channel is group 2", "link", "group 2"),
        ("This is the Management Group", "link", "the Management Group"),
        ("this’s group 2", "link", "group 2"),
        ("this is nice", "unknown", "this is nice"),
        ("linked to group 2", "unknown", "linked to group 2"),
        ("/peer-review papers Oak", "papers", "Oak"),
        ("/peer-review papers", "papers", ""),
        ("paperwork for Oak Primary", "papers", "Oak Primary"),
        ("The pack: Oak", "papers", "Oak"),
        ("papers for Oak please", "papers", "Oak"),
        ("Please show me the paperwork for Oak, thank you!", "papers", "Oak"),
        ("can you send us our papers", "papers", ""),
        ("papers please", "papers", ""),
        ("schedule a review of Oak, 14 Nov, please", "schedule", "of Oak, 14 Nov"),
        ("please", "unknown", "please"),
        ("packed lunch", "unknown", "packed lunch"),
        ("paper", "unknown", "paper"),
        ("/peer-review meeting Oak", "meeting", "Oak"),
        ("/peer-review meeting", "meeting", ""),
        ("pre-review meeting at Oak", "meeting", "Oak"),
        ("Meeting: Oak", "meeting", "Oak"),
        ("meeting-room", "unknown", "meeting-room"),
        ("/peer-review timetable Oak", "day", "Oak"),
        ("/peer-review timetable", "day", ""),
        ("timetable for the day at Oak", "day", "Oak"),
        ("Timetable of the review day: Oak", "day", "Oak"),
        ("add timetable for Oak", "day", "Oak"),
        ("day timetable", "day", ""),
        ("feedback", "feedback", ""),
        ("/peer-review feedback Oak", "feedback", "Oak"),
        ("record the feedback at Oak", "feedback", "Oak"),
        ("the feedback was given at Oak, please", "feedback", "Oak"),
        ("feedbacks Oak", "unknown", "feedbacks Oak"),
        ("summary", "summary", ""),
        ("/peer-review summary Oak", "summary", "Oak"),
        ("write the summary for Oak", "summary", "Oak"),
        ("the peer review summary of Oak", "summary", "Oak"),
        ("summary-draft Oak", "unknown", "summary-draft Oak"),
        ("timetables", "unknown", "timetables"),
        ("/peer-review note strength: calm", "note", "strength: calm"),
        ("Add a note at Oak strength: calm", "note", "Oak strength: calm"),
        ("notes of the day", "note", ""),
        ("my notes", "unknown", "my notes"),
        ("notes, please", "note", ""),
        ("note strength: pupils say thank you", "note", "strength: pupils say thank you"),
        ("note strength:\ncalm\nkind", "note", "strength:\ncalm\nkind"),
        ("noted", "unknown", "noted"),
        ("notebook", "unknown", "notebook"),
        ("/peer-review year", "year", ""),
        ("the year at a glance, please", "year", ""),
        ("please show me the whole year", "year", ""),
        ("yearly", "unknown", "yearly"),
        ("/peer-review calendar", "calendar", ""),
        ("put it in my calendar", "calendar", ""),
        ("calendar feed", "calendar", ""),
        ("calendars", "unknown", "calendars"),
        ("/peer-review all actions", "all actions", ""),
        ("please show me all the action items as a table", "all actions", ""),
        ("Export all actions in Excel!", "all actions", ""),
        ("a list of all our actions", "all actions", ""),
        ("all actions of Oak", "unknown", "all actions of Oak"),
        ("actions", "unknown", "actions"),
        ("the workshop at Oak", "workshop", "Oak"),
        ("post-review workshop", "workshop", ""),
        ("action plan for Oak, please", "plan", "Oak"),
        ("/peer-review plan Oak", "plan", "Oak"),
        ("planning", "unknown", "planning"),
        ("/peer-review audit Oak", "audit", "Oak"),
        ("/peer-review audit", "audit", ""),
        ("the audit proforma for Oak, please", "audit", "Oak"),
        ("pro forma: Oak", "audit", "Oak"),
        ("fill in my proforma", "audit", ""),
        ("auditor", "unknown", "auditor"),
        ("/peer-review visit Oak", "visit", "Oak"),
        ("visit", "visit", ""),
        ("book a development visit to Oak", "visit", "Oak"),
        ("the follow-up visit at Oak", "visit", "Oak"),
        ("visitors", "unknown", "visitors"),
        ("/peer-review impact Oak", "impact", "Oak"),
        ("impact", "impact", ""),
        ("record the impact of Oak, please", "impact", "Oak"),
        ("impactful", "unknown", "impactful"),
        ("/peer-review digest", "digest", ""),
        ("/peer-review digest group 2", "digest", "group 2"),
        ("please show me our weekly digest", "digest", ""),
        ("this week's digest for the Management Group, please", "digest", "the Management Group"),
        ("digestive biscuits", "unknown", "digestive biscuits"),
        ("/peer-review help", "help", ""),
        ("Peer Review HELP!", "help", ""),
        ("help", "help", ""),
        ("/help", "help", ""),
        ("what is this?", "unknown", "what is this?"),
        ("/peer-review tea", "unknown", "/peer-review tea"),
        ("reschedule Oak", "unknown", "reschedule Oak"),
        ("/schedule-reviewOak", "unknown", "/schedule-reviewOak"),
        (" helpful ", "unknown", "helpful"),
        ("🎉", "unknown", "🎉"),
    ],
)
def test_a_command_is_known_however_it_is_typed(typed: str, name: str, rest: str) -> None:
    assert named(typed) == (name, rest)


@pytest.mark.parametrize("typed", [typed for typed, _ in (*COMMANDS, *IN_TEAMS)])
def test_what_is_offered_fits_one_command_alone(typed: str) -> None:
    asked = typed.removeprefix("/peer-review").strip()
    assert len([one for one, pattern in PATTERNS if pattern.fullmatch(asked)]) == 1


def named(typed: str) -> tuple[str, str]:
    found, rest = command(typed)
    return found.name if found else "unknown", rest


def test_the_commands_on_offer_are_understood() -> None:
    assert [named(typed) for typed, _ in COMMANDS] == [
        ("schedule", ""),
        ("home", ""),
        ("papers", ""),
        ("meeting", ""),
        ("day", ""),
        ("note", ""),
        ("feedback", ""),
        ("summary", ""),
        ("workshop", ""),
        ("plan", ""),
        ("audit", ""),
        ("visit", ""),
        ("impact", ""),
        ("all actions", ""),
        ("digest", ""),
        ("year", ""),
        ("calendar", ""),
        ("link", ""),
        ("help", ""),
    ]
    assert all(purpose for _, purpose in COMMANDS)


@pytest.mark.parametrize(
    ("text", "school", "day", "school_text", "day_text"),
    [
        ("Oak Primary, Tues 14 Nov", OAK, NOV_14, "Oak Primary", "Tues 14 Nov"),
        ("Oak Primary,Tues 14 Nov", OAK, NOV_14, "Oak Primary", "Tues 14 Nov"),
        ("Oak Primary , Tues, 14 Nov", OAK, NOV_14, "Oak Primary", "Tues, 14 Nov"),
        ("Oak Primary Tues 14 Nov", OAK, NOV_14, "Oak Primary", "Tues 14 Nov"),
        ("Oak Primary on 14/11", OAK, NOV_14, "Oak Primary", "14/11"),
        (
            "at Oak on Tuesday the 14th of November 2017",
            OAK,
            NOV_14,
            "Oak",
            "Tuesday the 14th of November 2017",
        ),
        ("Tues 14 Nov, Oak Primary", OAK, NOV_14, "Oak Primary", "Tues 14 Nov"),
        ("14/11 at Oak", OAK, NOV_14, "Oak", "14/11"),
        ("on 14 Nov for st mary's", MARY, NOV_14, "st mary's", "14 Nov"),
        ("May Tree 14 Nov", MAY, NOV_14, "May Tree", "14 Nov"),
        ("Marsh Lane, 14 Nov", MARSH, NOV_14, "Marsh Lane", "14 Nov"),
        ("Marsh Lane in two weeks", MARSH, Found(date(2017, 11, 15)), "Marsh Lane", "in two weeks"),
        ("tomorrow oak", OAK, Found(date(2017, 11, 2)), "oak", "tomorrow"),
        ("Oak\n14 Nov", OAK, NOV_14, "Oak", "14 Nov"),
        ("Oak", OAK, None, "Oak", ""),
        ("Oak Primary,", OAK, None, "Oak Primary", ""),
        ("Marsh", MARSH, None, "Marsh", ""),
        ("May Tree", MAY, None, "May Tree", ""),
        ("14 Nov", None, NOV_14, "", "14 Nov"),
        ("Tues, 14 Nov", None, NOV_14, "", "Tues, 14 Nov"),
        ("at 14 Nov?", None, Unsure((NOV_14.day,), ASKED), "", "at 14 Nov?"),
        ("", None, None, "", ""),
        (" , ", None, None, "", ""),
    ],
)
def test_school_and_day_are_told_apart(
    text: str, school: int | None, day: Reading | None, school_text: str, day_text: str
) -> None:
    expected = Request(Exact(school) if school else None, day, school_text, day_text)
    assert split(text, SCHOOLS, today=TODAY) == expected


@pytest.mark.parametrize(
    ("text", "kind", "day_text"),
    [
        ("Oak 31/11", Unreadable, "31/11"),
        ("Oak, soonish", Unreadable, "soonish"),
        ("soonish, Oak", Unreadable, "soonish"),
        ("Oak next Friday", Unsure, "next Friday"),
        ("Oak Primary School next Friday at 10", Unsure, "next Friday at 10"),
        ("Oak, Mon 14 Nov", Unsure, "Mon 14 Nov"),
        ("Oak 14 Nov at 10", Unsure, "14 Nov at 10"),
    ],
)
def test_a_doubtful_day_is_kept_for_asking(text: str, kind: type, day_text: str) -> None:
    request = split(text, SCHOOLS, today=TODAY)
    assert (request.school, type(request.day), request.day_text) == (Exact(OAK), kind, day_text)


def test_a_doubtful_school_is_kept_for_asking() -> None:
    request = split("Oakk Primary, 14 Nov", SCHOOLS, today=TODAY)
    assert request == Request(Likely((OAK,)), NOV_14, "Oakk Primary", "14 Nov")
    assert split("Oak Primray", SCHOOLS, today=TODAY).school == Likely((OAK,))


def test_an_unknown_school_keeps_its_day() -> None:
    request = split("Nowhere, 14 Nov", SCHOOLS, today=TODAY)
    assert request == Request(Nobody(), NOV_14, "Nowhere", "14 Nov")


def test_a_time_beside_a_day_is_no_school() -> None:
    request = split("14 Nov at 10am", SCHOOLS, today=TODAY)
    assert (request.school, request.day_text) == (None, "14 Nov at 10am")
    assert isinstance(request.day, Unsure)


def test_a_comma_parts_two_things_that_are_not_understood() -> None:
    request = split("Nowhere, soonish", SCHOOLS, today=TODAY)
    assert (request.school, request.school_text, request.day_text) == (Nobody(), "Nowhere", "soonish")
    assert isinstance(request.day, Unreadable)


def test_what_is_not_understood_is_kept_whole() -> None:
    assert split("tea and biscuits", SCHOOLS, today=TODAY) == Request(Nobody(), None, "tea and biscuits", "")


@pytest.mark.parametrize("text", ["Oak 14 " * 2_000, f"Oak{' ' * 10_000}x, 14 Nov", "Oak," * 2_500])
def test_a_very_long_request_is_answered_soon_and_kept_whole(text: str) -> None:
    start = time.perf_counter()
    request = split(text, SCHOOLS, today=TODAY)
    assert time.perf_counter() - start < 0.5
    assert request == Request(Nobody(), None, text.strip(" ,"), "")


@settings(deadline=None)
@given(
    key=st.sampled_from(sorted(SCHOOLS)),
    day=st.dates(date(2017, 11, 2), date(2018, 9, 30)),
    joined=st.sampled_from(
        ["{school}, {day}", "{school} {day}", "{school} on {day}", "{day}, {school}", "{day} at {school}"]
    ),
)
def test_any_school_and_day_are_told_apart(key: int, day: date, joined: str) -> None:
    text = joined.format(school=SCHOOLS[key][0], day=short(day))
    request = split(text, SCHOOLS, today=TODAY)
    assert request == Request(Exact(key), Found(day), SCHOOLS[key][0], short(day))


@settings(deadline=None)
@given(text=st.text(max_size=500))
def test_nothing_typed_crashes(text: str) -> None:
    _, rest = command(text)
    request = split(rest, SCHOOLS, today=TODAY)
    assert (request.day is None) == (request.day_text == "")
    assert (request.school is None) == (request.school_text == "")

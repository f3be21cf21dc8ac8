"""What is asked for in plain sentences, on Wednesday 1 November 2017."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.typed import asked
from bot.language import schools, sentences, taking_part
from bot.language.dates import Found
from bot.language.names import Exact, Likely
from bot.language.requests import REQUESTS
from bot.language.requests.model import compiled
from bot.language.sentences import Wish, plainly, understood

TODAY = date(2017, 11, 1)
OAK, MARY, MILL, BROOK, QUEEN = range(1, 6)
SCHOOLS = {
    OAK: ["Oak Primary School"],
    MARY: ["St Mary's C of E Primary School"],
    MILL: ["Mill Lane Primary School"],
    BROOK: ["Brook End Primary School"],
    QUEEN: ["Queen's Meadow Primary School"],
}
NO_DAY = None
NOV_14, NOV_21 = date(2017, 11, 14), date(2017, 11, 21)
SCHEDULE, MOVE, POSTPONE, CANCEL = "schedule.ask", "move.find", "postpone.find", "cancel.find"
OWED, HOME, NEXT, FIND, ANSWER = "owed.show", "home.show", "review.next", "review.find", "answer.open"
PACK, STOP, HELP = "pack.find", "nudge.about", "help.show"

# Each sentence with where it leads, the school and the day that are read in it.
ABOUT_A_REVIEW = [
    ("please schedule a review at Oak on Tuesday 14 November", SCHEDULE, OAK, NOV_14),
    ("can we book a peer review at St Mary's for 14 Nov", SCHEDULE, MARY, NOV_14),
    ("Could you arrange our review for 14 November please?", SCHEDULE, None, NOV_14),
    ("I’d like to set up a peer review at Mill Lane", SCHEDULE, MILL, NO_DAY),
    ("we'd like our review on 14 Nov", SCHEDULE, None, NOV_14),
    ("how do I schedule a review at Oak?", SCHEDULE, OAK, NO_DAY),
    ("plan a review at Brook End on 21 Nov", SCHEDULE, BROOK, NOV_21),
    ("book Oak in for a review on 14 Nov", SCHEDULE, OAK, NOV_14),
    ("book Oak for 14 November", "schedule.find", OAK, NOV_14),
    ("move Oak to the 21st", MOVE, OAK, NOV_21),
    ("Hi Peer Review, could you please move Oak's review to 21 November?", MOVE, OAK, NOV_21),
    ("can Oak’s review be moved to the 21st", MOVE, OAK, NOV_21),
    ("the review at Queen's Meadow needs to be moved to 21 Nov", MOVE, QUEEN, NOV_21),
    ("reschedule Mill Lane", MOVE, MILL, NO_DAY),
    ("we need a new date for St Mary’s", MOVE, MARY, NO_DAY),
    ("is it possible to change the date of our review", MOVE, None, NO_DAY),
    ("Kate is ill. Can we move Oak to the 21st?", MOVE, OAK, NOV_21),
    ("can Oak's review be put back a week", MOVE, OAK, NO_DAY),
    ("bring Oak forward by two days", MOVE, OAK, NO_DAY),
    ("postpone Oak", POSTPONE, OAK, NO_DAY),
    ("Ofsted have called, we need to postpone Oak", POSTPONE, OAK, NO_DAY),
    ("Ofsted are in", POSTPONE, None, NO_DAY),
    ("could the review at Mill Lane be postponed please", POSTPONE, MILL, NO_DAY),
    ("put Oak off until 14 Nov", POSTPONE, OAK, NOV_14),
    ("cancel the review at Oak", CANCEL, OAK, NO_DAY),
    ("please call off Brook End’s review", CANCEL, BROOK, NO_DAY),
    ("when is Oak's review?", FIND, OAK, NO_DAY),
    ("who is on the team at Oak?", FIND, OAK, NO_DAY),
    ("who leads Oak", FIND, OAK, NO_DAY),
    ("Do you know who's leading St Mary's?", FIND, MARY, NO_DAY),
    ("tell me about Queens Meadow", FIND, QUEEN, NO_DAY),
    ("how is Mill Lane getting on?", FIND, MILL, NO_DAY),
    ("status of Oak", FIND, OAK, NO_DAY),
    ("what's missing for Oak?", OWED, OAK, NO_DAY),
    ("has Oak sent the papers yet?", OWED, OAK, NO_DAY),
    ("chase Mill Lane please", "owed.remind", MILL, NO_DAY),
    ("what papers does Oak still need?", OWED, OAK, NO_DAY),
    ("Is the paperwork in for Brook End?", OWED, BROOK, NO_DAY),
    ("add a link for Oak", PACK, OAK, NO_DAY),
    ("where are the papers for St Mary's", PACK, MARY, NO_DAY),
    ("could you show me the plan for Oak", "plan.find", OAK, NO_DAY),
    ("I need to write the summary for Oak", "summary.find", OAK, NO_DAY),
    ("please could Oak's peer review be brought forward to 14 November", MOVE, OAK, NOV_14),
    ("push Mill Lane back to the 21st", MOVE, MILL, NOV_21),
    ("Is Oak confirmed?", FIND, OAK, NO_DAY),
    ("is everyone coming to Oak", FIND, OAK, NO_DAY),
    ("what's the date of Oak's review", FIND, OAK, NO_DAY),
    ("swap Ben for Leila at Oak", "team.find", OAK, NO_DAY),
    ("take Chidi off Oak and put Owen on", "team.find", OAK, NO_DAY),
    ("take Ben off Oak", "team.find", OAK, NO_DAY),
    ("add Zoe to St Mary's", "team.find", MARY, NO_DAY),
    ("ask Owen to be champion at Oak", "team.find", OAK, NO_DAY),
    ("make Zoe the lead at Mill Lane", "team.find", MILL, NO_DAY),
    ("change the lead at St Mary's to Zoe", "team.find", MARY, NO_DAY),
    ("could we do the 21st instead", MOVE, None, NOV_21),
    ("I'd rather the 21st", MOVE, None, NOV_21),
    ("can we do the Thursday after instead?", MOVE, None, NO_DAY),
    ("who hasn't answered for Oak yet?", "owed.answers", OAK, NO_DAY),
    ("what happens next at Oak?", FIND, OAK, NO_DAY),
    ("just checking whether Oak has sent everything", OWED, OAK, NO_DAY),
    ("when's the summary due for Oak", OWED, OAK, NO_DAY),
    ("good afternoon, any papers outstanding for St Mary's?", OWED, MARY, NO_DAY),
    ("Hi, sorry but we have to cancel Oak I'm afraid", CANCEL, OAK, NO_DAY),
    ("please can you put Oak down for 14 November", "schedule.find", OAK, NOV_14),
    ("move the workshop at Oak", "workshop.find", OAK, NO_DAY),
    ("when is the pre-review meeting at Oak", "meeting.look", OAK, NO_DAY),
    ("can we change the meeting at Mill Lane", "meeting.find", MILL, NO_DAY),
    ("when's the development visit at Oak?", "visit.look", OAK, NO_DAY),
    ("we have given feedback at Oak", "feedback.find", OAK, NO_DAY),
    ("please send the timetable for Oak", "day.find", OAK, NO_DAY),
    ("fill in the proforma for Oak", "audit.find", OAK, NO_DAY),
    ("move the Oak meeting to half 2 on the 14th", "meeting.find", OAK, NO_DAY),
    ("move Oak meeting to 14 Nov", "meeting.find", OAK, NO_DAY),
    ("move the staff meeting at Oak to the 21st", "meeting.find", OAK, NO_DAY),
    ("move the workshop at Oak to 14 Nov", "workshop.find", OAK, NOV_14),
    ("move the Mill Lane visit to the 21st", "visit.find", MILL, NO_DAY),
    ("move St Mary's to the day of the meeting", MOVE, MARY, NO_DAY),
    ("should we cancel Oak?", FIND, OAK, NO_DAY),
    ("schedule Oak for 14 November", "schedule.find", OAK, NOV_14),
]
OF_ONES_OWN = [
    ("who still owes papers?", OWED),
    ("Who hasn't replied?", "owed.answers"),
    ("is anything overdue", OWED),
    ("what is outstanding?", OWED),
    ("who are we waiting for", OWED),
    ("what's next for me", HOME),
    ("What do I have to do?", HOME),
    ("anything for me?", HOME),
    ("is there anything else to do today", HOME),
    ("my tasks", HOME),
    ("show me all the reviews", HOME),
    ("when is my next review", NEXT),
    ("when's our review?", NEXT),
    ("when are we being reviewed", NEXT),
    ("I can make it", ANSWER),
    ("yes that's fine", ANSWER),
    ("sorry, I can't do the 14th", ANSWER),
    ("unfortunately I cannot attend", ANSWER),
    ("I'm on a course that day", ANSWER),
    ("Happy with that date", ANSWER),
    ("that doesn’t suit us", ANSWER),
    ("here’s our SEF", PACK),
    ("we need longer for the paperwork", PACK),
    ("how's our group doing?", "digest.find"),
    ("print the year planner", "year.show"),
    ("add the dates to my diary", "feeds.show"),
    ("the 14th is no good for us, can we have the 21st instead?", ANSWER),
    ("14 Nov works for us", ANSWER),
    ("I need to pull out of the Oak review", ANSWER),
    ("has everyone accepted?", "owed.answers"),
    ("when is the paperwork due", OWED),
    ("what do I owe", HOME),
    ("am I late with anything?", HOME),
    ("show me my reviews", NEXT),
    ("which schools still need a review?", "year.show"),
    ("where's my calendar link", "feeds.show"),
    ("what do we need to send before the review", PACK),
    ("send me the summary", "summary.find"),
    ("help me", HELP),
    ("stop", STOP),
    ("too many reminders!", STOP),
    ("please stop sending me messages", STOP),
    ("remind me tomorrow", STOP),
    ("what can you do?", HELP),
    ("I don't understand", HELP),
    ("how does this work", HELP),
    ("thanks", "hello.show"),
    ("Thank you very much!", "hello.show"),
    ("Good morning", "hello.show"),
    ("hi there", "hello.show"),
    ("never mind", "leave"),
    ("get Owen instead of Chidi", "team.find"),
    ("the 21st doesn't suit, we have a trip", ANSWER),
    ("can I have until the 10th for the papers?", PACK),
    ("who do I ask for more time", PACK),
    ("hand over the paperwork to Denise", PACK),
    ("I'll send the SEF on Friday", PACK),
    ("remind Priya", "owed.remind"),
    ("chase Priya for the papers", "owed.remind"),
    ("who hasn't answered yet?", "owed.answers"),
    ("perfect thanks", "hello.show"),
    ("fine by me", "hello.show"),
    ("yep", "hello.show"),
    ("👍", "hello.show"),
    ("👍🏽 thanks", "hello.show"),
    (":+1:", "hello.show"),
]
NOTHING = [
    "cake recipe",
    "where do I park?",
    "what's the weather",
    "is the hall free",
    "who won the football",
    "translate this into Welsh",
    "please note that Oak is closed",
    "packed lunch",
    "🎉",
    "please",
    "reviewing the situation",
    "the oak tree fell",
    "delete everything",
    "move Oak to the 21st, and who leads Mill Lane?" * 10,
]


@pytest.mark.parametrize(("typed", "route", "school", "day"), ABOUT_A_REVIEW)
def test_a_sentence_about_a_review_is_understood(
    typed: str, route: str, school: int | None, day: date | None
) -> None:
    to = asked(typed)
    request = schools.read(to.args.get("said", ""), SCHOOLS, today=TODAY)
    assert to.route == route
    assert request.school == (Exact(school) if school else None)
    assert (request.day.day if isinstance(request.day, Found) else None) == day


@pytest.mark.parametrize(("typed", "route"), OF_ONES_OWN)
def test_a_sentence_of_ones_own_is_understood(typed: str, route: str) -> None:
    assert asked(typed).route == route


@pytest.mark.parametrize("typed", NOTHING)
def test_what_asks_for_nothing_is_not_understood(typed: str) -> None:
    to = asked(typed)
    assert (to.route, to.args["said"]) == (HELP, typed)


@pytest.mark.parametrize("before", ["/peer-review ", "@Peer Review ", "peer review: "])
def test_the_same_after_the_name_of_the_bot(before: str) -> None:
    assert asked(f"{before}move Oak to the 21st") == asked("move Oak to the 21st")


def test_a_sentence_after_the_command_to_schedule() -> None:
    to = asked("/schedule-review a review at Oak on 14 November with Kate leading")
    assert (to.route, to.args) == (SCHEDULE, {"said": "a review at Oak on 14 November with Kate leading"})


@pytest.mark.parametrize("typed", ["schedule the workshop at Oak", "schedule our pre-review meeting"])
def test_to_schedule_a_part_of_a_review_is_not_to_schedule_a_review(typed: str) -> None:
    assert asked(typed).route in {"workshop.find", "meeting.find"}


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Hello, could you please move Oak, thanks!", "move Oak"),
        ("Good morning all. I was wondering if we could move Oak?", "move Oak"),
        ("we're going to need to move Oak asap please", "move Oak"),
        ("what’s next", "what is next"),
        ("I can make it", "I can make it"),
        ("please", ""),
    ],
)
def test_politeness_is_taken_off(typed: str, plain: str) -> None:
    assert plainly(typed) == plain


def test_two_different_requests_are_none() -> None:
    assert understood("Postpone Oak. Cancel Mill Lane.") is None
    assert understood("Thanks for that. Postpone Oak.") == Wish(POSTPONE, "Oak")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Oak and Mill Lane to the 21st", Likely((MILL, OAK))),
        ("Oakk to the 21st", Likely((OAK,))),
        ("St Mary's's review", Exact(MARY)),
    ],
)
def test_a_school_that_is_not_plain_is_asked_about(said: str, found: Exact | Likely) -> None:
    assert schools.read(said, SCHOOLS, today=TODAY).school == found


@pytest.mark.parametrize(
    ("said", "moved"),
    [
        ("back a week", NOV_21),
        ("back by a week", NOV_21),
        ("a week later", NOV_21),
        ("7 days later", NOV_21),
        ("back a fortnight", date(2017, 11, 28)),
        ("forward a week", date(2017, 11, 7)),
        ("two days earlier", date(2017, 11, 12)),
        ("back", None),
        ("the 21st", None),
        ("back a year", None),
        ("a fortnight", date(2017, 11, 28)),
        ("by two days", date(2017, 11, 16)),
        ("the day after", date(2017, 11, 15)),
        ("the week before", date(2017, 11, 7)),
        ("the following day", date(2017, 11, 15)),
        ("the Thursday after", date(2017, 11, 16)),
        ("the Tuesday after", NOV_21),
        ("the Tuesday before", date(2017, 11, 7)),
        ("the Monday before", date(2017, 11, 13)),
        ("day", None),
        ("the Thursday", None),
    ],
)
def test_a_day_is_reckoned_from_another(said: str, moved: date | None) -> None:
    assert schools.shifted(said, NOV_14) == moved


LEAD, REVIEWERS, CHAMPIONS = taking_part.LEAD, taking_part.REVIEWERS, taking_part.CHAMPIONS


@pytest.mark.parametrize(
    ("said", "rest", "people"),
    [
        ("at Oak on Tuesday week with Kate leading", "at Oak on Tuesday week", {LEAD: "Kate"}),
        ("at Oak with Kate Moore leading on 14 Nov", "at Oak, on 14 Nov", {LEAD: "Kate Moore"}),
        ("Oak on 14 Nov led by Kate Moore", "Oak on 14 Nov", {LEAD: "Kate Moore"}),
        ("Oak, 14 Nov, lead: Kate", "Oak, 14 Nov", {LEAD: "Kate"}),
        (
            "Oak, 14 Nov, Kate to lead, Ben and Martin reviewing",
            "Oak, 14 Nov",
            {LEAD: "Kate", REVIEWERS: "Ben and Martin"},
        ),
        (
            "Oak 14 Nov with Kate as lead reviewer and Chidi and Owen as champions",
            "Oak 14 Nov",
            {LEAD: "Kate", CHAMPIONS: "Chidi and Owen"},
        ),
        ("Oak, Tues 14 Nov", "Oak, Tues 14 Nov", {}),
        (
            "Oak on 14 November, Kate leading with Ben and Zoe, champions Yusuf and Ellie",
            "Oak on 14 November",
            {LEAD: "Kate", REVIEWERS: "Ben and Zoe", CHAMPIONS: "Yusuf and Ellie"},
        ),
        ("oak on 21 nov with me leading", "oak on 21 nov", {LEAD: "me"}),
    ],
)
def test_who_takes_part_is_told_apart(said: str, rest: str, people: dict[str, str]) -> None:
    found = taking_part.read(said)
    assert (found.rest, found.people) == (rest, people)


def test_a_bare_weekday_is_in_the_weeks_of_the_review_or_the_coming_one() -> None:
    assert schools.weekdays_meant("the Thursday", NOV_21, TODAY) == (
        date(2017, 11, 2),
        date(2017, 11, 23),
        date(2017, 11, 30),
    )
    assert schools.weekdays_meant("tuesday", NOV_21, date(2017, 11, 20)) == (date(2017, 11, 28),)
    assert schools.weekdays_meant("next Thursday", NOV_21, TODAY) == ()


def test_a_line_of_the_table_says_what_may_be_left_out_and_what_is_told() -> None:
    way = compiled("(move|shift) [the] review {what} {back|forward} {day}")
    found = way.fullmatch("Move the review at Oak back a week ")
    assert found is not None
    assert found.groups() == ("at Oak ", "back ", "a week ")
    assert way.fullmatch("move review back ")
    assert way.fullmatch("remove review back ") is None
    assert compiled("who can't {_}").fullmatch("who cant come ")
    assert compiled("who can't {_}").fullmatch("who can't come, or will not ") is None


def test_no_line_of_the_table_takes_everything() -> None:
    for request in REQUESTS:
        for way in request.ways:
            assert compiled(way).fullmatch("zebra crossing ") is None, way
            assert compiled(way).fullmatch(" ") is None, way


LONG = [
    "a" * 10_000,
    "move " * 2_000,
    "can you please " * 700,
    "hello " * 1_700,
    "who is the " * 900,
    "," * 10_000,
    "Oak. " * 2_000,
    "back a week later " * 600,
    "with Kate leading and " * 500,
]


@pytest.mark.parametrize("typed", [*LONG, *(one[: sentences.LONGEST] for one in LONG)])
def test_a_very_long_sentence_is_soon_read(typed: str) -> None:
    asked(typed)
    start = time.thread_time()
    asked(typed)
    assert time.thread_time() - start < 0.05


def test_a_usual_sentence_costs_less_than_a_thousandth_of_a_second() -> None:
    lines = [*(about[0] for about in ABOUT_A_REVIEW), *(own[0] for own in OF_ONES_OWN)]
    took = []
    for _ in range(3):
        start = time.thread_time()
        for line in lines:
            asked(line)
        took.append((time.thread_time() - start) / len(lines))
    assert min(took) < 0.001


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=500))
def test_nothing_typed_crashes(text: str) -> None:
    to = asked(text)
    schools.read(to.args.get("said", text), SCHOOLS, today=TODAY)
    assert taking_part.read(text).rest is not None

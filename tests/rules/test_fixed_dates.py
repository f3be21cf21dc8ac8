from datetime import date

from bot.rules.milestones import Kind
from bot.rules.policy import Policy
from bot.rules.timetable import plan
from tests.rules.diary import NOVEMBER_1, line, written
from tests.rules.school_years import SAMPLE, utc

POLICY = Policy()


def test_the_plan_and_the_audit_follow_the_agreed_workshop() -> None:
    fixed = {Kind.WORKSHOP: date(2017, 11, 22)}
    timetable = plan(date(2017, 11, 14), SAMPLE, NOVEMBER_1, POLICY, fixed=fixed)
    assert written(timetable)[6:9] == [
        "workshop Wed 22 Nov 2017",
        "plan Wed 29 Nov 2017",
        "audit Wed 13 Dec 2017",
    ]
    assert timetable.of(Kind.WORKSHOP).unmoved == date(2017, 11, 28)


def test_the_audit_follows_the_plan_that_was_sent() -> None:
    fixed = {Kind.PLAN: date(2017, 11, 24)}
    timetable = plan(date(2017, 11, 14), SAMPLE, NOVEMBER_1, POLICY, fixed=fixed)
    assert timetable.of(Kind.AUDIT).due == date(2017, 12, 8)


def test_an_agreed_meeting_stays_when_the_review_is_moved_later() -> None:
    fixed = {Kind.MEETING: date(2017, 11, 6), Kind.PACK: date(2017, 10, 31)}
    timetable = plan(date(2017, 11, 28), SAMPLE, NOVEMBER_1, POLICY, fixed=fixed)
    assert written(timetable)[:3] == [
        "pack Tue 31 Oct 2017",
        "meeting Mon 06 Nov 2017",
        "timetable Mon 27 Nov 2017 16:00",
    ]
    assert timetable.dropped == ()


def test_the_pack_comes_before_a_meeting_agreed_early() -> None:
    fixed = {Kind.MEETING: date(2017, 11, 10)}
    timetable = plan(date(2017, 11, 28), SAMPLE, NOVEMBER_1, POLICY, fixed=fixed)
    assert line(timetable.of(Kind.PACK)) == "pack Thu 09 Nov 2017, not 14 Nov: the agreed meeting"


def test_a_meeting_that_was_held_early_does_not_hurry_the_pack() -> None:
    fixed = {Kind.MEETING: date(2017, 11, 1)}
    timetable = plan(date(2017, 11, 28), SAMPLE, NOVEMBER_1, POLICY, fixed=fixed)
    assert line(timetable.of(Kind.PACK)) == "pack Tue 14 Nov 2017"


def test_agreed_dates_that_the_move_made_nonsense_of_are_dropped_and_found_afresh() -> None:
    fixed = {
        Kind.MEETING: date(2017, 11, 21),
        Kind.WORKSHOP: date(2017, 12, 6),
        Kind.REVIEW: date(2017, 11, 28),
    }
    timetable = plan(date(2017, 11, 21), SAMPLE, NOVEMBER_1, POLICY, fixed=fixed)
    assert timetable.dropped == (Kind.MEETING, Kind.REVIEW)
    assert timetable.of(Kind.MEETING).due == date(2017, 11, 14)
    assert timetable.of(Kind.WORKSHOP).due == date(2017, 12, 6)
    later = plan(date(2017, 12, 6), SAMPLE, NOVEMBER_1, POLICY, fixed=fixed)
    assert later.dropped == (Kind.REVIEW, Kind.WORKSHOP)
    assert later.of(Kind.MEETING).due == date(2017, 11, 21)


def test_what_was_done_after_the_review_is_dropped_only_when_it_now_lies_before_it() -> None:
    done = {Kind.TIMETABLE: date(2017, 11, 10), Kind.SUMMARY: date(2017, 11, 17)}
    kept = plan(date(2017, 11, 14), SAMPLE, NOVEMBER_1, POLICY, fixed=done)
    assert (kept.dropped, kept.of(Kind.SUMMARY).due) == ((), date(2017, 11, 17))
    assert (kept.of(Kind.TIMETABLE).due, kept.of(Kind.TIMETABLE).due_time) == (date(2017, 11, 10), None)
    moved = plan(date(2017, 11, 20), SAMPLE, NOVEMBER_1, POLICY, fixed=done)
    assert moved.dropped == (Kind.SUMMARY,)


def test_what_was_done_on_the_review_day_itself_stands() -> None:
    done = dict.fromkeys((Kind.PACK, Kind.TIMETABLE, Kind.FEEDBACK, Kind.SUMMARY), date(2017, 11, 14))
    assert plan(date(2017, 11, 14), SAMPLE, NOVEMBER_1, POLICY, fixed=done).dropped == ()
    workshop = {Kind.WORKSHOP: date(2017, 11, 14)}
    dropped = plan(date(2017, 11, 14), SAMPLE, NOVEMBER_1, POLICY, fixed=workshop).dropped
    assert dropped == (Kind.WORKSHOP,)


def test_a_meeting_may_be_agreed_for_the_day_itself_only_when_no_day_is_left() -> None:
    fixed = {Kind.MEETING: date(2017, 11, 14)}
    assert plan(date(2017, 11, 14), SAMPLE, utc(2017, 11, 13), POLICY, fixed=fixed).dropped == ()
    assert plan(date(2017, 11, 14), SAMPLE, utc(2017, 11, 10), POLICY, fixed=fixed).dropped == (Kind.MEETING,)

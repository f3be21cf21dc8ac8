from datetime import date, time

import pytest

from bot.rules.calendar import SchoolCalendar, SchoolYear, Span
from bot.rules.milestones import OWED_BY, STAGE_OF, Kind, Milestone, Owes
from bot.rules.policy import Policy
from bot.rules.timetable import plan, workshop_remark
from tests.rules.diary import NOVEMBER_1, early, line, written_for
from tests.rules.school_years import BANK_HOLIDAYS, SAMPLE, YEAR, utc

POLICY = Policy()
CHRISTMAS = "the Christmas holiday"
EASTER = "the Easter holiday"


def test_a_review_in_the_middle_of_term_follows_the_schedule() -> None:
    assert written_for(date(2017, 11, 28)) == [
        "pack Tue 14 Nov 2017",
        "meeting Tue 21 Nov 2017",
        "timetable Mon 27 Nov 2017 16:00",
        "review Tue 28 Nov 2017",
        "feedback Tue 28 Nov 2017",
        "summary Tue 05 Dec 2017",
        "workshop Tue 05 Dec to Tue 12 Dec 2017",
        "plan Tue 19 Dec 2017",
        "audit Tue 16 Jan 2018",
        "impact Mon 04 Jun 2018, not 28 May: the summer half term",
    ]


def test_a_review_a_week_before_christmas_has_its_workshop_in_january() -> None:
    assert written_for(date(2017, 12, 14)) == [
        "pack Thu 30 Nov 2017",
        "meeting Thu 07 Dec 2017",
        "timetable Wed 13 Dec 2017 16:00",
        "review Thu 14 Dec 2017",
        "feedback Thu 14 Dec 2017",
        f"summary Thu 04 Jan 2018, not 21 Dec: {CHRISTMAS}",
        f"workshop Thu 04 Jan to Thu 11 Jan 2018, not 28 Dec: {CHRISTMAS}",
        "plan Thu 18 Jan 2018",
        "audit Thu 01 Feb 2018",
        "impact Thu 14 Jun 2018",
    ]


def test_a_review_a_week_before_easter_has_its_workshop_in_the_summer_term() -> None:
    assert written_for(date(2018, 3, 22)) == [
        "pack Thu 08 Mar 2018",
        "meeting Thu 15 Mar 2018",
        "timetable Wed 21 Mar 2018 16:00",
        "review Thu 22 Mar 2018",
        "feedback Thu 22 Mar 2018",
        f"summary Mon 16 Apr 2018, not 29 Mar: {EASTER}",
        f"workshop Mon 16 Apr to Mon 23 Apr 2018, not 05 Apr: {EASTER}",
        "plan Mon 30 Apr 2018",
        "audit Tue 15 May 2018",
        "impact Mon 24 Sep 2018",
    ]


def test_deadlines_that_easter_pushes_together_keep_their_order() -> None:
    assert written_for(date(2018, 4, 17)) == [
        f"pack Tue 27 Mar 2018, not 03 Apr: {EASTER}",
        f"meeting Wed 28 Mar 2018, not 10 Apr: {EASTER}",
        "timetable Mon 16 Apr 2018 16:00",
        "review Tue 17 Apr 2018",
        "feedback Tue 17 Apr 2018",
        "summary Tue 24 Apr 2018",
        "workshop Tue 24 Apr to Tue 01 May 2018",
        "plan Wed 09 May 2018",
        "audit Wed 23 May 2018",
        "impact Wed 17 Oct 2018",
    ]


def test_on_the_first_day_of_term_everything_is_ready_before_christmas() -> None:
    assert early(date(2018, 1, 4), NOVEMBER_1) == [
        f"pack Mon 18 Dec 2017, not 21 Dec: {CHRISTMAS}",
        f"meeting Tue 19 Dec 2017, not 28 Dec: {CHRISTMAS}",
        f"timetable Wed 20 Dec 2017 16:00, not 03 Jan: {CHRISTMAS}",
    ]


def test_a_review_in_the_last_week_of_the_year_is_followed_up_in_september() -> None:
    assert written_for(date(2018, 7, 20))[5:] == [
        "summary Mon 03 Sep 2018, not 27 Jul: the summer holiday",
        "workshop Mon 03 Sep to Mon 10 Sep 2018, not 03 Aug: the summer holiday",
        "plan Mon 17 Sep 2018",
        "audit Mon 01 Oct 2018",
        "impact Mon 21 Jan 2019",
    ]


def test_half_term_in_the_two_weeks_after_leaves_the_days_beside_it() -> None:
    workshop = plan(date(2018, 2, 7), SAMPLE, NOVEMBER_1, POLICY).of(Kind.WORKSHOP)
    assert line(workshop) == "workshop Mon 19 Feb to Wed 21 Feb 2018, later to open: the spring half term"
    ending_in_it = plan(date(2018, 1, 30), SAMPLE, NOVEMBER_1, POLICY).of(Kind.WORKSHOP)
    assert line(ending_in_it) == "workshop Tue 06 Feb to Fri 09 Feb 2018, not 13 Feb: the spring half term"


def test_a_window_with_one_school_day_in_it_is_that_day() -> None:
    workshop = plan(date(2018, 5, 21), SAMPLE, NOVEMBER_1, POLICY).of(Kind.WORKSHOP)
    assert line(workshop) == "workshop Mon 04 Jun to Mon 04 Jun 2018, later to open: the summer half term"


def test_a_bank_holiday_is_named_and_a_weekend_is_not() -> None:
    assert early(date(2018, 5, 21), NOVEMBER_1)[0] == (
        "pack Fri 04 May 2018, not 07 May: Early May Bank Holiday (bank holiday)"
    )
    impact = plan(date(2017, 11, 6), SAMPLE, NOVEMBER_1, POLICY).of(Kind.IMPACT)
    assert line(impact) == "impact Tue 08 May 2018, not 06 May: Early May Bank Holiday (bank holiday)"
    saturday = plan(date(2018, 3, 22), SAMPLE, NOVEMBER_1, POLICY).of(Kind.IMPACT)
    assert (saturday.unmoved, saturday.due, saturday.because) == (date(2018, 9, 22), date(2018, 9, 24), "")


def test_a_monday_review_has_its_timetable_on_friday_and_no_holiday_is_blamed() -> None:
    timetable = plan(date(2017, 11, 20), SAMPLE, NOVEMBER_1, POLICY).of(Kind.TIMETABLE)
    assert (timetable.due, timetable.unmoved, timetable.because) == (
        date(2017, 11, 17),
        date(2017, 11, 17),
        "",
    )


def test_a_review_on_a_closed_day_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="2017-10-24 is not a school day: the autumn half term"):
        plan(date(2017, 10, 24), SAMPLE, NOVEMBER_1, POLICY)


def test_the_impact_is_never_asked_before_the_audit() -> None:
    timetable = plan(date(2017, 11, 14), SAMPLE, NOVEMBER_1, Policy(impact_months=1))
    assert timetable.of(Kind.IMPACT).due == timetable.of(Kind.AUDIT).due == date(2017, 12, 19)
    assert timetable.of(Kind.IMPACT).unmoved == date(2017, 12, 14)


def test_the_impact_of_a_review_on_the_31st_is_asked_on_the_last_of_a_shorter_month() -> None:
    timetable = plan(date(2017, 10, 31), SAMPLE, utc(2017, 9, 20), POLICY)
    assert timetable.of(Kind.IMPACT).due == date(2018, 4, 30)


def test_school_days_may_be_counted_instead_of_working_days() -> None:
    both = [
        plan(date(2017, 10, 18), SAMPLE, utc(2017, 9, 20), Policy(count_school_days=counted)).of(Kind.SUMMARY)
        for counted in (False, True)
    ]
    assert [line(summary) for summary in both] == [
        "summary Mon 30 Oct 2017, not 25 Oct: the autumn half term",
        "summary Wed 01 Nov 2017",
    ]


def test_an_inset_day_moves_a_deadline_and_is_named() -> None:
    inset = SchoolYear(
        YEAR.starts,
        YEAR.ends,
        YEAR.terms,
        YEAR.holidays,
        (Span(date(2017, 11, 21), date(2017, 11, 21), "INSET"),),
    )
    timetable = plan(date(2017, 11, 28), SchoolCalendar((inset,), BANK_HOLIDAYS), NOVEMBER_1, POLICY)
    assert line(timetable.of(Kind.MEETING)) == "meeting Mon 20 Nov 2017, not 21 Nov: an INSET day"


def test_a_deadline_ends_with_its_day_or_at_its_hour_in_london() -> None:
    pack = Milestone(Kind.PACK, date(2018, 6, 14), date(2018, 6, 14))
    assert not pack.is_past(utc(2018, 6, 14, 22, 59))
    assert pack.is_past(utc(2018, 6, 14, 23, 0))
    timetable = Milestone(Kind.TIMETABLE, date(2018, 6, 14), date(2018, 6, 14), time(16, 0))
    assert not timetable.is_past(utc(2018, 6, 14, 14, 59))
    assert timetable.is_past(utc(2018, 6, 14, 15, 0))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2017, 11, 21), ""),
        (date(2017, 11, 28), ""),
        (date(2017, 11, 29), "15 days after the review. The schedule says “1–2 weeks after the review”."),
        (date(2017, 12, 12), "28 days after the review. The schedule says “1–2 weeks after the review”."),
        (date(2017, 12, 13), "29 days after the review. The audit proforma asks for it “within 2–4 weeks”."),
    ],
)
def test_a_late_workshop_is_remarked_on_by_the_document_it_leaves(day: date, said: str) -> None:
    assert workshop_remark(day, date(2017, 11, 14), POLICY) == (f"That is {said}" if said else "")


def test_nothing_is_said_inside_a_window_that_a_holiday_moved() -> None:
    review_day, offered_to = date(2018, 3, 22), date(2018, 4, 23)
    for day in (date(2018, 4, 16), offered_to):
        assert workshop_remark(day, review_day, POLICY, offered_to=offered_to) == ""
    assert "33 days" in workshop_remark(date(2018, 4, 24), review_day, POLICY, offered_to=offered_to)


def test_every_milestone_has_its_stage_and_somebody_who_owes_it() -> None:
    assert [(kind, STAGE_OF[kind], OWED_BY[kind]) for kind in Kind] == [
        (Kind.PACK, 1, Owes.HEAD),
        (Kind.MEETING, 1, Owes.LEAD_REVIEWER),
        (Kind.TIMETABLE, 1, Owes.HEAD),
        (Kind.REVIEW, 2, Owes.REVIEW_TEAM),
        (Kind.FEEDBACK, 3, Owes.LEAD_REVIEWER),
        (Kind.SUMMARY, 3, Owes.LEAD_REVIEWER),
        (Kind.WORKSHOP, 3, Owes.CHAMPIONS),
        (Kind.PLAN, 3, Owes.CHAMPIONS),
        (Kind.AUDIT, 4, Owes.HEAD),
        (Kind.IMPACT, 5, Owes.HEAD),
    ]

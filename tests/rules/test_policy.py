from datetime import time

import pytest

from bot.rules.policy import Policy


def test_defaults_are_those_of_the_documents() -> None:
    policy = Policy()
    assert (policy.pack_days_before, policy.meeting_days_before) == (14, 7)
    assert policy.timetable_due == time(16, 0)
    assert (policy.workshop_from, policy.workshop_to) == (7, 14)
    assert (policy.workshop_caution, policy.workshop_warning) == (14, 28)
    assert (policy.summary_working_days, policy.plan_working_days) == (5, 5)
    assert (policy.count_school_days, policy.audit_school_days, policy.impact_months) == (False, 10, 6)
    assert (policy.team_least, policy.team_most, policy.champions) == (3, 4, 2)
    assert (policy.notice_days, policy.links_days_after) == (14, 30)


def test_settings_replace_only_what_they_name() -> None:
    policy = Policy.from_settings({"impact_months": 9, "count_school_days": True, "champions": 0})
    assert policy == Policy(impact_months=9, count_school_days=True, champions=0)
    assert Policy.from_settings({}) == Policy()


def test_the_longest_that_may_be_set_is_a_leap_year() -> None:
    assert Policy.from_settings({"links_days_after": 366}).links_days_after == 366


@pytest.mark.parametrize("written", ["15:30", time(15, 30), 15 * 60 + 30])
def test_a_time_may_be_written_with_or_without_quotes(written: object) -> None:
    assert Policy.from_settings({"timetable_due": written}).timetable_due == time(15, 30)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("impact_months", "six"),
        ("impact_months", 0),
        ("impact_months", 367),
        ("impact_months", True),
        ("notice_days", -1),
        ("notice_days", 1.5),
        ("pack_days_before", None),
        ("count_school_days", "yes"),
        ("count_school_days", 1),
        ("timetable_due", "25:00"),
        ("timetable_due", "four"),
        ("timetable_due", 1440),
        ("timetable_due", 0),
        ("timetable_due", False),
        ("pack_day_before", 14),
        ("meeting_days_before", 15),
        ("workshop_from", 15),
        ("workshop_caution", 29),
        ("team_least", 5),
    ],
)
def test_a_wrong_setting_is_named_in_a_sentence(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=rf"{name}\b.*\.$"):
        Policy.from_settings({name: value})


def test_the_data_may_be_called_otherwise_and_links_kept_to_some_places() -> None:
    assert (Policy().data_label, Policy().link_domains) == ("Data: FFT and ASP/IDSR", ())
    settings = {"data_label": " Data: FFT ", "link_domains": ["Oak.example", "sharepoint.com", "oak.example"]}
    policy = Policy.from_settings(settings)
    assert (policy.data_label, policy.link_domains) == ("Data: FFT", ("oak.example", "sharepoint.com"))
    assert Policy.from_settings({"link_domains": []}) == Policy()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("data_label", " "),
        ("data_label", 5),
        ("data_label", "x" * 61),
        ("data_label", "two\nlines"),
        ("link_domains", "oak.example"),
        ("link_domains", ["oak"]),
        ("link_domains", ["https://oak.example"]),
        ("link_domains", [None]),
    ],
)
def test_a_label_or_a_domain_that_will_not_do_is_named(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"The setting {name} "):
        Policy.from_settings({name: value})

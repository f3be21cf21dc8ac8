"""Signed links: for one person, one purpose and a time."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.links import AN_HOUR, Closed, Links, Opened

NOW = datetime(2017, 11, 1, 9, tzinfo=UTC)
LINKS = Links("https://review.example", "a secret")


def token_of(url: str) -> str:
    return url.rpartition("/")[2]


def made(purpose: str = "calendar", *, links: Links = LINKS) -> str:
    return token_of(links.make(purpose, 4, 7, NOW))


def test_a_link_names_its_person_and_subject() -> None:
    url = LINKS.make("calendar", 4, 7, NOW)
    assert url.startswith("https://review.example/calendar/")
    assert LINKS.read("calendar", token_of(url), NOW) == Opened(4, 7)


def test_the_public_address_may_end_in_a_slash() -> None:
    url = Links("https://review.example/", "a secret").make("calendar", 4, 7, NOW)
    assert url.startswith("https://review.example/calendar/")


@pytest.mark.parametrize(
    ("later", "result"),
    [
        (AN_HOUR - timedelta(seconds=1), Opened(4, 7)),
        (AN_HOUR, Closed.EXPIRED),
        (timedelta(days=400), Closed.EXPIRED),
    ],
)
def test_a_link_lasts_an_hour(later: timedelta, result: Opened | Closed) -> None:
    assert LINKS.read("calendar", made(), NOW + later) == result


def test_a_link_may_last_longer() -> None:
    token = token_of(LINKS.make("paper", 4, 7, NOW, lasts=timedelta(days=14)))
    assert LINKS.read("paper", token, NOW + timedelta(days=13)) == Opened(4, 7)
    assert LINKS.read("paper", token, NOW + timedelta(days=14)) is Closed.EXPIRED


def test_the_hour_is_the_same_in_every_time_zone() -> None:
    # 01:30 twice: the night the clocks go back.
    first = datetime(2017, 10, 29, 1, 30, tzinfo=ZoneInfo("Europe/London"))
    token = token_of(LINKS.make("calendar", 4, 7, first.astimezone(UTC)))
    assert LINKS.read("calendar", token, first.replace(fold=1)) is Closed.EXPIRED


@pytest.mark.parametrize(
    "token", ["", ".", "x", "e30.e30", made() + "A", made()[1:], made() * 3, "é", "\ud800"]
)
def test_an_altered_link_opens_nothing(token: str) -> None:
    assert LINKS.read("calendar", token, NOW) is Closed.ALTERED


@given(st.text())
def test_no_text_breaks_the_reading(token: str) -> None:
    assert LINKS.read("calendar", token, NOW) is Closed.ALTERED


def test_changing_any_one_character_spoils_it() -> None:
    token = made()
    for at, old in enumerate(token[:-1]):
        other = "A" if old != "A" else "B"
        changed = token[:at] + other + token[at + 1 :]
        assert LINKS.read("calendar", changed, NOW) is Closed.ALTERED, at


def test_a_link_for_another_purpose_or_from_another_key_opens_nothing() -> None:
    assert LINKS.read("calendar", made("paper"), NOW) is Closed.ALTERED
    foreign = made(links=Links(LINKS.public_url, "another secret"))
    assert LINKS.read("calendar", foreign, NOW) is Closed.ALTERED


def test_a_moment_without_a_time_zone_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="time zone"):
        LINKS.make("calendar", 4, 7, NOW.replace(tzinfo=None))


def test_the_key_is_not_shown() -> None:
    assert "a secret" not in repr(LINKS)

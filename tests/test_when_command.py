"""`peer-review when`: one JSON object a line."""

import io
import json
from pathlib import Path

import pytest

from bot.__main__ import main

YEAR = """
year:
  name: 2030-31
  starts: 2030-09-01
  ends: 2031-08-31
  terms:
    - {name: Autumn term, starts: 2030-09-03, ends: 2030-12-19}
    - {name: Spring term, starts: 2031-01-06, ends: 2031-04-04}
  half_terms:
    - {starts: 2030-10-21, ends: 2030-11-01}
"""


def when(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert main(["when", *arguments]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_phrase_is_read_against_the_sample_calendar(capsys: pytest.CaptureFixture[str]) -> None:
    assert when(capsys, "first Monday after half term", "--today", "2017-11-01") == [
        {
            "phrase": "first Monday after half term",
            "kind": "date",
            "value": "2018-02-19",
            "choices": [],
            "reason": "",
        }
    ]


@pytest.mark.parametrize(
    ("phrase", "kind", "value"),
    [
        ("a week on Tuesday", "date", "2017-11-14"),
        ("Tues 14 Nov at 9.15", "datetime", "2017-11-14T09:15"),
        ("half 2", "datetime", "T14:30"),
        ("w/b 13 Nov", "range", "2017-11-13/2017-11-17"),
        ("9.15 to 10", "range", "T09:15/T10:00"),
        ("Tuesday morning", "range", "2017-11-07T09:00/2017-11-07T12:00"),
    ],
)
def test_each_kind_has_its_form(
    capsys: pytest.CaptureFixture[str], phrase: str, kind: str, value: str
) -> None:
    [said] = when(capsys, phrase, "--today", "2017-11-01")
    assert (said["kind"], said["value"], said["choices"], said["reason"]) == (kind, value, [], "")


def test_what_could_be_either_has_its_choices_and_a_question(capsys: pytest.CaptureFixture[str]) -> None:
    [said] = when(capsys, "next", "Friday", "--today", "2017-11-01")
    assert (said["phrase"], said["kind"], said["value"]) == ("next Friday", "ambiguous", None)
    assert said["choices"] == ["2017-11-03", "2017-11-10"]
    assert said["reason"] == "Do you mean Friday 3 November 2017 or Friday 10 November 2017?"


def test_a_record_is_of_the_past(capsys: pytest.CaptureFixture[str]) -> None:
    [said] = when(capsys, "Friday", "--today", "2017-11-01", "--for", "record")
    assert said["value"] == "2017-10-27"


def test_phrases_come_one_a_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("tomorrow\n\n31 November\r\n" + "x" * 10_000 + "\n"))
    said = when(capsys, "--stdin", "--today", "2017-11-01")
    assert [one["kind"] for one in said] == ["date", "invalid", "invalid", "invalid"]
    assert said[2]["phrase"] == "31 November"
    assert said[2]["reason"] == "November has 30 days, so there is no 31 November."


@pytest.mark.parametrize("indented", [True, False])
def test_another_calendar_is_a_roster_or_its_year_alone(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, indented: bool
) -> None:
    file = tmp_path / "calendar.yaml"
    text = YEAR if indented else "\n".join(line.removeprefix("  ") for line in YEAR.splitlines()[2:])
    file.write_text(text, "utf-8")
    [said] = when(capsys, "the Monday after half term", "--today", "2030-10-01", "--calendar", str(file))
    assert said["value"] == "2030-11-04"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], 'Give a phrase, such as "a week on Tuesday", or --stdin with one phrase a line.'),
        (
            ["today", "--stdin"],
            'Give a phrase, such as "a week on Tuesday", or --stdin with one phrase a line.',
        ),
        (["today", "--calendar", "nowhere.yaml"], "nowhere.yaml can't be read: No such file or directory."),
    ],
)
def test_wrong_use_is_told_in_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: list[str], complaint: str
) -> None:
    assert main(["when", *arguments]) == 2
    assert capsys.readouterr().err == f"{complaint}\n"


def test_a_mistake_in_the_calendar_is_told_with_its_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "calendar.yaml"
    file.write_text(YEAR.replace("2030-12-19", "19 Dec"), "utf-8")
    assert main(["when", "today", "--calendar", str(file)]) == 2
    assert f"{file}:7: " in capsys.readouterr().err

"""Dates as people type them, on Wednesday 1 November 2017."""

from datetime import date

import pytest

from bot.language.dates import Found, Unreadable, Unsure, plain, read

TODAY = date(2017, 11, 1)
NOV_14 = date(2017, 11, 14)

FOUND = {
    "14 Nov": NOV_14,
    "14 November": NOV_14,
    "14th November 2017": NOV_14,
    "14th of November": NOV_14,
    "the 14th of November 2017": NOV_14,
    "on 14 Nov": NOV_14,
    "14 NOV": NOV_14,
    "  14   nov  ": NOV_14,
    "14 Nov.": NOV_14,
    "(14 Nov)": NOV_14,
    "14nov2017": NOV_14,
    "14-Nov-17": NOV_14,
    "14/Nov/2017": NOV_14,
    "14 Nov '17": NOV_14,
    "Tuesday 14 November": NOV_14,
    "Tues 14 Nov": NOV_14,
    "Tue, 14 Nov 2017": NOV_14,
    "tues. 14th nov": NOV_14,
    "Tuesday the 14th": NOV_14,
    "14 November, Tuesday": NOV_14,
    "Nov 14": NOV_14,
    "November 14th, 2017": NOV_14,
    "Tuesday, November 14": NOV_14,
    "2017 Nov 14": NOV_14,
    "14/11": NOV_14,
    "14/11/17": NOV_14,
    "14/11/2017": NOV_14,
    "14 / 11 / 2017": NOV_14,
    "14.11": NOV_14,
    "14.11.17": NOV_14,
    "14-11": NOV_14,
    "14-11-2017": NOV_14,
    "14–11–2017": NOV_14,
    "14 11 2017": NOV_14,
    "Tues 14/11": NOV_14,
    "2017-11-14": NOV_14,
    "2017/11/14": NOV_14,
    "the 14th": NOV_14,
    "5/12": date(2017, 12, 5),
    "5 December": date(2017, 12, 5),
    "1 Nov": TODAY,
    "3 Jan": date(2018, 1, 3),
    "3rd January": date(2018, 1, 3),
    "22 Sept": date(2018, 9, 22),
    "29 Feb 2020": date(2020, 2, 29),
    "Wed 25 Oct": date(2017, 10, 25),
    "Thurs 25 Oct": date(2018, 10, 25),
    "25 Oct 2017": date(2017, 10, 25),
    "today": TODAY,
    "Tomorrow": date(2017, 11, 2),
    "the day after tomorrow": date(2017, 11, 3),
    "tuesday": date(2017, 11, 7),
    "on Thursday": date(2017, 11, 2),
    "Fri": date(2017, 11, 3),
    "weds 8 nov": date(2017, 11, 8),
    "in two weeks": date(2017, 11, 15),
    "in 3 weeks": date(2017, 11, 22),
    "in a week": date(2017, 11, 8),
    "in 10 days": date(2017, 11, 11),
    "in a fortnight": date(2017, 11, 15),
    "in two weeks’ time": date(2017, 11, 15),
    "two weeks today": date(2017, 11, 15),
    "a week tomorrow": date(2017, 11, 9),
    "3 weeks from now": date(2017, 11, 22),
    "14 Novmber": NOV_14,
    "14 Novemebr": NOV_14,
    "Tusday": date(2017, 11, 7),
    "Tuseday 14 Nov": NOV_14,
    "Thursdya": date(2017, 11, 2),
    "Wensday 8 Nov": date(2017, 11, 8),
    "8 Febuary": date(2018, 2, 8),
    "Marhc 8": date(2018, 3, 8),
    "Munday 6 Nov": date(2017, 11, 6),
    "Munday": date(2017, 11, 6),
    "this Friday": date(2017, 11, 3),
    "Tues next week": date(2017, 11, 7),
    "first Monday in December": date(2017, 12, 4),
    "today week": date(2017, 11, 8),
    "tomorrow week": date(2017, 11, 9),
    "14 Nov 👍": NOV_14,
    "Tuesday week": NOV_14,
    "a week on Tuesday": NOV_14,
    "yesterday": date(2017, 10, 31),
    "last Friday": date(2017, 10, 27),
}


@pytest.mark.parametrize(("text", "day"), FOUND.items())
def test_a_day_that_is_plainly_stated_is_found(text: str, day: date) -> None:
    assert read(text, today=TODAY) == Found(day)


def nov(*days: int) -> tuple[date, ...]:
    return tuple(date(2017, 11, day) for day in days)


UNSURE = {
    "25 Oct": (date(2018, 10, 25), date(2017, 10, 25)),
    "25/10": (date(2018, 10, 25), date(2017, 10, 25)),
    "Wednesday": nov(1, 8),
    "Wedensday": nov(1, 8),
    "next Friday": nov(3, 10),
    "this Wednesday": nov(1, 8),
    "next Wednesday": nov(8, 15),
    "next week": nov(6, 7, 8),
    "Monday 14 November 2017": nov(14, 13),
    "Fri 14/11": nov(14, 17),
    "Friday 14th": nov(14, 17),
    "11/14/2017": nov(14),
    "11/14": nov(14),
    "29 Feb": (date(2020, 2, 29),),
    "14/11/99": (date(2099, 11, 14), date(1999, 11, 14)),
    "not 14 Nov or 15 Nov": nov(14, 15),
    "this week": nov(1, 2, 3),
    "12-13 Dec": (date(2017, 12, 12), date(2017, 12, 13)),
    "14 or 15 Nov": nov(14, 15),
    "14th & 15th Nov": nov(14, 15),
    "14 - 16 Nov, 9am": nov(14, 15, 16),
    "Mon or Tues": nov(6, 7),
    "14 11": nov(14),
    "14 Nov or 16 Nov": nov(14, 16),
    "3-11": nov(3),
    "9.05": (date(2018, 5, 9),),
    "1.10": (date(2018, 10, 1),),
    "9.10": (date(2018, 10, 9), date(2017, 10, 9)),
    "5 Juny": (date(2018, 6, 5), date(2018, 7, 5)),
    "5 Jume": (date(2018, 6, 5),),
    "Friday 24th at 10": nov(24),
    "Tues 14 Nov 2pm": nov(14),
    "14 Nov 10:30": nov(14),
    "14 Nov at 9.10": nov(14),
    "w/b 13 Nov": nov(13, 14, 15),
    "10": nov(10),
}


@pytest.mark.parametrize(("text", "choices"), UNSURE.items())
def test_what_two_people_could_read_differently_is_asked(text: str, choices: tuple[date, ...]) -> None:
    reading = read(text, today=TODAY)
    assert isinstance(reading, Unsure)
    # Twelve and fifteen words apart, the order is the order of the buttons.
    assert reading.choices == choices
    assert "?" in reading.reason


UNREADABLE = {
    "": "Please give a date, for example Tues 14 Nov.",
    " \n": "Please give a date, for example Tues 14 Nov.",
    "soonish": "I couldn't read “soonish” as a date. Try 14 November, or Tues 14 Nov.",
    "when the hall is free": "I couldn't read “when the hall is free” as a date. "
    "Try 14 November, or Tues 14 Nov.",
    "🎉": "I couldn't read “🎉” as a date. Try 14 November, or Tues 14 Nov.",
    "half term": "I don’t know the term dates for that. Please give the date, for example 14 November 2017.",
    "two weeks before": "I couldn't read “two weeks before” as a date. Try 14 November, or Tues 14 Nov.",
    "14 16": "I couldn't read “14 16” as a date. Try 14 November, or Tues 14 Nov.",
    "remember": "I couldn't read “remember” as a date. Try 14 November, or Tues 14 Nov.",
    "2017": "I couldn't read “2017” as a date. Try 14 November, or Tues 14 Nov.",
    "<!channel>": "I couldn't read “<!channel>” as a date. Try 14 November, or Tues 14 Nov.",
    "31/11": "November has 30 days, so there is no 31 November.",
    "31 November": "November has 30 days, so there is no 31 November.",
    "Fri 31 Nov 2017": "November has 30 days, so there is no 31 November.",
    "31 Nov at 10": "November has 30 days, so there is no 31 November.",
    "32 Nov": "November has 30 days, so there is no 32 November.",
    "0 Nov": "There is no 0 November. Try 14 November, or Tues 14 Nov.",
    "30 Feb": "February has 28 or 29 days, so there is no 30 February.",
    "29 Feb 2018": "February 2018 has 28 days, so there is no 29 February 2018.",
    "2018-02-29": "February 2018 has 28 days, so there is no 29 February 2018.",
    "41st": "No month has a day 41. Try 14 November, or Tues 14 Nov.",
    "20/20/2017": "There is no month 20. The day comes first here, for example 14/11/2017.",
    "9.30": "“9.30” is a time of day. Please give a date, for example Tues 14 Nov.",
    "not 14 Nov": "Which day would suit, then? Try 14 November, or Tues 14 Nov.",
    "14/11/0000": "I can't use the year 0. Try 14 November, or Tues 14 Nov.",
    "november": "Which day? “november” is from Wednesday 1 November 2017 to Thursday 30 November 2017. "
    "Please give one, for example Tues 14 Nov.",
    "next month": "Which day? “next month” is from Friday 1 December 2017 to Sunday 31 December 2017. "
    "Please give one, for example Tues 14 Nov.",
    "mon tue wed or thu": "I can see more than one date there. Please give one, for example Tues 14 Nov.",
    "10am": "“10am” is a time of day. Please give a date, for example Tues 14 Nov.",
    "1 Nov, 2 Dec, 3 Jan, 4 Feb": "I can see more than one date there. "
    "Please give one, for example Tues 14 Nov.",
    "14 Nov " * 30: "That is too long for a date. Please give the date alone, for example Tues 14 Nov.",
}


@pytest.mark.parametrize(("text", "reason"), UNREADABLE.items())
def test_what_is_no_day_is_answered_with_what_to_do(text: str, reason: str) -> None:
    assert read(text, today=TODAY) == Unreadable(reason)


QUESTIONS = {
    "Mon 14 Nov": "14 November 2017 is a Tuesday. "
    "Did you mean Tuesday 14 November 2017 or Monday 13 November 2017?",
    "25 Oct": "Do you mean Thursday 25 October 2018 or Wednesday 25 October 2017?",
    "11/14/2017": "The day comes first here, and there is no month 14. Do you mean Tuesday 14 November 2017?",
    "29 Feb": "The next 29 February is in 2020. Do you mean Saturday 29 February 2020?",
    "Friday 24th at 10": "Here I need the day alone. Do you mean Friday 24 November 2017?",
    "a Tuesday": "I'm not sure I read “a Tuesday” rightly. Do you mean Tuesday 7 November 2017, "
    "Tuesday 14 November 2017 or Tuesday 21 November 2017?",
}


@pytest.mark.parametrize(("text", "question"), QUESTIONS.items())
def test_a_question_names_its_days_in_full(text: str, question: str) -> None:
    reading = read(text, today=TODAY)
    assert isinstance(reading, Unsure)
    assert reading.reason == question


@pytest.mark.parametrize(
    ("text", "today", "reading"),
    [
        ("20 Dec", date(2018, 1, 5), Unsure),
        ("20 Dec", date(2018, 2, 5), Found),
        ("29 Feb", date(2020, 1, 6), Found),
        ("the 14th", date(2017, 11, 14), Unsure),
        ("the 14th", date(2017, 11, 15), Found),
        ("the 31st", date(2017, 11, 15), Found),
        ("friday", date(2017, 12, 29), Unsure),
    ],
)
def test_the_day_of_asking_counts(text: str, today: date, reading: type) -> None:
    assert isinstance(read(text, today=today), reading)


@pytest.mark.parametrize("text", ["14 Nov at Oak", "soonish", "", "x" * 201])
def test_plain_leaves_alone_what_is_more_than_a_date(text: str) -> None:
    assert plain(text, today=TODAY) is None


def test_plain_reads_as_read_does() -> None:
    assert plain("Tues 14 Nov", today=TODAY) == Found(NOV_14)

"""The champions choose the day of the development visit, hold it, and write down what was seen."""

from datetime import date, time

import pytest

from bot.rules.papers import AuditLine
from tests.chat import World, error, filled
from tests.conversation.auditing import kinds, line, plan_sent, visit
from tests.conversation.conftest import (
    BEN,
    CHANNEL,
    CHIDI,
    KATE,
    MARTIN,
    OFFICE,
    OWEN,
    PRIYA,
    SIAN,
    ZOE,
    booked,
)
from tests.conversation.test_at_once import at_once, pressing

SHOW, ASK = "visit.show?review=1", "visit.ask?review=1"
TITLE = "Development visit: Oak Primary School, Thursday 7 December 2017"
CHOSEN = "Development visit on Tuesday 6 February 2018, 14:00: Oak Primary School"


def choose(world: World, by: str = CHIDI, *, day: str = "6 Feb 2018", at: str = "2pm") -> None:
    someone = world.person(by)
    someone.open(ASK)
    someone.click("Choose this day", day=day, time=at)


def hold(world: World, words: str = "Books are read daily") -> None:
    """In February, when it was on the chosen day."""
    plan_sent(world)
    choose(world)
    world.wait(days=51)
    owen = world.person(OWEN)
    owen.open(SHOW)
    owen.click("It was held")
    owen.click("Record it", words=words)


def test_a_champion_chooses_the_day_and_the_others_hear_of_it(world: World) -> None:
    plan_sent(world)
    chidi = world.person(CHIDI)
    chidi.open(SHOW)
    assert "No day is chosen yet" in str(chidi.card)
    chidi.click("Choose a day")
    assert "Chosen. The headteacher is told." in str(
        chidi.click("Choose this day", day="Tues 6 Feb 2018", time="2pm")
    )
    assert chidi.card.title == TITLE
    assert (visit(world).day, visit(world).at) == (date(2018, 2, 6), time(14))
    for email in (PRIYA, OWEN):
        assert world.person(email).titles().count(CHOSEN) == 1
    for email in (CHIDI, SIAN, BEN, MARTIN, KATE, OFFICE):
        assert CHOSEN not in world.person(email).titles()
    said = line(world, AuditLine.VISIT)
    assert (said.dated, said.words) == ("Tuesday 6 February 2018", "Planned for that day.")
    assert said.present == "Chidi Eze and Owen O'Connell"


def test_another_day_takes_its_place_and_is_news_again(world: World) -> None:
    plan_sent(world)
    choose(world)
    choose(world, OWEN, day="7 Feb 2018", at="")
    assert (visit(world).day, visit(world).at) == (date(2018, 2, 7), None)
    priya = world.person(PRIYA)
    told = str(priya.read("Development visit on Wednesday 7 February 2018"))
    assert "It had been Tuesday 6 February 2018, 14:00." in told
    assert CHOSEN not in priya.titles()
    assert kinds(world) == ["visit_arranged", "visit_arranged"]


def test_it_was_held_and_its_line_fills_itself(world: World) -> None:
    hold(world)
    assert visit(world).held_on == date(2018, 2, 6)
    said = line(world, AuditLine.VISIT)
    assert (said.dated, said.words) == ("Tuesday 6 February 2018", "Books are read daily")
    priya = world.person(PRIYA)
    told = priya.read("The development visit was held on Tuesday 6 February 2018")
    assert "Books" not in str(told)
    assert "Books are read daily" in str(priya.click("Open the visit"))


def test_the_record_is_corrected_and_taken_back(world: World) -> None:
    hold(world)
    chidi = world.person(CHIDI)
    chidi.open(SHOW)
    chidi.click("Correct the record")
    assert filled(chidi.card) == {"day": ("2018-02-06",), "words": ("Books are read daily",)}
    chidi.click("Record it", words="Books are read twice a day", day="5 Feb 2018")
    assert (visit(world).held_on, visit(world).words) == (date(2018, 2, 5), "Books are read twice a day")
    assert "counts as not held" in str(chidi.click("It was not held"))
    assert visit(world).held_on is None
    assert "Books are read twice a day" in str(chidi.card)
    assert line(world, AuditLine.VISIT).words == "Planned for that day."
    assert world.person(PRIYA).titles()[-1].startswith("The development visit was not held after all")
    # The correction was no news.
    assert kinds(world) == ["visit_arranged", "visit_recorded", "visit_recorded", "visit_unrecorded"]


def test_the_day_is_taken_back(world: World) -> None:
    plan_sent(world)
    choose(world)
    chidi = world.person(CHIDI)
    chidi.open(SHOW)
    twin = chidi.twin()
    assert "The day is taken back." in str(chidi.click("Take the day back"))
    assert world.person(PRIYA).titles()[-1] == "The development visit has no day any more: Oak Primary School"
    assert line(world, AuditLine.VISIT).dated == ""
    assert "No day is chosen yet" in str(twin.click("Take the day back"))
    assert kinds(world) == ["visit_arranged", "visit_dropped"]


def test_it_can_be_recorded_without_having_been_arranged(world_on_sqlite: World) -> None:
    plan_sent(world_on_sqlite)
    chidi = world_on_sqlite.person(CHIDI)
    chidi.open(SHOW)
    chidi.click("It was held")
    # As people write it: of two Decembers the one that was.
    chidi.click("Record it", day="15 Dec", words="")
    assert visit(world_on_sqlite).held_on == date(2017, 12, 15)


@pytest.mark.parametrize(
    ("day", "at", "field", "sentence"),
    [
        ("14 Dec 2017", "", "day", "is past"),
        (
            "Sat 3 Feb 2018",
            "",
            "day",
            "Oak Primary School is closed on Saturday 3 February 2018.",
        ),
        ("14 Feb 2018", "", "day", "the spring half term"),
        ("", "", "day", "Please give a date"),
        ("6 Feb 2018", "when it suits", "time", "I couldn’t read “when it suits” as a time."),
    ],
)
def test_what_will_not_do_is_said_and_nothing_is_lost(
    world_on_sqlite: World, day: str, at: str, field: str, sentence: str
) -> None:
    chidi = plan_sent(world_on_sqlite).person(CHIDI)
    chidi.open(ASK)
    form = chidi.click("Choose this day", day=day, time=at)
    assert sentence in error(form, field)
    assert filled(form)["time"] == (at,)
    assert kinds(world_on_sqlite) == []


def test_it_follows_the_workshop(world_on_sqlite: World) -> None:
    world = plan_sent(world_on_sqlite)
    chidi = world.person(CHIDI)
    chidi.open("visit.record?review=1")
    form = chidi.click("Record it", day="14 Dec 2017", words="Kept")
    assert "later than Thursday 14 December 2017" in error(form, "day")
    assert filled(form)["words"] == ("Kept",)
    assert "still to come" in error(chidi.click("Record it", day="6 Feb 2018"), "day")
    assert "has 2,001" in error(chidi.click("Record it", day="15 Dec 2017", words="x" * 2001), "words")
    assert kinds(world) == []


def test_before_the_workshop_is_known_it_follows_the_review(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    chidi = world_on_sqlite.person(CHIDI)
    chidi.open(ASK)
    form = chidi.click("Choose this day", day="7 Dec", time="")
    assert "The first school day after it is Friday 8 December 2017." in error(form, "day")
    chidi.click("Friday 8 December 2017")
    assert visit(world_on_sqlite).day == date(2017, 12, 8)


def test_a_day_that_the_review_has_passed_has_to_be_chosen_again(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    booked(world)
    choose(world, day="11 Dec 2017")
    kate = world.person(KATE)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="12 Dec 2017")
    kate.click("Move it")
    assert "To be chosen again: Monday 11 December 2017, 14:00" in str(world.person(CHIDI).open(SHOW))
    assert line(world, AuditLine.VISIT).dated == ""


def test_the_second_of_two_champions_is_told_and_keeps_what_they_typed(world: World) -> None:
    plan_sent(world)
    chidi, owen = world.person(CHIDI), world.person(OWEN)
    for someone in (chidi, owen):
        someone.open(ASK)
    chidi.click("Choose this day", day="6 Feb 2018", time="2pm")
    form = owen.click("Choose this day", day="7 Feb 2018", time="")
    assert "Chidi Eze has changed this while you were here" in str(form)
    assert "The day is Tuesday 6 February 2018, 14:00." in str(form)
    assert filled(form)["day"] == ("2018-02-07",)
    owen.click("Choose this day")
    assert visit(world).day == date(2018, 2, 7)


def test_two_write_down_what_was_seen_and_the_second_sees_the_first(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    hold(world)
    chidi, owen = world.person(CHIDI), world.person(OWEN)
    for someone in (chidi, owen):
        someone.open("visit.record?review=1")
    chidi.click("Record it", words="Books")
    form = owen.click("Record it", words="Phonics")
    assert "“Books”" in str(form)
    assert filled(form)["words"] == ("Phonics",)
    assert visit(world).words == "Books"
    owen.click("Record it")
    assert visit(world).words == "Phonics"


def test_eight_presses_choose_one_day_and_tell_it_once(world: World) -> None:
    plan_sent(world)
    chidi = world.person(CHIDI)
    chidi.open(ASK)
    at_once([pressing(chidi.twin(), "Choose this day", day="6 Feb 2018", time="2pm") for _ in range(8)])
    world.send_waiting()
    assert kinds(world) == ["visit_arranged"]
    assert world.person(PRIYA).titles().count(CHOSEN) == 1


ACTS = (
    "visit.ask?review=1",
    "visit.arrange?review=1&version=2",
    "visit.drop?review=1&version=2",
    "visit.record?review=1",
    "visit.recorded?review=1&version=2",
    "visit.unrecord?review=1&version=2",
)


@pytest.mark.parametrize("email", [PRIYA, SIAN, BEN, KATE, OFFICE, ZOE])
def test_only_the_champions_choose_and_record_it(world_on_sqlite: World, email: str) -> None:
    hold(world_on_sqlite, words="CanaryVisit")
    before = kinds(world_on_sqlite)
    someone = world_on_sqlite.person(email)
    for act in ACTS:
        card = someone.open(act, day="8 Feb 2018", words="Mine")
        assert card.title == "Sorry, I can’t do that", act
        assert "CanaryVisit" not in str(card)
    assert kinds(world_on_sqlite) == before
    shown = someone.open(SHOW)
    assert ("CanaryVisit" in str(shown)) is (email == PRIYA)
    public = (
        f"{world_on_sqlite.channel(CHANNEL)}{world_on_sqlite.person(KATE).open('review.history?review=1')}"
    )
    assert "CanaryVisit" not in public
    assert "recorded the development visit" in public


@pytest.mark.parametrize("typed", ["visit", "visit Oak", "the development visit to Oak", "book a visit"])
def test_it_is_found_by_what_is_typed(world_on_sqlite: World, typed: str) -> None:
    plan_sent(world_on_sqlite)
    assert world_on_sqlite.person(CHIDI).type(typed).title == TITLE
    assert "Sorry" in world_on_sqlite.person(BEN).type(typed).title


def test_a_cancelled_review_has_no_visit(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    world_on_sqlite.person(KATE).open("cancel.do?review=1&day=2017-12-07", reason="Snow")
    chidi = world_on_sqlite.person(CHIDI)
    assert "has been cancelled" in str(chidi.open(ASK))
    assert "The review is cancelled." in str(chidi.open(SHOW))

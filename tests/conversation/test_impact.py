"""Months after the review the headteacher records what it has led to, and the partnership hears of it."""

from datetime import UTC, datetime

import pytest

from bot.cards.model import Text
from tests.chat import Chat, World, buttons, error, filled
from tests.conversation.afterwards import AFTER, reviewed
from tests.conversation.conftest import BEN, CHANNEL, CHIDI, KATE, MARTIN, OFFICE, OWEN, PRIYA, SIAN, ZOE
from tests.conversation.looking_back import (
    ASK,
    JUNE,
    NEWS,
    NO_MORE,
    SHOW,
    TITLE,
    WORDS,
    changes,
    improvement,
    in_june,
    kinds,
    of_it,
    planned,
    record,
    words,
)
from tests.conversation.papering import AMIT, MARGARET
from tests.conversation.test_at_once import at_once, pressing

READERS = (SIAN, CHIDI, OWEN, OFFICE, MARGARET)


def labels(person: Chat) -> list[str]:
    return [one.label for one in buttons(person.card)]


def test_the_head_sees_what_was_agreed_and_records_what_it_has_led_to(world: World) -> None:
    in_june(world)
    priya = world.person(PRIYA)
    shown = str(priya.open(SHOW))
    assert priya.card.title == TITLE
    assert "Nothing is recorded yet. It is asked for from Thursday 7 June 2018 on." in shown
    assert "1 of 6 actions is done, 4 are overdue." in shown
    assert "Pair reading in Year 3" in shown
    assert "Done on Wednesday 20 December 2017." in shown
    assert "By Friday 12 January 2018. Overdue." in shown
    form = priya.click("Record impact")
    assert "Pair reading in Year 3" in str(form)
    assert filled(form) == {"impact": ("",)}
    assert "Recorded. Those who share in the review are told." in str(priya.click("Record it", impact=WORDS))
    assert WORDS in str(priya.card)
    assert "Recorded by Priya Nair, Thu 7 Jun 2018, 10:00." in str(priya.card)
    assert words(world) == WORDS
    assert of_it(world).done_at == JUNE
    assert "Impact recorded" in str(priya.open("review.show?review=1"))


def test_the_partnership_hears_of_it_and_nobody_what_it_says(world: World) -> None:
    in_june(world)
    record(world)
    for email in READERS:
        someone = world.person(email)
        told = someone.read(NEWS)
        assert WORDS not in str(told), email
        assert WORDS in str(someone.click("Open it")), email
    kate = world.person(KATE)
    assert "Open it" not in str(kate.read(NEWS))
    # The plan has not been released to the Management Group.
    for email in (PRIYA, BEN, MARTIN, ZOE, AMIT):
        assert NEWS not in world.person(email).titles(), email
    [card] = world.channel(CHANNEL)
    assert "Impact recorded" in str(card)
    assert WORDS not in str(card)


def test_the_management_group_shares_in_it_once_the_plan_is_released(world_on_sqlite: World) -> None:
    world = in_june(world_on_sqlite)
    world.person(OFFICE).open("paper.release?sent=1")
    record(world)
    amit = world.person(AMIT)
    amit.read(NEWS)
    assert WORDS in str(amit.click("Open it"))


def test_it_is_corrected_and_the_history_keeps_what_it_was(world: World) -> None:
    in_june(world)
    priya = record(world)
    priya.click("Correct it")
    assert filled(priya.card) == {"impact": (WORDS,)}
    assert "Corrected. The history keeps what it was." in str(priya.click("Save it", impact="All read daily"))
    assert (words(world), kinds(world)) == ("All read daily", ["impact_recorded", "impact_corrected"])
    assert changes(world)[-1].was == {"words": WORDS}
    assert of_it(world).done_at == JUNE
    # The correction was no news; whoever was told reads it where it stands.
    sian = world.person(SIAN)
    assert sian.titles().count(NEWS) == 1
    sian.read(NEWS)
    assert "All read daily" in str(sian.click("Open it"))


def test_it_is_taken_back_and_recorded_again(world: World) -> None:
    in_june(world)
    priya = record(world)
    world.send_waiting()
    twin = priya.twin()
    assert "It counts as not recorded. What was written is kept." in str(priya.click("Take it back"))
    assert (words(world), of_it(world).done_at) == ("", None)
    assert "Impact recorded" not in str(world.channel(CHANNEL))
    for email in READERS:
        titles = world.person(email).titles()
        assert (NEWS in titles, titles.count(NO_MORE)) == (False, 1), email
    assert WORDS not in str(world.person(SIAN).open(SHOW))
    assert "What you had written is kept" in str(priya.card)
    # A button on an old card does not take it back twice.
    assert "Nothing is recorded yet" in str(twin.click("Take it back"))
    assert filled(priya.click("Record impact")) == {"impact": (WORDS,)}
    priya.click("Record it")
    assert kinds(world) == ["impact_recorded", "impact_taken_back", "impact_recorded"]
    assert world.person(SIAN).titles().count(NEWS) == 1


def test_what_is_taken_back_before_it_goes_out_is_no_news(world_on_sqlite: World) -> None:
    world = in_june(world_on_sqlite)
    world.now = datetime(2018, 6, 7, 19, 0, tzinfo=UTC)
    priya = record(world)
    priya.click("Take it back")
    priya.click("Record impact")
    priya.click("Record it", impact="All read daily")
    world.now = datetime(2018, 6, 8, 9, 0, tzinfo=UTC)
    world.send_waiting()
    titles = world.person(SIAN).titles()
    assert (titles.count(NEWS), titles.count(NO_MORE)) == (1, 0)


def test_its_line_in_the_proforma_fills_itself(world: World) -> None:
    in_june(world)
    assert improvement(world) == ""
    priya = record(world)
    assert improvement(world) == WORDS
    shown = str(priya.open("audit.show?review=1&page=1"))
    assert "From the impact that was recorded" in shown
    priya.open(SHOW)
    priya.click("Take it back")
    assert improvement(world) == ""


def test_what_the_proforma_says_already_is_not_asked_for_again(world_on_sqlite: World) -> None:
    world = in_june(world_on_sqlite)
    priya = world.person(PRIYA)
    priya.open("audit.line?review=1&line=improvement")
    priya.click("Save it", improvement="Children choose books")
    assert improvement(world) == "Children choose books"
    form = priya.open(ASK)
    assert filled(form) == {"impact": ("Children choose books",)}
    assert "What you wrote in the audit proforma stands here already." in str(form)
    priya.click("Record it", impact="Children choose books, and read them")
    assert improvement(world) == "Children choose books, and read them"
    # What is written there later stands; and what is corrected here after that.
    priya.open("audit.line?review=1&line=improvement")
    priya.click("Save it", improvement="Every child reads")
    assert improvement(world) == "Every child reads"
    priya.open(ASK)
    priya.click("Save it", impact="Every child reads at home")
    assert improvement(world) == "Every child reads at home"


def test_a_form_of_the_proforma_does_not_take_the_place_of_it_unseen(world_on_sqlite: World) -> None:
    world = in_june(world_on_sqlite)
    priya = world.person(PRIYA)
    priya.open("audit.line?review=1&line=improvement")
    record(world)
    form = priya.click("Save it", improvement="Older words")
    assert "so nothing is saved yet" in str(form)
    assert improvement(world) == WORDS


def test_once_the_proforma_is_returned_the_updated_form_is_offered(world_on_sqlite: World) -> None:
    world = in_june(world_on_sqlite)
    priya = world.person(PRIYA)
    priya.open("paper.preview?review=1&paper=audit")
    priya.click("Send it")
    record(world)
    assert "Return the updated form" in str(priya.open(SHOW))
    priya.click("Audit proforma")
    assert "It has changed since." in str(priya.card)
    assert "Return the updated form" in labels(priya)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Please write what the review has led to"),
        ("  \n ", "Please write what the review has led to"),
        ("x" * 2001, "Please keep this to 2,000 characters; it has 2,001. What you typed is still here."),
    ],
)
def test_what_will_not_do_is_said_and_kept(world_on_sqlite: World, typed: str, sentence: str) -> None:
    priya = in_june(world_on_sqlite).person(PRIYA)
    priya.open(ASK)
    form = priya.click("Record it", impact=typed)
    assert sentence in error(form, "impact")
    assert filled(form) == {"impact": (typed.strip(),)}
    assert kinds(world_on_sqlite) == []


def test_as_many_words_as_it_takes_come_back_as_they_were_typed(world_on_sqlite: World) -> None:
    world = in_june(world_on_sqlite)
    odd = "<!channel> {{ x }} **Tŷ** 👩‍🏫\n" + "x" * 1960
    record(world, odd)
    assert words(world) == odd
    shown = world.person(SIAN).open(SHOW)
    assert odd in [block.body for block in shown.blocks if isinstance(block, Text)]


def test_eight_presses_record_it_once_and_tell_it_once(world: World) -> None:
    in_june(world)
    priya = world.person(PRIYA)
    priya.open(ASK)
    at_once([pressing(priya.twin(), "Record it", impact=WORDS) for _ in range(8)])
    world.send_waiting()
    assert kinds(world) == ["impact_recorded"]
    assert world.person(SIAN).titles().count(NEWS) == 1


def test_before_the_review_there_is_nothing_to_record_and_any_time_after(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    reviewed(world)
    world.now = datetime(2017, 12, 6, 9, 0, tzinfo=UTC)
    assert "once the review has been held" in str(world.person(PRIYA).open(ASK))
    world.now = AFTER
    record(world)
    assert words(world) == WORDS
    assert "No action plan has been sent." in str(world.person(PRIYA).open(SHOW))
    # Nothing that has no plan was released.
    assert WORDS not in str(world.person(AMIT).open(SHOW))


def test_the_card_of_the_review_leads_to_it_once_it_is_asked_for_or_recorded(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    planned(world)
    priya, sian, kate = (world.person(one) for one in (PRIYA, SIAN, KATE))
    review = "review.more?review=1"
    for someone in (priya, sian, kate):
        someone.open(review)
        assert "Impact" not in labels(someone)
    world.now = JUNE
    priya.open("review.show?review=1")
    sian.open(review)
    assert ("Impact" in labels(priya), "Impact" in labels(sian)) == (True, False)
    record(world)
    for someone in (sian, kate):
        someone.open(review)
        someone.click("Impact")
        assert someone.card.title == TITLE
    ben = world.person(BEN)
    ben.open(review)
    assert "Impact" not in labels(ben)


@pytest.mark.parametrize("typed", ["impact", "impact Oak", "record the impact of Oak", "the impact at Oak"])
def test_it_is_found_by_what_is_typed(world_on_sqlite: World, typed: str) -> None:
    world = in_june(world_on_sqlite)
    assert world.person(PRIYA).type(typed).title == TITLE
    assert "Sorry" in world.person(BEN).type(typed).title


def test_it_stands_among_what_is_to_do_until_it_is_recorded(world_on_sqlite: World) -> None:
    world = in_june(world_on_sqlite)
    priya = world.person(PRIYA)
    waiting = "Look at what the review has led to: Oak Primary School, Thursday 7 December 2017"
    assert waiting in str(priya.open("home.show"))
    priya.click_in(waiting, "Record impact")
    priya.click("Record it", impact=WORDS)
    assert waiting not in str(priya.open("home.show"))
    world.now = datetime(2018, 6, 6, 9, 0, tzinfo=UTC)
    assert waiting not in str(world.person(PRIYA).open("home.show"))

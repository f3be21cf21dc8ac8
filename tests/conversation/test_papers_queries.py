"""Whoever is to sign can ask first; those who wrote the paper answer, and both are kept."""

import pytest

from bot.cards.common import SAFEGUARDING
from bot.cards.model import Card
from tests.chat import Chat, World, buttons, error, filled
from tests.conversation.conftest import BEN, CARL, CHIDI, KATE, OFFICE, OWEN, PRIYA, SIAN
from tests.conversation.papering import (
    AMIT,
    AREA,
    MARGARET,
    STRENGTH,
    made,
    reword,
    send,
    sent,
    told,
    written,
)

ASKED, ANSWERED = "Which books do you mean?", "Those of Year 3"
TITLE = "Priya Nair has a query about the summary"


def labels(card: Card) -> set[str]:
    return {one.label for one in buttons(card)}


def asked(world: World) -> Chat:
    """Priya has a query about the summary."""
    sent(world)
    priya = world.person(PRIYA)
    priya.read("Please sign the summary")
    form = priya.click("Query")
    assert SAFEGUARDING in str(form)
    priya.click("Send the query", words=ASKED)
    return priya


def answered(world: World) -> Chat:
    asked(world)
    sian = world.person(SIAN)
    sian.read(TITLE)
    sian.click("Answer")
    sian.click("Send the answer", answer=ANSWERED)
    return sian


def test_a_query_goes_to_the_writer_and_the_answer_back(world: World) -> None:
    priya = asked(world)
    assert "Sent to the lead reviewer. You will hear when there is an answer." in str(priya.card)
    assert ASKED in str(priya.card)
    sian = world.person(SIAN)
    assert ASKED in str(sian.read(TITLE))
    sian.click("Answer")
    assert ASKED in str(sian.card)
    assert "Sent to Priya Nair." in str(sian.click("Send the answer", answer=ANSWERED))
    assert labels(sian.read(TITLE)) == {"Change the answer", "Open"}
    heard = priya.read("Your query about the summary is answered")
    assert ANSWERED in str(heard)
    assert labels(heard) == {"Sign", "Open", "Queries"}
    assert "Signed. Thank you." in str(priya.click("Sign"))
    assert made(world, "paper_queried", "query_answered") == ["paper_queried", "query_answered"]


def test_a_query_about_the_plan_goes_to_each_champion(world: World) -> None:
    written(world)
    send(world, CHIDI, "plan")
    priya = world.person(PRIYA)
    priya.open("paper.query?sent=1")
    priya.click("Send the query", words=ASKED)
    chidi, owen = world.person(CHIDI), world.person(OWEN)
    for champion in (chidi, owen):
        champion.read("Priya Nair has a query about the action plan")
        champion.click("Answer")
    chidi.click("Send the answer", answer=ANSWERED)
    kept = owen.click("Send the answer", answer="Those of Year 4")
    assert f"Chidi Eze has answered while you were here: “{ANSWERED}”." in str(kept)
    assert filled(kept)["answer"] == ("Those of Year 4",)
    owen.click("Send the answer")
    assert "Those of Year 4" in str(priya.read("Your query about the action plan"))
    assert made(world, "query_answered", "answer_changed") == ["query_answered", "answer_changed"]
    assert sum("is answered" in title for title in priya.titles()) == 1


def test_sent_twice_it_is_asked_once(world: World) -> None:
    sent(world)
    priya = world.person(PRIYA)
    priya.open("paper.query?sent=1")
    other = priya.twin()
    priya.click("Send the query", words=ASKED)
    assert "That is asked already." in str(other.click("Send the query", words=ASKED))
    assert told(world, "paper.queried") == 1
    sian = world.person(SIAN)
    sian.open("paper.answer?query=1")
    again = sian.twin()
    sian.click("Send the answer", answer=ANSWERED)
    assert "That is answered already." in str(again.click("Send the answer", answer=ANSWERED))
    assert told(world, "paper.answered") == 1


@pytest.mark.parametrize(
    ("words", "sentence"), [("", "Please write a few words."), ("x" * 1001, "1,000 characters")]
)
def test_too_little_and_too_much_is_said_at_the_field(
    world_on_sqlite: World, words: str, sentence: str
) -> None:
    asked(world_on_sqlite)
    priya, sian = world_on_sqlite.person(PRIYA), world_on_sqlite.person(SIAN)
    priya.open("paper.query?sent=1")
    form = priya.click("Send the query", words=words)
    assert (sentence in error(form, "words"), filled(form)["words"]) == (True, (words,))
    sian.open("paper.answer?query=1")
    form = sian.click("Send the answer", answer=words)
    assert (sentence in error(form, "answer"), filled(form)["answer"]) == (True, (words,))
    assert made(world_on_sqlite, "paper_queried", "query_answered") == ["paper_queried"]


def test_a_query_is_changed_and_taken_back_until_it_is_answered(world: World) -> None:
    priya = asked(world)
    priya.click_in("Priya Nair", "Change")
    assert filled(priya.card)["words"] == (ASKED,)
    stale = priya.twin()
    priya.click("Save it", words="Which stories?")
    assert "Which stories?" in str(world.person(SIAN).read(TITLE))
    kept = stale.click("Save it", words="Which poems?")
    assert "in another window" in str(kept)
    assert "“Which stories?”" in str(kept)
    assert filled(kept)["words"] == ("Which poems?",)
    sian = world.person(SIAN)
    sian.open("paper.answer?query=1")
    priya.open("paper.queries?sent=1")
    assert "The query is taken back." in str(priya.click_in("Priya Nair", "Take it back"))
    assert "Nobody has asked anything." in str(priya.card)
    assert "has been taken back" in str(sian.click("Send the answer", answer=ANSWERED))
    assert sian.messages[-1].title == "This message is out of date"
    assert made(world, "query_changed", "query_dropped") == ["query_changed", "query_dropped"]


def test_what_was_answered_stays_as_it_was_asked(world: World) -> None:
    answered(world)
    priya = world.person(PRIYA)
    priya.open("paper.queries?sent=1")
    assert labels(priya.card) == {"Query", "Open the paper"}
    for token in ("paper.query?sent=1&query=1", "paper.queried?sent=1&query=1", "paper.drop_query?query=1"):
        assert "has been answered" in str(priya.open(token, words="Other words"))
    assert made(world, "query_changed", "query_dropped") == []


def test_the_answer_can_be_corrected(world: World) -> None:
    sian = answered(world)
    sian.open("paper.answer?query=1")
    assert filled(sian.card)["answer"] == (ANSWERED,)
    sian.click("Send the answer", answer="Those of Year 4")
    priya = world.person(PRIYA)
    assert "Those of Year 4" in str(priya.read("Your query"))
    with world.sessions() as session:
        [was] = (
            session.connection()
            .exec_driver_sql("SELECT was FROM changes WHERE what = 'answer_changed'")
            .scalars()
        )
    assert ANSWERED in str(was)


def test_a_query_stays_between_those_who_write_and_sign(world: World) -> None:
    answered(world)
    world.person(OFFICE).open("paper.release?sent=1")
    for email in (PRIYA, SIAN, BEN, CHIDI, OFFICE, MARGARET):
        assert ASKED in str(world.person(email).open("paper.queries?sent=1"))
    for email in (AMIT, KATE, CARL):
        refused = world.person(email).open("paper.queries?sent=1")
        assert "Sorry" in refused.title
        assert ASKED not in str(refused)
    for email in (BEN, CHIDI, OFFICE, AMIT, KATE, CARL):
        assert "Sorry" in world.person(email).open("paper.query?sent=1").title
        assert "Sorry" in world.person(email).open("paper.answer?query=1").title
        assert ASKED not in str(world.person(email).messages)
    assert ASKED not in str(world.person(KATE).open("review.history?review=1"))


def test_nobody_changes_the_query_of_another(world: World) -> None:
    asked(world)
    margaret = world.person(MARGARET)
    for token in ("paper.query?sent=1&query=1", "paper.queried?sent=1&query=1", "paper.drop_query?query=1"):
        assert "Only whoever asked" in str(margaret.open(token, words="Other words"))
    assert made(world, "query_changed", "query_dropped") == []


def test_a_query_about_an_old_version_leads_to_the_new_one(world: World) -> None:
    sent(world)
    priya = world.person(PRIYA)
    priya.open("paper.query?sent=1")
    reword(world, AREA, "Talk about stories")
    send(world)
    assert "There is a newer version" in str(priya.click("Send the query", words=ASKED))
    assert STRENGTH not in str(priya.card)
    assert made(world, "paper_queried") == []

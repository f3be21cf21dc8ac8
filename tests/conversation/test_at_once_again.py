"""Answers, moves and suggestions at the same moment, on either database."""

from sqlalchemy import func, select

from bot.rules.roles import Answer
from storage import teams
from storage.models import Outgoing, Review, Suggestion
from tests.chat import World
from tests.conversation.conftest import BEN, LEILA, MARTIN, booked, number
from tests.conversation.test_at_once import at_once, pressing


def test_an_answer_to_the_old_date_is_no_answer_to_the_new(world: World) -> None:
    kate = booked(world)
    ben, martin = world.person(BEN), world.person(MARTIN)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="12 Dec")
    for someone in (ben, martin):
        someone.read("Can you be a reviewer")
    martin.click("Can’t do it")
    at_once([pressing(kate, "Move it"), pressing(ben, "Accept"), pressing(martin, "Yes, tell them")])
    with world.sessions() as session:
        review = session.get_one(Review, 1)
        assert review.day.isoformat() == "2017-12-12"
        answers = {m.answer for m in teams.present(review) if m.person_id != review.booked_by_id}
        assert answers == {Answer.WAITING}


def test_a_suggestion_pressed_eight_times_is_made_once(world: World) -> None:
    booked(world)
    ben = world.person(BEN)
    ben.open("suggest.ask?review=1")
    at_once([pressing(ben.twin(), "Suggest it", day="12 Dec") for _ in range(8)])
    with world.sessions() as session:
        assert session.scalar(select(func.count()).select_from(Suggestion)) == 1
        told = select(func.count()).select_from(Outgoing).where(Outgoing.template == "lead.suggested")
        assert session.scalar(told) == 1


def test_a_replacement_and_a_move_both_happen(world: World) -> None:
    """Each holds the review before the people, so neither waits for the other for ever."""
    kate = booked(world)
    sian = world.person("sian.whitcombe@stannes.example")
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="12 Dec")
    sian.open("team.show?review=1")
    sian.click_in("Martin Kowalczyk", "Replace")
    leila = number(world, LEILA)
    moved, replaced = at_once([pressing(kate, "Move it"), pressing(sian, "Ask them", person=leila)])
    with world.sessions() as session:
        review = session.get_one(Review, 1)
        assert teams.member(review, int(leila)) is not None
        assert replaced.title.startswith("The team for Oak Primary School")
        if review.day.isoformat() == "2017-12-12":
            assert moved.title.startswith("Moved")
        else:
            assert "replaced someone in the team while you were here" in str(moved)

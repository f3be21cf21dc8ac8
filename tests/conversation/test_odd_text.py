"""Characters that no database keeps, half of an emoji or NUL, are taken out wherever text comes in."""

import pytest
from sqlalchemy import select

from bot.cards.model import Go
from bot.router import Incoming, answer
from storage.models import Review, Suggestion, TeamMember
from tests.chat import LINKS, Fields, World, filled
from tests.conversation.conftest import BEN, CHANNEL, KATE, booked, team

ODD = pytest.mark.parametrize(("odd", "kept"), [("a\x00b", "ab"), ("a\ud800b", "a�b"), ("a\x1bb", "ab")])


@ODD
def test_in_a_note(world: World, odd: str, kept: str) -> None:
    kate = world.person(KATE)
    kate.type("/schedule-review Oak, 7 Dec", place=CHANNEL)
    kate.click("See the timetable", **team(world), note=odd)
    kate.click("Book it")
    with world.sessions() as session:
        assert session.scalars(select(Review.note)).one() == kept


@ODD
def test_in_a_reason(world: World, odd: str, kept: str) -> None:
    booked(world)
    world.person(BEN).open("answer.declined?review=1&day=2017-12-07", reason=odd)
    with world.sessions() as session:
        assert session.scalars(select(TeamMember.reason).where(TeamMember.reason != "")).one() == kept


def test_a_reason_of_nothing_else_is_no_reason(world: World) -> None:
    kate = booked(world)
    kate.open("cancel.ask?review=1")
    card = kate.click("Cancel it", reason="\x00\x07")
    assert "Please give the reason" in str(card)


@ODD
def test_in_a_suggestion(world: World, odd: str, kept: str) -> None:
    booked(world)
    ben = world.person(BEN)
    ben.open("suggest.ask?review=1")
    ben.click("Suggest it", day="12 D\x00ec", note=odd)
    with world.sessions() as session:
        made = session.scalars(select(Suggestion)).one()
        assert (made.day.isoformat(), made.note) == ("2017-12-12", kept)


@ODD
def test_in_what_is_typed_to_the_bot(world: World, odd: str, kept: str) -> None:
    kate = world.person(KATE)
    assert kept in str(kate.type(f"/peer-review {odd}").blocks)
    form = kate.type(f"/schedule-review O\x00ak {odd}, 7 Dec", place=CHANNEL)
    assert form.title == "Schedule a review"
    assert "\x00" not in str(form)
    assert filled(form)["day"] == ("2017-12-07",)


@ODD
def test_in_the_names_and_values_of_a_forged_button(world: World, odd: str, kept: str) -> None:
    kate = world.person(KATE)
    assert kate.open("help.show", **{odd: odd}).title == "How to use Peer Review"
    told = kate.go(Go("help.show", {"said": odd, odd: odd}))
    assert kept in str(told)
    fields: Fields = {"school": odd, "day": odd, "lead_reviewer": odd, "reviewers": (odd, odd), "note": odd}
    assert kate.open("schedule.check", **fields).title == "Schedule a review"
    assert "That button is damaged" in str(kate.go(Go("review.show", {"review": odd})))


@ODD
def test_in_an_account_and_a_channel(world: World, odd: str, kept: str) -> None:
    incoming = Incoming("practice", odd, odd, Go("home.show"), place=odd, event=odd)
    card = answer(world.sessions, incoming, world.now, LINKS)
    assert card is not None
    assert card.title == "I don’t know you yet"
    assert answer(world.sessions, incoming, world.now, LINKS) is None

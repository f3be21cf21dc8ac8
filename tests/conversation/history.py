"""Oak's review with something of each kind corrected, and its history as a table."""

import csv
from collections.abc import Sequence
from datetime import UTC, datetime
from io import StringIO

from sqlalchemy import select

from bot.cards.model import Card, Link
from bot.platforms.playground.furnishing import give_accounts
from storage.models import Review
from tests.chat import World, buttons
from tests.conftest import with_sample
from tests.conversation.conftest import BEN, CHIDI, KATE, MARTIN, PRIYA, SIAN, booked, number
from tests.conversation.paper_files import behind, urls
from tests.databases import opened
from tests.documents.reading import text_of

HISTORY = "review.history?review=1"
FORMULA = '=HYPERLINK("https://bad.example","Click")'
THAT_DAY = "review=1&day=2017-12-07"
ON_THE_DAY = datetime(2017, 12, 7, 16, 0, tzinfo=UTC)
AFTER = datetime(2017, 12, 20, 9, 0, tzinfo=UTC)


def act(world: World, email: str, token: str, **fields: str) -> None:
    card = world.person(email).open(token, **fields)
    assert not card.is_form, (token, card)
    assert "Sorry" not in card.title, (token, card)


def corrected(url: str) -> None:
    with_sample(url)
    with opened(url) as sessions:
        give_accounts(sessions)
        world = World(sessions)
        booked(world)
        prepare(world)
        world.now = ON_THE_DAY
        review(world)
        world.now = AFTER
        draft(world)
        send(world, SIAN, "summary")
        send(world, CHIDI, "plan")
        act(world, PRIYA, "paper.queried?sent=1", words="Which books?")
        act(world, PRIYA, "paper.queried?sent=1&query=1&version=1", words="Which shelves?")
        act(world, PRIYA, "action.move?item=1&was=2018-01-12", day="19 Jan 2018")


def prepare(world: World) -> None:
    with world.sessions() as session:
        version = session.scalars(select(Review.version)).one()
    act(world, KATE, f"note.save?review=1&version={version}", note=FORMULA)
    act(world, MARTIN, f"answer.declined?{THAT_DAY}", reason="A bereavement")
    act(world, MARTIN, f"answer.accept?{THAT_DAY}")
    act(world, PRIYA, "pack.add?review=1&item=sef&version=0", link="https://docs.oak.example/first")
    act(world, PRIYA, "pack.add?review=1&item=sef&version=1", link="https://docs.oak.example/second")
    act(world, PRIYA, "pack.skip?review=1&item=ofsted&version=0", reason="Not yet inspected")
    act(world, PRIYA, "focus.save?review=1&version=0", areas="Reading")
    act(world, PRIYA, "focus.save?review=1&version=1", areas="Writing")
    act(world, PRIYA, "day.save?review=1&version=0", rows="9.15 Phonics, Year 1, with KM")
    act(world, PRIYA, "day.save?review=1&version=1", rows="9.15-10 Assembly, Hall")
    act(world, BEN, "questions.added?review=1", question="How is phonics taught?", sources="A lesson")
    act(
        world, BEN, "question.save?review=1&question=1&version=1", question="How is it read?", sources="Books"
    )


def review(world: World) -> None:
    act(world, BEN, "team_notes.add?review=1", strand="strength", notes="Calm corridors")
    act(world, SIAN, "team_notes.save?review=1&note=1&version=1", strand="strength", note="Calm halls")
    given = {"day": "7 Dec 2017", "governors": "Margaret Osei", "present": number(world, CHIDI)}
    act(world, SIAN, "feedback.record?review=1&version=0", others="Jo Fenn", **given)
    act(world, SIAN, "feedback.record?review=1&version=1", others="Jo Fenwick", **given)
    act(world, SIAN, "summary.add?review=1", strengths="Readers everywhere")
    act(world, SIAN, "summary.save?review=1&point=1&version=1", strand="strength", text="Keen readers")
    act(world, CHIDI, "workshop.choose?review=1&day=2017-12-19")


def draft(world: World) -> None:
    act(world, PRIYA, "workshop.keep_staff?review=1&since=0", staff="Ellie Fenwick")
    act(world, CHIDI, "plan.add?review=1", actions="Buy books | 12 Jan 2018 | Tom Garrod | a | Soon")
    act(world, CHIDI, "plan.save?review=1&item=1&since=0", action="Buy shelves", day="12 Jan 2018")
    correct = "audit.correct?review=1&line=improvement"
    act(world, PRIYA, f"{correct}&version=0.0", improvement="Too early to say")
    act(world, PRIYA, f"{correct}&version=1.0", improvement="They read more")


def send(world: World, by: str, paper: str) -> None:
    preview = world.person(by).open(f"paper.preview?review=1&paper={paper}")
    [button] = [one for one in buttons(preview) if one.to.route == "paper.send"]
    act(world, by, str(button.to))


def link_of(card: Card) -> str:
    [link] = [one for one in card.buttons if isinstance(one, Link)]
    assert link.label == "All of it as a table (CSV)"
    return link.url


def table_of(world: World, email: str) -> Sequence[Sequence[str]]:
    [url] = urls(world.person(email).open(HISTORY))
    file = behind(world, url)
    assert file
    return list(csv.reader(StringIO(text_of(file))))


def last_of(world: World, email: str, what: str) -> tuple[str, str]:
    """What it was and is now, by the last change of that kind."""
    return next((was, now) for _, _, done, was, now in table_of(world, email) if done == what)

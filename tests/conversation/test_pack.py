"""The headteacher gathers the pack, in two interactions a paper; the review team hears when it is there."""

import pytest
from sqlalchemy import select, update

from bot.cards.web_links import sentence
from bot.rules.milestones import Kind
from bot.rules.web_links import LONGEST, Wrong
from storage import reviewed
from storage.models import Milestone, PackItem, Review, School
from tests.chat import Chat, World, error, filled
from tests.conversation.conftest import BEN, CHANNEL, CHIDI, KATE, MARTIN, PRIYA, SIAN
from tests.conversation.packing import (
    LINK,
    REASON,
    ROWS,
    SHOW,
    add,
    fill,
    is_done,
    labels,
    links,
    packing,
    rows,
    settle,
    told,
)

COMPLETE = "The paperwork is complete: Oak Primary School, Thursday 7 December 2017"
DUE = "Send the paperwork for Oak Primary School, Thursday 7 December 2017, by Thursday 23 November 2017"


def test_from_the_to_do_list_to_a_complete_pack(world: World) -> None:
    packing(world)
    priya = world.person(PRIYA)
    assert DUE in str(priya.type("/peer-review"))
    shown = priya.click_in("Send the paperwork", "Paperwork")
    assert shown.title == "Paperwork: Oak Primary School, Thursday 7 December 2017"
    assert set(rows(shown).values()) == {
        "Still needed",
        "Broad areas of focus, and a link to the pro forma (Appendix 3a).",
    }
    assert len(rows(shown)) == len(ROWS) + 1
    for number, row in enumerate(ROWS[:-1], 1):
        priya.click_in(row, "Add link")
        shown = priya.click("Save the link", link=LINK)
        assert f"{number} of 6 settled." in str(shown)
    assert not is_done(world)
    shown = priya.click("First review")
    assert "Everything is in." in str(shown)
    assert rows(shown)["Last Peer to Peer summary and action plan"] == (
        "Not applicable: This is the school’s first peer review."
    )
    assert is_done(world)
    assert "Send the paperwork" not in str(priya.type("/peer-review"))
    for email in (SIAN, BEN, MARTIN):
        reader = world.person(email)
        reader.read(COMPLETE)
        assert links(world, reader.click("Open the list")) == {LINK}
    for email in (PRIYA, CHIDI, KATE):
        assert COMPLETE not in world.person(email).titles()


def test_a_paper_that_does_not_apply_needs_a_reason(world: World) -> None:
    priya = packing(world)
    priya.click_in("Ofsted", "Not applicable")
    assert "in a few words" in error(priya.click("Save the reason", reason=" "), "reason")
    assert "300 characters" in error(priya.click("Save the reason", reason="x" * 301), "reason")
    shown = priya.click("Save the reason", reason=REASON)
    assert rows(shown)["Last Ofsted report"] == f"Not applicable: {REASON}"


def test_what_was_entered_can_be_changed_and_removed(world: World) -> None:
    priya = packing(world)
    add(priya, "(SEF)")
    priya.click_in("(SEF)", "Change")
    assert filled(priya.card) == {"link": (LINK,)}
    assert links(world, priya.click("Save the link", link="https://oak.example/new")) == {
        "https://oak.example/new"
    }
    priya.click_in("(SEF)", "Change")
    priya.click("Not applicable")
    assert "Not applicable: We write none" in str(
        rows(priya.click("Save the reason", reason="We write none"))
    )
    shown = priya.click_in("(SEF)", "Remove")
    assert "Taken out: the most recent self-evaluation form (SEF)." in str(shown)
    assert rows(shown)["Most recent self-evaluation form (SEF)"] == "Still needed"


def test_taken_out_again_it_is_no_longer_complete_and_the_team_is_told_anew(world: World) -> None:
    priya = packing(world)
    fill(priya)
    assert told(world, "pack.complete") == 3
    priya.click_in("Ofsted", "Remove")
    assert not is_done(world)
    assert told(world, "pack.complete") == 3
    add(priya, "Ofsted")
    assert is_done(world)
    assert told(world, "pack.complete") == 6
    priya.click_in("Ofsted", "Change")
    priya.click("Save the link", link="https://oak.example/other")
    assert told(world, "pack.complete") == 6


def test_complete_at_night_and_opened_again_is_told_once(world: World) -> None:
    priya = packing(world)
    world.wait(hours=12)
    fill(priya)
    priya.click_in("Ofsted", "Remove")
    add(priya, "Ofsted")
    world.wait(hours=12)
    assert world.person(SIAN).titles().count(COMPLETE) == 1


def test_after_a_move_a_pack_that_is_opened_again_is_due_for_the_new_day(world: World) -> None:
    priya = packing(world)
    fill(priya)
    kate = world.person(KATE)
    kate.open("move.ask?review=1")
    kate.click("See what changes", day="Thurs 1 Feb 2018")
    kate.click("Move it")
    priya.open(SHOW)
    assert "by Thursday 18 January 2018" in str(priya.click_in("Ofsted", "Remove"))


def test_the_channels_card_shows_that_it_is_ready(world: World) -> None:
    priya = packing(world)
    with world.sessions.begin() as session:
        kinds = (Kind.MEETING, Kind.TIMETABLE)
        done = update(Milestone).where(Milestone.kind.in_(kinds)).values(done_at=world.now)
        session.execute(done)
    fill(priya)
    [card] = world.channel(CHANNEL)
    assert "Ready" in str(card)
    priya.click_in("Ofsted", "Remove")
    [card] = world.channel(CHANNEL)
    assert "Ready" not in str(card)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("", Wrong.MISSING),
        ("https://oak.example/" + "x" * LONGEST, Wrong.TOO_LONG),
        (r"\\server\share\our sef.docx", Wrong.ON_A_DISK),
        ("file:///c:/sef.docx", Wrong.ON_A_DISK),
        ("https://oak.example/our sef", Wrong.SPACES),
        ("www.oak.example/sef", Wrong.NO_BEGINNING),
        ("http://oak.example/sef", Wrong.NOT_SECURE),
        ("javascript:alert(1)", Wrong.OTHER_KIND),
        ("https://priya:secret@oak.example/sef", Wrong.PASSWORD),
        ("https://oak/sef", Wrong.NO_WEBSITE),
        ("https://elsewhere.example/sef", Wrong.ELSEWHERE),
    ],
)
def test_a_link_that_will_not_do_gets_its_own_sentence(
    world_on_sqlite: World, typed: str, wrong: Wrong
) -> None:
    priya = packing(world_on_sqlite)
    settle(world_on_sqlite, link_domains=["oak.example"])
    priya.click_in("(SEF)", "Add link")
    form = priya.click("Save the link", link=typed)
    assert error(form, "link") == sentence(wrong, ["oak.example"])
    assert filled(form) == {"link": (typed,)}
    with world_on_sqlite.sessions() as session:
        assert session.scalars(select(PackItem.id)).all() == []
    assert links(world_on_sqlite, priya.click("Save the link", link=LINK)) == {LINK}


def test_the_places_that_are_allowed_are_named() -> None:
    assert sentence(Wrong.ELSEWHERE, ["a.example"]).startswith("Papers are kept at a.example only.")
    assert "at a.example or b.example only" in sentence(Wrong.ELSEWHERE, ["a.example", "b.example"])
    five = [f"{name}.example" for name in "abcde"]
    assert "a.example, b.example, c.example or 2 other places of the" in sentence(Wrong.ELSEWHERE, five)


def test_a_church_school_is_asked_for_its_siams_report_and_data_may_be_called_otherwise(
    world_on_sqlite: World,
) -> None:
    priya = packing(world_on_sqlite)
    assert "Last SIAMS report" not in rows(priya.card)
    refused = priya.open("pack.link?review=1&item=siams")
    assert "damaged" in str(refused)
    with world_on_sqlite.sessions.begin() as session:
        session.execute(update(School).where(School.key == "oak").values(church_school=True))
    settle(world_on_sqlite, data_label="Data: FFT")
    assert {"Last SIAMS report", "Data: FFT"} < rows(priya.open(SHOW)).keys()


def test_an_earlier_review_is_named_and_its_papers_can_be_linked(world_on_sqlite: World) -> None:
    priya = packing(world_on_sqlite)
    earlier(world_on_sqlite)
    shown = priya.open(SHOW)
    assert "The last review was on Tuesday 14 March 2017." in str(rows(shown))
    assert "First review" not in labels(shown)
    refused = priya.open("pack.first?review=1&version=0")
    assert "has had a review before" in str(refused)
    assert "docs.oak.example, added by Priya Nair" in str(add(priya, "Peer to Peer"))


def earlier(world: World) -> None:
    """Oak was reviewed the year before."""
    with world.sessions.begin() as session:
        now = session.scalars(select(Review)).one()
        copied = {
            c.key: getattr(now, c.key) for c in Review.__table__.columns if c.key not in {"id", "version"}
        }
        copied |= {"day": now.day.replace(month=3, day=14), "number": 2}
        session.add(Review(**copied))
        reviewed.dates_change(session)


def test_a_cancelled_review_needs_no_paperwork_and_a_postponed_one_may_have_some(
    world_on_sqlite: World,
) -> None:
    priya = packing(world_on_sqlite)
    kate = world_on_sqlite.person(KATE)
    kate.open("postpone.ask?review=1")
    kate.click("Postpone it", reason="Snow")
    shown = priya.open(SHOW)
    assert "no date at the moment" in str(shown)
    assert "Need longer" not in labels(shown)
    add(priya, "(SEF)")
    kate.open("cancel.ask?review=1")
    kate.click("Cancel it", reason="Snow")
    shown = priya.open(SHOW)
    assert "no paperwork is needed" in str(shown)
    assert labels(shown) == {"Open", "See the review"}
    for route in (
        "pack.link?review=1&item=sef",
        "pack.remove?review=1&item=sef&version=1",
        "focus.ask?review=1",
    ):
        assert "has been cancelled" in str(priya.open(route))


@pytest.mark.parametrize("token", ["pack.link?review=1&item=tea", "pack.add?review=1", "pack.show?review=x"])
def test_a_damaged_button_changes_nothing(world_on_sqlite: World, token: str) -> None:
    assert "damaged" in str(packing(world_on_sqlite).open(token))


def test_papers_can_be_typed_for(world: World) -> None:
    packing(world)
    for email in (PRIYA, BEN, KATE):
        someone: Chat = world.person(email)
        for typed in ("/peer-review papers Oak", "paperwork", "the pack for Oak Primary School"):
            assert someone.type(typed).title.startswith("Paperwork: Oak Primary School")
    asked = world.person(BEN).type("/peer-review papers Ook")
    assert asked.title == "Which review do you mean?"
    assert "Ook" in str(asked)
    nothing = world.person("zoe.lindqvist@hollylane.example").type("papers")
    assert "look after none, that I could show you" in str(nothing)


def test_where_several_fit_one_is_asked_which(world_on_sqlite: World) -> None:
    packing(world_on_sqlite)
    office = world_on_sqlite.person("janet.pryke@office.example")
    with world_on_sqlite.sessions.begin() as session:
        now = session.scalars(select(Review)).one()
        school = session.scalars(select(School.id).where(School.key == "stour-view")).one()
        kept = {
            c.key: getattr(now, c.key) for c in Review.__table__.columns if c.key not in {"id", "version"}
        }
        session.add(Review(**(kept | {"school_id": school})))
        reviewed.dates_change(session)
    asked = office.type("papers")
    assert asked.title == "Which review do you mean?"
    assert len(rows(asked)) == 2
    assert office.click_in("Oak", "Open").title.startswith("Paperwork: Oak")


def test_the_history_names_the_paper_and_nothing_of_what_is_in_it(world: World) -> None:
    priya = packing(world)
    fill(priya)
    priya.click_in("Ofsted", "Change")
    priya.click("Not applicable")
    priya.click("Save the reason", reason=REASON)
    priya.click_in("(SEF)", "Remove")
    kate = world.person(KATE)
    shown = str(kate.open("review.history?review=1"))
    for page in (1, 2, 3):
        shown += str(kate.open(f"review.history?review=1&page={page}"))
    assert "Priya Nair said that a paper does not apply" in shown
    assert "Most recent self-evaluation form (SEF)" in shown
    assert "Priya Nair completed the paperwork" in shown
    assert "anary" not in shown

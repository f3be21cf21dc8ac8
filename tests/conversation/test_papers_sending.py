"""A paper is previewed and sent with one click; each who may have it receives it once."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from bot.cards.model import Card, Listing
from bot.cards.words import flat
from bot.rules.findings import Strand
from bot.rules.milestones import Kind
from bot.rules.permissions import Paper
from storage.models import Outgoing
from tests.chat import Chat, World, buttons
from tests.conversation.conftest import (
    BEN,
    CARL,
    CHANNEL,
    CHIDI,
    KATE,
    MARTIN,
    OFFICE,
    OWEN,
    PRIYA,
    SIAN,
)
from tests.conversation.papering import (
    ACTION,
    AMIT,
    AREA,
    MARGARET,
    OAK,
    PREVIEW,
    PREVIEW_PLAN,
    STRENGTH,
    add_item,
    add_point,
    change_review,
    made,
    milestone,
    received,
    reword,
    send,
    sent,
    signed,
    told,
    versions,
    written,
)

SENT_ON = date(2017, 12, 8)


def labels(card: Card) -> set[str]:
    return {one.label for one in buttons(card)}


def details(card: Card) -> list[str]:
    return [flat(row.detail) for part in card.blocks if isinstance(part, Listing) for row in part.rows]


def test_the_preview_says_what_will_be_sent_to_whom_and_what_is_missing(world: World) -> None:
    written(world)
    shown = str(world.person(SIAN).open(PREVIEW))
    for said in (STRENGTH, AREA, "Priya Nair", "Ben Hartley", "Owen O'Connell", "Janet Pryke", "Kate Moore"):
        assert said in shown, said
    assert "You sign by sending it, as" in shown
    assert "headteacher (Priya Nair) and governor (" in shown
    assert "Nothing is said of the impact of the previous action plan." in shown
    assert "late" not in shown
    assert told(world, "paper.sent") == 0


def test_one_click_signs_and_sends(world: World) -> None:
    sian = sent(world)
    assert sian.card.title == f"Summary: {OAK}"
    assert "Signed and sent." in str(sian.card)
    assert signed(world) == [("Siân Whitcombe", "lead reviewer", "chat")]
    [(number, content)] = versions(world)
    assert (number, STRENGTH in content, AREA in content) == (1, True, True)
    done = milestone(world, Kind.SUMMARY)
    assert (done.done_at and done.done_at.date(), done.done_by_id is not None) == (SENT_ON, True)
    assert made(world, "summary_sent", "paper_signed") == ["summary_sent", "paper_signed"]


def test_each_receives_it_in_their_part_and_the_lead_hears_that_it_was_sent(world: World) -> None:
    sent(world)
    assert received(world) == {
        "Priya Nair": "school",
        "Ben Hartley": "team",
        "Martin Kowalczyk": "team",
        "Chidi Eze": "team",
        "Owen O'Connell": "team",
        "Janet Pryke": "office",
        "Margaret Osei": "governor",
    }
    priya = world.person(PRIYA)
    priya.read(f"Please sign the summary: {OAK}")
    assert [one.label for one in buttons(priya.card)] == ["Sign", "Query", "Governor’s link", "Open"]
    assert labels(world.person(MARGARET).read(f"Please sign the summary: {OAK}")) == {"Sign", "Query", "Open"}
    office = world.person(OFFICE).read(f"Summary to release: {OAK}")
    assert labels(office) == {"Release to the Management Group", "Open"}
    assert labels(world.person(BEN).read(f"Summary sent: {OAK}")) == {"Open"}
    lead = str(world.person(KATE).read("Summary sent"))
    assert "was sent on Friday 8 December 2017, in time." in lead
    assert STRENGTH not in str(world.person(KATE).messages)
    assert world.person(AMIT).messages == []
    assert world.person(CARL).messages == []
    assert not any("ummary" in card.title for card in world.person(SIAN).messages)
    assert STRENGTH not in str(world.channel(CHANNEL))


def test_the_plan_goes_to_the_lead_reviewer_and_not_to_the_reviewers(world: World) -> None:
    written(world)
    send(world, CHIDI, "plan")
    assert received(world) == {
        "Priya Nair": "school",
        "Siân Whitcombe": "team",
        "Owen O'Connell": "team",
        "Janet Pryke": "office",
        "Margaret Osei": "governor",
    }
    owen = world.person(OWEN)
    owen.read(f"Please sign the action plan: {OAK}")
    assert "Chidi Eze (Improvement Champion)" in str(owen.card)
    assert ACTION in str(owen.click("Open"))
    assert "By Easter" in str(owen.card)
    assert "within the reviewed school and outside of the partnership" in str(owen.card)
    assert not any("plan" in title for title in world.person(BEN).titles())


def test_what_follows_the_plan_is_due_by_the_day_on_which_it_was_sent(world: World) -> None:
    written(world)
    was = milestone(world, Kind.AUDIT).due
    send(world, CHIDI, "plan")
    assert milestone(world, Kind.AUDIT).due < was


def test_a_second_press_sends_nothing(world: World) -> None:
    written(world)
    sian = world.person(SIAN)
    sian.open(PREVIEW)
    other = sian.twin()
    sian.click("Sign and send")
    before = told(world, "paper.sent")
    assert "That is sent already." in str(other.click("Sign and send"))
    assert (len(versions(world)), told(world, "paper.sent")) == (1, before)
    assert "Sign and send" not in labels(sian.open(PREVIEW))
    assert "Nothing has changed since version 1 was sent" in str(sian.card)


def test_what_has_changed_since_the_preview_is_shown_again_and_not_sent(world: World) -> None:
    written(world)
    chidi = world.person(CHIDI)
    chidi.open(PREVIEW_PLAN)
    add_item(world, "Visit the library", 2)
    shown = chidi.click("Sign and send")
    assert "It has changed since you looked at it" in str(shown)
    assert "Visit the library" in str(shown)
    assert versions(world, Paper.PLAN) == []
    chidi.click("Sign and send")
    assert len(versions(world, Paper.PLAN)) == 1


def test_of_two_champions_who_send_at_once_the_second_finds_it_sent(world: World) -> None:
    written(world)
    chidi, owen = world.person(CHIDI), world.person(OWEN)
    chidi.open(PREVIEW_PLAN)
    owen.open(PREVIEW_PLAN)
    chidi.click("Sign and send")
    assert "That is sent already." in str(owen.click("Sign and send"))
    assert len(versions(world, Paper.PLAN)) == 1
    assert signed(world) == [("Chidi Eze", "improvement champion", "chat")]


def test_a_preview_from_before_another_version_sends_nothing(world: World) -> None:
    written(world)
    chidi, owen = world.person(CHIDI), world.person(OWEN)
    add_item(world, "Visit the library", 2)
    chidi.open(PREVIEW_PLAN)
    reword(world, ACTION, "Sing daily")
    send(world, OWEN, "plan")
    reword(world, "Sing daily", ACTION)
    assert "It has changed since you looked at it" in str(chidi.click("Sign and send"))
    assert len(versions(world, Paper.PLAN)) == 1
    assert owen.card.title == ""


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (datetime(2017, 12, 14, 18, 0, tzinfo=UTC), "in time"),
        (datetime(2017, 12, 16, 9, 0, tzinfo=UTC), "1 working day late"),
        (datetime(2017, 12, 18, 9, 0, tzinfo=UTC), "2 working days late"),
        # Neither Christmas nor the New Year is a working day; the holiday between them has some.
        (datetime(2018, 1, 2, 9, 0, tzinfo=UTC), "10 working days late"),
    ],
)
def test_late_is_said_in_working_days(world_on_sqlite: World, day: datetime, said: str) -> None:
    world = world_on_sqlite
    written(world)
    assert milestone(world, Kind.SUMMARY).due == date(2017, 12, 14)
    world.now = day
    sian = world.person(SIAN)
    assert (f"That is {said}." in str(sian.open(PREVIEW))) is ("late" in said)
    sian.click("Sign and send")
    assert said in str(sian.card)
    world.wait(days=14)
    assert said in str(world.person(KATE).read("Summary sent"))


def test_an_empty_paper_is_not_sent(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    written(world)
    with world.sessions.begin() as session:
        for table in ("summary_points", "plan_items"):
            session.connection().exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
    for email, paper in ((SIAN, "summary"), (CHIDI, "plan")):
        writer = world.person(email)
        shown = writer.open(f"paper.preview?review=1&paper={paper}")
        assert "there is nothing to send" in str(shown)
        assert "Sign and send" not in labels(shown)
        assert "there is nothing to send" in str(writer.open(f"paper.send?review=1&paper={paper}"))
    assert (versions(world), versions(world, Paper.PLAN)) == ([], [])


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({"cancelled_at": datetime(2017, 12, 1, tzinfo=UTC)}, "cancelled"),
        ({"postponed_at": datetime(2017, 12, 1, tzinfo=UTC)}, "no date at the moment"),
        ({"day": date(2017, 12, 12)}, "The review is on Tuesday 12 December 2017"),
    ],
)
def test_of_a_review_that_was_not_held_nothing_is_sent(
    world_on_sqlite: World, state: dict[str, object], said: str
) -> None:
    world = world_on_sqlite
    written(world)
    sian = world.person(SIAN)
    sian.open(PREVIEW)
    change_review(world, **state)
    assert said in str(sian.click("Sign and send"))
    assert versions(world) == []


def test_only_its_writers_preview_and_send_a_paper(world: World) -> None:
    written(world)
    for email in (PRIYA, BEN, MARTIN, CHIDI, OWEN, KATE, OFFICE, AMIT, CARL):
        someone = world.person(email)
        for route in ("preview", "send"):
            assert "Only the lead reviewer" in str(someone.open(f"paper.{route}?review=1&paper=summary"))
    for email in (PRIYA, SIAN, BEN, KATE, OFFICE, AMIT, CARL):
        someone = world.person(email)
        for route in ("preview", "send"):
            refused = str(someone.open(f"paper.{route}?review=1&paper=plan"))
            assert "Only the Improvement Champions" in refused
            assert ACTION not in refused
    assert (versions(world), versions(world, Paper.PLAN)) == ([], [])


@pytest.mark.parametrize("paper", ["", "pack", "status", "audit", "canary", "summary&review=2"])
def test_of_any_other_paper_nothing_is_sent(world_on_sqlite: World, paper: str) -> None:
    written(world_on_sqlite)
    answer = world_on_sqlite.person(SIAN).open(f"paper.send?review=1&paper={paper}&shown=x&was=0")
    assert answer.title != f"Summary: {OAK}"
    assert versions(world_on_sqlite) == []


def test_a_paper_of_forty_long_entries_is_read_page_by_page(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    written(world)
    for number in range(40):
        add_point(world, Strand.STRENGTH, f"{number} {'A strength at length. ' * 45}", number + 2)
    sian = world.person(SIAN)
    seen = str(sian.open(PREVIEW))
    while any(one.label.startswith("More") for one in sian.card.buttons):
        [more] = [one.label for one in sian.card.buttons if one.label.startswith("More")]
        seen += str(sian.click(more))
    assert all(f"{number} A strength" in seen for number in range(40))
    assert AREA in seen
    sian.click("Sign and send")
    shown: Chat = world.person(PRIYA)
    assert STRENGTH in str(shown.open("paper.show?sent=1"))
    assert AREA in str(shown.open("paper.show?sent=1&page=99"))


def test_markup_comes_out_as_it_was_typed(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    written(world)
    typed = '{{ x }} <w:p> & =HYPERLINK("a") <!channel> *bold* \\n'
    reword(world, STRENGTH, typed)
    assert typed in details(send(world).card)


def test_no_message_that_waits_holds_what_was_found(world: World) -> None:
    sent(world)
    with world.sessions() as session:
        rows = session.scalars(select(Outgoing)).all()
        assert not [row for row in rows if STRENGTH in f"{row.args}{row.key}{row.slot}"]

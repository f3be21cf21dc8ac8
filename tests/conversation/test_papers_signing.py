"""A signature is to one version: given, withdrawn, recorded from paper, asked for after a correction."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from bot.cards.model import Card
from bot.rules.roles import Role
from storage.models import Person
from tests.chat import Chat, World, buttons, error, number_of
from tests.conversation.conftest import BEN, CARL, CHIDI, KATE, MARTIN, OFFICE, OWEN, PRIYA, SIAN
from tests.conversation.papering import (
    AMIT,
    AREA,
    ELLIE,
    MARGARET,
    OAK,
    STRENGTH,
    made,
    received,
    reword,
    send,
    sent,
    sent_twice,
    signed,
    told,
    versions,
    written,
)
from tests.permissions.people import end_roles, give_role

SIANS = ("Siân Whitcombe", "lead reviewer", "chat")
PRIYAS = ("Priya Nair", "headteacher", "chat")


def labels(card: Card) -> set[str]:
    return {one.label for one in buttons(card)}


def signing(world: World, email: str = PRIYA, paper: str = "the summary") -> Chat:
    """Somebody with the card before them that asks them to sign."""
    person = world.person(email)
    person.read(f"Please sign {paper}")
    return person


def test_the_headteacher_signs_from_the_card_which_shows_it(world: World) -> None:
    sent(world)
    priya = signing(world)
    assert "Signed. Thank you." in str(priya.click("Sign"))
    assert "Signatures to follow: governor (" in str(priya.card)
    assert signed(world) == [SIANS, PRIYAS]
    [standing] = [card for card in priya.messages if "ummary" in card.title]
    assert standing.title == f"Summary sent: {OAK}"
    assert "You have signed it." in str(standing)
    assert labels(standing) == {"Query", "Governor’s link", "Open"}
    assert "Priya Nair (headteacher)" in str(world.person(OFFICE).read("Summary to release"))


def test_a_second_press_signs_once(world: World) -> None:
    sent(world)
    priya = signing(world)
    other = priya.twin()
    priya.click("Sign")
    assert "You have signed it." in str(other.click("Sign"))
    assert signed(world) == [SIANS, PRIYAS]
    assert made(world, "paper_signed") == ["paper_signed"] * 2


def test_of_joint_headteachers_one_signs(world: World) -> None:
    give_role(world.sessions, ELLIE, Role.HEAD, "oak")
    sent(world)
    signing(world, ELLIE).click("Sign")
    priya = world.person(PRIYA)
    assert "Sign" not in labels(priya.read(f"Summary sent: {OAK}"))
    assert "Somebody else has signed it in your part already." in str(priya.open("paper.sign?sent=1"))
    assert [name for name, part, _ in signed(world) if part == "headteacher"] == [name_of(world, ELLIE)]


def test_the_plan_has_a_place_for_each_champion(world: World) -> None:
    written(world)
    chidi = send(world, CHIDI, "plan")
    assert "Signatures to follow: Improvement Champion (Owen O'Connell), headteacher" in str(chidi.card)
    signing(world, OWEN, "the action plan").click("Sign")
    assert "Improvement Champion (Owen" not in str(chidi.open("paper.show?sent=1"))
    assert "Signatures to follow: headteacher" in str(chidi.card)


def test_a_signature_can_be_withdrawn_and_given_again(world: World) -> None:
    sent(world)
    priya = signing(world)
    priya.click("Sign")
    assert "Your signature is withdrawn." in str(priya.click("Withdraw my signature"))
    assert signed(world) == [SIANS]
    assert "There is no signature of yours." in str(priya.open("paper.withdraw?sent=1"))
    assert "Signed. Thank you." in str(priya.click("Sign"))
    assert signed(world) == [SIANS, PRIYAS]
    assert made(world, "paper_unsigned") == ["paper_unsigned"]


def test_who_has_no_place_on_the_paper_signs_nothing(world: World) -> None:
    sent(world)
    for email in (BEN, MARTIN, CHIDI, OFFICE):
        assert "has no place for your signature" in str(world.person(email).open("paper.sign?sent=1"))
    for email in (KATE, AMIT, CARL):
        refused = str(world.person(email).open("paper.sign?sent=1"))
        assert "Sorry" in refused
        assert STRENGTH not in refused
    assert signed(world) == [SIANS]


def test_a_correction_asks_again_and_says_what_changed(world: World) -> None:
    sent_twice(world)
    assert [number for number, _ in versions(world)] == [1, 2]
    assert (signed(world, 1), signed(world, 2)) == ([SIANS, PRIYAS], [SIANS])
    priya = signing(world)
    shown = str(priya.card)
    assert "What changed since version 1" in shown
    assert "Talk about stories" in shown
    assert f"Before: {AREA}" in shown
    assert STRENGTH not in shown
    priya.click("Sign")
    assert signed(world, 2) == [SIANS, PRIYAS]
    old = [card for card in priya.messages if card.title.startswith("There is a newer version")]
    assert len(old) == 1
    assert STRENGTH in str(versions(world)[0])


def test_an_old_version_is_not_signed_but_leads_to_the_new_one(world: World) -> None:
    sent_twice(world)
    priya = world.person(PRIYA)
    priya.open("paper.withdraw?sent=1")
    assert signed(world, 1) == [SIANS, PRIYAS]
    refused = priya.open("paper.sign?sent=1")
    assert "There is a newer version of the summary, number 2" in str(refused)
    assert labels(refused) == {"Open the newest version", "What changed"}
    other = priya.twin()
    assert "Talk about stories" in str(priya.click("Open the newest version"))
    assert f"Before: {AREA}" in str(other.click("What changed"))
    assert signed(world, 2) == [SIANS]


def test_each_version_stays_to_be_read(world: World) -> None:
    sent_twice(world)
    priya = world.person(PRIYA)
    old = str(priya.open("paper.show?sent=1"))
    assert AREA in old
    assert "There is a newer version, number 2." in old
    assert "Sign" not in labels(priya.card)
    priya.click("All versions")
    assert priya.card.title == f"All versions of the summary: {OAK}"
    listed = str(priya.card)
    assert "Version 2, sent by Siân Whitcombe" in listed
    assert "A newer version has taken its place." in listed
    assert STRENGTH not in listed


def test_a_long_correction_is_told_as_counts(world_on_sqlite: World) -> None:
    sent_twice(world_on_sqlite, "A long word about books. " * 100)
    priya = signing(world_on_sqlite)
    assert "Area for development: 1 changed." in str(priya.card)
    assert "A long word about books" not in str(priya.card)
    assert "A long word about books" in str(priya.click("What changed"))


def test_the_draft_that_differs_says_so_to_its_writers_alone(world: World) -> None:
    sent(world)
    reword(world, AREA, "Talk about poems")
    assert "The draft has changed since it was sent." in str(world.person(SIAN).open("papers.show?review=1"))
    assert "draft" not in str(world.person(PRIYA).open("papers.show?review=1"))
    assert "poems" not in str(world.person(PRIYA).open("paper.show?sent=1"))


def test_the_office_records_a_signature_on_paper(world: World) -> None:
    sent(world)
    office = world.person(OFFICE)
    office.open("paper.show?sent=1")
    office.click("Record a signature on paper")
    [field] = office.card.fields
    assert field.label == "Who has signed?"
    assert "Please choose who has signed." in error(office.click("Record it"), "who")
    assert "Recorded: Margaret Osei" in str(
        office.click("Record it", who=choice(world, MARGARET, "governor"))
    )
    assert signed(world)[1] == ("Margaret Osei", "governor", "paper")
    assert "on paper; recorded by Janet Pryke" in str(world.person(PRIYA).open("paper.show?sent=1"))
    again = office.open("paper.recorded?sent=1", who=choice(world, MARGARET, "governor"))
    assert "The signature of Margaret Osei is there." in str(again)
    assert len(signed(world)) == 2


def test_a_signature_that_was_recorded_by_mistake_is_taken_out(world: World) -> None:
    sent(world)
    office = world.person(OFFICE)
    office.open("paper.recorded?sent=1", who=choice(world, PRIYA, "headteacher"))
    office.open("paper.record_signature?sent=1")
    office.click_in("Priya Nair", "Take it out")
    assert signed(world) == [SIANS]
    assert made(world, "signature_recorded", "signature_removed") == [
        "signature_recorded",
        "signature_removed",
    ]
    assert "is not there any more" in str(
        office.open(f"paper.remove_signature?sent=1&person={id_of(world, SIAN)}")
    )
    assert signed(world) == [SIANS]


@pytest.mark.parametrize(
    "who", ["governor:1", "headteacher:abc", "canary", "lead reviewer:", "headteacher:0"]
)
def test_nobody_signs_in_a_part_that_is_not_theirs(world_on_sqlite: World, who: str) -> None:
    sent(world_on_sqlite)
    form = world_on_sqlite.person(OFFICE).open("paper.recorded?sent=1", who=who)
    assert error(form, "who") == "Please choose somebody who has still to sign."
    assert signed(world_on_sqlite) == [SIANS]


def test_only_the_office_records_signatures(world: World) -> None:
    sent(world)
    for email in (PRIYA, SIAN, BEN, CHIDI, KATE, AMIT, MARGARET):
        someone = world.person(email)
        for route in ("record_signature", "recorded", "remove_signature"):
            answer = someone.open(f"paper.{route}?sent=1&person=1", who=choice(world, PRIYA, "headteacher"))
            assert "Sorry" in answer.title
    assert signed(world) == [SIANS]


def test_the_to_do_list_has_the_signature_and_the_release(world: World) -> None:
    sent(world)
    sign, release = f"Sign the summary: {OAK}", f"Release the summary: {OAK}"
    priya, office = world.person(PRIYA), world.person(OFFICE)
    for email in (SIAN, BEN, CHIDI, KATE, AMIT):
        mine = str(world.person(email).type("/peer-review"))
        assert sign not in mine
        assert release not in mine
    assert sign in str(world.person(MARGARET).type("/peer-review"))
    priya.type("/peer-review")
    priya.click_in(sign, "Sign")
    assert sign not in str(priya.type("/peer-review"))
    office.type("/peer-review")
    office.click_in(release, "Release to the Management Group")
    assert release not in str(office.type("/peer-review"))


def test_a_governor_in_the_chat_signs_there_and_hears_of_a_correction(world: World) -> None:
    sent(world)
    margaret = world.person(MARGARET)
    margaret.open("paper.show?sent=1")
    margaret.click("Sign")
    assert signed(world)[1] == ("Margaret Osei", "governor", "chat")
    reword(world, AREA, "Talk about stories")
    send(world)
    assert "Talk about stories" in str(signing(world, MARGARET).card)
    assert received(world, 2)["Margaret Osei"] == "governor"


def test_whoever_takes_over_as_head_before_the_morning_is_who_is_asked(world_on_sqlite: World) -> None:
    """What waits is written as things are when it goes."""
    world = world_on_sqlite
    written(world)
    world.now = datetime(2017, 12, 8, 22, 0, tzinfo=UTC)
    send(world)
    assert told(world, "paper.sent") == 7
    end_roles(world.sessions, PRIYA)
    world.wait(days=3)
    assert not any("summary" in title for title in world.person(PRIYA).titles())


def choice(world: World, email: str, part: str) -> str:
    return f"{part}:{id_of(world, email)}"


def name_of(world: World, email: str) -> str:
    with world.sessions() as session:
        return session.scalars(select(Person.name).where(Person.email == email)).one()


def id_of(world: World, email: str) -> str:
    with world.sessions() as session:
        return number_of(session, email)

"""The audit proforma: two at once, bad input, and who sees and does what."""

import pytest

from bot.rules.findings import Strand
from bot.rules.papers import AuditLine
from bot.rules.roles import Role
from storage import teams
from tests.chat import Chat, World, error, filled
from tests.conversation.auditing import (
    ASK,
    MINE,
    MORNING,
    SHOW,
    kinds,
    line,
    note,
    parts,
    person,
    plan_sent,
    returned,
    review_of,
)
from tests.conversation.conftest import (
    BEN,
    CARL,
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
from tests.permissions.people import give_role

AMIT, MARGARET = "amit.desai@consortium.example", "margaret.osei@oak.example"
ELLIE = "ellie.fenwick@oak.example"
AREAS = "audit.line?review=1&line=key_areas"


def test_the_second_of_two_headteachers_is_told_and_keeps_what_they_typed(world: World) -> None:
    plan_sent(world)
    give_role(world.sessions, ELLIE, Role.HEAD, "oak")
    priya, ellie = world.person(PRIYA), world.person(ELLIE)
    for someone in (priya, ellie):
        someone.open(AREAS)
    priya.click("Save it", key_areas="Reading")
    form = ellie.click("Save it", key_areas="Writing")
    assert "Priya Nair has changed this while you were here" in str(form)
    assert "Key areas explored: Reading" in str(form)
    assert filled(form)["key_areas"] == ("Writing",)
    assert line(world, AuditLine.KEY_AREAS).words == "Reading"
    ellie.click("Save it")
    assert line(world, AuditLine.KEY_AREAS).words == "Writing"


def test_the_headteacher_is_told_what_a_reviewer_wrote_meanwhile(world_on_sqlite: World) -> None:
    world = plan_sent(world_on_sqlite)
    priya, ben = world.person(PRIYA), world.person(BEN)
    priya.open(AREAS)
    ben.open(MINE)
    ben.click("Save it", key_areas="Phonics")
    assert "Ben Hartley has changed this" in str(priya.click("Save it", key_areas="All of it"))
    priya.click("Save it")
    assert line(world, AuditLine.KEY_AREAS).words == "All of it"
    # What is written later is added to the headteacher's.
    ben.open(MINE)
    ben.click("Save it", key_areas="Phonics in Year 1")
    assert line(world, AuditLine.KEY_AREAS).words == "All of it\nPhonics in Year 1"


def test_reviewers_words_are_in_nobodys_way_but_who_was_there_is(world_on_sqlite: World) -> None:
    world = plan_sent(world_on_sqlite)
    ben, martin, sian = world.person(BEN), world.person(MARTIN), world.person(SIAN)
    for someone in (ben, martin, sian):
        someone.open(MINE)
    ben.click("Save it", key_areas="Phonics", present="Ben and Siân")
    assert "Saved" in str(martin.click("Save it", key_areas="Maths", present="Ben and Siân"))
    form = sian.click("Save it", present="Siân and Martin")
    assert "so nothing is saved yet" in str(form)
    assert "Phonics" not in str(form)
    assert line(world, AuditLine.REVIEW).present == "Ben and Siân"
    sian.click("Save it")
    assert line(world, AuditLine.REVIEW).present == "Siân and Martin"
    # Whoever then changes something else brings nothing back that has been put right since.
    ben.open(MINE)
    ben.click("Save it", key_areas="Phonics in Year 1")
    assert line(world, AuditLine.REVIEW).present == "Siân and Martin"


def test_a_new_date_brings_no_words_back_and_takes_none_away(world_on_sqlite: World) -> None:
    world = plan_sent(world_on_sqlite)
    ben, priya = world.person(BEN), world.person(PRIYA)
    ben.open(MINE)
    ben.click("Save it", key_areas="Phonics")
    priya.open(AREAS)
    priya.click("Save it", key_areas="All of it")
    # Ben changes something else: what the headteacher has put right stays so.
    ben.open(MINE)
    ben.click("Save it", activities="Books")
    assert line(world, AuditLine.KEY_AREAS).words == "All of it"
    # The headteacher changes the day alone: what a champion has added since stays.
    chidi = world.person(CHIDI)
    visit = "audit.line?review=1&line=visit"
    priya.open(visit)
    priya.click("Save it", visit="In the spring")
    chidi.open(MINE)
    chidi.click("Save it", visit="With Year 2")
    priya.open(visit)
    priya.click("Save it", day="6 Feb 2018")
    assert line(world, AuditLine.VISIT).words == "In the spring\nWith Year 2"


def test_ones_own_old_form_takes_nothing_back_unseen(world_on_sqlite: World) -> None:
    ben = plan_sent(world_on_sqlite).person(BEN)
    ben.open(MINE)
    other = ben.twin()
    ben.click("Save it", key_areas="Phonics")
    assert "so nothing is saved yet" in str(other.click("Save it", key_areas="Maths"))
    assert line(world_on_sqlite, AuditLine.KEY_AREAS).words == "Phonics"


def test_eight_presses_ask_once_and_write_once(world: World) -> None:
    plan_sent(world)
    priya = world.person(PRIYA)
    priya.open(SHOW)
    at_once([pressing(priya.twin(), "Ask them") for _ in range(8)])
    chidi = world.person(CHIDI)
    chidi.open(MINE)
    at_once([pressing(chidi.twin(), "Save it", visit="In the spring") for _ in range(8)])
    world.send_waiting()
    assert kinds(world) == ["audit_asked", "audit_written"]
    assert [title.startswith("Chidi Eze has filled in") for title in priya.titles()].count(True) == 1


def test_a_form_with_an_error_keeps_what_was_typed_and_changes_nothing(world_on_sqlite: World) -> None:
    ben = plan_sent(world_on_sqlite).person(BEN)
    ben.open(MINE)
    form = ben.click("Save it", key_areas="x" * 2001, present="y" * 501, day="31 Nov", activities="Kept")
    assert "has 2,001" in error(form, "key_areas")
    assert "has 501" in error(form, "present")
    assert "November has 30 days" in error(form, "day")
    assert filled(form)["activities"] == ("Kept",)
    assert (kinds(world_on_sqlite), parts(world_on_sqlite)) == ([], [])


def test_forty_notes_are_shown_whole_and_can_be_saved_as_they_are(world_on_sqlite: World) -> None:
    world = plan_sent(world_on_sqlite)
    with world.sessions.begin() as session:
        for number in range(40):
            note(session, Strand.EXPLORED, f"{number} " + "Reading " * 120, BEN)
    priya = world.person(PRIYA)
    seen = str(priya.open(SHOW))
    while more := [button for button in priya.card.buttons if button.label.startswith("More")]:
        seen += str(priya.click(more[0].label))
    assert all(f"{number} Reading" in seen for number in range(40))
    assert "too long to be shown here" in str(priya.open(AREAS))
    assert "Saved" in str(priya.click("Save it"))
    ben = world.person(BEN)
    ben.open(MINE)
    assert "Saved" in str(ben.click("Save it", activities="Books"))
    assert parts(world)[-1].words in {"", "Books"}


@pytest.mark.parametrize("odd", ["{{ review }}", "<w:p>", "a & b", '=HYPERLINK("https://x.example")'])
def test_odd_words_come_out_as_they_were_typed(world_on_sqlite: World, odd: str) -> None:
    ben = plan_sent(world_on_sqlite).person(BEN)
    ben.open(MINE)
    ben.click("Save it", key_areas=odd)
    assert line(world_on_sqlite, AuditLine.KEY_AREAS).words == odd
    assert odd in str(world_on_sqlite.person(PRIYA).open(SHOW))


CANARY = "CanaryAudit"


def seen(person: Chat) -> bool:
    return CANARY in str(person.open(SHOW))


def with_words(world: World) -> World:
    """Ben's at the key areas."""
    plan_sent(world)
    ben = world.person(BEN)
    ben.open(MINE)
    ben.click("Save it", key_areas=CANARY)
    return world


def test_before_it_is_returned_the_head_sees_all_and_each_their_own(world_on_sqlite: World) -> None:
    world = with_words(world_on_sqlite)
    assert seen(world.person(PRIYA))
    assert seen(world.person(BEN))
    for email in (SIAN, MARTIN, CHIDI, OWEN):
        assert not seen(world.person(email))
        assert world.person(email).open(SHOW).title.startswith("Your part")
    kate = world.person(KATE)
    assert not seen(kate)
    assert "It is to be returned to the Consortium Office by" in str(kate.card)
    for email in (OFFICE, AMIT, MARGARET, ZOE, CARL):
        someone = world.person(email)
        assert not seen(someone)
        assert someone.card.title == "Sorry, I can’t do that", email


def test_once_it_is_returned_those_read_it_whose_it_is_to_read(world_on_sqlite: World) -> None:
    world = with_words(world_on_sqlite)
    returned(world)
    read = "Read it as it was returned"
    # The lead reviewer here is of the Management Group as well.
    for email in (PRIYA, SIAN, OFFICE, AMIT, MARGARET):
        card = world.person(email).open(SHOW)
        assert [str(b.to) for b in card.buttons if b.label == read] == ["paper.show?sent=2"], email  # type: ignore[union-attr]
    for email in (BEN, CHIDI):
        # Their own part alone is theirs, before and after.
        assert read not in [button.label for button in world.person(email).open(SHOW).buttons], email
    kate = world.person(KATE)
    assert "It was returned to the Consortium Office by Priya Nair" in str(kate.open(SHOW))
    assert [button.label for button in kate.card.buttons] == ["See the review"]
    for email in (ZOE, CARL):
        assert world.person(email).open(SHOW).title == "Sorry, I can’t do that"


HEADS_ACTS = (
    ASK,
    "audit.line?review=1&line=improvement",
    "audit.correct?review=1&line=improvement&version=0.0",
    "audit.restore?review=1&line=key_areas",
)
OWN_ACTS = (MINE, "audit.write?review=1&version=0.0", "audit.withdraw?review=1")


@pytest.mark.parametrize("email", [PRIYA, BEN, CHIDI, KATE, OFFICE, AMIT, MARGARET, ZOE])
def test_each_act_is_refused_to_those_whose_it_is_not(world_on_sqlite: World, email: str) -> None:
    world = with_words(world_on_sqlite)
    returned(world)
    before, someone = kinds(world), world.person(email)
    acts = OWN_ACTS if email == PRIYA else HEADS_ACTS if email in {BEN, CHIDI} else (*OWN_ACTS, *HEADS_ACTS)
    for act in acts:
        card = someone.open(act, improvement="Mine", key_areas="Mine")
        assert card.title == "Sorry, I can’t do that", act
        assert CANARY not in str(card)
    assert kinds(world) == before


def test_nobody_writes_at_a_line_that_is_not_theirs(world_on_sqlite: World) -> None:
    chidi = plan_sent(world_on_sqlite).person(CHIDI)
    chidi.open("audit.write?review=1&version=0.0", key_areas="Mine", improvement="Mine", visit="Spring")
    assert {one.line for one in parts(world_on_sqlite) if one.words} == {AuditLine.VISIT}


@pytest.mark.parametrize("line_name", ["", "nothing", "key_areas&review=2"])
def test_a_damaged_button_changes_nothing(world_on_sqlite: World, line_name: str) -> None:
    priya = plan_sent(world_on_sqlite).person(PRIYA)
    card = priya.open(f"audit.correct?review=1&line={line_name}", key_areas="Mine")
    assert card.title == "Sorry, I can’t do that"
    assert parts(world_on_sqlite) == []


def test_of_a_cancelled_review_nothing_is_filled_in(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    world_on_sqlite.person(KATE).open("cancel.do?review=1&day=2017-12-07", reason="Snow")
    assert "has been cancelled" in str(world_on_sqlite.person(BEN).open(MINE))
    priya = world_on_sqlite.person(PRIYA)
    assert [button.label for button in priya.open(SHOW).buttons] == ["See the review"]
    assert "The review is cancelled." in str(priya.card)


def test_whoever_is_replaced_keeps_what_they_wrote_and_writes_no_more(world_on_sqlite: World) -> None:
    world = with_words(world_on_sqlite)
    with world.sessions.begin() as session:
        place = teams.member(review_of(session), person(session, BEN).id)
        assert place is not None
        teams.end(session, place, MORNING)
    assert CANARY in line(world, AuditLine.KEY_AREAS).words
    assert world.person(BEN).open(MINE).title == "Sorry, I can’t do that"
    assert seen(world.person(PRIYA))

"""The headteacher hands the pack to somebody at the school, who has her rights on it and on nothing else."""

from datetime import UTC, date, datetime

from sqlalchemy import select, update

from storage.models import HandedOver, Person, RoleAssignment
from tests import roster
from tests.chat import Chat, World, error
from tests.conversation.conftest import KATE, PRIYA, number
from tests.conversation.packing import DENISE, LINK, SHOW, add, labels, links, packing, rows
from tests.conversation.test_leavers import leaves

MARGARET = "margaret.osei@oak.example"
YUSUF = "yusuf.demir@oak.example"
ASKED = "Can you see to the paperwork? Oak Primary School, Thursday 7 December 2017"
OVER = "The paperwork is no longer with you: Oak Primary School, Thursday 7 December 2017"


def handed(world: World) -> Chat:
    priya = packing(world)
    priya.click("Hand over")
    assert "Denise Abbott has been asked" in str(priya.click("Ask them", person=number(world, DENISE)))
    return priya


def test_a_colleague_sees_to_it(world: World) -> None:
    priya = handed(world)
    denise = world.person(DENISE)
    denise.read(ASKED)
    denise.click("Open the paperwork")
    shown = add(denise, "(SEF)")
    assert rows(shown)["Most recent self-evaluation form (SEF)"] == "docs.oak.example, added by Denise Abbott"
    assert {"Need longer", "Change", "Remove"} < labels(shown)
    assert {"Hand over", "Hand to someone else", "Take it back", "See the review"} & labels(shown) == set()
    assert "docs.oak.example, added by Denise Abbott" in str(add(priya, "Data"))
    assert "Send the paperwork for Oak" in str(denise.type("/peer-review"))
    assert denise.type("papers").title.startswith("Paperwork: Oak")


def test_a_governor_is_neither_offered_nor_taken(world_on_sqlite: World) -> None:
    """By the table of who may see what, a governor has nothing to do with the links."""
    priya = packing(world_on_sqlite)
    form, margaret = priya.click("Hand over"), number(world_on_sqlite, MARGARET)
    assert "Margaret Osei" not in str(form)
    assert error(priya.click("Ask them", person=margaret), "person")
    with world_on_sqlite.sessions() as session:
        assert session.scalars(select(HandedOver)).all() == []


def test_it_is_the_pack_and_nothing_else(world_on_sqlite: World) -> None:
    handed(world_on_sqlite)
    denise = world_on_sqlite.person(DENISE)
    for token in (
        "review.show?review=1",
        "review.history?review=1",
        "date.confirm?review=1&day=2017-12-07",
        "suggest.ask?review=1",
        "hand.ask?review=1&part=pack",
        "hand.back?review=1&part=pack",
        "hand.over?review=1&part=pack&was=1",
    ):
        refused = denise.open(token, person=number(world_on_sqlite, YUSUF))
        assert refused.title == "Sorry, I can’t do that", token


def test_taken_back(world: World) -> None:
    priya = handed(world)
    denise = world.person(DENISE)
    denise.open(SHOW)
    assert "It is with you again." in str(priya.click("Take it back"))
    assert denise.titles() == [OVER]
    assert "Only the school’s headteacher" in str(denise.press("Add link", "(SEF)", {}))
    assert "Sorry" in denise.open(SHOW).title
    assert "Send the paperwork" not in str(denise.type("/peer-review"))
    priya.open("hand.back?review=1&part=pack")
    history = str(world.person(KATE).open("review.history?review=1"))
    assert "handed over the paperwork" in history
    assert history.count("took the paperwork back") == 1
    assert "to Denise Abbott" in history


def test_handed_to_someone_else(world: World) -> None:
    priya = handed(world)
    priya.click("Hand to someone else")
    priya.click("Ask them", person=number(world, YUSUF))
    assert world.person(DENISE).titles() == [OVER]
    assert ASKED in world.person(YUSUF).titles()
    with world.sessions() as session:
        still = select(Person.email).join(HandedOver, HandedOver.person_id == Person.id)
        assert session.scalars(still.where(HandedOver.ended_at.is_(None))).all() == [YUSUF]


def test_of_two_who_hand_it_over_at_once_the_second_sees_the_first(world: World) -> None:
    priya = packing(world)
    priya.click("Hand over")
    twin = priya.twin()
    priya.click("Ask them", person=number(world, DENISE))
    form = twin.click("Ask them", person=number(world, YUSUF))
    assert "Priya Nair has just asked Denise Abbott." in str(form)
    assert "Yusuf Demir has been asked" in str(twin.click("Ask them"))


def test_only_people_of_the_school_can_be_asked(world_on_sqlite: World) -> None:
    priya = packing(world_on_sqlite)
    form = priya.click("Hand over")
    assert "Denise Abbott" in str(form)
    assert "Kate Moore" not in str(form)
    assert "label='Priya Nair'" not in str(form)
    assert "Please choose" in error(priya.click("Ask them", person=""), "person")
    for wrong in (number(world_on_sqlite, KATE), number(world_on_sqlite, PRIYA), "Kate Moore", "999"):
        assert error(priya.click("Ask them", person=wrong), "person")
    assert "Denise Abbott has been asked" in str(priya.click("Ask them", person="Denise"))


def test_whoever_has_left_or_has_no_role_there_any_more_has_no_rights(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    priya = handed(world)
    denise = world.person(DENISE)
    denise.open(SHOW)
    with world.sessions.begin() as session:
        person = session.scalars(select(Person.id).where(Person.email == DENISE)).one()
        gone = update(RoleAssignment).where(RoleAssignment.person_id == person)
        session.execute(gone.values(ends=date(2017, 10, 31)))
        roster.has_changed(session)
    assert "Only the school’s headteacher" in str(denise.press("Add link", "(SEF)", {}))
    assert "Send the paperwork" not in str(denise.type("/peer-review"))
    assert "Denise Abbott" not in str(priya.open(SHOW))
    leaves(world, DENISE, date(2017, 11, 1))
    assert denise.open(SHOW).title == "I don’t know you yet"
    priya.click("Hand over")
    assert "Yusuf Demir has been asked" in str(priya.click("Ask them", person=number(world, YUSUF)))
    assert world.person(DENISE).titles() == [ASKED]


def test_another_part_gives_no_right_to_the_pack(world_on_sqlite: World) -> None:
    handed(world_on_sqlite)
    with world_on_sqlite.sessions.begin() as session:
        session.execute(update(HandedOver).values(part="timetable"))
    assert "Sorry" in world_on_sqlite.person(DENISE).open(SHOW).title


def test_whoever_helped_keeps_the_links_no_longer_than_a_reviewer(world_on_sqlite: World) -> None:
    handed(world_on_sqlite)
    denise = world_on_sqlite.person(DENISE)
    denise.open(SHOW)
    add(denise, "(SEF)")
    world_on_sqlite.now = datetime(2018, 1, 6, 12, tzinfo=UTC)
    assert links(denise.world, denise.open(SHOW)) == {LINK}
    world_on_sqlite.now = datetime(2018, 1, 7, 12, tzinfo=UTC)
    assert links(denise.world, denise.open(SHOW)) == set()
    assert denise.card.title == "Sorry, I can’t do that"

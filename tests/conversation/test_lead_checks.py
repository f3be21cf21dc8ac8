"""In June the Management Group is asked who leads the groups, on 1 September each Lead."""

from sqlalchemy import select

from bot.cards.model import Card
from bot.rules.roles import Role
from storage.models import LeadCheck, Person, RoleAssignment
from tests.chat import World
from tests.conversation.conftest import BEN, KATE, OFFICE
from tests.conversation.reminding import reminders, rows
from tests.conversation.test_mornings import tick

WANTED = "Another Lead is wanted for Collaborative Group 2"


def managers(world: World) -> list[str]:
    with world.sessions() as session:
        held = select(RoleAssignment.person_id).where(RoleAssignment.role == Role.MANAGEMENT)
        return list(session.scalars(select(Person.email).where(Person.id.in_(held)).order_by(Person.email)))


def june(world: World) -> str:
    # 1 June 2018 lies in the half term: it is Monday 4 June.
    tick(world, 1, 9, 0, month=6, year=2018)
    assert all(reminders(world, one) == [] for one in managers(world))
    tick(world, 4, 7, 0, month=6, year=2018)
    return managers(world)[0]


def titles(card: Card) -> list[str]:
    return [row.title for row in rows(card)]


def test_the_management_group_is_asked_in_june_and_one_answer_is_enough(world: World) -> None:
    one, *others = [june(world), *managers(world)[1:]]
    (card,) = reminders(world, one)
    assert titles(card) == [f"Who leads Collaborative Group {n} from September?" for n in (1, 2, 3)]
    assert "Kate Moore is its Peer Review Lead" in str(rows(card)[1].detail)
    assert [button.label for button in rows(card)[1].buttons] == ["Confirm", "Replace"]
    person = world.person(one)
    person.open("leads.confirm?group=2&season=2018-06-01")
    assert "has confirmed who leads it" in str(person.card)
    other = world.person(others[0])
    assert "has confirmed who leads it" in str(
        other.open("leads.replace?group=2&season=2018-06-01", person="Jo")
    )
    assert reminders(world, KATE) == []


def test_the_lead_is_asked_on_the_first_of_september_or_the_first_school_day(world: World) -> None:
    # Term begins with an INSET day, on Monday 4 September.
    for day in (1, 4):
        tick(world, day, 9, 0, month=9, year=2017)
    assert reminders(world, KATE) == []
    tick(world, 5, 7, 0, month=9, year=2017)
    (card,) = reminders(world, KATE)
    assert titles(card) == ["You lead Collaborative Group 2 this year"]
    tick(world, 6, 7, 0, month=9, year=2017)
    assert len(reminders(world, KATE)) == 1


def test_another_lead_is_asked_of_the_office_and_can_be_taken_back(world: World) -> None:
    person = world.person(june(world))
    person.open("leads.ask?group=2&season=2018-06-01")
    assert "Please give a name" in str(person.click("Ask the office", person=" "))
    assert "100 characters" in str(person.click("Ask the office", person="x" * 101))
    assert "The Consortium Office has been asked" in str(
        person.click("Ask the office", person="Daniel Achterberg")
    )
    world.send_waiting()
    assert "asks for Daniel Achterberg" in str(world.person(OFFICE).read(WANTED))
    person.click("Take it back")
    world.send_waiting()
    assert WANTED not in world.person(OFFICE).titles()
    person.click("Confirm")
    with world.sessions() as session:
        assert [(one.wanted, one.ended_at is None) for one in session.scalars(select(LeadCheck))] == [
            ("Daniel Achterberg", False),
            ("", True),
        ]


def test_who_has_no_say_in_it_and_who_comes_late_is_told(world_on_sqlite: World) -> None:
    june(world_on_sqlite)
    ben = world_on_sqlite.person(BEN)
    assert "can say who leads it" in str(ben.open("leads.confirm?group=2&season=2018-06-01"))
    kate = world_on_sqlite.person(KATE)
    assert "can say who leads it" in str(kate.open("leads.confirm?group=1&season=2018-06-01"))
    tick(world_on_sqlite, 3, 9, 0, month=9, year=2018)
    assert "asked some time ago" in str(kate.open("leads.confirm?group=2&season=2018-06-01"))

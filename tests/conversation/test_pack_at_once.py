"""Two people at one paper, clicks that come twice, and buttons that are out of date."""

from sqlalchemy import select

from bot.cards.model import Card
from storage.models import Change, PackItem
from tests.chat import Chat, World, filled
from tests.conversation.conftest import number
from tests.conversation.packing import (
    AREAS,
    DENISE,
    LINK,
    SHOW,
    add,
    is_done,
    labels,
    links,
    packing,
    rows,
    told,
)
from tests.conversation.test_at_once import at_once, pressing

OTHER = "https://docs.oak.example/other"


def two(world: World) -> tuple[Chat, Chat]:
    """The headteacher and whoever she has handed the pack to."""
    priya = packing(world)
    priya.click("Hand over")
    priya.click("Ask them", person=number(world, DENISE))
    denise = world.person(DENISE)
    denise.open(SHOW)
    return priya, denise


def test_the_second_keeps_what_they_typed_and_sees_what_the_first_left(world: World) -> None:
    priya, denise = two(world)
    priya.click_in("(SEF)", "Add link")
    denise.click_in("(SEF)", "Add link")
    denise.click("Save the link", link=OTHER)
    form = priya.click("Save the link", link=LINK)
    assert "Denise Abbott has just added a link. Yours is not saved yet." in str(form)
    assert links(world, form) == {OTHER}
    assert filled(form) == {"link": (LINK,)}
    shown = priya.click("Save the link")
    assert links(world, shown) == {LINK}
    assert "docs.oak.example, added by Priya Nair" in str(rows(shown))


def test_a_reason_and_a_link_at_once(world_on_sqlite: World) -> None:
    priya, denise = two(world_on_sqlite)
    priya.click_in("(SEF)", "Not applicable")
    add(denise, "(SEF)")
    form = priya.click("Save the reason", reason="We write none")
    assert "Denise Abbott has just added a link." in str(form)
    assert filled(form) == {"reason": ("We write none",)}
    priya.click("Save the reason")
    denise.click_in("(SEF)", "Change")
    assert "Not applicable: We write none" in str(rows(priya.open(SHOW)))


def test_taken_out_and_added_again_is_not_taken_for_the_old_one(world_on_sqlite: World) -> None:
    priya, denise = two(world_on_sqlite)
    add(priya, "(SEF)")
    denise.open(SHOW)
    denise.click_in("(SEF)", "Change")
    priya.click_in("(SEF)", "Remove")
    assert "has just taken it out" in str(denise.twin().click("Save the link", link=OTHER))
    add(priya, "(SEF)")
    form = denise.click("Save the link", link=OTHER)
    assert "Priya Nair has just added a link." in str(form)


def test_an_old_remove_takes_nothing_out(world_on_sqlite: World) -> None:
    priya, denise = two(world_on_sqlite)
    add(priya, "(SEF)")
    denise.open(SHOW)
    old = denise.twin()
    denise.click_in("(SEF)", "Change")
    denise.click("Save the link", link=OTHER)
    shown = old.click_in("(SEF)", "Remove")
    assert "You have changed that paper since" in str(shown)
    assert links(world_on_sqlite, shown) == {OTHER}
    denise.open(SHOW)
    again = denise.twin()
    denise.click_in("(SEF)", "Remove")
    assert "Taken out" not in str(again.click_in("(SEF)", "Remove"))


def test_the_same_click_twice_changes_once(world_on_sqlite: World) -> None:
    priya = packing(world_on_sqlite)
    priya.click_in("(SEF)", "Add link")
    twin = priya.twin()
    priya.click("Save the link", link=LINK)
    assert links(world_on_sqlite, twin.click("Save the link", link=LINK)) == {LINK}
    first = priya.twin()
    priya.click("First review")
    first.click("First review")
    with world_on_sqlite.sessions() as session:
        assert session.scalars(select(Change.what).where(Change.what.startswith("paper"))).all() == [
            "paper_added",
            "paper_not_needed",
        ]


def test_eight_save_at_the_same_moment(world: World) -> None:
    priya = packing(world)
    for row in ("Data", "(SDP/SIP)", "Ofsted", "report to governors"):
        add(priya, row)
    priya.click("First review")
    priya.click_in("(SEF)", "Add link")
    twins = [priya.twin() for _ in range(8)]
    cards: list[Card] = at_once(
        [pressing(one, "Save the link", link=f"{LINK}/{n}") for n, one in enumerate(twins)]
    )
    assert sum("Saved: " in str(card) for card in cards) == 1
    assert sum("You have just added a link" in str(card) for card in cards) == 7
    assert is_done(world)
    assert told(world, "pack.complete") == 3
    with world.sessions() as session:
        assert len(session.scalars(select(PackItem.id)).all()) == 6


def test_of_two_notes_the_second_sees_the_first(world: World) -> None:
    priya, denise = two(world)
    priya.click("Add a note")
    denise.click("Add a note")
    denise.click("Save the note", areas=AREAS, link=OTHER)
    form = priya.click("Save the note", areas="Reading", link="")
    assert "Denise Abbott has just changed the note." in str(form)
    assert rows(form)["The note now"] == AREAS
    assert filled(form) == {"areas": ("Reading",), "link": ("",)}
    assert rows(priya.click("Save the note"))["Self-review note (optional)"] == "Reading"


def test_a_note_can_be_emptied_and_its_link_is_checked(world_on_sqlite: World) -> None:
    priya = packing(world_on_sqlite)
    priya.click("Add a note")
    form = priya.click("Save the note", areas="x" * 2001, link="oak.example")
    assert [bool(field.error) for field in form.fields] == [True, True]
    priya.click("Save the note", areas="", link=LINK)
    assert "docs.oak.example, added by Priya Nair" in rows(priya.card)["Self-review note (optional)"]
    priya.click("Change the note")
    assert "Add a note" in labels(priya.click("Save the note", link=""))

"""The enquiry questions and their sources: added, changed, put in order, taken out."""

from bot.cards.model import Listing
from bot.cards.questions import A_PAGE
from tests.chat import Chat, World, error, filled
from tests.conversation.conftest import BEN, KATE, MARTIN, PRIYA, SIAN, booked
from tests.conversation.meeting import SHOW
from tests.conversation.test_at_once import at_once, pressing


def listed(person: Chat) -> list[str]:
    """The questions on the card before them."""
    return [row.title for block in person.card.blocks if isinstance(block, Listing) for row in block.rows]


def asking(world: World, *questions: str, by: str = SIAN) -> Chat:
    booked(world)
    return add(world, *questions, by=by)


def add(world: World, *questions: str, by: str = SIAN) -> Chat:
    someone = world.person(by)
    someone.open("questions.ask?review=1")
    someone.click("Add several at once")
    someone.click("Add them", questions="\n".join(questions))
    return someone


def test_one_is_added_with_its_sources_and_corrected(world: World) -> None:
    booked(world)
    sian = world.person(SIAN)
    sian.open(SHOW)
    sian.click("Add a question")
    sian.click("Add it", question="Is phonics taught in one way?", sources="Lessons")
    assert listed(sian) == ["1. Is phonics taught in one way?"]
    assert "Lessons" in str(sian.card)
    sian.click("Change")
    assert filled(sian.card) == {"question": ("Is phonics taught in one way?",), "sources": ("Lessons",)}
    sian.click("Save it", question="How is phonics taught?")
    assert listed(sian) == ["1. How is phonics taught?"]
    history = str(world.person(KATE).open("review.history?review=1"))
    assert "changed an enquiry question" in history
    assert "phonics" not in history


def test_several_are_added_from_lines(world: World) -> None:
    sian = asking(world, "1. One? | Books", "", "- Two?")
    assert listed(sian) == ["1. One?", "2. Two?"]
    assert "2 questions are added." in str(sian.card)


def test_lines_that_will_not_do_are_named_and_nothing_is_added(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    sian = world_on_sqlite.person(SIAN)
    sian.open("questions.several?review=1")
    typed = f"One?\n| Books\n{'x' * 501}"
    form = sian.click("Add them", questions=typed)
    assert "Line 2: the question is missing before the “|”." in str(form)
    assert "Line 3: the question has 501 characters; please keep to 500." in str(form)
    assert filled(form)["questions"] == (typed,)
    assert "at least one question" in str(sian.click("Add them", questions=" "))
    assert "10,000 characters" in str(sian.click("Add them", questions="x\n" * 5_001))
    sian.open(SHOW)
    assert listed(sian) == []


def test_one_that_will_not_do_is_kept(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    ben = world_on_sqlite.person(BEN)
    ben.open("questions.ask?review=1")
    form = ben.click("Add it", question="", sources="y" * 501)
    assert error(form, "question") == "Please write the question."
    assert "500 characters; it has 501" in error(form, "sources")
    assert filled(form)["sources"] == ("y" * 501,)


def test_what_was_typed_as_one_comes_along_to_several(world_on_sqlite: World) -> None:
    booked(world_on_sqlite)
    ben = world_on_sqlite.person(BEN)
    ben.open("questions.ask?review=1")
    form = ben.click("Add several at once", question="One?\nReally?", sources="Books")
    assert filled(form)["questions"] == ("One? Really? | Books",)


def test_they_are_put_in_order_and_taken_out(world: World) -> None:
    sian = asking(world, "One?", "Two?", "Three?")
    sian.click_in("3.", "Up")
    assert listed(sian) == ["1. One?", "2. Three?", "3. Two?"]
    sian.click_in("1.", "Down")
    assert listed(sian) == ["1. Three?", "2. One?", "3. Two?"]
    sian.click_in("1.", "Remove")
    assert listed(sian) == ["1. One?", "2. Two?"]
    assert "The question is taken out." in str(sian.card)


def test_a_second_press_on_up_moves_nothing_further(world: World) -> None:
    sian = asking(world, "One?", "Two?", "Three?")
    other = sian.twin()
    sian.click_in("3.", "Up")
    other.click_in("3.", "Up")
    assert listed(other) == ["1. One?", "2. Three?", "3. Two?"]


def test_a_long_list_is_cut_into_pages(world: World) -> None:
    sian = asking(world, *(f"Number {n}?" for n in range(1, 13)))
    assert listed(sian) == ["11. Number 11?", "12. Number 12?"]
    sian.open(SHOW)
    assert len(listed(sian)) == A_PAGE
    sian.click("More (7 left)")
    assert listed(sian)[0] == "6. Number 6?"
    sian.click_in("6.", "Up")
    assert listed(sian)[-1] == "5. Number 6?"


def test_reviewers_add_and_correct_their_own(world: World) -> None:
    asking(world, "Siân’s?")
    ben = add(world, "Ben’s?", by=BEN)
    rows = [row for block in ben.card.blocks if isinstance(block, Listing) for row in block.rows]
    assert [[button.label for button in row.buttons] for row in rows] == [[], ["Change", "Remove"]]
    assert "whoever added a question can change it" in str(ben.open("question.change?review=1&question=1"))
    assert "whoever added" in str(world.person(MARTIN).open("question.remove?review=1&question=2&version=1"))
    ben.open(SHOW)
    ben.click_in("2.", "Change")
    ben.click("Save it", question="Ben’s own?")
    assert listed(ben) == ["1. Siân’s?", "2. Ben’s own?"]
    priya = world.person(PRIYA)
    priya.open(SHOW)
    priya.click_in("2.", "Remove")
    assert listed(priya) == ["1. Siân’s?"]


def test_two_change_one_at_once_and_the_second_sees_the_first(world: World) -> None:
    asking(world, "One?")
    sian, priya = world.person(SIAN), world.person(PRIYA)
    for someone in (sian, priya):
        someone.open(SHOW)
        someone.click("Change")
    sian.click("Save it", question="Siân’s?")
    form = priya.click("Save it", question="Priya’s?")
    assert "Siân Whitcombe has changed this question while you were here. It now says: “Siân’s?”" in str(form)
    assert filled(form)["question"] == ("Priya’s?",)
    priya.click("Save it")
    assert listed(priya) == ["1. Priya’s?"]


def test_another_order_is_no_change_of_the_words(world: World) -> None:
    sian = asking(world, "One?", "Two?")
    priya = world.person(PRIYA)
    priya.open(SHOW)
    priya.click_in("2.", "Change")
    sian.click_in("2.", "Up")
    priya.click("Save it", question="Priya’s?")
    assert listed(priya) == ["1. Priya’s?", "2. One?"]


def test_one_that_was_taken_out_meanwhile_can_be_added_again(world: World) -> None:
    sian = asking(world, "One?")
    priya = world.person(PRIYA)
    priya.open(SHOW)
    priya.click("Change")
    old = sian.card
    sian.click("Remove")
    form = priya.click("Save it", question="Priya’s?")
    assert "Siân Whitcombe has taken this question out." in error(form, "question")
    assert filled(form)["question"] == ("Priya’s?",)
    priya.click("Add it")
    assert listed(priya) == ["1. Priya’s?"]
    sian.card = old
    sian.click("Remove")
    assert listed(sian) == ["1. Priya’s?"]


def test_one_that_was_changed_since_is_not_taken_out(world: World) -> None:
    sian = asking(world, "One?")
    priya = world.person(PRIYA)
    priya.open("question.change?review=1&question=1")
    priya.click("Save it", question="Better?")
    assert "Priya Nair has changed that question since" in str(sian.click("Remove"))
    assert listed(sian) == ["1. Better?"]


def test_all_add_at_once_and_each_question_is_there_once(world: World) -> None:
    booked(world)
    team = [world.person(email) for email in (SIAN, PRIYA, BEN, MARTIN)]
    for someone in team:
        someone.open("questions.ask?review=1")
    at_once(
        [pressing(chat, "Add it", question=question) for chat in team for question in ("Same?", chat.email)]
    )
    sian = world.person(SIAN)
    sian.open(SHOW)
    shown = listed(sian)
    assert [title for title in shown if "Same?" in title] == [next(t for t in shown if "Same?" in t)]
    assert len(listed_all(sian)) == 5


def listed_all(person: Chat) -> list[str]:
    """Over all the pages."""
    found = listed(person)
    while more := [b.label for b in person.card.buttons if b.label.startswith("More")]:
        person.click(more[0])
        found += listed(person)
    return found


def test_a_question_of_another_review_is_not_reached(world_on_sqlite: World) -> None:
    asking(world_on_sqlite, "One?")
    assert "has been taken out already" in str(
        world_on_sqlite.person(SIAN).open("question.change?review=1&question=99")
    )

"""The audit proforma is filled in by what is known, and by each who took part for their own lines."""

from datetime import date

import pytest

from bot.cards.model import Card
from bot.rules.papers import AuditLine
from tests.chat import World, buttons, error, filled
from tests.conversation.auditing import (
    ACTION,
    ACTIVITY,
    AREA,
    ASK,
    MINE,
    OWN,
    SHOW,
    TITLE,
    after_the_review,
    kinds,
    line,
    parts,
    plan_sent,
    returned,
    rows,
)
from tests.conversation.conftest import BEN, CHANNEL, CHIDI, KATE, MARTIN, OWEN, PRIYA, SIAN

PLEASE = "Please fill in your part of the audit proforma"
TO_RETURN = "Return the audit proforma of Oak Primary School, Thursday 7 December 2017"
TO_FILL_IN = "Fill in your part of the audit proforma: Oak Primary School"


def labels(card: Card) -> list[str]:
    return [button.label for button in card.buttons]


def test_it_fills_itself_in_and_is_returned_in_two_presses(world: World) -> None:
    priya = plan_sent(world).person(PRIYA)
    assert TO_RETURN in str(priya.type("/peer-review"))
    [give] = [one for one in buttons(priya.card, TO_RETURN) if one.label == "Preview and return"]
    assert str(give.to) == "paper.preview?review=1&paper=audit"
    assert line(world, AuditLine.REVIEW).present == "Siân Whitcombe, Ben Hartley and Martin Kowalczyk"
    assert line(world, AuditLine.KEY_AREAS).words == AREA
    assert line(world, AuditLine.ACTIVITIES).words == ACTIVITY
    feedback = line(world, AuditLine.FEEDBACK)
    assert (feedback.present, feedback.dated) == ("Priya Nair and Tom Garrod", "Thursday 7 December 2017")
    assert line(world, AuditLine.GOVERNORS).present == "Margaret Osei"
    workshop = line(world, AuditLine.WORKSHOP)
    assert workshop.dated == "Thursday 14 December 2017"
    assert workshop.present == "Chidi Eze, Owen O'Connell and Tom Garrod"
    assert line(world, AuditLine.PLAN_AGREED).dated == "Monday 18 December 2017"
    assert line(world, AuditLine.PRIORITIES).words == ACTION


def test_the_headteacher_sees_all_of_it_and_what_is_missing(world: World) -> None:
    priya = plan_sent(world).person(PRIYA)
    card = priya.open(SHOW)
    assert card.title == TITLE
    assert rows(card)["Ben Hartley, Thu 7 Dec 2017, 11:00"] == AREA
    assert "Still missing: Data shared; Initial meeting" in str(card)
    assert "To be returned to the Consortium Office by" in str(card)
    assert labels(card)[:2] == ["Return it to the office", "Ask them"]
    assert "School improvement achieved" not in str(card.blocks[:3])


def test_those_whose_lines_say_nothing_are_asked_by_one_press(world: World) -> None:
    priya = plan_sent(world).person(PRIYA)
    priya.open(SHOW)
    assert "I have asked Chidi Eze and Owen O'Connell, each for their own part." in str(
        priya.click("Ask them")
    )
    for email in (CHIDI, OWEN):
        assert world.person(email).titles()[-1].startswith(PLEASE)
    for email in (SIAN, BEN, MARTIN, KATE):
        assert not any(title.startswith(PLEASE) for title in world.person(email).titles())
    assert "Asked, and not answered yet: Chidi Eze, Mon 18 Dec 2017, 09:00; Owen" in str(priya.card)
    assert kinds(world) == ["audit_asked"]


def test_nobody_is_asked_twice_on_one_day(world: World) -> None:
    priya = plan_sent(world).person(PRIYA)
    priya.open(SHOW)
    priya.click("Ask them")
    assert "asked today already" in str(priya.click("Ask them"))
    assert kinds(world) == ["audit_asked"]
    world.wait(days=1)
    priya.click("Ask them")
    chidi = world.person(CHIDI)
    assert [title.startswith(PLEASE) for title in chidi.titles()].count(True) == 1
    assert chidi.titles().count("This message is out of date") == 1
    assert kinds(world) == ["audit_asked", "audit_asked"]


def test_a_reviewer_fills_in_their_own_lines_with_their_notes_there(world: World) -> None:
    plan_sent(world)
    ben = world.person(BEN)
    card = ben.open(SHOW)
    assert card.title == OWN
    assert rows(card) == {
        "Review carried out": "Thursday 7 December 2017\nSiân Whitcombe, Ben Hartley and Martin Kowalczyk",
        "Key areas explored": AREA,
        "Activities undertaken by the reviewers": "Nothing yet.",
    }
    form = ben.click("Fill in my part")
    assert filled(form) == {
        "present": ("Siân Whitcombe, Ben Hartley and Martin Kowalczyk",),
        "day": ("2017-12-07",),
        "key_areas": (AREA,),
        "activities": ("",),
    }
    assert "Saved. Thank you." in str(ben.click("Save it", activities="Pupils’ books"))
    assert line(world, AuditLine.ACTIVITIES).words == f"{ACTIVITY}\nPupils’ books"
    # What was merely left as it was is nobody's word.
    assert [(one.line, one.present, one.dated, one.words) for one in parts(world) if one.words] == [
        (AuditLine.ACTIVITIES, "", None, "Pupils’ books")
    ]
    assert kinds(world) == ["audit_written"]


def test_two_reviewers_words_both_stand_with_whose_they_are(world: World) -> None:
    plan_sent(world)
    for email, words in ((BEN, "Phonics"), (MARTIN, "Maths")):
        someone = world.person(email)
        someone.open(MINE)
        someone.click("Save it", key_areas=words)
        world.wait(minutes=1)
    assert line(world, AuditLine.KEY_AREAS).words == "Phonics\nMaths"
    card = world.person(PRIYA).open(SHOW)
    assert rows(card)["Ben Hartley, Mon 18 Dec 2017, 09:00"] == "Phonics"
    assert rows(card)["Martin Kowalczyk, Mon 18 Dec 2017, 09:01"] == "Maths"
    assert "Maths" not in str(world.person(BEN).open(SHOW))


def test_ones_own_words_can_be_corrected_and_taken_back(world: World) -> None:
    ben = plan_sent(world).person(BEN)
    ben.open(MINE)
    ben.click("Save it", key_areas="Phonics")
    ben.click("Fill in my part")
    ben.click("Save it", key_areas="Phonics in Year 1", present="Ben Hartley")
    assert line(world, AuditLine.KEY_AREAS).words == "Phonics in Year 1"
    assert line(world, AuditLine.REVIEW).present == "Ben Hartley"
    assert "taken back" in str(ben.click("Take back what I wrote"))
    assert line(world, AuditLine.KEY_AREAS).words == AREA
    assert line(world, AuditLine.REVIEW).present == "Siân Whitcombe, Ben Hartley and Martin Kowalczyk"
    assert "Take back what I wrote" not in labels(ben.card)
    ben.open("audit.withdraw?review=1")
    assert kinds(world) == ["audit_written", "audit_written", "audit_taken_back"]


def test_a_champion_fills_in_theirs(world: World) -> None:
    chidi = plan_sent(world).person(CHIDI)
    assert "Development visit" in labels(chidi.open(SHOW))
    assert list(filled(chidi.click("Fill in my part"))) == ["present", "day", "plan_priorities", "visit"]
    chidi.click("Save it", plan_priorities="Reading comes first", day="15 Dec")
    assert line(world, AuditLine.PRIORITIES).words == f"{ACTION}\nReading comes first"
    assert line(world, AuditLine.WORKSHOP).dated == "Friday 15 December 2017"


def test_the_headteacher_hears_of_it_and_the_request_shows_the_answer(world: World) -> None:
    plan_sent(world)
    priya, chidi, owen = world.person(PRIYA), world.person(CHIDI), world.person(OWEN)
    priya.open(SHOW)
    priya.click("Ask them")
    assert TO_FILL_IN in str(chidi.type("/peer-review"))
    assert TO_FILL_IN not in str(world.person(BEN).type("/peer-review"))
    chidi.read(PLEASE)
    chidi.click("Fill in my part")
    chidi.click("Save it", visit="In the spring")
    assert priya.titles()[-1].startswith("Chidi Eze has filled in their part of the audit proforma")
    assert chidi.titles()[-1].startswith("Your part of the audit proforma is filled in")
    assert TO_FILL_IN not in str(chidi.type("/peer-review"))
    assert TO_FILL_IN in str(owen.type("/peer-review"))
    # Nothing to add is an answer as well.
    owen.read(PLEASE)
    owen.click("Fill in my part")
    assert "nothing to add" in str(owen.click("Save it"))
    assert priya.titles()[-1].startswith("Owen O'Connell has nothing to add to the audit proforma")
    assert kinds(world) == ["audit_asked", "audit_written", "audit_checked"]
    # Only the first word after the request is news.
    before = len(priya.messages)
    chidi.open(MINE)
    chidi.click("Save it", visit="In the summer")
    assert len(priya.messages) == before


def test_the_headteacher_puts_any_line_right(world: World) -> None:
    plan_sent(world)
    priya = world.person(PRIYA)
    priya.open(SHOW)
    priya.click_in("Data shared", "Fill in")
    priya.click("Save it", day="23 Nov", present="Priya Nair")
    data = line(world, AuditLine.DATA)
    assert (data.present, data.dated) == ("Priya Nair", "Thursday 23 November 2017")
    priya.click_in("Key areas explored", "Correct")
    assert filled(priya.card)["key_areas"] == (AREA,)
    priya.click("Save it", key_areas="Reading and writing")
    assert line(world, AuditLine.KEY_AREAS).words == "Reading and writing"
    priya.click_in("Key areas explored", "Correct")
    priya.click("Take back what I wrote")
    assert line(world, AuditLine.KEY_AREAS).words == AREA
    assert kinds(world) == ["audit_corrected", "audit_corrected", "audit_taken_back"]


def test_a_line_that_is_saved_as_it_was_is_nobodys_word(world_on_sqlite: World) -> None:
    priya = plan_sent(world_on_sqlite).person(PRIYA)
    priya.open(SHOW)
    priya.click_in("Review carried out", "Correct")
    assert "Saved." in str(priya.click("Save it"))
    assert (kinds(world_on_sqlite), parts(world_on_sqlite)) == ([], [])


def test_the_school_improvement_follows_on_an_updated_form(world: World) -> None:
    priya = plan_sent(world).person(PRIYA)
    returned(world)
    assert TO_RETURN not in str(priya.type("/peer-review"))
    card = priya.open(SHOW)
    assert "Returned by Priya Nair, Mon 18 Dec 2017, 09:00." in str(card)
    assert "Return it to the office" not in labels(card)
    priya.click("Add school improvement")
    priya.click("Save it", improvement="Nine in ten read well")
    assert line(world, AuditLine.IMPROVEMENT).words == "Nine in ten read well"
    assert "It has changed since." in str(priya.card)
    assert labels(priya.card)[0] == "Return the updated form"
    returned(world)
    assert "Returned by Priya Nair, Mon 18 Dec 2017, 09:00 (version 2)." in str(priya.open(SHOW))
    assert "It has changed since." not in str(priya.card)


def test_a_request_is_done_with_once_the_proforma_is_returned(world_on_sqlite: World) -> None:
    world = plan_sent(world_on_sqlite)
    priya = world.person(PRIYA)
    priya.open(SHOW)
    priya.click("Ask them")
    returned(world)
    assert TO_FILL_IN not in str(world.person(CHIDI).type("/peer-review"))


@pytest.mark.parametrize(
    "typed", ["audit", "proforma Oak", "the audit proforma for Oak", "/peer-review audit Oak"]
)
def test_it_is_found_by_what_is_typed(world_on_sqlite: World, typed: str) -> None:
    plan_sent(world_on_sqlite)
    assert world_on_sqlite.person(PRIYA).type(typed).title == TITLE
    assert world_on_sqlite.person(BEN).type(typed).title == OWN


def test_the_reviews_card_offers_it_to_those_who_have_to_do_with_it(world_on_sqlite: World) -> None:
    world = plan_sent(world_on_sqlite)
    for email, offered in (
        (PRIYA, True),
        (BEN, True),
        (CHIDI, True),
        (KATE, True),
        ("zoe.lindqvist@hollylane.example", False),
    ):
        card = world.person(email).open("review.show?review=1")
        assert ("Audit proforma" in labels(card)) is offered, email
    assert "Development visit" in labels(world.person(CHIDI).open("review.show?review=1"))
    assert "Development visit" not in labels(world.person(BEN).open("review.show?review=1"))


def test_before_the_review_nobody_is_asked_for_anything(world_on_sqlite: World) -> None:
    world = after_the_review(world_on_sqlite)
    world.now = world.now.replace(day=6)
    priya = world.person(PRIYA)
    assert "Ask them" not in labels(priya.open(SHOW))
    assert "from the day of the review on" in str(priya.open(ASK))
    assert kinds(world) == []


def test_what_is_written_stays_out_of_the_channel_and_the_history(world_on_sqlite: World) -> None:
    world = plan_sent(world_on_sqlite)
    ben, priya = world.person(BEN), world.person(PRIYA)
    ben.open(MINE)
    ben.click("Save it", key_areas="CanaryArea")
    priya.open("audit.line?review=1&line=improvement")
    priya.click("Save it", improvement="CanaryImprovement")
    history = [world.person(email).open("review.history?review=1") for email in (KATE, PRIYA)]
    public = f"{world.channel(CHANNEL)}{history}{world.person(KATE).messages}"
    assert "Canary" not in public
    assert "filled in their part of the audit proforma" in public


def test_a_day_that_could_be_of_two_years_is_the_past_one(world_on_sqlite: World) -> None:
    ben = plan_sent(world_on_sqlite).person(BEN)
    ben.open(MINE)
    assert "still to come" in error(ben.click("Save it", day="5 March 2018", key_areas="Kept"), "day")
    assert filled(ben.card)["key_areas"] == ("Kept",)
    ben.click("Save it", day="8 Dec")
    assert parts(world_on_sqlite)[0].dated == date(2017, 12, 8)

"""A note from the Lead goes with the Management Group's digest, which can ask the Lead and is answered."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import select

from bot.cards.common import SAFEGUARDING
from bot.cards.plain import plain
from storage.models import LeadNote, LeadQuestion, Outgoing
from tests.chat import Chat, World, error, filled
from tests.conversation.conftest import BEN, CARL, KATE, OFFICE, PRIYA, SIAN
from tests.conversation.digesting import AMIT, MANAGEMENT, digests, tick, without_channel

NOTE = "Oak has asked for a later date."
FORM = "A note to the Management Group from Collaborative Group 2"
REFUSED = "Sorry, I can’t do that"
ASKED, ANSWERED = "Which date does Oak want?", "The end of January"


def written(world: World, words: str = NOTE, email: str = KATE) -> Chat:
    lead = world.person(email)
    lead.open("lead_note.ask?group=2")
    lead.click("Save the note", words=words)
    return lead


def notes(world: World) -> list[tuple[str, str]]:
    with world.sessions() as session:
        query = select(LeadNote).order_by(LeadNote.id)
        return [(one.words, one.week.isoformat()) for one in session.scalars(query)]


def test_the_lead_finds_the_note_beside_the_digest(world: World) -> None:
    kate = world.person(KATE)
    kate.type("/peer-review digest")
    card = kate.click("A note to the Management Group")
    assert (card.title, card.private) == (FORM, True)
    assert SAFEGUARDING in str(card)
    assert "the digest of the week of Monday 6 November 2017" in str(card)
    saved = kate.click("Save the note", words=NOTE)
    assert NOTE in plain(saved)
    assert notes(world) == [(NOTE, "2017-11-06")]


def test_in_the_members_own_chats_the_note_stands_with_the_group(world: World) -> None:
    without_channel(world, MANAGEMENT)
    written(world)
    tick(world, 2017, 11, 6, 8)
    [card] = world.person(AMIT).messages
    assert f"A note from Kate Moore\n{NOTE}" in plain(card)


def test_in_a_channel_it_is_a_button_away_for_those_whose_it_is(world: World) -> None:
    written(world)
    tick(world, 2017, 11, 6, 8)
    [card] = digests(world, MANAGEMENT)
    assert NOTE not in str(card)
    for email, sees in ((AMIT, True), (OFFICE, True), (KATE, True), (BEN, False), (CARL, False)):
        reader = world.person(email)
        reader.card, reader.place = card, MANAGEMENT
        assert (NOTE in str(reader.click_in("A note from Kate Moore", "Read the note"))) is sees


def test_only_the_lead_and_the_deputy_write_it(world: World) -> None:
    for email in (PRIYA, CARL, OFFICE, AMIT):
        assert world.person(email).open("lead_note.ask?group=2").title == REFUSED
        save = "lead_note.save?group=2&week=2017-11-06&seen=0"
        assert world.person(email).open(save, words="Mine").title == REFUSED
    assert notes(world) == []
    written(world, "From the deputy", SIAN)
    assert notes(world) == [("From the deputy", "2017-11-06")]


def test_it_can_be_changed_and_taken_back_and_what_it_was_is_kept(world: World) -> None:
    kate = written(world)
    kate.click("Change it")
    assert filled(kate.card)["words"] == (NOTE,)
    kate.click("Save the note", words="Oak has its date.")
    kate.click("Change it")
    kate.click("Take the note back")
    assert "There is no note now." in plain(kate.card)
    assert [words for words, _ in notes(world)] == [NOTE, "Oak has its date.", ""]
    tick(world, 2017, 11, 6, 8)
    [card] = digests(world, MANAGEMENT)
    assert "A note from" not in plain(card)


def test_what_is_wrong_keeps_what_was_typed_and_changes_nothing(world: World) -> None:
    kate = world.person(KATE)
    kate.open("lead_note.ask?group=2")
    kate.click("Save the note", words=" ")
    assert error(kate.card, "words") == "Please write a few words."
    kate.click("Save the note", words="a" * 1001)
    assert error(kate.card, "words").startswith("Please keep this to 1,000 characters")
    assert filled(kate.card)["words"] == ("a" * 1001,)
    assert notes(world) == []


def test_the_second_of_two_sees_what_the_first_wrote_and_keeps_their_own(world: World) -> None:
    kate, sian = world.person(KATE), world.person(SIAN)
    kate.open("lead_note.ask?group=2")
    sian.open("lead_note.ask?group=2")
    kate.click("Save the note", words=NOTE)
    sian.click("Save the note", words="From me")
    assert "Kate Moore has written while you were here" in str(sian.card)
    assert NOTE in str(sian.card)
    assert filled(sian.card)["words"] == ("From me",)
    sian.click("Save the note", words="From me")
    assert [words for words, _ in notes(world)] == [NOTE, "From me"]


def test_of_two_at_the_same_moment_one_is_told(world: World) -> None:
    kate, sian = world.person(KATE), world.person(SIAN)
    kate.open("lead_note.ask?group=2")
    sian.open("lead_note.ask?group=2")
    with ThreadPoolExecutor(2) as threads:
        done = [threads.submit(one.click_quietly, "Save the note", words=one.email) for one in (kate, sian)]
        cards = [one.result() for one in done]
    assert sorted(card.is_form for card in cards) == [False, True]
    assert len(notes(world)) == 1


def test_a_note_that_changes_after_the_digest_went_changes_there_too(world: World) -> None:
    without_channel(world, MANAGEMENT)
    kate = world.person(KATE)
    kate.open("lead_note.ask?group=2")
    tick(world, 2017, 11, 6, 8)
    kate.click("Save the note", words=NOTE)
    [card] = world.person(AMIT).messages
    assert NOTE in str(card)


def test_one_that_is_written_during_the_week_goes_with_the_next(world_on_sqlite: World) -> None:
    world = world_on_sqlite
    tick(world, 2017, 11, 8, 9)
    written(world)
    assert notes(world) == [(NOTE, "2017-11-13")]


def test_a_week_that_nobody_offers_is_not_written_for(world_on_sqlite: World) -> None:
    kate = world_on_sqlite.person(KATE)
    for week in ("2017-11-07", "2017-10-16", "2018-11-05", "rubbish"):
        kate.open(f"lead_note.save?group=2&week={week}&seen=0", words=NOTE)
    assert notes(world_on_sqlite) == []


def asked(world: World) -> Chat:
    """Amit asks from the digest in the channel."""
    tick(world, 2017, 11, 6, 8)
    amit = world.person(AMIT)
    [amit.card], amit.place = digests(world, MANAGEMENT), MANAGEMENT
    amit.click_in("Kate Moore", "Ask the Lead")
    assert amit.card.private
    amit.click("Send the question", words=ASKED)
    return amit


def test_a_question_reaches_the_lead_and_the_answer_comes_back(world: World) -> None:
    amit = asked(world)
    assert "Sent to Kate Moore. You will hear when there is an answer." in plain(amit.card)
    kate = world.person(KATE)
    kate.read("A question about Collaborative Group 2")
    assert "Amit Desai of the Management Group asks:" in str(kate.card)
    kate.click("Answer")
    kate.click("Send the answer", answer=ANSWERED)
    amit.read("The Lead of Collaborative Group 2 has answered")
    assert ASKED in str(amit.card)
    assert ANSWERED in str(amit.card)
    # The question in the Lead's chat shows that it is answered.
    assert ANSWERED in str(kate.read("A question about Collaborative Group 2"))
    assert ASKED not in str([world.channel(one) for one in (MANAGEMENT, "group-2")])


def test_another_answer_is_news_and_takes_the_place_of_the_first(world: World) -> None:
    amit, kate = asked(world), world.person(KATE)
    kate.read("A question about")
    kate.click("Answer")
    kate.click("Send the answer", answer=ANSWERED)
    kate.read("A question about")
    kate.click("Change the answer")
    kate.click("Send the answer", answer="The start of February")
    assert amit.titles() == ["This message is out of date", "The Lead of Collaborative Group 2 has answered"]
    with world.sessions() as session:
        question = session.scalars(select(LeadQuestion)).one()
    assert [one["words"] for one in question.was["answer"]] == [ANSWERED]


def test_a_question_is_changed_or_taken_back_until_it_is_answered(world: World) -> None:
    amit, kate = asked(world), world.person(KATE)
    amit.click("Change it")
    amit.click("Save it", words="Which day?")
    assert "Which day?" in str(kate.read("A question about"))
    old = amit.twin()
    amit.click("Take it back")
    assert "It has been taken back." in plain(amit.card)
    assert kate.titles() == ["This message is out of date"]
    assert old.click("Change it").title == REFUSED


def test_once_it_is_answered_it_stays_as_it_was(world: World) -> None:
    amit, kate = asked(world), world.person(KATE)
    old = amit.twin()
    kate.read("A question about")
    kate.click("Answer")
    kate.click("Send the answer", answer=ANSWERED)
    assert old.click("Take it back").title == REFUSED
    assert amit.click("Change it").title == REFUSED


def test_an_answer_to_words_that_have_changed_is_kept_back_once(world: World) -> None:
    amit, kate = asked(world), world.person(KATE)
    kate.read("A question about")
    kate.click("Answer")
    amit.click("Change it")
    amit.click("Save it", words="Which day?")
    kate.click("Send the answer", answer=ANSWERED)
    assert "has changed the question while you were here" in str(kate.card)
    assert filled(kate.card)["answer"] == (ANSWERED,)
    kate.click("Send the answer", answer=ANSWERED)
    assert ANSWERED in str(amit.read("has answered"))


def test_the_same_question_twice_is_asked_once(world: World) -> None:
    tick(world, 2017, 11, 6, 8)
    amit = world.person(AMIT)
    amit.open("lead_question.ask?group=2&week=2017-11-06")
    twin = amit.twin()
    amit.click("Send the question", words=ASKED)
    assert "That is asked already." in plain(twin.click("Send the question", words=ASKED))
    assert len(world.person(KATE).titles()) == 1


def test_nobody_else_asks_and_nobody_else_answers(world: World) -> None:
    asked(world)
    for email in (PRIYA, CARL, OFFICE, KATE):
        assert world.person(email).open("lead_question.ask?group=2&week=2017-11-06").title == REFUSED
    for email in (PRIYA, CARL, AMIT):
        assert world.person(email).open("lead_question.answer?question=1").title == REFUSED
        assert world.person(email).open("lead_question.answered?question=1&version=1").title == REFUSED
    assert world.person(CARL).open("lead_question.drop?question=1&version=1").title == REFUSED


def test_a_deputy_who_asks_does_not_ask_themselves(world_on_sqlite: World) -> None:
    """Siân is the deputy of the group, and of the Management Group."""
    world = world_on_sqlite
    sian = world.person(SIAN)
    sian.open("lead_question.ask?group=2&week=2017-11-06")
    assert "Sent to Kate Moore." in plain(sian.click("Send the question", words=ASKED))
    with world.sessions() as session:
        assert (
            len(session.scalars(select(Outgoing).where(Outgoing.template == "lead_question.asked")).all())
            == 1
        )

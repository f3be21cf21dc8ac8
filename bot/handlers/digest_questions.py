"""Somebody of the Management Group asks a Lead about the digest; the answer comes back."""

from bot.cards import digest_notes as say
from bot.cards.digest_notes import About
from bot.cards.model import Card
from bot.handlers.access import damaged
from bot.handlers.digest_access import NOT_MANAGEMENT, group_in, lead_of, leads, must, week_in
from bot.handlers.digest_notes import wrong
from bot.letters import Letter, template
from bot.router import Refused, Turn, id_in, on
from bot.rules.roles import Role
from storage import consortium, lead_notes, outbox, standing
from storage.booking import By
from storage.models import Group, LeadQuestion, Person

NOBODY = "Nobody leads that group just now, and there is nobody in the office to ask."
ANSWERED = "That question has been answered, so it stays as it was. You can ask another."
NOT_ASKED = "Only whoever asked can change a question."
NOT_TO_ANSWER = "The group’s Lead, the deputy or the office answers that."
GONE = "That question has been taken back."


@on("lead_question.ask")
def ask(turn: Turn) -> Card:
    """The form; with the question in the button, to change its words."""
    must(standing.is_management(turn.asker, turn.today), NOT_MANAGEMENT)
    if "question" in turn.args:
        asked = own(turn)
        about = About(asked.group_id, asked.week)
        return say.question_form(asked.group.name, about, asked=asked, value=asked.words)
    group = group_in(turn)
    return say.question_form(group.name, About(group.id, week_in(turn)))


@on("lead_question.send")
def send(turn: Turn) -> Card:
    must(standing.is_management(turn.asker, turn.today), NOT_MANAGEMENT)
    words = turn.text("words")
    if "question" in turn.args:
        return change(turn, words)
    group, week = group_in(turn), week_in(turn)
    if error := wrong(words):
        return say.question_form(group.name, About(group.id, week), value=words, error=error)
    held = turn.session.get_one(Group, group.id)
    lead = lead_of(turn.session, held, turn.today, but=turn.asker.id)
    if lead is None:
        raise Refused(NOBODY)
    earlier = lead_notes.asked_already(turn.session, group.id, week, turn.asker.id, words)
    if earlier is not None:
        return say.question(earlier, "That is asked already.")
    asked = lead_notes.ask(turn.session, held, week, words, By(turn.person, turn.now))
    tell(turn, lead, "lead_question.asked", asked, slot(asked))
    return say.question(asked, f"Sent to {lead.name}. You will hear when there is an answer.")


def change(turn: Turn, words: str) -> Card:
    asked = own(turn)
    if words == asked.words:
        return say.question(asked, "Saved.")
    about = About(asked.group_id, asked.week)
    if error := wrong(words):
        return say.question_form(asked.group.name, about, asked=asked, value=words, error=error)
    if id_in(turn.args.get("version", "")) != asked.version:
        said = "You have changed this question in another window. Save again to replace what it says now: "
        return say.question_form(
            asked.group.name, about, asked=asked, value=words, said=f"{said}“{asked.words}”"
        )
    rewritten(turn, asked, words)
    return say.question(asked, "Saved.")


@on("lead_question.drop")
def drop(turn: Turn) -> Card:
    asked = own(turn, dropped_too=True)
    if not asked.words:
        return say.question(asked)
    if id_in(turn.args.get("version", "")) != asked.version:
        return say.question(asked, "The question has been changed since, so it was not taken back.")
    rewritten(turn, asked, "")
    return say.question(asked)


def rewritten(turn: Turn, asked: LeadQuestion, words: str) -> None:
    lead_notes.rewrite(turn.session, asked, words, By(turn.person, turn.now))
    refresh(turn, asked)


@on("lead_question.answer")
def ask_answer(turn: Turn) -> Card:
    asked = to_answer(turn)
    return say.answer_form(asked, value=asked.answer)


@on("lead_question.answered")
def answer(turn: Turn) -> Card:
    asked, words = to_answer(turn), turn.text("answer")
    if words and words == asked.answer:
        return say.queried(asked)
    if error := wrong(words):
        return say.answer_form(asked, value=words, error=error)
    if id_in(turn.args.get("version", "")) != asked.version:
        return say.answer_form(asked, value=words, said=meanwhile(asked))
    lead_notes.answer(turn.session, asked, words, By(turn.person, turn.now))
    refresh(turn, asked)
    mine = f"{slot(asked)}:answer"
    name = f"{asked.id}:{asked.version}"
    outbox.refresh(turn.session, asked.person, mine, key=name, now=turn.now, retire=True)
    tell(turn, asked.person, "lead_question.answered", asked, mine)
    return say.queried(asked)


def meanwhile(asked: LeadQuestion) -> str:
    if asked.answer and asked.answered_by:
        said = f"{asked.answered_by.name} has answered while you were here: “{asked.answer}”."
        return f"{said} Send again to put yours in its place."
    return (
        f"{asked.person.name} has changed the question while you were here. Send again if your answer fits."
    )


def slot(asked: LeadQuestion) -> str:
    """The place of the question to the Lead; it is kept as the answer is."""
    return f"lead_question:{asked.id}"


def tell(turn: Turn, to: Person, name: str, asked: LeadQuestion, where: str) -> None:
    """The version names the change."""
    about = outbox.News(name, {"question": asked.id}, f"{name}:{asked.id}:{asked.version}", slot=where)
    outbox.tell(turn.session, to, about, now=turn.now, calendar=turn.calendar)


def refresh(turn: Turn, asked: LeadQuestion) -> None:
    told = outbox.keyed(turn.session, f"lead_question.asked:{asked.id}:1")
    lead = turn.session.get(Person, told.person_id) if told and told.person_id else None
    if lead is not None:
        name = f"{asked.id}:{asked.version}"
        outbox.refresh(turn.session, lead, slot(asked), key=name, now=turn.now)


def held_in(turn: Turn) -> LeadQuestion:
    asked = lead_notes.question(turn.session, turn.id("question"))
    if asked is None:
        raise damaged()
    return asked


def own(turn: Turn, *, dropped_too: bool = False) -> LeadQuestion:
    """One’s own question, as long as nobody has answered it."""
    asked = held_in(turn)
    if asked.person_id != turn.asker.id:
        raise Refused(NOT_ASKED)
    if asked.answer:
        raise Refused(ANSWERED)
    if not asked.words and not dropped_too:
        raise Refused(GONE)
    return asked


def to_answer(turn: Turn) -> LeadQuestion:
    asked = held_in(turn)
    must(may_answer(turn, asked), NOT_TO_ANSWER)
    if not asked.words:
        raise Refused(GONE)
    return asked


def may_answer(turn: Turn, asked: LeadQuestion) -> bool:
    office = any(one.role is Role.OFFICE for one in consortium.roles_on(turn.asker, turn.today))
    return office or leads(turn, asked.group_id)


@template("lead_question.asked")
def told(letter: Letter) -> Card | None:
    """Nothing any more once it is taken back; with the answer, once there is one."""
    asked = lead_notes.question(letter.session, letter.id("question"))
    if asked is None or letter.person is None or not asked.words or (asked.answer and not letter.stands):
        return None
    held = consortium.roles_on(letter.person, letter.today)
    answers = any(
        one.role is Role.OFFICE or (one.role is Role.LEAD and one.group_id == asked.group_id) for one in held
    )
    return say.queried(asked) if answers else None


@template("lead_question.answered")
def told_answer(letter: Letter) -> Card | None:
    asked = lead_notes.question(letter.session, letter.id("question"))
    return say.answered(asked) if asked is not None and asked.answer else None

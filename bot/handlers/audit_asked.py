"""The headteacher asks the others for their part of the audit proforma, and hears who has filled it in."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from bot.cards import audit_news as say
from bot.cards import calling_off
from bot.cards.audit import NOBODY_TO_ASK, who_was_asked
from bot.cards.model import Card
from bot.documents import audit_draft
from bot.handlers import news
from bot.handlers.audit_access import correcting, shown
from bot.handlers.letters import about
from bot.letters import Letter, template
from bot.router import Refused, Turn, on
from bot.rules import hours
from bot.rules.audit import ASKED_OF, LATER, may_be_asked
from bot.rules.papers import AuditLine
from bot.rules.permissions import Paper, Part, Right, rights
from bot.rules.roles import Answer
from storage import audits, consortium, outbox, sent_papers, standing, teams
from storage.booking import By
from storage.models import Change, Person, Review
from storage.standing import TEAM_PARTS

TEMPLATE = "audit.ask"
TOO_SOON = "There is something to fill in from the day of the review on."


def slot(review: Review, person: Person) -> str:
    """The place of the request for somebody's part; it shows whether they have answered."""
    return f"audit-part:{review.id}:{person.id}"


@on("audit.ask")
def ask(turn: Turn) -> Card:
    review, mine = correcting(turn)
    if review.day > turn.today or review.postponed_at:
        raise Refused(TOO_SOON)
    able = [one for one in able_to_fill_in(turn, review) if one.id != turn.asker.id]
    if not able:
        return shown(turn, review, mine, said=NOBODY_TO_ASK)
    today = asked_on(turn, review)
    people = [one for one in able if one.id not in today]
    if people:
        by = By(turn.person, turn.now)
        change = audits.ask(turn.session, review, [one.id for one in people], by)
        for person in people:
            place = slot(review, person)
            outbox.refresh(turn.session, person, place, key=str(change.id), now=turn.now, retire=True)
            news.tell(turn, person, TEMPLATE, change, slot=place)
    return shown(turn, review, mine, said=who_was_asked([one.name for one in people]))


def asked_on(turn: Turn, review: Review) -> frozenset[int]:
    """Those who were asked today: once is enough."""
    found = audits.asks(turn.session, review.id)
    return frozenset(
        one for change in found if hours.today(change.at) == turn.today for one in change.now["people"]
    )


def able_to_fill_in(turn: Turn, review: Review) -> Sequence[Person]:
    return may_fill_in(turn.session, review, turn.today)


def may_fill_in(session: Session, review: Review, today: date) -> Sequence[Person]:
    """Those of the team one of whose lines says nothing."""
    missing = missing_in(session, review)
    return [
        place.person
        for place in teams.present(review)
        if place.answer is not Answer.DECLINED
        and not consortium.has_left(place.person, today)
        and may_be_asked(missing, TEAM_PARTS[place.part])
    ]


def missing_in(session: Session, review: Review) -> Sequence[AuditLine]:
    lines = audit_draft.lines(session, review)
    return [one.line for one in lines if one.is_empty and one.line not in LATER]


def answered(turn: Turn, review: Review, change: Change) -> None:
    """Whoever asked hears of it, once for each time that they asked."""
    keep_current(turn, review, change)
    for head in news.heads(turn, review):
        news.tell(turn, head, "audit.answered", change)


def keep_current(turn: Turn, review: Review, change: Change) -> None:
    """Have every request that stands show whether it is answered, or the proforma returned."""
    people = {slot(review, place.person): place.person for place in review.team}
    for place in outbox.to_keep(turn.session, people, turn.now):
        outbox.refresh(turn.session, people[place], place, key=str(change.id), now=turn.now)


@template(TEMPLATE)
def asked(letter: Letter) -> Card | None:
    """Nothing any more, where they have answered before it goes, or have no part in the review by now."""
    review, change = about(letter)
    if review is None or change is None or letter.person is None:
        return None
    if review.cancelled_at:
        return calling_off.is_off(review) if letter.stands else None
    place = teams.member(review, letter.person.id)
    if place is None:
        return None
    waiting = audits.unanswered(letter.session, review.id).get(letter.person.id)
    if sent_papers.sent_since(letter.session, review.id, Paper.AUDIT, change):
        return say.returned(review) if letter.stands else None
    if waiting is None:
        return say.answered(review) if letter.stands else None
    if waiting.id != change.id:
        return None
    part = TEAM_PARTS[place.part]
    return say.asked(review, change.by.name, tuple(ASKED_OF[part]), visits=part is Part.CHAMPION)


@template("audit.answered")
def told(letter: Letter) -> Card | None:
    review, change = about(letter)
    if review is None or change is None or letter.person is None or review.cancelled_at:
        return None
    mine = standing.parts(letter.session, letter.person, review, letter.today)
    if Right.WRITE not in rights(mine, Paper.AUDIT):
        return None
    missing = [one.line for one in audit_draft.lines(letter.session, review) if one.is_empty]
    added = change.what == audits.WRITTEN
    return say.has_answered(review, change.by.name, [one for one in missing if one not in LATER], added=added)

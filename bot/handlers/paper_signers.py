"""Who has signed a paper that was sent, and who has still to."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from bot.handlers.news import heads_at
from bot.rules import hours
from bot.rules.paper_life import still_to_sign
from bot.rules.papers import SIGNERS, SignatureLine, SignedAs, Signing, may_sign
from bot.rules.permissions import Paper, Part
from bot.rules.roles import Role, TeamPart
from storage import consortium, sent_papers, teams
from storage.models import Person, Review, SentPaper

Holders = Mapping[SignedAs, Sequence[Person]]
IN_TEAM: Mapping[SignedAs, TeamPart] = {
    SignedAs.LEAD_REVIEWER: TeamPart.LEAD_REVIEWER,
    SignedAs.CHAMPION: TeamPart.CHAMPION,
}


def people(session: Session, review: Review, paper: Paper, today: date) -> Holders:
    """Who holds each part that has a place on the paper’s form."""
    return {part: _holders(session, review, part, today) for part in SIGNERS[paper]}


def _holders(session: Session, review: Review, part: SignedAs, today: date) -> Sequence[Person]:
    if part is SignedAs.HEAD:
        return heads_at(session, review.school_id, today)
    if part is SignedAs.GOVERNOR:
        return consortium.people_with(session, Role.GOVERNOR, today, school_id=review.school_id)
    here = [one.person for one in teams.present(review) if one.part is IN_TEAM[part]]
    return [one for one in here if not consortium.has_left(one, today)]


def open_places(session: Session, sent: SentPaper, today: date) -> Holders:
    """The signatures to follow, with those who can give them."""
    held = people(session, sent.review, sent.paper, today)
    ids = {part: [one.id for one in found] for part, found in held.items()}
    left = still_to_sign(sent.paper, ids, sent_papers.who_signed(sent))
    return {part: [one for one in held[part] if one.id in left[part]] for part in left}


def own_places(mine: frozenset[Part], sent: SentPaper, person_id: int) -> Sequence[SignedAs]:
    """As what this person has still to sign."""
    ids = {part: [person_id] for part in may_sign(mine, sent.paper)}
    left = still_to_sign(sent.paper, ids, sent_papers.who_signed(sent))
    return [part for part in ids if left.get(part)]


def signature_lines(sent: SentPaper) -> Sequence[SignatureLine]:
    """The signatures that stand, as they are printed."""
    return [
        SignatureLine(one.part, one.person.name, hours.today(one.at), one.how is Signing.ON_PAPER)
        for one in sent_papers.signed(sent)
    ]

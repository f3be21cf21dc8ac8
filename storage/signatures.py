"""Signatures: of one person, in one part, to exactly one version of a paper."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from bot.rules.papers import SignedAs, Signing
from storage import sent_papers
from storage.booking import By
from storage.models import Change, Person, SentPaper, Signature


def sign(
    session: Session, sent: SentPaper, parts: Sequence[SignedAs], person: Person, how: Signing, by: By
) -> Change | None:
    """Record that `person` has signed in these parts; None where that is there already.

    `by`: the person themselves, or whoever records a signature on paper.
    """
    there = {one.part for one in sent_papers.signed_by(sent, person)}
    new = [part for part in parts if part not in there]
    if not new:
        return None
    other = by.person if by.person.id != person.id else None
    for part in new:
        sent.signatures.append(
            Signature(part=part, person=person, person_id=person.id, at=by.at, how=how, recorded_by=other)
        )
    what = "signature_recorded" if other else "paper_signed"
    named = {"signer": person.name} if other else {}
    return sent_papers.log_of(session, sent, what, by, signed_as=", ".join(new), **named)


def withdraw(session: Session, sent: SentPaper, person: Person, by: By) -> Change | None:
    """Take back what `person` has signed of this version; None where nothing stands."""
    there = sent_papers.signed_by(sent, person)
    if not there:
        return None
    for one in there:
        one.withdrawn_at = by.at
    own = by.person.id == person.id
    what = "paper_unsigned" if own else "signature_removed"
    named = {} if own else {"signer": person.name}
    return sent_papers.log_of(session, sent, what, by, signed_as=", ".join(o.part for o in there), **named)

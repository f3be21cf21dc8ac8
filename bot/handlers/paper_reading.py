"""Which papers that were sent somebody may read, and who has signed them."""

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from bot.documents.actions import ActionLine
from bot.handlers.reading import Reader
from bot.language.say import full
from bot.rules.hours import today
from bot.rules.papers import (
    PAPERS,
    SIGNERS,
    PlanPaper,
    SignatureLine,
    SignedAs,
    Signing,
    may_read_sent,
)
from bot.rules.permissions import Part
from bot.rules.roles import TeamPart
from storage import consortium, paper_versions, plans, teams
from storage.models import PlanItem, Review, SentPaper, Signature

Parts = frozenset[Part]


def may_read(mine: Parts, sent: SentPaper) -> bool:
    return may_read_sent(mine, sent.paper, released=sent.released_at is not None)


def might_read_any(mine: Parts) -> bool:
    """Whether any paper would be theirs to read, once it is sent and released."""
    return any(may_read_sent(mine, paper, released=True) for paper in PAPERS)


def may_read_any(session: Session, review: Review, mine: Parts) -> bool:
    """Whether a paper of the review is there for them."""
    return might_read_any(mine) and any(
        may_read_sent(mine, paper, released=released)
        for paper, released in paper_versions.states(session, review.id)
    )


def newest_of(reader: Reader, review: Review) -> Sequence[SentPaper]:
    """The newest version of each paper of the review that this reader may read, in the forms' order."""
    mine = reader.parts(review)
    if not might_read_any(mine):
        return ()
    versions = [one for one in paper_versions.of_review(reader.session, review.id) if may_read(mine, one)]
    each = (next((one for one in versions if one.paper is paper), None) for paper in PAPERS)
    return [one for one in each if one]


def newest_plans(reader: Reader) -> Sequence[SentPaper]:
    """Of each action plan the newest version that this reader may read, by the day of the review."""
    found: dict[int, SentPaper] = {}
    mine: dict[int, Parts] = {}
    for one in paper_versions.plans(reader.session):
        if one.review_id not in mine:
            mine[one.review_id] = reader.parts(one.review)
        if may_read(mine[one.review_id], one):
            found.setdefault(one.review_id, one)
    return list(found.values())


def lines_of(reader: Reader, sent: SentPaper) -> Iterator[ActionLine]:
    """The actions of a plan as they were sent, each with how far it has come."""
    content = paper_versions.as_content(sent)
    if not isinstance(content, PlanPaper):
        return
    # Sent rows have no ids: an action is known by its words, as long as they stay as they are.
    standing = list(plans.items(reader.session, sent.review_id))
    for number, row in enumerate(content.actions, start=1):
        item = next((one for one in standing if one.action == row.action), None)
        if item is not None:
            standing.remove(item)
        yield ActionLine(content.school, content.day, number, row, progress(item))


def progress(item: PlanItem | None) -> str:
    """Only what is progress: a deadline that the champions are changing has not been sent yet."""
    if item is None:
        return ""
    if item.done_at:
        return f"Done on {full(today(item.done_at))}"
    return "Help is wanted" if item.help_at else ""


def signature_lines(sent: SentPaper) -> Sequence[SignatureLine]:
    """The signatures that stand, in the order in which they were given."""
    return [
        SignatureLine(one.part, one.person.name, today(one.at), one.how is Signing.ON_PAPER)
        for one in standing_signatures(sent)
    ]


def standing_signatures(sent: SentPaper) -> Sequence[Signature]:
    return [one for one in sent.signatures if one.withdrawn_at is None]


def are_to_follow(reader: Reader, sent: SentPaper) -> bool:
    """Whether a place on the form still waits: each champion signs, of the others one for each place."""
    signed = standing_signatures(sent)
    if any(all(one.part is not place for one in signed) for place in SIGNERS[sent.paper]):
        return True
    champions = {one.person_id for one in signed if one.part is SignedAs.CHAMPION}
    return SignedAs.CHAMPION in SIGNERS[sent.paper] and any(
        member.part is TeamPart.CHAMPION
        and member.person_id not in champions
        and not consortium.has_left(member.person, reader.today)
        for member in teams.present(sent.review)
    )

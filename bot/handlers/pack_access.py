"""Who may see which part of a review's pack, and who may change it: asked again at every click."""

from bot.cards import pack as say
from bot.cards.model import Card
from bot.cards.pack import Pack, Sees
from bot.handlers.access import damaged, going_ahead, papers_open, parts, review_in, see, to_come
from bot.handlers.pack_addresses import to_note, to_paper
from bot.handlers.reading import Reader, prepared_by, reader_of
from bot.links import Links
from bot.router import Refused, Turn
from bot.rules.milestones import Kind
from bot.rules.permissions import Paper, Part, Right, rights
from storage import handing_over, milestones, packs, reviews
from storage.models import Person, Review

NOT_YOURS = (
    "Only the school’s headteacher, the review team, the group’s Peer Review Lead and the Consortium Office "
    "see how the paperwork stands."
)
NO_LONGER_YOURS = "The links were there for reviewers until {days} days after the review, and have gone now."
NOT_THEIR_PACK = "Only the school’s headteacher, or whoever they have asked, can change the paperwork."
TOO_LATE = "The paperwork of that review is closed, so it stays as it was."
CANCELLED = "That review has been cancelled, so no paperwork is needed."


def who_has(turn: Turn, person: Person) -> str:
    """The beginning of a sentence about what somebody has done: the same person may have two windows open."""
    return "You have" if person.id == turn.asker.id else f"{person.name} has"


def pack_rights(turn: Turn, review: Review, mine: frozenset[Part]) -> frozenset[Right]:
    return prepared_by(reader_of(turn), review, mine, Kind.PACK)


def sight(reader: Reader, review: Review) -> Sees:
    mine = reader.parts(review)
    held = prepared_by(reader, review, mine, Kind.PACK)
    is_open = papers_open(review, reader.today, reader.policy)
    writes = Right.WRITE in held and not review.cancelled_at and is_open
    return Sees(
        status=bool(held & {Right.READ, Right.STATUS}),
        links=Right.READ in held,
        areas=bool(held & {Right.READ, Right.FOCUS}),
        writes=writes,
        longer=writes and not review.postponed_at and reader.today <= review.day,
        hands=writes and Part.HOST_HEAD in mine,
        review=Right.READ in rights(mine, Paper.STATUS),
    )


def shown(turn: Turn, review: Review, said: str = "", warning: str = "") -> Card:
    """The pack as this person may see it."""
    reader = reader_of(turn)
    sees = sight(reader, review)
    if not (sees.status or sees.areas):
        raise Refused(why_not(turn, review))
    return say.show(as_pack(reader, review, turn.links), sees, said, warning)


def why_not(turn: Turn, review: Review) -> str:
    if Part.REVIEWER in parts(turn, review):
        return NO_LONGER_YOURS.format(days=turn.policy.links_days_after)
    return NOT_YOURS


def as_pack(reader: Reader, review: Review, links: Links) -> Pack:
    """The pack with links of this person's own."""
    papers, note = packs.papers(reader.session, review.id), packs.focus(reader.session, review.id)
    helper = handing_over.handed_to(reader.session, review, Kind.PACK, reader.today)
    return Pack(
        review,
        papers,
        note,
        helper,
        packs.held_before(reader.session, review, reader.today),
        reader.policy.data_label,
        {item: to_paper(links, reader, review, paper) for item, paper in papers.items()},
        to_note(links, reader, review, note),
    )


def to_change(turn: Turn) -> Review:
    """The review, for whoever may change its pack, once nobody else is changing it."""
    review = review_in(turn, reviews.get_to_change)
    if Right.WRITE not in pack_rights(turn, review, parts(turn, review)):
        raise Refused(NOT_THEIR_PACK)
    if review.cancelled_at:
        raise Refused(CANCELLED)
    if not papers_open(review, turn.today, turn.policy):
        raise Refused(TOO_LATE)
    return review


def waited_for(turn: Turn) -> Review:
    """The review, for whoever may change its pack, while there is something to wait for."""
    review = to_come(turn, going_ahead(to_change(turn)))
    if turn.args.get("part") != Kind.PACK:
        raise damaged()
    if milestones.of(review, Kind.PACK).done_at:
        raise Refused("The paperwork is complete already, so there is nothing to wait for.", see(review))
    return review

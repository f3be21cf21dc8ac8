"""The headteachers are asked for the papers by one card, which is kept in their chats as the pack is."""

from bot.cards import pack_news as say
from bot.cards.model import Card
from bot.handlers import news
from bot.handlers.letters import ASKED_AGAIN, about
from bot.handlers.pack_access import as_pack, sight
from bot.handlers.pack_news import refresh_longer
from bot.handlers.reading import reading
from bot.letters import Letter, template
from bot.router import Turn
from bot.rules.milestones import Kind
from bot.rules.permissions import Part
from storage import handing_over, milestones, outbox, reviews
from storage.models import Change, Person, Review

TEMPLATE = "pack.ask"
# What the standing card says was done last.
DONE_TO_IT = (
    "paper_added",
    "paper_not_needed",
    "paper_removed",
    "longer",
    "not_longer",
    "focus",
    "handed_over",
    "taken_back",
)
# What the request to whoever helps shows as well.
MOVES_IT = ("moved", "cancelled", "postponed", "reinstated")
SHOWN_TO_HELPER = ("longer", "not_longer", *MOVES_IT)


def slot_of(review: Review, person: Person) -> str:
    """The place of the one card with all the papers in it."""
    return f"pack:{review.id}:{person.id}"


def ask_heads(turn: Turn, review: Review) -> None:
    """Once its date stands; a date that was taken back and confirmed again is not asked about twice."""
    dated = reviews.latest_change(turn.session, review.id, ASKED_AGAIN)
    if dated is None or review.day < turn.today or milestones.of(review, Kind.PACK).done_at:
        return
    # The key names the change that gave the review its date: moved there and back it is asked for anew.
    heads = {f"{TEMPLATE}:{dated.id}:person:{head.id}": head for head in news.heads(turn, review)}
    for key in heads.keys() - outbox.written(turn.session, heads):
        news.tell(turn, heads[key], TEMPLATE, dated, slot=slot_of(review, heads[key]))


def keep_current(turn: Turn, review: Review, change: Change) -> None:
    """Have every card about the pack that stands in a chat show it as this change leaves it."""
    for head in news.heads(turn, review):
        outbox.refresh(turn.session, head, slot_of(review, head), key=str(change.id), now=turn.now)
    if change.what == "not_longer" or (
        change.what in MOVES_IT and milestones.of(review, Kind.PACK).longer_until
    ):
        refresh_longer(turn, review, change)
    if change.what in SHOWN_TO_HELPER:
        refresh_request(turn, review, change)


def refresh_request(turn: Turn, review: Review, change: Change) -> None:
    handed = handing_over.current(turn.session, review.id, Kind.PACK)
    if handed is not None:
        slot = news.handed_slot(review, Kind.PACK, handed.person)
        outbox.refresh(turn.session, handed.person, slot, key=str(change.id), now=turn.now)


@template(TEMPLATE)
def asked(letter: Letter) -> Card | None:
    """Nothing any more once the review is cancelled or has another date, which has a card of its own."""
    review, dated = about(letter)
    if review is None or dated is None or letter.person is None or review.cancelled_at:
        return None
    if reviews.has_changed_since(letter.session, dated, ASKED_AGAIN):
        return None
    if not letter.stands and (review.day < letter.today or milestones.of(review, Kind.PACK).done_at):
        return None
    reader = reading(letter, letter.person)
    if Part.HOST_HEAD not in reader.parts(review):
        return None
    latest = reviews.latest_change(letter.session, review.id, DONE_TO_IT) if letter.stands else None
    return say.asked(as_pack(reader, review, letter.links), sight(reader, review), latest)

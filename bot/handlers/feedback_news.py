"""Who hears that the feedback was given: the headteacher and the champions, for whom the workshop is next."""

from collections.abc import Sequence

from bot.cards import feedback as say
from bot.cards.model import Card
from bot.handlers import news
from bot.handlers.letters import about
from bot.letters import Letter, template
from bot.router import Turn
from bot.rules.permissions import Part
from bot.rules.roles import TeamPart
from storage import feedbacks, outbox, standing
from storage.models import Change, Person, Review

TOLD = frozenset({TeamPart.CHAMPION})
CONCERNS = frozenset({Part.HOST_HEAD, Part.CHAMPION})


def slot(review: Review, person: Person) -> str:
    """The place of the news; it shows as out of date once the feedback counts as not given."""
    return f"feedback:{review.id}:{person.id}"


def told(turn: Turn, review: Review) -> Sequence[Person]:
    return news.attending(turn.session, review, TOLD, turn.today)


def given(turn: Turn, review: Review, change: Change) -> None:
    for person in told(turn, review):
        if person.id != turn.asker.id:
            news.tell(turn, person, "feedback.given", change, slot=slot(review, person))
    news.show_in_channel(turn, review, change)


def corrected(turn: Turn, review: Review, change: Change) -> None:
    """What they have been told shows the day as it is now."""
    for person in told(turn, review):
        outbox.refresh(turn.session, person, slot(review, person), key=str(change.id), now=turn.now)


def taken_back(turn: Turn, review: Review, change: Change) -> None:
    for person in told(turn, review):
        place = slot(review, person)
        outbox.refresh(turn.session, person, place, key=str(change.id), now=turn.now, retire=True)
    news.show_in_channel(turn, review, change)


@template("feedback.given")
def card(letter: Letter) -> Card | None:
    """Nothing, where it was taken back before this could be sent."""
    review, change = about(letter)
    if review is None or change is None or letter.person is None or review.cancelled_at:
        return None
    feedback = feedbacks.of_review(letter.session, review.id)
    held = standing.parts(letter.session, letter.person, review, letter.today)
    if feedback is None or feedback.given_on is None or not held & CONCERNS:
        return None
    return say.given(review, feedback.given_on, champion=Part.CHAMPION in held)
